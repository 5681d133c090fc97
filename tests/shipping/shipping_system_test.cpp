// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/shipping/shippo_client.h"
#include "tests/core/tls_server.h"
#include "tests/shipping/shipping_bench.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

using Kind = SystemCheck::Kind;

namespace {

ShippoSettings systemOf(SystemMode mode, const QByteArray &token)
{
    ShippoSettings settings;
    settings.mode = mode;
    settings.baseUrl = QUrl(u"https://parcels.example"_s);
    settings.token = token;
    return settings;
}

const ShippoSettings live = systemOf(SystemMode::Live, "shippo_live_1");
const ShippoSettings sandbox = systemOf(SystemMode::Sandbox, "shippo_test_kontor");

} // namespace

//! Which logistics system the service speaks to, and what it asks of none but that one.
class ShippingSystemTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_logistics = std::make_unique<HeldLogistics>();
        m_bench = std::make_unique<ShippingBench>(m_clock, *m_logistics, addressInBerlin());
        m_order = OrderId::make(m_clock.now());
    }
    void cleanup() { m_bench.reset(); }

    void withoutItsKeyNothingIsSentAndItIsSaid();
    void anotherSystemIsRefusedWhileACallIsOpen();
    void settingsThatNameAnotherSystemSendNothing();
    void aParcelOfAnotherSystemIsNotLookedFor();
    void aLabelOfAnotherSystemIsNotVoidedHere();
    void aTokenIsJudged_data();
    void aTokenIsJudged();
    void anAnswerOfTheOtherModeIsNeverASuccess_data();
    void anAnswerOfTheOtherModeIsNeverASuccess();

private:
    void pay()
    {
        m_bench->publish(m_bench->paid(m_order));
        m_bench->pump();
    }
    void bookLabel()
    {
        pay();
        QVERIFY(m_logistics->answer(u"quote"_s, upsOffer));
        m_bench->pump();
        QVERIFY(m_logistics->answer(u"label"_s, upsLabel));
        m_bench->pump();
        QCOMPARE(m_bench->shipping->shipment(m_order)->state, ShipmentState::Labelled);
    }
    void wait(qint64 ms)
    {
        m_clock.advance(ms);
        m_bench->pump();
    }

    ManualClock m_clock{{1'700'000'000'000}};
    std::unique_ptr<HeldLogistics> m_logistics;
    std::unique_ptr<ShippingBench> m_bench;
    OrderId m_order;
};

void ShippingSystemTest::withoutItsKeyNothingIsSentAndItIsSaid()
{
    ShippoSettings unknown = live;
    unknown.token.clear();
    QSignalSpy troubled(m_bench->shipping.get(), &Service::troubled);
    QSignalSpy recovered(m_bench->shipping.get(), &Service::recovered);
    QVERIFY(m_bench->shipping->useSystem(unknown));
    pay();
    wait(60LL * 60 * 1000);
    QVERIFY(m_logistics->held.isEmpty());
    QCOMPARE(troubled.size(), 1);
    QCOMPARE(troubled[0][1].toString(), u"the key of the logistics system is not known"_s);
    QVERIFY(m_bench->shipping->useSystem(live));
    m_bench->pump();
    QVERIFY(m_logistics->holds(u"quote"_s));
    QCOMPARE(recovered.size(), 1);
    QCOMPARE(m_logistics->used.system(), u"live parcels.example"_s);
}

