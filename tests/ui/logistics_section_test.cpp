// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/printer_place.h"
#include "models/system_desk.h"
#include "tests/core/tls_server.h"
#include "tests/ui/window_test.h"

#include <QComboBox>
#include <QLabel>

namespace kontor {

using namespace Qt::StringLiterals;

//! The settings of the logistics system, and what makes trade of training.
class LogisticsSectionTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { close(); }
    void theTestModeIsUsedAtOnceWithItsSender();
    void nothingIsUsedWithoutASender();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void aKeyOfTheOtherModeIsRefusedBeforeAnythingIsSent();
    void papersAndWindowAreOfTradeWhenBothAreLive();

private:
    void go(const QString &kind);
    void enterSender();
    void enter(const QString &kind, const QString &mode, const QString &url, const QString &key);
    QString outcome() { return text(u"logisticsOutcome"_s); }
    SystemSettings kept()
    {
        return SystemSettings::in(m_shop->access().folder, SystemSettings::Kind::Logistics);
    }
    OrderId sell();
    QString receiptOf(OrderId sale);
    bool isForTraining(OrderId sale);

    QTemporaryDir m_papers;
};

void LogisticsSectionTest::init()
{
    m_shop = std::make_unique<LivingShop>(
        *PrinterPlace{PrinterPlace::Kind::Folder, m_papers.path()}.address());
    open();
    press(Qt::Key_Comma, Qt::ControlModifier);
    go(u"logistics"_s);
}

void LogisticsSectionTest::go(const QString &kind)
{
    click(kind + u"SectionChoice"_s);
    QTRY_VERIFY(shown(kind + u"Section"_s));
}

void LogisticsSectionTest::enterSender()
{
    for (const auto &[field, typed] :
         {std::pair(u"senderName"_s, u"Corner Shop"_s),
          std::pair(u"senderStreet"_s, u"3 High Street"_s), std::pair(u"senderZip"_s, u"E1 6AN"_s),
          std::pair(u"senderCity"_s, u"London"_s)}) {
        find<QLineEdit>(field)->setFocus();
        fill(field, typed);
    }
    auto *country = find<QComboBox>(u"senderCountry"_s);
    country->setCurrentIndex(country->findData(u"GB"_s));
    Q_EMIT country->activated(country->currentIndex());
}

void LogisticsSectionTest::enter(const QString &kind, const QString &mode, const QString &url,
                                 const QString &key)
{
    click(kind + mode);
    find<QLineEdit>(kind + u"Url"_s)->setFocus();
    fill(kind + u"Url"_s, url);
    find<QLineEdit>(kind + u"Key"_s)->setFocus();
    fill(kind + u"Key"_s, key);
    press(Qt::Key_Return);
}

bool LogisticsSectionTest::isForTraining(OrderId sale)
{
    const QString receipt = receiptOf(sale);
    KONTOR_CHECK(receipt.contains(u"T1-0"));
    // In the language of the shop's country.
    return receipt.contains(u"TRAINING") || receipt.contains(u"ÜBUNG");
}

OrderId LogisticsSectionTest::sell()
{
    const ImportedSale sale = m_shop->sale(1, Fulfilment::Counter);
    m_shop->book(sale);
    return sale.order;
}

QString LogisticsSectionTest::receiptOf(OrderId sale)
{
    auto &devices = (*m_shop)->devices();
    const auto printed = m_shop->ask(devices, &DevicesService::print, (*m_shop)->command(),
                                     WantedPaper(SalePaper{sale}));
    const auto jobs = m_shop->ask(devices, &DevicesService::about, sale);
    QString text;
    for (const PrintJob &job : *jobs) {
        for (const Block &block : job.paper.blocks) {
            if (printed && job.id == *printed)
                text += block.left + u'\n';
        }
    }
    return text;
}

