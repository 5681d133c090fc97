// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/product_results_model.h"
#include "ui/pictures/picture_cache.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QGridLayout;
class QKeyEvent;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace kontor {

class ProductTiles;
class TouchKeyboard;

//! What there is to buy: the categories with their pictures, the products of one of them, and a
//! search among all.
class KioskGoods : public QWidget
{
    Q_OBJECT
public:
    KioskGoods(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
               QWidget *parent = nullptr);

    //! Shows all categories.
    void start();
    //! Bare typing goes to the search; false: it was something else.
    bool takeKey(const QKeyEvent &event);

Q_SIGNALS:
    void chosen(const kontor::Product &product);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void buildSearch();
    void go(const QString &category);
    void goBack();
    void showHead();
    //! The level or the products where the customer was.
    void showPlace();
    void showLevel();
    void addTile(const QString &text, const QString &category);
    void listAll();
    //! Nothing: the categories themselves are on their way.
    void waitFor(const std::optional<ProductWish> &wish);
    void showListed();
    void showNote(const QString &text);
    void beginSearch();
    void endSearch();
    void openKeyboard();
    void type(const QString &text);
    void lookFor(const QString &text);

    const ReaderThread<CatalogLookup> &m_lookup;
    ProductResultsModel m_model;
    PictureCache m_pictures;
    QStringList m_paths;
    QString m_category;   //!< where the customer is; empty: at the first level
    bool m_lists = false; //!< and sees the products there, not what is below
    bool m_isSearching = false;
    std::optional<ProductWish> m_awaited; //!< what is to be shown once it is found
    QTimer m_patience;
    QLabel *m_title;
    QPushButton *m_back;
    QLineEdit *m_search;
    QStackedWidget *m_views;
    QWidget *m_level;
    QGridLayout *m_grid;
    ProductTiles *m_tiles;
    QLabel *m_note;
    TouchKeyboard *m_keyboard;
};

} // namespace kontor