void ShippingSystemTest::anotherSystemIsRefusedWhileACallIsOpen()
{
    pay();
    const auto refused = m_bench->shipping->useSystem(live);
    QVERIFY(!refused && refused.error().is(SystemError::OpenElsewhere));
    QCOMPARE(m_logistics->used.system(), u"sandbox"_s);
    QVERIFY(m_logistics->answer(u"quote"_s, upsOffer));
    m_bench->pump();
    QVERIFY(!m_bench->shipping->useSystem(live));
    QVERIFY(m_logistics->lose(u"label"_s));
    QVERIFY(!m_bench->shipping->useSystem(live));
    wait(60'000);
    QVERIFY(m_logistics->answer(u"label"_s, upsLabel));
    m_bench->pump();
    QVERIFY(m_bench->shipping->useSystem(live));
}

void ShippingSystemTest::settingsThatNameAnotherSystemSendNothing()
{
    m_logistics->used = live; // as read from a file that somebody changed
    m_bench->restart(*m_logistics);
    QSignalSpy troubled(m_bench->shipping.get(), &Service::troubled);
    pay();
    wait(60LL * 60 * 1000);
    QVERIFY(m_logistics->held.isEmpty());
    QVERIFY(troubled[0][1].toString().contains(u"another system than the one in use"_s));
    QVERIFY(m_bench->shipping->useSystem(sandbox));
    m_bench->pump();
    QVERIFY(m_logistics->holds(u"quote"_s));
}

void ShippingSystemTest::aParcelOfAnotherSystemIsNotLookedFor()
{
    bookLabel();
    wait(ShippingBench::lookEveryMs);
    QCOMPARE(m_logistics->tracked, 1);
    QVERIFY(m_bench->shipping->useSystem(live));
    m_logistics->progress = ParcelProgress::Delivered;
    wait(10 * ShippingBench::lookEveryMs);
    QCOMPARE(m_logistics->tracked, 1);
    QVERIFY(m_bench->shipping->useSystem(sandbox));
    wait(ShippingBench::lookEveryMs);
    QCOMPARE(m_logistics->tracked, 2);
    QCOMPARE(m_bench->shipping->shipment(m_order)->state, ShipmentState::Delivered);
}

void ShippingSystemTest::aLabelOfAnotherSystemIsNotVoidedHere()
{
    bookLabel();
    QVERIFY(m_bench->shipping->useSystem(live));
    QVERIFY(m_bench->shipping->recall(m_bench->command(), m_order));
    m_bench->pump();
    QVERIFY(m_logistics->held.isEmpty());
    const auto shipment = m_bench->shipping->shipment(m_order);
    QCOMPARE(shipment->voidState, VoidState::Refused);
    QVERIFY(shipment->note.contains(u"another logistics system"_s));
    QVERIFY(m_bench->shipping->openIntents()->isEmpty());
}

void ShippingSystemTest::aTokenIsJudged_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<SystemMode>("mode");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char *name, int status, const QByteArray &body, Kind kind,
                        SystemMode mode = SystemMode::Test) {
        QTest::newRow(name) << status << body << mode << kind;
    };
    row("no labels yet", 200, R"({"next":null,"results":[]})", Kind::Works);
    row("test labels", 200, R"({"next":null,"results":[{"test":true}]})", Kind::Works);
    row("real labels in the test mode", 200, R"({"results":[{"test":false}]})", Kind::OtherMode);
    row("test labels in trade", 200, R"({"results":[{"test":true}]})", Kind::OtherMode,
        SystemMode::Live);
    row("real labels in trade", 200, R"({"results":[{"test":false}]})", Kind::Works,
        SystemMode::Live);
    row("a wrong token", 401, R"({"detail":"Token does not exist"})", Kind::WrongKey);
    row("no permission", 403, R"({"detail":"You do not have permission"})", Kind::NotAllowed);
    row("a page", 200, "<html>Welcome</html>", Kind::Stranger);
    row("JSON of something else", 200, R"({"status":"ok"})", Kind::Stranger);
    row("no such path", 404, R"({"detail":"Not found."})", Kind::Stranger);
    row("too many calls", 429, "", Kind::Busy);
    row("it is broken", 500, "", Kind::Failing);
}

void ShippingSystemTest::aTokenIsJudged()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const SystemMode, mode);
    QFETCH(const Kind, kind);
    const WebServer server(WebServer::answer(status, body));
    ShippoSettings settings = systemOf(mode, "shippo_test_1");
    settings.baseUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(server.port()));
    ShippoClient client({}, m_clock);
    std::optional<SystemCheck> found;
    client.check(settings, [&found](const SystemCheck &check) { found = check; });
    QTRY_VERIFY_WITH_TIMEOUT(found.has_value(), 30'000);
    QCOMPARE(found->kind, kind);
    QVERIFY(server.received().startsWith("GET /transactions?results=1 HTTP/1.1"));
    QVERIFY(server.received().contains("ShippoToken shippo_test_1"));
}

void ShippingSystemTest::anAnswerOfTheOtherModeIsNeverASuccess_data()
{
    QTest::addColumn<SystemMode>("mode");
    QTest::addColumn<bool>("test");
    QTest::addColumn<bool>("taken");
    QTest::newRow("a test label in the test mode") << SystemMode::Test << true << true;
    QTest::newRow("a real label in trade") << SystemMode::Live << false << true;
    QTest::newRow("a real label in the test mode") << SystemMode::Test << false << false;
    QTest::newRow("a test label in trade") << SystemMode::Live << true << false;
}

void ShippingSystemTest::anAnswerOfTheOtherModeIsNeverASuccess()
{
    QFETCH(const SystemMode, mode);
    QFETCH(const bool, test);
    QFETCH(const bool, taken);
    const LabelRequest request{1, m_order, u"rate1"_s};
    const QJsonObject label{{u"object_id"_s, u"label1"_s},
                            {u"status"_s, u"SUCCESS"_s},
                            {u"rate"_s, u"rate1"_s},
                            {u"metadata"_s, parcelReference(m_order, 1)},
                            {u"tracking_number"_s, u"KTR1"_s},
                            {u"label_url"_s, u"https://parcels.example/label1"_s},
                            {u"test"_s, test}};
    const WebServer server(WebServer::answer(201, QJsonDocument(label).toJson()));
    ShippoSettings settings = systemOf(mode, "shippo_test_1");
    settings.baseUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(server.port()));
    ShippoClient client(settings, m_clock);
    Intent intent;
    intent.id = IntentId::make({1});
    std::optional<CallReply> reply;
    client.buy(intent, request, true, [&reply](const CallReply &answer) { reply = answer; });
    QTRY_VERIFY_WITH_TIMEOUT(reply.has_value(), 30'000);
    QCOMPARE(reply->note.contains(u"ALARM"), !taken);
    QCOMPARE(reply->kind, taken ? CallReply::Kind::Definite : CallReply::Kind::Unknown);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ShippingSystemTest)
#include "shipping_system_test.moc"
