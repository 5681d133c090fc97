// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <QString>

class QJsonObject;

namespace kontor {

//! Where a command prints. Text comes from files and stores, so control characters are shown, not
//! sent.
class Console
{
public:
    virtual ~Console() = default;
    virtual void print(const QString &line) = 0;
    virtual void complain(const QString &line) = 0;
    //! What went wrong, and what can be done about it.
    void complain(const Error &error);
    //! How far a long command is: shown on a terminal only.
    virtual void progress(const QString &what, qint64 done, qint64 total) = 0;

    void print(const QJsonObject &object);
};

//! Standard output and standard error.
class Terminal final : public Console
{
public:
    ~Terminal() override;
    using Console::complain;
    using Console::print;
    void print(const QString &line) override;
    void complain(const QString &line) override;
    void progress(const QString &what, qint64 done, qint64 total) override;

    //! Whether all that was printed has left, as it cannot into a full disk.
    bool hasPrinted() const;

private:
    void clearProgress();

    bool m_showsProgress = false;
};

} // namespace kontor
