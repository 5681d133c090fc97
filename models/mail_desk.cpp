// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail_desk.h"

#include "services/core/call.h"

namespace kontor {

MailDesk::MailDesk(const ShopAccess &access, QObject *parent) : QObject(parent), m_access(access)
{
    connect(&access.notification, &NotificationService::checked, this,
            [this](const SmtpOutcome &outcome) {
                if (std::exchange(m_isChecking, false))
                    Q_EMIT checked(outcome);
            });
}

void MailDesk::start()
{
    const MailSettings settings = MailSettings::in(m_access.folder);
    if (settings.way != MailSettings::Way::Folder && !settings.user.isEmpty())
        withPassword(settings, {},
                     [this, settings](const KnownSecret &secret) { tell(settings, secret); });
}

Result<> MailDesk::keep(const MailSettings &settings, const std::optional<QByteArray> &secret)
{
    if (const auto saved = settings.save(m_access.folder); !saved)
        return saved;
    if (secret)
        m_access.secrets.write(settings.secretName(), *secret, this,
                               [this](const Result<> &kept) { Q_EMIT secretKept(kept); });
    withPassword(settings, secret,
                 [this, settings](const KnownSecret &known) { tell(settings, known); });
    return {};
}

void MailDesk::check(const MailSettings &settings, const std::optional<QByteArray> &secret)
{
    withPassword(settings, secret, [this, settings](const KnownSecret &known) {
        if (!known)
            return Q_EMIT notChecked(known.error());
        if (const auto server = settings.server(*known)) {
            m_isChecking = true;
            call(m_access.notification, &NotificationService::checkServer, *server)
                .then(this, [](const Result<> &) {});
        }
    });
}

void MailDesk::withPassword(const MailSettings &settings, const std::optional<QByteArray> &secret,
                            Use use)
{
    if (settings.user.isEmpty() || settings.way == MailSettings::Way::Folder)
        return use(secret);
    withSecret(m_access.secrets, settings.secretName(), secret, this, std::move(use));
}

//! Without its password the server is known all the same: mails wait for it.
void MailDesk::tell(const MailSettings &settings, const KnownSecret &secret)
{
    // The keychain may have answered after something else was said.
    if (MailSettings::in(m_access.folder) != settings)
        return;
    call(m_access.notification, &NotificationService::useServer,
         settings.server(secret ? *secret : std::nullopt))
        .then(this, [](const Result<> &) {});
}

} // namespace kontor
