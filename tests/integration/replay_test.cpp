// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/orders_of.h"
#include "tests/integration/real_history.h"

#include <QTemporaryDir>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int replayLimitMs = 250'000;

//! The report's figures by the names of the key.
QJsonObject figuresOf(const ReplayReport &report)
{
    return {{u"sale_invoices_all_positive"_s, report.orders},
            {u"sale_lines"_s, report.lines},
            {u"sale_total"_s, report.salesTotal.toPlainString()},
            {u"cancellation_invoices"_s, report.returns},
            {u"cancellation_lines"_s, report.returnLines},
            {u"cancellation_total"_s, report.returnsTotal.toPlainString()},
            {u"invoices_with_negative_quantity_not_C"_s, report.stockCorrections},
            {u"sum_of_rounded_lines"_s, (report.salesTotal + report.returnsTotal).toPlainString()}};
}

//! What stands in the books line by line, by the names of the key.
struct BookedLines
{
    qint64 rows = 0;
    qint64 pieces = 0;
    qint64 withoutPrice = 0;
    qint64 withoutDescription = 0;

    void add(const OrderedLine &line)
    {
        ++rows;
        pieces += line.quantity.thousandths / 1000;
        withoutPrice += line.unitPrice.micros == 0 ? 1 : 0;
        withoutDescription += line.name.isEmpty() ? 1 : 0;
    }
    //! In the history a correction is a row without a price.
    void add(const StockMove &correction)
    {
        ++rows;
        pieces += correction.quantity.thousandths / 1000;
        ++withoutPrice;
        withoutDescription += correction.reason == u"no description given"_s ? 1 : 0;
    }
};

Result<BookedLines> bookedLines(Shop &shop)
{
    BookedLines booked;
    const auto orders = ordersOf(shop);
    if (!orders)
        return orders.error();
    for (const Order &order : *orders) {
        const auto lines = shop.order().lines(order.id);
        if (!lines)
            return lines.error();
        for (const OrderedLine &line : *lines)
            booked.add(line);
    }
    const auto changed = shop.catalog().changedAfter(0, std::numeric_limits<int>::max());
    if (!changed)
        return changed.error();
    for (const ProductRevision &revision : *changed) {
        const auto moves =
            shop.inventory().moves(revision.product.id, std::numeric_limits<int>::max());
        if (!moves)
            return moves.error();
        for (const StockMove &move : *moves) {
            if (move.kind == MoveKind::Correction)
                booked.add(move);
        }
    }
    return booked;
}

//! How far each topic goes, and what the auditor counted.
QJsonObject countsOf(const AuditReport &report)
{
    QJsonObject counts{{u"orders"_s, report.orders},
                       {u"lines"_s, report.lines},
                       {u"moves"_s, report.moves},
                       {u"payments"_s, report.payments},
                       {u"commands"_s, report.commands}};
    for (auto it = report.topics.cbegin(); it != report.topics.cend(); ++it)
        counts.insert(it.key(), it->seq);
    return counts;
}

} // namespace

//! The history of a real shop goes through all eight services and comes out as it was.
class ReplayTest : public QObject
{
    Q_OBJECT
private:
    ReplayReport replayed(const QString &folder)
    {
        ReplayReport report;
        ReplayOptions options;
        options.file = RealHistory::file();
        const QString complaint = ReplayShop(folder).replay(options, report, replayLimitMs);
        if (!complaint.isEmpty())
            QTest::qFail(qPrintable(complaint), __FILE__, __LINE__);
        return report;
    }
    AuditReport audited(const QString &folder)
    {
        const auto report = auditOf(folder);
        if (!report) {
            QTest::qFail(qPrintable(report.error().text()), __FILE__, __LINE__);
            return {};
        }
        return *report;
    }

    void compareWithKey(const QJsonObject &figures)
    {
        const QJsonObject key = RealHistory::key();
        for (auto it = figures.constBegin(); it != figures.constEnd(); ++it) {
            const QString found = it.value().toVariant().toString();
            QVERIFY2(key[it.key()] == it.value(), qPrintable(it.key() + u" is "_s + found));
        }
    }

private Q_SLOTS:
    void init()
    {
        if (RealHistory::isThere())
            return;
        if (qEnvironmentVariableIsSet("KONTOR_CI"))
            QFAIL("the real orders are missing");
        QSKIP("the real orders are missing");
    }

    void aRealHistoryComesOutAsItWas()
    {
        const QTemporaryDir folder;
        const ReplayReport report = replayed(folder.path());
        compareWithKey(figuresOf(report));
        QVERIFY2(report.skipped.isEmpty(),
                 report.skipped.isEmpty() ? "" : qPrintable(report.skipped.first().reason));

        const AuditReport audit = audited(folder.path());
        QCOMPARE(textsOf(audit.findings), QStringList());
        QVERIFY(audit.quiet);
        QCOMPARE(audit.orders, report.orders + report.returns);
        QCOMPARE(audit.lines, report.lines + report.returnLines);

        ShopSettings settings;
        settings.folder = folder.path();
        settings.threads = false;
        const SystemClock clock;
        const OwnerOnly rights;
        const auto shop = Shop::open(settings, clock, rights);
        QVERIFY(shop);
        const auto booked = bookedLines(**shop);
        QVERIFY2(booked, booked ? "" : qPrintable(booked.error().text()));
        const auto products = (*shop)->catalog().count();
        QVERIFY(products);
        compareWithKey({{u"rows"_s, booked->rows},
                        {u"quantity_sum"_s, booked->pieces},
                        {u"zero_price_lines"_s, booked->withoutPrice},
                        {u"lines_without_description"_s, booked->withoutDescription},
                        {u"stock_codes"_s, *products},
                        {u"customers"_s, audit.topics.value(u"account"_s).seq}});
    }

    void anInterruptedReplayGoesOnAndDoublesNothing()
    {
        const QTemporaryDir whole;
        const ReplayReport expected = replayed(whole.path());
        const AuditReport expectedAudit = audited(whole.path());

        const QTemporaryDir folder;
        {
            ReplayShop shop(folder.path());
            ReplayOptions options;
            options.file = RealHistory::file();
            shop.dropReplayAfter(options, QFileInfo(options.file).size() / 2, replayLimitMs);
        }
        const AuditReport half = audited(folder.path());
        QVERIFY(half.orders > 0);
        QVERIFY(half.orders < expectedAudit.orders);
        const ReplayReport goneOn = replayed(folder.path());
        QCOMPARE(figuresOf(goneOn), figuresOf(expected));
        const AuditReport audit = audited(folder.path());
        QCOMPARE(textsOf(audit.findings), QStringList());
        QCOMPARE(countsOf(audit), countsOf(expectedAudit));

        const ReplayReport again = replayed(folder.path());
        QCOMPARE(figuresOf(again), figuresOf(expected));
        QCOMPARE(countsOf(audited(folder.path())), countsOf(expectedAudit));
    }
};

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ReplayTest)
#include "replay_test.moc"
