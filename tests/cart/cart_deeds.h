// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/cart/cart_bench.h"

#include <functional>

namespace kontor {

//! A command of the cart, as a value: to be given to any cart by anyone.
using Deed = std::function<Result<>(CartBench &bench, const Command &command, OrderId cart)>;

inline const ProductId lamp = productIdForSku(QStringLiteral("lamp"));
inline const ProductId shade = productIdForSku(QStringLiteral("shade"));
inline constexpr qint64 lampPrice = 1999;

template <class T>
Result<> plain(const Result<T> &done)
{
    if (!done)
        return done.error();
    return {};
}

inline HeldReturn heldLamp(const CartBench &bench, qint64 gross = lampPrice)
{
    HeldReturn held;
    held.hold = ReturnHoldId::make(bench.clock.now());
    held.originalOrder = OrderId::make(bench.clock.now());
    held.originalLine = 1;
    held.product = lamp;
    held.quantity = Quantity::pieces(1);
    held.unitPrice = UnitPrice::of(bench.euros(lampPrice));
    held.taxRate = {2000};
    held.gross = bench.euros(gross);
    held.tax = includedTax(held.gross, {2000});
    return held;
}

inline Deed addLine(ProductId product, Quantity quantity)
{
    return [=](CartBench &bench, const Command &command, OrderId cart) {
        return plain(bench.service->addLine(command, cart, product, quantity));
    };
}

inline Deed addLabelled(ProductId product, Quantity quantity)
{
    return [=](CartBench &bench, const Command &command, OrderId cart) {
        LabelledGoods goods;
        goods.product = product;
        goods.quantity = quantity;
        goods.isMeasured = true;
        return plain(bench.service->addLabelled(command, cart, goods));
    };
}

inline Deed setQuantity(int line, Quantity quantity)
{
    return [=](CartBench &bench, const Command &command, OrderId cart) {
        return bench.service->setQuantity(command, cart, line, quantity);
    };
}

inline Deed setPrice(int line, qint64 micros, const char *currency = "EUR")
{
    return [=](CartBench &bench, const Command &command, OrderId cart) {
        return bench.service->setPrice(command, cart, line, {micros, Currency(currency)});
    };
}

inline Deed setDiscount(int line, const Discount &discount)
{
    return [=](CartBench &bench, const Command &command, OrderId cart) {
        return bench.service->setDiscount(command, cart, line, discount);
    };
}

inline Deed addReturn(std::function<void(HeldReturn &)> twist, Disposition disposition)
{
    return [=](CartBench &bench, const Command &command, OrderId cart) {
        HeldReturn held = heldLamp(bench);
        twist(held);
        return plain(bench.service->addReturn(command, cart, held, disposition));
    };
}

inline Deed addReturnWithoutReceipt(ProductId product, Quantity quantity, Disposition disposition)
{
    return [=](CartBench &bench, const Command &command, OrderId cart) {
        return plain(
            bench.service->addReturnWithoutReceipt(command, cart, product, quantity, disposition));
    };
}

inline Deed addTender(qint64 cents, TenderKind kind, const char *currency = "EUR")
{
    return [=](CartBench &bench, const Command &command, OrderId cart) {
        Tender tender = bench.tender(cents, kind);
        tender.amount.currency = Currency(currency);
        return bench.service->addTender(command, cart, tender, tender.amount);
    };
}

inline Result<> orderIt(CartBench &bench, const Command &command, OrderId cart)
{
    return plain(bench.service->order(command, cart));
}

//! Orders after all that went before was done.
inline Deed ordering(const QList<Deed> &before)
{
    return [=](CartBench &bench, const Command &command, OrderId cart) -> Result<> {
        for (const Deed &deed : before)
            CartBench::must(deed(bench, bench.owner(), cart));
        return orderIt(bench, command, cart);
    };
}

inline Deed sending(Fulfilment fulfilment)
{
    return [=](CartBench &bench, const Command &command, OrderId cart) {
        return bench.service->setFulfilment(command, cart, fulfilment, false, {});
    };
}

inline Deed toCustomer(bool withAddress)
{
    return [=](CartBench &bench, const Command &command, OrderId cart) {
        return bench.service->setCustomer(command, cart, AccountId::named({1}, "anna"),
                                          withAddress ? AddressId::named({1}, "home")
                                                      : AddressId{});
    };
}

inline Deed onAnotherCart(const Deed &deed)
{
    return [=](CartBench &bench, const Command &command, OrderId) {
        return deed(bench, command, OrderId::make(bench.clock.now()));
    };
}

//! An open cart with one lamp; shades are not sold any more, an import is priced in dollars.
inline OrderId cartWithLamp(CartBench &bench)
{
    bench.product(QStringLiteral("lamp"), lampPrice);
    bench.product(QStringLiteral("shade"), 500);
    bench.product(QStringLiteral("import"), UnitPrice{1'000'000, Currency("USD")});
    bench.withdraw(shade);
    return bench.cartWith({lamp});
}

} // namespace kontor

Q_DECLARE_METATYPE(kontor::Deed)
