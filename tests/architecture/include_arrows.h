// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/architecture/finding.h"
#include "tests/architecture/source_file.h"

#include <QStringList>

namespace kontor {

//! A topic of the system and the services that read it. The arrows are fixed.
struct TopicArrows
{
    QString service;
    QStringList readers;
};

const QList<TopicArrows> &topicArrows();

//! The eight services of the system, by folder.
const QStringList &systemServices();

//! Why the file may not include the header (a path from the root), or nothing if it may.
QString whyNotIncluded(const QString &path, const QString &header);

QList<Finding> includeFindings(const SourceFile &file);

} // namespace kontor
