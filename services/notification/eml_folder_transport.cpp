// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/notification/eml_folder_transport.h"

#include "services/notification/mail_format.h"

#include <QDir>
#include <QSaveFile>

namespace kontor {

namespace {

Result<> writeMailFile(const QString &folder, const QString &name, const QByteArray &bytes)
{
    if (!QDir().mkpath(folder))
        return Error(NotificationError::CannotWrite, folder);
    QSaveFile file(QDir(folder).filePath(name));
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return Error(NotificationError::CannotWrite, file.errorString());
    return {};
}

//! The message id without what a file name should not have.
QString mailFileName(const QString &messageId)
{
    QString name;
    for (const QChar c : messageId) {
        if (c == u'@')
            break;
        if (c < QChar(0x80) && c.isLetterOrNumber())
            name += c;
    }
    return name + QStringLiteral(".eml");
}

} // namespace

void EmlFolderTransport::send(const Mail &mail, std::function<void(const MailReply &)> answered)
{
    const auto bytes = formattedMail(mail);
    if (!bytes)
        return answered({MailReply::Kind::Refused, bytes.error().text()});
    if (const auto written = writeMailFile(m_folder, mailFileName(mail.messageId), *bytes);
        !written)
        return answered({MailReply::Kind::NotSent, written.error().text()});
    answered({MailReply::Kind::Accepted, {}});
}

} // namespace kontor
