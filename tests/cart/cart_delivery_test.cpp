// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cart/cart_deeds.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace kontor {

namespace {

DeliveryCharge row(const QString &country, int fromGrams, qint64 fromCents, qint64 cents)
{
    const Currency euro("EUR");
    return {country, fromGrams, {fromCents, euro}, {cents, euro}, {1000}, u"Parcel"_s};
}

//! What the screen shows of the charge: "Parcel 4.90", or nothing.
QString charged(const CartBench &bench, OrderId id)
{
    const auto totals = totalsOf(bench.look(id));
    CartBench::must(totals);
    for (const OrderedLine &line : totals->lines) {
        if (line.product == DeliveryCharge::product())
            return u"%1 %2"_s.arg(line.name, line.gross.toPlainString());
    }
    return {};
}

} // namespace

//! How the goods reach the customer, when, and what that costs.
class CartDeliveryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theChargeFollowsTheFulfilment();
    void theChargeFollowsWeightAndValue();
    void theChargeFollowsTheCountry();
    void theChargeIsALineOfItsOwn();
    void discountsDoNotTouchTheCharge();
    void whatTheClerkSaysStays();
    void everyChangeOfTheChargeIsTakenBack();
    void theChargeIsThereAfterARestart();
    void onlyADeliveryIsCharged();
    void aDayMayBeWishedForButNoneThatHasPassed();
    void aDayThatPassedMeanwhileIsNotOrdered();

private:
    //! A lamp of 19.99 and 250 g on its way; from 600 g on it costs more, from 50.00 on nothing.
    static OrderId delivery(CartBench &bench, const QString &country = u"AT"_s)
    {
        bench.charge({row(u"AT"_s, 0, 0, 490), row(u"AT"_s, 600, 0, 990), row(u"AT"_s, 0, 5000, 0),
                      row({}, 0, 0, 1290)});
        const OrderId id = cartWithLamp(bench);
        CartBench::must(bench.service->setCustomer(bench.owner(), id, AccountId::named({1}, "anna"),
                                                   AddressId::named({1}, "home"), country));
        CartBench::must(sending(Fulfilment::Delivery)(bench, bench.owner(), id));
        return id;
    }
};

void CartDeliveryTest::theChargeFollowsTheFulfilment()
{
    CartBench bench;
    const OrderId id = delivery(bench);
    QCOMPARE(charged(bench, id), u"Parcel 4.90"_s);
    CartBench::must(sending(Fulfilment::Pickup)(bench, bench.owner(), id));
    QCOMPARE(charged(bench, id), QString());
    CartBench::must(sending(Fulfilment::Counter)(bench, bench.owner(), id));
    QCOMPARE(charged(bench, id), QString());
    CartBench::must(sending(Fulfilment::Delivery)(bench, bench.owner(), id));
    QCOMPARE(charged(bench, id), u"Parcel 4.90"_s);
}

void CartDeliveryTest::theChargeFollowsWeightAndValue()
{
    CartBench bench;
    const OrderId id = delivery(bench);
    CartBench::must(addLine(lamp, Quantity::pieces(1))(bench, bench.owner(), id));
    QCOMPARE(charged(bench, id), u"Parcel 4.90"_s);
    CartBench::must(setQuantity(1, {2400})(bench, bench.owner(), id));
    QCOMPARE(charged(bench, id), u"Parcel 9.90"_s);
    CartBench::must(setQuantity(1, Quantity::pieces(3))(bench, bench.owner(), id));
    QCOMPARE(charged(bench, id), u"Parcel 0.00"_s);
    // What counts is what the customer pays.
    CartBench::must(setDiscount(0, {2000, 0})(bench, bench.owner(), id));
    QCOMPARE(charged(bench, id), u"Parcel 9.90"_s);
    CartBench::must(setPrice(1, 30'000'000)(bench, bench.owner(), id));
    QCOMPARE(charged(bench, id), u"Parcel 0.00"_s);
    CartBench::must(setQuantity(1, {})(bench, bench.owner(), id));
    QCOMPARE(charged(bench, id), QString());
}

