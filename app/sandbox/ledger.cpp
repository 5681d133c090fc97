// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/ledger.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

namespace {

QString systemError() { return QString::fromLocal8Bit(std::strerror(errno)); }

bool writeAll(int file, const QByteArray &bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const auto count =
            ::write(file, bytes.constData() + written, static_cast<size_t>(bytes.size() - written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        written += count;
    }
    return true;
}

} // namespace

Ledger::Ledger(const QString &path) : m_path(path) {}

Ledger::~Ledger()
{
    if (m_file >= 0)
        ::close(m_file);
}

Outcome<std::unique_ptr<Ledger>> Ledger::open(const QString &path)
{
    std::unique_ptr<Ledger> ledger(new Ledger(path));
    ledger->m_file =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (ledger->m_file < 0)
        return Refusal{u"the ledger %1 cannot be opened: %2"_s.arg(path, systemError())};
    // On the file itself: it stays with a folder that is moved, and a copy is free.
    if (::flock(ledger->m_file, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return Refusal{u"the ledger %1 is in use by another sandbox"_s.arg(path)};
        return Refusal{u"the ledger %1 cannot be locked: %2"_s.arg(path, systemError())};
    }
    if (const auto readable = ledger->read(); !readable)
        return Refusal{readable.reason()};
    return ledger;
}

Outcome<bool> Ledger::read()
{
    QFile file;
    if (!file.open(m_file, QIODevice::ReadOnly, QFileDevice::DontCloseHandle))
        return Refusal{u"the ledger %1 cannot be read"_s.arg(m_path)};
    qint64 wholeBytes = 0;
    qint64 number = 0;
    QList<QJsonObject> group;
    while (!file.atEnd()) {
        const auto bytes = file.readLine();
        if (!bytes.endsWith('\n'))
            break;
        const auto line = QJsonDocument::fromJson(bytes).object();
        ++number;
        if (line[u"n"_s].toInteger() != number || !line[u"kind"_s].isString())
            return Refusal{u"line %1 of the ledger %2 is damaged"_s.arg(number).arg(m_path)};
        group.append(line);
        if (line[u"more"_s].toBool())
            continue;
        m_lines.append(group);
        m_count = number;
        m_lastAt = line[u"at"_s].toInteger();
        group.clear();
        wholeBytes = file.pos();
    }
    if (wholeBytes < file.size() && ::ftruncate(m_file, wholeBytes) != 0)
        return Refusal{u"the ledger %1 cannot be mended: %2"_s.arg(m_path, systemError())};
    return true;
}

bool Ledger::append(const QList<QJsonObject> &lines)
{
    if (m_failed)
        return false;
    QByteArray bytes;
    auto number = m_count;
    const auto at = qMax(m_lastAt, QDateTime::currentMSecsSinceEpoch());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        auto line = lines[i];
        line[u"n"_s] = ++number;
        line[u"at"_s] = at;
        // A restart drops a group whose last line is missing, so that no half of it counts.
        if (i + 1 < lines.size())
            line[u"more"_s] = true;
        bytes += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }
    m_failed = !writeAll(m_file, bytes) || ::fdatasync(m_file) != 0;
    if (m_failed)
        return false;
    m_count = number;
    m_lastAt = at;
    return true;
}

} // namespace kontor::sandbox
