// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/order/order_bench.h"

#include <functional>

using namespace Qt::StringLiterals;

namespace kontor {

namespace {

//! What an event makes of an order.
enum class Cell
{
    Nothing,   //!< done, and nothing changes
    Waits,     //!< for what has not arrived
    Parked,    //!< it can never be
    Places,    //!< OrderProcessed
    Pays,      //!< the order is Paid
    Readies,   //!< OrderReady
    Completes, //!< OrderCompleted
    Cancels,   //!< OrderCancelled
};

struct Happening
{
    const char *name;
    std::function<void(OrderBench &bench, const ShoppingCartOrdered &order)> say;
    CancelReason reason = CancelReason::ByStaff; //!< if it cancels
};

template <class E>
Happening plainly(const char *name)
{
    return {name, [](OrderBench &bench, const ShoppingCartOrdered &order) {
                E event;
                event.order = order.order;
                bench.say(event);
            }};
}

Happening failing(const char *name, PaymentFailure failure, CancelReason reason)
{
    return {name,
            [failure](OrderBench &bench, const ShoppingCartOrdered &order) {
                bench.say(PaymentFailed{order.order, {}, failure});
            },
            reason};
}

Happening refunding(const char *name, RefundStage stage)
{
    return {name, [stage](OrderBench &bench, const ShoppingCartOrdered &order) {
                bench.say(PaymentRefunded{order.order, {}, stage, order.total, bench.euros(0)});
            }};
}

Happening notShipping(const char *name, ShippingFailure failure, CancelReason reason)
{
    return {name,
            [failure](OrderBench &bench, const ShoppingCartOrdered &order) {
                bench.say(ShippingFailed{order.order, {}, failure});
            },
            reason};
}

const QList<Happening> &happenings()
{
    static const QList<Happening> all = {
        {"ordered", [](OrderBench &bench, const ShoppingCartOrdered &order) { bench.say(order); }},
        plainly<ShoppingCartAbandoned>("abandoned"),
        {"paid", [](OrderBench &bench,
                    const ShoppingCartOrdered &order) { bench.say(OrderBench::paid(order)); }},
        failing("out of stock", PaymentFailure::OutOfStock, CancelReason::OutOfStock),
        failing("declined", PaymentFailure::Declined, CancelReason::Declined),
        failing("capture failed", PaymentFailure::CaptureFailed, CancelReason::CaptureFailed),
        failing("expired", PaymentFailure::Expired, CancelReason::Expired),
        plainly<PaymentRequested>("requested"),
        refunding("refund begun", RefundStage::Begun),
        refunding("refunded", RefundStage::Done),
        plainly<ShippingProcessed>("shipped"),
        notShipping("not deliverable", ShippingFailure::NotDeliverable,
                    CancelReason::NotDeliverable),
        notShipping("recalled", ShippingFailure::Recalled, CancelReason::Recalled),
        plainly<ShippingDelivered>("delivered"),
    };
    return all;
}

struct StateRow
{
    Fulfilment fulfilment;
    std::optional<OrderState> state; //!< nothing: the order is unknown
    const char *cells;               //!< one letter for each of happenings()
};

// - nothing, w waits, p parked, N places, P pays, R readies, C completes, X cancels
constexpr StateRow stateRows[] = {
    {Fulfilment::Counter, std::nullopt, "N-wwwwwwwwwwww"},
    {Fulfilment::Pickup, std::nullopt, "N-wwwwwwwwwwww"},
    {Fulfilment::Delivery, std::nullopt, "N-wwwwwwwwwwww"},
    {Fulfilment::Counter, OrderState::Placed, "--Cpppp---pppp"},
    {Fulfilment::Counter, OrderState::Completed, "---pppp---pppp"},
    {Fulfilment::Pickup, OrderState::Placed, "--RXXXX---pppp"},
    {Fulfilment::Pickup, OrderState::Ready, "---pppp---pppp"},
    {Fulfilment::Pickup, OrderState::Completed, "---pppp---pppp"},
    {Fulfilment::Pickup, OrderState::Cancelled, "----------pppp"},
    {Fulfilment::Delivery, OrderState::Placed, "--PXXXX---wwww"},
    {Fulfilment::Delivery, OrderState::Paid, "---pppp---CXXw"},
    {Fulfilment::Delivery, OrderState::Completed, "---pppp----pp-"},
    {Fulfilment::Delivery, OrderState::Cancelled, "----------C--w"},
};

Cell cellOf(char letter)
{
    constexpr std::string_view letters = "-wpNPRCX";
    return Cell(letters.find(letter));
}

QByteArray nameOfState(std::optional<OrderState> state)
{
    const std::string_view name = state ? nameOf(*state) : "unknown";
    return QByteArray(name.data(), qsizetype(name.size()));
}

void bringInto(OrderBench &bench, const ShoppingCartOrdered &order, std::optional<OrderState> state)
{
    if (!state)
        return;
    bench.handle(order);
    switch (*state) {
    case OrderState::Placed:
        return;
    case OrderState::Paid:
    case OrderState::Ready:
        return bench.handle(OrderBench::paid(order));
    case OrderState::Completed:
        bench.handle(OrderBench::paid(order));
        if (order.fulfilment == Fulfilment::Delivery)
            bench.handle(ShippingProcessed{order.order, {}, {}, {}});
        if (order.fulfilment == Fulfilment::Pickup)
            QVERIFY(bench.service->handOver(bench.command(), order.order));
        return;
    case OrderState::Cancelled:
        QVERIFY(bench.service->cancel(bench.command(), order.order, CancelReason::ByStaff));
        return;
    }
}

} // namespace

} // namespace kontor

