// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/first_run/country_taxes.h"
#include "ui/first_run/first_run.h"

#include "services/catalog/product_row.h"
#include "services/core/table_error.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

class FirstRunTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void ratesAreThoseOfThePublicTable();
    void byKeyboardAloneToAnEmptyShop();
    void nonsenseForARateIsToldAndKept();
    void whoOnlyLooksIsAskedNothing();
    void backLeadsBackWithWhatWasTyped();
    void aTableIsLookedAtAndThenSold();
    void aTableWithoutProductsIsToldAndCannotBeTaken();
    void aFileMayBeDropped();

private:
    void goToImport();
    static ImportReport threeRows();

    template <class Widget>
    Widget *find(const QString &name)
    {
        return m_window->findChild<Widget *>(name);
    }

    std::unique_ptr<FirstRun> m_window;
    std::optional<FirstAnswers> m_answers;
};

void FirstRunTest::init()
{
    m_answers.reset();
    m_window = std::make_unique<FirstRun>();
    connect(m_window.get(), &FirstRun::answered, this,
            [this](const FirstAnswers &answers) { m_answers = answers; });
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    auto *country = find<QComboBox>(u"shopCountry"_s);
    country->setCurrentIndex(country->findData(u"FI"_s));
}

void FirstRunTest::ratesAreThoseOfThePublicTable()
{
    QFile table(qEnvironmentVariable("KONTOR_SHARED_DATA") + u"/standards/vat_rates.csv"_s);
    if (!table.open(QIODevice::ReadOnly))
        QSKIP("the public table of rates is not here");
    QHash<QString, int> rates;
    for (const QString &line : QString::fromUtf8(table.readAll()).split(u'\n')) {
        const QStringList cells = line.split(u',');
        if (cells.size() > 5 && cells[1].isEmpty() && cells[5] == u"standard"_s)
            rates.insert(cells[2], qRound(cells[4].toDouble() * 10'000));
    }
    for (const CountryTaxes &taxes : CountryTaxes::all()) {
        if (rates.contains(taxes.country))
            QVERIFY2(rates[taxes.country] == taxes.standard.basisPoints, qPrintable(taxes.country));
        QVERIFY2(taxes.reduced <= taxes.standard, qPrintable(taxes.country));
    }
    QVERIFY(rates.size() > 20);
}

void FirstRunTest::byKeyboardAloneToAnEmptyShop()
{
    QTest::keyClicks(find<QLineEdit>(u"shopName"_s), u"Corner"_s);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_window->focusWidget()->objectName(), u"standardRate"_s);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_window->focusWidget()->objectName(), u"goodsNext"_s);
    while (m_window->focusWidget()->objectName() != u"beginEmpty"_s)
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Space);
    QVERIFY(m_answers);
    QCOMPARE(m_answers->name, u"Corner"_s);
    QCOMPARE(m_answers->country, u"FI"_s);
    QCOMPARE(m_answers->currency, Currency("EUR"));
    QCOMPARE(m_answers->standardRate.basisPoints, 2550);
    QCOMPARE(m_answers->filling, ShopProfile::Filling::Empty);
}

void FirstRunTest::nonsenseForARateIsToldAndKept()
{
    find<QPushButton>(u"nameNext"_s)->click();
    auto *rate = find<QLineEdit>(u"standardRate"_s);
    for (const QString &nonsense : {u"much"_s, u"-1"_s, u"101"_s, QString()}) {
        rate->setText(nonsense);
        find<QPushButton>(u"taxNext"_s)->click();
        QVERIFY(rate->isVisible());
        QVERIFY(find<QWidget>(u"firstRunMessage"_s)->isVisible());
        QCOMPARE(rate->text(), nonsense);
    }
}

void FirstRunTest::whoOnlyLooksIsAskedNothing()
{
    find<QPushButton>(u"justShowMe"_s)->click();
    QVERIFY(m_answers && m_answers->filling == ShopProfile::Filling::Demo);
    QVERIFY(!m_answers->name.isEmpty());
}

