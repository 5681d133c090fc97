// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/kiosk_customer.h"
#include "tests/ui/scanner.h"

#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>

namespace kontor {

using namespace Qt::StringLiterals;

//! Counts the touches that reach a widget.
class Touches : public QObject
{
public:
    explicit Touches(QWidget *widget) { widget->installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::MouseButtonPress ? 1 : 0;
        return false;
    }
};

//! What customers do in self-service, and what they cannot.
class KioskTest : public KioskCustomer
{
    Q_OBJECT
private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }
    void aCustomerPaysByCard();
    void whatIsPaidIsCollectedLater();
    void theTillTakesUpWhatIsPaidThere();
    void goodsAreScannedToo();
    void anEarlyScanDoesNotJoinWhatWasLeft();
    void whatNeedsAnAgeIsLeftToOurStaff();
    void aDeclinedCardMayPayAtTheTill();
    void anUnknownCardCallsOurStaff();
    void aScreenThatIsLeftAloneBeginsAnew();
    void whoIsStillThereGoesOn();
    void noKeyLeadsOut();
    void wrongPinsAreSlowAndTheRightOneLeads();
    void aCustomerMayOnlySell();
    void itSpeaksGermanUntilTheNextCustomer();

private:
    void enterPin(const QString &pin);
};

void KioskTest::aCustomerPaysByCard()
{
    openKiosk();
    buyCandle();
    const QString one = said(u"kioskTotal"_s);
    touch(u"kioskMore1"_s);
    QTRY_COMPARE(said(u"kioskQuantity1"_s), u"2"_s);
    touch(u"kioskLess1"_s);
    QTRY_COMPARE(said(u"kioskTotal"_s), one);
    touch(u"kioskPay"_s);
    QTRY_COMPARE(said(u"kioskToPay"_s), one);
    touch(u"kioskCard"_s);
    QTRY_COMPARE(said(u"kioskNumber"_s), u"T1-000001"_s);
    QVERIFY(sees(u"kioskNumber"_s));
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
    QCOMPARE(m_shop->sandbox().ledger(u"payment.captured"_s).size(), 1);
    touch(u"kioskDone"_s);
    QTRY_VERIFY(sees(u"kioskEnglish"_s));
}

void KioskTest::whatIsPaidIsCollectedLater()
{
    openKiosk();
    touch(u"kioskEnglish"_s);
    touchProduct(u"Lanterns"_s, 0);
    QTRY_VERIFY(sees(u"kioskQuantity1"_s));
    touch(u"kioskPay"_s);
    touch(u"kioskPickup"_s);
    touch(u"kioskCard"_s);
    QTRY_VERIFY(sees(u"kioskNumber"_s));
    QVERIFY(said(u"kioskNext"_s).contains(u"collect"_s));
    QTRY_COMPARE(m_shop->newestOrder().fulfilment, Fulfilment::Pickup);
    QTRY_COMPARE(m_shop->sandbox().ledger(u"payment.captured"_s).size(), 1);
}

