// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/devices/document.h"

namespace kontor {

//! The document as a page of its own, barcodes included; for mails and for PDF.
QString paperHtml(const Document &document, int fontPoints = 8);

} // namespace kontor
