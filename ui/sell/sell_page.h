// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cart_session.h"
#include "models/catalog_lookup.h"
#include "models/held_carts_model.h"
#include "models/reader_thread.h"
#include "models/story_reader.h"

#include <QWidget>

#include <functional>

class QStackedWidget;

namespace kontor {

class CartPanel;
class CustomerPanel;
class DonePage;
class HeldPanel;
class ReceiptPanel;
class PayPage;
class SearchPanel;

//! Where things are sold: products on the left, the cart on the right; paying takes the place of
//! the products.
class SellPage : public QWidget
{
    Q_OBJECT
public:
    SellPage(const ShopAccess &access, const ReaderThread<CatalogLookup> &lookup,
             const ReaderThread<StoryReader> &stories, QWidget *parent = nullptr);

    //! Shows the cart that this till was working on.
    void start();
    //! Ready to type, unless something else is going on here.
    void takeFocus();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void addCommands();
    //! A command that asks something in the cart.
    void addQuestion(const QString &id, const QString &text, const QKeySequence &key,
                     std::function<void()> ask);
    void connectParts();
    bool isSelling() const;
    void goSelling();
    void goPaying();
    //! What was asked of the cart before paying may take effect only now.
    void keepPayingUpToDate();
    void showSold();
    void chooseCustomer();
    void chooseHeld();
    void connectHeld();
    void showLastReceipt();
    void openDrawer();
    void undo();
    void stepBack();
    void refuse(const Error &error);

    const ShopAccess &m_access;
    CartSession m_session;
    HeldCartsModel m_heldCarts;
    SearchPanel *m_search;
    PayPage *m_pay;
    DonePage *m_done;
    CartPanel *m_cart;
    CustomerPanel *m_customer;
    HeldPanel *m_held;
    ReceiptPanel *m_lastReceipt;
    QStackedWidget *m_left;
    QStackedWidget *m_right;
};

} // namespace kontor
