// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/catalog/gs1_elements.h"

#include <span>

namespace kontor {

//! A key with which a GS1 Digital Link may name what it is about.
struct Gs1LinkKey
{
    const char *identifier;
    const char *qualifiers; //!< that may follow in this order, "|" between alternatives
};

std::span<const Gs1LinkKey> gs1LinkKeys();

//! Whether the text is a web address.
bool isWebAddress(QStringView text);

//! Reads a GS1 Digital Link, "https://id.gs1.org/01/09521234543213/10/ABC?17=261231": whatever the
//! domain and the path before the key, all of the rest or nothing. What is asked of the address
//! itself, under names that are no application identifiers, is passed over.
Result<QList<Gs1Element>> parseGs1Link(QStringView address);

} // namespace kontor
