// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/cart_store.h"
#include "services/cart/cart_topic.h"
#include "services/cart/shift_store.h"
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

//! Answers for what a till needs to sell: carts, totals, tenders, receipt numbers, shifts and the
//! drawer. The cart's id is the order's id; a cart is ordered once.
class CartService : public Service
{
    Q_OBJECT
public:
    CartService(Store &store, CartTopic &topic, const Clock &clock, const Rights &rights,
                ProductSource &products, const ShiftRules &rules = {});

    Result<OrderId> open(const Command &command, OrderId cart, const CartSettings &settings);
    //! Adds to the line of the same product if there is one at its price and without discount;
    //! answers the line's number.
    Result<int> addLine(const Command &command, OrderId cart, ProductId product, Quantity quantity);
    //! A label's price holds to the cent, whatever the catalog says.
    Result<int> addLabelled(const Command &command, OrderId cart, const LabelledGoods &goods);
    //! Zero removes the line; a line that brings goods back cannot be changed otherwise.
    Result<> setQuantity(const Command &command, OrderId cart, int line, Quantity quantity);
    Result<> setPrice(const Command &command, OrderId cart, int line, const UnitPrice &price);
    //! Line 0 is the whole order.
    Result<> setDiscount(const Command &command, OrderId cart, int line, const Discount &discount);
    Result<int> addOpenItem(const Command &command, OrderId cart, const OpenItem &item);
    //! At most maxNoteLength characters; line 0 is the whole order.
    Result<> setNote(const Command &command, OrderId cart, int line, const QString &note);
    //! The country is that of the address, on which the charge for a delivery depends.
    Result<> setCustomer(const Command &command, OrderId cart, AccountId customer,
                         AddressId address, const QString &country = {});
    //! A day may be named for a pickup or a delivery, at most maxDaysAhead from today, but none
    //! that has passed.
    Result<> setFulfilment(const Command &command, OrderId cart, Fulfilment fulfilment,
                           bool backorder, Timestamp collectBy, QDate wishedFor = {});
    //! What this delivery costs, whatever changes in the cart; nothing: as the table says again.
    Result<> setDeliveryCharge(const Command &command, OrderId cart,
                               const std::optional<CartCharge> &charge);
    //! The customer has these years. Until Cart::ageToAsk() is answered nothing can be paid.
    Result<> confirmAge(const Command &command, OrderId cart, int years);
    //! The customer has not: what asks for more than was found leaves the cart.
    Result<> refuseAge(const Command &command, OrderId cart);
    //! Goods come back that Order holds for this cart; the reason becomes the line's note.
    Result<int> addReturn(const Command &command, OrderId cart, const HeldReturn &held,
                          Disposition disposition, const QString &reason = {});
    //! Goods come back and nobody has the receipt; quantity positive.
    Result<int> addReturnWithoutReceipt(const Command &command, OrderId cart, ProductId product,
                                        Quantity quantity, Disposition disposition,
                                        const QString &reason = {});
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
    //! Makes a cart of what was ordered as a delivery or a pickup at this till and came to nothing,
    //! for the same customer, and puts it on hold under this name; answers which cart it is. There
    //! is one for each order, whoever asks how often; that it was abandoned or emptied makes room
    //! for another. CartError::OfferedAlready once it was ordered.
    Result<OrderId> offerAnew(const Command &command, OrderId original, OrderId cart,
                              const QString &name);
    Result<Receipt> bookImported(const Command &command, const ImportedSale &sale);
    //! All or none, in one transaction; for imports.
    Result<QList<Receipt>> bookAllImported(const QList<std::pair<Command, ImportedSale>> &sales);
    //! Cash leaves the drawer for a refund due that this till has claimed; once for each claim.
    Result<> payOutRefund(const Command &command, const RefundPayout &payout);
    //! Cash comes in for what a customer still owes.
    Result<> payInDue(const Command &command, OrderId order, const Money &amount);

