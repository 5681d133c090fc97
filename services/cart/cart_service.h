// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/cart_store.h"
#include "services/cart/cart_topic.h"
#include "services/cart/totals.h"
#include "services/core/service.h"

namespace kontor {

class ProductSource;
struct Product;

//! What is fixed when a cart is opened.
struct CartSettings
{
    Currency currency;
    bool taxIncluded = true;
    qint64 cashStep = 1; //!< the smallest coin, in minor units
};

//! An order of a shop's history: it becomes a cart and is ordered in one command. Its lines carry
//! their prices; how it was paid was settled outside unless tenders say otherwise.
struct ImportedSale
{
    OrderId order;
    CartSettings settings;
    AccountId customer;
    AddressId address;
    Fulfilment fulfilment = Fulfilment::Counter;
    bool backorder = false; //!< delivery or pickup may wait for goods
    Timestamp collectBy;    //!< pickup: after this it becomes a task
    TenderKind tender = TenderKind::Outside;
    QList<CartLine> lines; //!< negative quantities: a return without receipt
};

//! Answers for what a till needs to sell: carts, totals, tenders, receipt numbers. The cart's id is
//! the order's id; a cart is ordered once.
class CartService : public Service
{
    Q_OBJECT
public:
    CartService(Store &store, CartTopic &topic, const Clock &clock, const Rights &rights,
                ProductSource &products);

    Result<OrderId> open(const Command &command, OrderId cart, const CartSettings &settings);
    //! Adds to the line of the same product if there is one at its price and without discount;
    //! answers the line's number.
    Result<int> addLine(const Command &command, OrderId cart, ProductId product, Quantity quantity);
    //! Zero removes the line; a line that brings goods back cannot be changed otherwise.
    Result<> setQuantity(const Command &command, OrderId cart, int line, Quantity quantity);
    Result<> setPrice(const Command &command, OrderId cart, int line, const UnitPrice &price);
    //! Line 0 is the whole order.
    Result<> setDiscount(const Command &command, OrderId cart, int line, const Discount &discount);
    Result<int> addOpenItem(const Command &command, OrderId cart, const OpenItem &item);
    //! At most maxNoteLength characters; line 0 is the whole order.
    Result<> setNote(const Command &command, OrderId cart, int line, const QString &note);
    Result<> setCustomer(const Command &command, OrderId cart, AccountId customer,
                         AddressId address);
    Result<> setFulfilment(const Command &command, OrderId cart, Fulfilment fulfilment,
                           bool backorder, Timestamp collectBy);
    //! Goods come back that Order holds for this cart.
    Result<int> addReturn(const Command &command, OrderId cart, const HeldReturn &held,
                          Disposition disposition);
    //! Goods come back and nobody has the receipt; quantity positive.
    Result<int> addReturnWithoutReceipt(const Command &command, OrderId cart, ProductId product,
                                        Quantity quantity, Disposition disposition);
    //! Takes back the last change but one of tenders; the change before it can be taken back next.
    //! The removal of goods that came back by receipt, which Order holds no more, and all before it
    //! stay.
    Result<> undo(const Command &command, OrderId cart);
    //! Puts the cart aside under a name of at most maxNameLength characters, for another customer.
    Result<> hold(const Command &command, OrderId cart, const QString &name);
    Result<> recall(const Command &command, OrderId cart);
    //! Paying freezes the cart until the tenders are taken back or the cart is ordered.
    Result<> addTender(const Command &command, OrderId cart, const Tender &tender,
                       const Money &given);
    Result<> removeTender(const Command &command, OrderId cart, TenderId tender);
    Result<Receipt> order(const Command &command, OrderId cart);
    Result<> abandon(const Command &command, OrderId cart);
    Result<Receipt> bookImported(const Command &command, const ImportedSale &sale);
    //! All or none, in one transaction; for imports.
    Result<QList<Receipt>> bookAllImported(const QList<std::pair<Command, ImportedSale>> &sales);
    //! Cash leaves the drawer for a refund due that this till has claimed; once for each claim.
    Result<> payOutRefund(const Command &command, const RefundPayout &payout);
    //! Cash comes in for what a customer still owes.
    Result<> payInDue(const Command &command, OrderId order, const Money &amount);

    Result<std::optional<Cart>> cart(OrderId cart) const;
    //! Those that are not held; those with lines first, then the newest.
    Result<QList<OrderId>> openCarts(const QString &till) const;
    //! In the order in which they were opened.
    Result<QList<Cart>> heldCarts(const QString &till) const;
    Result<bool> canUndo(OrderId cart) const;

    static constexpr qsizetype maxNoteLength = 500;
    static constexpr qsizetype maxNameLength = 60;

private:
    //! The cart, if it is open and not held and, where that matters, not frozen by tenders.
    Result<Cart> changeable(OrderId cart, bool evenIfPaying = false) const;
    Result<Cart> openCart(OrderId cart) const;
    //! Does change(tx, cart) so that it can be undone; line: the one that it touches, or 0.
    template <CommandName name, class Change>
    Result<> change(const Command &command, OrderId cart, int line, Change change);
    Result<int> append(Transaction &tx, const Cart &cart, CartLine line);
    Result<> removeLine(Transaction &tx, OrderId cart, const CartLine &line);
    Result<Product> productFor(ProductId product);
    Result<Receipt> place(Transaction &tx, Cart cart);

    CartTopic &m_topic;
    CartStore m_store;
    ProductSource &m_products;
};

} // namespace kontor
