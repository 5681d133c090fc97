// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listed_products.h"

#include "services/core/call.h"

namespace kontor {

ListedProducts::ListedProducts(const ReaderThread<CatalogLookup> &lookup, QObject *parent)
    : QObject(parent)
    , m_lookup(lookup)
{
}

void ListedProducts::read(const ProductWish &wish)
{
    ++m_round;
    m_wish = wish;
    m_products.clear();
    m_complete = false;
    readAfter(ProductPage::beforeFirstRank);
}

void ListedProducts::readAfter(qint64 rank)
{
    call(*m_lookup, &CatalogLookup::find, m_wish, rank, pageRows)
        .then(this, [this, round = m_round](const Result<ProductPage> &page) {
            if (round != m_round)
                return;
            if (!page) {
                Q_EMIT failed(page.error());
                return;
            }
            m_products += page->products;
            m_complete = page->products.size() < pageRows;
            if (!m_complete && m_products.size() < limit)
                readAfter(page->lastRank);
            else
                Q_EMIT done();
        });
}

} // namespace kontor
