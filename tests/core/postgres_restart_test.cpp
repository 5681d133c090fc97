// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/listener.h"
#include "tests/core/error_text.h"
#include "tests/core/note_reader.h"
#include "tests/core/test_stores.h"

#include <QProcess>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kontor;

//! The server is restarted under everybody's feet. Runs alone: see RUN_SERIAL.
class PostgresRestartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void aWriterGoesOnWithTheNextTransaction();
    void aReaderGoesOnWithTheNextQuestion();
    void aTransactionInProgressIsLostAsAWhole();
    void aCommandGivenAgainHasOneEffect();
    void aListenerHearsAgain();
    void aStartedServiceGoesOn();

private:
    static void restartServer()
    {
        QStringList words = qEnvironmentVariable("KONTOR_POSTGRES_RESTART").split(u' ');
        const QString program = words.takeFirst();
        QCOMPARE(QProcess::execute(program, words), 0);
    }

    std::unique_ptr<TestStores> m_stores;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<NoteTopic> m_topic;
    std::unique_ptr<Store> m_readerStore;
    SystemClock m_clock;
    AllButGuests m_rights;
    std::unique_ptr<NoteReader> m_reader;
};

void PostgresRestartTest::initTestCase()
{
    if (!qEnvironmentVariableIsSet("KONTOR_POSTGRES_RESTART"))
        QSKIP("scripts/with-postgres gives this test its server");
}

void PostgresRestartTest::init()
{
    m_reader.reset();
    m_topic.reset();
    m_stores = std::make_unique<TestStores>(Dialect::PostgreSql);
    m_store = m_stores->open(u"notes"_s);
    m_topic = std::make_unique<NoteTopic>(*m_store, u"notes"_s);
    m_readerStore = m_stores->open(u"reader"_s);
    m_stores->change(u"reader"_s, NoteReader::tables());
    m_reader = std::make_unique<NoteReader>(*m_readerStore, m_clock, m_rights);
    m_reader->consume(*m_topic);
}

void PostgresRestartTest::aWriterGoesOnWithTheNextTransaction()
{
    QVERIFY(publish(*m_topic, *m_store, Noted{orderOf('a'), 1, {}}));
    restartServer();
    const auto published = publish(*m_topic, *m_store, Noted{orderOf('a'), 2, {}});
    QVERIFY2(published, errorText(published));
    const auto pumped = m_reader->pumpAll();
    QVERIFY2(pumped, errorText(pumped));
    QCOMPARE(m_reader->kept(), (QList<qint64>{1, 2}));
}

void PostgresRestartTest::aReaderGoesOnWithTheNextQuestion()
{
    const auto reader = m_stores->open(u"notes"_s, Store::Access::Read);
    const auto topic =
        std::move(*TopicReader::open(m_stores->url(u"notes"_s), u"notes"_s, u"notes"_s));
    QVERIFY(publish(*m_topic, *m_store, Noted{orderOf('a'), 1, {}}));
    QCOMPARE(*reader->exists("SELECT 1 FROM event"), true);
    QCOMPARE(topic->after(0, 10)->size(), 1);
    restartServer();
    const auto exists = reader->exists("SELECT 1 FROM event");
    QVERIFY2(exists, errorText(exists));
    QVERIFY(*exists);
    const auto events = topic->after(0, 10);
    QVERIFY2(events, errorText(events));
    QCOMPARE(events->size(), 1);
    // And still it cannot write.
    QVERIFY(reader->run("DELETE FROM topic_cursor").error().is(StoreError::NoPermission));
}

void PostgresRestartTest::aTransactionInProgressIsLostAsAWhole()
{
    auto tx = Transaction::begin(*m_store);
    m_topic->append(**tx, Noted{orderOf('a'), 1, {}});
    QVERIFY((*tx)->run("INSERT INTO topic_cursor (source, seq) VALUES ('x', 1)"));
    restartServer();
    const auto committed = (*tx)->commit();
    QVERIFY(!committed);
    QVERIFY2(isPassing(committed.error()), errorText(committed));
    tx->reset();
    QVERIFY(!m_store->inTransaction());
    QVERIFY(!*m_store->exists("SELECT 1 FROM topic_cursor"));
    QVERIFY(publish(*m_topic, *m_store, Noted{orderOf('a'), 1, {}}));
    QVERIFY(m_reader->pumpAll());
    QCOMPARE(m_reader->kept(), (QList<qint64>{1}));
}

void PostgresRestartTest::aCommandGivenAgainHasOneEffect()
{
    const auto command = Command::make(m_clock, u"ann"_s, u"T1"_s);
    const auto retry = [&] {
        return m_reader->retryParked(command, u"notes"_s, subject(orderOf('a')));
    };
    QVERIFY(retry());
    restartServer();
    const auto again = retry();
    QVERIFY2(again, errorText(again));
    QCOMPARE(
        m_readerStore
            ->first("SELECT count(*) FROM command", [](const Row &row) { return row.integer(0); })
            ->value(),
        1);
}

void PostgresRestartTest::aListenerHearsAgain()
{
    Listener listener(m_stores->url(u"notes"_s));
    listener.listenTo(m_store->schema());
    QSignalSpy woken(&listener, &Listener::woken);
    restartServer();
    QTRY_VERIFY_WITH_TIMEOUT(woken.count() >= 1, 10'000);
    woken.clear();
    QVERIFY(publish(*m_topic, *m_store, Struck{orderOf('a')}));
    QVERIFY(woken.wait(1500));
}

void PostgresRestartTest::aStartedServiceGoesOn()
{
    m_reader->start();
    QVERIFY(publish(*m_topic, *m_store, Noted{orderOf('a'), 1, {}}));
    QTRY_COMPARE(m_reader->kept().size(), 1);
    restartServer();
    QVERIFY(publish(*m_topic, *m_store, Noted{orderOf('a'), 2, {}}));
    QTRY_COMPARE_WITH_TIMEOUT(m_reader->kept().size(), 2, 10'000);
    restartServer();
    const auto published = publish(*m_topic, *m_store, Noted{orderOf('a'), 3, {}});
    QVERIFY2(published, errorText(published));
    QTRY_COMPARE_WITH_TIMEOUT(m_reader->kept(), (QList<qint64>{1, 2, 3}), 10'000);
}

QTEST_GUILESS_MAIN(PostgresRestartTest)
#include "postgres_restart_test.moc"
