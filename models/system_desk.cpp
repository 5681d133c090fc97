// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system_desk.h"

#include "services/core/call.h"

namespace kontor {

SystemDesk::SystemDesk(const ShopAccess &access, SystemSettings::Kind kind, QObject *parent)
    : QObject(parent)
    , m_access(access)
    , m_kind(kind)
{
    const auto tellChecked = [this](const SystemCheck &check) {
        if (std::exchange(m_isChecking, false))
            Q_EMIT checked(check);
    };
    if (kind == SystemSettings::Kind::Payment)
        connect(&access.payment, &PaymentService::checked, this, tellChecked);
    else
        connect(&access.shipping, &ShippingService::checked, this, tellChecked);
}

void SystemDesk::start()
{
    const SystemSettings settings = SystemSettings::in(m_access.folder, m_kind);
    withKey(settings, {}, [this, settings](const KnownSecret &known) {
        // The keychain may have answered after something else was said.
        if (SystemSettings::in(m_access.folder, m_kind) == settings)
            tell(settings, known ? *known : std::nullopt, [](const Result<> &) {});
    });
    tellTraining();
}

void SystemDesk::keep(const SystemSettings &settings, const std::optional<QByteArray> &key)
{
    withKey(settings, key, [this, settings, key](const KnownSecret &known) {
        const bool isSame =
            settings.secretName() == SystemSettings::in(m_access.folder, m_kind).secretName();
        if (!known && (key || !isSame))
            return Q_EMIT kept(settings, known.error().isIn<SystemError>()
                                             ? known.error()
                                             : Error(SystemError::KeyUnknown));
        tell(settings, known ? *known : std::nullopt, [this, settings, key](const Result<> &told) {
            const auto saved = told ? save(settings) : told;
            if (saved && key)
                m_access.secrets.write(settings.secretName(), *key, this,
                                       [this](const Result<> &done) { Q_EMIT secretKept(done); });
            Q_EMIT kept(settings, saved);
        });
    });
}

void SystemDesk::check(const SystemSettings &settings, const std::optional<QByteArray> &key)
{
    withKey(settings, key, [this, settings](const KnownSecret &known) {
        if (!known)
            return Q_EMIT notChecked(known.error());
        m_isChecking = true;
        const auto asked = [](const Result<> &) {};
        if (m_kind == SystemSettings::Kind::Payment)
            call(m_access.payment, &PaymentService::checkSystem,
                 settings.payment(m_access.sandbox, *known))
                .then(this, asked);
        else
            call(m_access.shipping, &ShippingService::checkSystem,
                 settings.logistics(m_access.sandbox, *known))
                .then(this, asked);
    });
}

void SystemDesk::withKey(const SystemSettings &settings, const std::optional<QByteArray> &key,
                         Use use)
{
    if (settings.mode == SystemMode::Sandbox)
        return use(std::optional<QByteArray>());
    withSecret(m_access.secrets, settings.secretName(), key, this,
               [settings, use = std::move(use)](const KnownSecret &known) {
                   const auto fits = known ? settings.fits(known->value()) : Result<>();
                   use(fits ? known : KnownSecret(fits.error()));
               });
}

//! Without its key the system is known all the same: calls wait for it.
void SystemDesk::tell(const SystemSettings &settings, const std::optional<QByteArray> &key,
                      Done done)
{
    if (m_kind == SystemSettings::Kind::Payment)
        call(m_access.payment, &PaymentService::useSystem, settings.payment(m_access.sandbox, key))
            .then(this, std::move(done));
    else
        call(m_access.shipping, &ShippingService::useSystem,
             settings.logistics(m_access.sandbox, key))
            .then(this, std::move(done));
}

Result<> SystemDesk::save(const SystemSettings &settings)
{
    const auto saved = settings.save(m_access.folder);
    if (saved)
        tellTraining();
    return saved;
}

void SystemDesk::tellTraining()
{
    call(m_access.devices, &DevicesService::useTraining, isTraining(m_access.folder))
        .then(this, [](const Result<> &) {});
}

} // namespace kontor
