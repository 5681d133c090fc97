// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/trade.h"

#include <algorithm>
#include <optional>

namespace kontor {

enum class CartError
{
    NotFound,
    NotOpen, //!< ordered or abandoned already
    AlreadyExists,
    Frozen, //!< tenders were taken: take them back before changing the cart
    Empty,
    UnknownProduct,
    UnknownLine,
    UnknownTender,
    BadQuantity,
    BadDiscount,
    BadAmount,
    NotAtThisTill,
    NotPaidInFull,  //!< the tenders do not sum up to what is due
    NeedsCustomer,  //!< a saved card or a link needs a customer
    NeedsAddress,   //!< a delivery needs an address
    ReturnNotHere,  //!< goods come back at the counter only
    PaidOutAlready, //!< this till has paid out that refund
    TenderNotHere,  //!< cash is taken at the counter only, and given back where there is no receipt
    Held,           //!< put aside: recall it first
    NotHeld,
    NothingToUndo,
    BadText,       //!< too long, or empty where a name is needed
    BadDate,       //!< no day, or one too far off
    PastDate,      //!< goods are wished for on a day that has passed
    AgeNotChecked, //!< ask how old the customer is first
    ShiftOpenAlready,
    NoShift,         //!< open one first
    NotCounted,      //!< a tender that the till should have was not counted
    NeedsReason,     //!< what was counted differs from what is expected
    PaymentUnderWay, //!< cash was taken for a cart that is not ordered yet
    HandedOver,      //!< goods that left at the counter are not offered anew
    OfferedAlready,  //!< and ordered
};
KONTOR_ERROR_DOMAIN(CartError);

enum class CartState
{
    Open,
    Ordered,
    Abandoned
};
template <>
struct EnumNames<CartState>
{
    static constexpr std::string_view names[] = {"Open", "Ordered", "Abandoned"};
};

//! Either or both: the percentage first, then the amount.
struct Discount
{
    int percentBasisPoints = 0; //!< 1000 is 10 %
    qint64 amountMinor = 0;     //!< never negative
    bool operator==(const Discount &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("amountMinor", self.amountMinor);
        a("percentBasisPoints", self.percentBasisPoints);
    }
};

//! One line of a cart, before its amounts are computed.
struct CartLine
{
    int line = 0;
    ProductId product;
    QString sku;
    QString name;
    Quantity quantity; //!< negative: returned
    UnitPrice unitPrice;
    TaxRate taxRate;
    bool stocked = true;
    int weightGrams = 0;
    int minAge = 0; //!< years that the buyer must have
    Disposition disposition = Disposition::Sell;
    Discount discount;
    OrderId originalOrder; //!< a return by receipt: its amounts were fixed when it was held
    int originalLine = 0;
    Money returnedGross;
    Money returnedTax;
    QString note;

    bool isReturnByReceipt() const { return !originalOrder.isNull(); }
    bool operator==(const CartLine &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("discount", self.discount);
        a("disposition", self.disposition);
        a("line", self.line);
        a("minAge", self.minAge);
        a("name", self.name);
        a("note", self.note);
        a("originalLine", self.originalLine);
        a("originalOrder", self.originalOrder);
        a("product", self.product);
        a("quantity", self.quantity);
        a("returnedGross", self.returnedGross);
        a("returnedTax", self.returnedTax);
        a("sku", self.sku);
        a("stocked", self.stocked);
        a("taxRate", self.taxRate);
        a("unitPrice", self.unitPrice);
        a("weightGrams", self.weightGrams);
    }
};

//! Goods of which a label says how much they are, or what they cost.
struct LabelledGoods
{
    ProductId product;
    Quantity quantity = Quantity::pieces(1); //!< positive
    std::optional<Money> price;              //!< of all of it; nothing: as the catalog says
    bool isMeasured = false;                 //!< a pack of its own, and so a line of its own
    QString note;                            //!< the lot, for one
};

//! Something that is sold although the catalog does not have it.
struct OpenItem
{
    QString name;
    Quantity quantity; //!< positive
    UnitPrice unitPrice;
    TaxRate taxRate;

