// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/payment_store.h"

namespace kontor {

namespace {

#define KONTOR_PAYMENT_COLUMNS                                                                     \
    "order_id, state, failure, fulfilment, customer, address, receipt, till, total, currency, "    \
    "weight_grams, pending, stock_ready, begun, gone, due, written_off, ordered_at"

#define KONTOR_TENDER_COLUMNS                                                                      \
    "id, order_id, position, kind, amount, currency, state, listed, round, authorised, captured, " \
    "refunding, refunded, refund_due, paid_out, set_off, claimed_by, reference, session, link, "   \
    "link_expires, next_look_at, card, note"

Payment paymentFrom(const Row &row)
{
    // An abandoned cart has no amounts, and so no currency.
    const Currency currency = row.text(9).isEmpty() ? Currency() : row.currency(9);
    Payment payment;
    payment.order = row.id<OrderId>(0);
    payment.state = row.named<PaymentState>(1);
    payment.failure = row.named<PaymentFailure>(2);
    payment.fulfilment = row.named<Fulfilment>(3);
    payment.customer = row.id<AccountId>(4);
    payment.address = row.id<AddressId>(5);
    payment.receipt = row.text(6);
    payment.till = row.text(7);
    payment.total = row.money(8, currency);
    payment.weightGrams = int(row.integer(10));
    payment.pending = row.truth(11);
    payment.stockReady = row.truth(12);
    payment.begun = row.truth(13);
    payment.gone = row.truth(14);
    payment.due = row.money(15, currency);
    payment.writtenOff = row.money(16, currency);
    payment.orderedAt = row.time(17);
    return payment;
}

PaymentTender tenderFrom(const Row &row)
{
    const Currency currency = row.currency(5);
    PaymentTender tender;
    tender.id = row.id<TenderId>(0);
    tender.order = row.id<OrderId>(1);
    tender.position = int(row.integer(2));
    tender.kind = row.named<TenderKind>(3);
    tender.amount = row.money(4, currency);
    tender.state = row.named<TenderState>(6);
    tender.listed = row.truth(7);
    tender.round = int(row.integer(8));
    tender.authorised = row.money(9, currency);
    tender.captured = row.money(10, currency);
    tender.refunding = row.money(11, currency);
    tender.refunded = row.money(12, currency);
    tender.refundDue = row.money(13, currency);
    tender.paidOut = row.money(14, currency);
    tender.setOff = row.money(15, currency);
    tender.claimedBy = row.text(16);
    tender.reference = row.text(17);
    tender.session = row.text(18);
    tender.link = row.text(19);
    tender.linkExpires = row.time(20);
    tender.nextLookAt = row.time(21);
    tender.card = row.text(22);
    tender.note = row.text(23);
    return tender;
}

} // namespace

Result<bool> PaymentStore::open(Transaction &tx, const Payment &payment)
{
    const auto made = tx.run("INSERT INTO payment (" KONTOR_PAYMENT_COLUMNS ") VALUES "
                             "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                             "ON CONFLICT (order_id) DO NOTHING",
                             payment.order, payment.state, payment.failure, payment.fulfilment,
                             payment.customer, payment.address, payment.receipt, payment.till,
                             payment.total, payment.total.currency.code(), payment.weightGrams,
                             payment.pending, payment.stockReady, payment.begun, payment.gone,
                             payment.due, payment.writtenOff, payment.orderedAt);
    if (!made)
        return made.error();
    return *made > 0;
}

Result<> PaymentStore::save(Transaction &tx, const Payment &payment)
{
    return withoutValue(tx.run(
        R"(UPDATE payment SET state = ?, failure = ?, fulfilment = ?, customer = ?, address = ?,
                  receipt = ?, till = ?, total = ?, currency = ?, weight_grams = ?, pending = ?,
                  stock_ready = ?, begun = ?, gone = ?, due = ?, written_off = ?, ordered_at = ?
           WHERE order_id = ?)",
        payment.state, payment.failure, payment.fulfilment, payment.customer, payment.address,
        payment.receipt, payment.till, payment.total, payment.total.currency.code(),
        payment.weightGrams, payment.pending, payment.stockReady, payment.begun, payment.gone,
        payment.due, payment.writtenOff, payment.orderedAt, payment.order));
}

Result<std::optional<Payment>> PaymentStore::payment(OrderId order) const
{
    return m_db.first("SELECT " KONTOR_PAYMENT_COLUMNS " FROM payment WHERE order_id = ?",
                      paymentFrom, order);
}

Result<std::optional<Payment>> PaymentStore::locked(Transaction &tx, OrderId order) const
{
    // A transaction of SQLite begins as the only writer.
    if (tx.store().dialect() == Dialect::Sqlite)
        return payment(order);
    return m_db.first("SELECT " KONTOR_PAYMENT_COLUMNS " FROM payment WHERE order_id = ? "
                      "FOR UPDATE",
                      paymentFrom, order);
}

Result<std::optional<Payment>> PaymentStore::settleAtOnce(Transaction &tx, OrderId order)
{
    return tx.store().first("UPDATE payment SET state = 'Settled', stock_ready = 1 "
                            "WHERE order_id = ? AND state = 'Open' AND pending = 0 "
                            "RETURNING " KONTOR_PAYMENT_COLUMNS,
                            paymentFrom, order);
}

