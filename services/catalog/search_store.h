// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/transaction.h"

namespace kontor {

//! What the search index knows of a product; its key is the product's rank.
struct SearchEntry
{
    qint64 rank = 0;
    QString name;
    QString sku;
    QString category;

    bool operator==(const SearchEntry &) const = default;
};

//! The index by which products are found while somebody types. SQLite's; a server has none.
class SearchStore
{
public:
    explicit SearchStore(Store &store) : m_store(store) {}

    bool isPresent() const { return m_store.dialect() == Dialect::Sqlite; }

    //! What to MATCH for: each word of the text must be the beginning of a word of the product. The
    //! index's own tokenizer cuts the words further, so that "t-shirt" is found as it is written.
    //! Empty if there is nothing to look for.
    static QString expression(const QString &text);

    Result<> add(Transaction &tx, const SearchEntry &entry) const;
    //! The entry must be as it was added.
    Result<> remove(Transaction &tx, const SearchEntry &entry) const;

private:
    Store &m_store;
};

} // namespace kontor
