// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/cart/shift_store.h"

namespace kontor {

namespace {

struct StoredShift
{
    Shift shift;
    QByteArray totals;
};

StoredShift storedShift(const Row &row)
{
    Shift shift;
    shift.id = row.id<ShiftId>(0);
    shift.till = row.text(1);
    shift.floatAmount = row.money(3, row.currency(2));
    shift.floatCounted = row.truth(4);
    shift.openedAt = row.time(5);
    shift.openedBy = row.text(6);
    return {shift, row.bytes(7)};
}

QByteArray bytesOf(const Row &row) { return row.bytes(0); }

Result<std::optional<ShiftReport>> read(const Result<std::optional<QByteArray>> &stored)
{
    if (!stored)
        return stored.error();
    if (!stored->has_value())
        return std::optional<ShiftReport>();
    const auto report = decode<ShiftReport>(**stored);
    if (!report)
        return report.error();
    return std::optional(*report);
}

} // namespace

Result<std::optional<OpenShift>> ShiftStore::open(const QString &till) const
{
    const auto stored = m_store.first(R"(
        SELECT shift.id, shift.till, shift.currency, shift.float_amount, shift.float_counted, shift.opened_at,
               shift.opened_by, open_shift.totals
        FROM open_shift JOIN shift ON shift.id = open_shift.shift WHERE open_shift.till = ?)",
                                      storedShift, till);
    if (!stored)
        return stored.error();
    if (!stored->has_value())
        return std::optional<OpenShift>();
    const auto totals = decode<ShiftTotals>((*stored)->totals);
    if (!totals)
        return totals.error();
    return std::optional(OpenShift{(*stored)->shift, *totals});
}

Result<ShiftReport> ShiftStore::report(const OpenShift &open, const QString &source) const
{
    const Shift &shift = open.shift;
    ShiftReport report;
    report.shift = shift;
    report.totals = open.totals;
    report.counts = expectedCounts(shift, open.totals);
    const auto moved = moves(shift.id, open.totals.currency());
    if (!moved)
        return moved.error();
    report.moves = *moved;
    const auto held = heldNames(shift.till);
    if (!held)
        return held.error();
    report.heldCarts = *held;
    const auto end = mark(source);
    if (!end)
        return end.error();
    if (end->has_value())
        report.marks.append(**end);
    report.perpetualSales = open.totals.salesGross;
    report.perpetualReturns = open.totals.returnsGross;
    const auto before = lastReportIn(shift.till, open.totals.currency());
    if (!before)
        return before.error();
    if (before->has_value()) {
        report.perpetualSales += (*before)->perpetualSales;
        report.perpetualReturns += (*before)->perpetualReturns;
    }
    return report;
}

Result<QList<DrawerMove>> ShiftStore::moves(ShiftId shift, Currency currency) const
{
    return m_store.all(
        "SELECT actor, amount, at, kind, reason FROM shift_move WHERE shift = ? ORDER BY position",
        [currency](const Row &row) {
            return DrawerMove{row.text(0), row.money(1, currency), row.time(2),
                              row.named<DrawerMoveKind>(3), row.text(4)};
        },
        shift);
}

Result<std::optional<ShiftReport>> ShiftStore::zReport(const QString &till, int number) const
{
    return read(m_store.first("SELECT report FROM z_report WHERE till = ? AND number = ?", bytesOf,
                              till, number));
}

Result<std::optional<ShiftReport>> ShiftStore::lastReportIn(const QString &till,
                                                            Currency currency) const
{
    return read(m_store.first(R"(
        SELECT report FROM z_report JOIN shift ON shift.id = z_report.shift
        WHERE z_report.till = ? AND currency = ? ORDER BY number DESC LIMIT 1)",
                              bytesOf, till, currency));
}

Result<int> ShiftStore::nextNumber(const QString &till) const
{
    const auto number = m_store.first(
        "SELECT coalesce(max(number), 0) + 1 FROM z_report WHERE till = ?",
        [](const Row &row) { return int(row.integer(0)); }, till);
    if (!number)
        return number.error();
    return number->value_or(1);
}

Result<QStringList> ShiftStore::heldNames(const QString &till) const
{
    return m_store.all(
        "SELECT held_as FROM cart WHERE state = 'Open' AND held_as <> '' AND till = ? "
        "ORDER BY opened_at, id",
        [](const Row &row) { return row.text(0); }, till);
}

Result<bool> ShiftStore::takesCash(const QString &till) const
{
    return m_store.exists(R"(
        SELECT 1 FROM cart JOIN cart_tender ON cart_tender.cart = cart.id
        WHERE cart.state = 'Open' AND cart.till = ? AND cart_tender.kind = 'Cash' AND cart_tender.amount <> 0)",
                          till);
}

Result<QList<ShiftReport>> ShiftStore::zReports(const QString &till, int limit) const
{
    const auto stored =
        m_store.all("SELECT report FROM z_report WHERE till = ? ORDER BY number DESC LIMIT ?",
                    bytesOf, till, limit);
    if (!stored)
        return stored.error();
    QList<ShiftReport> reports;
    for (const QByteArray &bytes : *stored) {
        const auto report = decode<ShiftReport>(bytes);
        if (!report)
            return report.error();
        reports.append(*report);
    }
    return reports;
}

Result<std::optional<TopicMark>> ShiftStore::mark(const QString &source) const
{
    return m_store.first(
        "SELECT seq, hash FROM topic_head WHERE one = 1 AND seq > 0", [&source](const Row &row) {
            return TopicMark{QString::fromLatin1(row.bytes(1).toHex()), row.integer(0), source};
        });
}

Result<> ShiftStore::insert(Transaction &tx, const OpenShift &opened)
{
    const Shift &shift = opened.shift;
    if (const auto added =
            tx.run(R"(
        INSERT INTO shift (id, till, currency, float_amount, float_counted, opened_at, opened_by)
        VALUES (?, ?, ?, ?, ?, ?, ?))",
                   shift.id, shift.till, shift.floatAmount.currency, shift.floatAmount,
                   shift.floatCounted, shift.openedAt, shift.openedBy);
        !added)
        return added.error();
    return withoutValue(tx.run("INSERT INTO open_shift (till, shift, totals) VALUES (?, ?, ?)",
                               shift.till, shift.id, encode(opened.totals)));
}

Result<> ShiftStore::insertMove(Transaction &tx, const Command &command, ShiftId shift,
                                const DrawerMove &move)
{
    return withoutValue(tx.run(R"(
        INSERT INTO shift_move (command, shift, position, kind, amount, reason, actor, at)
        VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM shift_move WHERE shift = ?), ?, ?, ?, ?, ?))",
                               command.id, shift, shift, move.kind, move.amount, move.reason,
                               move.actor, move.at));
}

Result<> ShiftStore::updateTotals(Transaction &tx, const OpenShift &shift)
{
    return withoutValue(tx.run("UPDATE open_shift SET totals = ? WHERE till = ? AND shift = ?",
                               encode(shift.totals), shift.shift.till, shift.shift.id));
}

Result<> ShiftStore::insertReport(Transaction &tx, const ShiftReport &report)
{
    if (const auto added =
            tx.run("INSERT INTO z_report (till, number, shift, report) VALUES (?, ?, ?, ?)",
                   report.shift.till, report.number, report.shift.id, encode(report));
        !added)
        return added.error();
    return withoutValue(tx.run("DELETE FROM open_shift WHERE till = ? AND shift = ?",
                               report.shift.till, report.shift.id));
}

} // namespace kontor
