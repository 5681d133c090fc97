// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/owner.h"
#include "app/shop.h"
#include "tests/cli/kontor_run.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kontor::test {

//! What "kontor shift" tells of a till, beside the shop that is open.
class CliShiftTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void withoutAShiftThereIsNoReport();
    void theXReportIsThatOfTheOpenShift();
    void theZReportIsThatOfItsNumber();
    void bothAreToldAsJson();
    void whatIsNoNumberIsRefused();

private:
    template <class T>
    static T must(const Result<T> &done)
    {
        if (!done)
            qFatal("%s", qPrintable(done.error().text()));
        return *done;
    }
    static void must(const Result<> &done)
    {
        if (!done)
            qFatal("%s", qPrintable(done.error().text()));
    }
    Money pounds(qint64 pence) const { return {pence, Currency("GBP")}; }
    CartService &till() { return m_shop->cart(); }
    //! A float, a sale of £12.50, and stamps out of the drawer.
    void trade();
    void closeShift();
    Told shift(const QStringList &more = {}) const
    {
        return runKontor(m_folder->path(), QStringList{u"shift"_s} + more);
    }
    //! Whether a line says so, with this amount at its end.
    static bool says(const Told &told, const QByteArray &text, const QByteArray &amount = {})
    {
        const QList<QByteArray> lines = told.out.split('\n');
        return std::ranges::any_of(lines, [&](const QByteArray &line) {
            return line.startsWith(text) && line.endsWith(amount);
        });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
    OwnerOnly m_rights;
    std::unique_ptr<Shop> m_shop;
};

void CliShiftTest::init()
{
    m_shop.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    ShopSettings settings;
    settings.folder = m_folder->path();
    settings.threads = false;
    auto opened = Shop::open(settings, m_clock, m_rights);
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().text()));
    m_shop = std::move(*opened);
}

void CliShiftTest::trade()
{
    must(till().openShift(m_shop->command(), pounds(10'000)));
    const OrderId cart =
        must(till().open(m_shop->command(), OrderId::make(m_clock.now()), {Currency("GBP")}));
    must(till().addOpenItem(
        m_shop->command(), cart,
        {u"Lantern"_s, Quantity::pieces(1), UnitPrice::of(pounds(1250)), {2000}}));
    const Tender cash{pounds(1250), TenderId::make(m_clock.now()), TenderKind::Cash};
    must(till().addTender(m_shop->command(), cart, cash, pounds(2000)));
    must(till().order(m_shop->command(), cart));
    must(till().payOut(m_shop->command(), pounds(700), u"Stamps"_s));
}

void CliShiftTest::closeShift()
{
    ShiftCount count;
    count.amounts = {{TenderKind::Cash, pounds(10'500)}};
    count.reason = u"Miscounted"_s;
    must(till().closeShift(m_shop->command(), count));
}

void CliShiftTest::withoutAShiftThereIsNoReport()
{
    const Told told = shift();
    QCOMPARE(told.exitCode, 1);
    QVERIFY2(told.out.isEmpty(), told.all());
    QVERIFY2(told.errors.contains("No shift is open at this till."), told.all());
    const Told missing = shift({u"--z"_s, u"3"_s});
    QCOMPARE(missing.exitCode, 1);
    QVERIFY2(missing.errors.contains("There is no Z report 3 of this till."), missing.all());
}

void CliShiftTest::theXReportIsThatOfTheOpenShift()
{
    trade();
    const Told told = shift();
    QVERIFY2(told.exitCode == 0, told.all());
    QVERIFY2(told.out.startsWith("X report\n"), told.all());
    QVERIFY2(says(told, "Sales: 1", "£12.50"), told.all());
    QVERIFY2(says(told, "Float", "£100.00"), told.all());
    QVERIFY2(says(told, "Paid out", "£7.00"), told.all());
    QVERIFY2(told.out.contains("Stamps"), told.all());
    QVERIFY2(says(told, "Change handed back", "£7.50"), told.all());
    QVERIFY2(says(told, "Cash", "£105.50"), told.all());
    closeShift();
    QCOMPARE(shift().exitCode, 1);
}

void CliShiftTest::theZReportIsThatOfItsNumber()
{
    trade();
    QCOMPARE(shift({u"--z"_s, u"1"_s}).exitCode, 1);
    closeShift();
    must(till().openShift(m_shop->command(), pounds(2'000)));
    const Told told = shift({u"--z"_s, u"1"_s});
    QVERIFY2(told.exitCode == 0, told.all());
    QVERIFY2(told.out.startsWith("Z report 1\n"), told.all());
    QVERIFY2(says(told, "Cash, expected", "£105.50"), told.all());
    QVERIFY2(says(told, "Cash, counted", "£105.00"), told.all());
    QVERIFY2(says(told, "Cash, difference", "£0.50"), told.all());
    QVERIFY2(says(told, "Reason: Miscounted"), told.all());
    QVERIFY2(says(told, "cart:T1:"), told.all());
    QVERIFY2(says(shift(), "Float", "£20.00"), told.all());
}

void CliShiftTest::bothAreToldAsJson()
{
    trade();
    const QJsonObject x = shift({u"--json"_s}).json();
    QCOMPARE(x[u"number"].toInt(-1), 0);
    QCOMPARE(x[u"totals"][u"receipts"].toInt(), 1);
    closeShift();
    const QJsonObject z = shift({u"--z"_s, u"1"_s, u"--json"_s}).json();
    QCOMPARE(z[u"number"].toInt(), 1);
    QCOMPARE(z[u"reason"].toString(), u"Miscounted"_s);
    QVERIFY(!z[u"marks"].toArray().isEmpty());
}

void CliShiftTest::whatIsNoNumberIsRefused()
{
    trade();
    for (const QString &number : {u"0"_s, u"-1"_s, u"last"_s, u"99999999999999999999"_s}) {
        const Told told = shift({u"--z"_s, number});
        QVERIFY2(told.exitCode == 2, told.all());
        QVERIFY2(told.out.isEmpty() && !told.errors.isEmpty(), told.all());
    }
}

} // namespace kontor::test

QTEST_GUILESS_MAIN(kontor::test::CliShiftTest)
#include "cli_shift_test.moc"
