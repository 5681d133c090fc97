// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_lookup.h"
#include "models/reader_thread.h"
#include "models/shop_access.h"

#include <QAbstractTableModel>

namespace kontor {

//! The products that a search found, and how many there are of each. Searching never waits: while
//! one search runs, only the newest of the further wishes is kept.
class ProductResultsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        NameColumn,
        BarcodeColumn,
        PriceColumn,
        AvailableColumn,
        ColumnCount
    };
    enum Role
    {
        RawRole = Qt::UserRole, //!< the value itself; availability in thousandths, invalid: unknown
        DetailRole,             //!< the second line below the name
        LevelRole,              //!< a Level
    };
    enum class Level
    {
        Unknown,
        Enough,
        Low,
        None
    };

    ProductResultsModel(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
                        QObject *parent = nullptr);

    void search(const QString &text);
    //! Asks again for how many there are of the products shown.
    void refreshAvailability();

    const Product &product(int row) const { return m_products[row]; }
    //! The text that the rows answer.
    const QString &text() const { return m_text; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    static constexpr int limit = 100;

Q_SIGNALS:
    void searched();
    void failed(const kontor::Error &error);

private:
    void ask(const QString &text);
    void show(const QString &text, const QList<Product> &products);
    Level level(int row) const;
    QVariant display(int row, int column) const;
    QVariant raw(int row, int column) const;

    const ShopAccess &m_access;
    const ReaderThread<CatalogLookup> &m_lookup;
    QString m_text;
    QString m_wanted;
    bool m_asking = false;
    QList<Product> m_products;
    QHash<ProductId, Availability> m_levels;
};

} // namespace kontor