    //! Stands for the product on its lines.
    static ProductId product() { return ProductId::named({}, "open item"); }
};

//! What the delivery costs: a line of its own after the goods, without discounts.
struct CartCharge
{
    Money amount;
    bool byHand = false; //!< else it follows the table
    QString name;
    TaxRate taxRate;

    bool operator==(const CartCharge &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("amount", self.amount);
        a("byHand", self.byHand);
        a("name", self.name);
        a("taxRate", self.taxRate);
    }
};

struct CartTender
{
    Tender tender;
    Money given;         //!< cash: what the customer handed over; the change is given − amount
    qint64 revision = 0; //!< the cart's, when it was taken

    Money change() const
    {
        const Money back = given - tender.amount;
        return tender.amount.isNegative() || back.isNegative() ? Money{0, given.currency} : back;
    }
    bool operator==(const CartTender &) const = default;
};

struct Cart
{
    OrderId id;
    QString till;
    CartState state = CartState::Open;
    Currency currency;
    bool taxIncluded = true;
    qint64 cashStep = 1; //!< the smallest coin, in minor units
    AccountId customer;
    AddressId address;
    QString country; //!< of the address
    Fulfilment fulfilment = Fulfilment::Counter;
    bool backorder = false;
    Timestamp collectBy;
    QDate wishedFor; //!< delivery or pickup: the customer's day, if one was named
    std::optional<CartCharge> charge;
    int checkedAge = 0; //!< years that the customer was found to have
    Discount discount;
    QString note;
    QString heldAs; //!< the name under which it was put aside; empty: it is being worked on
    qint64 revision = 0;
    QString receipt;
    Timestamp openedAt;
    QList<CartLine> lines;
    QList<CartTender> tenders;

    bool isHeld() const { return !heldAs.isEmpty(); }
    bool asksAgeFor(const CartLine &line) const
    {
        return !line.quantity.isNegative() && line.minAge > checkedAge;
    }
    //! Years that the customer must be found to have before anything is paid; 0: none.
    int ageToAsk() const
    {
        int age = 0;
        for (const CartLine &line : lines)
            age = std::max(age, asksAgeFor(line) ? line.minAge : 0);
        return age;
    }
    bool operator==(const Cart &) const = default;
};

//! What one change found: the cart's own fields, and the line that it touched, if any.
struct CartStep
{
    AddressId address;
    bool backorder = false;
    CartCharge charge; //!< if it was set by hand; the table's is looked up again
    int checkedAge = 0;
    Timestamp collectBy;
    QString country;
    AccountId customer;
    Discount discount;
    Fulfilment fulfilment = Fulfilment::Counter;
    CartLine line;  //!< as it was, if it was there
    int number = 0; //!< of that line; 0: none was touched
    QString note;
    bool wasThere = false;
    QDate wishedFor;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("address", self.address);
        a("backorder", self.backorder);
        a("charge", self.charge);
        a("checkedAge", self.checkedAge);
        a("collectBy", self.collectBy);
        a("country", self.country);
        a("customer", self.customer);
        a("discount", self.discount);
        a("fulfilment", self.fulfilment);
        a("line", self.line);
        a("note", self.note);
        a("number", self.number);
        a("wasThere", self.wasThere);
        a("wishedFor", self.wishedFor);
    }
};

//! A refund due that a till pays out in cash.
struct RefundPayout
{
    OrderId order;
    TenderId tender;
    Money amount;     //!< positive
    Money paidBefore; //!< of the same tender, as Payment said with the claim
};

//! The answer to an order: what the receipt says first.
struct Receipt
{
    OrderId order;
    QString number;
    Money total;
    Money cashRounding;

    bool operator==(const Receipt &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("cashRounding", self.cashRounding);
        a("number", self.number);
        a("order", self.order);
        a("total", self.total);
    }
};

} // namespace kontor
