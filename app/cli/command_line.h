// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <QHash>
#include <QStringList>

namespace kontor {

enum class UsageError
{
    Wrong
};
KONTOR_ERROR_DOMAIN(UsageError);

//! What was asked for on the command line.
struct CommandLine
{
    QString folder;                  //!< --data
    bool json = false;               //!< --json
    bool kiosk = false;              //!< --kiosk
    QString command;                 //!< empty: the window
    QStringList arguments;           //!< of the command, without options
    QHash<QString, QString> options; //!< of the command
    QStringList maps;                //!< import-products: each --map

    QString option(const QString &name, const QString &otherwise = {}) const
    {
        return options.value(name, otherwise);
    }
    //! Whether what it does happened long ago, and keeps its dates.
    bool makesHistory() const
    {
        return command == QStringLiteral("replay") || command == QStringLiteral("demo-shop");
    }
    //! A whole number, at least so much; an error in words if it is none.
    Result<int> number(const QString &name, int least, int otherwise) const;

    //! An error is a sentence about what is wrong with the arguments.
    static Result<CommandLine> parse(const QStringList &arguments);
    static QString help();
};

} // namespace kontor
