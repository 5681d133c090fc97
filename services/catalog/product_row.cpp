// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/product_row.h"

#include "services/core/barcode.h"
#include "services/core/quote.h"

#include <QHash>
#include <QLocale>
#include <QMutex>
#include <QRegularExpression>

namespace kontor {

namespace {

constexpr int microDigits = 6;

Error rowError(ImportError code, const QString &what) { return Error(code, what); }

QString lettersAndHyphens(const QString &text)
{
    QString plain;
    for (const QChar c : text.toCaseFolded()) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            plain += c;
        else if (!plain.isEmpty() && !plain.endsWith(u'-'))
            plain += u'-';
    }
    if (plain.endsWith(u'-'))
        plain.chop(1);
    return plain;
}

//! The signs with which people write amounts of a currency somewhere, by CLDR: "$" for USD and CAD.
QString signsOf(Currency currency)
{
    QString found;
    const auto everywhere =
        QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory);
    for (const QLocale &locale : everywhere) {
        if (locale.currencySymbol(QLocale::CurrencyIsoCode) != currency.code())
            continue;
        const QString symbol = locale.currencySymbol();
        for (const QChar c : symbol) {
            if (c.category() == QChar::Symbol_Currency && !found.contains(c))
                found += c;
        }
    }
    return found;
}

bool isSignOf(Currency currency, QChar sign)
{
    static QMutex mutex;
    static QHash<QString, QString> known;
    const QMutexLocker lock(&mutex);
    auto signs = known.constFind(currency.code());
    if (signs == known.cend())
        signs = known.insert(currency.code(), signsOf(currency));
    return signs->contains(sign);
}

//! The row's own currency column, or the letters beside its price, or that of the whole table. A
//! sign can only contradict: many currencies share one.
Result<Currency> currencyIn(const ProductCells &cells, const RowReading &reading)
{
    Currency currency = reading.currency;
    const QStringView written = currencyOf(cells.price);
    const bool isSign = written.size() == 1;
    constexpr QChar anyCurrency = u'\u00A4';
    QStringList codes{cells.currency.toUpper()};
    if (!isSign)
        codes.append(written.toString());
    codes.removeAll(QString());
    for (const QString &code : std::as_const(codes)) {
        const auto named = Currency::fromCode(code);
        if (!named)
            return rowError(ImportError::UnknownCurrency,
                            QStringLiteral("there is no currency %1").arg(quotedForMessage(code)));
        currency = *named;
    }
    if (codes.size() == 2 && codes.first() != codes.last())
        return rowError(ImportError::OtherCurrency,
                        QStringLiteral("the price is in %1 and the currency is %2")
                            .arg(codes.last(), codes.first()));
    if (isSign && written.front() != anyCurrency && !isSignOf(currency, written.front()))
        return rowError(
            ImportError::OtherCurrency,
            QStringLiteral("the price %1 is not in %2; say with --currency what it is in")
                .arg(quotedForMessage(cells.price), currency.code()));
    return currency;
}

Result<UnitPrice> priceIn(const ProductCells &cells, const RowReading &reading)
{
    if (cells.price.isEmpty()) {
        const bool isParent = cells.kind.contains(QLatin1String("variable"), Qt::CaseInsensitive);
        return rowError(ImportError::NoPrice,
                        isParent ? QStringLiteral("there is no price: its variants have theirs")
                                 : QStringLiteral("there is no price"));
    }
    const auto currency = currencyIn(cells, reading);
    if (!currency)
        return currency.error();
    UnitPrice price{0, *currency};
    const auto number = parseDecimal(cells.price, microDigits, reading.mark);
    if (!number)
        return rowError(ImportError::BadPrice, QStringLiteral("price: ") + number.error().detail());
    const auto micros = number->scaledTo(microDigits);
    if (!micros || *micros < 0 || *micros > Product::maxPriceMicros)
        return rowError(ImportError::BadPrice,
                        QStringLiteral("the price %1 is negative or too high")
                            .arg(quotedForMessage(cells.price)));
    price.micros = *micros;
    return price;
}

