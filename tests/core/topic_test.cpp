// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/error_text.h"
#include "tests/core/note_topic.h"
#include "tests/core/test_stores.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kontor;

class TopicTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestStores::addDialects(); }
    void init();

    void numbersAreGaplessFromOne();
    void theChainCanBeComputedAgain();
    void theBytesAreTheEnvelopeAndTellTheCause();
    void signalsComeAfterTheCommit();
    void aRolledBackTransactionLeavesNeitherEventNorSignal();
    void eventsOfOneTransactionFollowEachOther();
    void eachEventHasTheCauseOfItsMoment();
    void aReaderSeesOnlyWhatIsCommitted();
    void aReaderFindsEventsByNumberAndSubject();
    void theNumbersGoOnAfterARestart();
    void anAppendInACommitThatFailsIsGone();

private:
    QList<StoredEvent> all() const
    {
        QFETCH_GLOBAL(Dialect, dialect);
        Q_UNUSED(dialect);
        auto reader = TopicReader::open(m_stores->url(u"notes"_s), u"notes"_s, u"notes"_s);
        return reader ? (*reader)->after(0, 1000).value() : QList<StoredEvent>();
    }

    std::unique_ptr<TestStores> m_stores;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<NoteTopic> m_topic;
};

void TopicTest::init()
{
    QFETCH_GLOBAL(Dialect, dialect);
    m_topic.reset();
    m_store.reset();
    m_stores = std::make_unique<TestStores>(dialect);
    m_store = m_stores->open(u"notes"_s);
    m_topic = std::make_unique<NoteTopic>(*m_store, u"notes"_s);
}

void TopicTest::numbersAreGaplessFromOne()
{
    for (int i = 0; i < 10; ++i) {
        // Every second transaction comes to nothing.
        auto begun = Transaction::begin(*m_store);
        m_topic->append(**begun, Noted{orderOf('a'), i, u"x"_s});
        begun->reset();
        QVERIFY(publish(*m_topic, *m_store, Noted{orderOf('a'), i, u"x"_s}));
    }
    const auto events = all();
    QCOMPARE(events.size(), 10);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(events[i].seq, i + 1);
}

void TopicTest::theChainCanBeComputedAgain()
{
    for (int i = 0; i < 5; ++i)
        QVERIFY(
            publish(*m_topic, *m_store, Noted{orderOf('a'), i, u"ä\"\n"_s}, Struck{orderOf('b')}));
    QByteArray hash(32, '\0');
    const auto events = all();
    QCOMPARE(events.size(), 10);
    for (const StoredEvent &event : events) {
        hash = QCryptographicHash::hash(hash + event.bytes, QCryptographicHash::Sha256);
        QCOMPARE(event.hash, hash);
    }
    const auto head = m_store->first("SELECT seq, hash FROM topic_head", [](const Row &row) {
        return std::pair(row.integer(0), row.bytes(1));
    });
    QCOMPARE(head->value(), (std::pair(qint64(10), hash)));
}

void TopicTest::theBytesAreTheEnvelopeAndTellTheCause()
{
    const Noted noted{orderOf('a'), 7, u"seven"_s};
    const auto command = CommandId::named({5}, "c");
    QVERIFY(inTransaction(*m_store, [&](Transaction &tx) -> Result<> {
        tx.setCause({{1234}, command, u"ann"_s, u"cart:T1:3"_s});
        m_topic->append(tx, noted);
        return {};
    }));
    const StoredEvent stored = all().value(0);
    QCOMPARE(stored.type, u"Noted"_s);
    QCOMPARE(stored.subject, noted.subject());
    const auto envelope = decode<Envelope<Noted>>(stored.bytes);
    QVERIFY2(envelope, errorText(envelope));
    QVERIFY(envelope->data == noted);
    QCOMPARE(envelope->at.ms, 1234);
    QCOMPARE(envelope->command, command);
    QCOMPARE(envelope->actor, u"ann"_s);
    QCOMPARE(envelope->cause, u"cart:T1:3"_s);
    QCOMPARE(envelope->seq, 1);
    QCOMPARE(envelope->subject, noted.subject());
    QCOMPARE(envelope->type, u"Noted"_s);
    QCOMPARE(envelope->version, 1);
    QCOMPARE(encode(*envelope), stored.bytes);
    QCOMPARE(QJsonDocument::fromJson(stored.bytes).toJson(QJsonDocument::Compact), stored.bytes);
}

void TopicTest::signalsComeAfterTheCommit()
{
    QStringList told;
    connect(m_topic.get(), &NoteTopic::noted, this, [&](const Noted &event) {
        QVERIFY(!m_store->inTransaction());
        QCOMPARE(all().size(), 3);
        told.append(u"noted %1"_s.arg(event.number));
    });
    connect(m_topic.get(), &NoteTopic::struck, this, [&] { told.append(u"struck"_s); });
    connect(m_topic.get(), &Topic::appended, this,
            [&](qint64 head) { told.append(u"appended %1"_s.arg(head)); });
    auto tx = Transaction::begin(*m_store);
    m_topic->append(**tx, Noted{orderOf('a'), 1, {}});
    m_topic->append(**tx, Struck{orderOf('a')});
    m_topic->append(**tx, Noted{orderOf('a'), 2, {}});
    QVERIFY(told.isEmpty());
    QVERIFY((*tx)->commit());
    QCOMPARE(told, (QStringList{u"noted 1"_s, u"struck"_s, u"noted 2"_s, u"appended 3"_s}));
}