void LogisticsSectionTest::theTestModeIsUsedAtOnceWithItsSender()
{
    click(u"logisticsTest"_s);
    enterSender();
    enter(u"logistics"_s, u"Test"_s, m_shop->sandbox().baseUrl().toString(), u"shippo_test_1"_s);
    QTRY_VERIFY(!text(u"logisticsSectionSaved"_s).isEmpty());
    QCOMPARE(kept().mode, SystemMode::Test);
    QCOMPARE(kept().sender.city, u"London"_s);
    QCOMPARE(kept().sender.country, u"GB"_s);
    QCOMPARE(m_shop->secrets().kept.value(kept().secretName()), "shippo_test_1"_ba);
    click(u"logisticsCheck"_s);
    QTRY_VERIFY2(outcome().contains(u"takes the key. It is in the test mode"_s),
                 qPrintable(outcome()));
    const AccountId customer = m_shop->addCustomer(u"Grace Hopper"_s, true);
    m_shop->book(m_shop->saleTo(customer, 1, Fulfilment::Delivery));
    QTRY_COMPARE_WITH_TIMEOUT(m_shop->sandbox().ledger(u"label.purchased"_s).size(), 1, 20'000);
    const auto shipments = m_shop->sandbox().ledger(u"shipment.created"_s);
    QVERIFY(QJsonDocument(shipments.value(0)).toJson().contains("3 High Street"));
}

void LogisticsSectionTest::nothingIsUsedWithoutASender()
{
    enter(u"logistics"_s, u"Test"_s, m_shop->sandbox().baseUrl().toString(), u"shippo_test_1"_s);
    QTRY_VERIFY2(outcome().contains(u"sender of parcels is not whole"_s), qPrintable(outcome()));
    QCOMPARE(kept().mode, SystemMode::Sandbox);
}

void LogisticsSectionTest::whatIsWrongIsSaid_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("told");
    QTest::newRow("a wrong key") << 401 << QByteArray(R"({"detail":"Token does not exist"})")
                                 << u"refuses the key"_s;
    QTest::newRow("test labels in trade")
        << 200 << QByteArray(R"({"results":[{"test":true}]})")
        << u"answers in the test mode, where nothing real happens"_s;
    QTest::newRow("something else") << 200 << QByteArray("<html>") << u"is something else"_s;
    QTest::newRow("real labels") << 200 << QByteArray(R"({"results":[{"test":false}]})")
                                 << u"It is live: real money moves"_s;
}

void LogisticsSectionTest::whatIsWrongIsSaid()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, told);
    const WebServer server(WebServer::answer(status, body));
    click(u"logisticsLive"_s);
    enterSender();
    enter(u"logistics"_s, u"Live"_s, u"http://127.0.0.1:%1"_s.arg(server.port()),
          u"shippo_live_1"_s);
    click(u"logisticsCheck"_s);
    QTRY_VERIFY2(outcome().contains(told), qPrintable(outcome()));
}

void LogisticsSectionTest::aKeyOfTheOtherModeIsRefusedBeforeAnythingIsSent()
{
    const WebServer server(WebServer::answer(200, R"({"results":[]})"));
    click(u"logisticsLive"_s);
    enterSender();
    enter(u"logistics"_s, u"Live"_s, u"http://127.0.0.1:%1"_s.arg(server.port()),
          u"shippo_test_1"_s);
    click(u"logisticsCheck"_s);
    QTRY_VERIFY(text(u"logisticsKeyMessage"_s).contains(u"This is a key of the test mode"_s));
    QCOMPARE(kept().mode, SystemMode::Sandbox);
    QVERIFY(server.received().isEmpty());
}

void LogisticsSectionTest::papersAndWindowAreOfTradeWhenBothAreLive()
{
    const WebServer parcels({});
    const WebServer money({});
    const OrderId practised = sell();
    QVERIFY(isForTraining(practised));
    click(u"logisticsLive"_s);
    enterSender();
    enter(u"logistics"_s, u"Live"_s, u"http://127.0.0.1:%1"_s.arg(parcels.port()),
          u"shippo_live_1"_s);
    QTRY_COMPARE(kept().mode, SystemMode::Live);
    QVERIFY(shown(u"statusMode"_s));
    QVERIFY(isForTraining(sell()));
    go(u"payment"_s);
    enter(u"payment"_s, u"Live"_s, u"http://127.0.0.1:%1"_s.arg(money.port()), u"sk_live_1"_s);
    QTRY_VERIFY(!shown(u"statusMode"_s));
    const OrderId real = sell();
    QVERIFY(!isForTraining(real));
    QVERIFY(isForTraining(practised));
    // As it was left.
    close();
    m_shop->reopen();
    open();
    QVERIFY(!shown(u"statusMode"_s));
    QVERIFY(!isForTraining(sell()));
    press(Qt::Key_Comma, Qt::ControlModifier);
    go(u"payment"_s);
    click(u"paymentSandbox"_s);
    QTRY_VERIFY(shown(u"statusMode"_s));
    QVERIFY(isForTraining(sell()));
    QVERIFY(!isForTraining(real));
}

} // namespace kontor

QTEST_MAIN(kontor::LogisticsSectionTest)
#include "logistics_section_test.moc"
