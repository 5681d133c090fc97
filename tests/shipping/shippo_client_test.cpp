// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/shipping/shippo_client.h"
#include "tests/shipping/sandbox_program.h"
#include "tests/shipping/shipping_bench.h"

#include <QJsonArray>

namespace kontor {

using namespace Qt::StringLiterals;

//! The shipping service with the real client against the sandbox, which is a program of its own and
//! whose ledger says what happened in the world.
class ShippoClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aLabelIsBoughtForThePaidOrder();
    void whateverGoesWrongOneLabelIsBought_data();
    void whateverGoesWrongOneLabelIsBought();
    void aPurchaseThatSurelyFailedIsNotLookedFor();
    void whateverGoesWrongTheLabelIsVoidedOnce_data();
    void whateverGoesWrongTheLabelIsVoidedOnce();
    void aLabelUnderWayIsVoidedAfterARecall();
    void aProcessThatDiedFindsTheLabelThatItBought();
    void anExpiredRateIsAskedForAnew();
    void addressesThatCannotBeServed_data();
    void addressesThatCannotBeServed();
    void aRefusedLabelNeedsAPerson();
    void theCarriersScanIsSeen();
    void whatGoesWrongOnTheWayIsATask_data();
    void whatGoesWrongOnTheWayIsATask();
    void aParcelThatWasScannedCannotBeRecalled();
    void aPendingVoidIsFollowed();
    void withoutTheSandboxEverythingWaits();

private:
    std::unique_ptr<ShippoClient> newClient() const;
    //! Until the parcel is in one of the states, and nothing is left open.
    bool becomes(const std::function<bool(const Shipment &)> &wanted);
    bool becomes(ShipmentState state);
    Shipment parcel() const;
    void order(const Address &home = addressInBerlin());
    QStringList ledgerReferences(const QString &kind) const;
    void waitForWhatWasDelayed();

    SystemClock m_clock;
    std::unique_ptr<SandboxProgram> m_sandbox;
    std::unique_ptr<ShippoClient> m_client;
    std::unique_ptr<ShippingBench> m_bench;
    OrderId m_order;
};

namespace {

// The client gives up before a delayed answer, and a label that it did not find has appeared before
// it buys another.
constexpr int clientTimeoutMs = 500;
constexpr int delayedMs = 1000;
constexpr qint64 pauseMs = 1500;

const QStringList &harmfulFaults()
{
    static const QStringList faults{u"dropBefore"_s, u"dropAfter"_s,   u"delay"_s,
                                    u"delayAfter"_s, u"serverError"_s, u"serverErrorAfter"_s,
                                    u"garbage"_s,    u"truncated"_s,   u"tooManyRequests"_s,
                                    u"redirect"_s,   u"hugeBody"_s};
    return faults;
}

QByteArray strike(const char *method, const char *path, const QString &fault, int times = 1)
{
    return "{\"every\":1,\"first\":1,\"method\":\"" + QByteArray(method) + "\",\"path\":\"" + path +
           "\",\"delayMs\":" + QByteArray::number(delayedMs) + ",\"faults\":[\"" + fault.toUtf8() +
           "\"" + QByteArray(",\"none\"").repeated(times == 1 ? 50 : 0) + "]}";
}

//! The fault strikes the call, or the look for the effect of a call whose answer was lost.
void addFaultRows(const char *call, const char *path, const QString &fault)
{
    QTest::addRow("%s: %s", call, qPrintable(fault)) << strike("POST", path, fault);
    QTest::addRow("%s lost, look-up: %s", call, qPrintable(fault))
        << strike("POST", path, u"dropAfter"_s) + ',' + strike("GET", "/transactions", fault);
}

} // namespace

void ShippoClientTest::init()
{
    m_bench.reset();
    m_client.reset();
    m_sandbox = std::make_unique<SandboxProgram>();
}

std::unique_ptr<ShippoClient> ShippoClientTest::newClient() const
{
    ShippoSettings settings;
    settings.baseUrl = m_sandbox->baseUrl();
    settings.token = "shippo_test_kontor";
    settings.from = {u"Kontor"_s, u"Am Markt 1"_s, {}, u"Bremen"_s, u"28195"_s,
                     {},          u"DE"_s,         {}, {}};
    settings.timeoutMs = clientTimeoutMs;
    settings.lookUpTimeoutMs = clientTimeoutMs;
    settings.lookUpPauseMs = pauseMs;
    return std::make_unique<ShippoClient>(settings, m_clock);
}

