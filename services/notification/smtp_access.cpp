// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/notification/smtp_access.h"

#include <QDeadlineTimer>
#include <QNetworkProxyFactory>
#include <QPointer>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int defaultSmtpPort = 587;  // RFC 6409, message submission
constexpr int defaultSmtpsPort = 465; // RFC 8314

bool isMail(const QUrl &url) { return url.scheme() == u"smtp" || url.scheme() == u"smtps"; }

QUrl withPort(QUrl url)
{
    if (url.port() < 0)
        url.setPort(url.scheme() == u"smtps" ? defaultSmtpsPort : defaultSmtpPort);
    return url;
}

} // namespace

SmtpAccess::SmtpAccess(QObject *parent) : QNetworkAccessManager(parent)
{
    m_threads.setMaxThreadCount(atOnce);
}

SmtpAccess::~SmtpAccess()
{
    const auto replies = findChildren<SmtpReply *>();
    qDeleteAll(replies);
    m_threads.clear();
    m_threads.waitForDone();
}

QNetworkRequest SmtpAccess::request(const QUrl &server, const SmtpEnvelope &envelope, int timeoutMs)
{
    QNetworkRequest request(server);
    request.setTransferTimeout(timeoutMs);
    request.setAttribute(EnvelopeAttribute, QVariant::fromValue(envelope));
    return request;
}

QStringList SmtpAccess::supportedSchemesImplementation() const
{
    return QNetworkAccessManager::supportedSchemesImplementation() +
           QStringList{u"smtp"_s, u"smtps"_s};
}

QNetworkReply *SmtpAccess::createRequest(Operation operation, const QNetworkRequest &request,
                                         QIODevice *body)
{
    if (!isMail(request.url()) || (operation != PostOperation && operation != GetOperation))
        return QNetworkAccessManager::createRequest(operation, request, body);
    SmtpTransfer transfer;
    transfer.url = withPort(request.url());
    transfer.envelope = request.attribute(EnvelopeAttribute).value<SmtpEnvelope>();
    transfer.checksOnly = operation == GetOperation;
    if (body)
        transfer.message = body->readAll();
    if (request.transferTimeout() > 0)
        transfer.timeoutMs = request.transferTimeout();
    // A proxy for the web is none for mails, unless it was said to be.
    const auto proxies = QNetworkProxyFactory::proxyForQuery(
        QNetworkProxyQuery(transfer.url.host(), transfer.url.port()));
    if (proxy().type() != QNetworkProxy::DefaultProxy)
        transfer.proxy = proxy();
    else if (!proxies.isEmpty() && proxies.first().type() == QNetworkProxy::Socks5Proxy)
        transfer.proxy = proxies.first();
    return new SmtpReply(operation, request, std::move(transfer), m_threads, this);
}

SmtpReply::SmtpReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
                     SmtpTransfer transfer, QThreadPool &threads, QObject *parent)
    : QNetworkReply(parent)
{
    setOperation(operation);
    setRequest(request);
    setUrl(request.url());
    open(QIODevice::ReadOnly);
    threads.start([self = QPointer(this), transfer = std::move(transfer), isAborted = m_isAborted,
                   until = QDeadlineTimer(transfer.timeoutMs), context = parent]() mutable {
        // What waited for a thread is no longer waited for: it may be on its way anew.
        transfer.timeoutMs = int(until.remainingTime());
        const SmtpOutcome outcome = transfer.timeoutMs > 0
                                        ? transferMail(transfer, *isAborted)
                                        : SmtpOutcome{SmtpOutcome::Kind::NotSent,
                                                      SmtpFault::TimedOut, 0, u"no time left"_s};
        // The manager waits for this thread before it goes; the reply may go at any time, in the
        // manager's thread.
        QMetaObject::invokeMethod(
            context,
            [self, outcome] {
                if (self)
                    self->finish(outcome);
            },
            Qt::QueuedConnection);
    });
}

SmtpReply::~SmtpReply() { *m_isAborted = true; }

void SmtpReply::abort()
{
    if (isFinished())
        return;
    *m_isAborted = true;
    SmtpOutcome outcome;
    outcome.kind = SmtpOutcome::Kind::Lost;
    outcome.fault = SmtpFault::Aborted;
    outcome.text = u"broken off"_s;
    finish(outcome);
}

void SmtpReply::finish(const SmtpOutcome &outcome)
{
    if (isFinished())
        return;
    setFinished(true);
    if (outcome.code > 0)
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, outcome.code);
    setAttribute(SmtpAccess::OutcomeAttribute, QVariant::fromValue(outcome));
    const auto code = outcome.fault == SmtpFault::Aborted ? QNetworkReply::OperationCanceledError
                                                          : outcome.error();
    if (code != QNetworkReply::NoError) {
        setError(code, outcome.text);
        Q_EMIT errorOccurred(code);
    }
    Q_EMIT finished();
}

} // namespace kontor
