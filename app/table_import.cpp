// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table_import.h"

#include "app/owner.h"
#include "services/core/call.h"

namespace kontor {

namespace {

constexpr int tickMs = 100;

} // namespace

TableImport::TableImport(CatalogService &catalog, const Clock &clock, const QString &till)
    : m_catalog(catalog)
    , m_import(std::make_shared<ProductImport>(catalog, clock, OwnerOnly::actor(), till))
{
    connect(&m_ticker, &QTimer::timeout, this, [this] {
        if (m_progress->total > 0)
            Q_EMIT progressed(m_progress->done, m_progress->total);
    });
}

TableImport::~TableImport() { m_import->cancel(); }

void TableImport::start(const QString &file, ImportOptions options)
{
    options.progress = [progress = m_progress](qint64 done, qint64 total) {
        progress->total = total;
        progress->done = done;
    };
    m_ticker.start(tickMs);
    const auto work = [import = m_import](CatalogService &, const QString &table,
                                          const ImportOptions &how) {
        return import->run(table, how);
    };
    call(m_catalog, work, file, options).then(this, [this](const Result<ImportReport> &report) {
        m_ticker.stop();
        Q_EMIT finished(report);
    });
}

} // namespace kontor