void ShippoClientTest::order(const Address &home)
{
    m_client = newClient();
    m_bench = std::make_unique<ShippingBench>(m_clock, *m_client, home);
    m_order = OrderId::make(m_clock.now());
    m_bench->publish(m_bench->paid(m_order));
}

Shipment ShippoClientTest::parcel() const
{
    const auto shipment = m_bench->shipping->shipment(m_order);
    return shipment ? *shipment : Shipment{};
}

bool ShippoClientTest::becomes(const std::function<bool(const Shipment &)> &wanted)
{
    const auto done = [&] {
        m_bench->pump();
        const auto open = m_bench->shipping->openIntents();
        return wanted(parcel()) && open && open->isEmpty();
    };
    return QTest::qWaitFor(done, 30'000);
}

bool ShippoClientTest::becomes(ShipmentState state)
{
    return becomes([state](const Shipment &shipment) { return shipment.state == state; });
}

QStringList ShippoClientTest::ledgerReferences(const QString &kind) const
{
    QStringList references;
    const auto entries = m_sandbox->ledger(kind);
    for (const QJsonObject &entry : entries)
        references.append(entry[u"metadata"].toString());
    return references;
}

void ShippoClientTest::aLabelIsBoughtForThePaidOrder()
{
    order();
    QVERIFY(becomes(ShipmentState::Labelled));
    QCOMPARE(parcel().carrier, u"dhl_germany"_s);
    QCOMPARE(parcel().carrierName, u"DHL Germany"_s);
    QCOMPARE(parcel().price, (Money{509, Currency("EUR")}));
    QVERIFY(parcel().labelUrl.startsWith(m_sandbox->baseUrl().toString()));
    QCOMPARE(ledgerReferences(u"label.purchased"_s), QStringList{parcelReference(m_order, 1)});
    QCOMPARE(m_sandbox->ledger(u"label.purchased"_s)[0][u"tracking_number"].toString(),
             parcel().trackingNumber);
}

void ShippoClientTest::whateverGoesWrongOneLabelIsBought_data()
{
    QTest::addColumn<QByteArray>("rules");
    for (const QString &fault : harmfulFaults()) {
        QTest::addRow("quote: %s", qPrintable(fault)) << strike("POST", "/shipments", fault);
        addFaultRows("label", "/transactions", fault);
    }
}

void ShippoClientTest::whateverGoesWrongOneLabelIsBought()
{
    QFETCH(QByteArray, rules);
    m_sandbox->setFaults(rules);
    order();
    QVERIFY(becomes(ShipmentState::Labelled));
    if (rules.contains("\"delay\""))
        waitForWhatWasDelayed();
    QCOMPARE(ledgerReferences(u"label.purchased"_s), QStringList{parcelReference(m_order, 1)});
    QCOMPARE(m_sandbox->ledger(u"label.purchased"_s)[0][u"tracking_number"].toString(),
             parcel().trackingNumber);
}

//! What takes its effect late must not be a second one: a call that is delayed as long is answered
//! after all that was delayed before it.
void ShippoClientTest::waitForWhatWasDelayed()
{
    m_sandbox->setFaults(strike("GET", "/tracks", u"delay"_s, 2));
    QUrl url = m_sandbox->baseUrl();
    url.setPath(u"/tracks/ups/KTR0"_s);
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(url)));
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 30'000);
    QVERIFY(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid());
}

void ShippoClientTest::aPurchaseThatSurelyFailedIsNotLookedFor()
{
    m_sandbox->setFaults(strike("POST", "/transactions", u"tooManyRequests"_s) + ',' +
                         strike("GET", "/transactions", u"serverError"_s, 50));
    order();
    QVERIFY(becomes(ShipmentState::Labelled));
    QCOMPARE(m_sandbox->ledger(u"label.purchased"_s).size(), 1);
}

void ShippoClientTest::whateverGoesWrongTheLabelIsVoidedOnce_data()
{
    QTest::addColumn<QByteArray>("rules");
    for (const QString &fault : harmfulFaults())
        addFaultRows("void", "/refunds", fault);
}

void ShippoClientTest::whateverGoesWrongTheLabelIsVoidedOnce()
{
    QFETCH(QByteArray, rules);
    order();
    QVERIFY(becomes(ShipmentState::Labelled));
    m_sandbox->setFaults(rules);
    QVERIFY(m_bench->shipping->recall(m_bench->command(), m_order));
    QVERIFY(becomes(ShipmentState::Recalled));
    QCOMPARE(parcel().voidState, VoidState::Voided);
    QCOMPARE(m_sandbox->ledger(u"label.voided"_s).size(), 1);
    QCOMPARE(m_bench->told(), QStringList{u"ShippingFailed Recalled"_s});
}

