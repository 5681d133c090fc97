// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kiosk_pin.h"
#include "models/paper_desk.h"
#include "models/paper_settings.h"
#include "models/printer_place.h"
#include "models/shop_profile.h"
#include "models/till_rules.h"
#include "services/devices/esc_pos.h"
#include "tests/devices/network_printer.h"
#include "tests/ui/window_test.h"
#include "ui/settings/self_service_section.h"
#include "ui/widgets/lines_field.h"

#include <QComboBox>
#include <QDir>
#include <QTemporaryDir>

namespace kontor {

using namespace Qt::StringLiterals;

//! What the settings page says of the shop and its till holds at once, and is kept.
class ShopSettingsTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whatTheShopSaysStandsOnItsNextReceipt();
    void anotherCountryBringsItsRates();
    void receiptsSpeakAsTheShopsCountryOrAsIsChosen();
    void nonsenseIsToldWhereItStandsAndNotKept_data();
    void nonsenseIsToldWhereItStandsAndNotKept();
    void leavingThePageKeepsWhatWasTyped();
    void whatCannotBeSavedStays();
    void aPrinterIsUsedAtOnce();
    void receiptsCanWaitUntilTheyAreAskedFor();
    void aTestPrintComesOutOfThePrinterThatIsTyped();
    void aTestPrintSaysWhatIsWrong();
    void aPlaceThatCannotBeAPrinterIsToldAndTheOldOneStays();
    void theFloatIsAskedForAsSoonAsItIsWanted();
    void aBlindCountHoldsAtOnce();
    void thePinOfSelfServiceIsSetHere();
    void sectionsAreChosenWithTheArrowKeys();

private:
    void goToSection(const QString &section);
    void choosePrinter(PrinterPlace::Kind kind, const QString &place);
    //! What was sold, and stands on the receipt.
    QString sellCandle();
    static QString written(const QByteArray &bytes);
    QString folder() { return m_shop->access().folder; }
    QString address() { return PaperSettings::in(folder()).printer.address; }
};

void ShopSettingsTest::init()
{
    m_shop.reset();
    open();
}

void ShopSettingsTest::cleanup() { close(); }

void ShopSettingsTest::goToSection(const QString &section)
{
    press(Qt::Key_Comma, Qt::ControlModifier);
    click(section + u"SectionChoice"_s);
    QTRY_VERIFY(shown(section + u"Section"_s));
}

void ShopSettingsTest::choosePrinter(PrinterPlace::Kind kind, const QString &place)
{
    auto *kinds = find<QComboBox>(u"printerKind"_s);
    kinds->setCurrentIndex(kinds->findData(int(kind)));
    Q_EMIT kinds->activated(kinds->currentIndex());
    fill(u"printerPlace"_s, place);
}

QString ShopSettingsTest::written(const QByteArray &bytes)
{
    const auto printed = interpretEscPos(bytes);
    QString all;
    if (printed) {
        for (const PaperLine &line : printed->lines)
            all += line.text.simplified() + line.barcode + u'\n';
    }
    return all;
}

QString ShopSettingsTest::sellCandle()
{
    press(Qt::Key_1, Qt::ControlModifier);
    QTest::keyClicks(find<QLineEdit>(u"searchField"_s), u"beeswax"_s);
    QTest::keyClick(find<QLineEdit>(u"searchField"_s), Qt::Key_Return);
    [&] { QTRY_COMPARE(rows(u"cartLines"_s), 1); }();
    press(Qt::Key_F12);
    [&] { QTRY_VERIFY(shown(u"received"_s)); }();
    type(u"2"_s);
    press(Qt::Key_Return);
    [&] { QTRY_VERIFY(shown(u"doneReceipt"_s)); }();
    const auto last = m_shop->ask((*m_shop)->devices(), &DevicesService::lastSale);
    const auto bytes = m_shop->ask((*m_shop)->devices(), &DevicesService::preview,
                                   WantedPaper(SalePaper{last ? *last : OrderId()}));
    return bytes ? written(*bytes) : bytes.error().text();
}

