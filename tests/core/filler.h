// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/codec.h"

#include <QStringList>

#include <random>

namespace kontor {

//! Fills the fields of a struct with values that are not the defaults, odd texts among them; the
//! same for the same seed.
class Filler
{
public:
    explicit Filler(quint64 seed) : m_random(seed) {}

    template <class T>
    T filled()
    {
        T value{};
        fill(value);
        return value;
    }

    template <class T>
    void operator()(const char *, T &field)
    {
        fill(field);
    }

private:
    qint64 number() { return qint64(m_random() >> (m_random() % 62)) * (m_random() % 2 ? 1 : -1); }

    void fill(qint64 &field) { field = number(); }
    void fill(int &field) { field = int(m_random()); }
    void fill(bool &field) { field = m_random() % 2 == 0; }
    void fill(QString &field)
    {
        static const QStringList texts = {
            QString(),
            QStringLiteral("plain"),
            QStringLiteral("\"quoted\" and \\ back"),
            QStringLiteral("line\nbreak\r\ttab\b\f"),
            QStringLiteral("\u0001\u001f\u007f\u0080"),
            QString(1, QChar(0)) + QStringLiteral("after a null"),
            QStringLiteral("Käse, 日本, \U0001F9C0"),
            QStringLiteral("e\u0301 \u2028 \u2029 \ufeff \ufffd"),
            QStringLiteral("</script><b>'; DROP TABLE event; --"),
            QString(3000, u'ß'),
        };
        field = texts[qsizetype(m_random() % quint64(texts.size()))];
    }
    void fill(Currency &field)
    {
        static const char *const codes[] = {"EUR", "JPY", "KWD", "CLF", "USD"};
        field = Currency(codes[m_random() % std::size(codes)]);
    }
    void fill(Money &field)
    {
        field.minor = number();
        fill(field.currency);
    }
    void fill(UnitPrice &field)
    {
        field.micros = number();
        fill(field.currency);
    }
    void fill(Quantity &field) { field.thousandths = number(); }
    void fill(TaxRate &field) { field.basisPoints = int(m_random()); }
    void fill(Timestamp &field) { field.ms = number(); }
    void fill(QDate &field)
    {
        constexpr qint64 tenThousandYears = 3'600'000;
        const QDate first(1, 1, 1);
        field =
            m_random() % 4 == 0 ? QDate() : first.addDays(qint64(m_random() % tenThousandYears));
    }
    template <class Tag>
    void fill(Id<Tag> &field)
    {
        IdBytes bytes;
        for (quint8 &byte : bytes)
            byte = quint8(m_random());
        field = Id<Tag>(bytes);
    }
    template <NamedEnum Enum>
    void fill(Enum &field)
    {
        field = static_cast<Enum>(m_random() % std::size(EnumNames<Enum>::names));
    }
    template <class T>
    void fill(QList<T> &field)
    {
        field.resize(qsizetype(m_random() % 4));
        for (T &element : field)
            fill(element);
    }
    template <class T>
    requires requires(Filler &f, T &t) { T::fields(f, t); }
    void fill(T &field) { T::fields(*this, field); }

    std::mt19937_64 m_random;
};

} // namespace kontor
