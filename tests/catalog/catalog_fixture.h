// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/catalog/catalog_reader.h"
#include "services/catalog/catalog_service.h"
#include "services/core/clock.h"

#include <QCoreApplication>
#include <QTemporaryDir>

namespace kontor {

class EverythingAllowed : public Rights
{
public:
    bool allows(const QString &, Right) const override { return true; }
};

//! A catalog of its own for one test; with KONTOR_POSTGRES_URL (a URL without a schema) it lies
//! on that server, unless the test is about searching.
class CatalogFixture
{
public:
    explicit CatalogFixture(bool searched = false)
        : m_url(searched ? onThisMachine() : anywhere())
        , m_store(opened(m_url))
        , m_service(*m_store, m_clock, m_rights)
    {
    }

    const StoreUrl &url() const { return m_url; }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    ManualClock &clock() { return m_clock; }
    Store &store() { return *m_store; }
    CatalogService &service() { return m_service; }
    Command command()
    {
        return Command::make(m_clock, QStringLiteral("ada"), QStringLiteral("T1"));
    }

    std::unique_ptr<CatalogReader> reader() const
    {
        auto opened = CatalogReader::open(m_url);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        return std::move(*opened);
    }

private:
    StoreUrl onThisMachine() const
    {
        return StoreUrl::sqlite(m_folder.filePath(QStringLiteral("catalog.sqlite")));
    }
    StoreUrl anywhere() const
    {
        const QString server = qEnvironmentVariable("KONTOR_POSTGRES_URL");
        if (server.isEmpty())
            return onThisMachine();
        auto url = StoreUrl::parse(server);
        if (!url)
            qFatal("%s", qPrintable(url.error().text()));
        static int count = 0;
        url->schema =
            QStringLiteral("catalog_%1_%2").arg(QCoreApplication::applicationPid()).arg(++count);
        return *url;
    }

    static std::unique_ptr<Store> opened(const StoreUrl &url)
    {
        auto store = Store::open(url, QStringLiteral("catalog"), Store::Access::Write);
        if (!store)
            qFatal("%s", qPrintable(store.error().text()));
        return std::move(*store);
    }

    QTemporaryDir m_folder;
    StoreUrl m_url;
    ManualClock m_clock{Timestamp{1'700'000'000'000}};
    EverythingAllowed m_rights;
    std::unique_ptr<Store> m_store;
    CatalogService m_service;
};

inline Product productNamed(const QString &sku, const QString &name, qint64 cents = 100)
{
    Product product;
    product.id = productIdForSku(sku);
    product.sku = sku;
    product.name = name;
    product.price = UnitPrice::of({cents, Currency("EUR")});
    return product;
}

inline QStringList skusOf(const QList<Product> &products)
{
    QStringList skus;
    for (const Product &product : products)
        skus.append(product.sku);
    return skus;
}

} // namespace kontor
