// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cart/cart_lines.h"
#include "tests/core/error_text.h"

#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>
#include <map>

namespace kontor {

namespace {

constexpr int randomCarts = 50'000;

Discount randomDiscount(QRandomGenerator &random)
{
    Discount discount;
    if (random.bounded(3) == 0)
        discount.percentBasisPoints = random.bounded(10'001);
    if (random.bounded(3) == 0)
        discount.amountMinor = random.bounded(2'000);
    return discount;
}

CartLine randomLine(QRandomGenerator &random)
{
    constexpr int rates[] = {0, 500, 700, 770, 1900, 2000, 2550};
    const int rate = rates[random.bounded(int(std::size(rates)))];
    const qint64 micros = random.bounded(2) == 0 ? qint64(random.bounded(20'000)) * 10'000
                                                 : qint64(random.bounded(50'000'000));
    const qint64 thousandths =
        random.bounded(3) == 0 ? random.bounded(1, 5'000) : random.bounded(1, 10) * 1'000;
    switch (random.bounded(6)) {
    case 0: {
        CartLine line = sold(micros, -thousandths, rate);
        line.disposition = Disposition::Restock;
        return line;
    }
    case 1: {
        const qint64 gross = random.bounded(10'000);
        return returnedByReceipt(micros / 10'000, rate, gross,
                                 includedTax({gross, euro}, {rate}).minor);
    }
    default:
        return sold(micros, thousandths, rate, randomDiscount(random));
    }
}

Cart randomCart(QRandomGenerator &random)
{
    QList<CartLine> lines;
    const int count = random.bounded(1, 9);
    for (int i = 0; i < count; ++i)
        lines.append(randomLine(random));
    return cartOf(lines, random.bounded(2) == 0, randomDiscount(random));
}

Money takenOff(const Money &amount, const Discount &discount)
{
    const qint64 percent =
        divideRounded(Int128(amount.minor) * discount.percentBasisPoints, 10'000);
    return {std::min(amount.minor, percent + discount.amountMinor), amount.currency};
}

} // namespace

//! What holds for every cart, tried on many random ones.
class TotalsLawsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sumsOverLinesAndRatesAreTheTotal();
    void discountsAreTakenOffOnceAndNeverTooMuch();
    void theTaxOfARateIsComputedOnce();
    void returningEverythingIsTheNegativeOfTheSale();
};

void TotalsLawsTest::sumsOverLinesAndRatesAreTheTotal()
{
    QRandomGenerator random(1);
    for (int i = 0; i < randomCarts; ++i) {
        const Cart cart = randomCart(random);
        const auto totals = totalsOf(cart);
        QVERIFY2(totals, errorText(totals));
        QCOMPARE(totals->lines.size(), cart.lines.size());
        Money total{0, euro};
        std::map<TaxRate, std::pair<Money, Money>> rates;
        for (const OrderedLine &line : totals->lines) {
            total += line.gross;
            auto &rate =
                rates.try_emplace(line.taxRate, Money{0, euro}, Money{0, euro}).first->second;
            rate.first += line.gross;
            rate.second += line.tax;
        }
        QCOMPARE(totals->total, total);
        QCOMPARE(totals->taxes.size(), qsizetype(rates.size()));
        auto tax = totals->taxes.cbegin();
        for (const auto &[rate, sums] : rates)
            QCOMPARE(*tax++, (TaxTotal{sums.first, rate, sums.second}));
    }
}

void TotalsLawsTest::discountsAreTakenOffOnceAndNeverTooMuch()
{
    QRandomGenerator random(2);
    for (int i = 0; i < randomCarts; ++i) {
        const Cart cart = randomCart(random);
        const auto totals = totalsOf(cart);
        QVERIFY2(totals, errorText(totals));
        Money left{0, euro};
        Money off{0, euro};
        Money told{0, euro};
        for (qsizetype n = 0; n < cart.lines.size(); ++n) {
            const CartLine &line = cart.lines[n];
            const OrderedLine &ordered = totals->lines[n];
            const Money base = *lineTotal(line.unitPrice, line.quantity);
            const Money quoted = cart.taxIncluded ? ordered.gross : ordered.gross - ordered.tax;
            QCOMPARE(quoted, base - ordered.discount);
            QVERIFY(ordered.tax.abs() <= ordered.gross.abs());
            if (line.quantity.isNegative()) {
                QVERIFY(ordered.gross.minor <= 0 && ordered.tax.minor <= 0);
                continue;
            }
            QVERIFY(ordered.gross.minor >= 0 && ordered.tax.minor >= 0);
            QVERIFY(ordered.discount.minor >= 0);
            off += takenOff(base, line.discount);
            left += base - takenOff(base, line.discount);
            told += ordered.discount;
        }
        QCOMPARE(told, off + takenOff(left, cart.discount));
    }
}

void TotalsLawsTest::theTaxOfARateIsComputedOnce()
{
    QRandomGenerator random(3);
    for (int i = 0; i < randomCarts; ++i) {
        Cart cart = randomCart(random);
        cart.lines.removeIf([](const CartLine &line) { return line.quantity.isNegative(); });
        const auto totals = totalsOf(cart);
        QVERIFY2(totals, errorText(totals));
        for (const TaxTotal &tax : totals->taxes)
            QCOMPARE(tax.tax, cart.taxIncluded ? includedTax(tax.gross, tax.rate)
                                               : addedTax(tax.gross - tax.tax, tax.rate));
    }
}

void TotalsLawsTest::returningEverythingIsTheNegativeOfTheSale()
{
    QRandomGenerator random(4);
    for (int i = 0; i < randomCarts; ++i) {
        Cart sale = randomCart(random);
        sale.lines.removeIf([](const CartLine &line) { return line.quantity.isNegative(); });
        const bool byReceipt = random.bounded(2) == 0;
        if (!byReceipt) {
            sale.discount = {};
            for (CartLine &line : sale.lines)
                line.discount = {};
        }
        const auto before = totalsOf(sale);
        QVERIFY2(before, errorText(before));

        Cart back = sale;
        for (qsizetype n = 0; n < back.lines.size(); ++n) {
            CartLine &line = back.lines[n];
            line.quantity = -line.quantity;
            line.disposition = Disposition::Restock;
            line.discount = {};
            if (!byReceipt)
                continue;
            line.originalOrder = OrderId::named({1}, "sale");
            line.originalLine = line.line;
            line.returnedGross = before->lines[n].gross;
            line.returnedTax = before->lines[n].tax;
        }
        const auto after = totalsOf(back);
        QVERIFY2(after, errorText(after));
        QCOMPARE(after->total, -before->total);
        for (qsizetype n = 0; n < back.lines.size(); ++n) {
            QCOMPARE(after->lines[n].gross, -before->lines[n].gross);
            QCOMPARE(after->lines[n].tax, -before->lines[n].tax);
            QCOMPARE(after->lines[n].discount, -before->lines[n].discount);
        }
    }
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::TotalsLawsTest)
#include "totals_laws_test.moc"