void ShopSettingsTest::whatTheShopSaysStandsOnItsNextReceipt()
{
    goToSection(u"shop"_s);
    find<QLineEdit>(u"settingName"_s)->setFocus();
    fill(u"settingName"_s, u"Über & Co"_s);
    press(Qt::Key_Tab);
    QCOMPARE(m_window->focusWidget()->objectName(), u"settingAddress"_s);
    type(u"  1 High Street "_s);
    press(Qt::Key_Return);
    type(u"London"_s);
    press(Qt::Key_Tab);
    type(u"GB 123"_s);
    press(Qt::Key_Tab);
    type(u"Goods come back within 14 days"_s);
    press(Qt::Key_Tab);
    QTRY_VERIFY(!text(u"shopSectionSaved"_s).isEmpty());
    QCOMPARE((*ShopProfile::load(folder()))->name, u"Über & Co"_s);
    QCOMPARE((*ShopProfile::load(folder()))->currency, Currency("GBP"));
    QCOMPARE(PaperSettings::in(folder()).shop.address,
             (QStringList{u"1 High Street"_s, u"London"_s}));
    const QString receipt = sellCandle();
    for (const QString &line : {u"Über & Co"_s, u"1 High Street"_s, u"London"_s, u"GB 123"_s,
                                u"Goods come back within 14 days"_s})
        QVERIFY2(receipt.contains(line), qPrintable(receipt));

    close();
    open();
    goToSection(u"shop"_s);
    QCOMPARE(find<QLineEdit>(u"settingName"_s)->text(), u"Über & Co"_s);
    QCOMPARE(find<LinesField>(u"settingAddress"_s)->lines().size(), 2);
}

void ShopSettingsTest::anotherCountryBringsItsRates()
{
    goToSection(u"shop"_s);
    auto *country = find<QComboBox>(u"settingCountry"_s);
    country->setCurrentIndex(country->findData(u"FI"_s));
    Q_EMIT country->activated(country->currentIndex());
    QCOMPARE(find<QLineEdit>(u"settingStandardRate"_s)->text(), u"25.5"_s);
    QTRY_VERIFY(!text(u"shopSectionSaved"_s).isEmpty());
    const auto profile = ShopProfile::load(folder());
    QCOMPARE((*profile)->country, u"FI"_s);
    QCOMPARE((*profile)->standardRate.basisPoints, 2550);
}

void ShopSettingsTest::receiptsSpeakAsTheShopsCountryOrAsIsChosen()
{
    goToSection(u"shop"_s);
    auto *country = find<QComboBox>(u"settingCountry"_s);
    country->setCurrentIndex(country->findData(u"AT"_s));
    Q_EMIT country->activated(country->currentIndex());
    QTRY_VERIFY(!text(u"shopSectionSaved"_s).isEmpty());
    const QString austrian = sellCandle();
    QVERIFY2(austrian.contains(u"Rückgeld 0,80"_s), qPrintable(austrian));
    press(Qt::Key_Return);

    goToSection(u"paper"_s);
    click(u"paperEnglish"_s);
    QTRY_VERIFY(!text(u"paperSectionSaved"_s).isEmpty());
    const QString english = sellCandle();
    QVERIFY2(english.contains(u"Change 0,80"_s), qPrintable(english));

    close();
    open();
    goToSection(u"paper"_s);
    QVERIFY(find<QPushButton>(u"paperEnglish"_s)->isChecked());
    click(u"paperGerman"_s);
    QTRY_VERIFY(!text(u"paperSectionSaved"_s).isEmpty());
    QCOMPARE(PaperDesk(m_shop->access()).style().locale, QLocale(u"de_AT"_s));
}

void ShopSettingsTest::nonsenseIsToldWhereItStandsAndNotKept_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("nonsense");
    QTest::newRow("no name") << u"settingName"_s << u"  "_s;
    QTest::newRow("a rate in words") << u"settingStandardRate"_s << u"much"_s;
    QTest::newRow("no rate") << u"settingReducedRate"_s << QString();
    QTest::newRow("more than all") << u"settingStandardRate"_s << u"100.01"_s;
    QTest::newRow("less than nothing") << u"settingReducedRate"_s << u"-1"_s;
    QTest::newRow("no number at all") << u"settingReducedRate"_s << QString(500, u'9');
}

void ShopSettingsTest::nonsenseIsToldWhereItStandsAndNotKept()
{
    QFETCH(QString, field);
    QFETCH(QString, nonsense);
    goToSection(u"shop"_s);
    const QString before = find<QLineEdit>(field)->text();
    fill(field, nonsense);
    QTest::keyClick(find<QLineEdit>(field), Qt::Key_Return);
    QVERIFY(shown(field + u"Message"_s));
    QCOMPARE(find<QLineEdit>(field)->text(), nonsense);
    QVERIFY(!QFile::exists(folder() + u"/shop.ini"_s));
    fill(u"settingTaxNumber"_s, u"GB 1"_s);
    QTest::keyClick(find<QLineEdit>(u"settingTaxNumber"_s), Qt::Key_Return);
    QVERIFY(shown(field + u"Message"_s));
    fill(field, before.isEmpty() ? u"A shop"_s : before);
    QTest::keyClick(find<QLineEdit>(field), Qt::Key_Return);
    QVERIFY(!shown(field + u"Message"_s));
    QCOMPARE(PaperSettings::in(folder()).shop.taxNumber, u"GB 1"_s);
}

