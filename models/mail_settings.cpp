// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail_settings.h"

#include "models/shop_profile.h"

#include <QFile>
#include <QRegularExpression>
#include <QSettings>

#include <array>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! In the order of MailSettings::Way, as the file says them.
constexpr std::array wayNames{"folder", "starttls", "tls", "plain"};
constexpr int highestPort = 65535;

QString mailFileIn(const QString &folder) { return folder + u"/mail.ini"_s; }

//! Nothing if there is no such way.
std::optional<MailSettings::Way> wayFrom(const QString &name)
{
    for (size_t way = 0; way < wayNames.size(); ++way) {
        if (name == QLatin1String(wayNames[way]))
            return MailSettings::Way(way);
    }
    return {};
}

} // namespace

int MailSettings::usualPort() const
{
    switch (way) {
    case Way::StartTls:
        return 587; // RFC 6409
    case Way::Tls:
        return 465; // RFC 8314
    case Way::Folder:
    case Way::Plain:
        break;
    }
    return 25;
}

MailSettings MailSettings::in(const QString &folder)
{
    const QSettings file(mailFileIn(folder), QSettings::IniFormat);
    MailSettings mail;
    const QString said =
        file.value("mail/way"_L1, QString::fromLatin1(wayNames.front())).toString();
    const auto way = file.status() == QSettings::NoError ? wayFrom(said) : std::nullopt;
    // Whatever else it is meant to be, mails are not to end in the house unnoticed.
    mail.way = way.value_or(Way::StartTls);
    mail.host = way ? file.value("mail/host"_L1).toString() : QString();
    const int port = file.value("mail/port"_L1).toInt();
    mail.port = port > 0 && port <= highestPort ? port : 0;
    mail.user = file.value("mail/user"_L1).toString();
    mail.hasToken = file.value("mail/token"_L1).toBool();
    mail.sender = file.value("mail/sender"_L1).toString();
    mail.authorities = file.value("mail/authorities"_L1).toString();
    return mail;
}

Result<> MailSettings::save(const QString &folder) const
{
    QSettings file(mailFileIn(folder), QSettings::IniFormat);
    file.setValue("mail/way"_L1, QString::fromLatin1(wayNames[size_t(way)]));
    file.setValue("mail/host"_L1, host);
    file.setValue("mail/port"_L1, port);
    file.setValue("mail/user"_L1, user);
    file.setValue("mail/token"_L1, hasToken);
    file.setValue("mail/sender"_L1, sender);
    file.setValue("mail/authorities"_L1, authorities);
    file.sync();
    if (file.status() != QSettings::NoError)
        return Error(ProfileError::NotWritten, u"%1 cannot be written."_s.arg(mailFileIn(folder)));
    return {};
}

QString MailSettings::secretName() const { return u"mail:%1@%2"_s.arg(user, host); }

std::optional<MailServer> MailSettings::server(const std::optional<QByteArray> &secret) const
{
    if (way == Way::Folder)
        return {};
    MailServer server;
    server.url.setScheme(way == Way::Tls ? u"smtps"_s : u"smtp"_s);
    server.url.setHost(host);
    server.url.setPort(port > 0 ? port : usualPort());
    if (way == Way::Plain)
        server.encryption = SmtpEnvelope::Encryption::None;
    server.user = user;
    server.secret = secret;
    server.isToken = hasToken;
    server.authorities = authorities;
    server.sender = sender;
    return server;
}

std::optional<TypedServer> TypedServer::of(const QString &text)
{
    static const QRegularExpression form(
        u"^(?<host>[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+\\])"
        "(?::(?<port>\\d{1,5}))?$"_s);
    const auto match = form.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    TypedServer typed{match.captured(u"host"_s), match.captured(u"port"_s).toInt()};
    if (typed.host.startsWith(u'['))
        typed.host = typed.host.sliced(1).chopped(1);
    const bool saysPort = !match.captured(u"port"_s).isEmpty();
    if (saysPort && (typed.port < 1 || typed.port > highestPort))
        return {};
    QUrl url;
    url.setHost(typed.host, QUrl::StrictMode);
    return url.host().isEmpty() ? std::nullopt : std::optional(typed);
}

} // namespace kontor
