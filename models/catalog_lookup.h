// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/catalog/catalog_reader.h"

#include <QObject>

namespace kontor {

//! Answers what the person at the till looks for in the catalog.
class CatalogLookup : public QObject
{
    Q_OBJECT
public:
    explicit CatalogLookup(StoreUrl url);

    //! The most popular first; without a text all products are meant.
    Result<QList<Product>> find(const QString &text, int limit);
    //! The one product that a scan or a typed text means: the one of this barcode or SKU, else the
    //! first that find() knows. A text that can only be a barcode means that barcode or nothing.
    Result<std::optional<Product>> match(const QString &text);

private:
    Result<> open();

    StoreUrl m_url;
    std::unique_ptr<CatalogReader> m_reader; // made at the first question, in the thread that asks
};

} // namespace kontor
