// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/notification/mail_bench.h"

#include <QSignalSpy>

namespace kontor {

//! What becomes of a mail that is not accepted at once.
class MailRetryTest : public MailBench
{
    Q_OBJECT
private Q_SLOTS:
    void init() { start(); }
    void anUncertainMailIsSentAgainUnderItsMessageId();
    void aMailThatIsPutOffWaitsForMinutes();
    void aMailThatWaitsSaysWhyAndIsSentWhenAPersonWants();
    void aMailIsGivenUpAfterDays();
    void aShopThatWasShutGivesNothingUp();
    void whatMayHaveArrivedComesAFewTimesOnly();
    void aChangedServerGetsWhatWaits();
    void troubleIsToldOnceUntilItIsOver();
    void aRefusedMailIsRetriedByAPerson();
    void aSentMailIsSentAgainUnderItsMessageId();
    void aSkippedMailIsSentOnceThereIsAnAddress();
    void aMailQueuedBeforeACrashIsSentAfterIt();
};

void MailRetryTest::anUncertainMailIsSentAgainUnderItsMessageId()
{
    m_transport.reply = {MailReply::Kind::Unknown, u"closed after the final dot"_s};
    publish(ShippingDelivered{m_order, m_ada});
    pump();
    QCOMPARE(m_notification->inState(MailState::Queued)->size(), 1);
    m_transport.reply = {MailReply::Kind::Accepted, {}};
    m_clock.advance(300'000);
    pump();
    QCOMPARE(m_transport.mails.size(), 2);
    QCOMPARE(m_transport.mails[0].messageId, m_transport.mails[1].messageId);
    QCOMPARE(m_notification->about(m_order)->constFirst().state, MailState::Sent);
    QCOMPARE(m_notification->about(m_order)->constFirst().messageId,
             m_transport.mails[0].messageId);
}

void MailRetryTest::aMailThatIsPutOffWaitsForMinutes()
{
    m_transport.reply = {MailReply::Kind::Postponed, u"451 try again later"_s};
    publish(ShippingDelivered{m_order, m_ada});
    pump();
    QCOMPARE(m_transport.mails.size(), 1);
    const auto sentAfter = [this](qint64 ms) {
        m_clock.advance(ms);
        pump();
        return m_transport.mails.size();
    };
    constexpr qint64 minuteMs = 60'000;
    QCOMPARE(sentAfter(5 * minuteMs - 1), 1);
    QCOMPARE(sentAfter(1), 2);
    QCOMPARE(sentAfter(10 * minuteMs - 1), 2);
    QCOMPARE(sentAfter(1), 3);
    QCOMPARE(m_notification->about(m_order)->constFirst().state, MailState::Queued);
}

void MailRetryTest::aMailThatWaitsSaysWhyAndIsSentWhenAPersonWants()
{
    m_transport.reply = {MailReply::Kind::Postponed, u"451 try again later"_s};
    publish(ShippingDelivered{m_order, m_ada});
    pump();
    const QueuedMail waiting = m_notification->about(m_order)->constFirst();
    QCOMPARE(waiting.state, MailState::Queued);
    QCOMPARE(waiting.note, u"451 try again later"_s);
    QCOMPARE(waiting.nextAt.ms, m_clock.now().ms + 5 * 60'000);
    m_transport.reply = {MailReply::Kind::Accepted, {}};
    QVERIFY(m_notification->sendAgain(command(), waiting.id));
    pump();
    QCOMPARE(m_transport.mails.size(), 2);
    const QueuedMail sent = m_notification->about(m_order)->constFirst();
    QCOMPARE(sent.state, MailState::Sent);
    QVERIFY(sent.note.isEmpty());
    QCOMPARE(sent.nextAt, Timestamp());
}

void MailRetryTest::aMailIsGivenUpAfterDays()
{
    m_transport.reply = {MailReply::Kind::Postponed, u"451 try again later"_s};
    publish(ShippingDelivered{m_order, m_ada});
    pump();
    constexpr qint64 hourMs = 3'600'000;
    for (int hour = 0; hour * hourMs < NotificationService::giveUpMs; ++hour) {
        QCOMPARE(m_notification->about(m_order)->constFirst().state, MailState::Queued);
        m_clock.advance(hourMs);
        pump();
    }
    m_clock.advance(hourMs);
    pump();
    QCOMPARE(m_notification->about(m_order)->constFirst().state, MailState::Failed);
    QCOMPARE(m_notification->about(m_order)->constFirst().note, u"451 try again later"_s);
}

void MailRetryTest::aShopThatWasShutGivesNothingUp()
{
    m_transport.reply = {MailReply::Kind::NotSent, u"not reached"_s};
    publish(ShippingDelivered{m_order, m_ada});
    pump();
    m_clock.advance(2 * NotificationService::giveUpMs);
    for (const auto kind : {MailReply::Kind::NotSent, MailReply::Kind::Postponed}) {
        m_transport.reply.kind = kind;
        m_clock.advance(3'600'000);
        pump();
        QCOMPARE(m_notification->about(m_order)->constFirst().state, MailState::Queued);
    }
}

void MailRetryTest::whatMayHaveArrivedComesAFewTimesOnly()
{
    m_transport.reply = {MailReply::Kind::Unknown, u"time-out"_s};
    publish(ShippingDelivered{m_order, m_ada});
    pump();
    for (int hour = 0; hour < 48; ++hour) {
        m_clock.advance(3'600'000);
        pump();
    }
    QCOMPARE(m_transport.mails.size(), 4);
    const QueuedMail mail = m_notification->about(m_order)->constFirst();
    QCOMPARE(mail.state, MailState::Failed);
    QVERIFY(mail.note.startsWith(u"it may have arrived"_s));
}

void MailRetryTest::aChangedServerGetsWhatWaits()
{
    m_transport.reply = {MailReply::Kind::Postponed, u"451 try again later"_s};
    publish(ShippingDelivered{m_order, m_ada});
    pump();
    m_transport.reply = {MailReply::Kind::Accepted, {}};
    MailServer other;
    other.url = QUrl(u"smtps://mail.example"_s);
    QVERIFY(m_notification->useServer(other));
    pump();
    QCOMPARE(m_transport.mails.size(), 2);
    QCOMPARE(m_transport.server, other);
    QCOMPARE(m_notification->about(m_order)->constFirst().state, MailState::Sent);
}

void MailRetryTest::troubleIsToldOnceUntilItIsOver()
{
    QSignalSpy troubled(m_notification.get(), &Service::troubled);
    QSignalSpy recovered(m_notification.get(), &Service::recovered);
    m_transport.reply = {MailReply::Kind::NotSent, u"not reached"_s};
    publish(ShippingDelivered{m_order, m_ada});
    pump();
    m_clock.advance(60'000);
    pump();
    QCOMPARE(m_transport.mails.size(), 2);
    QCOMPARE(troubled.size(), 1);
    QCOMPARE(troubled.constFirst().at(1).toString(), u"not reached"_s);
    QCOMPARE(recovered.size(), 0);
    m_transport.reply = {MailReply::Kind::Refused, u"550 no such mailbox"_s};
    m_clock.advance(600'000);
    pump();
    QCOMPARE(recovered.size(), 1);
}

void MailRetryTest::aRefusedMailIsRetriedByAPerson()
{
    m_transport.reply = {MailReply::Kind::Refused, u"550 no such mailbox"_s};
    publish(ShippingDelivered{m_order, m_ada});
    pump();
    const auto failed = m_notification->inState(MailState::Failed);
    QCOMPARE(failed->size(), 1);
    QCOMPARE(failed->constFirst().note, u"550 no such mailbox"_s);
    const MailId id = failed->constFirst().id;
    m_clock.advance(60'000);
    pump();
    QCOMPARE(m_transport.mails.size(), 1);

    m_transport.reply = {MailReply::Kind::Accepted, {}};
    const Command once = command();
    QVERIFY(m_notification->sendAgain(once, id));
    const auto again = m_notification->sendAgain(command(), id);
    QVERIFY(!again && again.error().is(NotificationError::UnderWay));
    QVERIFY(m_notification->sendAgain(once, id));
    pump();
    QCOMPARE(m_transport.mails.size(), 2);
    QCOMPARE(m_transport.mails[0].messageId, m_transport.mails[1].messageId);
    QCOMPARE(m_notification->mail(id)->state, MailState::Sent);
}

void MailRetryTest::aSentMailIsSentAgainUnderItsMessageId()
{
    publish(ShippingDelivered{m_order, m_ada});
    pump();
    const QueuedMail sent = m_notification->about(m_order)->constFirst();
    QCOMPARE(sent.state, MailState::Sent);
    QVERIFY(m_notification->sendAgain(command(), sent.id));
    pump();
    QVERIFY(m_notification->sendAgain(command(), sent.id));
    pump();
    QCOMPARE(m_transport.mails.size(), 3);
    for (const Mail &mail : m_transport.mails)
        QCOMPARE(mail.messageId, sent.messageId);
    QCOMPARE(m_notification->about(m_order)->size(), 1);
}

void MailRetryTest::aSkippedMailIsSentOnceThereIsAnAddress()
{
    const AccountId bob = customer({});
    publish(ShippingDelivered{m_order, bob});
    pump();
    const QueuedMail skipped = m_notification->about(m_order)->constFirst();
    QCOMPARE(skipped.state, MailState::Skipped);
    QVERIFY(m_accounts->update(command(), bob, {u"Bob"_s, u"bob@example.org"_s, {}, {}}));
    QVERIFY(m_notification->sendAgain(command(), skipped.id));
    pump();
    QCOMPARE(m_notification->mail(skipped.id)->state, MailState::Sent);
}

void MailRetryTest::aMailQueuedBeforeACrashIsSentAfterIt()
{
    publish(ShippingDelivered{m_order, m_ada});
    // Handled and committed; the account's answer never reaches the service that dies.
    QVERIFY(m_notification->pump());
    QCOMPARE(m_transport.mails.size(), 0);
    restart();
    pump();
    QCOMPARE(m_transport.mails.size(), 1);
    QCOMPARE(m_notification->about(m_order)->constFirst().state, MailState::Sent);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::MailRetryTest)
#include "mail_retry_test.moc"
