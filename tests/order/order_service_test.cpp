// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/order/order_bench.h"

using namespace Qt::StringLiterals;

namespace kontor {

//! The commands that move an order, and what lists show.
class OrderServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anOrderIsCancelledUntilTheGoodsHaveLeft_data();
    void anOrderIsCancelledUntilTheGoodsHaveLeft();
    void aParcelThatHasLeftWinsOverTheCancellation();
    void aPickupIsHandedOverOnceItIsReady();
    void onlyWhatIsReadyIsHandedOver();
    void whatNobodyCollectedBecomesATask();
    void anOrderWhoseCardDoesNotPayIsATaskUntilItIsLetGo_data();
    void anOrderWhoseCardDoesNotPayIsATaskUntilItIsLetGo();
    void whatStaffCancelIsNoTask();
    void theSameCommandTwiceCancelsOnce();
    void nobodyDoesWhatTheyMayNot();
    void theNewestOrdersComeFirst();
    void aReceiptNumberThatIsTakenParksTheOrder();

private:
    static QList<OrderId> idsOf(const Result<QList<Order>> &orders)
    {
        if (!orders)
            qFatal("%s", qPrintable(orders.error().text()));
        QList<OrderId> ids;
        for (const Order &order : *orders)
            ids << order.id;
        return ids;
    }
};

void OrderServiceTest::anOrderIsCancelledUntilTheGoodsHaveLeft_data()
{
    QTest::addColumn<int>("fulfilment");
    QTest::addColumn<bool>("paid");
    QTest::addColumn<bool>("gone");
    QTest::addColumn<int>("refusal"); // -1: none
    const auto row = [](const char *name, Fulfilment fulfilment, bool paid, bool gone,
                        int refusal = -1) {
        QTest::newRow(name) << int(fulfilment) << paid << gone << refusal;
    };
    row("placed pickup", Fulfilment::Pickup, false, false);
    row("ready pickup", Fulfilment::Pickup, true, false);
    row("collected pickup", Fulfilment::Pickup, true, true, int(OrderError::AlreadyComplete));
    row("placed delivery", Fulfilment::Delivery, false, false);
    row("paid delivery", Fulfilment::Delivery, true, false);
    row("sent delivery", Fulfilment::Delivery, true, true, int(OrderError::AlreadyComplete));
    row("unpaid at the counter", Fulfilment::Counter, false, true, int(OrderError::AtTheCounter));
    row("paid at the counter", Fulfilment::Counter, true, true, int(OrderError::AtTheCounter));
}

void OrderServiceTest::anOrderIsCancelledUntilTheGoodsHaveLeft()
{
    QFETCH(int, fulfilment);
    QFETCH(bool, paid);
    QFETCH(bool, gone);
    QFETCH(int, refusal);
    OrderBench bench;
    const auto cart = bench.ordered(Fulfilment(fulfilment), {bench.line(1, 1, 1000, 167)});
    bench.handle(cart);
    if (paid)
        bench.handle(OrderBench::paid(cart));
    if (gone && cart.fulfilment == Fulfilment::Pickup)
        QVERIFY(bench.service->handOver(bench.command(), cart.order));
    if (gone && cart.fulfilment == Fulfilment::Delivery)
        bench.handle(ShippingProcessed{cart.order, {}, {}, {}});
    const Order before = bench.order(cart.order);
    bench.news();

    const auto done = bench.service->cancel(bench.command(), cart.order, CancelReason::ByStaff);
    if (refusal >= 0) {
        QVERIFY(!done);
        QVERIFY2(done.error().is(OrderError(refusal)), errorText(done));
        QVERIFY(bench.told().isEmpty());
        QVERIFY(bench.order(cart.order) == before);
        return;
    }
    QVERIFY2(done, errorText(done));
    const auto told = bench.news();
    QCOMPARE(told.size(), 1);
    const auto event = decode<Envelope<OrderCancelled>>(told.first().bytes);
    QVERIFY2(event, errorText(event));
    QVERIFY(event->data ==
            (OrderCancelled{cart.order, cart.receipt, cart.customer, CancelReason::ByStaff}));
    QCOMPARE(bench.order(cart.order).state, OrderState::Cancelled);
    QCOMPARE(bench.order(cart.order).receipt, cart.receipt);

    const auto again = bench.service->cancel(bench.command(), cart.order, CancelReason::ByStaff);
    QVERIFY(!again);
    QVERIFY(again.error().is(OrderError::AlreadyCancelled));
}

