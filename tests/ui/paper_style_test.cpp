// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/number_slip.h"

#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

//! How papers speak in each country; beside the window, since its library holds the translations.
class PaperStyleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCountrySpeaks_data();
    void theCountrySpeaks();
    void withoutACountryTheProgramsLocaleSpeaks();
    void marksSpeakAsTheirPaper();
};

void PaperStyleTest::theCountrySpeaks_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QLocale::Language>("wanted");
    QTest::addColumn<QString>("total");
    QTest::addColumn<QString>("locale");
    const QString german = u"Summe %1"_s;
    const QString english = u"Total %1"_s;
    QTest::newRow("Austria") << u"AT"_s << QLocale::AnyLanguage << german << u"de_AT"_s;
    QTest::newRow("Switzerland") << u"CH"_s << QLocale::AnyLanguage << german << u"de_CH"_s;
    // The first that Qt names for these are Cornish and Cherokee.
    QTest::newRow("Britain") << u"GB"_s << QLocale::AnyLanguage << english << u"en_GB"_s;
    QTest::newRow("America") << u"US"_s << QLocale::AnyLanguage << english << u"en_US"_s;
    QTest::newRow("France, not translated")
        << u"FR"_s << QLocale::AnyLanguage << english << u"fr_FR"_s;
    QTest::newRow("English in Austria") << u"AT"_s << QLocale::English << english << u"en_AT"_s;
    QTest::newRow("German in France") << u"FR"_s << QLocale::German << german << u"fr_FR"_s;
    QTest::newRow("Klingon") << u"DE"_s << QLocale::Language(9999) << english << u"en_DE"_s;
}

void PaperStyleTest::theCountrySpeaks()
{
    QFETCH(QString, country);
    QFETCH(QLocale::Language, wanted);
    const PaperStyle style = PaperStyle::of(wanted, country);
    QTEST(style.say("kontor::ReceiptBuilder", "Total %1"), "total");
    QTEST(style.locale.name(), "locale");
}

void PaperStyleTest::withoutACountryTheProgramsLocaleSpeaks()
{
    QLocale::setDefault(QLocale(u"de_DE"_s));
    for (const QString &unknown : {QString(), u"ZZ"_s, u"nonsense"_s}) {
        const PaperStyle style = PaperStyle::of(QLocale::AnyLanguage, unknown);
        QCOMPARE(style.locale, QLocale(u"de_DE"_s));
        QCOMPARE(style.say("kontor::ReceiptBuilder", "Total %1"), u"Summe %1"_s);
        QCOMPARE(style.say("kontor::ReceiptBuilder", "there is none"), u"there is none"_s);
    }
}

void PaperStyleTest::marksSpeakAsTheirPaper()
{
    NumberSlip slip;
    slip.style = PaperStyle::of(QLocale::German, u"GB"_s);
    QCOMPARE(numberSlipDocument({}, slip, {Mark::Training}).blocks.first().left,
             u"ÜBUNG – KEIN BELEG"_s);
    QCOMPARE(reportDocument({}, {}, {}, PaperStyle::of(QLocale::English, u"DE"_s), {Mark::Copy})
                 .blocks.first()
                 .left,
             u"COPY"_s);
}

} // namespace kontor

QTEST_MAIN(kontor::PaperStyleTest)
#include "paper_style_test.moc"
