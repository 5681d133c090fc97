// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cart/cart_lines.h"
#include "tests/core/error_text.h"

#include <QtTest>

Q_DECLARE_METATYPE(kontor::Cart)

namespace kontor {

namespace {

using Numbers = QList<qint64>;

Cart inCurrency(Cart cart, const char *code)
{
    cart.currency = Currency(code);
    for (CartLine &line : cart.lines)
        line.unitPrice.currency = cart.currency;
    return cart;
}

QList<Numbers> linesOf(const CartTotals &totals)
{
    QList<Numbers> lines;
    for (const OrderedLine &line : totals.lines)
        lines.append({line.gross.minor, line.tax.minor, line.discount.minor});
    return lines;
}

QList<Numbers> taxesOf(const CartTotals &totals)
{
    QList<Numbers> taxes;
    for (const TaxTotal &tax : totals.taxes)
        taxes.append({tax.rate.basisPoints, tax.gross.minor, tax.tax.minor});
    return taxes;
}

} // namespace

class TotalsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void amountsAreAsComputedByHand_data();
    void amountsAreAsComputedByHand();
    void onlyWhatIsPaidInCashIsRounded_data();
    void onlyWhatIsPaidInCashIsRounded();
    void anAmountThatIsTooLargeIsRefused();
};

void TotalsTest::amountsAreAsComputedByHand_data()
{
    QTest::addColumn<Cart>("cart");
    QTest::addColumn<QList<Numbers>>("lines"); // gross, tax, discount
    QTest::addColumn<QList<Numbers>>("taxes"); // rate, gross, tax
    QTest::addColumn<qint64>("total");
    const auto row = [](const char *name, const Cart &cart, const QList<Numbers> &lines,
                        const QList<Numbers> &taxes,
                        qint64 total) { QTest::newRow(name) << cart << lines << taxes << total; };
    row("nothing", cartOf({}), {}, {}, 0);
    row("9.99 with 20 %: half a cent goes away from zero", cartOf({piece(999, 2000)}),
        {{999, 167, 0}}, {{2000, 999, 167}}, 999);
    row("0.03 with 20 %", cartOf({piece(3, 2000)}), {{3, 1, 0}}, {{2000, 3, 1}}, 3);
    row("19.99 with 19 %", cartOf({piece(1999, 1900)}), {{1999, 319, 0}}, {{1900, 1999, 319}},
        1999);
    row("1.05 with 5 %", cartOf({piece(105, 500)}), {{105, 5, 0}}, {{500, 105, 5}}, 105);
    row("1.00 with 7 %", cartOf({piece(100, 700)}), {{100, 7, 0}}, {{700, 100, 7}}, 100);
    row("tax added to 10.00", cartOf({piece(1000, 770)}, false), {{1077, 77, 0}}, {{770, 1077, 77}},
        1077);
    row("tax is computed once a rate, not a line",
        cartOf({piece(100, 2000), piece(100, 2000), piece(100, 2000)}),
        {{100, 17, 0}, {100, 17, 0}, {100, 16, 0}}, {{2000, 300, 50}}, 300);
    row("added tax is computed once a rate, too",
        cartOf({piece(33, 770), piece(33, 770), piece(33, 770)}, false),
        {{36, 3, 0}, {36, 3, 0}, {35, 2, 0}}, {{770, 107, 8}}, 107);
    row("several rates, told in order of rate",
        cartOf({piece(1000, 2000), piece(500, 500), piece(300, 0), piece(200, 2000)}),
        {{1000, 167, 0}, {500, 24, 0}, {300, 0, 0}, {200, 33, 0}},
        {{0, 300, 0}, {500, 500, 24}, {2000, 1200, 200}}, 2000);
    row("several rates with tax added",
        cartOf({piece(1000, 2000), piece(500, 500), piece(300, 0)}, false),
        {{1200, 200, 0}, {525, 25, 0}, {300, 0, 0}},
        {{0, 300, 0}, {500, 525, 25}, {2000, 1200, 200}}, 2025);

    row("on a line the percentage goes before the amount", cartOf({piece(1000, 0, {1000, 50})}),
        {{850, 0, 150}}, {{0, 850, 0}}, 850);
    row("the order's percentage goes after the line's amount",
        cartOf({piece(1000, 0, {0, 100})}, true, {1000, 0}), {{810, 0, 190}}, {{0, 810, 0}}, 810);
    row("all four discounts in their order",
        cartOf({piece(5000, 0, {1000, 200})}, true, {1000, 300}), {{3570, 0, 1430}}, {{0, 3570, 0}},
        3570);
    row("the order's discount is spread by worth",
        cartOf({piece(1000, 0), piece(2000, 0)}, true, {1000, 100}),
        {{867, 0, 133}, {1733, 0, 267}}, {{0, 2600, 0}}, 2600);
    row("what cannot be divided goes to the largest remainder, the first of equals",
        cartOf({piece(100, 0), piece(100, 0), piece(100, 0)}, true, {0, 10}),
        {{96, 0, 4}, {97, 0, 3}, {97, 0, 3}}, {{0, 290, 0}}, 290);
    row("tax is computed after the discounts",
        cartOf({piece(1000, 2000, {1000, 0}), piece(300, 2000)}, true, {5000, 0}),
        {{450, 75, 550}, {150, 25, 150}}, {{2000, 600, 100}}, 600);
    row("discounts come off before tax is added",
        cartOf({piece(1000, 2000, {1000, 0})}, false, {0, 100}), {{960, 160, 200}},
        {{2000, 960, 160}}, 960);
    row("a line's discount ends at zero", cartOf({piece(1000, 2000, {0, 1500}), piece(100, 2000)}),
        {{0, 0, 1000}, {100, 17, 0}}, {{2000, 100, 17}}, 100);
    row("the order's discount ends at zero",
        cartOf({piece(333, 0), piece(333, 0), piece(334, 0)}, true, {0, 100'000}),
        {{0, 0, 333}, {0, 0, 333}, {0, 0, 334}}, {{0, 0, 0}}, 0);
    row("a line that is free takes no part of the order's discount",
        cartOf({piece(1000, 0, {10'000, 0}), piece(1000, 0)}, true, {0, 500}),
        {{0, 0, 1000}, {500, 0, 500}}, {{0, 500, 0}}, 500);

    row("a price finer than a cent is rounded once", cartOf({sold(125'000, 3000, 0)}), {{38, 0, 0}},
        {{0, 38, 0}}, 38);
    row("half a cent", cartOf({sold(5'000, 1000, 0)}), {{1, 0, 0}}, {{0, 1, 0}}, 1);
    row("a thousand screws", cartOf({sold(33'300, 1'000'000, 0)}), {{3330, 0, 0}}, {{0, 3330, 0}},
        3330);
    row("345 grams at 12.99 a kilogram", cartOf({sold(12'990'000, 345, 0)}), {{448, 0, 0}},
        {{0, 448, 0}}, 448);
    row("yen have no cents", inCurrency(cartOf({sold(198'000'000, 3000, 1000)}), "JPY"),
        {{594, 54, 0}}, {{1000, 594, 54}}, 594);
    row("dinars have a thousand fils", inCurrency(cartOf({sold(1'250'000, 2000, 0)}), "KWD"),
        {{2500, 0, 0}}, {{0, 2500, 0}}, 2500);

    row("an exchange for something dearer", cartOf({piece(2000, 2000), returned(1000, 2000)}),
        {{2000, 333, 0}, {-1000, -167, 0}}, {{2000, 1000, 166}}, 1000);
    row("an exchange for something cheaper", cartOf({returned(2000, 2000), piece(1000, 700)}),
        {{-2000, -333, 0}, {1000, 65, 0}}, {{700, 1000, 65}, {2000, -2000, -333}}, -1000);
    row("an even exchange", cartOf({returned(999, 2000), piece(999, 2000)}),
        {{-999, -167, 0}, {999, 167, 0}}, {{2000, 0, 0}}, 0);
    row("the order's discount is for what is sold",
        cartOf({piece(2000, 0), returned(1000, 0)}, true, {1000, 0}),
        {{1800, 0, 200}, {-1000, 0, 0}}, {{0, 800, 0}}, 800);
    row("a return by receipt brings what was held",
        cartOf({returnedByReceipt(1000, 2000, 867, 123), piece(100, 2000)}, true, {1000, 0}),
        {{-867, -123, -133}, {90, 15, 10}}, {{2000, -777, -108}}, -777);
    row("a return by receipt where tax is added",
        cartOf({returnedByReceipt(1000, 770, 1077, 77)}, false), {{-1077, -77, 0}},
        {{770, -1077, -77}}, -1077);
}

void TotalsTest::amountsAreAsComputedByHand()
{
    QFETCH(Cart, cart);
    QFETCH(QList<Numbers>, lines);
    QFETCH(QList<Numbers>, taxes);
    QFETCH(qint64, total);

    const auto totals = totalsOf(cart);
    QVERIFY2(totals, errorText(totals));
    QCOMPARE(linesOf(*totals), lines);
    QCOMPARE(taxesOf(*totals), taxes);
    QCOMPARE(totals->total, (Money{total, cart.currency}));
}

void TotalsTest::onlyWhatIsPaidInCashIsRounded_data()
{
    QTest::addColumn<qint64>("total");
    QTest::addColumn<qint64>("step");
    QTest::addColumn<qint64>("byCard"); // 0: no card
    QTest::addColumn<bool>("cash");
    QTest::addColumn<qint64>("due");
    const std::pair<qint64, qint64> vectors[] = {
        {1, 0},  {2, 0},  {3, 5}, {4, 5},     {5, 5},       {6, 5},      {7, 5},
        {8, 10}, {9, 10}, {0, 0}, {492, 490}, {1923, 1925}, {-492, -490}};
    for (const auto &[total, due] : vectors)
        QTest::addRow("%lld in steps of five", total)
            << total << qint64(5) << qint64(0) << true << due;
    QTest::newRow("no cash, no rounding")
        << qint64(1923) << qint64(5) << qint64(1923) << false << qint64(1923);
    QTest::newRow("not paid yet") << qint64(1923) << qint64(5) << qint64(0) << false
                                  << qint64(1923);
    QTest::newRow("only the rest in cash is rounded")
        << qint64(1923) << qint64(5) << qint64(1001) << true << qint64(1921);
    QTest::newRow("the card pays down to the coin")
        << qint64(102) << qint64(5) << qint64(100) << true << qint64(100);
    QTest::newRow("the smallest coin is a cent")
        << qint64(1923) << qint64(1) << qint64(0) << true << qint64(1923);
    QTest::newRow("half a step goes away from zero")
        << qint64(-15) << qint64(10) << qint64(0) << true << qint64(-20);
}

void TotalsTest::onlyWhatIsPaidInCashIsRounded()
{
    QFETCH(qint64, total);
    QFETCH(qint64, step);
    QFETCH(qint64, byCard);
    QFETCH(bool, cash);
    QFETCH(qint64, due);

    Cart cart = cartOf({});
    cart.cashStep = step;
    if (byCard != 0)
        cart.tenders.append({{{byCard, euro}, {}, TenderKind::Card}, {0, euro}, 0});
    if (cash)
        cart.tenders.append({{{0, euro}, {}, TenderKind::Cash}, {0, euro}, 0});
    const Money all{total, euro};
    QCOMPARE((all + cashRoundingOf(cart, all)).minor, due);
}

void TotalsTest::anAmountThatIsTooLargeIsRefused()
{
    const CartLine dear = sold(1'000'000'000'000'000, 10'000'000, 2000);
    const auto line = totalsOf(cartOf({sold(1'000'000'000'000'000, 1'000'000'000'000, 2000)}));
    QVERIFY(!line);
    QVERIFY(line.error().is(MoneyError::Overflow));

    QVERIFY(totalsOf(cartOf({dear})));
    for (const int lines : {2, 20'000}) {
        const auto sum = totalsOf(cartOf(QList<CartLine>(lines, dear)));
        QVERIFY(!sum);
        QVERIFY(sum.error().is(MoneyError::Overflow));
    }
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::TotalsTest)
#include "totals_test.moc"
