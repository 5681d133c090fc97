// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/id.h"
#include "services/core/money.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

// Events and recorded answers are written as canonical JSON: keys in alphabetical order, integers
// only, UTF-8, no spaces. A struct names its fields once, in a static fields(archive, self), which
// serves the writer and the reader alike. (QJsonDocument writes the same bytes, at five times the
// cost.)
namespace kontor {

enum class CodecError
{
    Malformed
};
KONTOR_ERROR_DOMAIN(CodecError);

//! The names of an enum's values in their order, as they stand in events and stores.
template <class Enum>
struct EnumNames;

template <class Enum>
concept NamedEnum = std::is_enum_v<Enum> && requires
{
    EnumNames<Enum>::names[0];
};

template <NamedEnum Enum>
constexpr std::string_view nameOf(Enum value)
{
    return EnumNames<Enum>::names[static_cast<size_t>(value)];
}

template <NamedEnum Enum>
constexpr std::optional<Enum> enumFromName(std::string_view name)
{
    for (size_t i = 0; i < std::size(EnumNames<Enum>::names); ++i) {
        if (EnumNames<Enum>::names[i] == name)
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

//! Appends canonical JSON to a byte array.
class Writer
{
public:
    explicit Writer(QByteArray &out) : m_out(out) {}

    template <class T>
    void operator()(const char *key, const T &field)
    {
        separate();
        m_out += '"';
        m_out += key;
        m_out += "\":";
        m_first = true;
        value(field);
        m_first = false;
    }

    //! A field whose value is encoded already.
    void raw(const char *key, const QByteArray &encoded)
    {
        separate();
        m_out += '"';
        m_out += key;
        m_out += "\":";
        m_out += encoded;
    }

    void value(qint64 number);
    void value(int number) { value(qint64(number)); }
    void value(bool truth) { m_out += truth ? "true" : "false"; }
    void value(const QString &text);
    void value(const IdBytes &id);
    void value(const Money &money) { amount(money.minor, money.currency); }
    void value(const UnitPrice &price) { amount(price.micros, price.currency); }
    void value(Quantity quantity) { value(quantity.thousandths); }
    void value(TaxRate rate) { value(qint64(rate.basisPoints)); }
    void value(Timestamp time) { value(time.ms); }
    void value(QDate day) { value(day.toString(Qt::ISODate)); }
    template <class Tag>
    void value(const Id<Tag> &id)
    {
        value(id.bytes());
    }
    template <NamedEnum Enum>
    void value(Enum named)
    {
        const auto name = nameOf(named);
        m_out += '"';
        m_out.append(name.data(), qsizetype(name.size()));
        m_out += '"';
    }
    template <class T>
    void value(const QList<T> &list)
    {
        m_out += '[';
        for (qsizetype i = 0; i < list.size(); ++i) {
            if (i > 0)
                m_out += ',';
            value(list[i]);
        }
        m_out += ']';
    }
    template <class T>
    requires requires(Writer &w, const T &t) { T::fields(w, t); }
    void value(const T &object)
    {
        m_out += '{';
        m_first = true;
        T::fields(*this, object);
        m_out += '}';
    }

private:
    void separate()
    {
        if (!m_first)
            m_out += ',';
        m_first = false;
    }
    void amount(qint64 number, Currency currency);

    QByteArray &m_out;
    bool m_first = true;
};

//! Reads canonical JSON. A field that the bytes do not have keeps its default (the event is of an
//! older version); anything else that does not fit makes the whole reading fail.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes) : m_at(bytes.begin()), m_end(bytes.end()) {}

    bool failed() const { return m_failed; }
    bool atEnd() const { return m_at == m_end; }
    const char *position() const { return m_at; }

    template <class T>
    void operator()(const char *key, T &field)
    {
        if (takeKey(key))
            value(field);
    }

    void value(qint64 &number);
    void value(int &number);
    void value(bool &truth);
    void value(QString &text);
    void value(IdBytes &id);
    void value(Money &money) { amount(money.minor, money.currency); }
    void value(UnitPrice &price) { amount(price.micros, price.currency); }
    void value(Quantity &quantity) { value(quantity.thousandths); }
    void value(TaxRate &rate) { value(rate.basisPoints); }
    void value(Timestamp &time) { value(time.ms); }
    void value(QDate &day);
    template <class Tag>
    void value(Id<Tag> &id)
    {
        IdBytes bytes{};
        value(bytes);
        id = Id<Tag>(bytes);
    }
    template <NamedEnum Enum>
    void value(Enum &named)
    {
        const auto found = enumFromName<Enum>(takeName());
        if (found)
            named = *found;
        else
            m_failed = true;
    }
    template <class T>
    void value(QList<T> &list)
    {
        take('[');
        if (takeIf(']'))
            return;
        do {
            T element{};
            value(element);
            list.append(std::move(element));
        } while (!m_failed && takeIf(','));
        take(']');
    }
    template <class T>
    requires requires(Reader &r, T &t) { T::fields(r, t); }
    void value(T &object)
    {
        take('{');
        m_first = true;
        T::fields(*this, object);
        take('}');
        m_first = false;
    }

private:
    bool takeKey(const char *key);
    bool takeIf(char c)
    {
        if (m_at != m_end && *m_at == c) {
            ++m_at;
            return true;
        }
        return false;
    }
    void take(char c)
    {
        if (!takeIf(c))
            m_failed = true;
    }
    std::string_view takeName();
    void amount(qint64 &number, Currency &currency);

    const char *m_at;
    const char *m_end;
    bool m_first = true;
    bool m_failed = false;
    std::string_view m_lastCode;
    Currency m_lastCurrency;
};

template <class T>
QByteArray encode(const T &value)
{
    QByteArray bytes;
    bytes.reserve(256);
    Writer(bytes).value(value);
    return bytes;
}

template <class T>
Result<T> decode(QByteArrayView bytes)
{
    T value{};
    Reader reader(bytes);
    reader.value(value);
    if (reader.failed() || !reader.atEnd())
        return Error(
            CodecError::Malformed,
            QStringLiteral("cannot read '%1'")
                .arg(QString::fromUtf8(bytes.first(std::min<qsizetype>(bytes.size(), 200)))));
    return value;
}

} // namespace kontor
