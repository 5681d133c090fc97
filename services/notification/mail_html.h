// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace kontor {

//! The text of a mail as a page: an empty line ends a paragraph, an https: address that stands on a
//! line of its own becomes a link. Whatever else stands in the text is shown as it is.
QString mailHtml(const QString &title, const QString &text);

} // namespace kontor
