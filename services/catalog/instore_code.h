// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/catalog/scan_error.h"
#include "services/core/barcode.h"
#include "services/core/codec.h"

#include <QList>

#include <optional>

namespace kontor {

//! What the value within an in-store code is.
enum class InStoreValue
{
    Weight,        //!< or another measure, in the unit of the product's price
    Price,         //!< of one pack
    PriceOfWeight, //!< of a pack whose weight follows from the product's price
};

template <>
struct EnumNames<InStoreValue>
{
    static constexpr std::string_view names[] = {"Weight", "Price", "PriceOfWeight"};
};

//! How the shop's own labels with a weight or a price are laid out: prefix, item, verifier if there
//! is one, value, check digit. GS1 keeps the prefixes 02 and 20 to 29 free for them and leaves the
//! rest to the shop (General Specifications, 2.1.14).
struct InStoreLayout
{
    QString prefix; //!< of two to four digits; the longest one that fits is meant
    int itemDigits = 5;
    int valueDigits = 5;
    InStoreValue value = InStoreValue::Weight;
    int decimals = 3;         //!< of the value
    bool hasVerifier = false; //!< a digit before the value that proves it

    bool operator==(const InStoreLayout &) const = default;
};

//! What one such label says.
struct InStoreCode
{
    QString product; //!< the whole code with a value of zero, as catalogs have it
    QString item;    //!< its number alone
    InStoreValue value = InStoreValue::Weight;
    qint64 amount = 0; //!< value × 10^decimals
    int decimals = 0;

    bool operator==(const InStoreCode &) const = default;
};

//! What shops mostly have: prices on labels of packers (02), weights (20, 21), prices (22, 23).
QList<InStoreLayout> usualInStoreLayouts();
Result<> checkLayout(const InStoreLayout &layout);
//! Each of them, and that no prefix stands there twice.
Result<> checkLayouts(const QList<InStoreLayout> &layouts);

//! A layout as people write it, a letter for a digit: "21 IIIII WW.WWW" is an item and kilograms, P
//! a price, T a price of which the weight follows, V the verifier. The check digit is left out.
QString patternOf(const InStoreLayout &layout);
Result<InStoreLayout> parsePattern(const QString &text);

//! Nothing if no layout fits: then it is a barcode like any other.
Result<std::optional<InStoreCode>> readInStoreCode(const Gtin &gtin,
                                                   const QList<InStoreLayout> &layouts);

//! The digit that proves a price of four or five digits (GS1 General Specifications, 7.9.2 to
//! 7.9.4).
int priceVerifier(QStringView digits);

} // namespace kontor