void ShippoClientTest::aLabelUnderWayIsVoidedAfterARecall()
{
    m_sandbox->setFaults(strike("POST", "/transactions", u"delay"_s));
    order();
    const auto buying = [this] {
        m_bench->pump();
        return parcel().state == ShipmentState::Buying;
    };
    QVERIFY(QTest::qWaitFor(buying, 10'000));
    QVERIFY(m_bench->shipping->recall(m_bench->command(), m_order));
    QCOMPARE(parcel().state, ShipmentState::Recalling);
    QVERIFY(becomes(ShipmentState::Recalled));
    QCOMPARE(m_sandbox->ledger(u"label.purchased"_s).size(), 1);
    QCOMPARE(m_sandbox->ledger(u"label.voided"_s).size(), 1);
}

void ShippoClientTest::aProcessThatDiedFindsTheLabelThatItBought()
{
    m_sandbox->setFaults(strike("POST", "/transactions", u"delayAfter"_s));
    order();
    const auto boughtUnseen = [this] {
        m_bench->pump();
        return !m_sandbox->ledger(u"label.purchased"_s).isEmpty();
    };
    QVERIFY(QTest::qWaitFor(boughtUnseen, 10'000));
    QCOMPARE(parcel().state, ShipmentState::Buying);
    const auto dead = std::exchange(m_client, newClient());
    m_bench->restart(*m_client);
    QVERIFY(becomes(ShipmentState::Labelled));
    QCOMPARE(m_sandbox->ledger(u"label.purchased"_s).size(), 1);
}

void ShippoClientTest::anExpiredRateIsAskedForAnew()
{
    m_sandbox->setFaults(strike("POST", "/transactions", u"serverError"_s));
    order();
    const auto refused = [this] {
        m_bench->pump();
        const auto open = m_bench->shipping->openIntents();
        return open && !open->isEmpty() && open->constFirst().state == IntentState::Unknown;
    };
    QVERIFY(QTest::qWaitFor(refused, 10'000));
    const auto request =
        decode<LabelRequest>(m_bench->shipping->openIntents()->constFirst().request);
    m_sandbox->control(u"/_sandbox/lapse/"_s + request->rate);
    QVERIFY(becomes(ShipmentState::Labelled));
    QCOMPARE(parcel().booking, 2);
    QCOMPARE(ledgerReferences(u"label.purchased"_s), QStringList{parcelReference(m_order, 2)});
}

void ShippoClientTest::addressesThatCannotBeServed_data()
{
    QTest::addColumn<QString>("zip");
    QTest::addColumn<QString>("country");
    QTest::addColumn<ShipmentState>("state");
    QTest::newRow("an address that nobody finds")
        << u"00000"_s << u"DE"_s << ShipmentState::NeedsCorrection;
    QTest::newRow("a country that nobody serves") << u"1"_s << u"XX"_s << ShipmentState::Failed;
}

void ShippoClientTest::addressesThatCannotBeServed()
{
    QFETCH(QString, zip);
    QFETCH(QString, country);
    Address home = addressInBerlin();
    home.zip = zip;
    home.country = country;
    order(home);
    QFETCH(ShipmentState, state);
    QVERIFY(becomes(state));
    QVERIFY(!parcel().note.isEmpty());
    QCOMPARE(m_sandbox->ledger(u"label.purchased"_s).size(), 0);
    if (state == ShipmentState::Failed)
        return;
    const auto right =
        m_bench->accounts.addAddress(m_bench->command(), m_bench->customer, addressInBerlin());
    QVERIFY(right);
    QVERIFY(m_bench->shipping->correct(m_bench->command(), m_order, {*right, {}}));
    QVERIFY(becomes(ShipmentState::Labelled));
    QCOMPARE(m_sandbox->ledger(u"label.purchased"_s).size(), 1);
}

void ShippoClientTest::aRefusedLabelNeedsAPerson()
{
    m_sandbox->setFaults(strike("POST", "/transactions", u"refuse"_s));
    order();
    QVERIFY(becomes(ShipmentState::NeedsCorrection));
    QCOMPARE(parcel().note, u"The carrier refused the parcel."_s);
    QCOMPARE(m_bench->shipping->tasks()->size(), 1);
    QVERIFY(m_bench->shipping->correct(m_bench->command(), m_order, {{}, {500, 0, 0, 0}}));
    QVERIFY(becomes(ShipmentState::Labelled));
    QCOMPARE(parcel().parcel, (Parcel{500, 300, 200, 150}));
    QCOMPARE(m_sandbox->ledger(u"label.purchased"_s).size(), 1);
}

void ShippoClientTest::theCarriersScanIsSeen()
{
    order();
    QVERIFY(becomes(ShipmentState::Labelled));
    m_sandbox->control(u"/_sandbox/scan/"_s + parcel().trackingNumber);
    QVERIFY(becomes(ShipmentState::HandedOver));
    m_sandbox->control(u"/_sandbox/deliver/"_s + parcel().trackingNumber);
    QVERIFY(becomes(ShipmentState::Delivered));
    QCOMPARE(m_bench->told(), (QStringList{u"ShippingProcessed"_s, u"ShippingDelivered"_s}));
}

void ShippoClientTest::whatGoesWrongOnTheWayIsATask_data()
{
    QTest::addColumn<QString>("happens");
    QTest::addColumn<ParcelTrouble>("trouble");
    QTest::newRow("it comes back") << u"/_sandbox/return/"_s << ParcelTrouble::Returned;
    QTest::newRow("it is not delivered") << u"/_sandbox/fail/"_s << ParcelTrouble::Failed;
}

void ShippoClientTest::whatGoesWrongOnTheWayIsATask()
{
    QFETCH(const QString, happens);
    QFETCH(const ParcelTrouble, trouble);
    const auto isInTrouble = [](ParcelTrouble wanted) {
        return [wanted](const Shipment &shipment) { return shipment.trouble == wanted; };
    };
    order();
    QVERIFY(becomes(ShipmentState::Labelled));
    m_sandbox->control(happens + parcel().trackingNumber);
    QVERIFY(becomes(isInTrouble(trouble)));
    QCOMPARE(m_bench->shipping->tasks()->size(), 1);
    QVERIFY(m_bench->shipping->giveUp(m_bench->command(), m_order));
    QVERIFY(m_bench->shipping->tasks()->isEmpty());
    m_sandbox->control(u"/_sandbox/deliver/"_s + parcel().trackingNumber);
    QVERIFY(becomes(ShipmentState::Delivered));
    QVERIFY(isInTrouble(ParcelTrouble::None)(parcel()));
    QCOMPARE(m_bench->told(), (QStringList{u"ShippingProcessed"_s, u"ShippingDelivered"_s}));
}

void ShippoClientTest::aParcelThatWasScannedCannotBeRecalled()
{
    order();
    QVERIFY(becomes(ShipmentState::Labelled));
    m_sandbox->control(u"/_sandbox/scan/"_s + parcel().trackingNumber);
    QVERIFY(m_bench->shipping->recall(m_bench->command(), m_order));
    QVERIFY(becomes(ShipmentState::HandedOver));
    QCOMPARE(m_bench->told(), QStringList{u"ShippingProcessed"_s});
    QCOMPARE(m_sandbox->ledger(u"label.voided"_s).size(), 0);
}

void ShippoClientTest::aPendingVoidIsFollowed()
{
    Address home = addressInBerlin();
    home.zip = u"00001"_s;
    order(home);
    QVERIFY(becomes(ShipmentState::Labelled));
    QVERIFY(m_bench->shipping->recall(m_bench->command(), m_order));
    QVERIFY(becomes(ShipmentState::Recalled));
    QCOMPARE(parcel().voidState, VoidState::Pending);
    const auto pending = m_sandbox->ledger(u"label.void_pending"_s);
    QCOMPARE(pending.size(), 1);
    const auto objects = pending[0][u"objects"].toArray();
    for (const QJsonValue &object : objects) {
        if (object[u"kind"].toString() == u"void")
            m_sandbox->control(u"/_sandbox/settle/"_s +
                               object[u"content"][u"object_id"].toString());
    }
    QVERIFY(becomes([](const Shipment &s) { return s.voidState == VoidState::Voided; }));
    QCOMPARE(m_bench->told(), QStringList{u"ShippingFailed Recalled"_s});
}

void ShippoClientTest::withoutTheSandboxEverythingWaits()
{
    order();
    m_sandbox = nullptr;
    const auto waits = [this] {
        m_bench->pump();
        const auto open = m_bench->shipping->openIntents();
        return open && !open->isEmpty() && !open->constFirst().note.isEmpty();
    };
    QVERIFY(QTest::qWaitFor(waits, 10'000));
    QCOMPARE(parcel().state, ShipmentState::Quoting);
    QCOMPARE(m_bench->shipping->openIntents()->constFirst().state, IntentState::Created);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ShippoClientTest)
#include "shippo_client_test.moc"
