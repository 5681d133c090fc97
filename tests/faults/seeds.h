// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace kontor {

//! Random cases by their seeds: some in every run, more where the environment asks for them with
//! KONTOR_FAULT_PAIRS (how many) and KONTOR_FAULT_FIRST (the first seed).
class Seeds
{
public:
    explicit Seeds(int usual);

    //! Runs each; what it answers is wrong, unless it is empty.
    void run(const std::function<QString(quint32 seed)> &pair);
    //! What was wrong, each with how to see it again.
    const QStringList &findings() const { return m_findings; }
    //! In one line: how many, how long, how many effects came twice.
    QString summary() const;

private:
    int m_first;
    int m_count;
    int m_doubles = 0;
    qint64 m_ms = 0;
    QStringList m_findings;
};

} // namespace kontor
