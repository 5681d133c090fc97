// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/shipping/label_fetch.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

bool isSafe(const QUrl &link)
{
    return link.scheme() == u"https" ||
           (link.scheme() == u"http" && QHostAddress(link.host()).isLoopback());
}

Result<LabelFile> fileOf(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply.error() != QNetworkReply::NoError)
        return Error(ShippingError::LabelNotThere, reply.errorString());
    if (status / 100 != 2)
        return Error(ShippingError::LabelNotThere, u"HTTP %1"_s.arg(status));
    return labelFileFrom(reply.readAll());
}

} // namespace

Result<LabelFile> labelFileFrom(const QByteArray &bytes)
{
    if (bytes.size() > maxLabelBytes)
        return Error(ShippingError::LabelNotThere, u"too large"_s);
    if (bytes.startsWith("%PDF-"))
        return LabelFile{u"pdf"_s, bytes};
    if (bytes.startsWith("\x89PNG\r\n"))
        return LabelFile{u"png"_s, bytes};
    if (bytes.trimmed().startsWith("^XA"))
        return LabelFile{u"zpl"_s, bytes};
    return Error(ShippingError::LabelNotThere, u"what came is no label"_s);
}

void fetchLabelFile(QNetworkAccessManager &network, const QUrl &link, int timeoutMs,
                    LabelFetched fetched)
{
    if (!isSafe(link)) {
        const Error error(ShippingError::LabelNotThere, u"its link is without TLS"_s);
        QMetaObject::invokeMethod(
            &network, [fetched, error] { fetched(error); }, Qt::QueuedConnection);
        return;
    }
    QNetworkRequest request(link);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setRawHeader("Accept-Encoding", "identity");
    QNetworkReply *reply = network.get(request);
    reply->setReadBufferSize(maxLabelBytes + 1);
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [reply] {
        if (reply->bytesAvailable() > maxLabelBytes)
            reply->abort();
    });
    QTimer::singleShot(timeoutMs, reply, &QNetworkReply::abort);
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply, fetched = std::move(fetched)] {
        reply->deleteLater();
        fetched(fileOf(*reply));
    });
}

} // namespace kontor
