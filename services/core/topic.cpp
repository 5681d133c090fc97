// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/topic.h"

#include "services/core/listener.h"

#include <QCryptographicHash>

namespace kontor {

namespace {

StoredEvent storedEvent(const Row &row)
{
    return {row.integer(0), row.text(1), row.id<SubjectId>(2), row.bytes(3), row.bytes(4)};
}

//! The same bytes as encoding an Envelope of the event.
QByteArray envelopeBytes(const char *type, SubjectId subject, const QByteArray &data,
                         const Cause &cause, qint64 seq)
{
    QByteArray bytes;
    bytes.reserve(data.size() + 320);
    bytes += '{';
    Writer writer(bytes);
    writer("actor", cause.actor);
    writer("at", cause.at);
    writer("cause", cause.event);
    writer("command", cause.command);
    writer.raw("data", data);
    writer("seq", seq);
    writer("subject", subject);
    writer("type", QString::fromLatin1(type));
    writer("version", 1);
    bytes += '}';
    return bytes;
}

} // namespace

Topic::Topic(Store &store, QString source, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_source(std::move(source))
{
}

QByteArray Topic::chainHash(const QByteArray &before, const QByteArray &bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(before);
    hash.addData(bytes);
    return hash.result();
}

void Topic::add(Transaction &tx, const char *type, SubjectId subject, QByteArray data)
{
    KONTOR_CHECK(&tx.store() == &m_store);
    KONTOR_CHECK(!subject.isNull());
    KONTOR_CHECK(!tx.m_topic || tx.m_topic == this);
    tx.m_topic = this;
    tx.m_appended.push_back({type, subject, std::move(data), tx.cause()});
}

Result<> Topic::write(Transaction &tx)
{
    if (tx.m_appended.empty())
        return {};
    struct Head
    {
        qint64 seq;
        QByteArray hash;
    };
    if (const auto made = tx.run(
            "INSERT INTO topic_head (one, seq, hash) VALUES (1, 0, ?) ON CONFLICT (one) DO NOTHING",
            firstHash());
        !made)
        return made.error();
    const auto readHead = [](const Row &row) { return Head{row.integer(0), row.bytes(1)}; };
    const auto found =
        m_store.first("SELECT seq, hash FROM topic_head WHERE one = 1 FOR UPDATE", readHead);
    if (!found)
        return found.error();
    KONTOR_CHECK(found->has_value());
    Head head = **found;
    for (const auto &event : tx.m_appended) {
        ++head.seq;
        const QByteArray bytes =
            envelopeBytes(event.type, event.subject, event.data, event.cause, head.seq);
        head.hash = chainHash(head.hash, bytes);
        if (const auto added =
                tx.run("INSERT INTO event (seq, type, subject, bytes, hash) VALUES (?, ?, ?, ?, ?)",
                       head.seq, QString::fromLatin1(event.type), event.subject, bytes, head.hash);
            !added)
            return added.error();
    }
    if (const auto moved =
            tx.run("UPDATE topic_head SET seq = ?, hash = ? WHERE one = 1", head.seq, head.hash);
        !moved)
        return moved.error();
    if (m_store.dialect() == Dialect::PostgreSql) {
        if (const auto told =
                m_store.exists("SELECT pg_notify(?, '')", notificationChannel(m_store.schema()));
            !told)
            return told.error();
    }
    tx.afterCommit([this, seq = head.seq] { Q_EMIT appended(seq); });
    return {};
}

Result<std::unique_ptr<TopicReader>> TopicReader::open(const StoreUrl &url, const QString &service,
                                                       const QString &source)
{
    auto store = Store::open(url, service, Store::Access::Read);
    if (!store)
        return store.error();
    return std::unique_ptr<TopicReader>(new TopicReader(std::move(*store), source));
}

Result<qint64> TopicReader::head()
{
    const auto seq = m_store->first("SELECT seq FROM topic_head WHERE one = 1",
                                    [](const Row &row) { return row.integer(0); });
    if (!seq)
        return seq.error();
    return seq->value_or(0);
}

Result<QList<StoredEvent>> TopicReader::after(qint64 seq, int limit)
{
    return m_store->all(
        "SELECT seq, type, subject, bytes, hash FROM event WHERE seq > ? ORDER BY seq LIMIT ?",
        storedEvent, seq, limit);
}

Result<std::optional<StoredEvent>> TopicReader::at(qint64 seq)
{
    return m_store->first("SELECT seq, type, subject, bytes, hash FROM event WHERE seq = ?",
                          storedEvent, seq);
}

Result<QList<StoredEvent>> TopicReader::about(SubjectId subject)
{
    return m_store->all(
        "SELECT seq, type, subject, bytes, hash FROM event WHERE subject = ? ORDER BY seq",
        storedEvent, subject);
}

} // namespace kontor
