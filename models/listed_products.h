// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_lookup.h"
#include "models/reader_thread.h"

namespace kontor {

//! Reads all products that a wish lists, page by page, up to a limit.
class ListedProducts : public QObject
{
    Q_OBJECT
public:
    explicit ListedProducts(const ReaderThread<CatalogLookup> &lookup, QObject *parent = nullptr);

    //! A newer wish takes the place of one that is still being read.
    void read(const ProductWish &wish);
    const QList<Product> &products() const { return m_products; }
    bool isComplete() const { return m_complete; }

    static constexpr int pageRows = 200;
    static constexpr int limit = 2400;

Q_SIGNALS:
    void done();
    void failed(const kontor::Error &error);

private:
    void readAfter(qint64 rank);

    const ReaderThread<CatalogLookup> &m_lookup;
    ProductWish m_wish;
    QList<Product> m_products;
    int m_round = 0;
    bool m_complete = false;
};

} // namespace kontor
