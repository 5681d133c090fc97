// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/decimal.h"
#include "tests/core/error_text.h"

#include <QtTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace kontor;

class DecimalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void amountsAreReadExactly_data();
    void amountsAreReadExactly();
    void aKnownMarkDecidesWhatIsAmbiguous_data();
    void aKnownMarkDecidesWhatIsAmbiguous();
    void whatIsNotCertainIsRefused_data();
    void whatIsNotCertainIsRefused();
    void aTextProvesItsMark_data();
    void aTextProvesItsMark();
    void scalingNeitherRoundsNorOverflows();
    void everyAmountComesBackFromEveryWriting();
};

void DecimalTest::amountsAreReadExactly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("value");
    QTest::addColumn<int>("digits");

    const auto row = [](const QString &text, qint64 value, int digits) {
        QTest::newRow(qPrintable(text)) << text << value << digits;
    };
    row(u"0"_s, 0, 0);
    row(u"5"_s, 5, 0);
    row(u"1234"_s, 1234, 0);
    row(u"1234.5"_s, 12345, 1);
    row(u"1234.56"_s, 123456, 2);
    row(u"1234,56"_s, 123456, 2);
    row(u"1.234,56"_s, 123456, 2);
    row(u"1,234.56"_s, 123456, 2);
    row(u"1 234,56"_s, 123456, 2);
    row(u"1\u00A0234,56"_s, 123456, 2);
    row(u"1\u202F234\u202F567,8"_s, 12345678, 1);
    row(u"1'234.50"_s, 123450, 2);
    row(u"1 234"_s, 1234, 0);
    row(u"1,234,567"_s, 1234567, 0);
    row(u"1.234.567,8"_s, 12345678, 1);
    row(u"0.125"_s, 125, 3);
    row(u"0,125"_s, 125, 3);
    row(u"1234,567"_s, 1234567, 3);
    row(u"1 234.567"_s, 1234567, 3);
    row(u".5"_s, 5, 1);
    row(u" 12.50 "_s, 1250, 2);
    row(u"1.50000"_s, 1500, 3);
    row(u"007"_s, 7, 0);
    row(u"-5"_s, -5, 0);
    row(u"\u22125,5"_s, -55, 1);
    row(u"+5"_s, 5, 0);
    row(u"(12.50)"_s, -1250, 2);
    row(u"€ 12,50"_s, 1250, 2);
    row(u"12,50 €"_s, 1250, 2);
    row(u"£12.50"_s, 1250, 2);
    row(u"$-12.50"_s, -1250, 2);
    row(u"-$12.50"_s, -1250, 2);
    row(u"$(12.50)"_s, -1250, 2);
    row(u"(€12.50)"_s, -1250, 2);
    row(u"EUR 12.50"_s, 1250, 2);
    row(u"12.50EUR"_s, 1250, 2);
    row(u"9223372036854775807"_s, std::numeric_limits<qint64>::max(), 0);
    row(u"-9223372036854775.807"_s, -std::numeric_limits<qint64>::max(), 3);
}

void DecimalTest::amountsAreReadExactly()
{
    QFETCH(QString, text);
    QFETCH(qint64, value);
    QFETCH(int, digits);
    const auto read = parseDecimal(text, 3);
    QVERIFY2(read, errorText(read).constData());
    QCOMPARE(read->value, value);
    QCOMPARE(read->digits, digits);
}

void DecimalTest::aKnownMarkDecidesWhatIsAmbiguous_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<DecimalMark>("mark");
    QTest::addColumn<qint64>("thousandths");

    QTest::newRow("1.000 with point") << u"1.000"_s << DecimalMark::Point << 1'000LL;
    QTest::newRow("1.000 with comma") << u"1.000"_s << DecimalMark::Comma << 1'000'000LL;
    QTest::newRow("1,234 with point") << u"1,234"_s << DecimalMark::Point << 1'234'000LL;
    QTest::newRow("1,234 with comma") << u"1,234"_s << DecimalMark::Comma << 1'234LL;
    QTest::newRow("certain anyway") << u"12,50"_s << DecimalMark::Point << 12'500LL;
    QTest::newRow("no group begins with 0") << u"0,125"_s << DecimalMark::Point << 125LL;
}

void DecimalTest::aKnownMarkDecidesWhatIsAmbiguous()
{
    QFETCH(QString, text);
    QFETCH(DecimalMark, mark);
    QFETCH(qint64, thousandths);
    const auto read = parseDecimal(text, 3, mark);
    QVERIFY2(read, errorText(read).constData());
    QCOMPARE(read->scaledTo(3), thousandths);
}

