// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/shipping/shippo_answers.h"
#include "tests/core/error_text.h"
#include "tests/shipping/shipping_bench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

class ShippingServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theAddressIsTheOneOfTheOrder();
    void aParcelWeighsWhatIsInItAndItsBox_data();
    void aParcelWeighsWhatIsInItAndItsBox();
    void anOrderWithoutAnAddressNeedsAPerson();
    void expiredRatesAreNotAskedForForEver();
    void aRecalledLabelIsNoLongerWanted();
    void aLabelWhoseVoidIsUnknownIsATask();
    void theSameCommandHandsOverOnce();
    void whoMayNotChangesNothing();
    void theHandOverTellsCarrierAndNumber();
    void theCheapestOfferIsTaken();
    void answersAboutSomethingElseAreNotBelieved_data();
    void answersAboutSomethingElseAreNotBelieved();
    void statusesSayWhetherAnythingHappened_data();
    void statusesSayWhetherAnythingHappened();
    void aRefusalWithoutShipposWordsIsNotShippos();

private:
    void reachLabelled();

    ManualClock m_clock{{1'700'000'000'000}};
    std::unique_ptr<HeldLogistics> m_logistics;
    std::unique_ptr<ShippingBench> m_bench;
    OrderId m_order;
};

namespace {

QJsonObject rateOf(const QString &id, const QString &provider, const QString &amount,
                   const QString &currency = u"EUR"_s)
{
    return {{u"object_id"_s, id},
            {u"provider"_s, provider},
            {u"amount"_s, amount},
            {u"currency"_s, currency}};
}

HttpAnswer answered(int status, const QJsonObject &body)
{
    return {HttpAnswer::Kind::Answered, status, body, {}};
}

QJsonObject transaction()
{
    return {{u"object_id"_s, u"label1"_s},     {u"status"_s, u"SUCCESS"_s},
            {u"metadata"_s, u"ours/1"_s},      {u"rate"_s, u"rate1"_s},
            {u"tracking_number"_s, u"KTR1"_s}, {u"label_url"_s, u"https://x.example/l"_s}};
}

} // namespace

void ShippingServiceTest::init()
{
    m_bench.reset();
    m_logistics = std::make_unique<HeldLogistics>();
    m_bench = std::make_unique<ShippingBench>(m_clock, *m_logistics, addressInBerlin());
    m_order = OrderId::make(m_clock.now());
}

void ShippingServiceTest::reachLabelled()
{
    m_bench->publish(m_bench->paid(m_order));
    m_bench->pump();
    QVERIFY(m_logistics->answer(u"quote"_s, upsOffer));
    m_bench->pump();
    QVERIFY(m_logistics->answer(u"label"_s, upsLabel));
    m_bench->pump();
    QCOMPARE(m_bench->shipping->shipment(m_order)->state, ShipmentState::Labelled);
}

void ShippingServiceTest::theAddressIsTheOneOfTheOrder()
{
    Address moved = addressInBerlin();
    moved.street1 = u"Somewhere else 1"_s;
    QVERIFY(m_bench->accounts.addAddress(m_bench->command(), m_bench->customer, moved));
    m_bench->publish(m_bench->paid(m_order));
    m_bench->pump();
    QCOMPARE(m_logistics->held.size(), 1);
    QCOMPARE(m_logistics->held[0].to, addressInBerlin());
    const auto request = decode<QuoteRequest>(m_logistics->held[0].request);
    QVERIFY2(request, errorText(request));
    QCOMPARE(request->parcel, (Parcel{900, 300, 200, 150}));
    QVERIFY(!m_logistics->held[0].request.contains("Berlin"));
}

void ShippingServiceTest::aParcelWeighsWhatIsInItAndItsBox_data()
{
    QTest::addColumn<int>("goods");
    QTest::addColumn<int>("parcel");
    QTest::newRow("not known: the usual parcel") << 0 << 1000;
    QTest::newRow("light") << 1 << 151;
    QTest::newRow("heavy") << 31'500 << 31'650;
    QTest::newRow("heavier than can be asked for") << std::numeric_limits<int>::max() << 999'999;
}

void ShippingServiceTest::aParcelWeighsWhatIsInItAndItsBox()
{
    QFETCH(const int, goods);
    QFETCH(const int, parcel);
    auto paid = m_bench->paid(m_order);
    paid.weightGrams = goods;
    m_bench->publish(paid);
    m_bench->pump();
    QCOMPARE(m_bench->shipping->shipment(m_order)->parcel, (Parcel{parcel, 300, 200, 150}));
}

