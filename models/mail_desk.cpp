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
        withSecret(settings, {}, [this, settings](const Known &secret) { tell(settings, secret); });
}

Result<> MailDesk::keep(const MailSettings &settings, const std::optional<QByteArray> &secret)
{
    if (const auto saved = settings.save(m_access.folder); !saved)
        return saved;
    if (secret)
        m_access.secrets.write(settings.secretName(), *secret, this,
                               [this](const Result<> &kept) { Q_EMIT secretKept(kept); });
    withSecret(settings, secret, [this, settings](const Known &known) { tell(settings, known); });
    return {};
}

void MailDesk::check(const MailSettings &settings, const std::optional<QByteArray> &secret)
{
    withSecret(settings, secret, [this, settings](const Known &known) {
        if (!known)
            return Q_EMIT notChecked(known.error());
        if (const auto server = settings.server(*known)) {
            m_isChecking = true;
            call(m_access.notification, &NotificationService::checkServer, *server)
                .then(this, [](const Result<> &) {});
        }
    });
}

void MailDesk::withSecret(const MailSettings &settings, const std::optional<QByteArray> &secret,
                          Use use)
{
    if (secret || settings.user.isEmpty() || settings.way == MailSettings::Way::Folder)
        return use(secret);
    m_access.secrets.read(settings.secretName(), this,
                          [use = std::move(use)](const Result<QByteArray> &read) {
                              use(read ? Known(std::optional(*read)) : Known(read.error()));
                          });
}

//! Without its password the server is known all the same: mails wait for it.
void MailDesk::tell(const MailSettings &settings, const Known &secret)
{
    // The keychain may have answered after something else was said.
    if (MailSettings::in(m_access.folder) != settings)
        return;
    call(m_access.notification, &NotificationService::useServer,
         settings.server(secret ? *secret : std::nullopt))
        .then(this, [](const Result<> &) {});
}

} // namespace kontor
