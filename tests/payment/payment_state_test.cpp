// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/payment/payment_shop.h"

using namespace kontor;
using namespace Qt::StringLiterals;

//! Every state of an order's money meets every event.
class PaymentStateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup()
    {
        m_shop->fake.answerHeld();
        m_shop->run();
    }
    void everyStateAnswersEveryEvent_data();
    void everyStateAnswersEveryEvent();

private:
    void bring(const QString &state);
    void delivery(const QString &state);
    void counter(const QString &state);
    void meet(const QString &event);
    QString verdict();

    std::unique_ptr<PaymentShop> m_shop;
    QString m_shopOf;
    OrderId m_order;
    TenderId m_tender;
};

namespace {

struct StateRow
{
    const char *state;
    // In the order of the events below: what became of the event (done, waits, parked), the state
    // afterwards, and what was said.
    QStringList cells;
};

const QStringList &eventNames()
{
    static const QStringList names{u"ordered"_s, u"abandoned"_s,  u"paidOut"_s,     u"paidIn"_s,
                                   u"stock"_s,   u"outOfStock"_s, u"backordered"_s, u"released"_s,
                                   u"sent"_s,    u"notSent"_s,    u"delivered"_s};
    return names;
}

const QList<StateRow> &stateTable()
{
    static const QString waits = u"waits"_s;
    static const QString parked = u"parked"_s;
    static const QList<StateRow> table{
        {"unknown",
         {u"done Open"_s, u"done Abandoned"_s, waits, waits, waits, waits, u"done"_s, waits, waits,
          waits, u"done"_s}},
        {"Held",
         {u"done Open"_s, u"done Abandoned AuthorisationVoided"_s, waits, waits, waits, waits,
          u"done Held"_s, waits, waits, waits, u"done Held"_s}},
        {"Open",
         {u"done Open"_s, parked, parked, u"done Open"_s, u"done Settled PaymentProcessed"_s,
          u"done Failed PaymentFailed"_s, u"done Open"_s,
          u"done Refunded PaymentRefunded Begun PaymentRefunded Done"_s, waits, waits,
          u"done Open"_s}},
        {"counter Open",
         {u"done Open"_s, parked, parked, u"done Open"_s, u"done Settled PaymentProcessed"_s,
          parked, u"done Open"_s, parked, waits, waits, u"done Open"_s}},
        {"Settling",
         {u"done Settling"_s, parked, parked, u"done Settling"_s, u"done Settling"_s, parked,
          u"done Settling"_s, u"done Refunding PaymentRefunded Begun"_s, waits, waits,
          u"done Settling"_s}},
        {"Settled",
         {u"done Settled"_s, parked, parked, u"done Settled"_s, u"done Settled"_s, parked,
          u"done Settled"_s, u"done Refunded PaymentRefunded Begun PaymentRefunded Done"_s,
          u"done Settled"_s, u"done Refunding"_s, u"done Settled"_s}},
        {"counter Settled",
         {u"done Settled"_s, parked, parked, u"done Settled"_s, u"done Settled"_s, parked,
          u"done Settled"_s, parked, parked, parked, u"done Settled"_s}},
        {"counter Due",
         {u"done Due"_s, parked, parked, u"done Settled PaymentProcessed"_s, u"done Due"_s, parked,
          u"done Due"_s, parked, parked, parked, u"done Due"_s}},
        {"Failing",
         {u"done Failing"_s, parked, parked, u"done Failing"_s, u"done Failing"_s,
          u"done Failing"_s, u"done Failing"_s, u"done Refunding PaymentRefunded Begun"_s, waits,
          u"done Failing"_s, u"done Failing"_s}},
        {"Failed",
         {u"done Failed"_s, parked, parked, u"done Failed"_s, u"done Failed"_s, u"done Failed"_s,
          u"done Failed"_s, u"done Refunded PaymentRefunded Begun PaymentRefunded Done"_s, parked,
          u"done Failed"_s, u"done Failed"_s}},
        {"Refunding",
         {u"done Refunding"_s, parked, parked, u"done Refunding"_s, u"done Refunding"_s,
          u"done Refunding"_s, u"done Refunding"_s, u"done Refunding"_s, u"done Settled"_s,
          u"done Refunding"_s, u"done Refunding"_s}},
        {"Refunded",
         {u"done Refunded"_s, parked, parked, u"done Refunded"_s, u"done Refunded"_s,
          u"done Refunded"_s, u"done Refunded"_s, u"done Refunded"_s, u"done Due"_s,
          u"done Refunded"_s, u"done Refunded"_s}},
        {"gone Settled",
         {u"done Settled"_s, parked, parked, u"done Settled"_s, u"done Settled"_s, parked,
          u"done Settled"_s, u"done Settled"_s, u"done Settled"_s, parked, u"done Settled"_s}},
        {"gone Due",
         {u"done Due"_s, parked, parked, u"done Settled"_s, u"done Due"_s, parked, u"done Due"_s,
          u"done Due"_s, u"done Due"_s, parked, u"done Due"_s}},
        {"Abandoned",
         {parked, u"done Abandoned"_s, parked, parked, parked, parked, u"done Abandoned"_s, parked,
          parked, parked, u"done Abandoned"_s}},
    };
    return table;
}

} // namespace

