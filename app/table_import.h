// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/catalog/product_import.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace kontor {

//! Reads a table of products in the thread of the catalog, and tells how far it is. Whoever lets it
//! go before it is done has it cancelled.
class TableImport : public QObject
{
    Q_OBJECT
public:
    TableImport(CatalogService &catalog, const Clock &clock, const QString &till);
    ~TableImport() override;

    //! finished() follows.
    void start(const QString &file, ImportOptions options);

Q_SIGNALS:
    //! Of bytes.
    void progressed(qint64 done, qint64 total);
    void finished(const kontor::Result<kontor::ImportReport> &report);

private:
    // Shared with the catalog's thread, which may still read when this is gone.
    struct Progress
    {
        std::atomic<qint64> done{0};
        std::atomic<qint64> total{0};
    };

    CatalogService &m_catalog;
    const std::shared_ptr<ProductImport> m_import;
    const std::shared_ptr<Progress> m_progress = std::make_shared<Progress>();
    QTimer m_ticker;
};

} // namespace kontor
