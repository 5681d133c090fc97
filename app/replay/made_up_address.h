// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/account/account.h"

namespace kontor {

//! An address in a country that a history names in English, for parcels that need one. What is not
//! known as a country is sent within the United Kingdom.
Address madeUpAddress(const QString &name, const QString &country);

} // namespace kontor
