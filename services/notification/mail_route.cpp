// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/notification/mail_route.h"

#include "services/core/mail_address.h"
#include "services/notification/mail_format.h"
#include "services/notification/smtp_access.h"

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

SmtpEnvelope envelopeFor(const MailServer &server)
{
    SmtpEnvelope envelope;
    envelope.sender = server.sender;
    envelope.user = server.user;
    envelope.secret = server.secret.value_or(QByteArray());
    envelope.isToken = server.isToken;
    envelope.encryption = server.encryption;
    envelope.authorities = server.authorities;
    return envelope;
}

MailReply replyOf(const SmtpOutcome &outcome)
{
    switch (outcome.kind) {
    case SmtpOutcome::Kind::Accepted:
        return {MailReply::Kind::Accepted, {}};
    case SmtpOutcome::Kind::Refused:
        return {MailReply::Kind::Refused, outcome.text};
    case SmtpOutcome::Kind::Postponed:
        return {MailReply::Kind::Postponed, outcome.text};
    case SmtpOutcome::Kind::NotSent:
        return {MailReply::Kind::NotSent, outcome.text};
    case SmtpOutcome::Kind::Lost:
        break;
    }
    return {MailReply::Kind::Unknown, outcome.text};
}

void follow(QNetworkReply *reply, std::function<void(const SmtpOutcome &)> answered)
{
    QObject::connect(
        reply, &QNetworkReply::finished, reply, [reply, answered = std::move(answered)] {
            reply->deleteLater();
            answered(reply->attribute(SmtpAccess::OutcomeAttribute).value<SmtpOutcome>());
        });
}

} // namespace

MailRoute::MailRoute(QString folder) : m_folder(std::move(folder)) {}

MailRoute::~MailRoute() = default;

SmtpAccess &MailRoute::access()
{
    if (!m_access)
        m_access = std::make_unique<SmtpAccess>();
    return *m_access;
}

void MailRoute::use(const std::optional<MailServer> &server)
{
    std::optional<MailServer> used = server;
    const bool isSame = m_server && used && used->user == m_server->user &&
                        used->url.host() == m_server->url.host();
    // What a person entered outlives a keychain that says later that it does not know it.
    if (isSame && used->lacksSecret())
        used->secret = m_server->secret;
    m_server = used;
}

void MailRoute::send(const Mail &mail, std::function<void(const MailReply &)> answered)
{
    if (!m_server)
        return answered(drop(mail));
    if (m_server->lacksSecret())
        return answered({MailReply::Kind::NotSent,
                         QStringLiteral("the password of the mail server is not known")});
    if (!isMailAddress(mail.from.address))
        return answered({MailReply::Kind::NotSent,
                         QStringLiteral("the sender is no address that mail can come from")});
    const auto bytes = formattedMail(mail);
    if (!bytes)
        return answered({MailReply::Kind::Refused, bytes.error().text()});
    SmtpEnvelope envelope = envelopeFor(*m_server);
    envelope.sender = mail.from.address;
    envelope.recipients = {mail.to.address};
    follow(access().post(SmtpAccess::request(m_server->url, envelope, sendMs), *bytes),
           [answered = std::move(answered)](const SmtpOutcome &outcome) {
               answered(replyOf(outcome));
           });
}

void MailRoute::check(const MailServer &server, std::function<void(const SmtpOutcome &)> answered)
{
    follow(access().get(SmtpAccess::request(server.url, envelopeFor(server), checkMs)),
           std::move(answered));
}

MailReply MailRoute::drop(const Mail &mail) const
{
    const auto bytes = formattedMail(mail);
    if (!bytes)
        return {MailReply::Kind::Refused, bytes.error().text()};
    if (const auto written = writeMailFile(m_folder, mailFileName(mail.messageId), *bytes);
        !written)
        return {MailReply::Kind::NotSent, written.error().text()};
    return {MailReply::Kind::Accepted, {}};
}

} // namespace kontor
