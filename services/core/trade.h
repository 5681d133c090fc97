// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/codec.h"
#include "services/core/id.h"
#include "services/core/money.h"

#include <QList>

// The values that travel in events from service to service and so belong to none of them.
namespace kontor {

//! How the goods reach the customer.
enum class Fulfilment
{
    Counter,  //!< they leave with the customer; stock may go below zero
    Pickup,   //!< the customer collects them later
    Delivery, //!< a carrier brings them
};
template <>
struct EnumNames<Fulfilment>
{
    static constexpr std::string_view names[] = {"Counter", "Pickup", "Delivery"};
};

//! What happens to a line's goods. Lines of a return bring them back.
enum class Disposition
{
    Sell,
    Restock,  //!< returned, and sellable again
    WriteOff, //!< returned, and not sellable
};
template <>
struct EnumNames<Disposition>
{
    static constexpr std::string_view names[] = {"Sell", "Restock", "WriteOff"};
};

//! One line as it was ordered. All amounts are of the whole line, after its discounts.
struct OrderedLine
{
    Disposition disposition = Disposition::Sell;
    Money discount;        //!< what was taken off, positive on a sale; already in gross
    Money gross;           //!< what the customer pays for the line, tax included
    int line = 0;          //!< 1, 2, … within the order
    QString name;          //!< as it stood on the screen
    QString note;          //!< may be empty
    OrderId originalOrder; //!< for a return by receipt: where it was bought
    int originalLine = 0;  //!< for a return by receipt: which line of that order
    ProductId product;
    Quantity quantity; //!< negative: returned
    QString sku;
    bool stocked = true; //!< false: a service, postage, a fee; no stock is kept
    Money tax;           //!< the tax inside gross
    TaxRate taxRate;
    UnitPrice unitPrice;
    int weightGrams = 0; //!< of one unit; 0: not known

    bool isReturn() const { return quantity.isNegative(); }
    bool operator==(const OrderedLine &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("discount", self.discount);
        a("disposition", self.disposition);
        a("gross", self.gross);
        a("line", self.line);
        a("name", self.name);
        a("note", self.note);
        a("originalLine", self.originalLine);
        a("originalOrder", self.originalOrder);
        a("product", self.product);
        a("quantity", self.quantity);
        a("sku", self.sku);
        a("stocked", self.stocked);
        a("tax", self.tax);
        a("taxRate", self.taxRate);
        a("unitPrice", self.unitPrice);
        a("weightGrams", self.weightGrams);
    }
};

//! The goods side of a line: what Inventory needs of it.
struct GoodsLine
{
    Disposition disposition = Disposition::Sell;
    int line = 0;
    ProductId product;
    Quantity quantity; //!< negative: returned

    bool operator==(const GoodsLine &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("disposition", self.disposition);
        a("line", self.line);
        a("product", self.product);
        a("quantity", self.quantity);
    }
};

//! All lines of one tax rate together.
struct TaxTotal
{
    Money gross;
    TaxRate rate;
    Money tax;

    bool operator==(const TaxTotal &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("gross", self.gross);
        a("rate", self.rate);
        a("tax", self.tax);
    }
};

enum class TenderKind
{
    Cash,      //!< notes and coins at the till; negative: handed out
    Card,      //!< authorised at the counter before the order
    SavedCard, //!< of the customer's account; authorised when the order arrives
    Link,      //!< a payment page whose address is mailed
    Outside,   //!< settled outside Kontor: a bank transfer, an imported history
};
template <>
struct EnumNames<TenderKind>
{
    static constexpr std::string_view names[] = {"Cash", "Card", "SavedCard", "Link", "Outside"};
};

//! How a part of the order is paid. A negative amount gives money back.
struct Tender
{
    Money amount;
    TenderId id;
    TenderKind kind = TenderKind::Cash;

    bool operator==(const Tender &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("amount", self.amount);
        a("id", self.id);
        a("kind", self.kind);
    }
};

//! What a sold line brings when it comes back by receipt, as Order fixed it; the cart takes it as
//! it is.
struct HeldReturn
{
    ReturnHoldId hold;
    OrderId originalOrder;
    int originalLine = 0;
    ProductId product;
    QString sku;
    QString name;
    Quantity quantity; //!< positive
    UnitPrice unitPrice;
    TaxRate taxRate;
    Money gross; //!< positive
    Money tax;   //!< positive
    bool stocked = true;

    bool operator==(const HeldReturn &) const = default;

    template <class Archive, class Self>
    static void fields(Archive &a, Self &self)
    {
        a("gross", self.gross);
        a("hold", self.hold);
        a("name", self.name);
        a("originalLine", self.originalLine);
        a("originalOrder", self.originalOrder);
        a("product", self.product);
        a("quantity", self.quantity);
        a("sku", self.sku);
        a("stocked", self.stocked);
        a("tax", self.tax);
        a("taxRate", self.taxRate);
        a("unitPrice", self.unitPrice);
    }
};

} // namespace kontor
