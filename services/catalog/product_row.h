// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/catalog/catalog.h"
#include "services/catalog/product_columns.h"
#include "services/core/decimal.h"

namespace kontor {

enum class ImportError
{
    NoPrice,
    BadPrice,
    UnknownCurrency,
    OtherCurrency, //!< the price's sign or letters say another one than the table
    NoName,
    NoSku,
    BadTaxRate,
    BadWeight,
    BadAge,
    BadPicture,
    BadFlag,
    BadBarcode,
    BarcodeTaken,
    PriceConflict, //!< the same product stands in the file with two prices
    NothingToAddTo,
    DoubledColumn,
};
KONTOR_ERROR_DOMAIN(ImportError);

//! How the cells of a table are to be understood.
struct RowReading
{
    Currency currency;
    TaxRate taxRate; //!< of products about which nothing is said
    DecimalMark mark = DecimalMark::Unknown;
};

//! What one row says about one product. What it is silent about stays as it is.
struct ProductRow
{
    QString sku;
    UnitPrice price;
    QStringList barcodes;
    std::optional<QString> name;
    std::optional<QString> category;
    std::optional<TaxRate> taxRate;
    std::optional<int> weightGrams;
    std::optional<int> minAge;
    std::optional<QString> picture;
    std::optional<bool> active;
    std::optional<bool> stocked;
    QList<Error> doubts; //!< what could not be understood and was left out

    //! The product as it is after this row; a new one keeps its id and what was set by default.
    Product appliedTo(Product product) const;
};

//! An error where the row is no product. Asks nothing of the store.
Result<ProductRow> readProductRow(const ProductCells &cells, const RowReading &reading);

//! The row's own SKU, or one made of its barcode, handle and options, or name, so that it is the
//! same each time.
QString skuOf(const ProductCells &cells);

QStringList barcodesOf(const ProductCells &cells, QList<Error> &doubts);

//! "Blue, Large" of the row's options; empty where there is nothing to choose.
QString optionsOf(const ProductCells &cells);

} // namespace kontor
