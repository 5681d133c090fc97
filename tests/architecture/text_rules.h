// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/architecture/finding.h"
#include "tests/architecture/source_file.h"

#include <QRegularExpression>

namespace kontor {

//! Something that may not stand in some of the files.
struct TextRule
{
    QString name;
    QString says; //!< told to whoever broke it
    QRegularExpression paths;
    QRegularExpression exceptions; //!< paths too
    QString SourceFile::*view = nullptr;
    QRegularExpression pattern;

    bool concerns(const QString &path) const;
    QList<Finding> findings(const SourceFile &file) const;
};

const QList<TextRule> &textRules();

} // namespace kontor
