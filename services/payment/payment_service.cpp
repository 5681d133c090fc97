// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/payment_service.h"

#include <QPointer>

namespace kontor {

PaymentService::PaymentService(Store &store, PaymentTopic &topic, const Clock &clock,
                               const Rights &rights, PaymentSystem &system, AccountService &account,
                               const PaymentSettings &settings)
    : Service(store, clock, rights)
    , m_topic(topic)
    , m_store(store)
    , m_calls(store, clock, system, account, settings,
              [this](PaymentCallKind kind, const CallRequest &request,
                     const PaymentOutcome &outcome, Transaction &tx) -> Result<> {
                  tellOf(tx, request.tender);
                  return m_outcomes.take(kind, request, outcome, tx);
              })
    , m_settlement(m_store, topic, m_calls)
    , m_outcomes(m_store, topic, m_settlement, clock)
    , m_links(store, clock, system, m_settlement, m_outcomes, settings.pollIntervalMs)
    , m_reconciler(store, clock, system, settings)
{
    watch(m_calls.external());
    connect(&m_calls.external(), &ExternalCalls::settled, this, &PaymentService::callsChanged);
    connect(&m_calls.gate(), &SystemGate::heldUp, this, &PaymentService::tellHeldUp);
    connect(&m_links, &LinkWatch::changed, this, &Service::wake);
    connect(&m_reconciler, &Reconciler::looked, this, &PaymentService::reconciled);
}

void PaymentService::consume(const AccountTopic &topic)
{
    subscribe(topic)
        .on<AccountCreated>(this, &PaymentService::on)
        .on<AccountUpdated>(this, &PaymentService::on)
        .on<AccountDeactivated>(this, &PaymentService::on);
}

void PaymentService::consume(const CartTopic &topic)
{
    subscribe(topic)
        .on<ShoppingCartOrdered>(this, &PaymentService::on)
        .on<ShoppingCartAbandoned>(this, &PaymentService::on)
        .on<RefundPaidOut>(this, &PaymentService::on)
        .on<DuePaidIn>(this, &PaymentService::on);
}

void PaymentService::consume(const InventoryTopic &topic)
{
    subscribe(topic)
        .on<InventoryProcessed>(this, &PaymentService::on)
        .on<InventoryOutOfStock>(this, &PaymentService::on)
        .on<InventoryBackordered>(this, &PaymentService::on)
        .on<InventoryReleased>(this, &PaymentService::on);
}

void PaymentService::consume(const ShippingTopic &topic)
{
    subscribe(topic)
        .on<ShippingProcessed>(this, &PaymentService::on)
        .on<ShippingFailed>(this, &PaymentService::on)
        .on<ShippingDelivered>(this, &PaymentService::on);
}

Result<int> PaymentService::reachOut()
{
    const auto sent = m_calls.external().sendDue();
    if (!sent)
        return sent;
    const auto ready = m_calls.gate().isOpen();
    if (!ready)
        return ready.error();
    if (!*ready)
        return sent;
    const auto looked = m_links.lookAtDue();
    if (!looked)
        return looked;
    const auto compared = m_reconciler.lookIfDue();
    if (!compared)
        return compared;
    return *sent + *looked + *compared;
}

Result<> PaymentService::reconcile(const Command &command)
{
    const auto wanted = perform<CommandName::PaymentReconcile>(
        command, [](Transaction &) -> Result<> { return {}; });
    if (wanted)
        m_reconciler.look();
    return wanted;
}

Result<std::optional<Reconciliation>> PaymentService::lastReconciliation() const
{
    auto last = m_reconciler.last();
    if (last && *last && (*last)->isBeginning())
        last->reset();
    return last;
}

Result<> PaymentService::closeDifference(const Command &command, const Difference &difference)
{
    return perform<CommandName::PaymentCloseDifference>(
        command, [&](Transaction &tx) { return m_reconciler.close(tx, difference); });
}

void PaymentService::tellOf(Transaction &tx, TenderId tender)
{
    tx.afterCommit([this, tender] { Q_EMIT tenderChanged(tender); });
}

Result<> PaymentService::useSystem(const PaymentSettings &settings)
{
    const auto used = m_calls.use(settings);
    wake();
    return used;
}

Result<> PaymentService::checkSystem(const PaymentSettings &settings)
{
    m_calls.check(settings, [self = QPointer(this)](const SystemCheck &check) {
        if (self)
            Q_EMIT self->checked(check);
    });
    return {};
}

Result<PaymentOverview> PaymentService::payment(OrderId order) const
{
    const auto payment = m_store.payment(order);
    if (!payment)
        return payment.error();
    if (!payment->has_value())
        return Error(PaymentError::UnknownOrder);
    const auto tenders = m_store.tenders(order);
    if (!tenders)
        return tenders.error();
    return PaymentOverview{**payment, *tenders};
}

Result<PaymentTender> PaymentService::tender(TenderId tender) const
{
    const auto found = m_store.tender(tender);
    if (!found)
        return found.error();
    if (!found->has_value())
        return Error(PaymentError::UnknownTender);
    return **found;
}

Result<QList<OpenCall>> PaymentService::openCalls() const
{
    const auto intents = m_calls.external().openIntents();
    if (!intents)
        return intents.error();
    QList<OpenCall> calls;
    for (const Intent &intent : *intents) {
        const auto request = decode<CallRequest>(intent.request);
        const auto kind = enumFromName<PaymentCallKind>(intent.kind.toStdString());
        KONTOR_CHECK(request && kind);
        calls.append({intent, *kind, request->order, request->tender, request->amount});
    }
    return calls;
}

} // namespace kontor