void CartDeliveryTest::theChargeFollowsTheCountry()
{
    CartBench bench;
    const OrderId id = delivery(bench, u"FR"_s);
    QCOMPARE(charged(bench, id), u"Parcel 12.90"_s);
    CartBench::must(bench.service->setCustomer(bench.owner(), id, AccountId::named({1}, "anna"),
                                               AddressId::named({1}, "other"), u"AT"_s));
    QCOMPARE(charged(bench, id), u"Parcel 4.90"_s);
}

void CartDeliveryTest::theChargeIsALineOfItsOwn()
{
    CartBench bench;
    const OrderId id = delivery(bench);
    CartBench::must(bench.service->addTender(
        bench.owner(), id, bench.tender(2489, TenderKind::Outside), bench.euros(0)));
    CartBench::must(bench.service->order(bench.owner(), id));
    const auto event = bench.lastEvent<ShoppingCartOrdered>();
    QCOMPARE(event.total, bench.euros(2489));
    QCOMPARE(event.lines.size(), 2);
    const OrderedLine &line = event.lines.last();
    QCOMPARE(line.line, 2);
    QCOMPARE(line.gross, bench.euros(490));
    QCOMPARE(line.tax, bench.euros(45));
    QCOMPARE(line.taxRate, TaxRate{1000});
    QVERIFY(!line.stocked);
    QCOMPARE(event.taxes.size(), 2);
    QCOMPARE(event.taxes.first().gross, bench.euros(490));
}

