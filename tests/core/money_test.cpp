// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/money.h"
#include "tests/core/error_text.h"

#include <QtTest>

#include <limits>
#include <numeric>
#include <random>

using namespace Qt::StringLiterals;
using namespace kontor;

class MoneyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCurrencyHasItsMinorUnit_data();
    void everyCurrencyHasItsMinorUnit();
    void onlyActiveCodesAreCurrencies_data();
    void onlyActiveCodesAreCurrencies();
    void amountsAddUpOrSayWhyNot();
    void amountsAreWrittenWithTheirDecimals_data();
    void amountsAreWrittenWithTheirDecimals();
    void unitPricesAreWrittenAsFineAsTheyAre_data();
    void unitPricesAreWrittenAsFineAsTheyAre();
    void divisionRoundsHalfAwayFromZero_data();
    void divisionRoundsHalfAwayFromZero();
    void aLineIsRoundedOnce_data();
    void aLineIsRoundedOnce();
    void aReturnedLineIsTheMirrorOfTheSale();
    void aLineThatIsTooLargeIsAnError();
    void taxIsGoldenToTheMinorUnit_data();
    void taxIsGoldenToTheMinorUnit();
    void taxOfARefundIsTheMirrorOfTheSale();
    void taxOnTopIsRoundedOnce_data();
    void taxOnTopIsRoundedOnce();
    void allocationIsGolden_data();
    void allocationIsGolden();
    void allocationKeepsItsLaws();
    void cashIsRoundedToTheSmallestCoin_data();
    void cashIsRoundedToTheSmallestCoin();
};

namespace {

const Currency eur("EUR");

QList<qint64> minors(const QList<Money> &parts)
{
    QList<qint64> numbers;
    for (const Money &part : parts)
        numbers.append(part.minor);
    return numbers;
}

} // namespace

void MoneyTest::everyCurrencyHasItsMinorUnit_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("digits");
    const auto rows = [](const QString &codes, int digits) {
        const auto list = codes.split(u' ');
        for (const QString &code : list)
            QTest::newRow(qPrintable(code)) << code << digits;
    };
    rows(u"BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"_s, 0);
    rows(u"EUR USD GBP CHF CZK HUF MGA MRU TRY XCG ZWG"_s, 2);
    rows(u"BHD IQD JOD KWD LYD OMR TND"_s, 3);
    rows(u"CLF UYW"_s, 4);
}

void MoneyTest::everyCurrencyHasItsMinorUnit()
{
    QFETCH(QString, code);
    QFETCH(int, digits);
    const auto currency = Currency::fromCode(code);
    QVERIFY2(currency, errorText(currency));
    QCOMPARE(currency->exponent(), digits);
    QCOMPARE(currency->code(), code);
}

void MoneyTest::onlyActiveCodesAreCurrencies_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("given up for the euro") << u"DEM"_s;
    QTest::newRow("a metal") << u"XAU"_s;
    QTest::newRow("for tests") << u"XTS"_s;
    QTest::newRow("small letters") << u"eur"_s;
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("too long") << u"EURO"_s;
    QTest::newRow("letters of the list that are no code") << u"BIF "_s;
    QTest::newRow("across two codes of the list") << u"F C"_s;
    QTest::newRow("another alphabet") << u"ЕUR"_s;
}

void MoneyTest::onlyActiveCodesAreCurrencies()
{
    QFETCH(QString, code);
    const auto currency = Currency::fromCode(code);
    QVERIFY(!currency);
    QVERIFY(currency.error().is(MoneyError::UnknownCurrency));
}

void MoneyTest::amountsAddUpOrSayWhyNot()
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    const Money sum = Money{250, eur} + Money{-75, eur};
    QCOMPARE(sum.minor, 175);
    QCOMPARE((-sum).minor, -175);
    QCOMPARE((-sum).abs().minor, 175);
    QVERIFY((Money{1, eur} < Money{2, eur}));

    QVERIFY(checkedAdd({most, eur}, {1, eur}).error().is(MoneyError::Overflow));
    QVERIFY(checkedAdd({-most, eur}, {-2, eur}).error().is(MoneyError::Overflow));
    QVERIFY(checkedAdd({1, eur}, {1, Currency("USD")}).error().is(MoneyError::MixedCurrencies));
    QCOMPARE(checkedAdd({most, eur}, {-1, eur})->minor, most - 1);
    QVERIFY(checkedMultiply({most / 2, eur}, 3).error().is(MoneyError::Overflow));
    QVERIFY(checkedMultiply({-most / 2, eur}, 3).error().is(MoneyError::Overflow));
    QCOMPARE(checkedMultiply({199, eur}, -3)->minor, -597);
}