// "24", "24 %", "25.5%". A fraction such as 0.24 is nobody's tax rate, but somebody's mistake.
Result<std::optional<TaxRate>> taxIn(const QString &cell, DecimalMark mark)
{
    if (cell.isEmpty())
        return std::optional<TaxRate>();
    QString text = cell;
    text.remove(u'%');
    constexpr int percentDigits = 2;
    constexpr qint64 onePercent = 100;
    constexpr qint64 most = 10'000;
    const auto number = parseDecimal(text, percentDigits, mark);
    const auto points = number ? number->scaledTo(percentDigits) : std::nullopt;
    if (!points || *points < 0 || *points > most || (*points > 0 && *points < onePercent))
        return rowError(ImportError::BadTaxRate,
                        QStringLiteral("the tax rate %1 is not one in percent, such as 24")
                            .arg(quotedForMessage(cell)));
    return std::optional(TaxRate{int(*points)});
}

std::optional<int> gramsIn(const QString &text, bool inKilograms, DecimalMark mark)
{
    const auto number = parseDecimal(text, microDigits, mark);
    const auto millionths = number ? number->scaledTo(microDigits) : std::nullopt;
    if (!millionths || *millionths < 0)
        return {};
    const qint64 grams = divideRounded(*millionths, inKilograms ? 1'000 : 1'000'000);
    if (grams > Product::maxWeightGrams)
        return {};
    return int(grams);
}

std::optional<int> weightIn(const ProductCells &cells, DecimalMark mark, QList<Error> &doubts)
{
    QString text = cells.weightGrams;
    bool inKilograms = false;
    if (text.isEmpty() && !cells.weightKilograms.isEmpty()) {
        text = cells.weightKilograms;
        inKilograms = true;
    } else if (text.isEmpty()) {
        text = cells.weight.toLower();
        inKilograms = text.endsWith(QLatin1String("kg"));
        if (text.endsWith(u'g'))
            text.chop(inKilograms ? 2 : 1);
    }
    if (text.isEmpty())
        return {};
    const auto grams = gramsIn(text, inKilograms, mark);
    if (!grams)
        doubts.append(
            rowError(ImportError::BadWeight,
                     QStringLiteral("the weight %1 is not one").arg(quotedForMessage(text))));
    return grams;
}

std::optional<int> ageIn(const QString &cell, QList<Error> &doubts)
{
    if (cell.isEmpty())
        return {};
    constexpr int oldest = 150;
    const auto number = parseDecimal(cell, 0);
    if (number && number->value >= 0 && number->value <= oldest)
        return int(number->value);
    doubts.append(rowError(ImportError::BadAge,
                           QStringLiteral("the age %1 is not one").arg(quotedForMessage(cell))));
    return {};
}

std::optional<QString> pictureIn(const QString &cell, QList<Error> &doubts)
{
    if (cell.isEmpty())
        return {};
    if (isPictureName(cell))
        return cell;
    doubts.append(rowError(
        ImportError::BadPicture,
        QStringLiteral("the picture %1 is not the name of a file").arg(quotedForMessage(cell))));
    return {};
}

std::optional<bool> flagIn(const QString &cell, const char *what, QList<Error> &doubts)
{
    static const QStringList yes{QStringLiteral("1"), QStringLiteral("true"), QStringLiteral("yes"),
                                 QStringLiteral("y"), QStringLiteral("active")};
    static const QStringList no{QStringLiteral("0"),     QStringLiteral("false"),
                                QStringLiteral("no"),    QStringLiteral("n"),
                                QStringLiteral("draft"), QStringLiteral("archived"),
                                QStringLiteral("-1"),    QStringLiteral("inactive")};
    if (cell.isEmpty())
        return {};
    const QString text = cell.toLower();
    if (yes.contains(text))
        return true;
    if (no.contains(text))
        return false;
    doubts.append(rowError(ImportError::BadFlag,
                           QStringLiteral("%1: %2 is neither yes nor no")
                               .arg(QString::fromLatin1(what), quotedForMessage(cell))));
    return {};
}

std::optional<bool> stockedIn(const ProductCells &cells, QList<Error> &doubts)
{
    for (const char *kind : {"virtual", "downloadable", "service"}) {
        if (cells.kind.contains(QLatin1String(kind), Qt::CaseInsensitive))
            return false;
    }
    return flagIn(cells.stocked, "stocked", doubts);
}

std::optional<QString> nameIn(const ProductCells &cells)
{
    const QString name = cells.name.simplified();
    const QString options = optionsOf(cells);
    if (name.isEmpty())
        return {};
    return options.isEmpty() ? name : QStringLiteral("%1 - %2").arg(name, options);
}

std::optional<QString> categoryIn(const ProductCells &cells)
{
    QStringList levels{cells.category.simplified(), cells.subcategory.simplified()};
    levels.removeAll(QString());
    if (levels.isEmpty())
        return {};
    return levels.join(categorySeparator);
}

} // namespace