Q_DECLARE_METATYPE(kontor::Cell)
Q_DECLARE_METATYPE(std::optional<kontor::OrderState>)

namespace kontor {

//! Every state of an order against every event that Order consumes.
class OrderStatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanupTestCase() { m_bench.reset(); }
    void everyCellOfStateAndEvent_data();
    void everyCellOfStateAndEvent();
    void whatCameTooEarlyTakesEffectInTheEnd();
    void whatWasRefundedIsNotedOnceAndNeverLess();
    void anOrderIsTheCartAsItWasOrdered();

private:
    std::unique_ptr<OrderBench> m_bench; //!< one for all cells of a state: each has its own order
};

void OrderStatesTest::everyCellOfStateAndEvent_data()
{
    QTest::addColumn<int>("fulfilment");
    QTest::addColumn<std::optional<OrderState>>("state");
    QTest::addColumn<int>("happening");
    QTest::addColumn<Cell>("cell");
    for (const StateRow &row : stateRows) {
        QCOMPARE(qsizetype(qstrlen(row.cells)), happenings().size());
        for (int i = 0; i < happenings().size(); ++i)
            QTest::addRow("%s %s: %s", nameOf(row.fulfilment).data(),
                          nameOfState(row.state).constData(), happenings()[i].name)
                << int(row.fulfilment) << row.state << i << cellOf(row.cells[i]);
    }
}

void OrderStatesTest::everyCellOfStateAndEvent()
{
    QFETCH(int, fulfilment);
    QFETCH(std::optional<OrderState>, state);
    QFETCH(int, happening);
    QFETCH(Cell, cell);
    const struct
    {
        Cell cell;
        std::optional<OrderState> after;
        const char *told;
    } outcomes[] = {{Cell::Nothing, state, nullptr},
                    {Cell::Waits, state, nullptr},
                    {Cell::Parked, state, nullptr},
                    {Cell::Places, OrderState::Placed, OrderProcessed::type},
                    {Cell::Pays, OrderState::Paid, nullptr},
                    {Cell::Readies, OrderState::Ready, OrderReady::type},
                    {Cell::Completes, OrderState::Completed, OrderCompleted::type},
                    {Cell::Cancels, OrderState::Cancelled, OrderCancelled::type}};
    const auto &expected = outcomes[int(cell)];
    QCOMPARE(expected.cell, cell);

    if (!m_bench || happening == 0)
        m_bench = std::make_unique<OrderBench>();
    OrderBench &bench = *m_bench;
    const auto order = bench.ordered(Fulfilment(fulfilment), {bench.line(1, 2, 2000, 333)});
    bringInto(bench, order, state);
    QVERIFY(!bench.waits(order.order));
    QCOMPARE(bench.parked(order.order), 0);
    bench.news();

    happenings()[happening].say(bench, order);
    bench.settle();
    const auto after = bench.find(order.order);
    QCOMPARE(nameOfState(after ? std::optional(after->state) : std::nullopt),
             nameOfState(expected.after));
    QCOMPARE(bench.told(),
             expected.told ? QStringList{QString::fromLatin1(expected.told)} : QStringList());
    QCOMPARE(bench.waits(order.order), cell == Cell::Waits);
    QCOMPARE(bench.parked(order.order), cell == Cell::Parked ? 1 : 0);
    if (cell == Cell::Cancels)
        QCOMPARE(after->cancelReason, happenings()[happening].reason);

    // Said once more it changes nothing.
    happenings()[happening].say(bench, order);
    bench.settle();
    QVERIFY(bench.told().isEmpty());
    QVERIFY(bench.find(order.order) == after);
}

