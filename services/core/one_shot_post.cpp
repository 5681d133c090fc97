// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/one_shot_post.h"

#include <QIODevice>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <cstring>

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

} // namespace

QNetworkReply *postOnce(QNetworkAccessManager &network, QNetworkRequest request,
                        const QByteArray &body)
{
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    auto *device = new OneShotBody(body, nullptr);
    QNetworkReply *reply = network.post(request, device);
    device->setParent(reply);
    return reply;
}

bool bodyWasTaken(const QNetworkReply *reply)
{
    const auto children = reply->children();
    return std::any_of(children.begin(), children.end(), [](const QObject *child) {
        const auto *body = dynamic_cast<const OneShotBody *>(child);
        return body && body->wasTaken();
    });
}

void restrain(QNetworkRequest &request, int timeoutMs)
{
    request.setTransferTimeout(timeoutMs);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
}

void limitAnswer(QNetworkReply *reply, qint64 maxBytes)
{
    // One byte more may be buffered, so that an answer that is too long shows.
    reply->setReadBufferSize(maxBytes + 1);
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [reply, maxBytes] {
        if (reply->bytesAvailable() > maxBytes)
            reply->abort();
    });
}

} // namespace kontor
