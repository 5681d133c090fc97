// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/mail_section.h"

#include "services/core/mail_address.h"
#include "ui/error_text.h"
#include "ui/settings/connection_test.h"
#include "ui/settings/system_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"
#include "ui/widgets/segments.h"

#include <QCoreApplication>
#include <QLineEdit>

#include <algorithm>
#include <array>

namespace kontor {

using namespace Qt::StringLiterals;

using Way = MailSettings::Way;

namespace {

//! In the order of their buttons.
constexpr std::array connections{Way::StartTls, Way::Tls, Way::Plain};

struct MailTexts
{
    Q_DECLARE_TR_FUNCTIONS(kontor::MailTexts)
};

//! What a library says of a certificate, in words.
QString certificateText(const QString &detail)
{
    if (detail.contains(u"expired"_s))
        return certificateText(HttpFault::CertificateTime, detail);
    if (detail.contains(u"subject name"_s))
        return certificateText(HttpFault::CertificateName, detail);
    if (detail.contains(u"self-signed"_s) || detail.contains(u"issuer"_s))
        return certificateText(HttpFault::CertificateTrust, detail);
    return certificateText(HttpFault::NoTls, detail);
}

QString faultText(const SmtpOutcome &outcome, const MailSettings &mail)
{
    switch (outcome.fault) {
    case SmtpFault::None:
        return {};
    case SmtpFault::Configuration:
        return mail.way == Way::Plain
                   ? MailTexts::tr("Only a server on this machine may be spoken to without "
                                   "encryption. Choose STARTTLS or TLS.")
                   : MailTexts::tr("This does not make a connection. Check what is entered above.");
    case SmtpFault::HostNotFound:
        return MailTexts::tr("There is no server of the name %1. Check how it is written, and "
                             "whether this machine is in the network.")
            .arg(mail.host);
    case SmtpFault::NotReached:
        return MailTexts::tr("Nothing answers at %1, port %2. Check the port, and whether a "
                             "firewall is in between.")
            .arg(mail.host, QString::number(mail.port > 0 ? mail.port : mail.usualPort()));
    case SmtpFault::TimedOut:
        return MailTexts::tr("%1 does not answer in time. Check the port: 587 is usual for "
                             "STARTTLS, 465 for TLS.")
            .arg(mail.host);
    case SmtpFault::NoStartTls:
        return MailTexts::tr("The server offers no STARTTLS here. Choose TLS, or ask your "
                             "provider. Nothing was sent, the password neither.");
    case SmtpFault::Certificate:
        return certificateText(outcome.text) + u' ' +
               MailTexts::tr("Nothing was sent, the password neither.");
    case SmtpFault::Login:
        return MailTexts::tr("The server refuses the log-in: %1").arg(outcome.text);
    case SmtpFault::Sender:
    case SmtpFault::Recipient:
    case SmtpFault::Content:
    case SmtpFault::Busy:
        return MailTexts::tr("The server takes nothing: %1").arg(outcome.text);
    case SmtpFault::Lost:
    case SmtpFault::Aborted:
        return MailTexts::tr("The connection broke off: %1").arg(outcome.text);
    }
    Q_UNREACHABLE();
}

} // namespace

MailSection::MailSection(const ShopAccess &access, QWidget *parent)
    : SettingsSection(u"mailSection"_s, tr("E-mail"), parent)
    , m_desk(access)
    , m_kept(MailSettings::in(access.folder))
    , m_way(new Segments(
          u"mailWay"_s, tr("Mails to customers"),
          {{u"mailFolder"_s, tr("Into a folder")}, {u"mailServer"_s, tr("Through a server")}}))
    , m_server(named(new QLineEdit, u"mailHost"_s, tr("Mail server")))
    , m_connection(new Segments(u"mailConnection"_s, tr("Connection"),
                                {{u"mailStartTls"_s, u"STARTTLS"_s},
                                 {u"mailTls"_s, u"TLS"_s},
                                 {u"mailPlain"_s, tr("Open")}}))
    , m_user(named(new QLineEdit, u"mailUser"_s, tr("User name")))
    , m_login(new Segments(
          u"mailLogin"_s, tr("Log-in with"),
          {{u"mailPassword"_s, tr("Password")}, {u"mailToken"_s, tr("Token (XOAUTH2)")}}))
    , m_secret(named(new QLineEdit, u"mailSecret"_s, tr("Password")))
    , m_sender(named(new QLineEdit, u"mailSender"_s, tr("Sender")))
    , m_test(new ConnectionTest(u"mail"_s))
{
    build();
    fill();
    showRows();
    connect(m_way, &Segments::picked, this, [this] {
        showRows();
        save();
        if (isOut() && m_server->text().isEmpty())
            m_server->setFocus();
    });
    connect(m_connection, &Segments::picked, this, &MailSection::takeConnection);
    connect(m_login, &Segments::picked, this, &MailSection::save);
    for (QLineEdit *field : {m_server, m_user, m_secret, m_sender}) {
        connect(field, &QLineEdit::editingFinished, this, &MailSection::save);
        connect(field, &QLineEdit::textEdited, this, [this] { m_test->outcome().say(QString()); });
    }
    connect(m_test, &ConnectionTest::wanted, this, &MailSection::check);
    connect(&m_desk, &MailDesk::checked, this, &MailSection::tellChecked);
    connect(&m_desk, &MailDesk::notChecked, this, [this](const Error &error) {
        m_checking = false;
        m_test->outcome().say(error);
    });
    connect(&m_desk, &MailDesk::secretKept, this, [this](const Result<> &kept) {
        if (!kept)
            m_test->outcome().say(kept.error());
    });
}

void MailSection::build()
{
    m_secret->setEchoMode(QLineEdit::Password);
    addSetting(tr("Mails to customers"), tr("A folder is for training: nothing leaves the house."),
               m_way);
    m_serverRows = {
        addSetting(tr("Mail server"),
                   tr("Your provider names it. With another port than the usual one, add a colon "
                      "and the port."),
                   m_server),
        addSetting(tr("Connection"),
                   tr("Encrypted, and only with a certificate that this machine trusts. “Open” "
                      "works with a server on this machine alone."),
                   m_connection),
        addSetting(tr("User name"), tr("Empty, if the server wants no log-in."), m_user),
        addSetting(tr("Log-in with"), tr("A token, where your provider issues one."), m_login),
        addSetting(tr("Password or token"), tr("It is kept in the keychain and nowhere else."),
                   m_secret),
        addSetting(tr("Sender"), tr("The mail address that customers see and answer to."),
                   m_sender)};
    addBelow(m_test);
    m_serverRows.append(m_test);
}

void MailSection::fill()
{
    m_way->choose(m_kept.way == Way::Folder ? 0 : 1);
    m_connection->choose(int(std::ranges::find(connections, m_kept.way) - connections.begin()) %
                         int(connections.size()));
    const QString host = m_kept.host.contains(u':') ? u'[' + m_kept.host + u']' : m_kept.host;
    m_server->setText(m_kept.port > 0 ? u"%1:%2"_s.arg(host).arg(m_kept.port) : host);
    m_server->setPlaceholderText(tr("Such as smtp.example.org"));
    m_user->setText(m_kept.user);
    m_login->choose(m_kept.hasToken ? 1 : 0);
    m_secret->setPlaceholderText(m_kept.user.isEmpty() ? QString() : tr("As before"));
    m_sender->setText(m_kept.sender);
    m_sender->setPlaceholderText(tr("Such as shop@example.org"));
}

bool MailSection::isOut() const { return m_way->chosen() == 1; }

void MailSection::showRows()
{
    for (QWidget *row : std::as_const(m_serverRows))
        row->setVisible(isOut());
    m_test->outcome().say(QString());
}

void MailSection::takeConnection()
{
    m_test->outcome().say(QString());
    save();
}

std::optional<QByteArray> MailSection::typedSecret() const
{
    if (m_secret->text().isEmpty())
        return {};
    return m_secret->text().toUtf8();
}

std::optional<MailSettings> MailSection::said()
{
    clearRefusals();
    MailSettings mail = m_kept;
    if (!isOut()) {
        mail.way = Way::Folder;
        return mail;
    }
    mail.way = connections[size_t(m_connection->chosen())];
    const auto server = TypedServer::of(m_server->text());
    bool makesSense = server.has_value();
    if (server) {
        mail.host = server->host;
        mail.port = server->port;
    } else if (!m_server->text().trimmed().isEmpty()) {
        refuse(m_server, tr("This cannot be a server. Type its name, such as smtp.example.org."));
    }
    mail.user = m_user->text().trimmed();
    mail.hasToken = m_login->chosen() == 1;
    mail.sender = m_sender->text().trimmed();
    if (!isMailAddress(mail.sender)) {
        makesSense = false;
        if (!mail.sender.isEmpty())
            refuse(m_sender, tr("This is not a mail address."));
    }
    return makesSense ? std::optional(mail) : std::nullopt;
}

void MailSection::save()
{
    const auto mail = said();
    const auto secret = typedSecret();
    if (!mail) {
        if (m_server->text().trimmed().isEmpty() || m_sender->text().trimmed().isEmpty())
            m_test->outcome().notice(tr("Not in use yet: a server and a sender are needed."));
        return;
    }
    if (*mail == m_kept && !secret)
        return;
    if (!m_desk.keep(*mail, secret))
        return tellNotSaved();
    const bool isKnown = secret || mail->secretName() == m_kept.secretName();
    m_kept = *mail;
    m_secret->clear();
    m_secret->setPlaceholderText(isKnown && !mail->user.isEmpty() ? tr("As before") : QString());
    m_test->outcome().withdrawNotice();
    tellSaved();
}

void MailSection::check()
{
    save();
    const auto mail = said();
    if (!mail || m_checking)
        return;
    m_checking = true;
    m_checked = *mail;
    m_test->outcome().notice(tr("Trying …"));
    m_desk.check(*mail, typedSecret());
}

void MailSection::tellChecked(const SmtpOutcome &outcome)
{
    if (!std::exchange(m_checking, false))
        return;
    if (outcome.kind != SmtpOutcome::Kind::Accepted)
        return m_test->outcome().say(faultText(outcome, m_checked));
    m_test->outcome().notice(m_checked.user.isEmpty()
                                 ? tr("%1 answers.").arg(m_checked.host)
                                 : tr("%1 takes the log-in.").arg(m_checked.host));
}

} // namespace kontor
