// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/result.h"

#include <QLockFile>
#include <QString>

#include <memory>

namespace kontor {

enum class FolderError
{
    NotThere,
    CannotCreate,
    NotWritable,
    InUse, //!< another Kontor works in this folder
};
KONTOR_ERROR_DOMAIN(FolderError);

//! The folder of a shop's data. One process works in it at a time; whoever holds the lock may
//! write.
class DataFolder
{
public:
    //! Where the data lie unless --data says otherwise.
    static QString usual();

    explicit DataFolder(const QString &path);

    //! An error in words if there is no such folder; for commands that only read.
    Result<> require() const;
    //! Makes the folder (readable by its owner only) and takes the lock, for as long as this object
    //! lives.
    Result<> lock();

    QString path() const { return m_path; }
    QString file(const QString &name) const { return m_path + u'/' + name; }
    //! The name of the local socket on which the process that holds the lock takes work.
    QString socketName() const { return file(QStringLiteral("kontor.socket")); }

private:
    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace kontor
