// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace kontor {

//! A place in the tree that breaks a rule.
struct Finding
{
    QString path;
    int line = 0; //!< 0: the file as a whole, or its absence
    QString rule;

    QString text() const
    {
        return line > 0 ? QStringLiteral("%1:%2: %3").arg(path).arg(line).arg(rule)
                        : QStringLiteral("%1: %2").arg(path, rule);
    }
};

//! One finding a line.
inline QByteArray asText(const QList<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(finding.text());
    return lines.join(QLatin1Char('\n')).toUtf8();
}

} // namespace kontor