void MoneyTest::amountsAreWrittenWithTheirDecimals_data()
{
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    QTest::newRow("two digits") << qint64(-123450) << u"EUR"_s << u"-1234.50"_s;
    QTest::newRow("less than one") << qint64(5) << u"EUR"_s << u"0.05"_s;
    QTest::newRow("nothing") << qint64(0) << u"EUR"_s << u"0.00"_s;
    QTest::newRow("minus a cent") << qint64(-1) << u"EUR"_s << u"-0.01"_s;
    QTest::newRow("no digits") << qint64(1200) << u"JPY"_s << u"1200"_s;
    QTest::newRow("three digits") << qint64(1) << u"KWD"_s << u"0.001"_s;
    QTest::newRow("the least there is")
        << std::numeric_limits<qint64>::min() << u"EUR"_s << u"-92233720368547758.08"_s;
}

void MoneyTest::amountsAreWrittenWithTheirDecimals()
{
    QFETCH(qint64, minor);
    QFETCH(QString, code);
    QTEST((Money{minor, *Currency::fromCode(code)}.toPlainString()), "text");
}

void MoneyTest::unitPricesAreWrittenAsFineAsTheyAre_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole cents") << qint64(2'550'000) << u"EUR"_s << u"2.55"_s;
    QTest::newRow("tenths of a cent") << qint64(125'000) << u"EUR"_s << u"0.125"_s;
    QTest::newRow("whole") << qint64(3'000'000) << u"EUR"_s << u"3.00"_s;
    QTest::newRow("yen") << qint64(3'000'000) << u"JPY"_s << u"3"_s;
    QTest::newRow("finer than a yen") << qint64(3'400'000) << u"JPY"_s << u"3.4"_s;
    QTest::newRow("dinar") << qint64(-1'500'000) << u"KWD"_s << u"-1.500"_s;
}

void MoneyTest::unitPricesAreWrittenAsFineAsTheyAre()
{
    QFETCH(qint64, micros);
    QFETCH(QString, code);
    QTEST((UnitPrice{micros, *Currency::fromCode(code)}.toPlainString()), "text");
}

void MoneyTest::divisionRoundsHalfAwayFromZero_data()
{
    QTest::addColumn<qint64>("numerator");
    QTest::addColumn<qint64>("denominator");
    QTest::addColumn<qint64>("rounded");
    const auto row = [](qint64 numerator, qint64 denominator, qint64 rounded) {
        QTest::addRow("%lld/%lld", numerator, denominator) << numerator << denominator << rounded;
        if (numerator != 0)
            QTest::addRow("-%lld/%lld", numerator, denominator)
                << -numerator << denominator << -rounded;
    };
    row(0, 7, 0);
    row(1, 2, 1);
    row(3, 2, 2);
    row(5, 2, 3);
    row(1, 3, 0);
    row(2, 3, 1);
    row(3, 7, 0);
    row(4, 7, 1);
    row(49, 100, 0);
    row(50, 100, 1);
    row(149, 100, 1);
    row(150, 100, 2);
    row(std::numeric_limits<qint64>::max(), 1, std::numeric_limits<qint64>::max());
}

void MoneyTest::divisionRoundsHalfAwayFromZero()
{
    QFETCH(qint64, numerator);
    QFETCH(qint64, denominator);
    QTEST(divideRounded(numerator, denominator), "rounded");
}

