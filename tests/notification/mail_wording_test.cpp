// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/notification/mail_bench.h"

namespace kontor {

//! What a mail says, to whom, and what goes along with it.
class MailWordingTest : public MailBench
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aCustomerIsWrittenToInHisLanguage_data();
    void aCustomerIsWrittenToInHisLanguage();
    void theShopSaysItInItsOwnWords();
    void aWordingThatCannotBeIsNotKept();
    void nobodyGetsWhatIsSwitchedOff();
    void whoWantsNoMailsGetsOnlyTheLinkThatHeAskedFor();
    void theReceiptGoesAlong();
    void aConfirmationWaitsForItsReceipt();
    void aConfirmationDoesNotWaitForEver();
    void oldReceiptsAreForgotten();
    void idsAreOfTheDomainThatMailsComeFrom();

private:
    void order(qint64 minor = 123'450);
    void deliver() { publish(ShippingDelivered{m_order, m_ada}); }
    void speaks(const QString &language, bool wantsMails = true);
};

void MailWordingTest::init()
{
    m_receiptWaitMs = 0;
    start();
}

void MailWordingTest::order(qint64 minor)
{
    publish(OrderProcessed{
        m_order, u"T1-000001"_s, m_ada, Fulfilment::Delivery, false, {}, euros(minor)});
}

void MailWordingTest::speaks(const QString &language, bool wantsMails)
{
    const auto changed = m_accounts->update(
        command(), m_ada, {u"Ada Lovelace"_s, u"ada@example.com"_s, {}, {}, language, wantsMails});
    KONTOR_CHECK(bool(changed));
}

void MailWordingTest::aCustomerIsWrittenToInHisLanguage_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("says");
    QTest::newRow("the shop's, in Britain") << u"GB"_s << QString() << u"over 1,234.50 EUR."_s;
    QTest::newRow("the shop's, in Austria") << u"AT"_s << QString() << u"über 1 234,50 EUR."_s;
    QTest::newRow("German in Britain") << u"GB"_s << u"de"_s << u"über 1.234,50 EUR."_s;
    QTest::newRow("English in Germany") << u"DE"_s << u"en"_s << u"over 1.234,50 EUR."_s;
    QTest::newRow("one that is not spoken here") << u"GB"_s << u"fr"_s << u"over 1,234.50 EUR."_s;
}

void MailWordingTest::aCustomerIsWrittenToInHisLanguage()
{
    QFETCH(QString, country);
    QFETCH(QString, language);
    QFETCH(QString, says);
    QVERIFY(bool(m_notification->useShop(u"Kontor"_s, country)));
    speaks(language);
    order();
    pump();
    QCOMPARE(m_transport.mails.size(), 1);
    const QString body = m_transport.mails[0].body;
    QVERIFY2(QString(body).replace(QChar(0xa0), u' ').contains(says), qPrintable(body));
}

void MailWordingTest::theShopSaysItInItsOwnWords()
{
    const MailText own{u"Da: {receipt}"_s, u"Servus {name}!"_s};
    const auto set =
        m_notification->setWording(command(), MailKind::Delivered, MailLanguage::German, own);
    QVERIFY2(set, errorText(set));
    speaks(u"de"_s);
    deliver();
    pump();
    QCOMPARE(m_transport.mails.size(), 1);
    QCOMPARE(m_transport.mails[0].body, u"Servus Ada Lovelace!"_s);
    const auto plans = m_notification->plans();
    QCOMPARE(plans->size(), qsizetype(std::size(EnumNames<MailKind>::names)));
    const MailPlan &plan = plans->at(qsizetype(MailKind::Delivered));
    QCOMPARE(plan.wording(MailLanguage::German), own);
    QCOMPARE(plan.wording(MailLanguage::English),
             usualWording(MailKind::Delivered, MailLanguage::English));

    QVERIFY(
        bool(m_notification->setWording(command(), MailKind::Delivered, MailLanguage::German, {})));
    m_order = OrderId::make(m_clock.now());
    deliver();
    pump();
    QCOMPARE(m_transport.mails.size(), 2);
    QVERIFY(m_transport.mails[1].body.startsWith(u"Guten Tag Ada Lovelace,"_s));
}

void MailWordingTest::aWordingThatCannotBeIsNotKept()
{
    const auto set = m_notification->setWording(command(), MailKind::Delivered,
                                                MailLanguage::English, MailText{u"{x}"_s, u"a"_s});
    QVERIFY(!set && set.error().is(NotificationError::PlaceholderUnknown));
    QVERIFY(m_notification->plans()->at(qsizetype(MailKind::Delivered)).own.isEmpty());
}

