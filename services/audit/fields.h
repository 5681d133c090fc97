// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QUuid>

#include <optional>

namespace kontor::auditing {

//! Wide enough for the exact product of an amount, a quantity and a rate.
__extension__ typedef __int128 Wide;

//! How events write a number: an integer and nothing that merely looks like one.
inline std::optional<qint64> integerIn(const QJsonValue &value)
{
    if (value.isDouble() && value.toVariant().typeId() == QMetaType::LongLong)
        return value.toInteger();
    return std::nullopt;
}

inline qint64 numberIn(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toInteger();
}

inline QString textIn(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toString();
}

inline QUuid idIn(const QJsonObject &object, QLatin1StringView key)
{
    return QUuid::fromString(textIn(object, key));
}

//! The number of an amount; events write amounts as [number, currency].
inline qint64 minorIn(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key)[0].toInteger();
}

inline QString currencyIn(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key)[1].toString();
}

} // namespace kontor::auditing
