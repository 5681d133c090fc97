// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/transaction.h"

namespace kontor {

//! Whether products that are no longer sold are among the answers.
enum class Shown
{
    Active,
    All
};

//! Where in a long list each page of it begins, so that any of them can be read at once.
struct ProductOutline
{
    qint64 count = 0;          //!< of all products in the list
    QList<qint64> ranksBefore; //!< one for each page: that of the last product before it

    bool operator==(const ProductOutline &) const = default;
};

//! The order in which a category's products, and those of the categories below it, are shown: the
//! most popular first. An empty category means all.
class BrowseStore
{
public:
    explicit BrowseStore(Store &store) : m_store(store) {}

    //! All paths, in their order.
    Result<QStringList> categories() const;
    Result<QList<qint64>> ranks(const QString &category, qint64 afterRank, int limit,
                                Shown shown) const;
    //! Reads the whole list: it takes half a second for a million products.
    Result<ProductOutline> outline(const QString &category, int pageRows, Shown shown) const;

private:
    Store &m_store;
};

} // namespace kontor
