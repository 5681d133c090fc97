// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/error_text.h"
#include "tests/core/note_reader.h"
#include "tests/core/test_stores.h"

#include <QtTest>

#include <random>
#include <set>
#include <thread>

using namespace Qt::StringLiterals;
using namespace kontor;

class SubscriptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestStores::addDialects(); }
    void init();

    void eachEventTakesEffectOnceWhateverDiesWhen();
    void aBacklogIsTakenInBatches();
    void quietIsWhoeverTookEverything();
    void theHandlerKnowsTheCause();
    void eventsThatNobodyHandlesAreSkipped();
    void whatIsNotYetWaitsAndHoldsUpItsSubjectOnly();
    void whatWaitsIsTriedWhenAnotherTopicDelivers();
    void whatWaitsSurvivesARestart();
    void whatFailsIsParkedWithWhatFollows();
    void aStatementThatFailsParksItsEventOnly();
    void retryingAParkedEventTriesWhatFollowedToo();
    void retryingMayFailAgain();
    void aHandlerThatWroteAndDeclinedLeavesNoTrace_data();
    void aHandlerThatWroteAndDeclinedLeavesNoTrace();
    void passingTroubleIsTriedAgainAndNotParked();
    void anEventThatCannotBeReadIsParked();
    void aGapInTheTopicIsAnError();
    void theCursorMovesWithTheEffects();
    void aTopicThatCannotBeReadHoldsUpNoOther();
    void twoApplicationsTakeEachEventOnce();

