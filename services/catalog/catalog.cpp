// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/catalog.h"

#include "services/core/barcode.h"
#include "services/core/quote.h"

#include <QSet>

#include <algorithm>

namespace kontor {

namespace {

bool isAsciiLetter(QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

bool isOwnCode(QStringView code)
{
    constexpr qsizetype shortest = 4;
    constexpr qsizetype longest = 48;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return code.size() >= shortest && code.size() <= longest && !code.startsWith(u'-') &&
           std::any_of(code.begin(), code.end(), isDigit) &&
           std::all_of(code.begin(), code.end(),
                       [&](QChar c) { return isDigit(c) || isAsciiLetter(c) || c == u'-'; });
}

//! A text of one line that begins and ends with something.
bool isPlainLine(const QString &text, qsizetype longest)
{
    return text.size() <= longest && text == text.trimmed() &&
           std::none_of(text.begin(), text.end(),
                        [](QChar c) { return c.category() == QChar::Other_Control; });
}

Error productError(CatalogError code, const Product &product, const QString &what)
{
    return Error(code, QStringLiteral("product %1: %2").arg(quotedForMessage(product.sku), what));
}

Result<> checkBarcodes(const Product &product)
{
    if (product.barcodes.size() > Product::maxBarcodes)
        return productError(
            CatalogError::BadBarcode, product,
            QStringLiteral("there are more than %1 barcodes").arg(Product::maxBarcodes));
    QSet<QString> seen;
    for (const QString &code : product.barcodes) {
        if (canonicalBarcode(code) != code)
            return productError(CatalogError::BadBarcode, product,
                                QStringLiteral("%1 is no barcode").arg(quotedForMessage(code)));
        if (seen.contains(code))
            return productError(
                CatalogError::BadBarcode, product,
                QStringLiteral("the barcode %1 stands there twice").arg(quotedForMessage(code)));
        seen.insert(code);
    }
    return {};
}

} // namespace

QString categoryName(const QString &path)
{
    const qsizetype end = path.lastIndexOf(categorySeparator);
    return end < 0 ? path : path.sliced(end + categorySeparator.size());
}

QString parentCategory(const QString &path)
{
    return path.first(std::max<qsizetype>(0, path.lastIndexOf(categorySeparator)));
}

QStringList categoriesBelow(const QStringList &paths, const QString &path)
{
    const QString beginning = path.isEmpty() ? QString() : path + categorySeparator;
    QStringList names;
    for (const QString &each : paths) {
        if (!each.startsWith(beginning))
            continue;
        const QString name = each.sliced(beginning.size()).section(categorySeparator, 0, 0);
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    std::ranges::sort(names, [](const QString &a, const QString &b) {
        return QString::localeAwareCompare(a, b) < 0;
    });
    return names;
}

ProductId productIdForSku(const QString &sku)
{
    return ProductId::named(Timestamp{}, "sku:" + sku.toUtf8());
}

std::optional<QString> canonicalBarcode(QStringView text)
{
    const auto gtin = parseBarcode(text);
    if (gtin)
        return gtin->digits;
    const QStringView code = text.trimmed();
    if (gtin.error().is(BarcodeError::NotAGtin) && isOwnCode(code))
        return code.toString();
    return {};
}

bool isPictureName(const QString &name)
{
    return !name.isEmpty() && isPlainLine(name, Product::maxPictureLength) &&
           !name.startsWith(u'.') && !name.contains(u'/') && !name.contains(u'\\');
}

Result<> checkProduct(const Product &product)
{
    constexpr int oldest = 150;
    if (product.sku.isEmpty() || !isPlainLine(product.sku, Product::maxSkuLength))
        return productError(CatalogError::BadSku, product,
                            QStringLiteral("the SKU is empty, too long or not one line"));
    if (product.name.isEmpty() || !isPlainLine(product.name, Product::maxNameLength))
        return productError(CatalogError::BadName, product,
                            QStringLiteral("the name is empty, too long or not one line"));
    if (!isPlainLine(product.category, Product::maxCategoryLength))
        return productError(CatalogError::BadCategory, product,
                            QStringLiteral("the category is too long or not one line"));
    if (product.price.micros < 0 || product.price.micros > Product::maxPriceMicros ||
        !product.price.currency.isValid())
        return productError(CatalogError::BadPrice, product,
                            QStringLiteral("the price is negative, too high or of no currency"));
    if (product.taxRate.basisPoints < 0 || product.taxRate.basisPoints > TaxRate::maxBasisPoints)
        return productError(CatalogError::BadTaxRate, product,
                            QStringLiteral("the tax rate is not between 0 and 100 %"));
    if (product.weightGrams < 0 || product.weightGrams > Product::maxWeightGrams)
        return productError(CatalogError::BadWeight, product,
                            QStringLiteral("the weight is negative or too high"));
    if (product.minAge < 0 || product.minAge > oldest)
        return productError(CatalogError::BadAge, product,
                            QStringLiteral("the age is not between 0 and %1").arg(oldest));
    if (!product.picture.isEmpty() && !isPictureName(product.picture))
        return productError(CatalogError::BadPicture, product,
                            QStringLiteral("the picture is not the name of a file"));
    return checkBarcodes(product);
}

} // namespace kontor
