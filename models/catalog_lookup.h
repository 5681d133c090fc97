// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/cart.h"
#include "services/catalog/catalog_reader.h"

#include <QDate>
#include <QObject>

namespace kontor {

//! What a code or a typed text means.
struct Identified
{
    std::optional<Product> product;
    LabelledGoods goods; //!< how much of the product, and for how much; without a note
    QString lot;
    QString serial;
    QDate useBy;
    QDate bestBefore;
    QString receipt; //!< if there is no product: the number of a receipt
};

//! Answers what the person at the till looks for in the catalog.
class CatalogLookup : public QObject
{
    Q_OBJECT
public:
    explicit CatalogLookup(StoreUrl url);

    //! The most popular first; without a text all products are meant.
    Result<QList<Product>> find(const QString &text, int limit);
    //! What was scanned: a code of the product, or why there is none. A price on a label is in the
    //! shop's currency.
    Result<Identified> scanned(const QString &code, Currency currency, QDate today);
    //! What was typed: an SKU or a code as scanned() takes it, else the first that find() knows. A
    //! text that can only be a barcode means that barcode or nothing.
    Result<Identified> typed(const QString &text, Currency currency, QDate today);

private:
    Result<> open();
    Result<std::optional<Product>> byKey(const QString &key) const;

    StoreUrl m_url;
    std::unique_ptr<CatalogReader> m_reader; // made at the first question, in the thread that asks
};

} // namespace kontor
