// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/order/order_bench.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace kontor {

//! What comes back by receipt: held for a return's cart, used when that is ordered.
class OrderReturnsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHoldCarriesTheLineAsItWasSold();
    void neverMoreComesBackThanWasSold();
    void partsSumUpToExactlyTheLine_data();
    void partsSumUpToExactlyTheLine();
    void noPartIsBelowZeroHoweverHoldsComeAndGo();
    void aReleasedHoldIsAvailableAgain();
    void whatACartNoLongerCarriesIsReleased();
    void whatMayComeBackIsToldLineByLine();
    void aCartThatIsGivenUpReleasesItsHolds();
    void whatTheOrderedCartLeftOutIsAvailableAgain();
    void nothingIsHeldForACartThatIsClosed();
    void twoCartsRacingForTheLastPieceGetItOnce();
    void aReturnIsNotReturned();
    void onlyACompletedOrderIsReturned();
    void aReturnThatNobodyHoldsIsParked_data();
    void aReturnThatNobodyHoldsIsParked();
    void aParkedReturnGoesOnWhenItIsHeldAfterAll();

private:
    static Result<HeldReturn> hold(OrderBench &bench, OrderId original, Quantity quantity,
                                   OrderId cart, int line = 1)
    {
        return bench.service->holdReturn(bench.command(), {ReturnHoldId::make(bench.clock.now()),
                                                           original, line, quantity, cart});
    }
    static Result<HeldReturn> hold(OrderBench &bench, OrderId original, Quantity quantity)
    {
        return hold(bench, original, quantity, OrderId::make(bench.clock.now()));
    }
    static bool isRefused(const Result<HeldReturn> &held)
    {
        return !held && held.error().is(OrderError::NothingToReturn);
    }
    //! The return's cart as it is ordered.
    static ShoppingCartOrdered returning(OrderBench &bench, OrderId cart,
                                         const QList<HeldReturn> &held)
    {
        QList<OrderedLine> lines;
        for (const HeldReturn &each : held) {
            OrderedLine line = bench.line(int(lines.size()) + 1, 1, 0, 0);
            line.quantity = -each.quantity;
            line.gross = -each.gross;
            line.tax = -each.tax;
            line.disposition = Disposition::Restock;
            line.originalOrder = each.originalOrder;
            line.originalLine = each.originalLine;
            lines << line;
        }
        auto event = bench.ordered(Fulfilment::Counter, lines);
        event.order = cart;
        return event;
    }
};

void OrderReturnsTest::aHoldCarriesTheLineAsItWasSold()
{
    OrderBench bench;
    const OrderId sale = bench.sold(3, 2601, 433);
    const OrderId cart = OrderId::make(bench.clock.now());
    const ReturnRequest request{ReturnHoldId::make(bench.clock.now()), sale, 1, Quantity::pieces(1),
                                cart};
    const Command command = bench.command();
    const auto held = bench.service->holdReturn(command, request);
    QVERIFY2(held, errorText(held));
    const OrderedLine line = bench.line(1, 3, 2601, 433);
    QCOMPARE(*held, (HeldReturn{request.hold, sale, 1, line.product, line.sku, line.name,
                                Quantity::pieces(1), line.unitPrice, line.taxRate, bench.euros(867),
                                bench.euros(144), true}));
    const auto again = bench.service->holdReturn(command, request);
    QVERIFY2(again, errorText(again));
    QCOMPARE(*again, *held);
    QVERIFY(hold(bench, sale, Quantity::pieces(2)));
}

void OrderReturnsTest::neverMoreComesBackThanWasSold()
{
    OrderBench bench;
    const OrderId sale = bench.sold(3, 3000, 500);
    QVERIFY(isRefused(hold(bench, sale, Quantity::pieces(4))));
    QVERIFY(isRefused(hold(bench, sale, {3001})));
    QVERIFY(isRefused(hold(bench, sale, {0})));
    QVERIFY(isRefused(hold(bench, sale, {-1})));
    QVERIFY(isRefused(hold(bench, sale, {std::numeric_limits<qint64>::max()})));
    QVERIFY(isRefused(hold(bench, sale, Quantity::pieces(1), OrderId::make(bench.clock.now()), 2)));

    const OrderId cart = OrderId::make(bench.clock.now());
    const auto two = hold(bench, sale, Quantity::pieces(2), cart);
    QVERIFY2(two, errorText(two));
    QVERIFY(isRefused(hold(bench, sale, Quantity::pieces(2))));
    bench.handle(returning(bench, cart, {*two}));
    QCOMPARE(bench.parked(cart), 0);
    QVERIFY(isRefused(hold(bench, sale, Quantity::pieces(2))));
    QVERIFY(hold(bench, sale, Quantity::pieces(1)));
    QVERIFY(isRefused(hold(bench, sale, {1})));
}

