// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/first_run/country_taxes.h"

#include <QComboBox>

namespace kontor {

//! The countries whose taxes we know, by name; the data of each is its code.
QComboBox *countryBox(const QString &objectName);
//! One that we do not know is added.
void chooseCountry(QComboBox *box, const QString &country);

} // namespace kontor
