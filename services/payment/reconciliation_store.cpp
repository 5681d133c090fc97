// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/reconciliation_store.h"

#include "services/payment/payment.h"

#define KONTOR_BOOKED                                                                              \
    "SELECT p.ordered_at, t.captured, t.refunded, t.currency, t.order_id, p.receipt, "             \
    "t.reference, t.state, t.refunding FROM tender t JOIN payment p ON p.order_id = t.order_id "   \
    "WHERE t.reference <> '' AND t.amount > 0 "

#define KONTOR_RECONCILIATION "SELECT at, since, charges, differences, trouble FROM reconciliation "

namespace kontor {

namespace {

BookedCharge bookedFrom(const Row &row)
{
    const Currency currency = row.currency(3);
    return {row.time(0),
            row.money(1, currency),
            row.money(2, currency),
            row.id<OrderId>(4),
            row.text(5),
            row.text(6),
            isUnderWay(row.named<TenderState>(7)) || row.integer(8) != 0};
}

Reconciliation reconciliationFrom(const Row &row)
{
    const auto differences = decode<QList<Difference>>(row.bytes(3));
    KONTOR_CHECK(bool(differences));
    return {row.time(0), row.time(1), int(row.integer(2)), *differences, row.text(4)};
}

} // namespace

Result<QList<BookedCharge>> ReconciliationStore::bookedSince(Timestamp since) const
{
    return m_db.all(
        KONTOR_BOOKED
        "AND p.ordered_at >= ? AND NOT EXISTS (SELECT 1 FROM intent i LEFT JOIN intent_system s "
        "ON s.intent = i.id WHERE i.subject = t.order_id AND COALESCE(s.name, 'sandbox') <> "
        "(SELECT name FROM system_in_use WHERE one = 1))",
        bookedFrom, since);
}

Result<QList<BookedCharge>> ReconciliationStore::bookedAs(OrderId order,
                                                          const QString &reference) const
{
    return m_db.all(KONTOR_BOOKED "AND t.order_id = ? AND t.reference = ?", bookedFrom, order,
                    reference);
}

Result<std::optional<Reconciliation>> ReconciliationStore::last() const
{
    return m_db.first(KONTOR_RECONCILIATION "ORDER BY at DESC LIMIT 1", reconciliationFrom);
}

Result<std::optional<Reconciliation>> ReconciliationStore::lastWhole() const
{
    return m_db.first(KONTOR_RECONCILIATION "WHERE trouble = '' ORDER BY at DESC LIMIT 1",
                      reconciliationFrom);
}

Result<> ReconciliationStore::add(Transaction &tx, const Reconciliation &reconciliation)
{
    return withoutValue(
        tx.run("INSERT INTO reconciliation (at, since, charges, differences, trouble) "
               "VALUES (?, ?, ?, ?, ?) ON CONFLICT (at) DO NOTHING",
               reconciliation.at, reconciliation.since, reconciliation.charges,
               encode(reconciliation.differences), reconciliation.trouble));
}

Result<bool> ReconciliationStore::isClosed(const Difference &difference) const
{
    return m_db.exists("SELECT 1 FROM difference_closed WHERE reference = ? AND kind = ? AND "
                       "ours = ? AND theirs = ?",
                       difference.reference, difference.kind, difference.ours.minor,
                       difference.theirs.minor);
}

Result<> ReconciliationStore::close(Transaction &tx, const Difference &difference)
{
    return withoutValue(tx.run("INSERT INTO difference_closed (reference, kind, ours, theirs) "
                               "VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                               difference.reference, difference.kind, difference.ours.minor,
                               difference.theirs.minor));
}

} // namespace kontor