QString optionsOf(const ProductCells &cells)
{
    QStringList options;
    for (const QString &option : {cells.option1, cells.option2, cells.option3}) {
        // Shopify's way of saying that there is nothing to choose.
        if (!option.isEmpty() && option != QLatin1String("Default Title"))
            options.append(option.simplified());
    }
    return options.join(QLatin1String(", "));
}

QStringList barcodesOf(const ProductCells &cells, QList<Error> &doubts)
{
    static const QRegularExpression between(QStringLiteral("[;|\\s]+"));
    QStringList codes;
    for (const QString &text : cells.barcode.split(between, Qt::SkipEmptyParts)) {
        const auto code = canonicalBarcode(text);
        if (code && !codes.contains(*code))
            codes.append(*code);
        if (code)
            continue;
        const auto gtin = parseBarcode(text);
        doubts.append(rowError(ImportError::BadBarcode,
                               gtin ? QStringLiteral("not a barcode") : gtin.error().detail()));
    }
    return codes;
}

QString skuOf(const ProductCells &cells)
{
    if (!cells.sku.isEmpty())
        return cells.sku;
    QList<Error> ignored;
    const QStringList codes = barcodesOf(cells, ignored);
    if (!codes.isEmpty())
        return codes.first();
    const QString stem = cells.handle.isEmpty() ? lettersAndHyphens(cells.name) : cells.handle;
    const QString options = lettersAndHyphens(optionsOf(cells));
    return options.isEmpty() || stem.isEmpty() ? stem : QStringLiteral("%1-%2").arg(stem, options);
}

Result<ProductRow> readProductRow(const ProductCells &cells, const RowReading &reading)
{
    ProductRow row;
    row.sku = skuOf(cells);
    const auto price = priceIn(cells, reading);
    if (!price)
        return price.error();
    if (row.sku.isEmpty())
        return rowError(ImportError::NoSku,
                        QStringLiteral("there is no SKU, barcode, handle or name"));
    const auto tax = taxIn(cells.tax, reading.mark);
    if (!tax)
        return tax.error();
    row.price = *price;
    row.taxRate = *tax;
    row.barcodes = barcodesOf(cells, row.doubts);
    row.name = nameIn(cells);
    row.category = categoryIn(cells);
    row.weightGrams = weightIn(cells, reading.mark, row.doubts);
    row.minAge = ageIn(cells.minAge, row.doubts);
    row.picture = pictureIn(cells.picture, row.doubts);
    row.active = flagIn(cells.active, "active", row.doubts);
    row.stocked = stockedIn(cells, row.doubts);
    return row;
}

Product ProductRow::appliedTo(Product product) const
{
    product.sku = sku;
    product.price = price;
    product.name = name.value_or(product.name);
    product.category = category.value_or(product.category);
    product.taxRate = taxRate.value_or(product.taxRate);
    product.weightGrams = weightGrams.value_or(product.weightGrams);
    product.minAge = minAge.value_or(product.minAge);
    product.picture = picture.value_or(product.picture);
    product.active = active.value_or(product.active);
    product.stocked = stocked.value_or(product.stocked);
    for (const QString &code : barcodes) {
        if (!product.barcodes.contains(code))
            product.barcodes.append(code);
    }
    return product;
}

} // namespace kontor