void OrderServiceTest::aParcelThatHasLeftWinsOverTheCancellation()
{
    OrderBench bench;
    const auto cart = bench.ordered(Fulfilment::Delivery, {bench.line(1, 1, 1000, 167)});
    bench.handle(cart, OrderBench::paid(cart));
    QVERIFY(bench.service->cancel(bench.command(), cart.order, CancelReason::ByStaff));
    bench.handle(ShippingProcessed{cart.order, {}, {}, {}},
                 PaymentRefunded{cart.order, {}, RefundStage::Begun, {}, {}});
    QCOMPARE(bench.told(),
             (QStringList{u"OrderProcessed"_s, u"OrderCancelled"_s, u"OrderCompleted"_s}));
    QCOMPARE(bench.order(cart.order).state, OrderState::Completed);
}

void OrderServiceTest::aPickupIsHandedOverOnceItIsReady()
{
    OrderBench bench;
    const auto cart = bench.ordered(Fulfilment::Pickup, {bench.line(1, 1, 1000, 167)});
    bench.handle(cart, OrderBench::paid(cart));
    const auto ready = bench.news();
    const auto event = decode<Envelope<OrderReady>>(ready.last().bytes);
    QVERIFY2(event, errorText(event));
    QVERIFY(event->data == (OrderReady{cart.order, cart.receipt, cart.customer, cart.collectBy}));

    const Command command = bench.command();
    QVERIFY(bench.service->handOver(command, cart.order));
    QVERIFY(bench.service->handOver(command, cart.order));
    const auto told = bench.news();
    QCOMPARE(told.size(), 1);
    const auto completed = decode<Envelope<OrderCompleted>>(told.first().bytes);
    QVERIFY2(completed, errorText(completed));
    QVERIFY(completed->data ==
            (OrderCompleted{cart.order, cart.receipt, cart.customer, Fulfilment::Pickup}));
    const auto again = bench.service->handOver(bench.command(), cart.order);
    QVERIFY(!again);
    QVERIFY(again.error().is(OrderError::NotReady));
}

void OrderServiceTest::onlyWhatIsReadyIsHandedOver()
{
    OrderBench bench;
    const auto refusal = [&](OrderId order) {
        const auto done = bench.service->handOver(bench.command(), order);
        return done ? -1 : done.error().code();
    };
    QCOMPARE(refusal(OrderId::make(bench.clock.now())), int(OrderError::NotFound));
    const auto pickup = bench.ordered(Fulfilment::Pickup, {bench.line(1, 1, 1000, 167)});
    bench.handle(pickup);
    QCOMPARE(refusal(pickup.order), int(OrderError::NotReady));
    QVERIFY(bench.service->cancel(bench.command(), pickup.order, CancelReason::ByStaff));
    QCOMPARE(refusal(pickup.order), int(OrderError::NotReady));
    const auto delivery = bench.ordered(Fulfilment::Delivery, {bench.line(1, 1, 1000, 167)});
    bench.handle(delivery, OrderBench::paid(delivery));
    QCOMPARE(refusal(delivery.order), int(OrderError::NotReady));

    const auto unknown = bench.service->cancel(bench.command(), OrderId::make(bench.clock.now()),
                                               CancelReason::ByStaff);
    QVERIFY(!unknown);
    QVERIFY(unknown.error().is(OrderError::NotFound));
}

