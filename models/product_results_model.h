// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_lookup.h"
#include "models/reader_thread.h"
#include "models/shop_access.h"
#include "models/table_model.h"

namespace kontor {

//! The products that a search found, or those of a category, and how many there are of each.
//! Nothing waits: while one search runs, only the newest of the further wishes is kept; of a long
//! list those pages are read that are in sight, and not many more are kept.
class ProductResultsModel : public TableModel
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
        TypedRole,              //!< what was typed to find it
        PictureRole,            //!< the name of its picture, may be empty
    };
    enum class Level
    {
        Unknown,
        Enough,
        Low,
        None
    };

    //! Outlines are made by a reader of their own, since they take their time.
    ProductResultsModel(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
                        QObject *parent = nullptr);

    void list(const ProductWish &wish);
    //! The rows that are in sight: what is not there yet is read.
    void showRows(int first, int last);
    //! Asks again for how many there are of the products in sight.
    void refreshAvailability();

    //! Null while it is being read.
    const Product *product(int row) const;
    //! What the rows answer.
    const ProductWish &wish() const { return m_wish; }
    //! What they will answer.
    const ProductWish &wanted() const { return m_wanted; }

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    static constexpr int pageRows = 100;
    static constexpr int keptPages = 40;

Q_SIGNALS:
    //! The rows answer another wish.
    void listed();
    void failed(const kontor::Error &error);

private:
    using Pages = QHash<int, QList<Product>>;

    int rows() const override { return m_rows; }
    bool standsRight(int column) const override { return column >= PriceColumn; }
    void ask(const ProductWish &wish);
    void show(const ProductWish &wish, const ProductPage &page);
    void outline();
    void grow(const ProductOutline &outline);
    void readNeeded();
    void take(int page, const ProductPage &read);
    void dropFarPages();
    void askAvailability(int page);
    void changed(int page, int firstColumn, int lastColumn);
    int pages() const { return int(m_ranksBefore.size()); }
    int rowsOf(int page) const;
    Level level(const Product &product) const;
    QVariant display(const Product &product, int column) const;
    QVariant raw(const Product &product, int column) const;

    const ShopAccess &m_access;
    const ReaderThread<CatalogLookup> &m_lookup;
    const ReaderThread<CatalogLookup> m_outlines;
    ProductWish m_wish;
    ProductWish m_wanted;
    bool m_asking = false;
    bool m_reading = false;
    bool m_outlining = false;
    bool m_goesOn = false; //!< there may be more after the last page
    int m_rows = 0;
    int m_firstInSight = 0; //!< a page, as the next
    int m_lastInSight = 0;
    QList<qint64> m_ranksBefore; //!< each page's
    Pages m_pages;
    QHash<ProductId, Availability> m_levels;
};

} // namespace kontor
