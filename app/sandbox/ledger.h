// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/outcome.h"

#include <QJsonObject>
#include <QList>

#include <memory>

namespace kontor::sandbox {

//! The append-only file of all that the sandbox ever did: one JSON object a line, numbered from 1.
class Ledger
{
public:
    //! Locks the file, reads it, and drops what a crash left half-written at its end.
    static Outcome<std::unique_ptr<Ledger>> open(const QString &path);
    ~Ledger();
    Ledger(const Ledger &) = delete;
    Ledger &operator=(const Ledger &) = delete;

    //! The lines found when the ledger was opened; the second call gives none.
    QList<QJsonObject> takeLines() { return std::exchange(m_lines, {}); }
    qint64 count() const { return m_count; }

    //! Adds "n" and "at" to the lines and writes them all or none; true once they are on the disk.
    //! After a failure the ledger takes nothing more.
    [[nodiscard]] bool append(const QList<QJsonObject> &lines);

private:
    explicit Ledger(const QString &path);

    Outcome<bool> read();

    QString m_path;
    int m_file = -1;
    bool m_failed = false;
    qint64 m_count = 0;
    qint64 m_lastAt = 0;
    QList<QJsonObject> m_lines;
};

} // namespace kontor::sandbox
