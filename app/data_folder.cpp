// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data_folder.h"

#include <QDir>
#include <QStandardPaths>

#include <sys/stat.h>

namespace kontor {

using namespace Qt::StringLiterals;

QString DataFolder::usual()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/kontor"_s;
}

DataFolder::DataFolder(const QString &path) : m_path(QDir::cleanPath(QDir(path).absolutePath())) {}

Result<> DataFolder::require() const
{
    if (!QDir(m_path).exists())
        return Error(FolderError::NotThere, u"There is no shop in %1."_s.arg(m_path));
    return {};
}

Result<> DataFolder::lock()
{
    umask(077);
    if (!QDir(m_path).exists() && !QDir().mkpath(m_path))
        return Error(FolderError::CannotCreate, u"The folder %1 cannot be made."_s.arg(m_path));
    m_lock = std::make_unique<QLockFile>(file(u"shop.lock"_s));
    m_lock->setStaleLockTime(0);
    if (m_lock->tryLock(0))
        return {};
    if (m_lock->error() == QLockFile::LockFailedError)
        return Error(FolderError::InUse, u"Another Kontor is working in %1."_s.arg(m_path));
    return Error(FolderError::NotWritable, u"Nothing can be written in %1."_s.arg(m_path));
}

} // namespace kontor
