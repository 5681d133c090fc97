// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/barcode.h"
#include "tests/ui/scanner.h"
#include "tests/ui/window_test.h"

#include <QTableView>
#include <QTimer>

namespace kontor {

using namespace Qt::StringLiterals;

//! A thousand scans at machine speed, while somebody types, pages are turned and the catalog grows.
class ScannerFloodTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init() { open(); }
    void cleanup()
    {
        close();
        m_shop.reset();
    }
    void noScanIsLostAndNoneIsMerged();

private:
    struct Scan
    {
        QString code;
        QString name; //!< empty: to be refused
        quint64 at = 0;
        bool isMixed = false; //!< somebody typed into it
    };
    struct Key
    {
        quint64 at = 0;
        QChar c; //!< null: Enter
    };

    void furnish();
    void plan();
    void feed(int scan);
    void disturb(int scan);
    static quint64 endOf(const Scan &scan)
    {
        return scan.at + quint64(scan.code.size()) * MadeUpKeys::scannerMs;
    }

    static constexpr int scans = 1000;
    QList<Scan> m_scans;
    QList<Key> m_keys; //!< of the scanner and of the person, in their order
    qsizetype m_next = 0;
    quint64 m_now = 0;
    MadeUpKeys m_board;
};

void ScannerFloodTest::furnish()
{
    QList<Product> products;
    for (int i = 0; i < scans; ++i) {
        Product made = m_shop->products[0];
        made.sku = u"flood-%1"_s.arg(i, 4, 10, QLatin1Char('0'));
        made.id = productIdForSku(made.sku);
        made.name = u"Product %1"_s.arg(i);
        const QString head = u"40063810%1"_s.arg(i, 4, 10, QLatin1Char('0'));
        made.barcodes = {head + QString::number(gtinCheckDigit(head))};
        products.append(made);
    }
    const auto saved =
        m_shop->ask((*m_shop)->catalog(), &CatalogService::saveAll, (*m_shop)->command(), products);
    QVERIFY(bool(saved));
    for (int i = 0; i < scans; ++i)
        m_scans.append({products[i].barcodes.first(), products[i].name});
    // Every tenth is misread, every tenth unknown.
    for (int i = 8; i < scans; i += 10) {
        m_scans[i] = {u"7350084980013"_s, {}};
        m_scans[i + 1] = {m_scans[i + 1].code.chopped(1) +
                              QString::number((m_scans[i + 1].code.last(1).toInt() + 1) % 10),
                          {}};
    }
}

void ScannerFloodTest::plan()
{
    constexpr quint64 betweenScans = 60;
    constexpr quint64 typingMs = 80;
    constexpr quint64 restMs = 2000;
    constexpr int wordKeys = 10;
    quint64 at = 1000;
    for (Scan &scan : m_scans) {
        scan.at = at;
        for (const QChar c : scan.code) {
            m_keys.append({at, c});
            at += MadeUpKeys::scannerMs;
        }
        m_keys.append({at, QChar()});
        at += betweenScans;
    }
    // A key within a code, or too close before it to be told from it, spoils the code.
    constexpr quint64 tooClose = 15;
    qsizetype scan = 0;
    int typed = 0;
    for (quint64 key = 1003; key < at; key += ++typed % wordKeys == 0 ? restMs : typingMs) {
        m_keys.append({key, u"abcdefghik"_s[typed % wordKeys]});
        while (scan < m_scans.size() && endOf(m_scans[scan]) < key)
            ++scan;
        if (scan < m_scans.size() && m_scans[scan].at < key + tooClose)
            m_scans[scan].isMixed = true;
    }
    std::stable_sort(m_keys.begin(), m_keys.end(),
                     [](const Key &a, const Key &b) { return a.at < b.at; });
}

void ScannerFloodTest::feed(int scan)
{
    QWindow *window = m_window->windowHandle();
    for (; m_next < m_keys.size() && m_keys[m_next].at <= endOf(m_scans[scan]); ++m_next) {
        m_board.pass(int(m_keys[m_next].at - m_now));
        m_now = m_keys[m_next].at;
        if (m_keys[m_next].c.isNull())
            m_board.enter(window);
        else
            m_board.press(window, m_keys[m_next].c);
    }
}

void ScannerFloodTest::disturb(int scan)
{
    if (scan % 25 == 0)
        press(scan % 50 == 0 ? Qt::Key_2 : Qt::Key_1, Qt::ControlModifier);
    if (scan % 7 == 0)
        QTest::keyClick(find<QTableView>(u"searchResults"_s), Qt::Key_PageDown);
    if (scan % 100 != 0)
        return;
    QList<Product> products;
    for (int i = 0; i < 300; ++i) {
        Product made = m_shop->products[1];
        made.sku = u"load-%1-%2"_s.arg(scan).arg(i);
        made.id = productIdForSku(made.sku);
        made.barcodes.clear();
        products.append(made);
    }
    call((*m_shop)->catalog(), &CatalogService::saveAll, (*m_shop)->command(), products)
        .then(this, [](const Result<SavedProducts> &saved) { QVERIFY(bool(saved)); });
}

void ScannerFloodTest::noScanIsLostAndNoneIsMerged()
{
    furnish();
    plan();
    int scan = 0;
    QTimer scanner;
    connect(&scanner, &QTimer::timeout, this, [&] {
        if (scan == scans)
            return scanner.stop();
        disturb(scan);
        feed(scan++);
    });
    scanner.start(0);
    QTRY_COMPARE_WITH_TIMEOUT(scan, scans, 120'000);
    QTRY_COMPARE_WITH_TIMEOUT(rows(u"cartLines"_s) + rows(u"scanFailures"_s), scans, 120'000);

    QStringList sold;
    QStringList refused;
    for (const Scan &each : m_scans) {
        if (each.isMixed || each.name.isEmpty())
            refused.prepend(each.isMixed ? QString() : each.code);
        else
            sold.append(each.name);
    }
    QVERIFY(sold.size() > scans / 2);
    QCOMPARE(rows(u"cartLines"_s), sold.size());
    for (int i = 0; i < sold.size(); ++i) {
        QCOMPARE(cell(u"cartLines"_s, i, 0), u"1"_s);
        QCOMPARE(cell(u"cartLines"_s, i, 1), sold[i]);
    }
    for (int i = 0; i < refused.size(); ++i) {
        if (!refused[i].isEmpty())
            QCOMPARE(cell(u"scanFailures"_s, i, 1), refused[i]);
    }
}

} // namespace kontor

QTEST_MAIN(kontor::ScannerFloodTest)
#include "scanner_flood_test.moc"
