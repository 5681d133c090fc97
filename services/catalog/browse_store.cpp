// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/browse_store.h"

#include "services/catalog/catalog.h"

#include <algorithm>
#include <limits>

namespace kontor {

namespace {

qint64 rankOf(const Row &row) { return row.integer(0); }

//! The first text after all that begin with this one.
QString endOfPrefix(QString prefix)
{
    prefix.back() = QChar(prefix.back().unicode() + 1);
    return prefix;
}

} // namespace

Result<QStringList> BrowseStore::categories() const
{
    // Leaps from one category to the next, where DISTINCT would read every product.
    return m_store.all("WITH RECURSIVE each (category) AS ("
                       "SELECT min(category) FROM product WHERE category > '' "
                       "UNION ALL "
                       "SELECT (SELECT min(category) FROM product "
                       "WHERE category > each.category) "
                       "FROM each WHERE each.category IS NOT NULL) "
                       "SELECT category FROM each WHERE category IS NOT NULL ORDER BY category",
                       [](const Row &row) { return row.text(0); });
}

Result<QList<qint64>> BrowseStore::ranks(const QString &category, qint64 afterRank, int limit,
                                         Shown shown) const
{
    const bool activeOnly = shown == Shown::Active;
    if (category.isEmpty())
        return m_store.all("SELECT p.rank FROM product p WHERE p.rank > ? AND p.active >= ? "
                           "ORDER BY p.rank LIMIT ?",
                           rankOf, afterRank, activeOnly, limit);
    const auto paths = categories();
    if (!paths)
        return paths.error();
    // The first of each path are at most so many; sorting whole categories would take long.
    QList<qint64> first;
    for (const QString &path : *paths) {
        if (path != category && !path.startsWith(category + categorySeparator))
            continue;
        const auto found = m_store.all("SELECT p.rank FROM product p WHERE p.category = ? "
                                       "AND p.rank > ? AND p.active >= ? ORDER BY p.rank LIMIT ?",
                                       rankOf, path, afterRank, activeOnly, limit);
        if (!found)
            return found;
        first += *found;
    }
    std::ranges::sort(first);
    return first.first(std::min<qsizetype>(first.size(), limit));
}

Result<ProductOutline> BrowseStore::outline(const QString &category, int pageRows,
                                            Shown shown) const
{
    const bool activeOnly = shown == Shown::Active;
    const QString below = category + categorySeparator;
    const QString end = endOfPrefix(below);
    const auto count =
        category.isEmpty()
            ? m_store.first("SELECT count(*) FROM product p WHERE p.active >= ?", rankOf,
                            activeOnly)
            : m_store.first("SELECT count(*) FROM product p WHERE p.active >= ? AND "
                            "(p.category = ? OR (p.category >= ? AND p.category < ?))",
                            rankOf, activeOnly, category, below, end);
    if (!count)
        return count.error();
    const auto ends = category.isEmpty()
                          ? m_store.all("SELECT rank FROM (SELECT p.rank AS rank, "
                                        "row_number() OVER (ORDER BY p.rank) AS n "
                                        "FROM product p WHERE p.active >= ?) AS numbered "
                                        "WHERE n % ? = 0 ORDER BY n",
                                        rankOf, activeOnly, pageRows)
                          : m_store.all("SELECT rank FROM (SELECT p.rank AS rank, "
                                        "row_number() OVER (ORDER BY p.rank) AS n "
                                        "FROM product p WHERE p.active >= ? AND (p.category = ? OR "
                                        "(p.category >= ? AND p.category < ?))) AS numbered "
                                        "WHERE n % ? = 0 ORDER BY n",
                                        rankOf, activeOnly, category, below, end, pageRows);
    if (!ends)
        return ends.error();
    ProductOutline outline;
    outline.count = count->value_or(0);
    if (outline.count > 0)
        outline.ranksBefore = QList<qint64>{std::numeric_limits<qint64>::min()} + *ends;
    outline.ranksBefore.resize(
        std::min<qsizetype>(outline.ranksBefore.size(), (outline.count + pageRows - 1) / pageRows));
    return outline;
}

} // namespace kontor
