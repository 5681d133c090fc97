// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/attention_task.h"
#include "app/cli/console.h"
#include "app/cli/demo_shop_task.h"
#include "app/cli/demo_task.h"
#include "app/cli/retry_task.h"
#include "app/cli/task.h"
#include "app/cli/task_options.h"
#include "app/replay/replay.h"
#include "app/table_import.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

// Of a long list a person is shown the beginning; --json has all of it.
constexpr qsizetype linesForPeople = 50;

void tellOmitted(Console &console, qsizetype all)
{
    if (all > linesForPeople)
        console.print(u"… and %1 more; --json lists them all"_s.arg(all - linesForPeople));
}

class ReplayTask final : public Task
{
public:
    ReplayTask(const CommandLine &line, Shop &shop, Console &console)
        : m_line(line)
        , m_shop(shop)
        , m_console(console)
    {
    }

    void start() override
    {
        const auto options = replayOptions(m_line);
        if (!options)
            return refuse(options.error(), m_console);
        m_replay = std::make_unique<Replay>(m_shop, *options);
        connect(m_replay.get(), &Replay::progressed, this, [this](qint64 done, qint64 total) {
            m_console.progress(u"Replaying"_s, done, total);
        });
        connect(m_replay.get(), &Replay::finished, this, &ReplayTask::tell);
        m_replay->start();
    }

private:
    void tell(const Result<> &result)
    {
        const ReplayReport &report = m_replay->report();
        const bool bookedNothing =
            report.orders == 0 && report.returns == 0 && report.stockCorrections == 0;
        if (result || !bookedNothing) {
            if (m_line.json)
                tellJson(report);
            else
                tellPeople(report);
        }
        if (!result)
            m_console.complain(result.error());
        else if (bookedNothing && !report.skipped.isEmpty())
            m_console.complain(u"Nothing of this file could be booked."_s);
        Q_EMIT finished(result && (!bookedNothing || report.skipped.isEmpty()) ? 0 : 1);
    }

    void tellJson(const ReplayReport &report)
    {
        QJsonArray skipped;
        for (const SkippedInvoice &invoice : report.skipped)
            skipped.append(
                QJsonObject{{u"invoice"_s, invoice.invoice}, {u"reason"_s, invoice.reason}});
        const Money net = report.salesTotal + report.returnsTotal;
        m_console.print(QJsonObject{
            {u"orders"_s, report.orders},
            {u"lines"_s, report.lines},
            {u"returns"_s, report.returns},
            {u"return_lines"_s, report.returnLines},
            {u"stock_corrections"_s, report.stockCorrections},
            {u"skipped"_s, skipped},
            {u"sales_total"_s, report.salesTotal.toPlainString()},
            {u"returns_total"_s, report.returnsTotal.toPlainString()},
            {u"net_total"_s, net.toPlainString()},
            {u"currency"_s, net.currency.code()},
            {u"seconds"_s, report.seconds},
            {u"orders_per_s"_s, report.seconds > 0 ? report.orders / report.seconds : 0}});
    }

    void tellPeople(const ReplayReport &report)
    {
        m_console.print(
            u"%1 orders with %2 lines, %3 %4"_s.arg(report.orders)
                .arg(report.lines)
                .arg(report.salesTotal.toPlainString(), report.salesTotal.currency.code()));
        m_console.print(
            u"%1 returns with %2 lines, %3 %4"_s.arg(report.returns)
                .arg(report.returnLines)
                .arg(report.returnsTotal.toPlainString(), report.returnsTotal.currency.code()));
        m_console.print(u"%1 stock corrections"_s.arg(report.stockCorrections));
        for (const SkippedInvoice &invoice :
             report.skipped.first(std::min(report.skipped.size(), linesForPeople)))
            m_console.print(invoice.invoice.isEmpty() ? u"not booked: %1"_s.arg(invoice.reason)
                                                      : u"not booked: invoice %1: %2"_s.arg(
                                                            invoice.invoice, invoice.reason));
        tellOmitted(m_console, report.skipped.size());
        m_console.print(u"%1 s"_s.arg(report.seconds, 0, 'f', 2));
    }

