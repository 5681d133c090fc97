// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/service.h"
#include "tests/core/error_text.h"
#include "tests/core/note_reader.h"
#include "tests/core/test_stores.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kontor;

namespace {

enum class TillError
{
    TooMuch
};

} // namespace

template <>
struct kontor::ErrorDomain<TillError>
{
    static constexpr const char *name = "TillError";
};

namespace {

//! A till that counts; what a command makes of it is the command's answer.
class Till : public Service
{
public:
    Till(Store &store, NoteTopic &topic, const Clock &clock, const Rights &rights)
        : Service(store, clock, rights)
        , m_topic(topic)
    {
    }

    Result<int> add(const Command &command, int amount)
    {
        return perform<CommandName::CartAddLine>(command, [&](Transaction &tx) -> Result<int> {
            if (const auto added = put(tx, amount); !added)
                return added.error();
            m_topic.append(tx, Noted{orderOf('a'), amount, {}});
            if (amount > 100)
                return Error(TillError::TooMuch, u"more than the till holds"_s);
            return total();
        });
    }
    Result<Money> open(const Command &command)
    {
        return perform<CommandName::CartOpen>(command, [&](Transaction &) -> Result<Money> {
            return Money{5, Currency("EUR")};
        });
    }
    Result<> refuse(const Command &command)
    {
        return perform<CommandName::CartAbandon>(
            command, [&](Transaction &) -> Result<> { return Error(TillError::TooMuch); });
    }
    Result<> empty(const Command &command)
    {
        return perform<CommandName::CartOrder>(command, [&](Transaction &tx) -> Result<> {
            if (const auto gone = tx.run("DELETE FROM coin"); !gone)
                return gone.error();
            return {};
        });
    }
    Result<> inOne(std::function<Result<>()> work) { return together(work); }

    Result<qint64> put(Transaction &tx, int amount)
    {
        return tx.run("INSERT INTO coin (amount) VALUES (?)", amount);
    }
    int total() const
    {
        return db()
            .first("SELECT coalesce(sum(amount), 0) FROM coin",
                   [](const Row &row) { return int(row.integer(0)); })
            ->value();
    }

private:
    NoteTopic &m_topic;
};

class CommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestStores::addDialects(); }
    void init();

    void theSameCommandTwiceHasOneEffectAndOneAnswer();
    void anotherCommandHasItsOwnEffect();
    void theFirstAnswerSurvivesARestart();
    void aCommandWithoutAnAnswerIsRememberedToo();
    void anAnswerOfManyFieldsComesBack();
    void oneIdForTwoCommandsIsRefused();
    void aRefusedCommandLeavesNothingAndMayBeGivenAgain();
    void whoMayNotIsRefusedBeforeAnythingElse();
    void theCommandNamesTheCause();
    void aRecordedCommandTellsWhoAndWhere();
    void togetherAllCommandsTakeEffect();
    void togetherNoneTakesEffectIfTheWorkFails();
    void togetherNoneTakesEffectIfOneStoppedHalfway();
    void togetherACommandThatDidNothingMayBeRefused();
    void togetherGivenAgainFindsItsAnswers();
    void aCommitThatTookPlaceUnnoticedFindsItsAnswer();
    void everyCommandHasItsNameAndOneRight();

private:
    Command command(const QString &actor = u"ann"_s)
    {
        m_clock.advance(1);
        return Command::make(m_clock, actor, u"T1"_s);
    }
    qint64 eventCount() const
    {
        return m_store
            ->first("SELECT count(*) FROM event", [](const Row &row) { return row.integer(0); })
            ->value();
    }

    ManualClock m_clock{{1'700'000'000'000}};
    AllButGuests m_rights;
    std::unique_ptr<TestStores> m_stores;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<NoteTopic> m_topic;
    std::unique_ptr<Till> m_till;
};

} // namespace

void CommandTest::init()
{
    QFETCH_GLOBAL(Dialect, dialect);
    m_till.reset();
    m_topic.reset();
    m_store.reset();
    m_stores = std::make_unique<TestStores>(dialect);
    m_store = m_stores->open(u"till"_s);
    m_stores->change(u"till"_s, {u"CREATE TABLE coin (amount BIGINT NOT NULL)"_s});
    m_topic = std::make_unique<NoteTopic>(*m_store, u"till"_s);
    m_till = std::make_unique<Till>(*m_store, *m_topic, m_clock, m_rights);
}

void CommandTest::theSameCommandTwiceHasOneEffectAndOneAnswer()
{
    const QSignalSpy noted(m_topic.get(), &NoteTopic::noted);
    const Command once = command();
    QCOMPARE(*m_till->add(once, 5), 5);
    QCOMPARE(*m_till->add(command(), 7), 12);
    QCOMPARE(*m_till->add(once, 5), 5);
    QCOMPARE(m_till->total(), 12);
    QCOMPARE(eventCount(), 2);
    QCOMPARE(noted.count(), 2);
}