Result<> PaymentStore::add(Transaction &tx, const PaymentTender &tender)
{
    return withoutValue(
        tx.run("INSERT INTO tender (" KONTOR_TENDER_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, "
               "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               tender.id, tender.order, tender.position, tender.kind, tender.amount,
               tender.amount.currency, tender.state, tender.listed, tender.round, tender.authorised,
               tender.captured, tender.refunding, tender.refunded, tender.refundDue, tender.paidOut,
               tender.setOff, tender.claimedBy, tender.reference, tender.session, tender.link,
               tender.linkExpires, tender.nextLookAt, tender.card, tender.note));
}

Result<> PaymentStore::save(Transaction &tx, const PaymentTender &tender)
{
    return withoutValue(tx.run(
        R"(UPDATE tender SET position = ?, amount = ?, state = ?, listed = ?, round = ?,
                  authorised = ?, captured = ?, refunding = ?, refunded = ?, refund_due = ?,
                  paid_out = ?, set_off = ?, claimed_by = ?, reference = ?, session = ?, link = ?,
                  link_expires = ?, next_look_at = ?, card = ?, note = ?
           WHERE id = ?)",
        tender.position, tender.amount, tender.state, tender.listed, tender.round,
        tender.authorised, tender.captured, tender.refunding, tender.refunded, tender.refundDue,
        tender.paidOut, tender.setOff, tender.claimedBy, tender.reference, tender.session,
        tender.link, tender.linkExpires, tender.nextLookAt, tender.card, tender.note, tender.id));
}

Result<std::optional<PaymentTender>> PaymentStore::tender(TenderId id) const
{
    return m_db.first("SELECT " KONTOR_TENDER_COLUMNS " FROM tender WHERE id = ?", tenderFrom, id);
}

Result<QList<PaymentTender>> PaymentStore::tenders(OrderId order) const
{
    return m_db.all("SELECT " KONTOR_TENDER_COLUMNS " FROM tender WHERE order_id = ? "
                    "ORDER BY position, id",
                    tenderFrom, order);
}

Result<> PaymentStore::addReturned(Transaction &tx, OrderId order, const ReturnedOrder &returned)
{
    return withoutValue(
        tx.run("INSERT INTO returned_order (order_id, original, amount) VALUES (?, ?, ?)", order,
               returned.original, returned.amount));
}

Result<QList<ReturnedOrder>> PaymentStore::returnedOrders(OrderId order) const
{
    return m_db.all(
        "SELECT r.original, r.amount, p.currency FROM returned_order r "
        "JOIN payment p ON p.order_id = r.order_id WHERE r.order_id = ? ORDER BY r.original",
        [](const Row &row) {
            return ReturnedOrder{row.id<OrderId>(0), row.money(1, row.currency(2))};
        },
        order);
}

Result<QList<Payment>> PaymentStore::dues() const
{
    return m_db.all("SELECT " KONTOR_PAYMENT_COLUMNS " FROM payment WHERE state = 'Due' "
                    "ORDER BY ordered_at, order_id",
                    paymentFrom);
}

Result<QList<RefundToPay>> PaymentStore::refundsDue() const
{
    return m_db.all(R"(
        SELECT t.refund_due, t.currency, t.claimed_by, t.order_id, t.paid_out, p.receipt, t.id
        FROM tender t JOIN payment p ON p.order_id = t.order_id
        WHERE t.refund_due > 0 ORDER BY p.ordered_at, t.order_id, t.position)",
                    [](const Row &row) {
                        const Currency currency = row.currency(1);
                        return RefundToPay{
                            row.money(0, currency), row.text(2), row.id<OrderId>(3),
                            row.money(4, currency), row.text(5), row.id<TenderId>(6)};
                    });
}

Result<> PaymentStore::claim(Transaction &tx, OrderId order, const QString &till)
{
    return withoutValue(tx.run(
        "UPDATE tender SET claimed_by = ? WHERE order_id = ? AND refund_due > 0", till, order));
}

Result<QList<PaymentTender>> PaymentStore::linksToLookAt(Timestamp now, int limit) const
{
    return m_db.all("SELECT " KONTOR_TENDER_COLUMNS " FROM tender "
                    "WHERE state = 'Requested' AND next_look_at <= ? ORDER BY next_look_at LIMIT ?",
                    tenderFrom, now, limit);
}

Result<> PaymentStore::lookAgainAt(Transaction &tx, TenderId tender, Timestamp next)
{
    return withoutValue(tx.run(
        "UPDATE tender SET next_look_at = ? WHERE id = ? AND state = 'Requested'", next, tender));
}

Result<bool> PaymentStore::anyAtSystem() const
{
    return m_db.exists("SELECT 1 FROM tender WHERE state = 'Authorised' OR state = 'Requested'");
}

Result<std::optional<FirstSend>> PaymentStore::firstSend(IntentId intent) const
{
    return m_db.first(
        "SELECT at, method FROM first_send WHERE intent = ?",
        [](const Row &row) {
            return FirstSend{row.time(0), row.text(1)};
        },
        intent);
}

Result<> PaymentStore::saveFirstSend(Transaction &tx, IntentId intent, const FirstSend &first)
{
    return withoutValue(
        tx.run("INSERT INTO first_send (intent, at, method) VALUES (?, ?, ?) "
               "ON CONFLICT (intent) DO UPDATE SET at = excluded.at, method = excluded.method",
               intent, first.at, first.method));
}

#undef KONTOR_PAYMENT_COLUMNS
#undef KONTOR_TENDER_COLUMNS

} // namespace kontor
