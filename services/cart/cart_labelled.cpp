// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/cart/cart_service.h"
#include "services/catalog/product_source.h"

namespace kontor {

namespace {

//! The price of one with which a line comes to this total: the usual one if it does, else the
//! nearest that does.
Result<UnitPrice> unitPriceFor(const Money &total, Quantity quantity, const UnitPrice &usual)
{
    constexpr int whole = 1000; //!< thousandths
    if (total.currency != usual.currency)
        return Error(MoneyError::MixedCurrencies);
    const auto dearest = lineTotal({Product::maxPriceMicros, usual.currency}, Quantity::pieces(1));
    if (!dearest || total.minor <= 0 || total > *dearest)
        return Error(CartError::BadAmount);
    if (const auto asUsual = lineTotal(usual, quantity); asUsual && *asUsual == total)
        return usual;
    const Int128 micros = Int128(UnitPrice::of(total).micros) * whole;
    const UnitPrice price{divideRounded(micros, quantity.thousandths), usual.currency};
    if (const auto same = lineTotal(price, quantity);
        price.micros > Product::maxPriceMicros || !same || *same != total)
        return Error(CartError::BadAmount);
    return price;
}

} // namespace

Result<int> CartService::addLabelled(const Command &command, OrderId id, const LabelledGoods &goods)
{
    return perform<CommandName::CartAddLabelled>(command, [&](Transaction &tx) -> Result<int> {
        const auto cart = changeable(id);
        if (!cart)
            return cart.error();
        if (goods.quantity.thousandths <= 0 || !goods.quantity.isWithinLimit())
            return Error(CartError::BadQuantity);
        if (goods.note.size() > maxNoteLength)
            return Error(CartError::BadText);
        const auto product = productFor(goods.product, cart->currency);
        if (!product)
            return product.error();
        CartLine wanted = lineOf(*product, goods.quantity);
        wanted.note = goods.note.trimmed();
        if (goods.price) {
            const auto price = unitPriceFor(*goods.price, goods.quantity, product->price);
            if (!price)
                return price.error();
            wanted.unitPrice = *price;
        }
        for (const CartLine &line : cart->lines) {
            if (!goods.isMeasured && !goods.price && line.product == wanted.product &&
                line.unitPrice == wanted.unitPrice && line.note == wanted.note &&
                line.discount == Discount{} && !line.quantity.isNegative())
                return addTo(tx, *cart, line, goods.quantity);
        }
        return append(tx, *cart, wanted);
    });
}

} // namespace kontor
