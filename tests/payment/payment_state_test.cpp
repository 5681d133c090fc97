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
    QString standing() const;
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
    std::string_view cells; //!< one letter for each of eventNames()
};

//! Without what a till still has to pay out.
QString plain(const QString &state) { return state.section(u" with"_s, 0, 0); }

const QStringList &eventNames()
{
    static const QStringList names{
        u"ordered"_s,        u"abandoned"_s,         u"paidOut"_s,     u"paidIn"_s,
        u"stock"_s,          u"outOfStock"_s,        u"backordered"_s, u"released"_s,
        u"sent"_s,           u"notSent"_s,           u"delivered"_s,   u"accountCreated"_s,
        u"accountUpdated"_s, u"accountDeactivated"_s};
    return names;
}

//! What each letter of the table stands for: what became of the event, the state afterwards, and
//! what was said.
const QHash<char, QString> &outcomes()
{
    static const QHash<char, QString> all{
        {'-', u"stays"_s}, // done, with nothing said and the state as before
        {'w', u"waits"_s},
        {'p', u"parked"_s},
        {'O', u"done Open"_s},
        {'A', u"done Abandoned"_s},
        {'V', u"done Abandoned AuthorisationVoided"_s},
        {'S', u"done Settled"_s},
        {'P', u"done Settled PaymentProcessed"_s},
        {'F', u"done Failed PaymentFailed"_s},
        {'D', u"done Due"_s},
        {'G', u"done Refunding"_s},
        {'B', u"done Refunding PaymentRefunded Begun"_s},
        {'R', u"done Refunded PaymentRefunded Begun PaymentRefunded Done"_s},
    };
    return all;
}

constexpr StateRow stateRows[] = {
    {"unknown", "OAwwww-www----"},
    {"Held", "OVwwww-www----"},
    {"Open", "-pp-PF-Rww----"},
    {"counter Open", "-pp-Pp-pww----"},
    {"Settling", "-pp--p-Bww----"},
    {"counter Settling", "-pp--p-pww----"},
    {"Settled", "-pp--p-R-G----"},
    {"counter Settled", "-pp--p-ppp----"},
    {"counter Settled with a claimed refund", "-p---p-ppp----"},
    {"counter Due", "-ppP-p-ppp----"},
    {"Failing", "-pp----Bw-----"},
    {"Failed", "-pp----Rp-----"},
    {"Refunding", "-pp-----S-----"},
    {"Refunding with a refund due", "-p------S-----"},
    {"Refunded", "-pp-----D-----"},
    {"Refunded with a refund due", "-p------S-----"},
    {"Refunded with a claimed refund", "-p------S-----"},
    {"gone Settled", "-pp--p---p----"},
    {"gone Settled with a refund due", "-p---p---p----"},
    {"gone Settled with a claimed refund", "-p---p---p----"},
    {"gone Due", "-ppS-p---p----"},
    {"Abandoned", "p-pppp-ppp----"},
};

} // namespace

void PaymentStateTest::everyStateAnswersEveryEvent_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("expected");
    for (const StateRow &row : stateRows) {
        QCOMPARE(qsizetype(row.cells.size()), eventNames().size());
        for (qsizetype i = 0; i < eventNames().size(); ++i) {
            const char letter = row.cells[std::size_t(i)];
            QVERIFY(outcomes().contains(letter));
            QTest::addRow("%s meets %s", row.state, qPrintable(eventNames()[i]))
                << QString::fromLatin1(row.state) << eventNames()[i] << outcomes()[letter];
        }
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
    if (state != u"unknown")
        QCOMPARE(standing(), plain(state).section(u' ', -1));
    const QString standingBefore = standing();
    const Payment before = m_shop->payment(m_order);
    const qsizetype saidBefore = m_shop->said(m_order).size();

    meet(event);
    const QStringList said = m_shop->said(m_order).mid(saidBefore);
    if (verdict() != u"done") {
        QCOMPARE(verdict(), expected);
        QCOMPARE(m_shop->payment(m_order), before);
        QVERIFY(said.isEmpty());
        return;
    }
    const QStringList outcome = QStringList{u"done"_s, standing()} + said;
    const QString wanted = expected == u"stays" ? u"done "_s + standingBefore : expected;
    QCOMPARE(outcome.join(u' ').trimmed(), wanted.trimmed());
}

//! The state's name; empty if the order is unknown.
QString PaymentStateTest::standing() const
{
    const auto order = m_shop->service.payment(m_order);
    return order ? QString::fromLatin1(nameOf(order->payment.state)) : QString();
}

QString PaymentStateTest::verdict()
{
    if (m_shop->waits(m_order) || m_shop->waits(m_shop->customer))
        return u"waits"_s;
    const bool parked = !m_shop->parkedReason(m_order).isEmpty() ||
                        !m_shop->parkedReason(m_shop->customer).isEmpty();
    return parked ? u"parked"_s : u"done"_s;
}

void PaymentStateTest::bring(const QString &state)
{
    if (state == u"unknown")
        return;
    if (state == u"Held" || state == u"Abandoned" || state.startsWith(u"counter"))
        counter(plain(state));
    else
        delivery(plain(state));
    if (plain(state) == state)
        return;
    m_shop->inCart(DuePaidIn{m_order, m_shop->euro(5000), u"T1"_s});
    m_tender = m_shop->service.payment(m_order)->tenders.constLast().id;
    if (state.contains(u"claimed"))
        QVERIFY(m_shop->service.claimRefund(m_shop->command(), m_order, u"T1"_s));
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
    if (state == u"counter Settling")
        m_shop->fake.hold(PaymentCallKind::Capture);
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
    else if (event == u"delivered")
        m_shop->inShipping(ShippingDelivered{m_order, {}});
    else if (event == u"accountCreated")
        m_shop->inAccount(AccountCreated{m_shop->customer});
    else if (event == u"accountUpdated")
        m_shop->inAccount(AccountUpdated{m_shop->customer});
    else
        m_shop->inAccount(AccountDeactivated{m_shop->customer});
}

QTEST_GUILESS_MAIN(PaymentStateTest)
#include "payment_state_test.moc"