void OrderReturnsTest::partsSumUpToExactlyTheLine_data()
{
    QTest::addColumn<qint64>("pieces");
    QTest::addColumn<qint64>("gross");
    QTest::addColumn<qint64>("tax");
    QTest::addColumn<QList<qint64>>("parts");
    QTest::newRow("a cent does not divide by three")
        << qint64(3) << qint64(1000) << qint64(167) << QList<qint64>{1, 1, 1};
    QTest::newRow("two, then the rest")
        << qint64(3) << qint64(1000) << qint64(167) << QList<qint64>{2, 1};
    QTest::newRow("less than a cent a piece")
        << qint64(8) << qint64(4) << qint64(1) << QList<qint64>{1, 1, 1, 1, 1, 1, 1, 1};
    QTest::newRow("seven pieces") << qint64(7) << qint64(999) << qint64(159)
                                  << QList<qint64>{3, 1, 2, 1};
    QTest::newRow("given away") << qint64(2) << qint64(0) << qint64(0) << QList<qint64>{1, 1};
}

void OrderReturnsTest::partsSumUpToExactlyTheLine()
{
    QFETCH(qint64, pieces);
    QFETCH(qint64, gross);
    QFETCH(qint64, tax);
    QFETCH(QList<qint64>, parts);
    OrderBench bench;
    const OrderId sale = bench.sold(pieces, gross, tax);
    Money backGross = bench.euros(0);
    Money backTax = bench.euros(0);
    for (const qint64 part : parts) {
        const auto held = hold(bench, sale, Quantity::pieces(part));
        QVERIFY2(held, errorText(held));
        // Within a cent of its exact share.
        QVERIFY(std::abs(held->gross.minor * pieces - gross * part) <= pieces);
        backGross += held->gross;
        backTax += held->tax;
    }
    QCOMPARE(backGross, bench.euros(gross));
    QCOMPARE(backTax, bench.euros(tax));
    QVERIFY(isRefused(hold(bench, sale, {1})));
}

void OrderReturnsTest::noPartIsBelowZeroHoweverHoldsComeAndGo()
{
    OrderBench bench;
    const OrderId sale = bench.sold(8, 4, 1);
    QRandomGenerator random(5);
    QList<HeldReturn> held;
    for (int i = 0; i < 300; ++i) {
        const auto got = hold(bench, sale, Quantity::pieces(random.bounded(1, 4)));
        if (got) {
            QVERIFY(got->gross.minor >= 0 && got->tax.minor >= 0);
            held << *got;
        } else {
            QVERIFY(isRefused(got));
        }
        if (!held.isEmpty() && random.bounded(2) == 0) {
            const auto free = held.takeAt(random.bounded(int(held.size())));
            QVERIFY(bench.service->releaseReturn(bench.command(), free.hold));
        }
        Quantity gone;
        Money gross = bench.euros(0);
        for (const HeldReturn &each : held) {
            gone += each.quantity;
            gross += each.gross;
        }
        QVERIFY(gone <= Quantity::pieces(8));
        QVERIFY(gross.minor <= 4);
        QCOMPARE(gone == Quantity::pieces(8) && gross.minor != 4, false);
    }
}

void OrderReturnsTest::aReleasedHoldIsAvailableAgain()
{
    OrderBench bench;
    const OrderId sale = bench.sold(1, 1000, 167);
    const OrderId cart = OrderId::make(bench.clock.now());
    const auto held = hold(bench, sale, Quantity::pieces(1), cart);
    QVERIFY2(held, errorText(held));
    QVERIFY(bench.service->releaseReturn(bench.command(), held->hold));
    const auto again = bench.service->releaseReturn(bench.command(), held->hold);
    QVERIFY(!again);
    QVERIFY(again.error().is(OrderError::HoldNotFound));
    const auto other = hold(bench, sale, Quantity::pieces(1), cart);
    QVERIFY2(other, errorText(other));
    QCOMPARE(other->gross, bench.euros(1000));

    bench.handle(returning(bench, cart, {*other}));
    const auto used = bench.service->releaseReturn(bench.command(), other->hold);
    QVERIFY(!used);
    QVERIFY(used.error().is(OrderError::HoldNotFound));
}