    //! From now on; what is under way goes on.
    Result<> useRules(const ShiftRules &rules);
    //! At most one for each till. Without one the first sale opens it with a float of zero that
    //! nobody counted, unless the rules ask for a counted float.
    Result<ShiftId> openShift(const Command &command, const Money &floatAmount);
    Result<> payIn(const Command &command, const Money &amount, const QString &reason);
    //! With a reason, as for opening the drawer.
    Result<> payOut(const Command &command, const Money &amount, const QString &reason);
    Result<> drop(const Command &command, const Money &amount, const QString &reason);
    Result<> openDrawer(const Command &command, const QString &reason);
    //! The Z report. Refused while cash lies in the drawer for a cart that is not ordered.
    Result<ShiftReport> closeShift(const Command &command, const ShiftCount &count);

    //! The X report of the till's open shift, if there is one.
    Result<std::optional<ShiftReport>> xReport(const QString &till) const;
    Result<std::optional<ShiftReport>> zReport(const QString &till, int number) const;
    //! The newest first, at most limit of them.
    Result<QList<ShiftReport>> zReports(const QString &till, int limit) const;

    Result<std::optional<Cart>> cart(OrderId cart) const;
    //! Those that are not held; those with lines first, then the newest.
    Result<QList<OrderId>> openCarts(const QString &till) const;
    //! In the order in which they were opened.
    Result<QList<Cart>> heldCarts(const QString &till) const;
    Result<bool> canUndo(OrderId cart) const;

    static constexpr qsizetype maxNoteLength = 500;
    static constexpr qsizetype maxNameLength = 60;
    static constexpr int maxDaysAhead = 3 * 366; //!< of a day that is wished for

private:
    //! The cart, if it is open and not held and, where that matters, not frozen by tenders.
    Result<Cart> changeable(OrderId cart, bool evenIfPaying = false) const;
    Result<Cart> openCart(OrderId cart) const;
    //! Does change(tx, cart) so that it can be undone; line: the one that it touches, or 0.
    template <CommandName name, class Change>
    Result<> change(const Command &command, OrderId cart, int line, Change change);
    static CartStep stepOf(const Cart &cart, int line);
    //! Keeps the cart's own fields, with what the delivery costs now.
    Result<> revise(Transaction &tx, Cart cart);
    Result<std::optional<CartCharge>> chargeByTable(const Cart &cart);
    Result<int> append(Transaction &tx, const Cart &cart, CartLine line);
    Result<> removeLine(Transaction &tx, OrderId cart, const CartLine &line);
    Result<Product> productFor(ProductId product, Currency currency);
    static CartLine lineOf(const Product &product, Quantity quantity);
    //! A cart whose lines are known already.
    Result<> insertWithLines(Transaction &tx, const Cart &cart);
    //! Puts so much more on a line.
    Result<int> addTo(Transaction &tx, const Cart &cart, CartLine line, Quantity more);
    //! Without a shift it is history.
    Result<Receipt> place(Transaction &tx, Cart cart, OpenShift *shift = nullptr);
    //! The shift that money of this currency moves in; opens it where the rules allow that.
    Result<OpenShift> shiftFor(Transaction &tx, const Command &command, Currency currency);
    //! Whether there is a shift, if the rules ask for one.
    Result<> maySell(const QString &till) const;
    Result<OpenShift> begin(Transaction &tx, const Command &command, const Money &floatAmount,
                            bool counted);
    //! Does it, if there is a shift.
    Result<> move(Transaction &tx, const Command &command, DrawerMoveKind kind, const Money &amount,
                  const QString &reason);
    Result<> noteAbandoned(Transaction &tx, const Cart &cart);

    CartTopic &m_topic;
    CartStore m_store;
    ShiftStore m_shifts;
    ProductSource &m_products;
    ShiftRules m_rules;
};

template <CommandName name, class Change>
Result<> CartService::change(const Command &command, OrderId id, int line, Change change)
{
    return perform<name>(command, [&](Transaction &tx) -> Result<> {
        auto cart = changeable(id);
        if (!cart)
            return cart.error();
        if (const auto remembered = m_store.insertStep(tx, id, stepOf(*cart, line)); !remembered)
            return remembered;
        if (const Result<> changed = change(tx, *cart); !changed)
            return changed;
        return revise(tx, *cart);
    });
}

} // namespace kontor
