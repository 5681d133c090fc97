// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system_settings.h"

#include "models/shop_profile.h"

#include <QFile>
#include <QHostAddress>
#include <QRegularExpression>
#include <QSettings>

#include <array>

namespace kontor {

using namespace Qt::StringLiterals;

using Kind = SystemSettings::Kind;

namespace {

//! In the order of SystemMode, as the file says them.
constexpr std::array modeNames{"sandbox", "test", "live"};
// The sandbox answers at once or never.
constexpr int sandboxTimeoutMs = 3000;

QString nameOf(Kind kind) { return kind == Kind::Payment ? u"payment"_s : u"logistics"_s; }

QString fileIn(const QString &folder, Kind kind)
{
    return u"%1/%2.ini"_s.arg(folder, nameOf(kind));
}

//! Nothing if there is no such mode.
std::optional<SystemMode> modeFrom(const QString &name)
{
    for (size_t mode = 0; mode < modeNames.size(); ++mode) {
        if (name == QLatin1String(modeNames[mode]))
            return SystemMode(mode);
    }
    return {};
}

//! Name and country are the shop's until something else is said.
Address senderIn(const QSettings &file, const QString &folder)
{
    Address sender;
    if (const auto profile = ShopProfile::load(folder); profile && profile->has_value()) {
        sender.name = (*profile)->name;
        sender.country = (*profile)->country;
    }
    sender.name = file.value("sender/name"_L1, sender.name).toString();
    sender.street1 = file.value("sender/street"_L1).toString();
    sender.zip = file.value("sender/zip"_L1).toString();
    sender.city = file.value("sender/city"_L1).toString();
    sender.country = file.value("sender/country"_L1, sender.country).toString();
    return sender;
}

//! Of parcels that nobody carries.
Address sandboxSender()
{
    return {u"Kontor"_s, u"1 High Street"_s, {}, u"London"_s, u"E1 6AN"_s, {}, u"GB"_s, {}, {}};
}

bool isThisMachine(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

} // namespace

QUrl SystemSettings::usualUrl(Kind kind)
{
    return QUrl(kind == Kind::Payment ? u"https://api.stripe.com"_s
                                      : u"https://api.goshippo.com"_s);
}

SystemSettings SystemSettings::in(const QString &folder, Kind kind)
{
    SystemSettings system;
    system.kind = kind;
    const QSettings file(fileIn(folder, kind), QSettings::IniFormat);
    const QString said =
        file.value("system/mode"_L1, QString::fromLatin1(modeNames.front())).toString();
    const auto mode = file.status() == QSettings::NoError ? modeFrom(said) : std::nullopt;
    // Whatever else it is meant to be, no payment is to end in the sandbox unnoticed.
    system.mode = mode.value_or(SystemMode::Test);
    if (mode)
        system.url = QUrl(file.value("system/url"_L1, usualUrl(kind)).toString());
    if (kind == Kind::Logistics)
        system.sender = senderIn(file, folder);
    system.returnUrl = file.value("system/returnUrl"_L1, PaymentSettings().returnUrl).toString();
    return system;
}

Result<> SystemSettings::save(const QString &folder) const
{
    QSettings file(fileIn(folder, kind), QSettings::IniFormat);
    file.setValue("system/mode"_L1, QString::fromLatin1(modeNames[size_t(mode)]));
    file.setValue("system/url"_L1, url.toString(QUrl::FullyEncoded));
    if (kind == Kind::Payment) {
        file.setValue("system/returnUrl"_L1, returnUrl);
    } else {
        file.setValue("sender/name"_L1, sender.name);
        file.setValue("sender/street"_L1, sender.street1);
        file.setValue("sender/zip"_L1, sender.zip);
        file.setValue("sender/city"_L1, sender.city);
        file.setValue("sender/country"_L1, sender.country);
    }
    file.sync();
    if (file.status() != QSettings::NoError)
        return Error(ProfileError::NotWritten,
                     u"%1 cannot be written."_s.arg(fileIn(folder, kind)));
    return {};
}

QString SystemSettings::secretName() const
{
    return u"%1:%2@%3"_s.arg(nameOf(kind), QString::fromLatin1(modeNames[size_t(mode)]),
                             url.authority(QUrl::FullyEncoded) + url.path());
}

Result<> SystemSettings::fits(const QByteArray &key) const
{
    // Whoever issues the keys makes them so: https://stripe.com/docs/keys and
    // https://docs.goshippo.com/docs/guides_general/authentication.
    static const QRegularExpression paymentKey(
        u"^(?:sk|rk|(?<public>pk))_(?<mode>test|live)_\\w+$"_s);
    static const QRegularExpression logisticsKey(u"^shippo_(?<mode>test|live)_\\w+$"_s);
    const auto form =
        (kind == Kind::Payment ? paymentKey : logisticsKey).match(QString::fromLatin1(key));
    if (!form.hasMatch())
        return Error(SystemError::NotAKey);
    if (kind == Kind::Payment && !form.captured(u"public").isEmpty())
        return Error(SystemError::PublishableKey);
    const bool isLive = form.captured(u"mode") == u"live";
    if (isLive != (mode == SystemMode::Live))
        return Error(isLive ? SystemError::LiveKey : SystemError::TestKey);
    return {};
}

PaymentSettings SystemSettings::payment(const QUrl &sandbox,
                                        const std::optional<QByteArray> &key) const
{
    PaymentSettings settings;
    settings.mode = mode;
    if (mode == SystemMode::Sandbox) {
        settings.baseUrl = sandbox;
        settings.key = u"sk_test_kontor"_s;
        settings.timeoutMs = sandboxTimeoutMs;
        return settings;
    }
    settings.baseUrl = url;
    settings.key = QString::fromLatin1(key.value_or(QByteArray()));
    settings.returnUrl = returnUrl;
    return settings;
}

ShippoSettings SystemSettings::logistics(const QUrl &sandbox,
                                         const std::optional<QByteArray> &key) const
{
    ShippoSettings settings;
    settings.mode = mode;
    settings.from = sender;
    if (mode == SystemMode::Sandbox) {
        settings.baseUrl = sandbox;
        settings.token = "shippo_test_kontor";
        settings.timeoutMs = sandboxTimeoutMs;
        settings.lookUpPauseMs = sandboxTimeoutMs;
        if (!hasSender())
            settings.from = sandboxSender();
        return settings;
    }
    settings.baseUrl = url;
    settings.token = key.value_or(QByteArray());
    return settings;
}

bool SystemSettings::hasSender() const
{
    return !sender.name.isEmpty() && !sender.street1.isEmpty() && !sender.zip.isEmpty() &&
           !sender.city.isEmpty() && !sender.country.isEmpty();
}

std::optional<QUrl> SystemSettings::typedUrl(const QString &text)
{
    const QString typed = text.trimmed();
    QUrl url(typed.contains(u"://"_s) ? typed : u"https://"_s + typed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() ||
        url.hasFragment() || url.port() == 0)
        return {};
    if (url.scheme() != u"https" && !(url.scheme() == u"http" && isThisMachine(url.host())))
        return {};
    url.setPath(url.path().endsWith(u'/') ? url.path().chopped(1) : url.path());
    return url;
}

bool isTraining(const QString &folder)
{
    const auto isLive = [&folder](Kind kind) {
        return SystemSettings::in(folder, kind).mode == SystemMode::Live;
    };
    return !isLive(Kind::Payment) || !isLive(Kind::Logistics);
}

} // namespace kontor
