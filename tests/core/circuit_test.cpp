// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/attempts.h"
#include "services/core/story.h"
#include "tests/core/error_text.h"
#include "tests/core/note_topic.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

namespace kontor {

using namespace Qt::StringLiterals;
using Kind = CallReply::Kind;

//! Calls to a system outside that is not there.
class CircuitTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void afterFiveMissesOneAloneTries();
    void thePausesGrowUpToHalfAMinute();
    void anAnswerClosesIt();
    void anAnswerInBetweenKeepsItClosed();
    void whatIsSettledInTheHouseSaysNothingOfTheSystem();
    void aPersonMayTryAtOnce();
    void itIsToldOnceThatTheSystemIsLostAndFound();
    void everyAttemptIsWrittenDown();
    void anAttemptThatACrashEndedHasNoAnswer();
    void attemptsStandInTheStory();

private:
    void restart();
    void intend(int count);
    //! Answers all that were sent since, and waits until they are due again.
    void answer(const CallReply &reply);
    int sent() { return *m_calls->sendDue(); }
    static CallReply miss() { return CallReply{Kind::Unknown, {}, u"time-out"_s}.missed(); }
    static CallReply hit() { return {Kind::Definite, "{}"_ba, {}}; }
    void open()
    {
        intend(20);
        QCOMPARE(sent(), ExternalCalls::maxInFlight);
        answer(miss());
    }

    const OrderId m_order = OrderId::named({1'600'000'000'000}, "order");
    ManualClock m_clock{{1'700'000'000'000}};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<NoteTopic> m_topic;
    std::unique_ptr<ExternalCalls> m_calls;
    QList<std::function<void(const CallReply &)>> m_waiting;
};

void CircuitTest::init()
{
    m_calls.reset();
    m_topic.reset();
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    restart();
}

void CircuitTest::restart()
{
    m_calls.reset();
    m_topic.reset();
    m_store.reset();
    m_waiting.clear();
    auto store = Store::open(StoreUrl::sqlite(m_folder->filePath(u"payment.sqlite"_s)),
                             u"payment"_s, Store::Access::Write);
    QVERIFY2(store, errorText(store));
    m_store = std::move(*store);
    m_topic = std::make_unique<NoteTopic>(*m_store, u"payment"_s);
    m_calls = std::make_unique<ExternalCalls>(
        *m_store, m_clock,
        [this](const Intent &, std::function<void(const CallReply &)> reply) {
            m_waiting.append(std::move(reply));
        },
        [this](const Intent &, const QByteArray &, Transaction &tx) -> Result<> {
            m_topic->append(tx, Noted{m_order, 1, u"paid"_s});
            return {};
        });
}

void CircuitTest::intend(int count)
{
    const auto done = inTransaction(*m_store, [&](Transaction &tx) -> Result<> {
        tx.setCause({m_clock.now(), {}, u"ann"_s, {}});
        for (int i = 0; i < count; ++i) {
            const auto made =
                m_calls->intend(tx, IntentId::named({1'600'000'000'000}, QByteArray::number(i)),
                                u"Capture"_s, subject(m_order), "{}"_ba);
            if (!made)
                return made;
        }
        return {};
    });
    QVERIFY2(done, errorText(done));
}

void CircuitTest::answer(const CallReply &reply)
{
    for (const auto &waiting : std::exchange(m_waiting, {}))
        waiting(reply);
}