private:
    void restart();
    void publishNumbers(std::initializer_list<std::pair<char, int>> notes);
    QList<qint64> parkedNumbers() const;
    void refuseCursor(bool refused);
    Dialect dialect() const { return m_notesStore->dialect(); }

    ManualClock m_clock{{5'000}};
    AllButGuests m_rights;
    std::unique_ptr<TestStores> m_stores;
    std::unique_ptr<Store> m_notesStore;
    std::unique_ptr<Store> m_othersStore;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<NoteTopic> m_notes;
    std::unique_ptr<NoteTopic> m_others;
    std::unique_ptr<NoteReader> m_reader;
};

void SubscriptionTest::init()
{
    QFETCH_GLOBAL(Dialect, dialect);
    m_reader.reset();
    m_stores = std::make_unique<TestStores>(dialect);
    restart();
    m_stores->change(u"reader"_s, NoteReader::tables());
}

void SubscriptionTest::restart()
{
    m_reader.reset();
    m_notes.reset();
    m_others.reset();
    m_store = m_stores->open(u"reader"_s);
    m_notesStore = m_stores->open(u"notes"_s);
    m_othersStore = m_stores->open(u"others"_s);
    m_notes = std::make_unique<NoteTopic>(*m_notesStore, u"notes"_s);
    m_others = std::make_unique<NoteTopic>(*m_othersStore, u"others"_s);
    m_reader = std::make_unique<NoteReader>(*m_store, m_clock, m_rights);
    m_reader->consume(*m_notes);
    m_reader->consume(*m_others);
}

void SubscriptionTest::publishNumbers(std::initializer_list<std::pair<char, int>> notes)
{
    for (const auto &[letter, number] : notes)
        QVERIFY(publish(*m_notes, *m_notesStore, Noted{orderOf(letter), number, {}}));
}

QList<qint64> SubscriptionTest::parkedNumbers() const
{
    QList<qint64> numbers;
    const auto parked = m_reader->parkedEvents();
    for (const ParkedEvent &event : *parked)
        numbers.append(event.seq);
    return numbers;
}

void SubscriptionTest::refuseCursor(bool refused)
{
    const bool sqlite = dialect() == Dialect::Sqlite;
    if (!refused)
        m_stores->change(u"reader"_s, {sqlite ? u"DROP TRIGGER stuck"_s
                                              : u"DROP TRIGGER stuck ON topic_cursor"_s});
    else
        m_stores->change(u"reader"_s,
                         {sqlite ? u"CREATE TRIGGER stuck BEFORE UPDATE ON topic_cursor "
                                   "BEGIN SELECT RAISE(ABORT, 'stuck'); END"_s
                                 : u"CREATE TRIGGER stuck BEFORE UPDATE ON topic_cursor "
                                   "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"_s});
}

void SubscriptionTest::eachEventTakesEffectOnceWhateverDiesWhen()
{
    std::mt19937 random(4);
    const int rounds = dialect() == Dialect::Sqlite ? 60 : 25;
    QList<qint64> published;
    for (int round = 0; round < rounds && !QTest::currentTestFailed(); ++round) {
        for (auto more = random() % 4; more > 0; --more) {
            published.append(published.size());
            publishNumbers({{char('a' + random() % 3), int(published.last())}});
        }
        // Something goes wrong at some event, and then everything starts anew.
        const auto wrong = random() % 4;
        m_reader->decide = [&, taken = 0u](const Noted &, Transaction &) mutable -> Handled {
            if (taken++ == wrong)
                return Error(StoreError::Busy, u"now and then"_s);
            return Handled::done();
        };
        const auto pumped = m_reader->pump();
        Q_UNUSED(pumped);
        restart();
        QList<qint64> kept = m_reader->kept();
        QCOMPARE(std::set<qint64>(kept.begin(), kept.end()).size(), size_t(kept.size()));
    }
    QVERIFY(m_reader->pumpAll());
    QCOMPARE(m_reader->kept(), published);
    restart();
    QVERIFY(m_reader->pumpAll());
    QCOMPARE(m_reader->kept(), published);
    QVERIFY(!published.isEmpty());
}

void SubscriptionTest::quietIsWhoeverTookEverything()
{
    const auto taken = [this] { return m_reader->takenIfQuiet().value(); };
    QCOMPARE(taken(), std::optional<qint64>(0));
    publishNumbers({{'a', 1}, {'b', 2}});
    QCOMPARE(taken(), std::nullopt);
    m_reader->decide = [](const Noted &, Transaction &) { return Handled::notYet(); };
    QVERIFY(m_reader->pumpAll());
    QCOMPARE(taken(), std::nullopt);
    m_reader->decide = [](const Noted &, Transaction &) { return Handled::done(); };
    QVERIFY(publish(*m_others, *m_othersStore, Noted{orderOf('c'), 3, {}}));
    QVERIFY(m_reader->pumpAll());
    QCOMPARE(taken(), std::optional<qint64>(3));
}

void SubscriptionTest::aBacklogIsTakenInBatches()
{
    constexpr int many = 2 * Service::batchSize + 10;
    QVERIFY(inTransaction(*m_notesStore, [&](Transaction &tx) -> Result<> {
        for (int i = 0; i < many; ++i)
            m_notes->append(tx, Noted{orderOf('a'), i, {}});
        return {};
    }));
    QCOMPARE(*m_reader->pump(), Service::batchSize);
    QCOMPARE(*m_reader->pump(), Service::batchSize);
    QCOMPARE(*m_reader->pump(), 10);
    QCOMPARE(*m_reader->pump(), 0);
    QCOMPARE(m_reader->kept().size(), many);
}

void SubscriptionTest::theHandlerKnowsTheCause()
{
    publishNumbers({{'a', 1}, {'a', 2}});
    QList<Cause> causes;
    m_reader->decide = [&](const Noted &, Transaction &tx) {
        causes.append(tx.cause());
        return Handled::done();
    };
    QVERIFY(m_reader->pumpAll());
    QCOMPARE(causes.size(), 2);
    QCOMPARE(causes[1].at.ms, 1000);
    QCOMPARE(causes[1].actor, u"ann"_s);
    QCOMPARE(causes[1].event, u"notes:2"_s);
    QVERIFY(!causes[1].command.isNull());
}

void SubscriptionTest::eventsThatNobodyHandlesAreSkipped()
{
    publishNumbers({{'a', 1}});
    Subscription only(*m_store, m_clock, *m_notes);
    QCOMPARE(*only.pump(10), 1);
    QCOMPARE(*only.pump(10), 0);
    QCOMPARE(*m_store->exists("SELECT 1 FROM inbox"), false);
}

void SubscriptionTest::whatIsNotYetWaitsAndHoldsUpItsSubjectOnly()
{
    bool ready = false;
    m_reader->decide = [&](const Noted &event, Transaction &) {
        return event.number == 2 && !ready ? Handled::notYet() : Handled::done();
    };
    publishNumbers({{'a', 1}, {'a', 2}, {'b', 3}, {'a', 4}, {'b', 5}});
    // The same subject in another topic is not held up: that is what may have to come first.
    QVERIFY(publish(*m_others, *m_othersStore, Noted{orderOf('a'), 100, {}}));
    QVERIFY(m_reader->pumpAll());
    QCOMPARE(m_reader->kept(), (QList<qint64>{1, 3, 5, 100}));
    QCOMPARE(m_reader->waiting(), 2);
    QVERIFY(parkedNumbers().isEmpty());

    ready = true;
    QVERIFY(m_reader->pumpAll());
    QCOMPARE(m_reader->kept(), (QList<qint64>{1, 3, 5, 100, 2, 4}));
    QCOMPARE(m_reader->waiting(), 0);
}

void SubscriptionTest::whatWaitsIsTriedWhenAnotherTopicDelivers()
{
    bool delivered = false;
    m_reader->decide = [&](const Noted &, Transaction &) {
        return delivered ? Handled::done() : Handled::notYet();
    };
    m_reader->decideStruck = [&](const Struck &, Transaction &) {
        delivered = true;
        return Handled::done();
    };
    publishNumbers({{'a', 1}, {'a', 2}});
    QVERIFY(m_reader->pumpAll());
    QVERIFY(m_reader->kept().isEmpty());
    QVERIFY(publish(*m_others, *m_othersStore, Struck{orderOf('a')}));
    QVERIFY(m_reader->pumpAll());
    QCOMPARE(m_reader->kept(), (QList<qint64>{1, 2}));
}

void SubscriptionTest::whatWaitsSurvivesARestart()
{
    m_reader->decide = [](const Noted &, Transaction &) { return Handled::notYet(); };
    publishNumbers({{'a', 1}, {'a', 2}});
    QVERIFY(m_reader->pumpAll());
    restart();
    QCOMPARE(m_reader->waiting(), 2);
    publishNumbers({{'a', 3}});
    QVERIFY(m_reader->pumpAll());
    QCOMPARE(m_reader->kept(), (QList<qint64>{1, 2, 3}));
}

void SubscriptionTest::whatFailsIsParkedWithWhatFollows()
{
    m_reader->decide = [](const Noted &event, Transaction &) {
        return event.number == 2 ? Handled::failed(u"two is too many"_s) : Handled::done();
    };
    publishNumbers({{'a', 1}, {'a', 2}, {'b', 3}, {'a', 4}});
    QVERIFY(m_reader->pumpAll());
    QCOMPARE(m_reader->kept(), (QList<qint64>{1, 3}));
    const auto parked = m_reader->parkedEvents();
    QCOMPARE(parked->size(), 1);
    const ParkedEvent &event = parked->first();
    QCOMPARE(event.source, u"notes"_s);
    QCOMPARE(event.seq, 2);
    QCOMPARE(event.subject, subject(orderOf('a')));
    QCOMPARE(event.type, u"Noted"_s);
    QCOMPARE(event.reason, u"two is too many"_s);
    QCOMPARE(event.parkedAt.ms, m_clock.now().ms);
    QCOMPARE(m_reader->waiting(), 1);
    QVERIFY(*m_reader->isQuiet()); // until a person has looked
    restart();
    QVERIFY(m_reader->pumpAll());
    QCOMPARE(m_reader->kept(), (QList<qint64>{1, 3}));
    QCOMPARE(parkedNumbers(), (QList<qint64>{2}));
}

void SubscriptionTest::aStatementThatFailsParksItsEventOnly()
{
    m_reader->decide = [this](const Noted &event, Transaction &tx) -> Handled {
        if (event.number == 2)
            return tx.run("INSERT INTO topic_cursor (source, seq) VALUES ('x', -1)");
        if (event.number == 3)
            return m_store->exists("SELECT nothing FROM nowhere");
        return Handled::done();
    };
    publishNumbers({{'a', 1}, {'b', 2}, {'c', 3}, {'d', 4}});
    const auto pumped = m_reader->pumpAll();
    QVERIFY2(pumped, errorText(pumped));
    QCOMPARE(m_reader->kept(), (QList<qint64>{1, 4}));
    QCOMPARE(parkedNumbers(), (QList<qint64>{2, 3}));
}

void SubscriptionTest::retryingAParkedEventTriesWhatFollowedToo()
{
    bool mended = false;
    m_reader->decide = [&](const Noted &event, Transaction &) {
        return event.number == 1 && !mended ? Handled::failed(u"no"_s) : Handled::done();
    };
    publishNumbers({{'a', 1}, {'a', 2}, {'b', 3}});
    QVERIFY(m_reader->pumpAll());
    QCOMPARE(m_reader->kept(), (QList<qint64>{3}));

    mended = true;
    QVERIFY(m_reader->pumpAll());
    QCOMPARE(m_reader->kept(), (QList<qint64>{3}));
    const auto command = Command::make(m_clock, u"ann"_s, u"T1"_s);
    QVERIFY(m_reader->retryParked(command, u"notes"_s, subject(orderOf('a'))));
    QVERIFY(m_reader->pumpAll());
    QCOMPARE(m_reader->kept(), (QList<qint64>{3, 1, 2}));
    QVERIFY(parkedNumbers().isEmpty());
    QCOMPARE(m_reader->waiting(), 0);

    const auto guest = Command::make(m_clock, u"guest"_s, u"T1"_s);
    QVERIFY(!m_reader->retryParked(guest, u"notes"_s, subject(orderOf('a'))));
}

void SubscriptionTest::retryingMayFailAgain()
{
    QString reason = u"first"_s;
    m_reader->decide = [&](const Noted &event, Transaction &tx) -> Handled {
        if (event.number != 1)
            return Handled::done();
        if (const auto kept = m_reader->keep(tx, 99); !kept)
            return kept.error();
        return Handled::failed(reason);
    };
    publishNumbers({{'a', 1}, {'a', 2}});
    QVERIFY(m_reader->pumpAll());
    reason = u"second"_s;
    m_clock.advance(1000);
    const auto command = Command::make(m_clock, u"ann"_s, u"T1"_s);
    QVERIFY(m_reader->retryParked(command, u"notes"_s, subject(orderOf('a'))));
    QVERIFY(m_reader->pumpAll());
    QVERIFY(m_reader->kept().isEmpty());
    const auto parked = m_reader->parkedEvents();
    QCOMPARE(parked->size(), 1);
    QCOMPARE(parked->first().reason, u"second"_s);
    QCOMPARE(parked->first().parkedAt.ms, m_clock.now().ms);
    QCOMPARE(m_reader->waiting(), 1);
}

void SubscriptionTest::aHandlerThatWroteAndDeclinedLeavesNoTrace_data()
{
    QTest::addColumn<bool>("fails");
    QTest::addColumn<int>("declined");
    for (const int declined : {1, 2, 5}) {
        QTest::addRow("event %d fails", declined) << true << declined;
        QTest::addRow("event %d must wait", declined) << false << declined;
    }
}

void SubscriptionTest::aHandlerThatWroteAndDeclinedLeavesNoTrace()
{
    QFETCH(bool, fails);
    QFETCH(int, declined);
    NoteTopic own(*m_store, u"reader"_s);
    m_reader->decide = [&](const Noted &event, Transaction &tx) -> Handled {
        if (event.number != declined)
            return Handled::done();
        own.append(tx, Struck{event.order});
        if (const auto kept = m_reader->keep(tx, 99); !kept)
            return kept.error();
        return fails ? Handled::failed(u"no"_s) : Handled::notYet();
    };
    publishNumbers({{'a', 1}, {'b', 2}, {'c', 3}, {'d', 4}, {'e', 5}});
    QVERIFY(m_reader->pumpAll());
    QList<qint64> expected{1, 2, 3, 4, 5};
    expected.removeOne(declined);
    QCOMPARE(m_reader->kept(), expected);
    QCOMPARE(parkedNumbers().size(), fails ? 1 : 0);
    QCOMPARE(m_reader->waiting(), fails ? 0 : 1);
    QVERIFY(!*m_store->exists("SELECT 1 FROM event"));
}

void SubscriptionTest::passingTroubleIsTriedAgainAndNotParked()
{
    const QList<StoreError> passing{StoreError::Busy, StoreError::DiskFull, StoreError::ServerLost,
                                    StoreError::InputOutput};
    int tries = 0;
    m_reader->decide = [&](const Noted &event, Transaction &) -> Handled {
        if (event.number == 2 && tries < passing.size())
            return Error(passing[tries++], u"in a while"_s);
        return Handled::done();
    };
    publishNumbers({{'a', 1}, {'b', 2}, {'c', 3}});
    for (const StoreError error : passing) {
        const auto pumped = m_reader->pump();
        QVERIFY(!pumped);
        QVERIFY(pumped.error().is(error));
        QVERIFY(m_reader->kept().isEmpty());
    }
    QVERIFY(m_reader->pumpAll());
    QCOMPARE(m_reader->kept(), (QList<qint64>{1, 2, 3}));
    QVERIFY(parkedNumbers().isEmpty());
    QCOMPARE(m_reader->waiting(), 0);
}

void SubscriptionTest::anEventThatCannotBeReadIsParked()
{
    StrangeTopic strange(*m_notesStore, u"notes"_s);
    publishNumbers({{'a', 1}});
    QVERIFY(inTransaction(*m_notesStore, [&](Transaction &tx) -> Result<> {
        strange.append(tx, StrangeNote{u"two"_s});
        return {};
    }));
    publishNumbers({{'b', 3}, {'c', 4}});
    QVERIFY(m_reader->pumpAll());
    QCOMPARE(m_reader->kept(), (QList<qint64>{1, 4}));
    QCOMPARE(parkedNumbers(), (QList<qint64>{2}));
    QCOMPARE(m_reader->waiting(), 1);
    QCOMPARE(m_reader->parkedEvents()->first().parkedAt.ms, m_clock.now().ms);
}

void SubscriptionTest::aGapInTheTopicIsAnError()
{
    publishNumbers({{'a', 1}, {'a', 2}, {'a', 3}});
    m_stores->change(u"notes"_s,
                     {dialect() == Dialect::Sqlite ? u"DROP TRIGGER event_no_DELETE"_s
                                                   : u"DROP TRIGGER event_append_only ON event"_s});
    QVERIFY(m_notesStore->run("DELETE FROM event WHERE seq = 2"));
    const auto pumped = m_reader->pump();
    QVERIFY(!pumped);
    QVERIFY2(pumped.error().is(StoreError::Corrupt), errorText(pumped));
    QVERIFY(m_reader->kept().isEmpty());
}

void SubscriptionTest::theCursorMovesWithTheEffects()
{
    publishNumbers({{'a', 1}, {'b', 2}});
    refuseCursor(true);
    QVERIFY(!m_reader->pump());
    restart();
    QVERIFY(!m_reader->pump());
    QVERIFY(m_reader->kept().isEmpty());
    QVERIFY(!*m_store->exists("SELECT 1 FROM inbox"));
    refuseCursor(false);
    QVERIFY(m_reader->pumpAll());
    QCOMPARE(m_reader->kept(), (QList<qint64>{1, 2}));
}

void SubscriptionTest::aTopicThatCannotBeReadHoldsUpNoOther()
{
    NoteReader reader(*m_store, m_clock, m_rights);
    const auto gone = m_stores->open(u"gone"_s);
    const NoteTopic goneTopic(*gone, u"gone"_s);
    reader.consume(goneTopic);
    reader.consume(*m_notes);
    if (dialect() == Dialect::Sqlite)
        QVERIFY(QFile::remove(m_stores->url(u"gone"_s).path));
    else
        m_stores->change(u"gone"_s, {u"DROP TABLE event"_s});
    bool ready = false;
    reader.decide = [&](const Noted &event, Transaction &) {
        return event.number == 2 && !ready ? Handled::notYet() : Handled::done();
    };
    publishNumbers({{'a', 1}, {'b', 2}});
    QVERIFY(!reader.pump());
    QCOMPARE(reader.kept(), (QList<qint64>{1}));
    ready = true;
    QVERIFY(!reader.pump());
    QCOMPARE(reader.kept(), (QList<qint64>{1, 2}));
}

void SubscriptionTest::twoApplicationsTakeEachEventOnce()
{
    if (dialect() == Dialect::Sqlite)
        return; // one process owns the file
    constexpr int many = 600;
    for (int i = 0; i < many; i += 20)
        QVERIFY(inTransaction(*m_notesStore, [&](Transaction &tx) -> Result<> {
            for (int n = i; n < i + 20; ++n)
                m_notes->append(tx, Noted{orderOf(char('a' + n % 7)), n, {}});
            return {};
        }));
    std::atomic<int> failures = 0;
    const auto work = [&] {
        const auto store = m_stores->open(u"reader"_s);
        NoteReader reader(*store, m_clock, m_rights);
        reader.consume(*m_notes);
        reader.decide = [](const Noted &event, Transaction &) {
            return event.number == 7 ? Handled::failed(u"seven"_s) : Handled::done();
        };
        for (int i = 0; i < 200; ++i)
            failures += reader.pump() ? 0 : 1;
    };
    std::thread first(work);
    std::thread second(work);
    first.join();
    second.join();
    QCOMPARE(failures, 0);
    const auto kept = m_reader->kept();
    const std::set<qint64> once(kept.begin(), kept.end());
    QCOMPARE(once.size(), size_t(kept.size()));
    QCOMPARE(parkedNumbers(), (QList<qint64>{8}));
    QCOMPARE(kept.size() + 1 + m_reader->waiting(), many);
}

QTEST_GUILESS_MAIN(SubscriptionTest)
#include "subscription_test.moc"