void MailWordingTest::nobodyGetsWhatIsSwitchedOff()
{
    QVERIFY(bool(m_notification->setSwitchedOff(command(), MailKind::Delivered, true)));
    QVERIFY(m_notification->plans()->at(qsizetype(MailKind::Delivered)).isOff);
    deliver();
    order();
    pump();
    QCOMPARE(m_transport.mails.size(), 1);
    QCOMPARE(m_transport.mails[0].subject, u"Your order T1-000001"_s);
    const auto skipped = m_notification->inState(MailState::Skipped);
    QCOMPARE(skipped->size(), 1);
    QCOMPARE(skipped->constFirst().note, u"mails of this kind are switched off"_s);

    QVERIFY(bool(m_notification->setSwitchedOff(command(), MailKind::Delivered, false)));
    const auto again = m_notification->sendAgain(command(), skipped->constFirst().id);
    QVERIFY2(again, errorText(again));
    pump();
    QCOMPARE(m_transport.mails.size(), 2);
}

void MailWordingTest::whoWantsNoMailsGetsOnlyTheLinkThatHeAskedFor()
{
    speaks({}, false);
    order();
    deliver();
    publish(
        PaymentRequested{m_order, m_ada, euros(500), u"https://pay.example/1"_s, m_clock.now()});
    pump();
    QCOMPARE(m_transport.mails.size(), 1);
    QVERIFY(m_transport.mails[0].body.contains(u"https://pay.example/1"_s));
    QCOMPARE(m_notification->inState(MailState::Skipped)->size(), 2);
    speaks({}, true);
    m_order = OrderId::make(m_clock.now());
    deliver();
    pump();
    QCOMPARE(m_transport.mails.size(), 2);
}

void MailWordingTest::theReceiptGoesAlong()
{
    const MailFile receipt{u"T1-000001.pdf"_s, "%PDF"};
    QVERIFY(bool(m_notification->attachReceipt(m_order, receipt)));
    // A till that starts anew tells it once more.
    QVERIFY(bool(m_notification->attachReceipt(m_order, {u"T1-000001.pdf"_s, "%PDF 2"})));
    order();
    deliver();
    pump();
    QCOMPARE(m_transport.mails.size(), 2);
    const bool isFirst = m_transport.mails[0].subject == u"Your order T1-000001"_s;
    QCOMPARE(m_transport.mails[isFirst ? 0 : 1].files, {receipt});
    QCOMPARE(m_transport.mails[isFirst ? 1 : 0].files, {});
}

void MailWordingTest::aConfirmationWaitsForItsReceipt()
{
    m_receiptWaitMs = 60'000;
    restart();
    order();
    deliver();
    pump();
    QCOMPARE(m_transport.mails.size(), 1);
    QVERIFY(m_transport.mails[0].subject.contains(u"arrived"_s));
    QVERIFY(bool(m_notification->attachReceipt(m_order, {u"T1-000001.pdf"_s, "%PDF"})));
    pump();
    QCOMPARE(m_transport.mails.size(), 2);
    QCOMPARE(m_transport.mails[1].files.size(), 1);
}

void MailWordingTest::aConfirmationDoesNotWaitForEver()
{
    m_receiptWaitMs = 60'000;
    restart();
    order();
    m_clock.advance(59'000);
    pump();
    QCOMPARE(m_transport.mails.size(), 0);
    m_clock.advance(1'000);
    pump();
    QCOMPARE(m_transport.mails.size(), 1);
    QCOMPARE(m_transport.mails[0].files, {});
}

void MailWordingTest::oldReceiptsAreForgotten()
{
    QVERIFY(bool(m_notification->attachReceipt(m_order, {u"1.pdf"_s, "%PDF"})));
    m_clock.advance(90LL * 24 * 60 * 60 * 1000 + 1);
    QVERIFY(
        bool(m_notification->attachReceipt(OrderId::make(m_clock.now()), {u"2.pdf"_s, "%PDF"})));
    const auto kept =
        m_own->all("SELECT name FROM receipt_file", [](const Row &row) { return row.text(0); });
    QCOMPARE(*kept, QStringList{u"2.pdf"_s});
}

void MailWordingTest::idsAreOfTheDomainThatMailsComeFrom()
{
    MailServer server;
    server.sender = u"till@bakery.example"_s;
    QVERIFY(bool(m_notification->useServer(server)));
    deliver();
    pump();
    QCOMPARE(m_transport.mails.size(), 1);
    QVERIFY(m_transport.mails[0].messageId.endsWith(u"@bakery.example>"_s));
    QCOMPARE(m_transport.mails[0].from.address, u"till@bakery.example"_s);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::MailWordingTest)
#include "mail_wording_test.moc"
