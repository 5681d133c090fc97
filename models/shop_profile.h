// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/clock.h"
#include "services/core/money.h"

#include <optional>

namespace kontor {

enum class ProfileError
{
    NotReadable,
    NotWritten,
};
KONTOR_ERROR_DOMAIN(ProfileError);

//! What was said of a shop when it was founded, and whether its first filling is done.
struct ShopProfile
{
    static constexpr int maxNameLength = 60;

    enum class Filling
    {
        Empty,
        Demo,
        Import,
    };

    QString name;
    Currency currency = Currency("EUR");
    QString country = QStringLiteral("AT"); //!< ISO 3166, two capital letters
    TaxRate standardRate = {2000};
    TaxRate reducedRate = {1000};
    Filling filling = Filling::Empty;
    QString importFile;
    Timestamp founded;
    bool filled = false; //!< false: the filling is still to be done, or to be done to its end

    bool operator==(const ShopProfile &) const = default;

    //! Nothing if the folder has none.
    static Result<std::optional<ShopProfile>> load(const QString &folder);
    Result<> save(const QString &folder) const;
};

} // namespace kontor
