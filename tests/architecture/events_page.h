// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/architecture/finding.h"
#include "tests/architecture/source_file.h"

namespace kontor {

//! Whether the header holds types that docs/events.md describes.
bool describesEvents(const QString &path);

//! Where the page of the events and the headers that it describes differ: types, fields and their
//! types, readers.
QList<Finding> eventsPageFindings(const SourceFile &page, const QList<SourceFile> &headers);

} // namespace kontor
