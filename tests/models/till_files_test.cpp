// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/paper_settings.h"
#include "models/printer_place.h"
#include "models/till_rules.h"

#include <QTemporaryDir>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

using Kind = PrinterPlace::Kind;

//! What the settings page writes is read back as it was said.
class TillFilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPlaceBecomesAnAddressAndIsReadBack_data();
    void aPlaceBecomesAnAddressAndIsReadBack();
    void aPlaceThatCannotBeOneIsRefused_data();
    void aPlaceThatCannotBeOneIsRefused();
    void papersAreReadBackAsTheyWereKept();
    void shiftRulesAreReadBackAsTheyWereKept();
    void aFolderThatTakesNothingIsTold();
};

void TillFilesTest::aPlaceBecomesAnAddressAndIsReadBack_data()
{
    QTest::addColumn<PrinterPlace>("place");
    QTest::addColumn<QString>("address");
    const auto row = [](const char *why, Kind kind, const QString &place, const QString &address) {
        QTest::newRow(why) << PrinterPlace{kind, place} << address;
    };
    row("none", Kind::None, {}, {});
    row("a number in the network", Kind::Network, u"192.168.1.50"_s, u"tcp://192.168.1.50"_s);
    row("with a port", Kind::Network, u"printer.local:9101"_s, u"tcp://printer.local:9101"_s);
    row("a long number", Kind::Network, u"[fe80::1]:9100"_s, u"tcp://[fe80::1]:9100"_s);
    row("a device", Kind::Device, u"/dev/usb/lp0"_s, u"file:///dev/usb/lp0"_s);
    row("a queue", Kind::Queue, u"till_1"_s, u"cups:till_1"_s);
    row("a folder", Kind::Folder, u"/srv/receipts"_s, u"folder:/srv/receipts"_s);
    row("a folder with signs", Kind::Folder, u"/srv/50 % off #1?"_s,
        u"folder:/srv/50%20%25%20off%20%231%3F"_s);
}

void TillFilesTest::aPlaceBecomesAnAddressAndIsReadBack()
{
    QFETCH(PrinterPlace, place);
    QFETCH(QString, address);
    QCOMPARE(place.address(), std::optional(address));
    QCOMPARE(PrinterPlace::of(address), place);
    QVERIFY(makePrinter({address}));
}

void TillFilesTest::aPlaceThatCannotBeOneIsRefused_data()
{
    QTest::addColumn<PrinterPlace>("place");
    const auto row = [](const char *why, Kind kind, const QString &place) {
        QTest::newRow(why) << PrinterPlace{kind, place};
    };
    row("no host", Kind::Network, {});
    row("only a port", Kind::Network, u":9100"_s);
    row("no port", Kind::Network, u"printer:0"_s);
    row("a port that there is not", Kind::Network, u"printer:70000"_s);
    row("a host with a space", Kind::Network, u"the printer"_s);
    row("a whole address", Kind::Network, u"http://printer/raw"_s);
    row("a path", Kind::Network, u"printer/raw"_s);
    row("a device by its name", Kind::Device, u"lp0"_s);
    row("a queue with a space", Kind::Queue, u"till 1"_s);
    row("no queue", Kind::Queue, u" "_s);
    row("a folder somewhere", Kind::Folder, u"receipts"_s);
}

void TillFilesTest::aPlaceThatCannotBeOneIsRefused()
{
    QFETCH(PrinterPlace, place);
    QCOMPARE(place.address(), std::nullopt);
}

void TillFilesTest::papersAreReadBackAsTheyWereKept()
{
    const QTemporaryDir folder;
    QCOMPARE(PaperSettings::in(folder.path()).printer.address,
             u"folder:%1/receipts"_s.arg(folder.path()));
    PaperSettings paper;
    paper.shop = {u"Über, \"Eck\""_s,
                  {u"1, High Street"_s, u"@London"_s},
                  u"GB 1"_s,
                  u"Within 14 days, with the receipt; thank you"_s};
    paper.printer.address = u"tcp://192.168.1.50"_s;
    paper.printer.columns = 32;
    QVERIFY(paper.save(folder.path()));
    const PaperSettings read = PaperSettings::in(folder.path());
    QCOMPARE(read.shop, paper.shop);
    QCOMPARE(read.printer.address, paper.printer.address);
    QCOMPARE(read.printer.columns, 32);
    QVERIFY(!read.afterSale);
}

void TillFilesTest::shiftRulesAreReadBackAsTheyWereKept()
{
    const QTemporaryDir folder;
    QCOMPARE(shiftRulesIn(folder.path()), ShiftRules());
    QVERIFY(keepShiftRules(folder.path(), {true, false}));
    QCOMPARE(shiftRulesIn(folder.path()), (ShiftRules{true, false}));
    QVERIFY(keepShiftRules(folder.path(), {false, true}));
    QCOMPARE(shiftRulesIn(folder.path()), (ShiftRules{false, true}));
}

void TillFilesTest::aFolderThatTakesNothingIsTold()
{
    const QString nowhere = u"/proc/kontor"_s;
    QVERIFY(!keepShiftRules(nowhere, {}));
    QVERIFY(!PaperSettings().save(nowhere));
}

} // namespace kontor

QTEST_MAIN(kontor::TillFilesTest)

#include "till_files_test.moc"
