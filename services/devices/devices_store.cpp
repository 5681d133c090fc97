// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/devices_store.h"

namespace kontor {

namespace {

PrintJob jobFrom(const Row &row)
{
    const auto paper = decode<Document>(row.bytes(3));
    KONTOR_CHECK(bool(paper));
    return {row.id<PrintJobId>(0),
            row.named<PrintJobKind>(1),
            row.id<OrderId>(2),
            *paper,
            row.named<PrintJobState>(4),
            row.truth(5),
            int(row.integer(6)),
            row.time(7),
            row.time(8),
            row.text(9),
            enumFromName<DevicesError>(row.text(10).toStdString())};
}

QString nameOfTrouble(const PrintJob &job)
{
    if (!job.trouble)
        return QStringLiteral("");
    const auto name = nameOf(*job.trouble);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

} // namespace

Result<std::optional<PrintJob>> DevicesStore::job(PrintJobId id) const
{
    return m_store.first("SELECT id, kind, order_id, paper, state, begun, attempts, created_at, "
                         "next_at, reason, trouble FROM print_job WHERE id = ?",
                         jobFrom, id);
}

Result<QList<PrintJob>> DevicesStore::about(OrderId order) const
{
    return m_store.all("SELECT id, kind, order_id, paper, state, begun, attempts, created_at, "
                       "next_at, reason, trouble FROM print_job WHERE order_id = ? "
                       "ORDER BY created_at, id",
                       jobFrom, order);
}

Result<std::optional<PrintJob>> DevicesStore::nextDue(Timestamp now) const
{
    return m_store.first(
        "SELECT id, kind, order_id, paper, state, begun, attempts, created_at, "
        "next_at, reason, trouble FROM print_job WHERE state = 'Waiting' AND next_at <= ? "
        "ORDER BY kind <> 'Drawer', created_at, id LIMIT 1",
        jobFrom, now);
}

Result<QList<PrintJob>> DevicesStore::inState(PrintJobState state) const
{
    return m_store.all(
        "SELECT id, kind, order_id, paper, state, begun, attempts, created_at, "
        "next_at, reason, trouble FROM print_job WHERE state = ? ORDER BY created_at, id",
        jobFrom, state);
}

Result<QList<PrintJob>> DevicesStore::unfinished() const
{
    return m_store.all("SELECT id, kind, order_id, paper, state, begun, attempts, created_at, "
                       "next_at, reason, trouble FROM print_job WHERE kind <> 'Drawer' "
                       "AND state IN ('Waiting', 'Printing') ORDER BY created_at, id",
                       jobFrom);
}

Result<QList<PrintJob>> DevicesStore::newestGivenUp(int limit) const
{
    return m_store.all("SELECT id, kind, order_id, paper, state, begun, attempts, created_at, "
                       "next_at, reason, trouble FROM print_job WHERE kind <> 'Drawer' "
                       "AND state = 'GivenUp' ORDER BY created_at DESC, id DESC LIMIT ?",
                       jobFrom, limit);
}

Result<int> DevicesStore::waitingPapers() const
{
    const auto count =
        m_store.first("SELECT count(*) FROM print_job WHERE state IN ('Waiting', 'Printing') "
                      "AND kind <> 'Drawer'",
                      [](const Row &row) { return int(row.integer(0)); });
    if (!count)
        return count.error();
    return count->value_or(0);
}

Result<std::optional<bool>> DevicesStore::wasTraining(Timestamp at) const
{
    return m_store.first(
        "SELECT training FROM trade_turn WHERE at <= ? ORDER BY at DESC LIMIT 1",
        [](const Row &row) { return row.truth(0); }, at);
}

Result<> DevicesStore::noteTurn(Transaction &tx, Timestamp at, bool training)
{
    return withoutValue(tx.run("INSERT INTO trade_turn (at, training) VALUES (?, ?) "
                               "ON CONFLICT (at) DO UPDATE SET training = excluded.training",
                               at, training));
}

Result<bool> DevicesStore::add(Transaction &tx, const PrintJob &job)
{
    const auto added =
        tx.run("INSERT INTO print_job (id, kind, order_id, paper, state, begun, attempts, "
               "created_at, next_at, reason, trouble) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
               "ON CONFLICT (id) DO NOTHING",
               job.id, job.kind, job.order, encode(job.paper), job.state, job.begun, job.attempts,
               job.createdAt, job.nextAt, job.reason, nameOfTrouble(job));
    if (!added)
        return added.error();
    return *added > 0;
}

Result<> DevicesStore::update(Transaction &tx, const PrintJob &job)
{
    return withoutValue(tx.run("UPDATE print_job SET state = ?, begun = ?, attempts = ?, "
                               "next_at = ?, reason = ?, trouble = ? WHERE id = ?",
                               job.state, job.begun, job.attempts, job.nextAt, job.reason,
                               nameOfTrouble(job), job.id));
}

} // namespace kontor
