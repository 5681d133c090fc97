// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/external_calls.h"
#include "tests/core/error_text.h"
#include "tests/core/note_topic.h"
#include "tests/core/test_stores.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kontor;
using Kind = kontor::CallReply::Kind;

//! The outside world is a list of what was sent, to be answered by the test when it likes.
class ExternalCallsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { TestStores::addDialects(); }
    void init();

    void theIntentIsCommittedBeforeItIsSent();
    void anIntentOfARolledBackTransactionIsNeverSent();
    void theSameIntentTwiceIsOneCall();
    void aDefiniteAnswerClosesItOnceWithItsEvent();
    void anOutcomeThatCannotBeTakenInIsShownAndAskedAgain();
    void anOutcomeInPassingTroubleIsAskedAgainLater();
    void whatWasNotSentIsTriedAgainLaterAndLater();
    void whatWasNeverSentIsNotUnknown();
    void onceUnknownItStaysUnknownUntilItIsAnswered();
    void waitingIsLongerEachTimeUpToTenSeconds();
    void openIntentsAreResumedAfterARestart();
    void aCrashBetweenSendingAndOutcomeIsAskedAgainUnderTheSameKey();
    void anIntentInFlightIsLeftAloneUntilItsLeaseIsOver();
    void aLateSecondAnswerChangesNothing();
    void onlySoManyAreInFlight();
    void anIntentMayBeForLater();
    void staffMayHurryAnIntent();
    void anAnswerAfterTheEndIsDropped();
    void anAnswerMayComeAtOnce();

private:
    struct Sent
    {
        Intent intent;
        std::function<void(const CallReply &)> reply;
    };

    void restart();
    IntentId intend(const QByteArray &name, Timestamp notBefore = {});
    Intent intent(IntentId id) const { return m_calls->find(id)->value(); }
    QList<qint64> outcomes() const
    {
        return m_store
            ->all("SELECT seq FROM event ORDER BY seq",
                  [](const Row &row) { return row.integer(0); })
            .value();
    }

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<TestStores> m_stores;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<NoteTopic> m_topic;
    std::unique_ptr<ExternalCalls> m_calls;
    QList<Sent> m_sent;
    QByteArrayList m_outcomes;
    Result<> m_takeIn;
    std::optional<CallReply> m_atOnce;
};

void ExternalCallsTest::init()
{
    QFETCH_GLOBAL(Dialect, dialect);
    m_calls.reset();
    m_stores = std::make_unique<TestStores>(dialect);
    m_clock = std::make_unique<ManualClock>(Timestamp{1'700'000'000'000});
    m_takeIn = {};
    m_atOnce.reset();
    m_outcomes.clear();
    restart();
}

void ExternalCallsTest::restart()
{
    m_calls.reset();
    m_topic.reset();
    m_store.reset();
    m_sent.clear();
    m_store = m_stores->open(u"payment"_s);
    m_topic = std::make_unique<NoteTopic>(*m_store, u"payment"_s);
    m_calls = std::make_unique<ExternalCalls>(
        *m_store, *m_clock,
        [this](const Intent &intent, std::function<void(const CallReply &)> reply) {
            // What is sent is committed: whoever looks from elsewhere sees it.
            QVERIFY(!m_store->inTransaction());
            const auto elsewhere = m_stores->open(u"payment"_s, Store::Access::Read);
            QVERIFY(*elsewhere->exists("SELECT 1 FROM intent WHERE id = ? AND state = 'Sent'",
                                       intent.id));
            m_sent.append({intent, std::move(reply)});
            if (m_atOnce)
                m_sent.last().reply(*m_atOnce);
        },
        [this](const Intent &intent, const QByteArray &outcome, Transaction &tx) -> Result<> {
            m_topic->append(tx,
                            Noted{OrderId(intent.subject.bytes()), 1, QString::fromUtf8(outcome)});
            m_outcomes.append(outcome);
            return m_takeIn;
        });
}

IntentId ExternalCallsTest::intend(const QByteArray &name, Timestamp notBefore)
{
    const auto id = IntentId::named({1'600'000'000'000}, name);
    const auto done = inTransaction(*m_store, [&](Transaction &tx) {
        tx.setCause({m_clock->now(), {}, u"ann"_s, {}});
        return m_calls->intend(tx, id, u"capture"_s, subject(orderOf('a')), "{\"n\":1}"_ba,
                               notBefore);
    });
    if (!done)
        qFatal("%s", qPrintable(done.error().text()));
    return id;
}

