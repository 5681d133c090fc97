// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/product_results_model.h"
#include "ui/pictures/picture_cache.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QStackedWidget;
class QTableView;

namespace kontor {

class CategoryBar;
class ProductTiles;
class EmptyNote;
class MessageLine;

//! Finds products: by typing, by scanning, by choosing from the list.
class SearchPanel : public QWidget
{
    Q_OBJECT
public:
    SearchPanel(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
                QWidget *parent = nullptr);

    void focusField();
    //! What was typed somewhere else on the page.
    void type(const QString &text);
    void refresh();
    void clear();
    void focusCategories();
    void showTiles(bool tiles);
    bool showsTiles() const;
    //! What is listed, and which of it is chosen.
    const ProductWish &wish() const { return m_model.wish(); }
    std::optional<Product> chosenProduct() const;
    //! Says that what is chosen comes back.
    void setReturning(bool returning);
    //! Says why what was typed leads to nothing.
    void refuse(const QString &text, const Error &error);
    //! What was typed last may be withdrawn: it is not searched for until it has proved to stay.
    void awaitCode();
    //! "3*" in the field: how often the next scan is meant, which is with that done; otherwise
    //! once.
    Quantity takeTimes();

Q_SIGNALS:
    void chosen(kontor::ProductId product, kontor::Quantity quantity);
    void entered(const QString &text, kontor::Quantity quantity);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    //! "3*tea" is three of what "tea" finds.
    struct Entry
    {
        Quantity quantity = Quantity::pieces(1);
        QString text;
    };
    Entry entry() const;
    void build();
    void textChanged();
    void listWanted();
    void listed();
    void askCategories();
    void enter();
    void choose(const QModelIndex &row, Quantity quantity);
    bool fieldKey(int key);

    const ReaderThread<CatalogLookup> &m_lookup;
    ProductResultsModel m_model;
    QLineEdit *m_field;
    CategoryBar *m_categories;
    PictureCache m_pictures;
    QTableView *m_results;
    ProductTiles *m_tiles;
    QStackedWidget *m_views;
    EmptyNote *m_empty;
    EmptyNote *m_emptyTiles;
    MessageLine *m_message;
    MessageLine *m_returning;
    QTimer m_loneDigit;    //!< runs while it may be the first of a code
    bool m_picked = false; //!< a row was chosen by hand: Enter means that one
};

} // namespace kontor
