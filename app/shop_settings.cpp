// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shop_settings.h"

#include "models/mail_settings.h"
#include "models/shop_profile.h"
#include "models/system_settings.h"
#include "services/core/mail_address.h"
#include "services/devices/paper_pdf.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
constexpr qint64 longestReceiptMs = 60'000;

} // namespace

QStringList ShopSettings::services()
{
    return {u"account"_s,   u"catalog"_s, u"cart"_s,     u"order"_s,
            u"inventory"_s, u"payment"_s, u"shipping"_s, u"notification"_s};
}

Result<StoreUrl> ShopSettings::storeOf(const QString &service) const
{
    const auto given = stores.constFind(service);
    return given == stores.cend() ? StoreUrl::sqlite(u"%1/%2.sqlite"_s.arg(folder, service))
                                  : StoreUrl::parse(*given);
}

QStringList ShopSettings::topics()
{
    return {u"account"_s, u"cart"_s, u"order"_s, u"inventory"_s, u"payment"_s, u"shipping"_s};
}

QString ShopSettings::sourceOf(const QString &service) const
{
    // Each till has carts of its own.
    return service == u"cart"_s ? u"cart:"_s + till : service;
}

Result<QList<TopicPlace>> ShopSettings::topicPlaces() const
{
    QList<TopicPlace> places;
    for (const QString &service : topics()) {
        const auto url = storeOf(service);
        if (!url)
            return url.error();
        places.append({*url, service, sourceOf(service)});
    }
    return places;
}

PaymentSettings ShopSettings::paymentSystem() const
{
    auto system = SystemSettings::in(folder, SystemSettings::Kind::Payment).payment(outside, {});
    system.reconcileEveryMs = threads ? dayMs : 0;
    return system;
}

ShippoSettings ShopSettings::logisticsSystem() const
{
    return SystemSettings::in(folder, SystemSettings::Kind::Logistics).logistics(outside, {});
}

NotificationSettings ShopSettings::notification() const
{
    const auto profile = ShopProfile::load(folder);
    const bool isNamed = profile && profile->has_value() && !(*profile)->name.isEmpty();
    NotificationSettings mails;
    mails.from.name = isNamed ? (*profile)->name : u"Kontor"_s;
    const auto server = MailSettings::in(folder).server({});
    mails.from.address =
        server && isMailAddress(server->sender) ? server->sender : u"shop@kontor.invalid"_s;
    mails.country = profile && profile->has_value() ? (*profile)->country : QString();
    // The till draws it as soon as it has sold.
    mails.receiptWaitMs = threads && canDrawPdf() ? longestReceiptMs : 0;
    return mails;
}

} // namespace kontor
