// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/codec.h"
#include "services/core/transaction.h"

#include <QObject>

namespace kontor {

//! An event as it lies in a topic.
struct StoredEvent
{
    qint64 seq = 0;
    QString type;
    SubjectId subject;
    QByteArray bytes;
    QByteArray hash;
};

//! What stands around an event's own fields in its bytes. Keys are canonical: alphabetical.
template <class Data>
struct Envelope
{
    QString actor;
    Timestamp at;
    QString cause;
    CommandId command;
    Data data;
    qint64 seq = 0;
    SubjectId subject;
    QString type;
    int version = 1;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("actor", self.actor);
        a("at", self.at);
        a("cause", self.cause);
        a("command", self.command);
        a("data", self.data);
        a("seq", self.seq);
        a("subject", self.subject);
        a("type", self.type);
        a("version", self.version);
    }
};

//! An event of a service: named in the past tense, with its fields and what it is about.
template <class E>
concept Event = requires(const E &event, Writer &writer)
{
    {
        E::type
        } -> std::convertible_to<const char *>;
    {
        event.subject()
        } -> std::same_as<SubjectId>;
    E::fields(writer, event);
};

//! The append-only log of a service, in its own store, written in the transaction of the change it
//! tells of. Numbers are gapless from 1; each event's hash is SHA-256(hash of the one before ‖ its
//! bytes), the first one's predecessor being 32 zero bytes. The signals come after the commit and
//! may be missed; the log may not.
class Topic : public QObject
{
    Q_OBJECT
public:
    //! The source is the topic's name in cursors and causes; where each till has a topic of its own
    //! (the cart's), it carries the till's name.
    Topic(Store &store, QString source, QObject *parent = nullptr);

    const QString &source() const { return m_source; }
    const StoreUrl &url() const { return m_store.url(); }
    const QString &service() const { return m_store.service(); }

    static QByteArray firstHash() { return QByteArray(32, '\0'); }
    static QByteArray chainHash(const QByteArray &before, const QByteArray &bytes);

Q_SIGNALS:
    //! After each commit that appended something: the number of the newest event.
    void appended(qint64 head);

protected:
    //! Appends the event and emits its typed signal after the commit. A service's topic has an
    //! append() for each of its events, which calls this.
    template <class Own, Event E>
    void append(Transaction &tx, const E &event, void (Own::*signal)(const E &))
    {
        add(tx, E::type, event.subject(), encode(event));
        auto *topic = static_cast<Own *>(this);
        tx.afterCommit([topic, signal, event] { Q_EMIT(topic->*signal)(event); });
    }

private:
    friend class Transaction;

    void add(Transaction &tx, const char *type, SubjectId subject, QByteArray data);
    Result<> write(Transaction &tx);

    Store &m_store;
    QString m_source;
};

//! Reads a topic from its publisher's store, over a read-only connection of the reader's own.
class TopicReader
{
public:
    static Result<std::unique_ptr<TopicReader>> open(const StoreUrl &url, const QString &service,
                                                     const QString &source);

    const QString &source() const { return m_source; }
    Store &store() { return *m_store; }
    //! The number of the newest event; 0 if there is none.
    Result<qint64> head();
    //! The events after the given number, oldest first, at most limit of them.
    Result<QList<StoredEvent>> after(qint64 seq, int limit);
    Result<std::optional<StoredEvent>> at(qint64 seq);
    Result<QList<StoredEvent>> about(SubjectId subject);

private:
    TopicReader(std::unique_ptr<Store> store, QString source)
        : m_store(std::move(store))
        , m_source(std::move(source))
    {
    }

    std::unique_ptr<Store> m_store;
    QString m_source;
};

} // namespace kontor
