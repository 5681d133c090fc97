// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/audit/audit.h"

#include <QUuid>

namespace kontor::auditing {

inline QString idText(const QUuid &id) { return id.toString(QUuid::WithoutBraces); }

//! What was found wrong: the first row for each invariant, and how many more there are.
class Findings
{
public:
    void add(const char *invariant, const QString &store, const QString &row,
             const QString &expected, const QString &found)
    {
        const int number = QByteArray(invariant + 1).toInt();
        if (const auto known = m_byNumber.find(number); known != m_byNumber.end())
            ++known->more;
        else
            m_byNumber.insert(number,
                              {QString::fromLatin1(invariant), store, row, expected, found, 0});
    }
    QList<Finding> inOrder() const { return m_byNumber.values(); }

private:
    QMap<int, Finding> m_byNumber;
};

} // namespace kontor::auditing