void TopicTest::aRolledBackTransactionLeavesNeitherEventNorSignal()
{
    const QSignalSpy noted(m_topic.get(), &NoteTopic::noted);
    const QSignalSpy appended(m_topic.get(), &Topic::appended);
    auto tx = Transaction::begin(*m_store);
    m_topic->append(**tx, Noted{orderOf('a'), 1, {}});
    tx->reset();
    QCOMPARE(all().size(), 0);
    QCOMPARE(noted.count(), 0);
    QCOMPARE(appended.count(), 0);
}

void TopicTest::eventsOfOneTransactionFollowEachOther()
{
    QVERIFY(publish(*m_topic, *m_store, Noted{orderOf('a'), 1, {}}, Struck{orderOf('a')},
                    Noted{orderOf('b'), 2, {}}));
    QVERIFY(publish(*m_topic, *m_store, Struck{orderOf('b')}));
    QStringList types;
    for (const StoredEvent &event : all())
        types.append(event.type + QString::number(event.seq));
    QCOMPARE(types, (QStringList{u"Noted1"_s, u"Struck2"_s, u"Noted3"_s, u"Struck4"_s}));
}

void TopicTest::eachEventHasTheCauseOfItsMoment()
{
    QVERIFY(inTransaction(*m_store, [&](Transaction &tx) -> Result<> {
        tx.setCause({{1}, {}, u"ann"_s, {}});
        m_topic->append(tx, Struck{orderOf('a')});
        tx.setCause({{2}, {}, u"bob"_s, {}});
        m_topic->append(tx, Struck{orderOf('b')});
        return {};
    }));
    const auto events = all();
    QCOMPARE(decode<Envelope<Struck>>(events[0].bytes)->actor, u"ann"_s);
    QCOMPARE(decode<Envelope<Struck>>(events[1].bytes)->actor, u"bob"_s);
}

void TopicTest::aReaderSeesOnlyWhatIsCommitted()
{
    auto reader = TopicReader::open(m_stores->url(u"notes"_s), u"notes"_s, u"notes"_s);
    QVERIFY2(reader, errorText(reader));
    auto tx = Transaction::begin(*m_store);
    m_topic->append(**tx, Struck{orderOf('a')});
    QCOMPARE((*reader)->after(0, 10)->size(), 0);
    QVERIFY((*tx)->commit());
    QCOMPARE((*reader)->after(0, 10)->size(), 1);
}

void TopicTest::aReaderFindsEventsByNumberAndSubject()
{
    for (const char letter : {'a', 'b', 'a', 'c', 'a'})
        QVERIFY(publish(*m_topic, *m_store, Struck{orderOf(letter)}));
    const auto reader =
        std::move(*TopicReader::open(m_stores->url(u"notes"_s), u"notes"_s, u"notes"_s));
    QCOMPARE(reader->after(1, 2)->size(), 2);
    QCOMPARE(reader->after(1, 2)->first().seq, 2);
    QCOMPARE(reader->after(5, 2)->size(), 0);
    QCOMPARE(reader->at(4)->value().subject, subject(orderOf('c')));
    QVERIFY(!reader->at(6)->has_value());
    QList<qint64> numbers;
    const auto about = reader->about(subject(orderOf('a')));
    for (const StoredEvent &event : *about)
        numbers.append(event.seq);
    QCOMPARE(numbers, (QList<qint64>{1, 3, 5}));
}

void TopicTest::theNumbersGoOnAfterARestart()
{
    QVERIFY(publish(*m_topic, *m_store, Struck{orderOf('a')}));
    m_topic.reset();
    m_store.reset();
    m_store = m_stores->open(u"notes"_s);
    m_topic = std::make_unique<NoteTopic>(*m_store, u"notes"_s);
    QVERIFY(publish(*m_topic, *m_store, Struck{orderOf('a')}));
    const auto events = all();
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[1].seq, 2);
    QCOMPARE(events[1].hash, Topic::chainHash(events[0].hash, events[1].bytes));
}

void TopicTest::anAppendInACommitThatFailsIsGone()
{
    m_stores->change(u"notes"_s, {u"CREATE TABLE parent (id BIGINT PRIMARY KEY)"_s,
                                  u"CREATE TABLE child (parent BIGINT REFERENCES parent (id) "
                                  "DEFERRABLE INITIALLY DEFERRED)"_s});
    const QSignalSpy appended(m_topic.get(), &Topic::appended);
    auto tx = Transaction::begin(*m_store);
    QVERIFY((*tx)->run("INSERT INTO child (parent) VALUES (7)"));
    m_topic->append(**tx, Struck{orderOf('a')});
    QVERIFY(!(*tx)->commit());
    QCOMPARE(all().size(), 0);
    QCOMPARE(appended.count(), 0);
    QVERIFY(publish(*m_topic, *m_store, Struck{orderOf('b')}));
    QCOMPARE(all().value(0).seq, 1);
}

QTEST_GUILESS_MAIN(TopicTest)
#include "topic_test.moc"
