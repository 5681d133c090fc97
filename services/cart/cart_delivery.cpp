// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/cart/cart_service.h"
#include "services/catalog/product_source.h"

// To whom the goods go, how, when, and for how much.
namespace kontor {

namespace {

bool isReasonable(const CartCharge &charge, Currency currency)
{
    return charge.amount.minor >= 0 && charge.amount.minor <= Money::maxMinor &&
           charge.amount.currency == currency && charge.taxRate.basisPoints >= 0 &&
           charge.taxRate.basisPoints <= TaxRate::maxBasisPoints;
}

} // namespace

Result<> CartService::setCustomer(const Command &command, OrderId id, AccountId customer,
                                  AddressId address, const QString &country)
{
    return change<CommandName::CartSetCustomer>(command, id, 0,
                                                [&](Transaction &, Cart &cart) -> Result<> {
                                                    cart.customer = customer;
                                                    cart.address = address;
                                                    cart.country = country;
                                                    return {};
                                                });
}

Result<> CartService::setFulfilment(const Command &command, OrderId id, Fulfilment fulfilment,
                                    bool backorder, Timestamp collectBy, QDate wishedFor)
{
    return change<CommandName::CartSetFulfilment>(
        command, id, 0, [&](Transaction &tx, Cart &cart) -> Result<> {
            const bool counter = fulfilment == Fulfilment::Counter;
            const QDate today = tx.at().day();
            if (!counter && wishedFor.isValid() && wishedFor < today)
                return Error(CartError::PastDate);
            if (!counter && wishedFor > today.addDays(maxDaysAhead))
                return Error(CartError::BadDate);
            cart.fulfilment = fulfilment;
            cart.backorder = backorder && !counter;
            cart.collectBy = collectBy;
            cart.wishedFor = counter ? QDate() : wishedFor;
            return {};
        });
}

Result<> CartService::setDeliveryCharge(const Command &command, OrderId id,
                                        const std::optional<CartCharge> &charge)
{
    return change<CommandName::CartSetDeliveryCharge>(
        command, id, 0, [&](Transaction &, Cart &cart) -> Result<> {
            cart.charge = charge;
            if (!charge)
                return {};
            if (cart.fulfilment != Fulfilment::Delivery || !isReasonable(*charge, cart.currency))
                return Error(CartError::BadAmount);
            cart.charge->byHand = true;
            cart.charge->name = charge->name.simplified();
            if (cart.charge->name.isEmpty() ||
                cart.charge->name.size() > DeliveryCharge::maxNameLength)
                return Error(CartError::BadText);
            return {};
        });
}

Result<> CartService::revise(Transaction &tx, Cart cart)
{
    const bool byHand = cart.charge && cart.charge->byHand;
    if (cart.fulfilment != Fulfilment::Delivery) {
        cart.charge.reset();
    } else if (!byHand) {
        const auto charge = chargeByTable(cart);
        if (!charge)
            return charge.error();
        cart.charge = *charge;
    }
    return m_store.updateHeader(tx, cart);
}

Result<std::optional<CartCharge>> CartService::chargeByTable(const Cart &cart)
{
    const auto stored = m_store.find(cart.id);
    if (!stored)
        return stored.error();
    Cart goods = cart;
    goods.charge.reset();
    goods.lines = (*stored)->lines;
    const auto totals = totalsOf(goods);
    if (!totals)
        return totals.error();
    Money value{0, cart.currency};
    Int128 milligrams = 0;
    for (const OrderedLine &line : totals->lines) {
        if (line.isReturn())
            continue;
        value += line.gross;
        milligrams += Int128(line.weightGrams) * line.quantity.thousandths;
    }
    if (totals->lines.isEmpty())
        return std::optional<CartCharge>();
    const auto table = m_products.deliveryCharges();
    if (!table)
        return table.error();
    const auto row = chargeFor(*table, cart.country, divideRounded(milligrams, 1000), value);
    if (!row)
        return std::optional<CartCharge>();
    return std::optional(CartCharge{row->amount, false, row->name, row->taxRate});
}

} // namespace kontor
