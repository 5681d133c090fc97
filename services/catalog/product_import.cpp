// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/product_import.h"

#include "services/catalog/product_batch.h"
#include "services/core/quote.h"
#include "services/core/table_reader.h"

namespace kontor {

namespace {

//! Knows what a row may leave unsaid, because a row before it (Shopify) or its parent
//! (WooCommerce) says it.
class RowFamilies
{
public:
    void learnParent(const ProductCells &cells)
    {
        if (!cells.kind.contains(QLatin1String("variable"), Qt::CaseInsensitive))
            return;
        if (!cells.sku.isEmpty())
            m_parents.insert(cells.sku, cells);
        if (!cells.recordId.isEmpty())
            m_parents.insert(QStringLiteral("id:") + cells.recordId, cells);
    }

    ProductCells completed(ProductCells cells)
    {
        if (cells.handle != m_first.handle) {
            m_first = cells;
            m_isAccepted = false;
        } else if (!cells.handle.isEmpty()) {
            inherit(cells, m_first);
            if (cells.active.isEmpty())
                cells.active = m_first.active;
            if (cells.kind.isEmpty())
                cells.kind = m_first.kind;
        }
        if (const auto parent = m_parents.constFind(cells.parent); parent != m_parents.cend())
            inherit(cells, *parent);
        return cells;
    }

    void accept() { m_isAccepted = true; }
    //! Whether a product came of an earlier row with the handle of the row completed last.
    bool isAccepted() const { return m_isAccepted && !m_first.handle.isEmpty(); }

private:
    static void inherit(ProductCells &cells, const ProductCells &from)
    {
        const auto fill = [](QString &cell, const QString &value) {
            if (cell.isEmpty())
                cell = value;
        };
        fill(cells.name, from.name);
        fill(cells.category, from.category);
        fill(cells.subcategory, from.subcategory);
        fill(cells.tax, from.tax);
        fill(cells.currency, from.currency);
        fill(cells.minAge, from.minAge);
    }

    QHash<QString, ProductCells> m_parents;
    ProductCells m_first;
    bool m_isAccepted = false;
};

//! What the first reading of a table finds out.
struct Survey
{
    RowFamilies families;
    DecimalMark mark = DecimalMark::Unknown;
};

//! An image, or a part of a bundle: names no product of its own.
bool isContinuation(const ProductCells &cells)
{
    return cells.price.isEmpty() && cells.name.isEmpty() && cells.sku.isEmpty() &&
           cells.barcode.isEmpty() && optionsOf(cells).isEmpty() && !cells.handle.isEmpty();
}

class Reading
{
public:
    Reading(const QString &file, const ImportOptions &options, const std::atomic_bool &cancelled)
        : m_file(file)
        , m_options(options)
        , m_cancelled(cancelled)
    {
    }

    Result<> survey()
    {
        bool hasPoint = false;
        bool hasComma = false;
        const auto begin = [](const ProductColumns &) {};
        const auto done = eachRow(0, begin, [&](qint64, const ProductCells &cells) -> Result<> {
            const DecimalMark mark = decimalMarkOf(cells.price);
            hasPoint = hasPoint || mark == DecimalMark::Point;
            hasComma = hasComma || mark == DecimalMark::Comma;
            m_survey.families.learnParent(cells);
            return {};
        });
        m_survey.mark = m_options.mark;
        if (m_survey.mark == DecimalMark::Unknown && hasPoint != hasComma)
            m_survey.mark = hasPoint ? DecimalMark::Point : DecimalMark::Comma;
        return done;
    }

    Result<> import(ProductBatch &batch, ImportReport &report)
    {
        const auto warn = [&](const ProductColumns &columns) {
            for (const QString &name : columns.doubled())
                report.warn(1,
                            Error(ImportError::DoubledColumn,
                                  QStringLiteral("there is a second column %1; the first is read")
                                      .arg(quotedForMessage(name))));
        };
        const auto done = eachRow(1, warn, [&](qint64 line, const ProductCells &cells) {
            ++report.read;
            return importRow(line, cells, batch, report);
        });
        return done ? batch.flush() : done;
    }

private:
    Result<> importRow(qint64 line, const ProductCells &cells, ProductBatch &batch,
                       ImportReport &report)
    {
        const ProductCells whole = m_survey.families.completed(cells);
        if (isContinuation(cells)) {
            if (m_survey.families.isAccepted())
                ++report.merged;
            else
                report.refuse(line, Error(ImportError::NothingToAddTo,
                                          QStringLiteral("no product came of the row that this "
                                                         "one belongs to")));
            return {};
        }
        if (cells.price.isEmpty() && batch.hasRead(skuOf(whole))) {
            QList<Error> doubts;
            const QStringList barcodes = barcodesOf(cells, doubts);
            for (const Error &doubt : doubts)
                report.warn(line, doubt);
            return batch.merge(line, skuOf(whole), barcodes);
        }
        auto row = readProductRow(whole, {m_options.currency, m_options.taxRate, m_survey.mark});
        if (!row) {
            report.refuse(line, row.error());
            return {};
        }
        const auto taken = batch.take(line, std::move(*row));
        if (!taken)
            return taken.error();
        if (*taken)
            m_survey.families.accept();
        return {};
    }

    //! The table is read twice; pass is 0 or 1.
    template <class Begin, class Work>
    Result<> eachRow(int pass, Begin begin, Work work)
    {
        const auto reader = TableReader::open(m_file);
        if (!reader)
            return reader.error();
        const auto columns = ProductColumns::match((*reader)->header(), m_options.columns);
        if (!columns)
            return columns.error();
        begin(*columns);
        constexpr qint64 rowsPerReport = 512;
        for (qint64 rows = 0; !m_cancelled; ++rows) {
            if (m_options.progress && rows % rowsPerReport == 0)
                m_options.progress(pass * (*reader)->bytesTotal() + (*reader)->bytesRead(),
                                   2 * (*reader)->bytesTotal());
            const auto found = (*reader)->next();
            if (!found)
                return found.error();
            if (!*found)
                break;
            if (const auto done = work((*reader)->line(), columns->read(**reader)); !done)
                return done;
        }
        return {};
    }

    const QString m_file;
    const ImportOptions &m_options;
    const std::atomic_bool &m_cancelled;
    Survey m_survey;
};

} // namespace

ProductImport::ProductImport(CatalogService &catalog, const Clock &clock, QString actor,
                             QString till)
    : m_catalog(catalog)
    , m_clock(clock)
    , m_actor(std::move(actor))
    , m_till(std::move(till))
{
}

Result<ImportReport> ProductImport::run(const QString &file, const ImportOptions &options)
{
    m_cancelled = false;
    ImportReport report;
    Reading reading(file, options, m_cancelled);
    if (const auto surveyed = reading.survey(); !surveyed)
        return surveyed.error();
    ProductBatch batch(m_catalog, m_clock, m_actor, m_till, options.taxRate, report);
    if (const auto imported = reading.import(batch, report); !imported)
        return imported.error();
    report.cancelled = m_cancelled;
    return report;
}

} // namespace kontor
