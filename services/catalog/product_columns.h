// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/column_map.h"

#include <array>

namespace kontor {

class TableReader;

//! What one row of a product table says, each cell as text without the spaces around it.
struct ProductCells
{
    QString active;
    QString barcode;
    QString category;
    QString currency;
    QString handle; //!< what the rows of one product and its variants have in common
    QString kind;   //!< WooCommerce's "simple", "variable", "variation", "virtual"
    QString minAge;
    QString name;
    QString option1; //!< what sets this variant apart: a size, a colour
    QString option2;
    QString option3;
    QString picture;
    QString parent; //!< SKU, or "id:" and the number, of the product that this is a variant of
    QString price;
    QString recordId;
    QString sku;
    QString stocked;
    QString subcategory;
    QString tax;
    QString weight; //!< with its unit; without one: in grams
    QString weightGrams;
    QString weightKilograms;

    bool operator==(const ProductCells &) const = default;
};

//! Finds the columns of a product table by what spreadsheets and other shops call them.
class ProductColumns
{
public:
    //! Overrides say which column a field (named as in ProductCells) stands in.
    static Result<ProductColumns> match(const QStringList &header,
                                        const QHash<QString, QString> &overrides);

    ProductCells read(const TableReader &row) const;
    //! As ColumnMap::doubled().
    const QStringList &doubled() const { return m_doubled; }

private:
    static constexpr size_t fieldCount = 22;

    std::array<int, fieldCount> m_columns{};
    QStringList m_doubled;
};

} // namespace kontor