void FirstRunTest::backLeadsBackWithWhatWasTyped()
{
    find<QPushButton>(u"nameNext"_s)->click();
    find<QLineEdit>(u"standardRate"_s)->setText(u"12"_s);
    find<QPushButton>(u"taxNext"_s)->click();
    find<QPushButton>(u"goodsBack"_s)->click();
    QVERIFY(find<QLineEdit>(u"standardRate"_s)->isVisible());
    QCOMPARE(find<QLineEdit>(u"standardRate"_s)->text(), u"12"_s);
    find<QPushButton>(u"taxBack"_s)->click();
    QVERIFY(find<QLineEdit>(u"shopName"_s)->isVisible());
}

void FirstRunTest::goToImport()
{
    find<QPushButton>(u"nameNext"_s)->click();
    find<QLineEdit>(u"standardRate"_s)->setText(u"12.5"_s);
    find<QPushButton>(u"taxNext"_s)->click();
    find<QPushButton>(u"beginImport"_s)->click();
}

ImportReport FirstRunTest::threeRows()
{
    ImportReport report;
    report.read = 3;
    report.newProducts = 2;
    report.refuse(4, Error(ImportError::BadPrice));
    return report;
}

void FirstRunTest::aTableIsLookedAtAndThenSold()
{
    goToImport();
    QCOMPARE(m_window->focusWidget()->objectName(), u"importFile"_s);
    QVERIFY(!find<QPushButton>(u"importNext"_s)->isEnabled());
    QStringList files;
    TaxRate rate;
    connect(m_window.get(), &FirstRun::tableChosen, this,
            [&](const QString &file, Currency currency, TaxRate standard) {
                files.append(file);
                rate = standard;
                QCOMPARE(currency, Currency("EUR"));
            });
    QTest::keyClicks(m_window->focusWidget(), u"/srv/goods.csv"_s);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QCOMPARE(files, QStringList{u"/srv/goods.csv"_s});
    QCOMPARE(rate.basisPoints, 1250);
    m_window->showTable(u"/srv/before.csv"_s, threeRows());
    QVERIFY(!find<QPushButton>(u"importNext"_s)->isEnabled());
    m_window->showTable(u"/srv/goods.csv"_s, threeRows());
    QCOMPARE(find<QLabel>(u"importFigures"_s)->text(),
             u"Rows read: 3. New products: 2. Added to another row: 0. Refused: 1."_s);
    const auto *reasons = find<QListView>(u"importReasons"_s);
    QVERIFY(reasons->isVisible());
    QCOMPARE(reasons->model()->index(0, 0).data().toString(),
             u"Line 4 is refused: The price is no amount."_s);
    QCOMPARE(m_window->focusWidget()->objectName(), u"importNext"_s);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QVERIFY(m_answers);
    QCOMPARE(m_answers->filling, ShopProfile::Filling::Import);
    QCOMPARE(m_answers->importFile, u"/srv/goods.csv"_s);
}

void FirstRunTest::aTableWithoutProductsIsToldAndCannotBeTaken()
{
    goToImport();
    for (const Result<ImportReport> &nothing :
         {Result<ImportReport>(ImportReport()),
          Result<ImportReport>(Error(TableError::NotATable))}) {
        find<QLineEdit>(u"importFile"_s)->setText(u"/srv/letter.txt"_s);
        QTest::keyClick(find<QLineEdit>(u"importFile"_s), Qt::Key_Return);
        m_window->showTable(u"/srv/letter.txt"_s, nothing);
        QVERIFY(find<QWidget>(u"importMessage"_s)->isVisible());
        QVERIFY(!find<QPushButton>(u"importNext"_s)->isEnabled());
    }
    find<QPushButton>(u"importBack"_s)->click();
    QVERIFY(find<QPushButton>(u"beginEmpty"_s)->isVisible());
}

void FirstRunTest::aFileMayBeDropped()
{
    goToImport();
    QString chosen;
    connect(m_window.get(), &FirstRun::tableChosen, this,
            [&](const QString &file) { chosen = file; });
    QWidget *page = find<QLineEdit>(u"importFile"_s)->parentWidget();
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(u"/srv/goods.csv"_s)});
    QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(page, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(page, &drop);
    QCOMPARE(chosen, u"/srv/goods.csv"_s);
    QMimeData text;
    text.setText(u"goods"_s);
    QDragEnterEvent other(QPoint(9, 9), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    other.ignore();
    QCoreApplication::sendEvent(page, &other);
    QVERIFY(!other.isAccepted());
}

} // namespace kontor

QTEST_MAIN(kontor::FirstRunTest)
#include "first_run_test.moc"
