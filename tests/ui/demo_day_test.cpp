// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shop_access.h"
#include "app/shop_clock.h"
#include "tests/core/held_secrets.h"
#include "tests/integration/made_demo_shop.h"
#include "tests/integration/orders_of.h"
#include "tests/ui/window_hands.h"

#include <QPushButton>
#include <QTemporaryDir>

namespace kontor {

using namespace Qt::StringLiterals;

//! The window on a fresh copy of the demo shop, worked by keys; what is seen is compared with what
//! the services have.
class DemoDayTest : public QObject, private WindowHands
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void goodsAreSoldInCash();
    void aKnownCustomerOrdersByPhone();
    void theMonthIsListed();

private:
    Order newest() const { return ordersOf(*m_shop, 1)->value(0); }

    QTemporaryDir m_folder;
    SandboxProgram m_sandbox;
    ShopClock m_clock;
    OwnerOnly m_rights;
    HeldSecrets m_secrets;
    std::unique_ptr<Shop> m_shop;
    qsizetype m_history = 0; //!< orders
};

void DemoDayTest::initTestCase()
{
    QCOMPARE(makeDemoShop(*openShop(m_folder.path(), m_sandbox)), QString());
    ShopSettings settings;
    settings.folder = m_folder.path();
    settings.outside = m_sandbox.baseUrl();
    auto shop = Shop::open(settings, m_clock, m_rights);
    QVERIFY(bool(shop));
    m_shop = std::move(*shop);
    m_shop->start();
    m_history = ordersOf(*m_shop)->size();
    QVERIFY(m_history > 100);
    const auto access = accessTo(*m_shop, m_secrets);
    QVERIFY(bool(access));
    openWindow(*access);
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void DemoDayTest::cleanupTestCase()
{
    m_window.reset();
    m_shop.reset();
}

void DemoDayTest::goodsAreSoldInCash()
{
    putInCart(u"walnut"_s);
    putInCart(u"2*2000000116655"_s); // cider
    QTRY_COMPARE(text(u"cartTotal"_s), u"€18.90"_s);
    QTRY_VERIFY(shown(u"ageQuestion"_s));
    press(Qt::Key_Y, Qt::AltModifier);
    QTRY_VERIFY(!shown(u"ageQuestion"_s));
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    type(u"20"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QCOMPARE(text(u"doneChange"_s), u"€1.10"_s);
    QTRY_COMPARE(newest().state, OrderState::Completed);
    QCOMPARE(newest().total.minor, 1890);
    const QString receipt = text(u"doneReceipt"_s);
    QCOMPARE(newest().receipt, receipt);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"searchField"_s));
}

void DemoDayTest::aKnownCustomerOrdersByPhone()
{
    putInCart(u"walnut"_s);
    press(Qt::Key_F3);
    type(u"+43 555 0101"_s);
    QTRY_COMPARE(rows(u"customersFound"_s), 1);
    press(Qt::Key_Return);
    QTRY_COMPARE(find<QPushButton>(u"customerButton"_s)->text(), u"Bruno Hansen"_s);
    press(Qt::Key_F9);
    QTRY_VERIFY(find<QPushButton>(u"fulfilmentPickup"_s)->isChecked());
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"payLink"_s));
    find<QPushButton>(u"payLink"_s)->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QTRY_COMPARE(newest().receipt, text(u"doneReceipt"_s));
    QCOMPARE(newest().fulfilment, Fulfilment::Pickup);
    QTRY_COMPARE(m_sandbox.ledger(u"checkout.created"_s).size(), 1);
    press(Qt::Key_Return);
}

void DemoDayTest::theMonthIsListed()
{
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(rows(u"ordersList"_s) > 2);
    QTRY_COMPARE(cell(u"ordersList"_s, 0, 0), newest().receipt);
    QTRY_VERIFY(rows(u"orderStory"_s) > 0);
    QCOMPARE(ordersOf(*m_shop)->size(), m_history + 2);
    press(Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(rows(u"shiftReport"_s) > 0);
}

} // namespace kontor

QTEST_MAIN(kontor::DemoDayTest)

#include "demo_day_test.moc"
