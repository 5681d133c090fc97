// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandbox.h"

#include "app/sandbox/fault_answers.h"

#include <QCryptographicHash>
#include <QTimer>

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

namespace {

bool isPaymentCall(const HttpRequest &request) { return request.path.startsWith(u"/v1/"); }

//! Empty where the request has no idempotency key, or could have none.
QString idempotencyKey(const HttpRequest &request)
{
    if (!isPaymentCall(request) || request.method != "POST")
        return {};
    return QString::fromUtf8(request.header("idempotency-key"));
}

//! The same for the same parameters, in whatever order they are sent.
QString requestHash(const HttpRequest &request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto form = parseForm(request.body);
    for (auto it = form.begin(); it != form.end(); ++it) {
        hash.addData(it.key().toUtf8() + '\0');
        hash.addData(it.value().toUtf8() + '\0');
    }
    return QString::fromLatin1(hash.result().toHex());
}

HttpResponse keyReused()
{
    return errorResponse({400,
                          u"idempotency_error"_s,
                          {},
                          u"Keys for idempotent requests can only be used with the same parameters "
                          "they were first used with."_s,
                          {},
                          {}});
}

HttpResponse keyInProgress()
{
    return errorResponse({409,
                          u"idempotency_error"_s,
                          u"idempotency_key_in_use"_s,
                          u"There is currently another in-progress request using this key."_s,
                          {},
                          {}});
}

HttpResponse replayed(const IdempotentAnswer &first)
{
    HttpResponse response;
    response.status = first.status;
    response.body = first.body;
    response.headers = {{"Idempotent-Replayed", "true"}};
    return response;
}

} // namespace

Sandbox::Sandbox(Ledger &ledger, FaultPlan faults, QObject *parent)
    : QObject(parent)
    , m_world(ledger)
    , m_faults(std::move(faults))
    , m_payments(m_world)
    , m_logistics(m_world)
    , m_control(m_world, m_payments, m_logistics, m_faults)
    , m_server([this](const auto &request, const auto &reply) { handle(request, reply); })
{
}

QString Sandbox::baseUrl() const { return u"http://127.0.0.1:%1"_s.arg(port()); }

void Sandbox::handle(const HttpRequest &request, const HttpServer::Reply &reply)
{
    Q_EMIT requestReceived();
    if (request.path.startsWith(u"/_sandbox/")) {
        if (!committed({{}, m_payments.sessions().expireOverdue()})) {
            answer(reply, std::nullopt);
            return;
        }
        answer(reply, committed(m_control.answer(request)));
        return;
    }
    const auto injected = m_faults.next(request.method, request.path);
    if (m_keysInProgress.contains(idempotencyKey(request))) {
        answer(reply, m_payments.refusesCaller(request).value_or(keyInProgress()));
        return;
    }
    handleFaulted(request, injected, reply);
}

void Sandbox::handleFaulted(const HttpRequest &request, const InjectedFault &injected,
                            const HttpServer::Reply &reply)
{
    const bool isPayment = isPaymentCall(request);
    const auto key = idempotencyKey(request);
    switch (injected.fault) {
    case Fault::None:
        answer(reply, process(request, false));
        return;
    case Fault::Refuse:
        answer(reply, refused(request));
        return;
    case Fault::RefuseLater:
        later(key, injected.delayMs, [this, request, reply] { answer(reply, refused(request)); });
        return;
    case Fault::DropBefore:
        reply({}, Delivery::Nothing);
        return;
    case Fault::DropAfter:
        answer(reply, process(request, false), Delivery::Nothing);
        return;
    case Fault::Delay:
        later(key, injected.delayMs,
              [this, request, reply] { answer(reply, process(request, false)); });
        return;
    case Fault::DelayAfter: {
        const auto response = process(request, false);
        later(key, injected.delayMs, [this, response, reply] { answer(reply, response); });
        return;
    }
    case Fault::ServerError:
    case Fault::Status:
    case Fault::TooManyRequests:
    case Fault::Redirect:
        answer(reply, answerWithoutEffect(injected, isPayment));
        return;
    case Fault::Drip:
        answer(reply, process(request, false), Delivery::Drip);
        return;
    case Fault::Truncated:
        answer(reply, process(request, false), Delivery::HalfOfBody);
        return;
    case Fault::ServerErrorAfter:
    case Fault::StatusAfter:
    case Fault::Garbage:
    case Fault::WrongAmount:
    case Fault::WrongCurrency:
    case Fault::HugeBody: {
        const auto good = process(request, false);
        answer(reply, good ? std::optional(spoiled(*good, injected, isPayment)) : good);
        return;
    }
    }
}

void Sandbox::later(const QString &key, int delayMs, const std::function<void()> &action)
{
    if (!key.isEmpty())
        m_keysInProgress.insert(key);
    QTimer::singleShot(delayMs, this, [this, key, action] {
        m_keysInProgress.remove(key);
        action();
    });
}

//! A question has no refusal of its own.
std::optional<HttpResponse> Sandbox::refused(const HttpRequest &request)
{
    return request.method == "POST"
               ? process(request, true)
               : answerWithoutEffect({Fault::ServerError}, isPaymentCall(request));
}

std::optional<HttpResponse> Sandbox::process(const HttpRequest &request, bool refuse)
{
    if (isPaymentCall(request))
        return processPayment(request, refuse);
    if (const auto refused = m_logistics.refusesCaller(request))
        return refused;
    return committed(m_logistics.answer(request, baseUrl(), refuse));
}

std::optional<HttpResponse> Sandbox::processPayment(const HttpRequest &request, bool refuse)
{
    if (const auto refused = m_payments.refusesCaller(request))
        return refused;
    if (!committed({{}, m_payments.sessions().expireOverdue()}))
        return std::nullopt;
    const auto key = idempotencyKey(request);
    if (key.isEmpty())
        return committed(m_payments.answer(request, baseUrl(), refuse));
    if (key.size() > 255)
        return errorResponse(invalidRequest({}, u"Idempotency keys have up to 255 characters."_s));

    const auto hash = requestHash(request);
    if (const auto first = m_world.answerTo(key)) {
        const bool same = first->endpoint == request.path && first->requestHash == hash;
        return same ? replayed(*first) : keyReused();
    }
    const auto answer = m_payments.answer(request, baseUrl(), refuse);
    if (!answer.executed)
        return committed(answer);
    return committed(answer, IdempotentAnswer{key, request.path, hash, answer.response.status,
                                              answer.response.body});
}

std::optional<HttpResponse> Sandbox::committed(const Answer &answer,
                                               const std::optional<IdempotentAnswer> &binding)
{
    if (!m_world.commit(answer.change, binding))
        return std::nullopt;
    return answer.response;
}

void Sandbox::answer(const HttpServer::Reply &reply, const std::optional<HttpResponse> &response,
                     Delivery delivery)
{
    if (response) {
        reply(*response, delivery);
        return;
    }
    reply({}, Delivery::Nothing);
    Q_EMIT ledgerFailed();
}

} // namespace kontor::sandbox
