// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/architecture/finding.h"

#include <QStringList>

namespace kontor {

//! What the folder of a service lacks, given the paths of the whole tree.
QList<Finding> shapeFindings(const QString &service, const QStringList &paths);

//! Folders below services/ that are no room of the house.
QList<Finding> unknownServiceFindings(const QStringList &paths);

} // namespace kontor
