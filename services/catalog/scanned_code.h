// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/catalog/instore_code.h"
#include "services/core/money.h"
#include "services/core/quantity.h"

#include <QDate>

namespace kontor {

//! What must be known to read a code.
struct CodeRules
{
    Currency currency;
    QList<InStoreLayout> layouts;
    QDate today;
};

//! One way to read a code: what the catalog is asked for, and what the code says of the goods.
struct CodeReading
{
    QString key; //!< a barcode, or a number of the shop's own
    Quantity quantity = Quantity::pieces(1);
    std::optional<Money> price; //!< of all that the code stands on
    bool isMeasured = false;    //!< the code says how much, or for how much
    bool weightFollows = false; //!< from the price; the quantity is not known yet

    bool operator==(const CodeReading &) const = default;
};

//! What was scanned, before the catalog is asked.
struct ScannedCode
{
    QList<CodeReading> readings; //!< the first that the catalog knows is meant
    std::optional<Error> fault;  //!< why it is no label, to be told if the catalog knows none of it
    QString lot;
    QString serial;
    QDate useBy;      //!< not to be sold afterwards
    QDate bestBefore; //!< or sell by
    QString receipt;  //!< in case that the catalog knows none of it: the number of a receipt

    bool operator==(const ScannedCode &) const = default;
};

//! Reads whatever a scanner sends: EAN, UPC, ITF-14, the shop's own codes and labels, GS1 element
//! strings with or without an AIM prefix, GS1 Digital Links, a receipt's number.
Result<ScannedCode> readCode(const QString &scanned, const CodeRules &rules);

//! The longest code that is read.
inline constexpr qsizetype longestCode = 500;

} // namespace kontor
