// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cart/cart_deeds.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace kontor {

//! An order that came to nothing is offered once more.
class CartAnewTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSameIsOnHoldForTheSameCustomer();
    void itCanBeTakenUpAndPaidInAnotherWay();
    void howeverOftenItIsAskedThereIsOneCart();
    void whatWasGivenUpCanBeOfferedAgain();
    void aDayThatHasPassedIsNotWishedForAnyMore();
    void thePickupWaitsAsLongAsItWouldHave();
    void thePickupOfAPassedDayWaitsFromNowOn();
    void theAgeIsAskedAnew();
    void onlyWhatWasOrderedHereAndNotHandedOutIsOffered();
    void onlyWhoMayCancelOrdersOffersThemAnew();

private:
    static constexpr qint64 dayMs = 24 * 60 * 60 * 1000;

    //! Two lamps with a discount and a note, for Anna.
    static OrderId cartForAnna(CartBench &bench, Fulfilment fulfilment, QDate day = {});
    static OrderId ordered(CartBench &bench, OrderId id);
    static Result<OrderId> offer(CartBench &bench, OrderId original)
    {
        return bench.service->offerAnew(bench.owner(), original, OrderId::make(bench.clock.now()),
                                        u"T1-000001 anew"_s);
    }
    static Cart offered(CartBench &bench, OrderId original)
    {
        const auto cart = offer(bench, original);
        CartBench::must(cart);
        return bench.look(*cart);
    }
};

OrderId CartAnewTest::cartForAnna(CartBench &bench, Fulfilment fulfilment, QDate day)
{
    bench.charge({DeliveryCharge{{}, 0, bench.euros(0), bench.euros(490), {1000}, u"Parcel"_s}});
    const OrderId id = cartWithLamp(bench);
    CartBench::must(setQuantity(1, Quantity::pieces(2))(bench, bench.owner(), id));
    CartBench::must(setPrice(1, 18'000'000)(bench, bench.owner(), id));
    CartBench::must(setDiscount(0, {1000, 0})(bench, bench.owner(), id));
    CartBench::must(bench.service->setNote(bench.owner(), id, 1, u"gift"_s));
    CartBench::must(bench.service->setCustomer(bench.owner(), id, AccountId::named({1}, "anna"),
                                               AddressId::named({1}, "home"), u"AT"_s));
    const bool pickup = fulfilment == Fulfilment::Pickup;
    const Timestamp collectBy{
        pickup ? bench.clock.now().day().addDays(14).endOfDay().toMSecsSinceEpoch() : 0};
    CartBench::must(
        bench.service->setFulfilment(bench.owner(), id, fulfilment, true, collectBy, day));
    return id;
}

OrderId CartAnewTest::ordered(CartBench &bench, OrderId id)
{
    const auto totals = totalsOf(bench.look(id));
    CartBench::must(totals);
    CartBench::must(addTender(totals->total.minor, TenderKind::Link)(bench, bench.owner(), id));
    CartBench::must(bench.service->order(bench.owner(), id));
    return id;
}

void CartAnewTest::theSameIsOnHoldForTheSameCustomer()
{
    CartBench bench;
    const QDate day = bench.clock.now().day().addDays(3);
    const OrderId original = ordered(bench, cartForAnna(bench, Fulfilment::Delivery, day));
    bench.clock.advance(dayMs);
    const Cart was = bench.look(original);
    const Cart cart = offered(bench, original);
    QVERIFY(cart.id != original);
    QCOMPARE(cart.state, CartState::Open);
    QCOMPARE(cart.heldAs, u"T1-000001 anew"_s);
    QCOMPARE(cart.customer, was.customer);
    QCOMPARE(cart.address, was.address);
    QCOMPARE(cart.country, u"AT"_s);
    QCOMPARE(cart.fulfilment, Fulfilment::Delivery);
    QVERIFY(cart.backorder);
    QCOMPARE(cart.wishedFor, day);
    QCOMPARE(cart.lines, was.lines);
    QCOMPARE(cart.lines.first().note, u"gift"_s);
    QCOMPARE(cart.discount, was.discount);
    QCOMPARE(totalsOf(cart)->total, totalsOf(was)->total);
    QCOMPARE(cart.charge, was.charge);
    QVERIFY(cart.tenders.isEmpty() && cart.receipt.isEmpty());
    QCOMPARE(cart.openedAt, bench.clock.now());
    QCOMPARE(bench.look(original), was);
    bench.reopen();
    QCOMPARE(bench.look(cart.id), cart);
}