void OrderReturnsTest::whatACartNoLongerCarriesIsReleased()
{
    OrderBench bench;
    const OrderId sale = bench.sold(3, 3000, 501);
    const OrderId cart = OrderId::make(bench.clock.now());
    QVERIFY(hold(bench, sale, Quantity::pieces(1), cart));
    QVERIFY(hold(bench, sale, Quantity::pieces(2), cart));
    QVERIFY(isRefused(hold(bench, sale, Quantity::pieces(1))));
    QVERIFY(bench.service->keepReturns(bench.command(), cart, {{sale, 1, Quantity::pieces(2)}}));
    QVERIFY(isRefused(hold(bench, sale, Quantity::pieces(2))));
    QVERIFY(hold(bench, sale, Quantity::pieces(1), cart));
    // Two alike are two.
    QVERIFY(bench.service->keepReturns(bench.command(), cart, {}));
    QVERIFY(hold(bench, sale, Quantity::pieces(1), cart));
    QVERIFY(hold(bench, sale, Quantity::pieces(1), cart));
    QVERIFY(bench.service->keepReturns(bench.command(), cart, {{sale, 1, Quantity::pieces(1)}}));
    QVERIFY(isRefused(hold(bench, sale, Quantity::pieces(3))));
    QVERIFY(hold(bench, sale, Quantity::pieces(2)));
}

void OrderReturnsTest::whatMayComeBackIsToldLineByLine()
{
    OrderBench bench;
    const OrderId sale = bench.sold(3, 3000, 501);
    const OrderId cart = OrderId::make(bench.clock.now());
    const auto held = hold(bench, sale, Quantity::pieces(1), cart);
    QVERIFY2(held, errorText(held));
    auto lines = bench.service->returnable(sale);
    QVERIFY(lines && lines->size() == 1);
    QCOMPARE(lines->first().left(), Quantity::pieces(2));
    QCOMPARE(lines->first().goneGross, bench.euros(1000));

    bench.handle(returning(bench, cart, {*held}));
    lines = bench.service->returnable(sale);
    QCOMPARE(lines->first().left(), Quantity::pieces(2));
    // A return cannot itself come back.
    QVERIFY(bench.service->returnable(cart)->isEmpty());
}

void OrderReturnsTest::aCartThatIsGivenUpReleasesItsHolds()
{
    OrderBench bench;
    const OrderId sale = bench.sold(2, 1000, 167);
    const OrderId cart = OrderId::make(bench.clock.now());
    const OrderId other = OrderId::make(bench.clock.now());
    QVERIFY(hold(bench, sale, Quantity::pieces(1), cart));
    QVERIFY(hold(bench, sale, Quantity::pieces(1), other));
    bench.handle(ShoppingCartAbandoned{cart});
    QVERIFY(hold(bench, sale, Quantity::pieces(1)));
    QVERIFY(isRefused(hold(bench, sale, Quantity::pieces(1))));
}

void OrderReturnsTest::whatTheOrderedCartLeftOutIsAvailableAgain()
{
    OrderBench bench;
    const OrderId sale = bench.sold(2, 1000, 167);
    const OrderId cart = OrderId::make(bench.clock.now());
    const auto first = hold(bench, sale, Quantity::pieces(1), cart);
    const auto second = hold(bench, sale, Quantity::pieces(1), cart);
    QVERIFY(first && second);
    bench.handle(returning(bench, cart, {*second}));
    QCOMPARE(bench.parked(cart), 0);
    const auto again = hold(bench, sale, Quantity::pieces(1));
    QVERIFY2(again, errorText(again));
    QCOMPARE(again->gross + second->gross, bench.euros(1000));
    QVERIFY(isRefused(hold(bench, sale, Quantity::pieces(1))));
}

void OrderReturnsTest::nothingIsHeldForACartThatIsClosed()
{
    OrderBench bench;
    const OrderId sale = bench.sold(2, 2000, 333);
    const OrderId abandoned = OrderId::make(bench.clock.now());
    bench.handle(ShoppingCartAbandoned{abandoned});
    const OrderId ordered = bench.sold(1, 1000, 167);
    for (const OrderId &cart : {abandoned, ordered}) {
        const auto held = hold(bench, sale, Quantity::pieces(1), cart);
        QVERIFY(!held && held.error().is(OrderError::ReturnCartClosed));
    }
    QVERIFY(hold(bench, sale, Quantity::pieces(2)));
}

void OrderReturnsTest::twoCartsRacingForTheLastPieceGetItOnce()
{
    OrderBench bench;
    const OrderId sale = bench.sold(1, 1000, 167);
    const OrderId winner = OrderId::make(bench.clock.now());
    const OrderId loser = OrderId::make(bench.clock.now());
    const auto held = hold(bench, sale, Quantity::pieces(1), winner);
    QVERIFY2(held, errorText(held));
    QVERIFY(isRefused(hold(bench, sale, Quantity::pieces(1), loser)));

    // Even a cart that takes it all the same does not get the winner's.
    bench.handle(returning(bench, loser, {*held}));
    QCOMPARE(bench.parked(loser), 1);
    QVERIFY(!bench.find(loser));
    bench.handle(returning(bench, winner, {*held}));
    QCOMPARE(bench.parked(winner), 0);
    QCOMPARE(bench.order(winner).state, OrderState::Placed);
}

