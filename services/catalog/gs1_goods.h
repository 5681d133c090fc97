// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/catalog/gs1_elements.h"
#include "services/core/decimal.h"
#include "services/core/money.h"

#include <QStringList>

namespace kontor {

//! What an element string says of the goods that it stands on.
struct Gs1Goods
{
    QStringList keys; //!< the forms in which the catalog may have the GTIN, the likeliest first
    std::optional<Quantity> quantity; //!< pieces, or kilograms, metres, litres as they are sold
    bool isMeasured = false;          //!< not counted
    std::optional<ScaledDecimal> price;
    std::optional<Currency> priceCurrency; //!< nothing: that of the place
    QString lot;
    QString serial;
    QDate useBy;
    QDate bestBefore; //!< or sell by, whichever is sooner
};

Result<Gs1Goods> readGs1Goods(const QList<Gs1Element> &elements, QDate today);

} // namespace kontor