void OrderServiceTest::whatNobodyCollectedBecomesATask()
{
    OrderBench bench;
    const auto pickup = [&](qint64 collectBy) {
        auto cart = bench.ordered(Fulfilment::Pickup, {bench.line(1, 1, 1000, 167)});
        cart.collectBy = {collectBy};
        bench.handle(cart, OrderBench::paid(cart));
        return cart.order;
    };
    const auto uncollected = [&] { return idsOf(bench.service->uncollected()); };
    const OrderId later = pickup(OrderBench::start + 2000);
    const OrderId soon = pickup(OrderBench::start + 1000);
    pickup(0);
    bench.clock.advance(1000);
    QVERIFY(uncollected().isEmpty());
    bench.clock.advance(1);
    QCOMPARE(uncollected(), QList<OrderId>{soon});
    bench.clock.advance(10'000);
    QCOMPARE(uncollected(), (QList<OrderId>{soon, later}));

    QVERIFY(bench.service->handOver(bench.command(), soon));
    QVERIFY(bench.service->cancel(bench.command(), later, CancelReason::NotCollected));
    QVERIFY(uncollected().isEmpty());
    QCOMPARE(bench.order(later).cancelReason, CancelReason::NotCollected);
}

void OrderServiceTest::anOrderWhoseCardDoesNotPayIsATaskUntilItIsLetGo_data()
{
    QTest::addColumn<PaymentFailure>("failure");
    QTest::addColumn<bool>("isTask");
    QTest::newRow("the card was declined") << PaymentFailure::Declined << true;
    QTest::newRow("the card was not charged") << PaymentFailure::CaptureFailed << true;
    QTest::newRow("the goods are not there") << PaymentFailure::OutOfStock << false;
    QTest::newRow("nobody paid the link") << PaymentFailure::Expired << false;
}

void OrderServiceTest::anOrderWhoseCardDoesNotPayIsATaskUntilItIsLetGo()
{
    QFETCH(PaymentFailure, failure);
    QFETCH(bool, isTask);
    OrderBench bench;
    const auto cart = bench.ordered(Fulfilment::Delivery, {bench.line(1, 1, 1000, 167)});
    bench.handle(cart, PaymentFailed{cart.order, {}, failure});
    QCOMPARE(bench.order(cart.order).state, OrderState::Cancelled);
    const QList<OrderId> tasks = isTask ? QList{cart.order} : QList<OrderId>();
    QCOMPARE(idsOf(bench.service->declined()), tasks);

    const Command command = bench.command();
    QVERIFY(bench.service->letGo(command, cart.order));
    QVERIFY(idsOf(bench.service->declined()).isEmpty());
    QVERIFY(bench.service->letGo(command, cart.order));
    QVERIFY(bench.service->letGo(bench.command(), cart.order)); // two tills may do so
    QCOMPARE(bench.order(cart.order).state, OrderState::Cancelled);
    const auto unknown = bench.service->letGo(bench.command(), OrderId::make(bench.clock.now()));
    QVERIFY(!unknown && unknown.error().is(OrderError::NotFound));
}

void OrderServiceTest::whatStaffCancelIsNoTask()
{
    OrderBench bench;
    const auto cart = bench.ordered(Fulfilment::Pickup, {bench.line(1, 1, 1000, 167)});
    bench.handle(cart);
    QVERIFY(bench.service->cancel(bench.command(), cart.order, CancelReason::ByStaff));
    bench.handle(PaymentFailed{cart.order, {}, PaymentFailure::Declined});
    QVERIFY(idsOf(bench.service->declined()).isEmpty());
}

void OrderServiceTest::theSameCommandTwiceCancelsOnce()
{
    OrderBench bench;
    const auto cart = bench.ordered(Fulfilment::Pickup, {bench.line(1, 1, 1000, 167)});
    bench.handle(cart);
    const Command command = bench.command();
    QVERIFY(bench.service->cancel(command, cart.order, CancelReason::ByStaff));
    QVERIFY(bench.service->cancel(command, cart.order, CancelReason::ByStaff));
    QCOMPARE(bench.told(), (QStringList{u"OrderProcessed"_s, u"OrderCancelled"_s}));
}

void OrderServiceTest::nobodyDoesWhatTheyMayNot()
{
    OrderBench bench;
    const Command guest = bench.by(u"guest"_s);
    const auto cart = bench.ordered(Fulfilment::Pickup, {bench.line(1, 1, 1000, 167)});
    bench.handle(cart, OrderBench::paid(cart));
    const auto refused = [](const auto &done) {
        return !done && done.error().is(RightsError::NotAllowed);
    };
    QVERIFY(refused(bench.service->cancel(guest, cart.order, CancelReason::ByStaff)));
    QVERIFY(refused(bench.service->handOver(guest, cart.order)));
    QVERIFY(refused(bench.service->letGo(guest, cart.order)));
    QVERIFY(refused(bench.service->holdReturn(guest, {})));
    QVERIFY(refused(bench.service->releaseReturn(guest, {})));
    QCOMPARE(bench.order(cart.order).state, OrderState::Ready);
}

void OrderServiceTest::theNewestOrdersComeFirst()
{
    OrderBench bench;
    QList<OrderId> newest;
    for (int i = 0; i < 5; ++i) {
        newest.prepend(bench.sold(1, 1000, 167));
        bench.clock.advance(1);
    }
    QCOMPARE(idsOf(bench.service->newest({}, 3)), newest.first(3));
    QCOMPARE(idsOf(bench.service->newest(newest[2], 3)), newest.last(2));
}

void OrderServiceTest::aReceiptNumberThatIsTakenParksTheOrder()
{
    OrderBench bench;
    const auto first = bench.ordered(Fulfilment::Counter, {bench.line(1, 1, 1000, 167)});
    auto second = bench.ordered(Fulfilment::Counter, {bench.line(1, 1, 1000, 167)});
    second.receipt = first.receipt;
    bench.handle(first, second);
    QCOMPARE(bench.parked(second.order), 1);
    QVERIFY(!bench.find(second.order));
    QCOMPARE(bench.told(), QStringList{u"OrderProcessed"_s});
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::OrderServiceTest)
#include "order_service_test.moc"
