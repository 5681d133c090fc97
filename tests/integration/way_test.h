// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/trial_shop.h"

namespace kontor {

//! Tests that each follow one way of an order to its end, in a shop of its own, on each dialect.
class WayTest : public QObject
{
    Q_OBJECT
protected:
    TrialShop &shop() { return *m_shop; }
    void reach(const std::function<bool()> &reached, const char *what,
               const Service *asleep = nullptr)
    {
        QVERIFY2(m_shop->until(reached, asleep), what);
    }
    void reachLabel(OrderId order)
    {
        reach([&] { return m_shop->hasLabel(order); }, "a label");
    }
    void settle() { QVERIFY(m_shop->settle()); }
    //! Two packets of tea at the counter, with a card for them, and not ordered yet.
    OrderId paidByCard(const QString &token = QStringLiteral("pm_card_visa"))
    {
        const OrderId cart = m_shop->openCart(Fulfilment::Counter);
        m_shop->put(cart, m_shop->tea, 2);
        m_shop->payByCard(cart, token);
        return cart;
    }
    //! The same, gone with the customer.
    OrderId soldByCard(const QString &token = QStringLiteral("pm_card_visa"))
    {
        const OrderId cart = paidByCard(token);
        m_shop->order(cart);
        settle();
        return cart;
    }

private Q_SLOTS:
    void initTestCase_data() { TrialShop::addDialects(); }
    void init()
    {
        QFETCH_GLOBAL(Dialect, dialect);
        const QString missing = TrialShop::missingFor(dialect);
        QVERIFY2(missing.isEmpty(), qPrintable(missing));
        m_shop = std::make_unique<TrialShop>(dialect);
    }
    void cleanup()
    {
        if (m_shop && !QTest::currentTestFailed())
            QCOMPARE(m_shop->troubles(), QStringList());
        m_shop.reset();
    }

private:
    std::unique_ptr<TrialShop> m_shop;
};

} // namespace kontor
