// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/id.h"
#include "services/core/money.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kontor {

enum class CatalogError
{
    BadSku,
    BadName,
    BadPrice,
    BadTaxRate,
    BadCategory,
    BadBarcode,
    BadWeight,
    BadAge,
    BadPicture,
    BadCountry,
    SaidTwice, //!< two rows of a table for the same case
    SkuTaken,
    BarcodeTaken,
    NoSearchHere, //!< a server's catalog is searched on the till's replica
};
KONTOR_ERROR_DOMAIN(CatalogError);

//! What the shop sells: one thing that a line of a receipt can name.
struct Product
{
    //! The dearest price of one unit: a milliard of the major unit.
    static constexpr qint64 maxPriceMicros = 1'000'000'000 * UnitPrice::scale;
    static constexpr int maxNameLength = 500;
    static constexpr int maxSkuLength = 200;
    static constexpr int maxCategoryLength = 500;
    static constexpr int maxBarcodes = 100;
    static constexpr int maxPictureLength = 200;
    static constexpr int maxWeightGrams = 1'000'000'000;

    bool active = true;   //!< false: no longer sold, and not found at the till
    QStringList barcodes; //!< each as canonicalBarcode() writes it
    QString category;     //!< a path such as "Drinks > Tea"; may be empty
    ProductId id;
    int minAge = 0; //!< years that the buyer must have; 0: anybody
    QString name;
    QString picture; //!< a file in the shop's folder of pictures; may be empty
    UnitPrice price; //!< tax included
    QString sku;     //!< the shop's own number; "a1" and "A1" are two
    bool stocked = true;
    TaxRate taxRate;
    int weightGrams = 0; //!< of one unit; 0: not known

    bool operator==(const Product &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("active", self.active);
        a("barcodes", self.barcodes);
        a("category", self.category);
        a("id", self.id);
        a("minAge", self.minAge);
        a("name", self.name);
        a("picture", self.picture);
        a("price", self.price);
        a("sku", self.sku);
        a("stocked", self.stocked);
        a("taxRate", self.taxRate);
        a("weightGrams", self.weightGrams);
    }
};

//! Between the parts of a category's path.
inline const QString categorySeparator = QStringLiteral(" > ");

//! The last part of a category's path.
QString categoryName(const QString &path);
//! The path without its last part; empty: there is none above.
QString parentCategory(const QString &path);

//! The names of the next level below a category, each once, in the order of the language; an empty
//! path means the first level.
QStringList categoriesBelow(const QStringList &paths, const QString &path);

//! The id that a product read from a file gets, so that it is the same one each time.
ProductId productIdForSku(const QString &sku);

//! The one form in which two scans of a product are equal; nothing if it cannot be a barcode: a
//! GTIN must have a right check digit, a code of the shop's own consists of 4 to 48 letters, digits
//! and hyphens, a digit among them.
std::optional<QString> canonicalBarcode(QStringView text);

//! A bare name of a file: a table from somewhere must not make the till read in other folders.
bool isPictureName(const QString &name);

//! What no product may lack or exceed. Whether SKU and barcodes are free, only the store knows.
Result<> checkProduct(const Product &product);

} // namespace kontor