void OrderReturnsTest::aReturnIsNotReturned()
{
    OrderBench bench;
    const OrderId sale = bench.sold(2, 1000, 167);
    const OrderId cart = OrderId::make(bench.clock.now());
    const auto held = hold(bench, sale, Quantity::pieces(1), cart);
    QVERIFY2(held, errorText(held));
    const auto back = returning(bench, cart, {*held});
    bench.handle(back, OrderBench::paid(back));
    QCOMPARE(bench.order(cart).state, OrderState::Completed);
    QVERIFY(isRefused(hold(bench, cart, Quantity::pieces(1))));
}

void OrderReturnsTest::onlyACompletedOrderIsReturned()
{
    OrderBench bench;
    const auto unknown = hold(bench, OrderId::make(bench.clock.now()), Quantity::pieces(1));
    QVERIFY(!unknown);
    QVERIFY(unknown.error().is(OrderError::NotFound));

    const auto pickup = bench.ordered(Fulfilment::Pickup, {bench.line(1, 1, 1000, 167)});
    bench.handle(pickup);
    QVERIFY(isRefused(hold(bench, pickup.order, Quantity::pieces(1))));
    bench.handle(OrderBench::paid(pickup));
    QVERIFY(isRefused(hold(bench, pickup.order, Quantity::pieces(1))));
    QVERIFY(bench.service->handOver(bench.command(), pickup.order));
    QVERIFY(hold(bench, pickup.order, Quantity::pieces(1)));

    const auto delivery = bench.ordered(Fulfilment::Delivery, {bench.line(1, 1, 1000, 167)});
    bench.handle(delivery, OrderBench::paid(delivery));
    QVERIFY(isRefused(hold(bench, delivery.order, Quantity::pieces(1))));
    QVERIFY(bench.service->cancel(bench.command(), delivery.order, CancelReason::ByStaff));
    QVERIFY(isRefused(hold(bench, delivery.order, Quantity::pieces(1))));
}

void OrderReturnsTest::aReturnThatNobodyHoldsIsParked_data()
{
    QTest::addColumn<qint64>("pieces");
    QTest::addColumn<qint64>("gross");
    QTest::addColumn<qint64>("tax");
    QTest::addColumn<int>("line");
    QTest::newRow("more pieces") << qint64(2) << qint64(500) << qint64(84) << 1;
    QTest::newRow("more money") << qint64(1) << qint64(501) << qint64(84) << 1;
    QTest::newRow("more tax") << qint64(1) << qint64(500) << qint64(85) << 1;
    QTest::newRow("another line") << qint64(1) << qint64(500) << qint64(84) << 2;
}

void OrderReturnsTest::aReturnThatNobodyHoldsIsParked()
{
    QFETCH(qint64, pieces);
    QFETCH(qint64, gross);
    QFETCH(qint64, tax);
    QFETCH(int, line);
    OrderBench bench;
    const OrderId sale = bench.sold(2, 1000, 168);
    const OrderId cart = OrderId::make(bench.clock.now());
    auto held = hold(bench, sale, Quantity::pieces(1), cart);
    QVERIFY2(held, errorText(held));
    QCOMPARE(held->gross, bench.euros(500));
    QCOMPARE(held->tax, bench.euros(84));
    held->quantity = Quantity::pieces(pieces);
    held->gross = bench.euros(gross);
    held->tax = bench.euros(tax);
    held->originalLine = line;
    bench.news();
    bench.handle(returning(bench, cart, {*held}));
    QCOMPARE(bench.parked(cart), 1);
    QVERIFY(!bench.find(cart));
    QVERIFY(bench.told().isEmpty());
}

void OrderReturnsTest::aParkedReturnGoesOnWhenItIsHeldAfterAll()
{
    OrderBench bench;
    const OrderId sale = bench.sold(1, 1000, 167);
    const OrderId cart = OrderId::make(bench.clock.now());
    const auto held = hold(bench, sale, Quantity::pieces(1), cart);
    QVERIFY2(held, errorText(held));
    QVERIFY(bench.service->releaseReturn(bench.command(), held->hold));
    bench.handle(returning(bench, cart, {*held}));
    QCOMPARE(bench.parked(cart), 1);

    QVERIFY(hold(bench, sale, Quantity::pieces(1), cart));
    QVERIFY(bench.service->retryParked(bench.command(), u"cart:T1"_s, subject(cart)));
    bench.settle();
    QCOMPARE(bench.parked(cart), 0);
    QCOMPARE(bench.order(cart).state, OrderState::Placed);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::OrderReturnsTest)
#include "order_returns_test.moc"
