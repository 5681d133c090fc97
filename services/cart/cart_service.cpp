// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/cart/cart_service.h"

#include "services/catalog/product_source.h"

#include <algorithm>

namespace kontor {

namespace {

bool isReasonable(Quantity quantity)
{
    return quantity.thousandths >= -Quantity::maxThousandths &&
           quantity.thousandths <= Quantity::maxThousandths;
}

} // namespace

CartService::CartService(Store &store, CartTopic &topic, const Clock &clock, const Rights &rights,
                         ProductSource &products)
    : Service(store, clock, rights)
    , m_topic(topic)
    , m_store(store)
    , m_products(products)
{
}

Result<Cart> CartService::changeable(OrderId id, bool evenIfPaying) const
{
    auto cart = m_store.find(id);
    if (!cart)
        return cart.error();
    if (!cart->has_value())
        return Error(CartError::NotFound);
    if ((*cart)->state != CartState::Open)
        return Error(CartError::NotOpen);
    if (!evenIfPaying && !(*cart)->tenders.isEmpty())
        return Error(CartError::Frozen);
    return **cart;
}

Result<OrderId> CartService::open(const Command &command, OrderId id, const CartSettings &settings)
{
    return perform<CommandName::CartOpen>(command, [&](Transaction &tx) -> Result<OrderId> {
        if (settings.cashStep <= 0 || !settings.currency.isValid() || id.isNull())
            return Error(CartError::BadAmount);
        Cart cart;
        cart.id = id;
        cart.till = command.till;
        cart.currency = settings.currency;
        cart.taxIncluded = settings.taxIncluded;
        cart.cashStep = settings.cashStep;
        cart.openedAt = tx.at();
        const auto added = m_store.insert(tx, cart);
        if (!added)
            return added.error();
        if (!*added)
            return Error(CartError::AlreadyExists);
        return id;
    });
}

Result<int> CartService::append(Transaction &tx, const Cart &cart, CartLine line)
{
    line.line = cart.lines.isEmpty() ? 1 : cart.lines.last().line + 1;
    line.returnedGross.currency = line.returnedTax.currency = cart.currency;
    if (const auto added = m_store.insertLine(tx, cart.id, line); !added)
        return added.error();
    if (const auto revised = m_store.updateHeader(tx, cart); !revised)
        return revised.error();
    return line.line;
}

Result<Product> CartService::productFor(ProductId id)
{
    auto product = m_products.product(id);
    if (!product)
        return product.error();
    if (!product->has_value() || !(*product)->active)
        return Error(CartError::UnknownProduct);
    return **product;
}

Result<int> CartService::addLine(const Command &command, OrderId id, ProductId productId,
                                 Quantity quantity)
{
    return perform<CommandName::CartAddLine>(command, [&](Transaction &tx) -> Result<int> {
        const auto cart = changeable(id);
        if (!cart)
            return cart.error();
        if (quantity.thousandths <= 0 || !isReasonable(quantity))
            return Error(CartError::BadQuantity);
        const auto product = productFor(productId);
        if (!product)
            return product.error();
        if (product->price.currency != cart->currency)
            return Error(MoneyError::MixedCurrencies);
        for (CartLine line : cart->lines) {
            if (line.product != productId || line.unitPrice != product->price ||
                line.discount != Discount{} || line.quantity.isNegative())
                continue;
            line.quantity += quantity;
            if (!isReasonable(line.quantity))
                return Error(CartError::BadQuantity);
            if (const auto changed = m_store.updateLine(tx, id, line); !changed)
                return changed.error();
            if (const auto revised = m_store.updateHeader(tx, *cart); !revised)
                return revised.error();
            return line.line;
        }
        CartLine line;
        line.product = productId;
        line.sku = product->sku;
        line.name = product->name;
        line.quantity = quantity;
        line.unitPrice = product->price;
        line.taxRate = product->taxRate;
        line.stocked = product->stocked;
        line.weightGrams = product->weightGrams;
        return append(tx, *cart, line);
    });
}

template <CommandName name, class Change>
Result<> CartService::change(const Command &command, OrderId id, Change change)
{
    return perform<name>(command, [&](Transaction &tx) -> Result<> {
        auto cart = changeable(id);
        if (!cart)
            return cart.error();
        if (const Result<> changed = change(tx, *cart); !changed)
            return changed;
        return m_store.updateHeader(tx, *cart);
    });
}

Result<> CartService::setQuantity(const Command &command, OrderId id, int number, Quantity quantity)
{
    return change<CommandName::CartSetQuantity>(
        command, id, [&](Transaction &tx, Cart &cart) -> Result<> {
            const auto line = std::ranges::find(cart.lines, number, &CartLine::line);
            if (line == cart.lines.end())
                return Error(CartError::UnknownLine);
            if (quantity.isZero())
                return m_store.removeLine(tx, id, number);
            // What comes back was fixed when it was held, or allowed by a right of its own.
            if (!isReasonable(quantity) || quantity.isNegative() || line->quantity.isNegative())
                return Error(CartError::BadQuantity);
            line->quantity = quantity;
            return m_store.updateLine(tx, id, *line);
        });
}

Result<> CartService::setPrice(const Command &command, OrderId id, int number,
                               const UnitPrice &price)
{
    return change<CommandName::CartSetPrice>(
        command, id, [&](Transaction &tx, Cart &cart) -> Result<> {
            const auto line = std::ranges::find(cart.lines, number, &CartLine::line);
            if (line == cart.lines.end() || line->isReturnByReceipt())
                return Error(CartError::UnknownLine);
            if (price.micros < 0 || price.micros > Product::maxPriceMicros ||
                price.currency != cart.currency)
                return Error(CartError::BadAmount);
            line->unitPrice = price;
            return m_store.updateLine(tx, id, *line);
        });
}

Result<> CartService::setDiscount(const Command &command, OrderId id, int number,
                                  const Discount &discount)
{
    return change<CommandName::CartSetDiscount>(
        command, id, [&](Transaction &tx, Cart &cart) -> Result<> {
            if (discount.percentBasisPoints < 0 || discount.percentBasisPoints > 10'000 ||
                discount.amountMinor < 0 || discount.amountMinor > Money::maxMinor)
                return Error(CartError::BadDiscount);
            if (number == 0) {
                cart.discount = discount;
                return {};
            }
            const auto line = std::ranges::find(cart.lines, number, &CartLine::line);
            if (line == cart.lines.end() || line->quantity.isNegative())
                return Error(CartError::UnknownLine);
            line->discount = discount;
            return m_store.updateLine(tx, id, *line);
        });
}

Result<> CartService::setCustomer(const Command &command, OrderId id, AccountId customer,
                                  AddressId address)
{
    return change<CommandName::CartSetCustomer>(command, id,
                                                [&](Transaction &, Cart &cart) -> Result<> {
                                                    cart.customer = customer;
                                                    cart.address = address;
                                                    return {};
                                                });
}

Result<> CartService::setFulfilment(const Command &command, OrderId id, Fulfilment fulfilment,
                                    bool backorder, Timestamp collectBy)
{
    return change<CommandName::CartSetFulfilment>(
        command, id, [&](Transaction &, Cart &cart) -> Result<> {
            cart.fulfilment = fulfilment;
            cart.backorder = backorder && fulfilment != Fulfilment::Counter;
            cart.collectBy = collectBy;
            return {};
        });
}

Result<int> CartService::addReturn(const Command &command, OrderId id, const HeldReturn &held,
                                   Disposition disposition)
{
    return perform<CommandName::CartAddReturn>(command, [&](Transaction &tx) -> Result<int> {
        const auto cart = changeable(id);
        if (!cart)
            return cart.error();
        if (disposition == Disposition::Sell || held.quantity.thousandths <= 0 ||
            held.originalOrder.isNull())
            return Error(CartError::BadQuantity);
        if (held.gross.isNegative() || held.tax.isNegative() || held.tax.minor > held.gross.minor)
            return Error(CartError::BadAmount);
        if (held.gross.currency != cart->currency || held.tax.currency != cart->currency)
            return Error(MoneyError::MixedCurrencies);
        CartLine line;
        line.product = held.product;
        line.sku = held.sku;
        line.name = held.name;
        line.quantity = -held.quantity;
        line.unitPrice = held.unitPrice;
        line.taxRate = held.taxRate;
        line.stocked = held.stocked;
        line.disposition = disposition;
        line.originalOrder = held.originalOrder;
        line.originalLine = held.originalLine;
        line.returnedGross = held.gross;
        line.returnedTax = held.tax;
        return append(tx, *cart, line);
    });
}

Result<int> CartService::addReturnWithoutReceipt(const Command &command, OrderId id,
                                                 ProductId productId, Quantity quantity,
                                                 Disposition disposition)
{
    return perform<CommandName::CartAddReturnWithoutReceipt>(
        command, [&](Transaction &tx) -> Result<int> {
            const auto cart = changeable(id);
            if (!cart)
                return cart.error();
            if (disposition == Disposition::Sell || quantity.thousandths <= 0 ||
                !isReasonable(quantity))
                return Error(CartError::BadQuantity);
            const auto product = productFor(productId);
            if (!product)
                return product.error();
            if (product->price.currency != cart->currency)
                return Error(MoneyError::MixedCurrencies);
            CartLine line;
            line.product = productId;
            line.sku = product->sku;
            line.name = product->name;
            line.quantity = -quantity;
            line.unitPrice = product->price;
            line.taxRate = product->taxRate;
            line.stocked = product->stocked;
            line.disposition = disposition;
            return append(tx, *cart, line);
        });
}

Result<> CartService::abandon(const Command &command, OrderId id)
{
    return perform<CommandName::CartAbandon>(command, [&](Transaction &tx) -> Result<> {
        const auto cart = changeable(id, true);
        if (!cart)
            return cart.error();
        if (const auto abandoned = m_store.setAbandoned(tx, id); !abandoned)
            return abandoned;
        m_topic.append(tx, ShoppingCartAbandoned{id});
        return {};
    });
}

Result<> CartService::payOutRefund(const Command &command, const RefundPayout &payout)
{
    return perform<CommandName::CartPayOutRefund>(command, [&](Transaction &tx) -> Result<> {
        if (payout.amount.minor <= 0 || payout.order.isNull() || payout.tender.isNull())
            return Error(CartError::BadAmount);
        const auto moved = m_store.insertPayout(tx, command, payout);
        if (!moved)
            return moved.error();
        if (!*moved)
            return Error(CartError::PaidOutAlready);
        m_topic.append(tx, RefundPaidOut{payout.order, payout.tender, payout.amount, command.till});
        return {};
    });
}

Result<> CartService::payInDue(const Command &command, OrderId order, const Money &amount)
{
    return perform<CommandName::CartPayInDue>(command, [&](Transaction &tx) -> Result<> {
        if (amount.minor <= 0 || order.isNull())
            return Error(CartError::BadAmount);
        if (const auto moved = m_store.insertPaidIn(tx, command, order, amount); !moved)
            return moved;
        m_topic.append(tx, DuePaidIn{order, amount, command.till});
        return {};
    });
}

Result<std::optional<Cart>> CartService::cart(OrderId id) const { return m_store.find(id); }

Result<QList<OrderId>> CartService::openCarts(const QString &till) const
{
    return m_store.openCarts(till);
}

} // namespace kontor