void ShopSettingsTest::leavingThePageKeepsWhatWasTyped()
{
    goToSection(u"shop"_s);
    fill(u"settingTaxNumber"_s, u"GB 77"_s);
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"ordersPage"_s));
    QCOMPARE(PaperSettings::in(folder()).shop.taxNumber, u"GB 77"_s);
}

void ShopSettingsTest::whatCannotBeSavedStays()
{
    goToSection(u"shop"_s);
    // A folder in the place of the file.
    QVERIFY(QDir(folder()).mkpath(u"paper.ini/there"_s));
    fill(u"settingName"_s, u"Corner"_s);
    QTest::keyClick(find<QLineEdit>(u"settingName"_s), Qt::Key_Return);
    QTRY_VERIFY(shown(u"shopSectionMessage"_s));
    QCOMPARE(find<QLineEdit>(u"settingName"_s)->text(), u"Corner"_s);
    QVERIFY(QDir(folder() + u"/paper.ini"_s).removeRecursively());
    QTest::keyClick(find<QLineEdit>(u"settingName"_s), Qt::Key_Return);
    QTRY_VERIFY(!shown(u"shopSectionMessage"_s));
    QCOMPARE(PaperSettings::in(folder()).shop.name, u"Corner"_s);
}

void ShopSettingsTest::aPrinterIsUsedAtOnce()
{
    NetworkPrinter printer;
    const QString place = printer.address().mid(6);
    sellCandle();
    goToSection(u"paper"_s);
    choosePrinter(PrinterPlace::Kind::Network, place);
    press(Qt::Key_Return);
    click(u"paperNarrow"_s);
    click(u"receiptsAlways"_s);
    QTRY_VERIFY(!text(u"paperSectionSaved"_s).isEmpty());
    QCOMPARE(address(), u"tcp://"_s + place);
    QCOMPARE(PaperSettings::in(folder()).printer.columns, 32);
    press(Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"searchField"_s));
    sellCandle();
    QTRY_VERIFY(written(printer.papers.value(1)).contains(u"T1-000002"_s));
    // What was sold before there was a printer does not come out of it.
    QCOMPARE(printer.papers[0], escPosDrawerKick());
    QCOMPARE(printer.papers.size(), 2);
}

void ShopSettingsTest::receiptsCanWaitUntilTheyAreAskedFor()
{
    NetworkPrinter printer;
    goToSection(u"paper"_s);
    click(u"receiptsAsked"_s);
    choosePrinter(PrinterPlace::Kind::Network, printer.address().mid(6));
    press(Qt::Key_Return);
    QTRY_VERIFY(!text(u"paperSectionSaved"_s).isEmpty());
    sellCandle();
    QTRY_COMPARE(printer.papers, QList<QByteArray>{escPosDrawerKick()});
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"searchField"_s));
    press(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(find<QPushButton>(u"receiptPrint"_s)->hasFocus());
    press(Qt::Key_Return);
    QTRY_COMPARE(printer.papers.size(), 2);
}

void ShopSettingsTest::aTestPrintComesOutOfThePrinterThatIsTyped()
{
    NetworkPrinter printer;
    goToSection(u"paper"_s);
    choosePrinter(PrinterPlace::Kind::Network, printer.address().mid(6));
    click(u"paperNarrow"_s);
    click(u"testPrint"_s);
    QTRY_COMPARE(printer.papers.size(), 1);
    QTRY_VERIFY(text(u"testOutcome"_s).startsWith(u"The printer took the test page"_s));
    const QString page = written(printer.papers[0]);
    QVERIFY2(page.contains(u"12345678901234567890123456789012\n"_s), qPrintable(page));
    QVERIFY2(page.contains(u"ÄÖÜ äöü ß € £"_s), qPrintable(page));
    click(u"testDrawer"_s);
    QTRY_COMPARE(printer.papers.value(1), escPosDrawerKick());
    QTRY_VERIFY(text(u"testOutcome"_s).startsWith(u"The printer was told to open"_s));

    const QString pdfs = folder() + u"/papers"_s;
    choosePrinter(PrinterPlace::Kind::Folder, pdfs);
    click(u"testPrint"_s);
    QTRY_COMPARE(QDir(pdfs).entryList({u"*.pdf"_s}).size(), 1);
    QTRY_COMPARE(text(u"testOutcome"_s), u"The test page lies in the folder."_s);
}