void ShippingServiceTest::anOrderWithoutAnAddressNeedsAPerson()
{
    PaymentProcessed paid = m_bench->paid(m_order);
    paid.address = {};
    paid.weightGrams = 0;
    m_bench->publish(paid);
    m_bench->pump();
    QCOMPARE(m_logistics->held.size(), 0);
    QCOMPARE(m_bench->shipping->tasks()->size(), 1);
    QCOMPARE(m_bench->shipping->tasks()->constFirst().note, u"the order has no address"_s);
    QVERIFY(m_bench->shipping->correct(m_bench->command(), m_order, {m_bench->address, {}}));
    m_bench->pump();
    const auto request = decode<QuoteRequest>(m_logistics->held.constFirst().request);
    QCOMPARE(request->booking, 2);
    QCOMPARE(request->parcel.weightGrams, 1000);
}

void ShippingServiceTest::expiredRatesAreNotAskedForForEver()
{
    m_bench->publish(m_bench->paid(m_order));
    m_bench->pump();
    int bookings = 0;
    while (m_logistics->answer(u"quote"_s, upsOffer)) {
        ++bookings;
        m_bench->pump();
        QVERIFY(m_logistics->answer(u"label"_s,
                                    LabelOutcome{LabelResult::RateGone, {}, {}, u"expired"_s, {}}));
        m_bench->pump();
    }
    QCOMPARE(bookings, 5);
    QCOMPARE(m_bench->shipping->shipment(m_order)->state, ShipmentState::NeedsCorrection);
}

void ShippingServiceTest::aRecalledLabelIsNoLongerWanted()
{
    m_bench->publish(m_bench->paid(m_order));
    m_bench->pump();
    QVERIFY(m_logistics->answer(u"quote"_s, upsOffer));
    // Recalled before the purchase that was wished for is sent.
    QVERIFY(m_bench->shipping->recall(m_bench->command(), m_order));
    m_bench->pump();
    QVERIFY(m_logistics->holds(u"label"_s));
    QCOMPARE(m_logistics->held.constFirst().wanted, false);
}

void ShippingServiceTest::aLabelWhoseVoidIsUnknownIsATask()
{
    const auto tasks = [this] { return m_bench->shipping->tasks()->size(); };
    reachLabelled();
    QVERIFY(m_bench->shipping->recall(m_bench->command(), m_order));
    QCOMPARE(tasks(), 0);
    m_bench->pump();
    QCOMPARE(tasks(), 0);
    QVERIFY(m_logistics->lose(u"void"_s));
    QCOMPARE(tasks(), 1);
    // Nor is it known while it is asked again.
    m_clock.advance(60'000);
    m_bench->pump();
    QVERIFY(m_logistics->holds(u"void"_s));
    QCOMPARE(tasks(), 1);
    QVERIFY(m_logistics->answer(u"void"_s, VoidOutcome{{}, VoidResult::Voided}));
    QCOMPARE(tasks(), 0);
}

void ShippingServiceTest::theSameCommandHandsOverOnce()
{
    reachLabelled();
    const Command once = m_bench->command();
    QVERIFY(m_bench->shipping->handOver(once, m_order));
    QVERIFY(m_bench->shipping->handOver(once, m_order));
    QVERIFY(m_bench->shipping->handOver(m_bench->command(), m_order));
    QCOMPARE(m_bench->told(), QStringList{u"ShippingProcessed"_s});
}

void ShippingServiceTest::whoMayNotChangesNothing()
{
    reachLabelled();
    const Command guests = m_bench->command(u"guest"_s);
    auto &shipping = *m_bench->shipping;
    for (const auto &refused :
         {shipping.handOver(guests, m_order), shipping.recall(guests, m_order),
          shipping.giveUp(guests, m_order), shipping.correct(guests, m_order, {})})
        QVERIFY(!refused && refused.error().is(RightsError::NotAllowed));
    QCOMPARE(shipping.shipment(m_order)->state, ShipmentState::Labelled);
}

void ShippingServiceTest::theHandOverTellsCarrierAndNumber()
{
    reachLabelled();
    QVERIFY(m_bench->shipping->handOver(m_bench->command(), m_order));
    const auto events = m_bench->shippingStore->all("SELECT bytes FROM event",
                                                    [](const Row &row) { return row.bytes(0); });
    const auto told = decode<Envelope<ShippingProcessed>>(events->constFirst());
    QVERIFY2(told, errorText(told));
    QCOMPARE(told->data, (ShippingProcessed{m_order, m_bench->customer, u"UPS"_s, u"KTR1"_s}));
    QCOMPARE(told->actor, u"ann"_s);
}

void ShippingServiceTest::theCheapestOfferIsTaken()
{
    const QJsonArray rates{
        rateOf(u"a"_s, u"UPS"_s, u"12.90"_s), rateOf(u"b"_s, u"DHL Germany"_s, u"5.09"_s),
        rateOf(u"c"_s, u"Cheap"_s, u"1.00"_s, u"USD"_s), rateOf(u"d"_s, u"Wrong"_s, u"-3.00"_s),
        rateOf(u"e/../x"_s, u"Path"_s, u"0.10"_s)};
    const auto reply =
        quoteReply(answered(201, {{u"metadata"_s, u"ours/1"_s}, {u"rates"_s, rates}}), u"ours/1"_s);
    QCOMPARE(reply.kind, CallReply::Kind::Definite);
    const auto outcome = decode<QuoteOutcome>(reply.outcome);
    QCOMPARE(*outcome, (QuoteOutcome{QuoteResult::Offered,
                                     u"dhl_germany"_s,
                                     u"DHL Germany"_s,
                                     {509, Currency("EUR")},
                                     u"b"_s,
                                     {}}));
}

void ShippingServiceTest::answersAboutSomethingElseAreNotBelieved_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("another parcel") << u"metadata"_s << QJsonValue(u"other/1"_s);
    QTest::newRow("another rate") << u"rate"_s << QJsonValue(u"rate2"_s);
    QTest::newRow("no id") << u"object_id"_s << QJsonValue();
    QTest::newRow("an id that is a path") << u"object_id"_s << QJsonValue(u"../x"_s);
    QTest::newRow("a status that nobody knows") << u"status"_s << QJsonValue(u"FINE"_s);
    QTest::newRow("not finished") << u"status"_s << QJsonValue(u"QUEUED"_s);
    QTest::newRow("no tracking number") << u"tracking_number"_s << QJsonValue();
    QTest::newRow("no label") << u"label_url"_s << QJsonValue(u"file:///etc/passwd"_s);
}