void DecimalTest::whatIsNotCertainIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<DecimalError>("error");

    const auto row = [](const QString &text, DecimalError error) {
        QTest::newRow(qPrintable(text.first(qMin<qsizetype>(text.size(), 30)))) << text << error;
    };
    row(u""_s, DecimalError::Empty);
    row(u" \u00A0"_s, DecimalError::Empty);
    row(u"1.000"_s, DecimalError::Ambiguous);
    row(u"1,234"_s, DecimalError::Ambiguous);
    row(u"-€ 999,999"_s, DecimalError::Ambiguous);
    row(u"1.005,5001"_s, DecimalError::TooPrecise);
    row(u"0.0001"_s, DecimalError::TooPrecise);
    row(u"9223372036854775808"_s, DecimalError::Overflow);
    row(u"922337203685477580.8001"_s, DecimalError::TooPrecise);
    row(QString(1'000'000, u'9'), DecimalError::Overflow);
    for (const QString &text :
         {u"abc"_s,         u"-"_s,    u"."_s,     u"€"_s,        u"()"_s,         u"1e3"_s,
          u"1E+12"_s,       u"0x10"_s, u"1.2.3"_s, u"1,23,456"_s, u"1,2345,678"_s, u"1.234.56"_s,
          u"12."_s,         u"1..2"_s, u"1 2"_s,   u"1  234"_s,   u"--5"_s,        u"-(5)"_s,
          u"(-5)"_s,        u"(5"_s,   u"5)"_s,    u"€5€"_s,      u"5 pcs"_s,      u"1,234.567.8"_s,
          u"1.234 567,8"_s, u"nan"_s,  u"inf"_s,   u"٣"_s,        u"1234.567,8"_s, u"5%"_s,
          u"1/2"_s,         u"USD"_s,  u"12-5"_s})
        row(text, DecimalError::NotANumber);
}

void DecimalTest::whatIsNotCertainIsRefused()
{
    QFETCH(QString, text);
    QFETCH(DecimalError, error);
    const auto read = parseDecimal(text, 3);
    QVERIFY(!read);
    QVERIFY2(read.error().is(error), errorText(read).constData());
    QVERIFY(read.error().text().size() < 200);
}

void DecimalTest::aTextProvesItsMark_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<DecimalMark>("mark");

    QTest::newRow("point") << u"12.50"_s << DecimalMark::Point;
    QTest::newRow("comma") << u"1.234,5 €"_s << DecimalMark::Comma;
    QTest::newRow("two groups of points") << u"1.234.567"_s << DecimalMark::Comma;
    QTest::newRow("two groups of commas") << u"1,234,567"_s << DecimalMark::Point;
    QTest::newRow("ambiguous") << u"1.000"_s << DecimalMark::Unknown;
    QTest::newRow("whole") << u"1000"_s << DecimalMark::Unknown;
    QTest::newRow("no number") << u"x,5"_s << DecimalMark::Unknown;
}

void DecimalTest::aTextProvesItsMark()
{
    QFETCH(QString, text);
    QFETCH(DecimalMark, mark);
    QCOMPARE(decimalMarkOf(text), mark);
}

void DecimalTest::scalingNeitherRoundsNorOverflows()
{
    QCOMPARE((ScaledDecimal{15, 1}.scaledTo(2)), std::optional<qint64>(150));
    QCOMPARE((ScaledDecimal{15, 1}.scaledTo(1)), std::optional<qint64>(15));
    QVERIFY(!(ScaledDecimal{15, 1}.scaledTo(0)));
    QVERIFY(!(ScaledDecimal{std::numeric_limits<qint64>::max() / 5, 0}.scaledTo(1)));
    QVERIFY(!(ScaledDecimal{-std::numeric_limits<qint64>::max() / 5, 0}.scaledTo(1)));
}

void DecimalTest::everyAmountComesBackFromEveryWriting()
{
    for (qint64 cents = 0; cents < 3'000'000; cents += 997) {
        const QString whole = QString::number(cents / 100);
        const QString fraction = QString::number(cents % 100).rightJustified(2, u'0');
        for (const QChar mark : {u'.', u','}) {
            const QChar group = mark == u'.' ? u',' : u'.';
            QString grouped = whole;
            for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
                grouped.insert(at, group);
            for (const QString &body : {whole, grouped}) {
                const auto read = parseDecimal(u"-"_s + body + mark + fraction, 2);
                QVERIFY2(read, qPrintable(body));
                QCOMPARE(read->scaledTo(2), std::optional<qint64>(-cents));
            }
        }
    }
}

QTEST_GUILESS_MAIN(DecimalTest)
#include "decimal_test.moc"
