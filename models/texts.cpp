// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/texts.h"

#include <QCoreApplication>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(kontor::Texts)
};

constexpr QChar minusSign(0x2212);

QString inDigitsOf(const QLocale &locale, const QString &ascii)
{
    const QString zero = locale.zeroDigit();
    if (zero == u"0"_s || zero.size() != 1)
        return ascii;
    QString text;
    for (const QChar digit : ascii)
        text += QChar(zero.front().unicode() + digit.digitValue());
    return text;
}

//! The size of value ÷ 10^digits, without a sign.
QString decimalText(qint64 value, int digits, const QLocale &locale)
{
    const quint64 size = value < 0 ? quint64(0) - quint64(value) : quint64(value);
    quint64 power = 1;
    for (int i = 0; i < digits; ++i)
        power *= 10;
    QString text = locale.toString(qulonglong(size / power));
    if (digits > 0)
        text +=
            locale.decimalPoint() +
            inDigitsOf(locale, u"%1"_s.arg(qulonglong(size % power), digits, 10, QLatin1Char('0')));
    return text;
}

QString signOf(Currency currency, const QLocale &locale)
{
    const QString code = currency.code();
    if (locale.currencySymbol(QLocale::CurrencyIsoCode) == code)
        return locale.currencySymbol();
    static constexpr std::pair<const char16_t *, const char16_t *> signs[] = {
        {u"EUR", u"€"}, {u"GBP", u"£"}, {u"USD", u"$"}, {u"JPY", u"¥"}, {u"PLN", u"zł"}};
    for (const auto &[of, sign] : signs) {
        if (code == QStringView(of))
            return QStringView(sign).toString();
    }
    return code;
}

QString withCurrency(qint64 value, int digits, Currency currency, const QLocale &locale)
{
    // Where the sign stands is learnt from how the locale writes one of it.
    QString text = locale.toCurrencyString(qlonglong(1), signOf(currency, locale));
    text.replace(locale.toString(1), decimalText(value, digits, locale));
    return value < 0 ? minusSign + text : text;
}

} // namespace

QString amountText(const Money &amount, const QLocale &locale)
{
    if (!amount.currency.isValid())
        return {};
    return withCurrency(amount.minor, amount.currency.exponent(), amount.currency, locale);
}

QString editableText(const Money &amount, const QLocale &locale)
{
    return amount.toPlainString().replace(u"."_s, locale.decimalPoint());
}

QString unitPriceText(const UnitPrice &price, const QLocale &locale)
{
    if (!price.currency.isValid())
        return {};
    int digits = 6;
    qint64 value = price.micros;
    while (digits > price.currency.exponent() && value % 10 == 0) {
        value /= 10;
        --digits;
    }
    return withCurrency(value, digits, price.currency, locale);
}

QString quantityText(Quantity quantity, const QLocale &locale)
{
    const bool whole = quantity.thousandths % 1000 == 0;
    const QString text = whole ? decimalText(quantity.thousandths / 1000, 0, locale)
                               : decimalText(quantity.thousandths, 3, locale);
    return quantity.isNegative() ? minusSign + text : text;
}

QString editableText(Quantity quantity, QLocale locale)
{
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return quantityText(quantity, locale);
}

QString taxRateText(TaxRate rate, const QLocale &locale)
{
    if (rate.basisPoints % 100 == 0)
        return decimalText(rate.basisPoints / 100, 0, locale);
    if (rate.basisPoints % 10 == 0)
        return decimalText(rate.basisPoints / 10, 1, locale);
    return decimalText(rate.basisPoints, 2, locale);
}

QString momentText(Timestamp at, const QLocale &locale)
{
    return locale.toString(at.toUtc().toLocalTime(), QLocale::ShortFormat);
}

QString timeText(Timestamp at, const QLocale &locale)
{
    return locale.toString(at.toUtc().toLocalTime().time(), QLocale::ShortFormat);
}

QString dayText(QDate day, const QLocale &locale)
{
    return locale.toString(day, QLocale::ShortFormat);
}

QString nameText(Fulfilment fulfilment)
{
    switch (fulfilment) {
    case Fulfilment::Counter:
        return Texts::tr("Counter");
    case Fulfilment::Pickup:
        return Texts::tr("Pickup");
    case Fulfilment::Delivery:
        return Texts::tr("Delivery");
    }
    return {};
}

QString nameText(OrderState state)
{
    switch (state) {
    case OrderState::Placed:
        return Texts::tr("Placed");
    case OrderState::Paid:
        return Texts::tr("Paid");
    case OrderState::Ready:
        return Texts::tr("Ready");
    case OrderState::Completed:
        return Texts::tr("Completed");
    case OrderState::Cancelled:
        return Texts::tr("Cancelled");
    }
    return {};
}

QString nameText(CancelReason reason)
{
    switch (reason) {
    case CancelReason::ByStaff:
        return Texts::tr("by staff");
    case CancelReason::OutOfStock:
        return Texts::tr("out of stock");
    case CancelReason::Declined:
        return Texts::tr("the payment was declined");
    case CancelReason::CaptureFailed:
        return Texts::tr("the money could not be taken");
    case CancelReason::Expired:
        return Texts::tr("the payment link was not used in time");
    case CancelReason::NotDeliverable:
        return Texts::tr("it cannot be delivered");
    case CancelReason::Recalled:
        return Texts::tr("the parcel was recalled");
    case CancelReason::NotCollected:
        return Texts::tr("it was not collected");
    }
    return {};
}

QString nameText(TenderKind kind)
{
    switch (kind) {
    case TenderKind::Cash:
        return Texts::tr("Cash");
    case TenderKind::Card:
        return Texts::tr("Card");
    case TenderKind::SavedCard:
        return Texts::tr("Saved card");
    case TenderKind::Link:
        return Texts::tr("Payment link");
    case TenderKind::Outside:
        return Texts::tr("Paid elsewhere");
    }
    return {};
}

} // namespace kontor
