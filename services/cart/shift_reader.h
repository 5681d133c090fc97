// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/shift.h"
#include "services/core/store.h"

#include <memory>

namespace kontor {

//! Looks up a till's reports over a read-only connection, beside a running shop.
class ShiftReader
{
public:
    //! source: of the cart's topic.
    static Result<std::unique_ptr<ShiftReader>> open(const StoreUrl &url, const QString &source);

    //! Of the open shift until now; nothing if none is open.
    Result<std::optional<ShiftReport>> xReport(const QString &till, Timestamp now) const;
    Result<std::optional<ShiftReport>> zReport(const QString &till, int number) const;

private:
    ShiftReader(std::unique_ptr<Store> store, QString source)
        : m_store(std::move(store))
        , m_source(std::move(source))
    {
    }

    std::unique_ptr<Store> m_store;
    QString m_source;
};

} // namespace kontor