void ExternalCallsTest::theIntentIsCommittedBeforeItIsSent()
{
    const auto id = intend("one");
    QVERIFY(m_sent.isEmpty());
    QCOMPARE(intent(id).state, IntentState::Created);
    QCOMPARE(*m_calls->sendDue(), 1);
    QCOMPARE(m_sent.size(), 1);
    const Intent &sent = m_sent.first().intent;
    QCOMPARE(sent.id, id);
    QCOMPARE(sent.kind, u"capture"_s);
    QCOMPARE(sent.subject, subject(orderOf('a')));
    QCOMPARE(sent.request, "{\"n\":1}"_ba);
    QCOMPARE(sent.attempts, 0);
    QVERIFY(!sent.unsure);
    QCOMPARE(sent.createdAt, m_clock->now());
    QCOMPARE(intent(id).state, IntentState::Sent);
    QCOMPARE(m_calls->inFlight(), 1);
}

void ExternalCallsTest::anIntentOfARolledBackTransactionIsNeverSent()
{
    auto tx = Transaction::begin(*m_store);
    QVERIFY(
        m_calls->intend(**tx, IntentId::named({1}, "x"), u"capture"_s, subject(orderOf('a')), {}));
    tx->reset();
    QCOMPARE(*m_calls->sendDue(), 0);
    QVERIFY(m_sent.isEmpty());
}

void ExternalCallsTest::theSameIntentTwiceIsOneCall()
{
    const auto id = intend("one");
    intend("one");
    QCOMPARE(*m_calls->sendDue(), 1);
    intend("one");
    QCOMPARE(*m_calls->sendDue(), 0);
    m_sent.first().reply({Kind::Definite, "{}"_ba, {}});
    intend("one");
    QCOMPARE(*m_calls->sendDue(), 0);
    QCOMPARE(intent(id).state, IntentState::Done);
}

void ExternalCallsTest::aDefiniteAnswerClosesItOnceWithItsEvent()
{
    const QSignalSpy settled(m_calls.get(), &ExternalCalls::settled);
    const auto id = intend("one");
    QVERIFY(m_calls->sendDue());
    m_clock->advance(700);
    m_sent.first().reply({Kind::Definite, "{\"ok\":true}"_ba, {}});
    QCOMPARE(m_outcomes, (QByteArrayList{"{\"ok\":true}"}));
    QCOMPARE(outcomes().size(), 1);
    QCOMPARE(intent(id).state, IntentState::Done);
    QCOMPARE(m_calls->inFlight(), 0);
    QCOMPARE(settled.count(), 1);
    QVERIFY(m_calls->openIntents()->isEmpty());
    m_clock->advance(10 * ExternalCalls::leaseMs);
    QCOMPARE(*m_calls->sendDue(), 0);
    restart();
    QCOMPARE(*m_calls->sendDue(), 0);
}

void ExternalCallsTest::anOutcomeThatCannotBeTakenInIsShownAndAskedAgain()
{
    const auto id = intend("one");
    QVERIFY(m_calls->sendDue());
    m_takeIn = Error(MoneyError::MixedCurrencies, u"dollars for euros"_s);
    m_sent.first().reply({Kind::Definite, "{}"_ba, {}});
    QVERIFY(outcomes().isEmpty());
    QCOMPARE(intent(id).state, IntentState::Unknown);
    QVERIFY(intent(id).note.contains(u"dollars for euros"_s));
    QCOMPARE(m_calls->openIntents()->size(), 1);

    m_takeIn = {};
    m_clock->advance(60'000);
    QCOMPARE(*m_calls->sendDue(), 1);
    QCOMPARE(m_sent.last().intent.id, id);
    m_sent.last().reply({Kind::Definite, "{}"_ba, {}});
    QCOMPARE(outcomes().size(), 1);
    QCOMPARE(intent(id).state, IntentState::Done);
    QVERIFY(intent(id).note.isEmpty());
}

void ExternalCallsTest::anOutcomeInPassingTroubleIsAskedAgainLater()
{
    const auto id = intend("one");
    QVERIFY(m_calls->sendDue());
    m_takeIn = Error(StoreError::DiskFull, u"full"_s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"intent .*full"_s));
    m_sent.first().reply({Kind::Definite, "{}"_ba, {}});
    QVERIFY(outcomes().isEmpty());
    QCOMPARE(m_calls->inFlight(), 0);
    m_takeIn = {};
    QCOMPARE(*m_calls->sendDue(), 0);
    m_clock->advance(ExternalCalls::leaseMs);
    QCOMPARE(*m_calls->sendDue(), 1);
    QVERIFY(m_sent.last().intent.unsure);
    m_sent.last().reply({Kind::Definite, "{}"_ba, {}});
    QCOMPARE(outcomes().size(), 1);
    QCOMPARE(intent(id).state, IntentState::Done);
}

