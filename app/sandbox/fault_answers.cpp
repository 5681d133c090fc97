// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/fault_answers.h"

#include <QJsonDocument>

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype hugeBytes = 10 * 1024 * 1024;

HttpResponse plainError(int status, bool isPayment, const QString &message,
                        const QString &type = u"api_error"_s)
{
    if (!isPayment)
        return jsonResponse(status, {{u"detail"_s, message}});
    return jsonResponse(status,
                        {{u"error"_s, QJsonObject{{u"type"_s, type}, {u"message"_s, message}}}});
}

QString errorType(int status)
{
    if (status == 402)
        return u"card_error"_s;
    if (status == 409)
        return u"idempotency_error"_s;
    return status < 500 ? u"invalid_request_error"_s : u"api_error"_s;
}

HttpResponse withContent(const HttpResponse &good, const QJsonObject &content)
{
    auto changed = jsonResponse(good.status, content);
    changed.headers = good.headers;
    return changed;
}

//! In the words of the system, or as a gateway before it says so.
HttpResponse answerWithStatus(int status, bool isPayment)
{
    if (status != 502 && status != 503)
        return plainError(status, isPayment, u"Refused with status %1."_s.arg(status),
                          errorType(status));
    HttpResponse page;
    page.status = status;
    page.contentType = "text/html";
    page.body = "<html><body>The gateway has no answer.</body></html>";
    return page;
}

} // namespace

HttpResponse answerWithoutEffect(const InjectedFault &injected, bool isPayment)
{
    if (injected.fault == Fault::Status)
        return answerWithStatus(injected.status, isPayment);
    if (injected.fault == Fault::TooManyRequests)
        return plainError(429, isPayment, u"Too many requests."_s);
    if (injected.fault == Fault::Redirect) {
        HttpResponse redirect;
        redirect.status = 307;
        redirect.headers = {{"Location", "http://127.0.0.1:9/elsewhere"}};
        return redirect;
    }
    return plainError(500, isPayment, u"Something went wrong on our side."_s);
}

HttpResponse spoiled(const HttpResponse &good, const InjectedFault &injected, bool isPayment)
{
    auto content = QJsonDocument::fromJson(good.body).object();
    switch (injected.fault) {
    case Fault::ServerErrorAfter:
        return plainError(500, isPayment, u"Something went wrong on our side."_s);
    case Fault::StatusAfter:
        return answerWithStatus(injected.status, isPayment);
    case Fault::Garbage: {
        HttpResponse garbage;
        garbage.body = "<html>{\"id\": \x01\xff no JSON";
        return garbage;
    }
    case Fault::HugeBody: {
        HttpResponse huge;
        huge.body = '"' + QByteArray(hugeBytes, 'x') + '"';
        return huge;
    }
    case Fault::WrongAmount:
        for (const auto &name :
             {u"amount"_s, u"amount_capturable"_s, u"amount_received"_s, u"amount_total"_s}) {
            if (const auto amount = content.value(name).toInteger(); amount > 0)
                content[name] = amount + 1;
        }
        return withContent(good, content);
    case Fault::WrongCurrency:
        if (content.contains(u"currency"_s))
            content[u"currency"_s] = content[u"currency"_s] == u"jpy"_s ? u"usd"_s : u"jpy"_s;
        return withContent(good, content);
    case Fault::None:
    case Fault::Refuse:
    case Fault::DropBefore:
    case Fault::DropAfter:
    case Fault::Delay:
    case Fault::DelayAfter:
    case Fault::RefuseLater:
    case Fault::ServerError:
    case Fault::Status:
    case Fault::Drip:
    case Fault::Truncated:
    case Fault::TooManyRequests:
    case Fault::Redirect:
        break;
    }
    return good;
}

} // namespace kontor::sandbox
