// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/way_test.h"

#include <QDeadlineTimer>

namespace kontor {

using namespace Qt::StringLiterals;

//! The program ends at each step of a delivery, and is started again.
class OrderWayRestartTest : public WayTest
{
    Q_OBJECT
private:
    static constexpr int limitMs = 60'000;

    //! Answers after how many steps the order was completed; -1: not at all.
    int deliver(OrderId order, int reopenAfter)
    {
        const Command handOver = shop().command();
        // After some of the restarts a label is looked for, for seconds.
        const QDeadlineTimer limit(limitMs);
        for (int steps = 0; !limit.hasExpired(); ++steps) {
            if (steps == reopenAfter)
                shop().reopen();
            shop().step();
            if (shop().hasLabel(order))
                must(shop()->shipping().handOver(handOver, order));
            if (shop().isQuiet() && shop().stateOf(order) == u"Completed, Settled"_s)
                return steps;
        }
        return -1;
    }

private Q_SLOTS:
    void aRestartAtAnyStepEndsTheSameAndOnce()
    {
        shop().receive(shop().tea, 1000);
        settle();
        QList<OrderId> orders;
        int steps = 0;
        for (int reopenAfter = 0; reopenAfter <= steps; ++reopenAfter) {
            orders.append(shop().sell(Fulfilment::Delivery, TenderKind::SavedCard, 1));
            steps = deliver(orders.last(), reopenAfter);
            QVERIFY2(steps >= 0, qPrintable(u"reopened after step %1"_s.arg(reopenAfter)));
            QVERIFY(!QTest::currentTestFailed());
        }
        QVERIFY(orders.size() > ShopSettings::services().size());
        for (const OrderId &order : std::as_const(orders))
            QCOMPARE(shop().mailsAbout(order), u"OrderConfirmed, Shipped"_s);
        const auto count = orders.size();
        const Money taken{1200 * count, Currency("GBP")};
        QCOMPARE(shop().moneyOutside(),
                 u"%1 authorised, %1 captured %2"_s.arg(count).arg(taken.toPlainString()));
        QCOMPARE(shop().labelsOutside(), u"%1 purchased"_s.arg(count));
        QCOMPARE(shop().stockOf(shop().tea),
                 u"%1 on hand, 0 reserved"_s.arg(1000 + TrialShop::openingPieces - count));
    }
};

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::OrderWayRestartTest)
#include "order_way_restart_test.moc"