void OrderStatesTest::whatCameTooEarlyTakesEffectInTheEnd()
{
    OrderBench bench;
    const auto order = bench.ordered(Fulfilment::Delivery, {bench.line(1, 1, 1000, 167)});
    bench.handle(ShippingProcessed{order.order, {}, {}, {}});
    bench.handle(ShippingDelivered{order.order, {}});
    bench.handle(OrderBench::paid(order));
    bench.handle(PaymentRefunded{order.order, {}, RefundStage::Begun, {}, {}});
    QVERIFY(bench.waits(order.order));
    QVERIFY(bench.told().isEmpty());
    bench.handle(order);
    QVERIFY(!bench.waits(order.order));
    QCOMPARE(bench.parked(order.order), 0);
    QCOMPARE(bench.told(), (QStringList{u"OrderProcessed"_s, u"OrderCompleted"_s}));
    QCOMPARE(bench.order(order.order).state, OrderState::Completed);
    QCOMPARE(bench.order(order.order).refund, RefundNote::Begun);
}

void OrderStatesTest::whatWasRefundedIsNotedOnceAndNeverLess()
{
    OrderBench bench;
    const auto order = bench.ordered(Fulfilment::Delivery, {bench.line(1, 1, 1000, 167)});
    bringInto(bench, order, OrderState::Cancelled);
    const auto noted = [&](RefundStage stage) {
        bench.handle(PaymentRefunded{order.order, {}, stage, {}, {}});
        return bench.order(order.order).refund;
    };
    QCOMPARE(bench.order(order.order).refund, RefundNote::None);
    QCOMPARE(noted(RefundStage::Begun), RefundNote::Begun);
    QCOMPARE(noted(RefundStage::Done), RefundNote::Done);
    QCOMPARE(noted(RefundStage::Begun), RefundNote::Done);
    QCOMPARE(bench.order(order.order).state, OrderState::Cancelled);
}

void OrderStatesTest::anOrderIsTheCartAsItWasOrdered()
{
    OrderBench bench;
    OrderedLine postage = bench.line(2, 1, 500, 83);
    postage.stocked = false;
    auto cart = bench.ordered(Fulfilment::Pickup, {bench.line(1, 2, 2000, 333), postage});
    cart.backorder = true;
    bench.handle(cart);

    const auto told = bench.news();
    QCOMPARE(told.size(), 1);
    const auto event = decode<Envelope<OrderProcessed>>(told.first().bytes);
    QVERIFY2(event, errorText(event));
    const OrderProcessed expected{
        cart.order,
        cart.receipt,
        cart.customer,
        Fulfilment::Pickup,
        true,
        {{Disposition::Sell, 1, cart.lines.first().product, Quantity::pieces(2)}},
        bench.euros(2500)};
    QVERIFY(event->data == expected);
    QCOMPARE(event->cause, u"cart:T1:1"_s);

    const Order order = bench.order(cart.order);
    QCOMPARE(order.receipt, cart.receipt);
    QCOMPARE(order.till, u"T1"_s);
    QVERIFY(order.customer == cart.customer);
    QCOMPARE(order.total, bench.euros(2500));
    QCOMPARE(order.collectBy, cart.collectBy);
    QCOMPARE(order.placedAt, (Timestamp{OrderBench::start}));
    const auto kept = bench.service->lines(cart.order);
    QVERIFY2(kept, errorText(kept));
    QCOMPARE(*kept, cart.lines);
    const auto byReceipt = bench.service->orderByReceipt(cart.receipt);
    QVERIFY2(byReceipt, errorText(byReceipt));
    QVERIFY(*byReceipt == order);
    const auto unknown = bench.service->orderByReceipt(u"T9-000001"_s);
    QVERIFY(unknown && !*unknown);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::OrderStatesTest)
#include "order_states_test.moc"
