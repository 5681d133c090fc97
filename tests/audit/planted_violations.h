// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/audit/shop_files.h"

namespace kontor::test {

using Plant = std::function<void(ShopFiles &)>;

//! Something wrong that is done to a sound shop, and what the auditor has to name.
struct Violation
{
    const char *name;
    const char *invariant;
    QString row; //!< a part of it
    Plant plant;
};

//! At least one for each invariant.
QList<Violation> plantedViolations();

} // namespace kontor::test
