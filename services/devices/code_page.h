// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace kontor {

//! Code page 858, which receipt printers know: Western European letters, £ and €. A letter that it
//! lacks loses its accent, or becomes a question mark; nothing below a space is ever made.
QByteArray toCodePage858(const QString &text);
//! Whether each letter of the text is there as it is; quotation marks and dashes may have others of
//! the same width in their place.
bool hasCodePage858(const QString &text);
QString fromCodePage858(QByteArrayView bytes);

} // namespace kontor