void ShippingServiceTest::answersAboutSomethingElseAreNotBelieved()
{
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    QCOMPARE(labelReply(answered(201, transaction()), u"ours/1"_s, u"rate1"_s).kind,
             CallReply::Kind::Definite);
    QJsonObject changed = transaction();
    changed[field] = value;
    QCOMPARE(labelReply(answered(201, changed), u"ours/1"_s, u"rate1"_s).kind,
             CallReply::Kind::Unknown);
}

void ShippingServiceTest::statusesSayWhetherAnythingHappened_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<CallReply::Kind>("kind");
    QTest::addColumn<bool>("surelyNothing");
    QTest::newRow("moved elsewhere") << 307 << CallReply::Kind::Wait << false;
    QTest::newRow("wrong key") << 401 << CallReply::Kind::Wait << true;
    QTest::newRow("forbidden") << 403 << CallReply::Kind::Wait << true;
    QTest::newRow("wrong address") << 404 << CallReply::Kind::Wait << true;
    QTest::newRow("in progress") << 409 << CallReply::Kind::Wait << false;
    QTest::newRow("too many") << 429 << CallReply::Kind::Wait << true;
    QTest::newRow("server error") << 500 << CallReply::Kind::Unknown << false;
    QTest::newRow("gateway") << 502 << CallReply::Kind::Unknown << false;
    QTest::newRow("busy") << 503 << CallReply::Kind::Unknown << false;
}

void ShippingServiceTest::statusesSayWhetherAnythingHappened()
{
    QFETCH(int, status);
    QFETCH(CallReply::Kind, kind);
    QFETCH(bool, surelyNothing);
    const HttpAnswer answer = answered(status, {});
    QCOMPARE(labelReply(answer, u"ours/1"_s, u"rate1"_s).kind, kind);
    QCOMPARE(quoteReply(answer, u"ours/1"_s).kind, kind);
    QCOMPARE(surelyNothingDone(answer), surelyNothing);
}

void ShippingServiceTest::aRefusalWithoutShipposWordsIsNotShippos()
{
    const HttpAnswer refused{HttpAnswer::Kind::Answered, 400, {}, u"HTTP 400"_s};
    QCOMPARE(labelReply(refused, u"ours/1"_s, u"rate1"_s).kind, CallReply::Kind::Wait);
    QCOMPARE(quoteReply(refused, u"ours/1"_s).kind, CallReply::Kind::Wait);
    QCOMPARE(voidReply(refused, u"label1"_s)->kind, CallReply::Kind::Wait);
    QVERIFY(!surelyNothingDone(refused));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ShippingServiceTest)
#include "shipping_service_test.moc"
