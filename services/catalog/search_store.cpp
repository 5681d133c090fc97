// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/search_store.h"

#include <algorithm>

namespace kontor {

QString SearchStore::expression(const QString &text)
{
    constexpr qsizetype longestText = 200;
    const QString plain =
        text.left(longestText).normalized(QString::NormalizationForm_C).simplified();
    QStringList words;
    for (QString word : plain.split(u' ')) {
        const bool canMatch = std::any_of(word.begin(), word.end(), [](QChar c) {
            return c.isLetterOrNumber() || c.isSurrogate();
        });
        if (!canMatch)
            continue;
        word.remove(QChar(QChar::Null));
        word.replace(u'"', QStringLiteral("\"\""));
        words.append(QStringLiteral("\"%1\"*").arg(word));
    }
    return words.join(u' ');
}

Result<> SearchStore::add(Transaction &tx, const SearchEntry &entry) const
{
    if (!isPresent())
        return {};
    const auto added =
        tx.run("INSERT INTO product_search (rowid, name, sku, category) VALUES (?, ?, ?, ?)",
               entry.rank, entry.name, entry.sku, entry.category);
    if (!added)
        return added.error();
    return {};
}

// The index keeps no copy of the texts and must be told them again to forget them.
Result<> SearchStore::remove(Transaction &tx, const SearchEntry &entry) const
{
    if (!isPresent())
        return {};
    const auto removed =
        tx.run("INSERT INTO product_search (product_search, rowid, name, sku, category) "
               "VALUES ('delete', ?, ?, ?, ?)",
               entry.rank, entry.name, entry.sku, entry.category);
    if (!removed)
        return removed.error();
    return {};
}

} // namespace kontor
