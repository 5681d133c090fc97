// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/payment_calls.h"

#include "services/core/call.h"

namespace kontor {

namespace {

// The payment system takes 30 minutes to 24 hours, by its own clock.
constexpr qint64 shortestLinkMs = 31LL * 60 * 1000;
constexpr qint64 longestLinkMs = 23LL * 60 * 60 * 1000;

QString kindText(PaymentCallKind kind)
{
    const auto name = nameOf(kind);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

PaymentCallKind callKindOf(const Intent &intent)
{
    const auto kind = enumFromName<PaymentCallKind>(intent.kind.toStdString());
    KONTOR_CHECK(kind.has_value());
    return *kind;
}

CallReply notSentBecause(const Error &error)
{
    return CallReply{CallReply::Kind::NotSent, {}, error.text()}.notAsked();
}

//! What has one effect by itself, whatever its key: a second capture or void is refused.
bool isSafeToRepeat(PaymentCallKind kind)
{
    return kind == PaymentCallKind::Capture || kind == PaymentCallKind::Void ||
           kind == PaymentCallKind::ExpireLink;
}

} // namespace

PaymentCalls::PaymentCalls(Store &store, const Clock &clock, PaymentSystem &system,
                           AccountService &account, PaymentSettings settings, Outcome outcome)
    : m_db(store)
    , m_store(store)
    , m_clock(clock)
    , m_system(system)
    , m_account(account)
    , m_settings(std::move(settings))
    , m_gate(store, QStringLiteral("the key of the payment system is not known"),
             m_settings.system(), !m_settings.key.isEmpty())
    , m_external(
          store, clock, [this](const Intent &intent, const Reply &reply) { send(intent, reply); },
          [outcome = std::move(outcome)](const Intent &intent, const QByteArray &bytes,
                                         Transaction &tx) -> Result<> {
              const auto request = decode<CallRequest>(intent.request);
              const auto decoded = decode<PaymentOutcome>(bytes);
              if (!request || !decoded)
                  return request ? decoded.error() : request.error();
              return outcome(callKindOf(intent), *request, *decoded, tx);
          })
{
}

Result<> PaymentCalls::wish(Transaction &tx, PaymentCallKind kind, PaymentTender &tender,
                            const CallRequest &request, Timestamp notBefore)
{
    ++tender.round;
    const QString name = QStringLiteral("%1/%2/%3/%4")
                             .arg(kindText(kind), request.tender.toString(),
                                  request.source.toString(), QString::number(tender.round));
    const auto id = IntentId::named(tx.at(), name.toUtf8());
    const auto made = m_external.intend(tx, id, kindText(kind), subject(request.order),
                                        encode(request), notBefore);
    return made ? m_gate.claim(tx, id) : made;
}

Result<> PaymentCalls::use(const PaymentSettings &settings)
{
    PaymentSettings used = settings;
    // What a person entered outlives a keychain that says later that it does not know it.
    if (used.key.isEmpty() && used.system() == m_settings.system())
        used.key = m_settings.key;
    const auto taken = m_gate.use(used.system(), !used.key.isEmpty(), m_external,
                                  [this] { return m_store.anyAtSystem(); });
    if (!taken)
        return taken;
    m_settings = used;
    m_system.use(used);
    return {};
}

Result<std::optional<PaymentOutcome>>
PaymentCalls::chargedElsewhere(PaymentCallKind kind, const CallRequest &request) const
{
    if (kind == PaymentCallKind::Authorise || kind == PaymentCallKind::RequestLink)
        return std::optional<PaymentOutcome>();
    const OrderId order = request.sourceOrder.isNull() ? request.order : request.sourceOrder;
    for (const auto charging : {PaymentCallKind::Authorise, PaymentCallKind::RequestLink}) {
        const auto elsewhere = m_gate.wasElsewhere(subject(order), kindText(charging));
        if (!elsewhere)
            return elsewhere.error();
        if (!*elsewhere)
            continue;
        PaymentOutcome refused;
        refused.amount = request.amount;
        refused.reference = request.reference;
        refused.result =
            kind == PaymentCallKind::Void ? PaymentResult::Refused : PaymentResult::Declined;
        refused.note = QStringLiteral("it was paid at another payment system than the one in use");
        return std::optional(refused);
    }
    return std::optional<PaymentOutcome>();
}

Result<bool> PaymentCalls::isWanted(PaymentCallKind kind, const CallRequest &request) const
{
    if (kind == PaymentCallKind::Void || kind == PaymentCallKind::ExpireLink)
        return true;
    const auto payment = m_store.payment(request.order);
    const auto tender = m_store.tender(request.tender);
    if (!payment || !tender)
        return payment ? tender.error() : payment.error();
    KONTOR_CHECK(payment->has_value() && tender->has_value());
    const PaymentState state = (*payment)->state;
    if (kind == PaymentCallKind::Refund)
        return !(request.cancels && (*payment)->gone);
    if (kind == PaymentCallKind::Capture)
        return state == PaymentState::Settling || state == PaymentState::Due;
    if (!(*tender)->listed)
        return state == PaymentState::Held;
    return state == PaymentState::Open || state == PaymentState::Settling;
}

void PaymentCalls::send(const Intent &intent, const Reply &reply)
{
    const auto request = decode<CallRequest>(intent.request);
    const PaymentCallKind kind = callKindOf(intent);
    if (!request)
        return reply(notSentBecause(request.error()));
    const auto held = m_gate.whyHeldUp(intent.id);
    if (!held)
        return reply(notSentBecause(held.error()));
    if (!held->isEmpty())
        return reply(
            CallReply{CallReply::Kind::NotSent, {}, *held, SystemGate::heldUpMs}.notAsked());
    if (!intent.unsure) {
        const auto wanted = isWanted(kind, *request);
        if (!wanted)
            return reply(notSentBecause(wanted.error()));
        if (!*wanted) {
            PaymentOutcome stopped;
            stopped.amount = request->amount;
            stopped.result = PaymentResult::Stopped;
            return reply(definiteReply(stopped).notAsked());
        }
        const auto elsewhere = chargedElsewhere(kind, *request);
        if (!elsewhere)
            return reply(notSentBecause(elsewhere.error()));
        if (*elsewhere)
            return reply(definiteReply(**elsewhere));
    }
    const auto first = m_store.firstSend(intent.id);
    if (!first)
        return reply(notSentBecause(first.error()));
    PaymentCall call;
    call.key = intent.id;
    call.order = request->order;
    call.tender = request->tender;
    call.amount = request->amount;
    call.reference = request->reference;
    call.method = request->method;
    call.description = request->receipt;
    const bool savedCard = kind == PaymentCallKind::Authorise && request->method.isEmpty();
    call.offSession = savedCard;
    if (intent.unsure && first->has_value())
        sendAgain(kind, call, **first, reply);
    else if (savedCard)
        sendWithSavedCard(request->customer, call, reply);
    else
        sendFirst(kind, call, reply);
}

void PaymentCalls::sendWithSavedCard(AccountId customer, const PaymentCall &call,
                                     const Reply &reply)
{
    kontor::call(m_account, &AccountService::savedCard, customer)
        .then(this, [this, call, reply](const Result<SavedCard> &card) {
            if (!card && isPassing(card.error()))
                return reply(notSentBecause(card.error()));
            if (!card) {
                PaymentOutcome declined;
                declined.amount = call.amount;
                declined.note = QStringLiteral("no saved card");
                return reply(definiteReply(declined).notAsked());
            }
            PaymentCall withCard = call;
            withCard.method = card->token;
            sendFirst(PaymentCallKind::Authorise, withCard, reply);
        });
}

void PaymentCalls::sendFirst(PaymentCallKind kind, PaymentCall call, const Reply &reply)
{
    const FirstSend first{m_clock.now(), call.method};
    const auto noted = inTransaction(
        m_db, [&](Transaction &tx) { return m_store.saveFirstSend(tx, call.key, first); });
    if (!noted)
        return reply(notSentBecause(noted.error()));
    call.expires = linkEnd(first);
    m_system.make(kind, call, reply);
}

void PaymentCalls::sendAgain(PaymentCallKind kind, PaymentCall call, const FirstSend &first,
                             const Reply &reply)
{
    call.method = first.method;
    call.expires = linkEnd(first);
    if (isSafeToRepeat(kind) || m_clock.now().ms - first.at.ms < keyHonouredMs)
        m_system.make(kind, call, reply);
    else
        m_system.lookFor(kind, call, reply);
}

Timestamp PaymentCalls::linkEnd(const FirstSend &first) const
{
    return {first.at.ms + std::clamp(m_settings.linkLifetimeMs, shortestLinkMs, longestLinkMs)};
}

} // namespace kontor
