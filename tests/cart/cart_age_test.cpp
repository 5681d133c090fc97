// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cart/cart_deeds.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace kontor {

//! Goods that are not for everybody.
class CartAgeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsPaidUntilTheQuestionIsAnswered();
    void oneAnswerIsEnoughForACart();
    void theAnswerIsThereAfterARestart();
    void whoIsTooYoungGoesWithoutThem();
    void goodsThatComeBackAskNothing();

private:
    const ProductId m_wine = productIdForSku(u"wine"_s);
    const ProductId m_rum = productIdForSku(u"rum"_s);

    //! A lamp for everybody and wine from 16 on.
    OrderId cartWithWine(CartBench &bench) const
    {
        bench.product(u"wine"_s, 500);
        bench.product(u"rum"_s, 900);
        bench.limitToAge(m_wine, 16);
        bench.limitToAge(m_rum, 18);
        const OrderId id = cartWithLamp(bench);
        CartBench::must(addLine(m_wine, Quantity::pieces(2))(bench, bench.owner(), id));
        return id;
    }
};

void CartAgeTest::nothingIsPaidUntilTheQuestionIsAnswered()
{
    CartBench bench;
    const OrderId id = cartWithWine(bench);
    QCOMPARE(bench.look(id).ageToAsk(), 16);
    const auto early = addTender(2999, TenderKind::Cash)(bench, bench.owner(), id);
    QVERIFY(!early && early.error().is(CartError::AgeNotChecked));
    const auto ordered = orderIt(bench, bench.owner(), id);
    QVERIFY(!ordered && ordered.error().is(CartError::AgeNotChecked));

    CartBench::must(bench.service->confirmAge(bench.by(u"cashier"_s), id, 16));
    QCOMPARE(bench.look(id).ageToAsk(), 0);
    CartBench::must(addTender(2999, TenderKind::Cash)(bench, bench.owner(), id));
    CartBench::must(orderIt(bench, bench.owner(), id));
}

void CartAgeTest::oneAnswerIsEnoughForACart()
{
    CartBench bench;
    const OrderId id = cartWithWine(bench);
    CartBench::must(bench.service->confirmAge(bench.owner(), id, 16));
    CartBench::must(addLine(m_wine, Quantity::pieces(1))(bench, bench.owner(), id));
    QCOMPARE(bench.look(id).ageToAsk(), 0);
    CartBench::must(addLine(m_rum, Quantity::pieces(1))(bench, bench.owner(), id));
    QCOMPARE(bench.look(id).ageToAsk(), 18);
    CartBench::must(bench.service->confirmAge(bench.owner(), id, 18));
    // A lower answer that comes late takes nothing back.
    CartBench::must(bench.service->confirmAge(bench.owner(), id, 16));
    QCOMPARE(bench.look(id).ageToAsk(), 0);
}

void CartAgeTest::theAnswerIsThereAfterARestart()
{
    CartBench bench;
    const OrderId id = cartWithWine(bench);
    bench.reopen();
    QCOMPARE(bench.look(id).ageToAsk(), 16);
    CartBench::must(bench.service->confirmAge(bench.owner(), id, 18));
    CartBench::must(bench.service->hold(bench.owner(), id, u"Anna"_s));
    bench.reopen();
    CartBench::must(bench.service->recall(bench.owner(), id));
    QCOMPARE(bench.look(id).checkedAge, 18);
}

void CartAgeTest::whoIsTooYoungGoesWithoutThem()
{
    CartBench bench;
    const OrderId id = cartWithWine(bench);
    CartBench::must(bench.service->confirmAge(bench.owner(), id, 16));
    CartBench::must(addLine(m_rum, Quantity::pieces(1))(bench, bench.owner(), id));
    CartBench::must(bench.service->refuseAge(bench.by(u"cashier"_s), id));
    const Cart after = bench.look(id);
    QCOMPARE(after.lines.size(), 2);
    QCOMPARE(after.ageToAsk(), 0);
    CartBench::must(bench.service->undo(bench.owner(), id));
    QCOMPARE(bench.look(id).lines.size(), 3);
    QCOMPARE(bench.look(id).ageToAsk(), 18);
}

void CartAgeTest::goodsThatComeBackAskNothing()
{
    CartBench bench;
    const OrderId id = cartWithWine(bench);
    CartBench::must(setQuantity(2, {})(bench, bench.owner(), id));
    CartBench::must(addReturnWithoutReceipt(m_wine, Quantity::pieces(1),
                                            Disposition::Restock)(bench, bench.owner(), id));
    QCOMPARE(bench.look(id).ageToAsk(), 0);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::CartAgeTest)
#include "cart_age_test.moc"
