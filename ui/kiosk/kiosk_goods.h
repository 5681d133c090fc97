// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/product_results_model.h"
#include "ui/pictures/picture_cache.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace kontor {

class ProductTiles;

//! What there is to buy: the categories with their pictures, and the products of one of them.
class KioskGoods : public QWidget
{
    Q_OBJECT
public:
    KioskGoods(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
               QWidget *parent = nullptr);

    //! Shows all categories.
    void start();

Q_SIGNALS:
    void chosen(const kontor::Product &product);

private:
    void build();
    void showLevel();
    void go(const QString &category);
    void addTile(const QString &text, const QString &category);
    void showProducts(const QString &category);

    const ReaderThread<CatalogLookup> &m_lookup;
    ProductResultsModel m_model;
    PictureCache m_pictures;
    QStringList m_paths;
    QString m_category; //!< the level that is shown; empty: the first
    QLabel *m_title;
    QPushButton *m_back;
    QStackedWidget *m_views;
    QWidget *m_level;
    QGridLayout *m_grid;
    ProductTiles *m_tiles;
};

} // namespace kontor
