// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/http_message.h"

#include <QJsonDocument>

#include <algorithm>

namespace kontor::sandbox {

namespace {

ParsedRequest refused(int status)
{
    ParsedRequest parsed;
    parsed.state = ParsedRequest::State::Refused;
    parsed.refusalStatus = status;
    return parsed;
}

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool readRequestLine(const QByteArray &line, HttpRequest &request)
{
    const auto parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts[0]) || !parts[1].startsWith('/'))
        return false;
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0")
        return false;
    const auto question = parts[1].indexOf('?');
    const auto pathLength = question < 0 ? parts[1].size() : question;
    request.method = parts[0];
    request.path = QString::fromUtf8(QByteArray::fromPercentEncoding(parts[1].left(pathLength)));
    request.query = parts[1].mid(pathLength + 1);
    request.keepAlive = parts[2] == "HTTP/1.1";
    return true;
}

bool readHeaders(const QList<QByteArray> &lines, HttpRequest &request)
{
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto colon = lines[i].indexOf(':');
        if (colon < 0 || !isToken(lines[i].left(colon)))
            return false;
        request.headers.append({lines[i].left(colon).toLower(), lines[i].mid(colon + 1).trimmed()});
    }
    const auto connection = request.header("connection").toLower();
    if (connection == "close")
        request.keepAlive = false;
    if (connection == "keep-alive")
        request.keepAlive = true;
    return true;
}

//! The announced length, or -1 where it is no plain number or said twice with different values.
qint64 contentLength(const HttpRequest &request)
{
    QByteArray announced;
    for (const auto &[name, value] : request.headers) {
        if (name != "content-length")
            continue;
        if (value.isEmpty() || (!announced.isEmpty() && announced != value))
            return -1;
        announced = value;
    }
    if (announced.isEmpty())
        return 0;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (announced.size() > 18 || !std::all_of(announced.begin(), announced.end(), isDigit))
        return -1;
    return announced.toLongLong();
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 307:
        return "Temporary Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 402:
        return "Payment Required";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 409:
        return "Conflict";
    case 411:
        return "Length Required";
    case 413:
        return "Payload Too Large";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    default:
        return status >= 500 ? "Internal Server Error" : "Answer";
    }
}

} // namespace

QByteArray HttpRequest::header(const QByteArray &lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

HttpResponse jsonResponse(int status, const QJsonObject &content)
{
    HttpResponse response;
    response.status = status;
    response.body = QJsonDocument(content).toJson(QJsonDocument::Compact);
    return response;
}

ParsedRequest takeRequest(QByteArray &buffer)
{
    const auto headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd > maximumHeadBytes || (headEnd < 0 && buffer.size() > maximumHeadBytes))
        return refused(431);
    if (headEnd < 0)
        return {};
    const auto head = buffer.left(headEnd);
    QList<QByteArray> lines;
    for (const auto &line : head.split('\n'))
        lines.append(line.endsWith('\r') ? line.chopped(1) : line);

    ParsedRequest parsed;
    if (head.contains('\0') || !readRequestLine(lines.first(), parsed.request) ||
        !readHeaders(lines, parsed.request))
        return refused(400);
    if (!parsed.request.header("transfer-encoding").isEmpty())
        return refused(411);
    const auto length = contentLength(parsed.request);
    if (length < 0)
        return refused(400);
    if (length > maximumBodyBytes)
        return refused(413);

    const auto bodyStart = headEnd + 4;
    if (buffer.size() < bodyStart + length)
        return {};
    parsed.request.body = buffer.mid(bodyStart, length);
    parsed.state = ParsedRequest::State::Complete;
    buffer.remove(0, bodyStart + length);
    return parsed;
}

QByteArray responseHead(const HttpResponse &response, bool keepAlive)
{
    QByteArray head =
        "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) +
        "\r\nContent-Type: " + response.contentType +
        "\r\nContent-Length: " + QByteArray::number(response.body.size()) +
        "\r\nCache-Control: no-store\r\nConnection: " + (keepAlive ? "keep-alive" : "close") +
        "\r\n";
    for (const auto &[name, value] : response.headers)
        head += name + ": " + value + "\r\n";
    return head + "\r\n";
}

} // namespace kontor::sandbox
