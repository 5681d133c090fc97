// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/typed_day.h"
#include "services/cart/cart.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace kontor {

//! Days as people type them.
class TypedDayTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDayIsUnderstood_data();
    void aDayIsUnderstood();
    void whatIsNoDayIsRefused_data();
    void whatIsNoDayIsRefused();

private:
    const QDate m_today{2026, 11, 27};
};

void TypedDayTest::aDayIsUnderstood_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("day");
    QTest::newRow("nothing") << u"en_GB"_s << u"  "_s << QDate();
    QTest::newRow("today") << u"de_DE"_s << u"27.11."_s << QDate(2026, 11, 27);
    QTest::newRow("this year") << u"de_DE"_s << u"24.12."_s << QDate(2026, 12, 24);
    QTest::newRow("the next year") << u"de_DE"_s << u"3.1."_s << QDate(2027, 1, 3);
    QTest::newRow("a leap day") << u"de_DE"_s << u"29.2."_s << QDate(2028, 2, 29);
    QTest::newRow("a past day") << u"de_DE"_s << u"3.1.2026"_s << QDate(2026, 1, 3);
    QTest::newRow("two digits of the year") << u"en_GB"_s << u"24/12/27"_s << QDate(2027, 12, 24);
    QTest::newRow("the month first") << u"en_US"_s << u"12/24"_s << QDate(2026, 12, 24);
    QTest::newRow("the month first, and a year")
        << u"en_US"_s << u"1/3/2027"_s << QDate(2027, 1, 3);
    QTest::newRow("the year first") << u"en_US"_s << u"2027-01-03"_s << QDate(2027, 1, 3);
    QTest::newRow("some days ahead") << u"en_GB"_s << u"+5"_s << QDate(2026, 12, 2);
}

void TypedDayTest::aDayIsUnderstood()
{
    QFETCH(QString, locale);
    QFETCH(QString, text);
    QFETCH(QDate, day);
    const auto typed = typedDay(text, m_today, QLocale(locale));
    QVERIFY(typed);
    QCOMPARE(*typed, day);
}

void TypedDayTest::whatIsNoDayIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"soon", "31/11", "24/13", "24", "1/2/3/4", "+", "+x", "0/1", "99999/1"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TypedDayTest::whatIsNoDayIsRefused()
{
    QFETCH(QString, text);
    const auto typed = typedDay(text, m_today, QLocale(u"en_GB"_s));
    QVERIFY(!typed && typed.error().is(CartError::BadDate));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::TypedDayTest)
#include "typed_day_test.moc"