void KioskTest::theTillTakesUpWhatIsPaidThere()
{
    openKiosk();
    buyCandle();
    touch(u"kioskPay"_s);
    touch(u"kioskTill"_s);
    QTRY_COMPARE(said(u"kioskNumber"_s), u"S1"_s);
    QVERIFY(sees(u"kioskNumber"_s));
    m_kiosk.reset();
    open();
    press(Qt::Key_F5);
    QTRY_COMPARE(rows(u"heldCarts"_s), 1);
    QCOMPARE(cell(u"heldCarts"_s, 0, 0), u"S1"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    type(u"50"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QTRY_COMPARE(m_shop->newestOrder().state, OrderState::Completed);
}

void KioskTest::goodsAreScannedToo()
{
    openKiosk();
    MadeUpKeys keys;
    keys.scan(m_kiosk->window().windowHandle(), m_shop->products[3].barcodes.first());
    QTRY_VERIFY(sees(u"kioskQuantity1"_s));
    QCOMPARE(said(u"kioskTotal"_s), u"£1.20"_s);
    keys.scan(m_kiosk->window().windowHandle(), u"4006381333931"_s);
    QTRY_VERIFY(!said(u"kioskNotice"_s).isEmpty());
}

void KioskTest::anEarlyScanDoesNotJoinWhatWasLeft()
{
    CartService &carts = (*m_shop)->cart();
    const OrderId left = OrderId::make((*m_shop)->clock().now());
    QVERIFY(bool(m_shop->ask(carts, &CartService::open, (*m_shop)->command(), left,
                             CartSettings{Currency("GBP")})));
    QVERIFY(bool(m_shop->ask(carts, &CartService::addLine, (*m_shop)->command(), left,
                             m_shop->products[0].id, Quantity::pieces(1))));
    // Nobody has looked for that cart before both codes have been understood.
    const auto gate = std::make_shared<QSemaphore>();
    const auto opened = qScopeGuard([gate] { gate->release(); });
    QMetaObject::invokeMethod(&carts, [gate] { gate->acquire(); });
    openKiosk();
    MadeUpKeys keys;
    keys.scan(m_kiosk->window().windowHandle(), m_shop->products[3].barcodes.first());
    keys.scan(m_kiosk->window().windowHandle(), u"4006381333931"_s);
    QTRY_VERIFY(!said(u"kioskNotice"_s).isEmpty());
    gate->release();
    QTRY_VERIFY(sees(u"kioskQuantity1"_s));
    QCOMPARE(said(u"kioskTotal"_s), u"£1.20"_s);
    const auto held = m_shop->ask(carts, &CartService::cart, left);
    QVERIFY(held && held->has_value());
    QVERIFY((*held)->isHeld());
    QCOMPARE((*held)->lines.size(), 1);
}

void KioskTest::whatNeedsAnAgeIsLeftToOurStaff()
{
    Product wine = m_shop->products[3];
    wine.minAge = 18;
    QVERIFY(
        bool(m_shop->ask((*m_shop)->catalog(), &CatalogService::save, (*m_shop)->command(), wine)));
    openKiosk();
    MadeUpKeys keys;
    keys.scan(m_kiosk->window().windowHandle(), wine.barcodes.first());
    QTRY_VERIFY(said(u"kioskNotice"_s).contains(u"ask our staff"_s));
    QVERIFY(!sees(u"kioskQuantity1"_s));
}

void KioskTest::aDeclinedCardMayPayAtTheTill()
{
    m_shop->sandbox().setFaults(
        R"({"nth":1,"method":"POST","path":"/v1/payment_intents","fault":"refuse"})");
    openKiosk();
    buyCandle();
    touch(u"kioskPay"_s);
    touch(u"kioskCard"_s);
    QTRY_VERIFY(said(u"kioskMessage"_s).contains(u"declined"_s));
    touch(u"kioskTill"_s);
    QTRY_COMPARE(said(u"kioskNumber"_s), u"S1"_s);
}

void KioskTest::anUnknownCardCallsOurStaff()
{
    m_shop->sandbox().setFaults(
        R"({"every":1,"method":"POST","path":"/v1/payment_intents","fault":"dropAfter"})");
    openKiosk();
    buyCandle();
    touch(u"kioskPay"_s);
    touch(u"kioskCard"_s);
    QTRY_VERIFY(said(u"kioskWaiting"_s).contains(u"call our staff"_s));
    QVERIFY(!sees(u"kioskBack"_s) && !sees(u"kioskTill"_s));
    // They see to it at the till.
    enterPin(u"4711"_s);
    touch(u"pinTill"_s);
    m_kiosk.reset();
    open();
    QTRY_VERIFY(shown(u"payAskAgain"_s));
    m_shop->sandbox().setFaults({});
    QTRY_VERIFY_WITH_TIMEOUT(shown(u"doneReceipt"_s) || shown(u"payFinish"_s), 30'000);
    QCOMPARE(m_shop->sandbox().ledger(u"payment.authorised"_s).size(), 1);
}

void KioskTest::aScreenThatIsLeftAloneBeginsAnew()
{
    openKiosk({8000, 1, 60'000});
    buyCandle();
    QTRY_VERIFY_WITH_TIMEOUT(sees(u"aloneQuestion"_s), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(sees(u"kioskEnglish"_s), 30'000);
    QVERIFY(!sees(u"aloneQuestion"_s));
    touch(u"kioskEnglish"_s);
    QTRY_VERIFY(sees(u"kioskTotal"_s));
    QTRY_COMPARE(said(u"kioskTotal"_s), u"£0.00"_s);
    QVERIFY(!part<QPushButton>(u"kioskPay"_s)->isEnabled());
}

void KioskTest::whoIsStillThereGoesOn()
{
    openKiosk({1500, 600, 60'000});
    buyCandle();
    QTRY_VERIFY(sees(u"aloneQuestion"_s));
    // At the window, where a real touch arrives, and above a product: what lies below the question
    // must not have it.
    QWidget &window = m_kiosk->window();
    QWidget *goods = tiles()->viewport();
    const QPoint product = tiles()->visualRect(tiles()->model()->index(0, 0)).center();
    const Touches below(goods);
    QTest::mouseClick(window.windowHandle(), Qt::LeftButton, {}, goods->mapTo(&window, product));
    QTRY_VERIFY(!sees(u"aloneQuestion"_s));
    QCOMPARE(below.count, 0);
    QVERIFY(sees(u"kioskQuantity1"_s));
}

void KioskTest::noKeyLeadsOut()
{
    openKiosk();
    buyCandle();
    QWidget &window = m_kiosk->window();
    const std::pair<Qt::Key, Qt::KeyboardModifiers> keys[] = {{Qt::Key_Escape, {}},
                                                              {Qt::Key_F1, {}},
                                                              {Qt::Key_F4, Qt::AltModifier},
                                                              {Qt::Key_F12, {}},
                                                              {Qt::Key_F7, {}},
                                                              {Qt::Key_F8, {}},
                                                              {Qt::Key_K, Qt::ControlModifier},
                                                              {Qt::Key_Q, Qt::ControlModifier},
                                                              {Qt::Key_W, Qt::ControlModifier},
                                                              {Qt::Key_2, Qt::ControlModifier}};
    for (const auto &[key, modifiers] : keys)
        QTest::keyClick(&window, key, modifiers);
    QVERIFY(!window.close());
    QVERIFY(window.isVisible() && window.isFullScreen());
    QVERIFY(sees(u"kioskQuantity1"_s));
    QVERIFY(window.findChildren<QAction *>().isEmpty());
}

void KioskTest::enterPin(const QString &pin)
{
    if (!sees(u"pinPad"_s))
        touch(u"kioskStaff"_s);
    for (const QChar digit : pin)
        touch(u"pin"_s + digit);
    touch(u"pinEnter"_s);
}

void KioskTest::wrongPinsAreSlowAndTheRightOneLeads()
{
    openKiosk();
    QSignalSpy left(m_kiosk.get(), &Kiosk::closeWanted);
    touch(u"kioskStaff"_s);
    touch(u"pinBack"_s);
    QVERIFY(!sees(u"pinPad"_s));
    enterPin(u"1234"_s);
    QTRY_VERIFY(!said(u"pinMessage"_s).isEmpty());
    QVERIFY(!sees(u"pinClose"_s));
    // The next one is looked at a second later.
    QTRY_VERIFY(said(u"pinMessage"_s).isEmpty());
    // Touched, and entered by a keyboard.
    for (const QString &digit : {u"4"_s, u"7"_s, u"1"_s, u"1"_s})
        touch(u"pin"_s + digit);
    QTest::keyClick(m_kiosk->window().focusWidget(), Qt::Key_Return);
    touch(u"pinClose"_s);
    QCOMPARE(left.count(), 1);
}

void KioskTest::aCustomerMayOnlySell()
{
    const OwnerOnly rights;
    QVERIFY(rights.allows(OwnerOnly::customer(), Right::Sell));
    for (const Right right : {Right::GiveDiscount, Right::ReturnByReceipt, Right::OpenDrawer,
                              Right::EditCustomers, Right::SellOpenItem, Right::ResolvePayment})
        QVERIFY(!rights.allows(OwnerOnly::customer(), right));
}

void KioskTest::itSpeaksGermanUntilTheNextCustomer()
{
    openKiosk();
    touch(u"kioskGerman"_s);
    QTRY_VERIFY(sees(u"kioskTotal"_s));
    QCOMPARE(QLocale().language(), QLocale::German);
    touch(u"kioskStartOver"_s);
    QTRY_COMPARE(QLocale().language(), QLocale::English);
    QTRY_VERIFY(sees(u"kioskEnglish"_s));
}

} // namespace kontor

QTEST_MAIN(kontor::KioskTest)

#include "kiosk_test.moc"
