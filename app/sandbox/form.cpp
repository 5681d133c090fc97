// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/form.h"

#include <QRegularExpression>

namespace kontor::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestAmount = 99'999'999;

// ISO 4217, active, with minor units.
const QString knownCurrencies =
    u" aed afn all amd aoa ars aud awg azn bam bbd bdt bhd bif bmd bnd bob brl bsd btn bwp byn bzd"
    " cad cdf chf clp cny cop crc cup cve czk djf dkk dop dzd egp ern etb eur fjd fkp gbp gel ghs"
    " gip gmd gnf gtq gyd hkd hnl htg huf idr ils inr iqd irr isk jmd jod jpy kes kgs khr kmf kpw"
    " krw kwd kyd kzt lak lbp lkr lrd lsl lyd mad mdl mga mkd mmk mnt mop mru mur mvr mwk mxn myr"
    " mzn nad ngn nio nok npr nzd omr pab pen pgk php pkr pln pyg qar ron rsd rub rwf sar sbd scr"
    " sdg sek sgd shp sle sos srd ssp stn svc syp szl thb tjs tmt tnd top try ttd twd tzs uah ugx"
    " usd uyu uzs ves vnd vuv wst xaf xcd xcg xof xpf yer zar zmw zwg "_s;

QString decoded(QByteArray part)
{
    part.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(part));
}

//! The name with indexes and metadata keys left out, as the lists of known names have it.
QString shapeOf(QString name)
{
    static const QRegularExpression metadataKey(u"metadata(\\]?)\\[.+\\]$"_s);
    static const QRegularExpression index(u"\\[\\d+\\]"_s);
    return name.replace(metadataKey, u"metadata\\1[]"_s).replace(index, u"[]"_s);
}

} // namespace

Form parseForm(const QByteArray &encoded)
{
    Form form;
    QMap<QString, int> nextIndex;
    for (const auto &pair : encoded.split('&')) {
        if (pair.isEmpty())
            continue;
        const auto equals = pair.indexOf('=');
        const auto nameLength = equals < 0 ? pair.size() : equals;
        auto name = decoded(pair.left(nameLength));
        if (name.endsWith(u"[]")) {
            name.chop(2);
            name += u"[%1]"_s.arg(nextIndex[name]++);
        }
        form.insert(name, decoded(pair.mid(nameLength + 1)));
    }
    return form;
}

FormReader::FormReader(const Form &form, const QStringList &known) : m_form(form)
{
    for (auto it = form.begin(); it != form.end(); ++it) {
        if (!known.contains(shapeOf(it.key())))
            fail(invalidRequest(u"parameter_unknown"_s,
                                u"Received unknown parameter: %1"_s.arg(it.key()), it.key()));
    }
}

void FormReader::fail(const PaymentError &error)
{
    if (!m_error)
        m_error = error;
}

QString FormReader::text(const QString &name)
{
    const auto value = m_form.value(name);
    if (value.isEmpty() && has(name))
        fail(invalidRequest(u"parameter_invalid_empty"_s,
                            u"You passed an empty string for '%1'."_s.arg(name), name));
    if (value.size() > 5000)
        fail(invalidRequest(u"parameter_invalid_string_too_long"_s,
                            u"'%1' must be at most 5000 characters."_s.arg(name), name));
    return value;
}

QString FormReader::requiredText(const QString &name)
{
    if (!has(name))
        fail(invalidRequest(u"parameter_missing"_s, u"Missing required param: %1."_s.arg(name),
                            name));
    return text(name);
}

QString FormReader::choice(const QString &name, const QStringList &allowed, const QString &fallback)
{
    if (!has(name))
        return fallback;
    const auto value = text(name);
    if (!allowed.contains(value))
        fail(invalidRequest({}, u"Invalid %1: must be one of %2"_s.arg(name, allowed.join(u", ")),
                            name));
    return value;
}

bool FormReader::flag(const QString &name)
{
    return choice(name, {u"true"_s, u"false"_s}, u"false"_s) == u"true";
}

qint64 FormReader::requiredAmount(const QString &name)
{
    if (!has(name))
        fail(invalidRequest(u"parameter_missing"_s, u"Missing required param: %1."_s.arg(name),
                            name));
    return amount(name).value_or(0);
}

std::optional<qint64> FormReader::amount(const QString &name)
{
    const auto value = integer(name);
    if (value && *value < 1)
        fail(invalidRequest(u"parameter_invalid_integer"_s,
                            u"'%1' must be greater than or equal to 1"_s.arg(name), name));
    if (value && *value > largestAmount)
        fail(invalidRequest(u"amount_too_large"_s,
                            u"'%1' must be no more than %2"_s.arg(name).arg(largestAmount), name));
    return value;
}

std::optional<qint64> FormReader::integer(const QString &name)
{
    if (!has(name))
        return std::nullopt;
    static const QRegularExpression wholeNumber(u"^-?[0-9]{1,15}$"_s);
    const auto value = text(name);
    if (!wholeNumber.match(value).hasMatch())
        fail(invalidRequest(u"parameter_invalid_integer"_s, u"Invalid integer: %1"_s.arg(value),
                            name));
    return value.toLongLong();
}

QString FormReader::requiredCurrency(const QString &name)
{
    const auto value = requiredText(name).toLower();
    if (value.size() != 3 || !knownCurrencies.contains(u" %1 "_s.arg(value)))
        fail(invalidRequest({}, u"Invalid currency: %1"_s.arg(value), name));
    return value;
}

QJsonObject FormReader::metadata(const QString &name)
{
    QJsonObject found;
    const auto prefix = name + u'[';
    for (auto it = m_form.lowerBound(prefix); it != m_form.end(); ++it) {
        if (!it.key().startsWith(prefix))
            break;
        const auto key = it.key().mid(prefix.size()).chopped(1);
        if (key.size() > 40 || it.value().size() > 500)
            fail(invalidRequest({}, u"Metadata keys have up to 40 characters, values up to 500."_s,
                                it.key()));
        if (!it.value().isEmpty())
            found[key] = it.value();
    }
    if (found.size() > 50)
        fail(invalidRequest({}, u"Metadata can have up to 50 keys."_s, name));
    return found;
}

QStringList FormReader::list(const QString &name)
{
    QStringList found;
    for (int i = 0; has(u"%1[%2]"_s.arg(name).arg(i)); ++i)
        found.append(text(u"%1[%2]"_s.arg(name).arg(i)));
    return found;
}

} // namespace kontor::sandbox
