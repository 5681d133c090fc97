// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/one_shot_post.h"

#include <QHostAddress>
#include <QIODevice>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslError>
#include <QTimer>

#include <algorithm>
#include <cstring>
#include <memory>

namespace kontor {

namespace {

//! A body that can be read from its beginning to its end, once.
class OneShotBody final : public QIODevice
{
public:
    OneShotBody(QByteArray body, QObject *parent) : QIODevice(parent), m_body(std::move(body))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isEmpty() const { return m_body.isEmpty(); }
    bool wasTaken() const { return m_read > 0; }
    bool isSequential() const override { return true; }
    // Asked for when Qt wants to send again by itself; QIODevice's own would warn each time.
    bool seek(qint64) override { return false; }
    qint64 bytesAvailable() const override
    {
        return m_body.size() - m_read + QIODevice::bytesAvailable();
    }

protected:
    qint64 readData(char *to, qint64 capacity) override
    {
        const qint64 size = std::min<qint64>(capacity, m_body.size() - m_read);
        if (size == 0)
            return -1;
        std::memcpy(to, m_body.constData() + m_read, size_t(size));
        m_read += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_body;
    qint64 m_read = 0;
};

bool isThisMachine(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

//! Requests carry secrets.
bool mayBeCalled(const QUrl &url)
{
    return url.scheme() == u"https" || (url.scheme() == u"http" && isThisMachine(url.host()));
}

class SystemProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isThisMachine(query.peerHostName()))
            return {QNetworkProxy::NoProxy};
        return systemProxyForQuery(query);
    }
};

bool refused(QNetworkAccessManager &network, const QNetworkRequest &request,
             const HttpAnswered &answered)
{
    if (mayBeCalled(request.url()))
        return false;
    const HttpAnswer answer{HttpAnswer::Kind::NotSent,
                            0,
                            {},
                            QStringLiteral("configuration: an address without TLS"),
                            HttpFault::Configuration};
    QMetaObject::invokeMethod(
        &network, [answered, answer] { answered(answer); }, Qt::QueuedConnection);
    return true;
}

void restrain(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // An answer that is not packed cannot unpack to more than its limit.
    request.setRawHeader("Accept-Encoding", "identity");
}

void limitAnswer(QNetworkReply *reply)
{
    // One byte more may be buffered, so that an answer that is too long shows.
    reply->setReadBufferSize(maxAnswerBytes + 1);
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [reply] {
        if (reply->bytesAvailable() > maxAnswerBytes)
            reply->abort();
    });
}

//! Errors of connecting, before anything is sent.
bool isBeforeSending(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError ||
           error == QNetworkReply::HostNotFoundError ||
           error == QNetworkReply::SslHandshakeFailedError ||
           error == QNetworkReply::ProxyConnectionRefusedError ||
           error == QNetworkReply::ProxyNotFoundError;
}

//! Of a body that nobody has begun to read nothing has left, whatever went wrong; of one that was
//! read not even a refused connection proves that: it may be the second one.
bool surelyNothingLeft(const QNetworkReply &reply)
{
    for (const QObject *child : reply.children()) {
        const auto *body = dynamic_cast<const OneShotBody *>(child);
        if (body && !body->isEmpty())
            return !body->wasTaken();
    }
    return isBeforeSending(reply.error());
}

//! An error that is not a status of the server's leaves the status of half an answer.
bool isWhole(const QNetworkReply &reply, int status)
{
    const auto error = reply.error();
    if (error == QNetworkReply::NoError)
        return status != 0;
    return status >= 300 && error >= QNetworkReply::ContentAccessDenied &&
           error != QNetworkReply::ContentReSendError && error != QNetworkReply::ProtocolFailure;
}

//! What is seen of a call while it is under way.
struct Course
{
    QList<QSslError> certificate;
    bool timedOut = false;
};

//! Of several faults of a certificate the one that its owner would mend first.
HttpFault certificateFault(const QList<QSslError> &errors)
{
    const auto any = [&errors](std::initializer_list<QSslError::SslError> wanted) {
        return std::ranges::any_of(errors, [&wanted](const QSslError &error) {
            return std::ranges::find(wanted, error.error()) != wanted.end();
        });
    };
    if (any({QSslError::CertificateExpired, QSslError::CertificateNotYetValid}))
        return HttpFault::CertificateTime;
    return any({QSslError::HostNameMismatch}) ? HttpFault::CertificateName
                                              : HttpFault::CertificateTrust;
}

HttpFault faultOf(const QNetworkReply &reply, const Course &course)
{
    if (course.timedOut)
        return HttpFault::TimedOut;
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ProxyNotFoundError:
        return HttpFault::HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::UnknownNetworkError:
        return HttpFault::NotReached;
    case QNetworkReply::SslHandshakeFailedError:
        return course.certificate.isEmpty() ? HttpFault::NoTls
                                            : certificateFault(course.certificate);
    default:
        return HttpFault::Broken;
    }
}

HttpAnswer answerOf(QNetworkReply &reply, const Course &course)
{
    HttpAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (!isWhole(reply, answer.status)) {
        if (surelyNothingLeft(reply))
            answer.kind = HttpAnswer::Kind::NotSent;
        answer.note = reply.errorString();
        answer.fault = faultOf(reply, course);
        return answer;
    }
    answer.kind = HttpAnswer::Kind::Answered;
    answer.note = QStringLiteral("HTTP %1").arg(answer.status);
    const QByteArray bytes = reply.readAll();
    const auto document = QJsonDocument::fromJson(bytes);
    if (bytes.size() <= maxAnswerBytes && document.isObject())
        answer.content = document.object();
    return answer;
}

void follow(QNetworkReply *reply, int timeoutMs, HttpAnswered answered)
{
    limitAnswer(reply);
    // Qt's own time-out begins anew with every byte that drips in; this one does not.
    const auto course = std::make_shared<Course>();
    QTimer::singleShot(timeoutMs, reply, [reply, course] {
        course->timedOut = !reply->isFinished();
        reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::sslErrors, reply,
                     [course](const QList<QSslError> &errors) { course->certificate = errors; });
    QObject::connect(reply, &QNetworkReply::finished, reply,
                     [reply, course, answered = std::move(answered)] {
                         reply->deleteLater();
                         answered(answerOf(*reply, *course));
                     });
}

} // namespace

void honourProxies(QNetworkAccessManager &network) { network.setProxyFactory(new SystemProxies); }

void fetch(QNetworkAccessManager &network, QNetworkRequest request, int timeoutMs,
           HttpAnswered answered)
{
    if (refused(network, request, answered))
        return;
    restrain(request);
    follow(network.get(request), timeoutMs, std::move(answered));
}

void postOnce(QNetworkAccessManager &network, QNetworkRequest request, const QByteArray &body,
              int timeoutMs, HttpAnswered answered)
{
    if (refused(network, request, answered))
        return;
    restrain(request);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    auto *device = new OneShotBody(body, nullptr);
    QNetworkReply *reply = network.post(request, device);
    device->setParent(reply);
    follow(reply, timeoutMs, std::move(answered));
}

} // namespace kontor
