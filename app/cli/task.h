// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command_line.h"

#include <QObject>

#include <memory>

namespace kontor {

class Console;
class Shop;

//! A command that works with the running shop and takes its time.
class Task : public QObject
{
    Q_OBJECT
public:
    //! Nothing if the command is not one of these.
    static std::unique_ptr<Task> make(const CommandLine &line, Shop &shop, Console &console);

    //! finished() follows, in any case.
    virtual void start() = 0;

Q_SIGNALS:
    void finished(int exitCode);

protected:
    //! Ends before it has begun, because it was asked for in a wrong way.
    void refuse(const Error &error, Console &console);
};

} // namespace kontor
