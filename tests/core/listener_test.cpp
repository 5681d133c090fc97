// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/listener.h"
#include "tests/core/error_text.h"
#include "tests/core/note_reader.h"
#include "tests/core/test_stores.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kontor;

//! How a topic on a PostgreSQL server wakes who reads it in another process.
class ListenerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void aCommittedEventWakes();
    void aRolledBackEventDoesNot();
    void onlyTheChosenTopicsWake();
    void aStartedServiceHandlesWhatAnotherProcessPublished();
    void withoutNotificationsTheServiceLooksByItself();
    void aNewServerMakesItListenAgain();

private:
    std::unique_ptr<TestStores> m_stores;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<NoteTopic> m_topic;
};

void ListenerTest::initTestCase()
{
    if (!qEnvironmentVariableIsSet("KONTOR_POSTGRES_URL"))
        QSKIP("scripts/with-postgres gives this test its server");
}

void ListenerTest::init()
{
    m_topic.reset();
    m_store.reset();
    m_stores = std::make_unique<TestStores>(Dialect::PostgreSql);
    m_store = m_stores->open(u"notes"_s);
    m_topic = std::make_unique<NoteTopic>(*m_store, u"notes"_s);
}

void ListenerTest::aCommittedEventWakes()
{
    Listener listener(m_stores->url(u"notes"_s));
    QSignalSpy woken(&listener, &Listener::woken);
    listener.listenTo(m_store->schema());
    QCOMPARE(woken.count(), 1); // it may have missed something
    QVERIFY(publish(*m_topic, *m_store, Struck{orderOf('a')}));
    QVERIFY(woken.wait(1500));
    QCOMPARE(woken.count(), 2);
}

void ListenerTest::aRolledBackEventDoesNot()
{
    Listener listener(m_stores->url(u"notes"_s));
    QSignalSpy woken(&listener, &Listener::woken);
    listener.listenTo(m_store->schema());
    auto tx = Transaction::begin(*m_store);
    m_topic->append(**tx, Struck{orderOf('a')});
    tx->reset();
    QVERIFY(publish(*m_topic, *m_store, Struck{orderOf('a')}));
    QVERIFY(woken.wait(1500));
    QCOMPARE(woken.count(), 2);
}

void ListenerTest::onlyTheChosenTopicsWake()
{
    const auto otherStore = m_stores->open(u"others"_s);
    const auto thirdStore = m_stores->open(u"thirds"_s);
    NoteTopic others(*otherStore, u"others"_s);
    NoteTopic thirds(*thirdStore, u"thirds"_s);
    Listener listener(m_stores->url(u"notes"_s));
    QVERIFY(listener.hears(m_stores->url(u"others"_s)));
    QVERIFY(!listener.hears(StoreUrl::sqlite(u"/tmp/notes.sqlite"_s)));
    listener.listenTo(m_store->schema());
    listener.listenTo(thirdStore->schema());
    QSignalSpy woken(&listener, &Listener::woken);
    QVERIFY(publish(others, *otherStore, Struck{orderOf('a')}));
    QVERIFY(publish(thirds, *thirdStore, Struck{orderOf('a')}));
    QVERIFY(woken.wait(1500));
    QCOMPARE(woken.count(), 1);
    QVERIFY(publish(*m_topic, *m_store, Struck{orderOf('a')}));
    QVERIFY(woken.wait(1500));
    QCOMPARE(woken.count(), 2);
}

void ListenerTest::aStartedServiceHandlesWhatAnotherProcessPublished()
{
    const auto store = m_stores->open(u"reader"_s);
    m_stores->change(u"reader"_s, NoteReader::tables());
    const SystemClock clock;
    const AllButGuests rights;
    NoteReader reader(*store, clock, rights);
    // In another process the topic is another object, whose signals are not heard here.
    const NoteTopic seenFromHere(*m_store, u"notes"_s);
    reader.consume(seenFromHere);
    reader.start();
    for (int i = 0; i < 5; ++i) {
        QVERIFY(publish(*m_topic, *m_store, Noted{orderOf('a'), i, {}}));
        QTRY_COMPARE_WITH_TIMEOUT(reader.kept().size(), i + 1, 1500);
    }
}

void ListenerTest::withoutNotificationsTheServiceLooksByItself()
{
    const auto store = m_stores->open(u"reader"_s);
    m_stores->change(u"reader"_s, NoteReader::tables());
    const SystemClock clock;
    const AllButGuests rights;
    NoteReader reader(*store, clock, rights);
    const NoteTopic seenFromHere(*m_store, u"notes"_s);
    reader.consume(seenFromHere);
    reader.start();
    // The server takes the first function of this name that the search path leads to.
    m_stores->change(u"notes"_s, {u"CREATE FUNCTION pg_notify(text, text) RETURNS void AS "
                                  "'SELECT' LANGUAGE sql"_s});
    QVERIFY(m_store->exists("SELECT set_config('search_path', ?, false)",
                            m_store->schema() + u", pg_catalog"_s));
    QVERIFY(publish(*m_topic, *m_store, Noted{orderOf('a'), 1, {}}));
    QTRY_COMPARE_WITH_TIMEOUT(reader.kept().size(), 1, 5000);
}

void ListenerTest::aNewServerMakesItListenAgain()
{
    Listener listener(m_stores->url(u"notes"_s));
    listener.listenTo(m_store->schema());
    QSignalSpy woken(&listener, &Listener::woken);
    // As after a restart of the server: every other connection is ended.
    m_stores->change(u"notes"_s, {u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                  "WHERE datname = current_database() AND pid <> pg_backend_pid() "
                                  "AND (query LIKE 'LISTEN%' OR query = 'SELECT 1')"_s});
    QTRY_VERIFY_WITH_TIMEOUT(woken.count() >= 1, 6000);
    woken.clear();
    QVERIFY(publish(*m_topic, *m_store, Struck{orderOf('a')}));
    QVERIFY(woken.wait(1500));
}

QTEST_GUILESS_MAIN(ListenerTest)
#include "listener_test.moc"