void CircuitTest::afterFiveMissesOneAloneTries()
{
    open();
    m_clock.advance(Circuit::firstPauseMs - 1);
    QCOMPARE(sent(), 0);
    m_clock.advance(100'000);
    QCOMPARE(sent(), 1);
    QCOMPARE(sent(), 0);
}

void CircuitTest::thePausesGrowUpToHalfAMinute()
{
    open();
    QList<qint64> pauses;
    for (int i = 0; i < 8; ++i) {
        qint64 pause = 0;
        while (sent() == 0) {
            m_clock.advance(500);
            pause += 500;
        }
        pauses.append(pause);
        answer(miss());
    }
    QVERIFY(std::ranges::is_sorted(pauses));
    QCOMPARE(pauses.last(), Circuit::longestPauseMs);
}

void CircuitTest::anAnswerClosesIt()
{
    open();
    m_clock.advance(100'000);
    QCOMPARE(sent(), 1);
    answer(hit());
    QCOMPARE(sent(), ExternalCalls::maxInFlight);
}

void CircuitTest::anAnswerInBetweenKeepsItClosed()
{
    intend(20);
    for (int round = 0; round < 3; ++round) {
        QCOMPARE(sent(), ExternalCalls::maxInFlight);
        auto waiting = std::exchange(m_waiting, {});
        for (int i = 0; i < waiting.size(); ++i)
            waiting[i](i == 4 ? CallReply{Kind::Wait, {}, u"busy"_s} : miss());
        m_clock.advance(60'000);
    }
}

void CircuitTest::whatIsSettledInTheHouseSaysNothingOfTheSystem()
{
    open();
    m_clock.advance(100'000);
    QCOMPARE(sent(), 1);
    answer(hit().notAsked());
    QCOMPARE(sent(), 1);
}

void CircuitTest::aPersonMayTryAtOnce()
{
    open();
    QCOMPARE(sent(), 0);
    const auto hurried =
        inTransaction(*m_store, [&](Transaction &tx) { return m_calls->hurryAll(tx); });
    QVERIFY(hurried);
    QCOMPARE(sent(), 1);
    answer(miss());
    QCOMPARE(sent(), 0);
}

void CircuitTest::itIsToldOnceThatTheSystemIsLostAndFound()
{
    QSignalSpy lost(m_calls.get(), &ExternalCalls::lost);
    QSignalSpy found(m_calls.get(), &ExternalCalls::found);
    open();
    QCOMPARE(lost.size(), 1);
    QCOMPARE(lost.first().first().toString(), u"time-out"_s);
    m_clock.advance(100'000);
    QCOMPARE(sent(), 1);
    answer(miss());
    QCOMPARE(lost.size(), 1);
    QCOMPARE(found.size(), 0);
    m_clock.advance(100'000);
    QCOMPARE(sent(), 1);
    answer(hit());
    QCOMPARE(sent(), ExternalCalls::maxInFlight);
    answer(hit());
    QCOMPARE(found.size(), 1);
    QCOMPARE(lost.size(), 1);
}

void CircuitTest::everyAttemptIsWrittenDown()
{
    intend(1);
    const Timestamp begun = m_clock.now();
    const QList<std::pair<CallReply, QString>> replies{
        {{Kind::NotSent, {}, u"no network"_s}, u"NotSent"_s},
        {{Kind::Wait, {}, u"busy"_s}, u"Wait"_s},
        {miss(), u"Unknown"_s},
        {hit(), u"Definite"_s}};
    for (const auto &[reply, came] : replies) {
        QCOMPARE(sent(), 1);
        answer(reply);
        m_clock.advance(60'000);
    }
    const auto attempts = attemptsAbout(*m_store, subject(m_order));
    QVERIFY2(attempts, errorText(attempts));
    QCOMPARE(attempts->size(), replies.size());
    for (int i = 0; i < attempts->size(); ++i) {
        const auto &[at, attempt] = attempts->at(i);
        QCOMPARE(at.ms, begun.ms + 60'000 * i);
        QCOMPARE(attempt,
                 (CallAttempt{replies[i].second, u"Capture"_s, replies[i].first.note, i + 1}));
    }
}

void CircuitTest::anAttemptThatACrashEndedHasNoAnswer()
{
    intend(1);
    QCOMPARE(sent(), 1);
    restart();
    QCOMPARE(sent(), 1);
    answer(hit());
    const auto attempts = attemptsAbout(*m_store, subject(m_order));
    QVERIFY2(attempts, errorText(attempts));
    QCOMPARE(attempts->size(), 2);
    QCOMPARE(attempts->at(0).attempt.came, QString());
    QCOMPARE(attempts->at(1).attempt.came, u"Definite"_s);
}

void CircuitTest::attemptsStandInTheStory()
{
    intend(1);
    QCOMPARE(sent(), 1);
    answer(miss());
    m_clock.advance(60'000);
    QCOMPARE(sent(), 1);
    m_clock.advance(1'000);
    answer(hit());
    const auto story = storyOf(
        subject(m_order),
        {{StoreUrl::sqlite(m_folder->filePath(u"payment.sqlite"_s)), u"payment"_s, u"payment"_s}});
    QVERIFY2(story, errorText(story));
    QStringList types;
    for (const StoryEvent &event : *story)
        types.append(event.type);
    QCOMPARE(types, (QStringList{u"CallAttempt"_s, u"CallAttempt"_s, u"Noted"_s}));
    const auto second = decode<CallAttempt>(story->at(1).data);
    QVERIFY2(second, errorText(second));
    QCOMPARE(second->number, 2);
    QCOMPARE(story->at(0).source, u"payment"_s);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::CircuitTest)
#include "circuit_test.moc"
