// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cart_session.h"
#include "models/catalog_lookup.h"
#include "models/held_carts_model.h"
#include "models/reader_thread.h"
#include "models/scan_desk.h"
#include "models/story_reader.h"

#include <QWidget>

#include <functional>

class QStackedWidget;

namespace kontor {

class CartPanel;
class Checkout;
class CustomerPanel;
class DeliveryChargesPanel;
class DonePage;
class HeldPanel;
class ReceiptPanel;
class PayPage;
class ReturnPage;
class PriceCheckPanel;
class SearchPanel;
class Toast;

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
    //! After Kontor was cut off, since nobody may have seen what there was to give back.
    void tellLastSale();
    //! Takes goods back by this receipt, or asks for one.
    void returnFrom(const QString &receipt);
    //! Goes on with a cart on hold; while another is being paid it stays there.
    void takeUp(OrderId cart);
    //! Ready to type, unless something else is going on here.
    void takeFocus();
    void scan(const QString &code);
    void scanBegins();
    void scanBroken(const QString &part);

    //! Searches for it, so that Enter adds it.
    void find(const QString &text);
    void serve(AccountId customer);
    //! Bare typing goes to the search; false: it was something else.
    bool takeKey(const QKeyEvent &event);

    void showTiles(bool tiles);
    //! What is listed now, and which product is chosen.
    ProductWish listed() const;
    std::optional<Product> chosenProduct() const;

    CartSession &session() { return m_session; }
    const Checkout &checkout() const;

Q_SIGNALS:
    //! Whether this is where money is taken now.
    void payingChanged(bool paying);
    //! A scan became a line, or a price; it stands on this page.
    void scanTaken();
    void scanRefused(const QString &code, const kontor::Error &error);
    void goodsDoubtful(const QString &name, const QString &reason);
    void receiptScanned(const QString &number);
    void tilesChosen(bool tiles);
    //! To look at the layouts of labels, or change them.
    void labelsWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void addCommands();
    //! How the goods reach the customer, and whether they may have them.
    void addDeliveryCommands();
    void editCharges();
    //! Nothing is paid while it is not known whether the customer is old enough.
    bool mustAskAge();
    bool mustAskAddress();
    //! A command that asks something in the cart.
    void addQuestion(const QString &id, const QString &text, const QKeySequence &key,
                     std::function<void()> ask);
    void connectParts();
    void connectDesk();
    bool isSelling() const;
    bool isPaying() const;
    //! Nothing is sold by typing at the moment.
    bool isAside() const;
    void showLeft(QWidget *part);
    void goSelling();
    void goPaying();
    void checkPrices();
    //! What was asked of the cart before paying may take effect only now.
    void keepPayingUpToDate();
    void showSold();
    void chooseCustomer();
    void chooseHeld();
    void connectHeld();
    void connectToast();
    void connectReturn();
    //! Asks for a receipt; asked again, for the goods without one.
    void askReturn();
    void returnWithoutReceipt();
    void choose(ProductId product, Quantity quantity);
    void showLastReceipt();
    void openDrawer();
    void undo();
    void stepBack();
    //! Nothing is searched for, and all categories are shown.
    void startOver();
    void refuse(const Error &error);

    const ShopAccess &m_access;
    CartSession m_session;
    ScanDesk m_desk;
    HeldCartsModel m_heldCarts;
    SearchPanel *m_search;
    PayPage *m_pay;
    DonePage *m_done;
    ReturnPage *m_return;
    PriceCheckPanel *m_prices;
    DeliveryChargesPanel *m_charges;
    CartPanel *m_cart;
    CustomerPanel *m_customer;
    HeldPanel *m_held;
    bool m_returning = false; //!< the next product that is chosen comes back without receipt
    ReceiptPanel *m_lastReceipt;
    QStackedWidget *m_left;
    QStackedWidget *m_right;
    Toast *m_toast;
    bool m_undoOffered = false; //!< until the next change, which undo() would take back instead
};

} // namespace kontor