void PaymentStateTest::everyStateAnswersEveryEvent_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("expected");
    for (const StateRow &row : stateTable()) {
        QCOMPARE(row.cells.size(), eventNames().size());
        for (qsizetype i = 0; i < row.cells.size(); ++i)
            QTest::addRow("%s meets %s", row.state, qPrintable(eventNames()[i]))
                << QString::fromLatin1(row.state) << eventNames()[i] << row.cells[i];
    }
}

void PaymentStateTest::everyStateAnswersEveryEvent()
{
    QFETCH(QString, state);
    QFETCH(QString, event);
    QFETCH(QString, expected);
    if (m_shopOf != state) {
        m_shop = std::make_unique<PaymentShop>();
        m_shop->saveCard();
        m_shopOf = state;
    }
    m_order = m_shop->newOrder();
    m_tender = m_shop->newTender();
    bring(state);
    const QString name = state.section(u' ', -1);
    if (state != u"unknown")
        QCOMPARE(QString::fromLatin1(nameOf(m_shop->payment(m_order).state)), name);
    const Payment before = m_shop->payment(m_order);
    const qsizetype saidBefore = m_shop->said(m_order).size();

    meet(event);
    QStringList said = m_shop->said(m_order).mid(saidBefore);
    if (verdict() != u"done") {
        QCOMPARE(verdict(), expected);
        QCOMPARE(m_shop->payment(m_order), before);
        QVERIFY(said.isEmpty());
        return;
    }
    if (m_shop->service.payment(m_order))
        said.prepend(QString::fromLatin1(nameOf(m_shop->payment(m_order).state)));
    said.prepend(u"done"_s);
    QCOMPARE(said.join(u' '), expected);
}

QString PaymentStateTest::verdict()
{
    if (m_shop->waits(m_order))
        return u"waits"_s;
    return m_shop->parkedReason(m_order).isEmpty() ? u"done"_s : u"parked"_s;
}

void PaymentStateTest::bring(const QString &state)
{
    if (state == u"unknown")
        return;
    if (state == u"Held" || state == u"Abandoned" || state.startsWith(u"counter"))
        counter(state);
    else
        delivery(state);
}

void PaymentStateTest::counter(const QString &state)
{
    const Money amount = m_shop->euro(5000);
    QVERIFY(
        m_shop->service.authorise(m_shop->command(), m_order, m_tender, amount, u"pm_card_visa"_s));
    m_shop->run();
    if (state == u"Held")
        return;
    if (state == u"Abandoned")
        return m_shop->inCart(ShoppingCartAbandoned{m_order});
    if (state == u"counter Due")
        m_shop->fake.script(PaymentCallKind::Capture, PaymentResult::Declined);
    m_shop->inCart(
        m_shop->ordered(m_order, Fulfilment::Counter, {{amount, m_tender, TenderKind::Card}}));
    if (state != u"counter Open")
        m_shop->inInventory(InventoryProcessed{m_order});
}

void PaymentStateTest::delivery(const QString &state)
{
    m_shop->inCart(m_shop->ordered(m_order, Fulfilment::Delivery,
                                   {{m_shop->euro(5000), m_tender, TenderKind::SavedCard}}));
    if (state == u"Open")
        return;
    if (state == u"Settling")
        m_shop->fake.hold(PaymentCallKind::Capture);
    if (state == u"Failing")
        m_shop->fake.hold(PaymentCallKind::Void);
    if (state.startsWith(u"Fail"))
        return m_shop->inInventory(InventoryOutOfStock{m_order, {}, {}});
    m_shop->inInventory(InventoryProcessed{m_order});
    if (state == u"Refunding")
        m_shop->fake.hold(PaymentCallKind::Refund);
    if (state.startsWith(u"Refund") || state == u"gone Due")
        m_shop->inInventory(InventoryReleased{m_order});
    if (state.startsWith(u"gone"))
        m_shop->inShipping(ShippingProcessed{m_order, {}, {}, {}});
}

void PaymentStateTest::meet(const QString &event)
{
    const Money amount = m_shop->euro(5000);
    const bool card = m_shop->payment(m_order).state == PaymentState::Held;
    if (event == u"ordered")
        m_shop->inCart(
            m_shop->ordered(m_order, card ? Fulfilment::Counter : Fulfilment::Delivery,
                            {{amount, m_tender, card ? TenderKind::Card : TenderKind::SavedCard}}));
    else if (event == u"abandoned")
        m_shop->inCart(ShoppingCartAbandoned{m_order});
    else if (event == u"paidOut")
        m_shop->inCart(RefundPaidOut{m_order, m_tender, amount, u"T1"_s});
    else if (event == u"paidIn")
        m_shop->inCart(DuePaidIn{m_order, amount, u"T1"_s});
    else if (event == u"stock")
        m_shop->inInventory(InventoryProcessed{m_order});
    else if (event == u"outOfStock")
        m_shop->inInventory(InventoryOutOfStock{m_order, {}, {}});
    else if (event == u"backordered")
        m_shop->inInventory(InventoryBackordered{m_order, {}, {}});
    else if (event == u"released")
        m_shop->inInventory(InventoryReleased{m_order});
    else if (event == u"sent")
        m_shop->inShipping(ShippingProcessed{m_order, {}, {}, {}});
    else if (event == u"notSent")
        m_shop->inShipping(ShippingFailed{m_order, {}, ShippingFailure::Recalled});
    else
        m_shop->inShipping(ShippingDelivered{m_order, {}});
}

QTEST_GUILESS_MAIN(PaymentStateTest)
#include "payment_state_test.moc"