void CartAnewTest::itCanBeTakenUpAndPaidInAnotherWay()
{
    CartBench bench;
    const OrderId original = ordered(bench, cartForAnna(bench, Fulfilment::Delivery));
    const Cart cart = offered(bench, original);
    CartBench::must(bench.service->recall(bench.owner(), cart.id));
    ordered(bench, cart.id);
    const auto event = bench.lastEvent<ShoppingCartOrdered>();
    QCOMPARE(event.order, cart.id);
    QCOMPARE(event.receipt, u"T1-000002"_s);
    QCOMPARE(event.tenders.size(), 1);
}

void CartAnewTest::howeverOftenItIsAskedThereIsOneCart()
{
    CartBench bench;
    const OrderId original = ordered(bench, cartForAnna(bench, Fulfilment::Pickup));
    const Command command = bench.owner();
    const OrderId id = OrderId::make(bench.clock.now());
    const auto first = bench.service->offerAnew(command, original, id, u"anew"_s);
    CartBench::must(first);
    QCOMPARE(*bench.service->offerAnew(command, original, id, u"anew"_s), *first);
    // As after a crash, when nobody knows that it was asked.
    bench.reopen();
    QCOMPARE(*offer(bench, original), *first);
    QCOMPARE(bench.service->heldCarts(u"T1"_s)->size(), 1);
    CartBench::must(bench.service->recall(bench.owner(), *first));
    ordered(bench, *first);
    const auto again = offer(bench, original);
    QVERIFY(!again && again.error().is(CartError::OfferedAlready));
    QVERIFY(bench.service->heldCarts(u"T1"_s)->isEmpty());
    // What was offered anew may come to nothing as well.
    QVERIFY(*offer(bench, *first) != *first);
}

void CartAnewTest::whatWasGivenUpCanBeOfferedAgain()
{
    CartBench bench;
    const OrderId original = ordered(bench, cartForAnna(bench, Fulfilment::Pickup));
    const auto first = offer(bench, original);
    CartBench::must(first);
    CartBench::must(bench.service->abandon(bench.owner(), *first));
    const auto second = offer(bench, original);
    CartBench::must(second);
    QVERIFY(*second != *first);
    QCOMPARE(*offer(bench, original), *second);
    // A till takes out the lines, and works on in the cart for whoever comes next.
    CartBench::must(bench.service->recall(bench.owner(), *second));
    const QList<CartLine> lines = bench.look(*second).lines;
    for (const CartLine &line : lines)
        CartBench::must(setQuantity(line.line, {})(bench, bench.owner(), *second));
    const auto third = offer(bench, original);
    CartBench::must(third);
    QVERIFY(*third != *second);
}

void CartAnewTest::aDayThatHasPassedIsNotWishedForAnyMore()
{
    CartBench bench;
    const QDate day = bench.clock.now().day().addDays(1);
    const OrderId original = ordered(bench, cartForAnna(bench, Fulfilment::Delivery, day));
    bench.clock.advance(2 * dayMs);
    const Cart cart = offered(bench, original);
    QCOMPARE(cart.wishedFor, QDate());
    CartBench::must(bench.service->recall(bench.owner(), cart.id));
    ordered(bench, cart.id);
}

