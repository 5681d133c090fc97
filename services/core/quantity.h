// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>

namespace kontor {

//! How much of a product, in thousandths of its unit (pieces, kilograms, metres).
struct Quantity
{
    //! The largest quantity that carts and imports accept.
    static constexpr qint64 maxThousandths = 1'000'000'000'000;

    qint64 thousandths = 0;

    static constexpr Quantity pieces(qint64 count) { return {count * 1000}; }

    constexpr bool isZero() const { return thousandths == 0; }
    constexpr bool isNegative() const { return thousandths < 0; }
    constexpr bool isWithinLimit() const
    {
        return thousandths >= -maxThousandths && thousandths <= maxThousandths;
    }
    constexpr Quantity operator-() const { return {-thousandths}; }
    constexpr Quantity operator+(Quantity other) const { return {thousandths + other.thousandths}; }
    constexpr Quantity operator-(Quantity other) const { return {thousandths - other.thousandths}; }
    constexpr Quantity &operator+=(Quantity other)
    {
        thousandths += other.thousandths;
        return *this;
    }

    constexpr auto operator<=>(const Quantity &) const = default;
};

} // namespace kontor