void ShopSettingsTest::aTestPrintSaysWhatIsWrong()
{
    NetworkPrinter printer;
    const QString place = printer.address().mid(6);
    printer.plugOut();
    goToSection(u"paper"_s);
    choosePrinter(PrinterPlace::Kind::Network, place);
    click(u"testPrint"_s);
    QTRY_COMPARE(text(u"testOutcome"_s),
                 u"The printer does not answer. Check that it is on and connected."_s);
    printer.plugIn();
    printer.mood = NetworkPrinter::Mood::NoPaper;
    click(u"testPrint"_s);
    QTRY_VERIFY(text(u"testOutcome"_s).startsWith(u"The printer has no paper."_s));
    choosePrinter(PrinterPlace::Kind::Folder, u"/proc/nowhere"_s);
    click(u"testPrint"_s);
    QTRY_VERIFY(text(u"testOutcome"_s).startsWith(u"Receipts cannot be written."_s));
}

void ShopSettingsTest::aPlaceThatCannotBeAPrinterIsToldAndTheOldOneStays()
{
    const QString before = address();
    goToSection(u"paper"_s);
    choosePrinter(PrinterPlace::Kind::Device, u"lp0"_s);
    press(Qt::Key_Return);
    QVERIFY(shown(u"printerPlaceMessage"_s));
    click(u"testPrint"_s);
    QVERIFY(shown(u"printerPlaceMessage"_s));
    QCOMPARE(address(), before);
    choosePrinter(PrinterPlace::Kind::None, {});
    QVERIFY(!shown(u"printerPlaceMessage"_s));
    QVERIFY(!find<QPushButton>(u"testPrint"_s)->isEnabled());
    QCOMPARE(address(), QString());
}

void ShopSettingsTest::theFloatIsAskedForAsSoonAsItIsWanted()
{
    goToSection(u"shift"_s);
    click(u"floatCounted"_s);
    QTRY_VERIFY(!text(u"shiftSectionSaved"_s).isEmpty());
    QVERIFY(shiftRulesIn(folder()).needsFloat);
    press(Qt::Key_1, Qt::ControlModifier);
    putInCart(u"beeswax"_s);
    beginToPay();
    type(u"2"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"payMessage"_s));
    QVERIFY(!shown(u"doneReceipt"_s));
}

void ShopSettingsTest::aBlindCountHoldsAtOnce()
{
    goToSection(u"shift"_s);
    click(u"countBlind"_s);
    QTRY_VERIFY(!text(u"shiftSectionSaved"_s).isEmpty());
    press(Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(find<QLineEdit>(u"floatAmount"_s)->hasFocus());
    type(u"20"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"countShift"_s));
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"countedCash"_s));
    QVERIFY(!shown(u"expectedCash"_s));
}

void ShopSettingsTest::thePinOfSelfServiceIsSetHere()
{
    const QTemporaryDir kept;
    const QString file = kept.filePath(u"window.ini"_s);
    SelfServiceSection section(file);
    auto *pin = section.findChild<QLineEdit *>(u"settingPin"_s);
    for (const QString &none : {u"123"_s, u"12a4"_s}) {
        pin->setText(none);
        QTest::keyClick(pin, Qt::Key_Return);
        QVERIFY(!KioskPin::isSet(file));
        QCOMPARE(pin->text(), none);
    }
    pin->setText(u"4711"_s);
    QTest::keyClick(pin, Qt::Key_Return);
    QVERIFY(KioskPin::isSet(file));
    QCOMPARE(pin->text(), QString());
}

void ShopSettingsTest::sectionsAreChosenWithTheArrowKeys()
{
    goToSection(u"shop"_s);
    find<QPushButton>(u"shopSectionChoice"_s)->setFocus();
    for (const QString &section : {u"paperSection"_s, u"paymentSection"_s, u"logisticsSection"_s,
                                   u"mailSection"_s, u"wordingSection"_s, u"shiftSection"_s,
                                   u"labels"_s, u"selfServiceSection"_s, u"windowSection"_s}) {
        press(Qt::Key_Down);
        QVERIFY2(shown(section), qPrintable(section));
    }
    press(Qt::Key_Tab);
    QVERIFY(find<QWidget>(u"windowSection"_s)->isAncestorOf(m_window->focusWidget()));
}

} // namespace kontor

QTEST_MAIN(kontor::ShopSettingsTest)

#include "shop_settings_test.moc"