void ExternalCallsTest::whatWasNotSentIsTriedAgainLaterAndLater()
{
    const auto id = intend("one");
    QVERIFY(m_calls->sendDue());
    m_sent.last().reply({Kind::NotSent, {}, u"no network"_s});
    QCOMPARE(intent(id).note, u"no network"_s);
    QCOMPARE(m_calls->inFlight(), 0);
    QCOMPARE(*m_calls->sendDue(), 0);
    m_clock->advance(199);
    QCOMPARE(*m_calls->sendDue(), 0);
    m_clock->advance(1);
    QCOMPARE(*m_calls->sendDue(), 1);
    QCOMPARE(m_sent.last().intent.attempts, 1);
    QCOMPARE(m_sent.last().intent.note, u"no network"_s);
}

void ExternalCallsTest::whatWasNeverSentIsNotUnknown()
{
    const auto id = intend("one");
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(*m_calls->sendDue(), 1);
        QVERIFY(!m_sent.last().intent.unsure);
        m_sent.last().reply({i % 2 ? Kind::Wait : Kind::NotSent, {}, u"no network"_s});
        QCOMPARE(intent(id).state, IntentState::Created);
        m_clock->advance(60'000);
    }
}

void ExternalCallsTest::onceUnknownItStaysUnknownUntilItIsAnswered()
{
    const auto id = intend("one");
    for (const Kind kind : {Kind::Unknown, Kind::NotSent, Kind::Wait, Kind::Unknown}) {
        QCOMPARE(*m_calls->sendDue(), 1);
        m_sent.last().reply({kind, {}, u"hm"_s});
        QCOMPARE(intent(id).state, IntentState::Unknown);
        m_clock->advance(60'000);
    }
    QCOMPARE(*m_calls->sendDue(), 1);
    QVERIFY(m_sent.last().intent.unsure);
    m_sent.last().reply({Kind::Definite, "{}"_ba, {}});
    QCOMPARE(intent(id).state, IntentState::Done);
    QCOMPARE(m_outcomes.size(), 1);
}

void ExternalCallsTest::waitingIsLongerEachTimeUpToTenSeconds()
{
    intend("one");
    QList<qint64> waits;
    for (int i = 0; i < 12; ++i) {
        QCOMPARE(*m_calls->sendDue(), 1);
        m_sent.last().reply({Kind::Unknown, {}, {}});
        qint64 waited = 0;
        while (*m_calls->sendDue() == 0) {
            m_clock->advance(200);
            waited += 200;
        }
        waits.append(waited);
        m_sent.last().reply({Kind::Unknown, {}, {}});
        m_clock->advance(60'000);
    }
    QCOMPARE(waits.first(), 200);
    QVERIFY(std::ranges::is_sorted(waits));
    QCOMPARE(waits.last(), 10'000);
}

void ExternalCallsTest::openIntentsAreResumedAfterARestart()
{
    const auto id = intend("one");
    restart();
    QCOMPARE(*m_calls->sendDue(), 1);
    QCOMPARE(m_sent.last().intent.id, id);
    QVERIFY(!m_sent.last().intent.unsure);
    m_sent.last().reply({Kind::Unknown, {}, u"no answer"_s});
    restart();
    m_clock->advance(60'000);
    QCOMPARE(*m_calls->sendDue(), 1);
    QVERIFY(m_sent.last().intent.unsure);
}

void ExternalCallsTest::aCrashBetweenSendingAndOutcomeIsAskedAgainUnderTheSameKey()
{
    const auto id = intend("one");
    QVERIFY(m_calls->sendDue());
    restart();
    if (m_store->dialect() == Dialect::PostgreSql) {
        // Another application may still be at it.
        QCOMPARE(*m_calls->sendDue(), 0);
        m_clock->advance(ExternalCalls::leaseMs);
    }
    QCOMPARE(*m_calls->sendDue(), 1);
    QCOMPARE(m_sent.last().intent.id, id);
    QCOMPARE(m_sent.last().intent.attempts, 1);
    QVERIFY(m_sent.last().intent.unsure);
    m_sent.last().reply({Kind::NotSent, {}, u"no network"_s});
    QCOMPARE(intent(id).state, IntentState::Unknown);
    m_clock->advance(60'000);
    QVERIFY(m_calls->sendDue());
    m_sent.last().reply({Kind::Definite, "{}"_ba, {}});
    QCOMPARE(outcomes().size(), 1);
}

void ExternalCallsTest::anIntentInFlightIsLeftAloneUntilItsLeaseIsOver()
{
    intend("one");
    QCOMPARE(*m_calls->sendDue(), 1);
    m_clock->advance(ExternalCalls::leaseMs - 1);
    QCOMPARE(*m_calls->sendDue(), 0);
    m_clock->advance(1);
    QCOMPARE(*m_calls->sendDue(), 1);
}

void ExternalCallsTest::aLateSecondAnswerChangesNothing()
{
    const auto id = intend("one");
    QVERIFY(m_calls->sendDue());
    m_clock->advance(ExternalCalls::leaseMs);
    QVERIFY(m_calls->sendDue());
    QCOMPARE(m_sent.size(), 2);
    m_sent[1].reply({Kind::Definite, "{\"first\":1}"_ba, {}});
    m_sent[0].reply({Kind::Definite, "{\"late\":1}"_ba, {}});
    QCOMPARE(m_outcomes, (QByteArrayList{"{\"first\":1}"}));
    QCOMPARE(outcomes().size(), 1);
    QCOMPARE(m_calls->inFlight(), 0);

    const auto other = intend("other");
    QVERIFY(m_calls->sendDue());
    m_clock->advance(ExternalCalls::leaseMs);
    QVERIFY(m_calls->sendDue());
    m_sent[3].reply({Kind::Definite, "{}"_ba, {}});
    m_sent[2].reply({Kind::Unknown, {}, u"timed out"_s});
    QCOMPARE(intent(other).state, IntentState::Done);
    QCOMPARE(intent(id).state, IntentState::Done);
}

void ExternalCallsTest::onlySoManyAreInFlight()
{
    constexpr int many = ExternalCalls::maxInFlight + 3;
    for (int i = 0; i < many; ++i)
        intend("call " + QByteArray::number(i));
    QCOMPARE(*m_calls->sendDue(), ExternalCalls::maxInFlight);
    QCOMPARE(*m_calls->sendDue(), 0);
    m_sent[0].reply({Kind::Definite, "{}"_ba, {}});
    m_sent[1].reply({Kind::Definite, "{}"_ba, {}});
    QCOMPARE(*m_calls->sendDue(), 2);
    m_sent[2].reply({Kind::Definite, "{}"_ba, {}});
    QCOMPARE(*m_calls->sendDue(), 1);
    QSet<QString> ids;
    for (const Sent &sent : m_sent)
        ids.insert(sent.intent.id.toString());
    QCOMPARE(ids.size(), many);
}

void ExternalCallsTest::anIntentMayBeForLater()
{
    intend("one", {m_clock->now().ms + 5000});
    QCOMPARE(*m_calls->sendDue(), 0);
    m_clock->advance(5000);
    QCOMPARE(*m_calls->sendDue(), 1);
}

void ExternalCallsTest::staffMayHurryAnIntent()
{
    const auto id = intend("one");
    const auto hurry = [&] {
        return inTransaction(*m_store, [&](Transaction &tx) { return m_calls->hurry(tx, id); });
    };
    QVERIFY(m_calls->sendDue());
    // In flight already: it is not sent a second time.
    QVERIFY(hurry());
    QCOMPARE(*m_calls->sendDue(), 0);
    m_sent.last().reply({Kind::Unknown, {}, {}});
    QCOMPARE(*m_calls->sendDue(), 0);
    QVERIFY(hurry());
    QCOMPARE(*m_calls->sendDue(), 1);
    m_sent.last().reply({Kind::Definite, "{}"_ba, {}});
    QVERIFY(hurry());
    QCOMPARE(*m_calls->sendDue(), 0);
}

void ExternalCallsTest::anAnswerAfterTheEndIsDropped()
{
    intend("one");
    QVERIFY(m_calls->sendDue());
    const auto reply = m_sent.first().reply;
    restart();
    reply({Kind::Definite, "{}"_ba, {}});
    QVERIFY(m_outcomes.isEmpty());
    QCOMPARE(m_calls->inFlight(), 0);
}

void ExternalCallsTest::anAnswerMayComeAtOnce()
{
    m_atOnce = CallReply{Kind::Definite, "{}"_ba, {}};
    for (int i = 0; i < 3; ++i)
        intend("call " + QByteArray::number(i));
    QCOMPARE(*m_calls->sendDue(), 3);
    QCOMPARE(outcomes().size(), 3);
    QCOMPARE(m_calls->inFlight(), 0);
}

QTEST_GUILESS_MAIN(ExternalCallsTest)
#include "external_calls_test.moc"
