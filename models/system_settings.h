// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/payment/payment_settings.h"
#include "services/shipping/logistics_system.h"

namespace kontor {

//! How one of the systems outside is reached; its key is in the keychain.
struct SystemSettings
{
    enum class Kind
    {
        Payment,
        Logistics,
    };

    Kind kind = Kind::Payment;
    SystemMode mode = SystemMode::Sandbox;
    QUrl url;          //!< of the provider's, whichever mode it is in
    QString returnUrl; //!< Payment: where a customer's browser goes after a link was paid
    Address sender;    //!< Logistics: where parcels come from

    //! From the file payment.ini or logistics.ini in the shop's folder. Where it cannot be read, or
    //! says another mode than there is, calls wait for a system that has no name.
    static SystemSettings in(const QString &folder, Kind kind);
    Result<> save(const QString &folder) const;

    //! What its key is called among the secrets: it is for this mode at this server alone.
    QString secretName() const;
    //! Whether a key is of this mode, as far as its form tells: a SystemError.
    Result<> fits(const QByteArray &key) const;

    PaymentSettings payment(const QUrl &sandbox, const std::optional<QByteArray> &key) const;

    ShippoSettings logistics(const QUrl &sandbox, const std::optional<QByteArray> &key) const;
    //! Whether a parcel can come from there.
    bool hasSender() const;

    static QUrl usualUrl(Kind kind);
    //! A system's address as a person types it, https where nothing else is said. Nothing if it
    //! cannot be one, or if secrets must not go there.
    static std::optional<QUrl> typedUrl(const QString &text);

    bool operator==(const SystemSettings &) const = default;
};

//! Whether a shop's papers are none of trade: not every system that it works with is live.
bool isTraining(const QString &folder);

} // namespace kontor