    const CommandLine m_line;
    Shop &m_shop;
    Console &m_console;
    std::unique_ptr<Replay> m_replay;
};

class ImportTask final : public Task
{
public:
    ImportTask(const CommandLine &line, Shop &shop, Console &console)
        : m_line(line)
        , m_shop(shop)
        , m_console(console)
        , m_import(shop.catalog(), shop.clock(), shop.settings().till)
    {
        connect(&m_import, &TableImport::progressed, this, [this](qint64 done, qint64 total) {
            m_console.progress(u"Importing"_s, done, total);
        });
        connect(&m_import, &TableImport::finished, this, &ImportTask::tell);
    }

    void start() override
    {
        const auto profile = ShopProfile::load(m_shop.settings().folder);
        if (!profile)
            return refuse(profile.error(), m_console);
        const auto options = importOptions(m_line, *profile);
        if (!options)
            return refuse(options.error(), m_console);
        m_import.start(m_line.arguments.first(), *options);
    }

private:
    static QJsonArray remarks(const QList<RowRemark> &rows)
    {
        QJsonArray array;
        for (const RowRemark &row : rows)
            array.append(QJsonObject{{u"line"_s, row.line}, {u"reason"_s, row.reason.text()}});
        return array;
    }

    void tell(const Result<ImportReport> &report)
    {
        if (!report) {
            m_console.complain(report.error());
            Q_EMIT finished(1);
            return;
        }
        if (m_line.json)
            tellJson(*report);
        else
            tellPeople(*report);
        const bool nothingRead = report->refusedCount > 0 && report->refusedCount == report->read;
        if (nothingRead)
            m_console.complain(u"No row of this file could be read as a product."_s);
        Q_EMIT finished(nothingRead ? 1 : 0);
    }

    void tellJson(const ImportReport &report)
    {
        m_console.print(QJsonObject{{u"read"_s, report.read},
                                    {u"new"_s, report.newProducts},
                                    {u"changed"_s, report.changed},
                                    {u"unchanged"_s, report.unchanged},
                                    {u"merged"_s, report.merged},
                                    {u"refused"_s, remarks(report.refused)},
                                    {u"warnings"_s, remarks(report.warnings)}});
    }

    void tellPeople(const ImportReport &report)
    {
        for (const RowRemark &row :
             report.refused.first(std::min(report.refused.size(), linesForPeople)))
            m_console.print(u"line %1 refused: %2"_s.arg(row.line).arg(row.reason.text()));
        tellOmitted(m_console, report.refused.size());
        for (const RowRemark &row :
             report.warnings.first(std::min(report.warnings.size(), linesForPeople)))
            m_console.print(u"line %1: %2"_s.arg(row.line).arg(row.reason.text()));
        tellOmitted(m_console, report.warnings.size());
        m_console.print(u"%1 rows read: %2 new, %3 changed, %4 unchanged, %5 merged, %6 refused"_s
                            .arg(report.read)
                            .arg(report.newProducts)
                            .arg(report.changed)
                            .arg(report.unchanged)
                            .arg(report.merged)
                            .arg(report.refusedCount));
    }

    const CommandLine m_line;
    Shop &m_shop;
    Console &m_console;
    TableImport m_import;
};

} // namespace

void Task::refuse(const Error &error, Console &console)
{
    console.complain(error);
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(2); }, Qt::QueuedConnection);
}

std::unique_ptr<Task> Task::make(const CommandLine &line, Shop &shop, Console &console)
{
    if (line.command == u"replay"_s)
        return std::make_unique<ReplayTask>(line, shop, console);
    if (line.command == u"import-products"_s)
        return std::make_unique<ImportTask>(line, shop, console);
    if (line.command == u"attention"_s)
        return std::make_unique<AttentionTask>(line, shop, console);
    if (line.command == u"retry"_s)
        return std::make_unique<RetryTask>(line, shop, console);
    if (line.command == u"demo"_s)
        return std::make_unique<DemoTask>(shop, console);
    if (line.command == u"demo-shop"_s)
        return std::make_unique<DemoShopTask>(shop, console);
    return nullptr;
}

} // namespace kontor
