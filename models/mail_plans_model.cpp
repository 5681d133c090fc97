// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail_plans_model.h"

#include "models/mail_text.h"
#include "models/shop_profile.h"
#include "services/core/call.h"
#include "services/notification/mail_values.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

} // namespace

MailPlansModel::MailPlansModel(const ShopAccess &access, QObject *parent)
    : TableModel({tr("Message"), tr("State")}, parent)
    , m_access(access)
{
}

void MailPlansModel::look()
{
    call(m_access.notification, &NotificationService::plans)
        .then(this, [this](const Result<QList<MailPlan>> &plans) {
            if (!plans)
                return Q_EMIT failed(plans.error());
            if (m_plans.isEmpty()) {
                beginInsertRows({}, 0, int(plans->size()) - 1);
                m_plans = *plans;
                endInsertRows();
            } else {
                m_plans = *plans;
                Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
            }
            Q_EMIT looked();
        });
}

void MailPlansModel::switchOff(int row, bool isOff)
{
    call(m_access.notification, &NotificationService::setSwitchedOff, m_access.command(),
         m_plans[row].kind, isOff)
        .then(this, [this](const Result<> &done) { take(done); });
}

void MailPlansModel::reword(int row, MailLanguage language, const MailText &wording)
{
    const MailKind kind = m_plans[row].kind;
    const bool isOwn = wording != usualWording(kind, language);
    call(m_access.notification, &NotificationService::setWording, m_access.command(), kind,
         language, isOwn ? std::optional(wording) : std::nullopt)
        .then(this, [this](const Result<> &done) { take(done); });
}

void MailPlansModel::take(const Result<> &done)
{
    if (!done)
        return Q_EMIT failed(done.error());
    Q_EMIT saved();
    look();
}

//! As the service knows it.
QString MailPlansModel::country() const
{
    const auto profile = ShopProfile::load(m_access.folder);
    return profile && *profile ? (*profile)->country : QString();
}

MailLanguage MailPlansModel::usualLanguage() const { return mailLanguage(country()); }

Result<MailText> MailPlansModel::preview(int row, MailLanguage language,
                                         const MailText &wording) const
{
    if (const auto fits = checkedWording(m_plans[row].kind, wording); !fits)
        return fits.error();
    return filledMail(wording, sampleValues(language),
                      {language, mailLocale(language, country()), QTimeZone::systemTimeZone()});
}

QList<MailValue> MailPlansModel::sampleValues(MailLanguage language) const
{
    const Timestamp soon{m_access.clock.now().ms + 3 * dayMs};
    const bool isGerman = language == MailLanguage::German;
    return {{u"name"_s, isGerman ? u"Maria Weber"_s : u"Mary Weaver"_s},
            {u"shop"_s, m_access.shopName},
            {u"receipt"_s, m_access.till + u"-000123"_s},
            mailValue(u"amount"_s, Money{12'345, m_access.currency}),
            mailValue(u"wished_for"_s, soon.day()),
            mailValue(u"collect_by"_s, soon),
            mailValue(u"expires"_s, soon),
            mailValue(u"reason"_s, CancelReason::OutOfStock),
            {u"link"_s, u"https://pay.example/123"_s},
            {u"carrier"_s, u"DHL"_s},
            {u"tracking_number"_s, u"00340434161094042557"_s}};
}

QVariant MailPlansModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const MailPlan &plan = m_plans[index.row()];
    if (index.column() == KindColumn)
        return nameText(plan.kind);
    if (plan.isOff)
        return tr("not sent");
    return plan.own.isEmpty() ? QString() : tr("your words");
}

} // namespace kontor