void MoneyTest::aLineIsRoundedOnce_data()
{
    QTest::addColumn<qint64>("micros");
    QTest::addColumn<QString>("code");
    QTest::addColumn<qint64>("thousandths");
    QTest::addColumn<qint64>("total");
    QTest::newRow("three pieces") << qint64(2'550'000) << u"EUR"_s << qint64(3000) << qint64(765);
    QTest::newRow("on the scale, half up")
        << qint64(19'900'000) << u"EUR"_s << qint64(250) << qint64(498); // 4.975
    QTest::newRow("just under the half")
        << qint64(19'899'999) << u"EUR"_s << qint64(250) << qint64(497);
    QTest::newRow("a price finer than a cent")
        << qint64(125'000) << u"EUR"_s << qint64(1000) << qint64(13); // 0.125
    QTest::newRow("many of them, rounded after multiplying")
        << qint64(125'000) << u"EUR"_s << qint64(8000) << qint64(100);
    QTest::newRow("yen") << qint64(100'500'000) << u"JPY"_s << qint64(1000) << qint64(101);
    QTest::newRow("dinar") << qint64(1'234'500) << u"KWD"_s << qint64(1000) << qint64(1235);
    QTest::newRow("unidad de fomento") << qint64(100) << u"CLF"_s << qint64(1000) << qint64(1);
    QTest::newRow("nothing") << qint64(0) << u"EUR"_s << qint64(1000) << qint64(0);
    QTest::newRow("more than a product of 64 bits holds")
        << qint64(5'000'000'000'000'000) << u"EUR"_s << qint64(1'000'000)
        << qint64(500'000'000'000'000);
}

void MoneyTest::aLineIsRoundedOnce()
{
    QFETCH(qint64, micros);
    QFETCH(QString, code);
    QFETCH(qint64, thousandths);
    QFETCH(qint64, total);
    const auto line = lineTotal({micros, *Currency::fromCode(code)}, {thousandths});
    QVERIFY2(line, errorText(line));
    QCOMPARE(line->minor, total);
    QCOMPARE(line->currency.code(), code);
}

void MoneyTest::aReturnedLineIsTheMirrorOfTheSale()
{
    std::mt19937_64 random(7);
    for (int i = 0; i < 10'000; ++i) {
        const UnitPrice price{qint64(random() % 1'000'000'000), eur};
        const Quantity quantity{qint64(random() % 100'000)};
        const auto sold = lineTotal(price, quantity);
        const auto returned = lineTotal(price, -quantity);
        QVERIFY(sold && returned);
        QCOMPARE(returned->minor, -sold->minor);
    }
}

void MoneyTest::aLineThatIsTooLargeIsAnError()
{
    const UnitPrice price{std::numeric_limits<qint64>::max(), eur};
    QVERIFY(
        lineTotal(price, {std::numeric_limits<qint64>::max()}).error().is(MoneyError::Overflow));
    QVERIFY(
        lineTotal(price, {std::numeric_limits<qint64>::min()}).error().is(MoneyError::Overflow));
    // Exactly the bound is allowed, one more is not.
    const UnitPrice bound{Money::maxMinor / 1000 * (UnitPrice::scale / 100), eur};
    QCOMPARE(lineTotal(bound, Quantity::pieces(1000))->minor, Money::maxMinor);
    QVERIFY(!lineTotal(bound, {1'000'001}));
}

void MoneyTest::taxIsGoldenToTheMinorUnit_data()
{
    QTest::addColumn<qint64>("gross");
    QTest::addColumn<int>("basisPoints");
    QTest::addColumn<qint64>("tax");
    QTest::newRow("9.99 at 20 %: half to even would give 1.66")
        << qint64(999) << 2000 << qint64(167);
    QTest::newRow("0.03 at 20 %: half to even would give 0.00") << qint64(3) << 2000 << qint64(1);
    QTest::newRow("19.99 at 19 %") << qint64(1999) << 1900 << qint64(319);
    QTest::newRow("1.05 at 5 %") << qint64(105) << 500 << qint64(5);
    QTest::newRow("1.00 at 7 %") << qint64(100) << 700 << qint64(7);
    QTest::newRow("no tax") << qint64(100) << 0 << qint64(0);
    QTest::newRow("the most that is accepted")
        << Money::maxMinor << 2000 << qint64(166'666'666'666'667);
}

void MoneyTest::taxIsGoldenToTheMinorUnit()
{
    QFETCH(qint64, gross);
    QFETCH(int, basisPoints);
    QTEST(includedTax({gross, eur}, {basisPoints}).minor, "tax");
}

void MoneyTest::taxOfARefundIsTheMirrorOfTheSale()
{
    for (qint64 gross = 0; gross < 20'000; ++gross) {
        for (const int basisPoints : {500, 700, 770, 1900, 2000, 2500}) {
            const qint64 tax = includedTax({gross, eur}, {basisPoints}).minor;
            QCOMPARE(includedTax({-gross, eur}, {basisPoints}).minor, -tax);
            QCOMPARE(addedTax({-gross, eur}, {basisPoints}).minor,
                     -addedTax({gross, eur}, {basisPoints}).minor);
        }
    }
}

void MoneyTest::taxOnTopIsRoundedOnce_data()
{
    QTest::addColumn<qint64>("net");
    QTest::addColumn<int>("basisPoints");
    QTest::addColumn<qint64>("tax");
    QTest::newRow("10.00 at 7.7 %") << qint64(1000) << 770 << qint64(77);
    QTest::newRow("0.50 at 5 %: half goes up") << qint64(50) << 500 << qint64(3);
    QTest::newRow("0.49 at 5 %") << qint64(49) << 500 << qint64(2);
    QTest::newRow("8.25 % of 19.99") << qint64(1999) << 825 << qint64(165);
}

void MoneyTest::taxOnTopIsRoundedOnce()
{
    QFETCH(qint64, net);
    QFETCH(int, basisPoints);
    QTEST(addedTax({net, eur}, {basisPoints}).minor, "tax");
}

void MoneyTest::allocationIsGolden_data()
{
    using Numbers = QList<qint64>;
    QTest::addColumn<qint64>("total");
    QTest::addColumn<QList<qint64>>("weights");
    QTest::addColumn<QList<qint64>>("parts");
    QTest::newRow("ties go to the earlier") << qint64(10) << Numbers{1, 1, 1} << Numbers{4, 3, 3};
    QTest::newRow("exact") << qint64(1000) << Numbers{333, 333, 334} << Numbers{333, 333, 334};
    QTest::newRow("5 over 70 and 30") << qint64(5) << Numbers{70, 30} << Numbers{4, 1};
    QTest::newRow("5 over 30 and 70") << qint64(5) << Numbers{30, 70} << Numbers{2, 3};
    QTest::newRow("the largest remainder, not the first")
        << qint64(100) << Numbers{333, 334, 333} << Numbers{33, 34, 33};
    QTest::newRow("the remainder is late") << qint64(3) << Numbers{10, 10, 40} << Numbers{1, 0, 2};
    QTest::newRow("negative mirrors") << qint64(-10) << Numbers{1, 1, 1} << Numbers{-4, -3, -3};
    QTest::newRow("zero weights get nothing")
        << qint64(7) << Numbers{0, 1, 0, 1} << Numbers{0, 4, 0, 3};
    QTest::newRow("all weights zero") << qint64(7) << Numbers{0, 0} << Numbers{7, 0};
    QTest::newRow("one part") << qint64(7) << Numbers{3} << Numbers{7};
    QTest::newRow("less than parts") << qint64(1) << Numbers{1, 1, 1} << Numbers{1, 0, 0};
}

void MoneyTest::allocationIsGolden()
{
    QFETCH(qint64, total);
    QFETCH(QList<qint64>, weights);
    QTEST(minors(allocate({total, eur}, weights)), "parts");
}

void MoneyTest::allocationKeepsItsLaws()
{
    std::mt19937_64 random(20'240'611);
    for (int i = 0; i < 200'000; ++i) {
        const int shift = int(random() % 44);
        const Money total{qint64(random() % (Money::maxMinor >> shift)) * (random() % 2 ? 1 : -1),
                          eur};
        QList<qint64> weights(qsizetype(1 + random() % 12));
        for (qint64 &weight : weights)
            weight =
                random() % 5 == 0 ? 0 : qint64(random() % (Money::maxMinor >> (random() % 44)));
        const auto parts = allocate(total, weights);

        const auto add = [](Int128 sum, const Money &part) { return sum + part.minor; };
        QVERIFY(std::accumulate(parts.begin(), parts.end(), Int128(0), add) == total.minor);
        const Int128 sum = std::accumulate(weights.begin(), weights.end(), Int128(0));
        for (qsizetype p = 0; sum > 0 && p < parts.size(); ++p) {
            // |part − total × weight / sum| < 1
            const Int128 off = Int128(parts[p].minor) * sum - Int128(total.minor) * weights[p];
            QVERIFY(off < sum && -off < sum);
            QVERIFY(weights[p] != 0 || parts[p].minor == 0);
        }
        const auto mirrored = allocate(-total, weights);
        for (qsizetype p = 0; p < parts.size(); ++p)
            QCOMPARE(mirrored[p].minor, -parts[p].minor);
    }
}

void MoneyTest::cashIsRoundedToTheSmallestCoin_data()
{
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<qint64>("step");
    QTest::addColumn<qint64>("payable");
    const auto row = [](qint64 minor, qint64 step, qint64 payable) {
        QTest::addRow("%lld by %lld", minor, step) << minor << step << payable;
    };
    for (const auto &[minor, payable] :
         std::initializer_list<std::pair<qint64, qint64>>{{0, 0},
                                                          {1, 0},
                                                          {2, 0},
                                                          {3, 5},
                                                          {4, 5},
                                                          {5, 5},
                                                          {6, 5},
                                                          {7, 5},
                                                          {8, 10},
                                                          {9, 10},
                                                          {492, 490},
                                                          {1923, 1925},
                                                          {-492, -490}})
        row(minor, 5, payable);
    row(15, 10, 20);
    row(-15, 10, -20);
    row(14, 10, 10);
    row(50, 100, 100);
    row(49, 100, 0);
    row(1234, 1, 1234);
}

void MoneyTest::cashIsRoundedToTheSmallestCoin()
{
    QFETCH(qint64, minor);
    QFETCH(qint64, step);
    QTEST(roundedToCash({minor, eur}, step).minor, "payable");
}

QTEST_APPLESS_MAIN(MoneyTest)
#include "money_test.moc"
