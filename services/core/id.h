// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/clock.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include <array>
#include <compare>
#include <cstring>
#include <optional>

namespace kontor {

//! 16 bytes of a UUID; the strong ids below are made of it.
using IdBytes = std::array<quint8, 16>;

//! A UUID of version 7 (RFC 9562): 48 bits of UTC milliseconds, then random bits. Ids made one
//! after the other in one thread sort in that order, even within a millisecond.
IdBytes newIdBytes(Timestamp now);

//! A version 7 UUID whose random bits are the SHA-256 of the name: the same thing read twice from a
//! file gets the same id.
IdBytes namedIdBytes(Timestamp time, QByteArrayView name);

QString idText(const IdBytes &bytes);
std::optional<IdBytes> idBytesFromText(QStringView text);

//! An id that cannot be mistaken for another kind of id.
template <class Tag>
class Id
{
public:
    constexpr Id() = default;
    explicit constexpr Id(const IdBytes &bytes) : m_bytes(bytes) {}

    static Id make(Timestamp now) { return Id(newIdBytes(now)); }
    static Id named(Timestamp time, QByteArrayView name) { return Id(namedIdBytes(time, name)); }
    //! Null unless there are exactly 16 bytes.
    static Id fromBytes(QByteArrayView bytes)
    {
        Id id;
        if (bytes.size() == 16)
            std::memcpy(id.m_bytes.data(), bytes.data(), 16);
        return id;
    }
    static std::optional<Id> fromText(QStringView text)
    {
        if (const auto bytes = idBytesFromText(text))
            return Id(*bytes);
        return std::nullopt;
    }

    bool isNull() const { return m_bytes == IdBytes{}; }
    const IdBytes &bytes() const { return m_bytes; }
    QByteArray toByteArray() const
    {
        return QByteArray(reinterpret_cast<const char *>(m_bytes.data()), 16);
    }
    //! The usual form with hyphens, in lower case.
    QString toString() const { return idText(m_bytes); }

    auto operator<=>(const Id &) const = default;

private:
    IdBytes m_bytes{};
};

template <class Tag>
size_t qHash(const Id<Tag> &id, size_t seed = 0)
{
    return qHashBits(id.bytes().data(), 16, seed);
}

//! The cart's id is the order's id for ever, so one type names both.
using OrderId = Id<struct OrderTag>;
using ProductId = Id<struct ProductTag>;
using AccountId = Id<struct AccountTag>;
using AddressId = Id<struct AddressTag>;
using TenderId = Id<struct TenderTag>;
using CommandId = Id<struct CommandTag>;
using IntentId = Id<struct IntentTag>;
using ReturnHoldId = Id<struct ReturnHoldTag>;
using ShipmentId = Id<struct ShipmentTag>;
using MailId = Id<struct MailTag>;
using PrintJobId = Id<struct PrintJobTag>;
//! What an event is about, whatever kind of id that is: events of one subject keep their order.
using SubjectId = Id<struct SubjectTag>;

template <class Tag>
SubjectId subject(const Id<Tag> &id)
{
    return SubjectId(id.bytes());
}

} // namespace kontor
