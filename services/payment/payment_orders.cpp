// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/payment_service.h"

#include <QMap>

// The events of carts and accounts: orders begin, and tills take in and pay out.
namespace kontor {

namespace {

Payment openedBy(const ShoppingCartOrdered &event, Timestamp at)
{
    const Money none{0, event.total.currency};
    Payment payment;
    payment.order = event.order;
    payment.fulfilment = event.fulfilment;
    payment.customer = event.customer;
    payment.address = event.address;
    payment.receipt = event.receipt;
    payment.till = event.till;
    payment.total = event.total + event.cashRounding;
    payment.due = none;
    payment.writtenOff = none;
    payment.orderedAt = at;
    Int128 thousandthGrams = 0;
    for (const OrderedLine &line : event.lines) {
        if (!line.isReturn())
            thousandthGrams += Int128(line.weightGrams) * line.quantity.thousandths;
    }
    const qint64 grams = divideRounded(thousandthGrams, 1000);
    payment.weightGrams = int(std::min<qint64>(grams, std::numeric_limits<int>::max()));
    for (const Tender &tender : event.tenders) {
        payment.pending =
            payment.pending || (tender.kind != TenderKind::Cash &&
                                tender.kind != TenderKind::Outside && !tender.amount.isZero());
    }
    return payment;
}

QString paidTooMuch(const RefundPaidOut &event, const PaymentTender &tender)
{
    return tender.paidOut.isZero()
               ? QStringLiteral("till %1 paid out more than was due").arg(event.till)
               : QStringLiteral("till %1 paid out what had been paid out before").arg(event.till);
}

} // namespace

Handled PaymentService::on(const AccountCreated &, Transaction &) { return Handled::done(); }
Handled PaymentService::on(const AccountUpdated &, Transaction &) { return Handled::done(); }
// Account answers no saved card for it any more.
Handled PaymentService::on(const AccountDeactivated &, Transaction &) { return Handled::done(); }

Handled PaymentService::on(const ShoppingCartOrdered &event, Transaction &tx)
{
    PaymentOverview order{openedBy(event, tx.at()), {}};
    const auto opened = m_store.open(tx, order.payment);
    if (!opened)
        return opened.error();
    if (*opened)
        return orderTenders(event, order, tx);

    const auto known = m_settlement.find(tx, event.order);
    if (!known)
        return known.error();
    if ((*known)->payment.state == PaymentState::Abandoned)
        return Handled::failed(QStringLiteral("an abandoned cart was ordered"));
    if ((*known)->payment.state != PaymentState::Held)
        return Handled::done();
    order.tenders = (*known)->tenders;
    if (const auto saved = m_store.save(tx, order.payment); !saved)
        return saved.error();
    return orderTenders(event, order, tx);
}

Result<> PaymentService::orderTenders(const ShoppingCartOrdered &event, PaymentOverview &order,
                                      Transaction &tx)
{
    const bool cardsBefore = !order.tenders.isEmpty();
    bool givesBack = false;
    int position = 0;
    for (const Tender &tender : event.tenders) {
        if (const auto taken = orderTender(tender, ++position, order, tx); !taken)
            return taken;
        givesBack = givesBack || tender.amount.isNegative();
    }
    if (!order.payment.pending && !cardsBefore)
        return {};
    if (givesBack && order.payment.pending) {
        if (const auto noted = noteReturnedOrders(event, tx); !noted)
            return noted;
    }
    return m_settlement.advance(tx, order);
}

Result<> PaymentService::orderTender(const Tender &tender, int position, PaymentOverview &order,
                                     Transaction &tx)
{
    if (PaymentTender *held = order.tender(tender.id)) {
        held->position = position;
        held->amount = tender.amount;
        held->listed = true;
        return m_store.save(tx, *held);
    }
    PaymentTender made = newTender(tender, order.payment.order, position);
    Result<> wished;
    if (!made.isElectronic() || made.amount.isZero()) {
        made.state = TenderState::Taken;
        if (!made.amount.isNegative())
            made.captured = made.amount;
    } else if (made.amount.isNegative()) {
        made.state = TenderState::Noted;
    } else if (made.kind == TenderKind::SavedCard) {
        wished = m_settlement.authorise(tx, order.payment, made, {});
    } else if (made.kind == TenderKind::Link) {
        wished = m_settlement.requestLink(tx, order.payment, made);
    } else {
        made.state = TenderState::Declined;
        made.note = QStringLiteral("was never authorised");
    }
    if (!wished)
        return wished;
    order.tenders.append(made);
    return m_store.add(tx, made);
}

Result<> PaymentService::noteReturnedOrders(const ShoppingCartOrdered &event, Transaction &tx)
{
    QMap<OrderId, Money> amounts;
    for (const OrderedLine &line : event.lines) {
        if (!line.isReturn() || line.originalOrder.isNull())
            continue;
        const Money before = amounts.value(line.originalOrder, {0, line.gross.currency});
        amounts.insert(line.originalOrder, before - line.gross);
    }
    for (auto it = amounts.cbegin(); it != amounts.cend(); ++it) {
        if (it.value().minor <= 0)
            continue;
        if (const auto added = m_store.addReturned(tx, event.order, {it.key(), it.value()}); !added)
            return added;
    }
    return {};
}

Handled PaymentService::on(const ShoppingCartAbandoned &event, Transaction &tx)
{
    PaymentOverview order;
    order.payment.order = event.order;
    order.payment.state = PaymentState::Abandoned;
    order.payment.orderedAt = tx.at();
    const auto opened = m_store.open(tx, order.payment);
    if (!opened)
        return opened.error();
    if (*opened)
        return Handled::done();
    auto known = m_settlement.find(tx, event.order);
    if (!known)
        return known.error();
    if ((*known)->payment.state == PaymentState::Abandoned)
        return Handled::done();
    if ((*known)->payment.state != PaymentState::Held)
        return Handled::failed(QStringLiteral("an order cannot be abandoned"));
    (*known)->payment.state = PaymentState::Abandoned;
    return m_settlement.advance(tx, **known);
}

Handled PaymentService::on(const RefundPaidOut &event, Transaction &tx)
{
    return withOrder(event.order, tx, [&](PaymentOverview &order) -> Handled {
        if (order.payment.state == PaymentState::Held)
            return Handled::notYet();
        PaymentTender *tender = order.tender(event.tender);
        if (!tender)
            return Handled::failed(
                QStringLiteral("paid out for a tender that the order does not have"));
        return payOut(event, order.payment, *tender, tx);
    });
}

//! Whichever till had claimed it: the cash has left a drawer.
Handled PaymentService::payOut(const RefundPaidOut &event, Payment &payment, PaymentTender &tender,
                               Transaction &tx)
{
    if (event.amount.currency != tender.amount.currency)
        return Handled::failed(QStringLiteral("paid out in another currency"));
    const Money ofRefund = std::min(event.amount, tender.refundDue);
    // It may have left the drawer just before the parcel turned out to have left the house.
    const Money crossed = event.amount - ofRefund;
    const bool mayCross = payment.gone && payment.begun;
    if (!crossed.isZero() && (!mayCross || crossed > tender.remaining()))
        return Handled::failed(paidTooMuch(event, tender));
    tender.refundDue -= ofRefund;
    tender.paidOut += event.amount;
    if (tender.refundDue.isZero()) {
        tender.claimedBy.clear();
        if (tender.state == TenderState::RefundDue)
            tender.state = TenderState::PaidOut;
    }
    if (const auto saved = m_store.save(tx, tender); !saved)
        return saved;
    if (crossed.isZero())
        return Handled::done();
    payment.due += crossed;
    payment.state = PaymentState::Due;
    return m_store.save(tx, payment);
}

Handled PaymentService::on(const DuePaidIn &event, Transaction &tx)
{
    return withOrder(event.order, tx, [&](PaymentOverview &order) -> Handled {
        if (order.payment.state == PaymentState::Held)
            return Handled::notYet();
        if (order.payment.state == PaymentState::Abandoned)
            return Handled::failed(QStringLiteral("paid in for an abandoned cart"));
        if (event.amount.minor <= 0 || event.amount.currency != order.payment.total.currency)
            return Handled::failed(QStringLiteral("paid in an amount that cannot be"));

        const auto name = QStringLiteral("paid in/") + tx.cause().event;
        PaymentTender cash =
            newTender({event.amount, TenderId::named(tx.at(), name.toUtf8()), TenderKind::Cash},
                      event.order, int(order.tenders.size()) + 1);
        cash.state = TenderState::Taken;
        cash.captured = cash.amount;
        const auto excess = m_settlement.payDown(tx, order, event.amount);
        if (!excess)
            return excess.error();
        // More than is owed goes back the way it came: by a person.
        cash.refundDue = *excess;
        if (!excess->isZero())
            cash.state = TenderState::RefundDue;
        return m_store.add(tx, cash);
    });
}

} // namespace kontor