void CartDeliveryTest::discountsDoNotTouchTheCharge()
{
    CartBench bench;
    const OrderId id = delivery(bench);
    CartBench::must(setDiscount(0, {0, 1000})(bench, bench.owner(), id));
    const auto totals = totalsOf(bench.look(id));
    CartBench::must(totals);
    QCOMPARE(totals->lines.first().gross, bench.euros(999));
    QCOMPARE(totals->lines.last().gross, bench.euros(490));
    QCOMPARE(totals->lines.last().discount, bench.euros(0));
    CartBench::must(setDiscount(0, {10'000, 0})(bench, bench.owner(), id));
    QCOMPARE(totalsOf(bench.look(id))->total, bench.euros(490));
}

void CartDeliveryTest::whatTheClerkSaysStays()
{
    CartBench bench;
    const OrderId id = delivery(bench);
    const CartCharge waived{bench.euros(0), false, u"Parcel"_s, {1000}};
    CartBench::must(bench.service->setDeliveryCharge(bench.owner(), id, waived));
    QCOMPARE(charged(bench, id), u"Parcel 0.00"_s);
    CartBench::must(setQuantity(1, {2400})(bench, bench.owner(), id));
    QCOMPARE(charged(bench, id), u"Parcel 0.00"_s);
    CartBench::must(bench.service->setDeliveryCharge(bench.owner(), id, std::nullopt));
    QCOMPARE(charged(bench, id), u"Parcel 9.90"_s);
    // Another way to reach the customer is asked for anew.
    CartBench::must(bench.service->setDeliveryCharge(bench.owner(), id, waived));
    CartBench::must(sending(Fulfilment::Pickup)(bench, bench.owner(), id));
    CartBench::must(sending(Fulfilment::Delivery)(bench, bench.owner(), id));
    QCOMPARE(charged(bench, id), u"Parcel 9.90"_s);
    const auto refused = bench.service->setDeliveryCharge(bench.by(u"cashier"_s), id, waived);
    QVERIFY(!refused && refused.error().is(RightsError::NotAllowed));
}

void CartDeliveryTest::everyChangeOfTheChargeIsTakenBack()
{
    CartBench bench;
    const OrderId id = delivery(bench);
    const CartCharge express{bench.euros(1500), false, u"Express"_s, {1000}};
    CartBench::must(bench.service->setDeliveryCharge(bench.owner(), id, express));
    CartBench::must(sending(Fulfilment::Counter)(bench, bench.owner(), id));
    CartBench::must(bench.service->undo(bench.owner(), id));
    QCOMPARE(charged(bench, id), u"Express 15.00"_s);
    CartBench::must(bench.service->undo(bench.owner(), id));
    QCOMPARE(charged(bench, id), u"Parcel 4.90"_s);
    CartBench::must(setQuantity(1, {2400})(bench, bench.owner(), id));
    CartBench::must(bench.service->undo(bench.owner(), id));
    QCOMPARE(charged(bench, id), u"Parcel 4.90"_s);
    CartBench::must(bench.service->undo(bench.owner(), id));
    QCOMPARE(charged(bench, id), QString());
}

void CartDeliveryTest::theChargeIsThereAfterARestart()
{
    CartBench bench;
    const OrderId id = delivery(bench);
    const Cart before = bench.look(id);
    QVERIFY(before.charge);
    // The table may change while the cart lies there: what was said stands until its next change.
    bench.charge({});
    bench.reopen();
    QCOMPARE(bench.look(id), before);
    CartBench::must(setQuantity(1, {2400})(bench, bench.owner(), id));
    QCOMPARE(charged(bench, id), QString());
}

void CartDeliveryTest::onlyADeliveryIsCharged()
{
    CartBench bench;
    const OrderId id = delivery(bench);
    const CartCharge charge{bench.euros(100), false, u"Parcel"_s, {1000}};
    const auto refusal = [&](CartCharge bad) {
        const auto set = bench.service->setDeliveryCharge(bench.owner(), id, bad);
        return set ? CartError::NotFound : set.error().as<CartError>();
    };
    CartCharge bad = charge;
    bad.amount.minor = -1;
    QCOMPARE(refusal(bad), CartError::BadAmount);
    bad = charge;
    bad.amount.currency = Currency("USD");
    QCOMPARE(refusal(bad), CartError::BadAmount);
    bad = charge;
    bad.name = u" "_s;
    QCOMPARE(refusal(bad), CartError::BadText);
    CartBench::must(sending(Fulfilment::Pickup)(bench, bench.owner(), id));
    QCOMPARE(refusal(charge), CartError::BadAmount);
}

void CartDeliveryTest::aDayMayBeWishedForButNoneThatHasPassed()
{
    CartBench bench;
    const OrderId id = delivery(bench);
    const QDate today = bench.clock.now().day();
    const auto wish = [&](Fulfilment fulfilment, QDate day) {
        return bench.service->setFulfilment(bench.owner(), id, fulfilment, true, {}, day);
    };
    const auto past = wish(Fulfilment::Delivery, today.addDays(-1));
    QVERIFY(!past && past.error().is(CartError::PastDate));
    const auto far = wish(Fulfilment::Delivery, today.addDays(CartService::maxDaysAhead + 1));
    QVERIFY(!far && far.error().is(CartError::BadDate));
    CartBench::must(wish(Fulfilment::Pickup, today));
    CartBench::must(wish(Fulfilment::Delivery, today.addDays(3)));
    bench.reopen();
    QCOMPARE(bench.look(id).wishedFor, today.addDays(3));
    CartBench::must(wish(Fulfilment::Counter, today.addDays(3)));
    QCOMPARE(bench.look(id).wishedFor, QDate());
    CartBench::must(bench.service->undo(bench.owner(), id));
    CartBench::must(bench.service->addTender(
        bench.owner(), id, bench.tender(2489, TenderKind::Outside), bench.euros(0)));
    CartBench::must(bench.service->order(bench.owner(), id));
    const auto event = bench.lastEvent<ShoppingCartOrdered>();
    QCOMPARE(event.wishedFor, today.addDays(3));
    QVERIFY(event.backorder);
}

void CartDeliveryTest::aDayThatPassedMeanwhileIsNotOrdered()
{
    CartBench bench;
    const OrderId id = delivery(bench);
    const QDate today = bench.clock.now().day();
    CartBench::must(
        bench.service->setFulfilment(bench.owner(), id, Fulfilment::Delivery, false, {}, today));
    CartBench::must(bench.service->addTender(
        bench.owner(), id, bench.tender(2489, TenderKind::Outside), bench.euros(0)));
    bench.clock.advance(24 * 60 * 60 * 1000);
    const auto late = bench.service->order(bench.owner(), id);
    QVERIFY(!late && late.error().is(CartError::PastDate));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::CartDeliveryTest)
#include "cart_delivery_test.moc"
