// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/checks.h"

#include <QFile>

#include <algorithm>
#include <cctype>

namespace kontor::auditing {

using namespace Qt::StringLiterals;

namespace {

//! Compares what one service keeps about one topic with that topic.
class ReadingCheck
{
public:
    ReadingCheck(const QString &consumer, const TopicScan &topic, Facts &facts, Findings &findings)
        : m_consumer(consumer)
        , m_topic(topic)
        , m_facts(facts)
        , m_findings(findings)
        , m_handled(*handledEvents(consumer, topic.source.section(u':', 0, 0)))
        , m_taken(topic.marks.size() + 1)
    {
    }

    void setCursor(qint64 seq) { m_cursor = seq; }
    void take(const QString &table, qint64 seq);
    //! Answers whether the topic is read to its end.
    bool finish();

private:
    void wrong(const char *invariant, qint64 seq, const QString &expected, const QString &found)
    {
        m_findings.add(invariant, m_consumer, u"%1:%2"_s.arg(m_topic.source).arg(seq), expected,
                       found);
    }
    void markUnderWay(qint64 seq, const QString &how);

    QString m_consumer;
    const TopicScan &m_topic;
    Facts &m_facts;
    Findings &m_findings;
    const QSet<QString> &m_handled;
    qint64 m_cursor = 0;
    std::vector<quint8> m_taken; //!< how often, by number
};

void ReadingCheck::markUnderWay(qint64 seq, const QString &how)
{
    const EventMark &mark = m_topic.marks[size_t(seq - 1)];
    if (auto *order = m_facts.find(mark.subject))
        order->markUnderWay(u"%1:%2 (%3) is %4 by %5"_s.arg(m_topic.source)
                                .arg(seq)
                                .arg(mark.type, how, m_consumer));
}

void ReadingCheck::take(const QString &table, qint64 seq)
{
    if (seq < 1 || seq >= qint64(m_taken.size()))
        return wrong("A9", seq, u"a number up to %1"_s.arg(m_taken.size() - 1),
                     u"a row in %1"_s.arg(table));
    ++m_taken[size_t(seq)];
    if (table == "waiting"_L1)
        markUnderWay(seq, u"held back"_s);
    else if (table == "parked"_L1)
        markUnderWay(seq, u"parked"_s);
}

bool ReadingCheck::finish()
{
    for (qint64 seq = 1; seq < qint64(m_taken.size()); ++seq) {
        const EventMark &mark = m_topic.marks[size_t(seq - 1)];
        if (mark.type.isEmpty())
            continue;
        const bool handled = m_handled.contains(mark.type);
        const int expected = handled && seq <= m_cursor ? 1 : 0;
        if (m_taken[size_t(seq)] != expected)
            wrong("A9", seq, u"%1 taken %2 times"_s.arg(mark.type).arg(expected),
                  u"%1 times"_s.arg(m_taken[size_t(seq)]));
        if (handled && seq > m_cursor)
            markUnderWay(seq, u"not taken"_s);
    }
    return m_cursor == m_topic.seq;
}

bool isBeginningOfId(const QByteArray &text)
{
    return std::ranges::all_of(
        text, [](char c) { return c == '-' || std::isxdigit(static_cast<unsigned char>(c)); });
}

} // namespace

Result<> checkCursors(StoreReader &consumer, const QMap<QString, TopicEnd> &topics,
                      Findings &findings)
{
    return consumer.each(
        u"SELECT source, seq FROM topic_cursor ORDER BY source"_s, [&](const Row &row) {
            const auto topic = topics.constFind(row.text(0));
            if (topic != topics.constEnd() && row.number(1) > topic->seq)
                findings.add("A10", consumer.name(), u"%1:%2"_s.arg(topic.key()).arg(row.number(1)),
                             u"a cursor up to %1"_s.arg(topic->seq),
                             u"a cursor at %1"_s.arg(row.number(1)));
        });
}

Result<bool> checkReading(StoreReader &consumer, const Scans &topics, Facts &facts,
                          Findings &findings)
{
    std::map<QString, ReadingCheck> checks;
    for (const auto &[source, topic] : topics) {
        if (handledEvents(consumer.service(), source.section(u':', 0, 0)))
            checks.try_emplace(source, consumer.name(), topic, facts, findings);
    }
    const auto readTable = [&](const QString &table) {
        return consumer.each(
            u"SELECT source, seq FROM %1 ORDER BY source, seq"_s.arg(table), [&](const Row &row) {
                const auto source = row.text(0);
                const auto check = checks.find(source);
                if (check == checks.end()) {
                    if (!handledEvents(consumer.service(), source.section(u':', 0, 0)))
                        findings.add("A9", consumer.name(), table, u"a topic that it may read"_s,
                                     source);
                } else if (table == "topic_cursor"_L1) {
                    check->second.setCursor(row.number(1));
                } else {
                    check->second.take(table, row.number(1));
                }
            });
    };
    for (const auto *table : {u"topic_cursor", u"inbox", u"waiting", u"parked"}) {
        if (const auto read = readTable(QString::fromUtf16(table)); !read)
            return read.error();
    }
    bool atEnd = true;
    for (auto &[source, check] : checks)
        atEnd = check.finish() && atEnd;
    return atEnd;
}

Result<IntentCount> checkIntents(StoreReader &store, const AuditInput &input, Facts &facts,
                                 Findings &findings)
{
    const qint64 now = input.nowMs;
    IntentCount count;
    const auto read = store.each(
        u"SELECT id, kind, subject, state, sent_at, note FROM intent ORDER BY created_at, id"_s,
        [&](const Row &row) {
            ++count.all;
            const auto state = row.text(3);
            if (state == "Done"_L1)
                return;
            ++count.open;
            if (auto *order = facts.find(row.id(2)))
                order->markUnderWay(
                    u"the %1 of %2 is %3"_s.arg(row.text(1), store.name(), row.text(3)));
            const bool late = !row.isNull(4) && now - row.number(4) > input.intentLimitMs;
            const bool known = state == "Unknown"_L1 && !row.text(5).isEmpty();
            if (late && state != "Created"_L1 && !known)
                findings.add("A14", store.name(),
                             u"intent %1 (%2)"_s.arg(idText(row.id(0)), row.text(1)),
                             u"an answer, or a note for a person"_s,
                             u"%1 for %2 s"_s.arg(state).arg((now - row.number(4)) / 1000));
        });
    if (!read)
        return read.error();
    return count;
}

Result<> CommandCheck::takeStore(StoreReader &store)
{
    return store.each(u"SELECT id FROM command"_s, [&](const Row &row) {
        const auto id = row.id(0);
        if (const auto known = m_known.constFind(id); known != m_known.constEnd())
            m_findings.add("A11", store.name(), u"command %1"_s.arg(idText(id)), u"once"_s,
                           u"also in %1"_s.arg(*known));
        else
            m_known.insert(id, store.name());
    });
}

void CommandCheck::takeEvent(const QString &store, const LoggedEvent &event)
{
    // An event with a cause was appended by a handler; its command lies where the chain began.
    if (!event.cause.isEmpty() || event.command.isNull() || m_known.contains(event.command))
        return;
    m_findings.add("A11", store, u"event %1"_s.arg(event.seq),
                   u"command %1 recorded with its event"_s.arg(idText(event.command)),
                   u"nothing"_s);
}

Result<> CommandCheck::compareJournal(const QString &file)
{
    constexpr qint64 longestLine = 256;
    const auto isId = [](const QByteArray &text) {
        return !QUuid::fromString(QString::fromLatin1(text)).isNull();
    };
    const auto bad = [&](const QString &what) {
        return Error(AuditError::BadRecord, u"%1: %2"_s.arg(file, what));
    };
    QFile journal(file);
    if (!journal.open(QIODevice::ReadOnly))
        return bad(journal.errorString());
    for (qint64 number = 1; !journal.atEnd(); ++number) {
        const auto line = journal.readLine(longestLine);
        const auto id = line.split(' ').first().trimmed();
        // Whoever was killed while writing left the last line without an end.
        const bool isWhole = line.endsWith('\n');
        if (id.isEmpty() && isWhole)
            continue;
        if (isWhole ? !isId(id) : !journal.atEnd() || !isBeginningOfId(id))
            return bad(u"line %1 does not begin with the id of a command"_s.arg(number));
        if (isWhole && !m_known.contains(QUuid::fromString(QString::fromLatin1(id))))
            m_findings.add("A11", u"journal"_s, u"line %1"_s.arg(number),
                           u"command %1 in a store"_s.arg(QString::fromLatin1(id)), u"nothing"_s);
    }
    return {};
}

} // namespace kontor::auditing