void CommandTest::anotherCommandHasItsOwnEffect()
{
    const Command first = Command::named({5}, "line 1", u"ann"_s, u"T1"_s);
    const Command second = Command::named({5}, "line 2", u"ann"_s, u"T1"_s);
    QCOMPARE(*m_till->add(first, 5), 5);
    QCOMPARE(*m_till->add(second, 5), 10);
    QCOMPARE(*m_till->add(Command::named({5}, "line 1", u"bob"_s, u"T2"_s), 5), 5);
}

void CommandTest::theFirstAnswerSurvivesARestart()
{
    const Command once = command();
    QCOMPARE(*m_till->add(once, 5), 5);
    m_till.reset();
    m_topic.reset();
    m_store.reset();
    m_store = m_stores->open(u"till"_s);
    m_topic = std::make_unique<NoteTopic>(*m_store, u"till"_s);
    m_till = std::make_unique<Till>(*m_store, *m_topic, m_clock, m_rights);
    QCOMPARE(*m_till->add(once, 99), 5);
    QCOMPARE(m_till->total(), 5);
}

void CommandTest::aCommandWithoutAnAnswerIsRememberedToo()
{
    const Command once = command();
    QVERIFY(m_till->empty(once));
    QCOMPARE(*m_till->add(command(), 5), 5);
    QVERIFY(m_till->empty(once));
    QCOMPARE(m_till->total(), 5);
}

void CommandTest::anAnswerOfManyFieldsComesBack()
{
    const Command once = command();
    const auto first = m_till->open(once);
    const auto second = m_till->open(once);
    QVERIFY2(second, errorText(second));
    QVERIFY(*first == *second);
}

void CommandTest::oneIdForTwoCommandsIsRefused()
{
    const Command once = command();
    QVERIFY(m_till->add(once, 5));
    const auto other = m_till->empty(once);
    QVERIFY(!other);
    QCOMPARE(m_till->total(), 5);
}

void CommandTest::aRefusedCommandLeavesNothingAndMayBeGivenAgain()
{
    const QSignalSpy noted(m_topic.get(), &NoteTopic::noted);
    const Command once = command();
    const auto refused = m_till->add(once, 101);
    QVERIFY(!refused);
    QVERIFY(refused.error().is(TillError::TooMuch));
    QCOMPARE(m_till->total(), 0);
    QCOMPARE(eventCount(), 0);
    QCOMPARE(noted.count(), 0);
    QVERIFY(!*m_store->exists("SELECT 1 FROM command"));
    QCOMPARE(*m_till->add(once, 5), 5);
}

void CommandTest::whoMayNotIsRefusedBeforeAnythingElse()
{
    const Command once = command(u"guest"_s);
    const auto refused = m_till->add(once, 5);
    QVERIFY(!refused);
    QVERIFY(refused.error().is(RightsError::NotAllowed));
    QCOMPARE(m_till->total(), 0);
    QVERIFY(!*m_store->exists("SELECT 1 FROM command"));
    // Nor may a guest learn what somebody else was answered.
    Command anns = command();
    QVERIFY(m_till->add(anns, 5));
    anns.actor = u"guest"_s;
    QVERIFY(!m_till->add(anns, 5));
}

void CommandTest::theCommandNamesTheCause()
{
    const Command once = command();
    QVERIFY(m_till->add(once, 5));
    const auto reader =
        std::move(*TopicReader::open(m_stores->url(u"till"_s), u"till"_s, u"till"_s));
    const auto envelope = decode<Envelope<Noted>>(reader->at(1)->value().bytes);
    QCOMPARE(envelope->command, once.id);
    QCOMPARE(envelope->actor, u"ann"_s);
    QCOMPARE(envelope->at, once.at);
    QVERIFY(envelope->cause.isEmpty());
}

void CommandTest::aRecordedCommandTellsWhoAndWhere()
{
    const Command once = command();
    QVERIFY(m_till->add(once, 5));
    const auto row = m_store->first(
        "SELECT name, actor, till, at FROM command WHERE id = ?",
        [](const Row &r) {
            return u"%1 %2 %3 %4"_s.arg(r.text(0), r.text(1), r.text(2)).arg(r.integer(3));
        },
        once.id);
    QCOMPARE(row->value(), u"CartAddLine ann T1 %1"_s.arg(once.at.ms));
}

