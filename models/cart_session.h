// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cart_stock.h"
#include "models/goods_lines_model.h"
#include "models/shop_access.h"

#include <functional>

namespace kontor {

//! The cart that this till is working on, as the cart service has it.
class CartSession : public QObject
{
    Q_OBJECT
public:
    explicit CartSession(const ShopAccess &access, QObject *parent = nullptr);

    //! Finds the cart that was left open at this till, or opens one.
    void resume();
    //! The present cart is done with.
    void startNext();
    void reload();

    void add(ProductId product, Quantity quantity);
    //! Goods with a label; why they cannot be added is told to whoever asks here, not by refused().
    using Refusal = std::function<void(const Error &error)>;
    void add(const LabelledGoods &goods, const Refusal &refusal);
    //! Zero removes the line.
    void setQuantity(int lineNumber, Quantity quantity);
    //! Line 0 is the whole order.
    void setDiscount(int lineNumber, const Discount &discount);
    void setPrice(int lineNumber, const UnitPrice &price);
    //! Line 0 is the whole order.
    void setNote(int lineNumber, const QString &note);
    void addOpenItem(const OpenItem &item);
    void addReturnWithoutReceipt(ProductId product, Quantity quantity, Disposition disposition,
                                 const QString &reason);
    void setCustomer(AccountId customer, AddressId address, const QString &country = {});
    //! A pickup is to be collected within pickupDays from the day that is wished for, or from
    //! today, until the end of that day.
    void setFulfilment(Fulfilment fulfilment);
    void setFulfilment(Fulfilment fulfilment, bool backorder);
    //! No date: as soon as it can be.
    void setWishedFor(QDate day);
    //! Whether a pickup or a delivery waits if goods are missing.
    void setBackorder(bool waits);
    //! What the delivery costs; nothing: as the table says.
    void setDeliveryCharge(const std::optional<Money> &amount);
    bool isCharge(int lineNumber) const;

    //! The customer has the years that Cart::ageToAsk() asks for.
    void confirmAge();
    //! The customer has not, and goes without what asks for them.
    void refuseAge();
    //! What the question of age is about.
    QStringList goodsWithAge() const;

    //! Takes back the last change.
    void undo();
    //! Puts the cart aside and starts the next one; what is added meanwhile goes there.
    void hold(const QString &name);
    //! Goes on with a cart that was held; the present one, if there is something in it, is held.
    void recall(OrderId cart);
    //! What a held cart is called unless somebody says otherwise: for whom, or when and how much.
    QString usualHoldName() const;

    static constexpr int pickupDays = 14;

    const Cart &cart() const { return m_cart; }
    const CartTotals &totals() const { return m_totals; }
    GoodsLinesModel &lines() { return m_lines; }
    //! That of a line, or with line 0 that of the whole order.
    Discount discount(int lineNumber) const;
    QString note(int lineNumber) const;
    //! For an item that the catalog does not have: that of most of the cart, or none.
    TaxRate usualTaxRate() const;
    //! What all discounts take off what is sold.
    Money discounted() const;
    //! Empty: a walk-in customer.
    const QString &customerName() const { return m_customerName; }
    //! Tenders were taken: the cart can only be paid or unfrozen.
    bool isFrozen() const { return !m_cart.tenders.isEmpty(); }
    //! What a line costs before any discount, or with 0 all that is sold.
    Money fullPrice(int lineNumber) const;
    //! Also while the cart on the screen was sold and the next one is not there yet.
    bool isEmpty() const { return m_cart.lines.isEmpty() || m_cart.id != m_id; }
    QDate today() const { return m_access.clock.now().day(); }
    //! Some goods of a pickup or a delivery are not there in full.
    bool lacksGoods() const { return !m_stock.shortages().isEmpty(); }

Q_SIGNALS:
    void lineRemoved(const QString &name);
    void held(kontor::OrderId cart, const QString &name);
    void changed();
    void added(int lineNumber);
    void refused(const kontor::Error &error);
    //! Carts on hold have come or gone.
    void heldChanged();

private:
    void openNew();
    void putAside(const QString &name);
    const CartLine *line(int lineNumber) const;
    void sendFulfilment(Fulfilment fulfilment, bool backorder, QDate wishedFor);
    //! Gives a command about the cart and reads the cart behind it; done takes its answer.
    template <class Done, class Function, class... Arguments>
    void tellThen(Done done, Function function, const Arguments &...arguments);
    template <class Function, class... Arguments>
    void tell(Function function, const Arguments &...arguments);
    //! Shows what a command added or removed, or says why it did not.
    auto lineAdded(const Refusal &refusal = {});
    auto removed(const QString &name);
    void use(OrderId cart);
    void show(const Cart &cart);
    void nameCustomer();

    const ShopAccess &m_access;
    OrderId m_id; //!< null until it is found or opened
    Cart m_cart;
    CartTotals m_totals;
    QString m_customerName;
    GoodsLinesModel m_lines;
    CartStock m_stock;
    bool m_resuming = false;
    int m_justAdded = 0;                  //!< a line that is on its way to the screen
    QString m_justRemoved;                //!< the same
    QList<std::function<void()>> m_early; //!< what was to be added before there was a cart
    OrderId m_wanted; //!< recalled while the till was still looking for its cart
    bool m_loading = false;
    bool m_outdated = false; //!< the cart that is being loaded has changed since
};

} // namespace kontor
