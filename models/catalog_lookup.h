// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/cart.h"
#include "services/catalog/catalog_reader.h"

#include <QDate>
#include <QObject>

namespace kontor {

//! Which products are to be listed: those that a text finds, or without one those of a category and
//! of the categories below it, or without that all.
struct ProductWish
{
    QString text;
    QString category;

    bool operator==(const ProductWish &) const = default;
};

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

    //! The most popular first. After which rank the next page begins, the page says.
    Result<ProductPage> find(const ProductWish &wish, qint64 afterRank, int limit);
    //! Where the pages of a category begin; for half a second busy with a million products.
    Result<ProductOutline> outline(const QString &category, int pageRows);
    Result<QStringList> categories();
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