void CommandTest::togetherAllCommandsTakeEffect()
{
    const auto done = m_till->inOne([&]() -> Result<> {
        for (int i = 0; i < 10; ++i) {
            if (const auto added = m_till->add(command(), 1); !added)
                return added.error();
        }
        return {};
    });
    QVERIFY2(done, errorText(done));
    QCOMPARE(m_till->total(), 10);
    QCOMPARE(eventCount(), 10);
}

void CommandTest::togetherNoneTakesEffectIfTheWorkFails()
{
    const QSignalSpy noted(m_topic.get(), &NoteTopic::noted);
    const Command first = command();
    const auto done = m_till->inOne([&]() -> Result<> {
        if (const auto added = m_till->add(first, 1); !added)
            return added.error();
        return Error(TillError::TooMuch);
    });
    QVERIFY(!done);
    QCOMPARE(m_till->total(), 0);
    QCOMPARE(eventCount(), 0);
    QCOMPARE(noted.count(), 0);
    // Afterwards the till works as before, and the command was never given.
    QCOMPARE(*m_till->add(first, 3), 3);
}

void CommandTest::togetherNoneTakesEffectIfOneStoppedHalfway()
{
    const auto done = m_till->inOne([&]() -> Result<> {
        if (const auto added = m_till->add(command(), 1); !added)
            return added.error();
        // It wrote before it refused; going on would keep what it wrote.
        return m_till->add(command(), 101) ? Result<>() : Result<>();
    });
    QVERIFY(!done);
    QVERIFY(done.error().is(TillError::TooMuch));
    QCOMPARE(m_till->total(), 0);
    const auto next = m_till->inOne([&]() -> Result<> {
        const auto added = m_till->add(command(), 1);
        return added ? Result<>() : added.error();
    });
    QVERIFY2(next, errorText(next));
    QCOMPARE(m_till->total(), 1);
}

void CommandTest::togetherACommandThatDidNothingMayBeRefused()
{
    const auto done = m_till->inOne([&]() -> Result<> {
        if (m_till->refuse(command()))
            return Error(TillError::TooMuch);
        const auto added = m_till->add(command(), 1);
        return added ? Result<>() : added.error();
    });
    QVERIFY2(done, errorText(done));
    QCOMPARE(m_till->total(), 1);
}

void CommandTest::togetherGivenAgainFindsItsAnswers()
{
    const Command first = command();
    const auto both = [&]() -> Result<> {
        const auto added = m_till->add(first, 1);
        if (!added)
            return added.error();
        return *m_till->add(first, 1) == *added ? Result<>() : Error(TillError::TooMuch);
    };
    QVERIFY(m_till->inOne(both));
    QVERIFY(m_till->inOne(both));
    QCOMPARE(m_till->total(), 1);
}

void CommandTest::aCommitThatTookPlaceUnnoticedFindsItsAnswer()
{
    // The answer to the commit is lost: the work itself commits, and what then happens on the
    // connection fails as if the server were lost.
    class Unlucky : public Service
    {
    public:
        Unlucky(Store &store, const Clock &clock, const Rights &rights)
            : Service(store, clock, rights)
        {
        }
        Result<int> add(const Command &command, Till &till)
        {
            return perform<CommandName::CartAddLine>(command, [&](Transaction &tx) -> Result<int> {
                tx.setCause({command.at, command.id, command.actor, {}});
                const auto added = till.put(tx, 5);
                const auto recorded =
                    tx.run("INSERT INTO command (id, name, actor, till, at, answer) "
                           "VALUES (?, 'CartAddLine', ?, ?, ?, ?)",
                           command.id, command.actor, command.till, command.at, "5"_ba);
                if (!added || !recorded || !tx.commit())
                    return Error(StoreError::Statement);
                return Error(StoreError::ServerLost, u"no answer to COMMIT"_s);
            });
        }
    };
    Unlucky unlucky(*m_store, m_clock, m_rights);
    const auto added = unlucky.add(command(), *m_till);
    QVERIFY2(added, errorText(added));
    QCOMPARE(*added, 5);
    QCOMPARE(m_till->total(), 5);
}

void CommandTest::everyCommandHasItsNameAndOneRight()
{
    const auto &names = EnumNames<CommandName>::names;
    QCOMPARE(std::size(names), size_t(CommandName::RetryParked) + 1);
    QCOMPARE(std::size(commandRights), std::size(names));
    QSet<QString> different;
    for (size_t i = 0; i < std::size(names); ++i) {
        QCOMPARE(size_t(std::ranges::count(commandRights, static_cast<CommandName>(i),
                                           &CommandRight::command)),
                 size_t(1));
        different.insert(QString::fromLatin1(names[i].data(), qsizetype(names[i].size())));
    }
    QCOMPARE(size_t(different.size()), std::size(names));
}

QTEST_GUILESS_MAIN(CommandTest)
#include "command_test.moc"