void CartAnewTest::thePickupWaitsAsLongAsItWouldHave()
{
    CartBench bench;
    const OrderId original = ordered(bench, cartForAnna(bench, Fulfilment::Pickup));
    bench.clock.advance(5 * dayMs);
    const Cart cart = offered(bench, original);
    QCOMPARE(cart.collectBy.day(), bench.clock.now().day().addDays(14));
    QCOMPARE(cart.collectBy.ms, cart.collectBy.day().endOfDay().toMSecsSinceEpoch());
}

void CartAnewTest::thePickupOfAPassedDayWaitsFromNowOn()
{
    CartBench bench;
    const QDate day = bench.clock.now().day().addDays(10);
    const OrderId id = cartForAnna(bench, Fulfilment::Pickup, day);
    const Timestamp collectBy{day.addDays(14).endOfDay().toMSecsSinceEpoch()};
    CartBench::must(
        bench.service->setFulfilment(bench.owner(), id, Fulfilment::Pickup, true, collectBy, day));
    const OrderId original = ordered(bench, id);
    bench.clock.advance(12 * dayMs);
    QCOMPARE(offered(bench, original).collectBy.day(), bench.clock.now().day().addDays(14));
}

void CartAnewTest::theAgeIsAskedAnew()
{
    CartBench bench;
    const OrderId id = cartForAnna(bench, Fulfilment::Delivery);
    CartBench::must(bench.service->confirmAge(bench.owner(), id, 18));
    const OrderId original = ordered(bench, id);
    QCOMPARE(bench.look(original).checkedAge, 18);
    QCOMPARE(offered(bench, original).checkedAge, 0);
}

void CartAnewTest::onlyWhatWasOrderedHereAndNotHandedOutIsOffered()
{
    CartBench bench;
    const auto refusal = [&](const Result<OrderId> &cart) {
        return cart ? CartError::AlreadyExists : cart.error().as<CartError>();
    };
    const OrderId open = cartForAnna(bench, Fulfilment::Delivery);
    QCOMPARE(refusal(offer(bench, open)), CartError::NotFound);
    QCOMPARE(refusal(offer(bench, OrderId::make(bench.clock.now()))), CartError::NotFound);
    const OrderId original = ordered(bench, open);
    const OrderId id = OrderId::make(bench.clock.now());
    const auto elsewhere =
        bench.service->offerAnew(bench.by(u"owner"_s, u"T2"_s), original, id, u"anew"_s);
    QCOMPARE(refusal(elsewhere), CartError::NotAtThisTill);
    QCOMPARE(refusal(bench.service->offerAnew(bench.owner(), original, id, u" "_s)),
             CartError::BadText);
    QCOMPARE(refusal(bench.service->offerAnew(bench.owner(), original, original, u"anew"_s)),
             CartError::AlreadyExists);
    const OrderId counter = cartWithLamp(bench);
    CartBench::must(addTender(lampPrice, TenderKind::Cash)(bench, bench.owner(), counter));
    CartBench::must(bench.service->order(bench.owner(), counter));
    QCOMPARE(refusal(offer(bench, counter)), CartError::HandedOver);
    QVERIFY(bench.service->heldCarts(u"T1"_s)->isEmpty());
}

void CartAnewTest::onlyWhoMayCancelOrdersOffersThemAnew()
{
    CartBench bench;
    const OrderId original = ordered(bench, cartForAnna(bench, Fulfilment::Delivery));
    const OrderId id = OrderId::make(bench.clock.now());
    // What was agreed has discounts in it that who may only sell cannot give.
    for (const QString &actor : {u"guest"_s, u"cashier"_s}) {
        const auto refused = bench.service->offerAnew(bench.by(actor), original, id, u"anew"_s);
        QVERIFY(!refused && refused.error().is(RightsError::NotAllowed));
    }
    CartBench::must(offer(bench, original));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::CartAnewTest)
#include "cart_anew_test.moc"
