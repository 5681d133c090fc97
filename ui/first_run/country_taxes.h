// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/money.h"

#include <optional>

namespace kontor {

//! What a shop in a country begins with.
struct CountryTaxes
{
    QString country; //!< ISO 3166, two capital letters
    Currency currency;
    TaxRate standard;
    TaxRate reduced; //!< the usual one on food

    //! Those that we know, in the order of their codes.
    static const QList<CountryTaxes> &all();
};

//! Nothing for a country that we do not know.
std::optional<CountryTaxes> taxesOf(const QString &country);

} // namespace kontor
