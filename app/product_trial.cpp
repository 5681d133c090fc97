// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/product_trial.h"

#include "services/core/store.h"

namespace kontor {

using namespace Qt::StringLiterals;

//! One reading, with a catalog of its own.
struct ProductTrial::Attempt
{
    QTemporaryDir folder;
    Room room{u"trial"_s, true};
    std::unique_ptr<Store> store;
    std::unique_ptr<CatalogService> catalog;
    std::unique_ptr<TableImport> import;

    Result<> open(const Clock &clock, const Rights &rights)
    {
        const auto opened = room.run([&]() -> Result<> {
            auto made = Store::open(StoreUrl::sqlite(folder.filePath(u"catalog.sqlite"_s)),
                                    u"catalog"_s, Store::Access::Write);
            if (!made)
                return made.error();
            store = std::move(*made);
            catalog = std::make_unique<CatalogService>(*store, clock, rights);
            return {};
        });
        if (opened)
            import = std::make_unique<TableImport>(*catalog, clock, u"T1"_s);
        return opened;
    }
    ~Attempt()
    {
        import.reset();
        room.run([this] {
            catalog.reset();
            store.reset();
        });
    }
};

ProductTrial::ProductTrial(QObject *parent) : QObject(parent) {}

ProductTrial::~ProductTrial() = default;

void ProductTrial::read(const QString &file, const ImportOptions &options)
{
    m_attempt = std::make_unique<Attempt>();
    if (const auto opened = m_attempt->open(m_clock, m_rights); !opened) {
        Q_EMIT finished(file, opened.error());
        return;
    }
    connect(m_attempt->import.get(), &TableImport::finished, this,
            [this, file](const Result<ImportReport> &report) { Q_EMIT finished(file, report); });
    m_attempt->import->start(file, options);
}

} // namespace kontor
