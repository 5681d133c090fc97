// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/first_run/first_run.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
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

private:
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
    QVERIFY(!m_answers->demo);
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
    QVERIFY(m_answers && m_answers->demo);
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

} // namespace kontor

QTEST_MAIN(kontor::FirstRunTest)
#include "first_run_test.moc"
