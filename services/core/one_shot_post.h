// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

class QNetworkAccessManager;
class QNetworkRequest;

namespace kontor {

//! Why there is no whole answer, for whoever set up the connection.
enum class HttpFault
{
    None,
    Configuration, //!< it may not be called so: without a key, or without TLS
    HostNotFound,
    NotReached,
    TimedOut,
    CertificateTime, //!< it has expired, or is not valid yet
    CertificateName, //!< it is made out to another server
    CertificateTrust,
    NoTls,  //!< no secured connection comes about
    Broken, //!< what came is no whole answer of a web server, or too long
};

//! What came of one request to an external system that speaks JSON.
struct HttpAnswer
{
    enum class Kind
    {
        Answered, //!< a whole answer with a status
        NotSent,  //!< surely nothing of the body has left
        Lost,     //!< it may have been acted on
    };

    Kind kind = Kind::Lost;
    int status = 0;
    std::optional<QJsonObject> content; //!< nothing if what came is no JSON object
    QString note;
    HttpFault fault = HttpFault::None; //!< None where it was answered

    bool isSuccess() const { return kind == Kind::Answered && status / 100 == 2 && content; }
};

using HttpAnswered = std::function<void(const HttpAnswer &)>;

//! Asks an external system and answers once, from the event loop, at most timeoutMs later; never if
//! the network is gone by then. What all such calls share: nothing is sent but over TLS or to this
//! machine, no redirects, no HTTP/2, no packed answers, none that is longer than maxAnswerBytes.
void fetch(QNetworkAccessManager &network, QNetworkRequest request, int timeoutMs,
           HttpAnswered answered);

//! The same for a body that is posted once and never again: QNetworkAccessManager by itself sends a
//! POST a second time when the server closes without an answer, but it cannot do so with a body
//! that it can read only once. Such a call is Lost: whether the server acted on it is unknown.
void postOnce(QNetworkAccessManager &network, QNetworkRequest request, const QByteArray &body,
              int timeoutMs, HttpAnswered answered);

//! Requests leave the machine by the proxies that the system is set to; those to this machine have
//! none.
void honourProxies(QNetworkAccessManager &network);

inline constexpr qint64 maxAnswerBytes = 256 * 1024;

} // namespace kontor
