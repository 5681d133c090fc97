// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <utility>

namespace kontor::sandbox {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

struct HttpRequest
{
    QByteArray method;
    QString path; // percent-decoded
    QByteArray query;
    HttpHeaders headers; // names in lower case
    QByteArray body;
    bool keepAlive = true;

    //! Empty where the header is absent.
    QByteArray header(const QByteArray &lowerCaseName) const;
};

struct HttpResponse
{
    int status = 200;
    QByteArray body;
    QByteArray contentType = QByteArrayLiteral("application/json");
    HttpHeaders headers;
};

HttpResponse jsonResponse(int status, const QJsonObject &content);

inline constexpr qsizetype maximumHeadBytes = 32 * 1024;
inline constexpr qsizetype maximumBodyBytes = 1024 * 1024;

struct ParsedRequest
{
    enum class State
    {
        Incomplete,
        Complete,
        Refused
    };

    State state = State::Incomplete;
    HttpRequest request;
    int refusalStatus = 0;
};

//! Takes one whole request off the front of \a buffer, which is left alone while it is incomplete.
ParsedRequest takeRequest(QByteArray &buffer);

//! The answer as it goes over the wire, without its body.
QByteArray responseHead(const HttpResponse &response, bool keepAlive);

} // namespace kontor::sandbox
