// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/notification/mail_values.h"

#include "services/order/order_topic.h"
#include "services/payment/payment_topic.h"

#include <array>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! In the order of MailLanguage.
using Phrase = std::array<QString, 2>;

Phrase phraseOf(CancelReason reason)
{
    switch (reason) {
    case CancelReason::ByStaff:
        return {u"as agreed with our staff"_s, u"wie mit uns abgesprochen"_s};
    case CancelReason::OutOfStock:
        return {u"not everything is in stock any more"_s, u"nicht alles ist noch vorrätig"_s};
    case CancelReason::Declined:
        return {u"the payment was declined"_s, u"die Zahlung wurde abgelehnt"_s};
    case CancelReason::CaptureFailed:
        return {u"the payment could not be collected"_s,
                u"die Zahlung ließ sich nicht einziehen"_s};
    case CancelReason::Expired:
        return {u"the payment did not arrive in time"_s,
                u"die Zahlung ist nicht rechtzeitig eingegangen"_s};
    case CancelReason::NotDeliverable:
        return {u"the parcel cannot be delivered to this address"_s,
                u"das Paket lässt sich an diese Adresse nicht zustellen"_s};
    case CancelReason::Recalled:
        return {u"the parcel was called back"_s, u"das Paket wurde zurückgerufen"_s};
    case CancelReason::NotCollected:
        return {u"the goods were not collected in time"_s,
                u"die Ware wurde nicht rechtzeitig abgeholt"_s};
    }
    Q_UNREACHABLE();
}

Phrase phraseOf(PaymentFailure reason)
{
    switch (reason) {
    case PaymentFailure::OutOfStock:
        return phraseOf(CancelReason::OutOfStock);
    case PaymentFailure::Declined:
        return phraseOf(CancelReason::Declined);
    case PaymentFailure::CaptureFailed:
        return phraseOf(CancelReason::CaptureFailed);
    case PaymentFailure::Expired:
        return phraseOf(CancelReason::Expired);
    }
    Q_UNREACHABLE();
}

template <class Reason>
QString reasonText(const QString &name, MailLanguage language)
{
    const auto reason = enumFromName<Reason>(name.toStdString());
    KONTOR_CHECK(reason.has_value());
    return phraseOf(*reason)[size_t(language)];
}

template <class Reason>
MailValue reasonValue(const QString &name, Reason reason, MailValueKind kind)
{
    const auto text = nameOf(reason);
    return {name, QString::fromLatin1(text.data(), qsizetype(text.size())), kind};
}

QString amountText(const Money &amount, const QLocale &locale)
{
    const QString plain = amount.abs().toPlainString();
    const qsizetype point = plain.indexOf(u'.');
    QString text = locale.toString(plain.left(point).toLongLong());
    if (point >= 0) {
        text += locale.decimalPoint();
        for (const QChar digit : plain.sliced(point + 1))
            text += locale.toString(digit.digitValue());
    }
    if (amount.isNegative())
        text.prepend(locale.negativeSign());
    return text + u' ' + amount.currency.code();
}

QString dayText(QDate day, const MailStyle &style)
{
    return style.locale.toString(day, QLocale::LongFormat);
}

} // namespace

MailValue mailValue(const QString &name, const Money &amount)
{
    return {name, QString::fromLatin1(encode(amount)), MailValueKind::Amount};
}

MailValue mailValue(const QString &name, QDate day)
{
    return {name, day.toString(Qt::ISODate), MailValueKind::Day};
}

MailValue mailValue(const QString &name, Timestamp time)
{
    return {name, QString::number(time.ms), MailValueKind::Moment};
}

MailValue mailValue(const QString &name, CancelReason reason)
{
    return reasonValue(name, reason, MailValueKind::CancelReason);
}

MailValue mailValue(const QString &name, PaymentFailure reason)
{
    return reasonValue(name, reason, MailValueKind::PaymentFailure);
}

QString mailText(const MailValue &value, const MailStyle &style)
{
    switch (value.kind) {
    case MailValueKind::Text:
        return value.value;
    case MailValueKind::Amount: {
        const auto amount = decode<Money>(value.value.toLatin1());
        KONTOR_CHECK(bool(amount));
        return amountText(*amount, style.locale);
    }
    case MailValueKind::Day:
        return dayText(QDate::fromString(value.value, Qt::ISODate), style);
    case MailValueKind::Moment:
        return dayText(Timestamp{value.value.toLongLong()}.toUtc().toTimeZone(style.zone).date(),
                       style);
    case MailValueKind::CancelReason:
        return reasonText<CancelReason>(value.value, style.language);
    case MailValueKind::PaymentFailure:
        return reasonText<PaymentFailure>(value.value, style.language);
    }
    Q_UNREACHABLE();
}

MailLanguage mailLanguage(const QString &country)
{
    static const QStringList german{u"AT"_s, u"CH"_s, u"DE"_s, u"LI"_s};
    return german.contains(country) ? MailLanguage::German : MailLanguage::English;
}

QLocale mailLocale(MailLanguage language, const QString &country)
{
    const bool isGerman = language == MailLanguage::German;
    const QLocale::Language spoken = isGerman ? QLocale::German : QLocale::English;
    const QLocale::Territory territory = QLocale::codeToTerritory(country);
    const QLocale here(spoken, territory);
    return here.territory() == territory
               ? here
               : QLocale(spoken, isGerman ? QLocale::Germany : QLocale::UnitedKingdom);
}

} // namespace kontor
