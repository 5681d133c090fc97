// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/cart/cart_service.h"

#include "services/catalog/product_source.h"

#include <algorithm>

namespace kontor {

namespace {

bool isReasonable(const UnitPrice &price)
{
    return price.micros >= 0 && price.micros <= Product::maxPriceMicros;
}

} // namespace

CartService::CartService(Store &store, CartTopic &topic, const Clock &clock, const Rights &rights,
                         ProductSource &products, const ShiftRules &rules)
    : Service(store, clock, rights)
    , m_topic(topic)
    , m_store(store)
    , m_shifts(store)
    , m_products(products)
    , m_rules(rules)
{
}

CartStep CartService::stepOf(const Cart &cart, int number)
{
    CartStep step;
    step.address = cart.address;
    step.backorder = cart.backorder;
    if (cart.charge && cart.charge->byHand)
        step.charge = *cart.charge;
    step.checkedAge = cart.checkedAge;
    step.collectBy = cart.collectBy;
    step.country = cart.country;
    step.customer = cart.customer;
    step.discount = cart.discount;
    step.fulfilment = cart.fulfilment;
    step.note = cart.note;
    step.number = number;
    step.wishedFor = cart.wishedFor;
    const auto line = std::ranges::find(cart.lines, number, &CartLine::line);
    step.wasThere = line != cart.lines.end();
    if (step.wasThere)
        step.line = *line;
    return step;
}

Result<Cart> CartService::openCart(OrderId id) const
{
    auto cart = m_store.find(id);
    if (!cart)
        return cart.error();
    if (!cart->has_value())
        return Error(CartError::NotFound);
    if ((*cart)->state != CartState::Open)
        return Error(CartError::NotOpen);
    return **cart;
}

Result<Cart> CartService::changeable(OrderId id, bool evenIfPaying) const
{
    auto cart = openCart(id);
    if (!cart)
        return cart;
    if (cart->isHeld())
        return Error(CartError::Held);
    if (!evenIfPaying && !cart->tenders.isEmpty())
        return Error(CartError::Frozen);
    return cart;
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
    if (const auto remembered = m_store.insertStep(tx, cart.id, stepOf(cart, line.line));
        !remembered)
        return remembered.error();
    if (const auto added = m_store.insertLine(tx, cart.id, line); !added)
        return added.error();
    if (const auto revised = revise(tx, cart); !revised)
        return revised.error();
    return line.line;
}

Result<Product> CartService::productFor(ProductId id, Currency currency)
{
    auto product = m_products.product(id);
    if (!product)
        return product.error();
    if (!product->has_value() || !(*product)->active)
        return Error(CartError::UnknownProduct);
    if ((*product)->price.currency != currency)
        return Error(MoneyError::MixedCurrencies);
    return **product;
}

CartLine CartService::lineOf(const Product &product, Quantity quantity)
{
    CartLine line;
    line.product = product.id;
    line.sku = product.sku;
    line.name = product.name;
    line.quantity = quantity;
    line.unitPrice = product.price;
    line.taxRate = product.taxRate;
    line.stocked = product.stocked;
    line.weightGrams = product.weightGrams;
    line.minAge = product.minAge;
    return line;
}

Result<int> CartService::addTo(Transaction &tx, const Cart &cart, CartLine line, Quantity more)
{
    line.quantity += more;
    if (!line.quantity.isWithinLimit())
        return Error(CartError::BadQuantity);
    if (const auto remembered = m_store.insertStep(tx, cart.id, stepOf(cart, line.line));
        !remembered)
        return remembered.error();
    if (const auto changed = m_store.updateLine(tx, cart.id, line); !changed)
        return changed.error();
    if (const auto revised = revise(tx, cart); !revised)
        return revised.error();
    return line.line;
}

Result<int> CartService::addLine(const Command &command, OrderId id, ProductId productId,
                                 Quantity quantity)
{
    return perform<CommandName::CartAddLine>(command, [&](Transaction &tx) -> Result<int> {
        const auto cart = changeable(id);
        if (!cart)
            return cart.error();
        if (quantity.thousandths <= 0 || !quantity.isWithinLimit())
            return Error(CartError::BadQuantity);
        const auto product = productFor(productId, cart->currency);
        if (!product)
            return product.error();
        for (const CartLine &line : cart->lines) {
            if (line.product == productId && line.unitPrice == product->price &&
                line.discount == Discount{} && !line.quantity.isNegative())
                return addTo(tx, *cart, line, quantity);
        }
        return append(tx, *cart, lineOf(*product, quantity));
    });
}

Result<> CartService::setQuantity(const Command &command, OrderId id, int number, Quantity quantity)
{
    return change<CommandName::CartSetQuantity>(
        command, id, number, [&](Transaction &tx, Cart &cart) -> Result<> {
            const auto line = std::ranges::find(cart.lines, number, &CartLine::line);
            if (line == cart.lines.end())
                return Error(CartError::UnknownLine);
            if (quantity.isZero())
                return removeLine(tx, id, *line);
            // What comes back was fixed when it was held, or allowed by a right of its own.
            if (!quantity.isWithinLimit() || quantity.isNegative() || line->quantity.isNegative())
                return Error(CartError::BadQuantity);
            line->quantity = quantity;
            return m_store.updateLine(tx, id, *line);
        });
}

Result<> CartService::removeLine(Transaction &tx, OrderId id, const CartLine &line)
{
    if (const auto removed = m_store.removeLine(tx, id, line.line); !removed)
        return removed;
    return line.isReturnByReceipt() ? m_store.removeSteps(tx, id) : Result<>();
}

Result<> CartService::setPrice(const Command &command, OrderId id, int number,
                               const UnitPrice &price)
{
    return change<CommandName::CartSetPrice>(
        command, id, number, [&](Transaction &tx, Cart &cart) -> Result<> {
            const auto line = std::ranges::find(cart.lines, number, &CartLine::line);
            if (line == cart.lines.end() || line->isReturnByReceipt())
                return Error(CartError::UnknownLine);
            if (!isReasonable(price) || price.currency != cart.currency)
                return Error(CartError::BadAmount);
            line->unitPrice = price;
            return m_store.updateLine(tx, id, *line);
        });
}

Result<> CartService::setDiscount(const Command &command, OrderId id, int number,
                                  const Discount &discount)
{
    return change<CommandName::CartSetDiscount>(
        command, id, number, [&](Transaction &tx, Cart &cart) -> Result<> {
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

Result<int> CartService::addOpenItem(const Command &command, OrderId id, const OpenItem &item)
{
    return perform<CommandName::CartAddOpenItem>(command, [&](Transaction &tx) -> Result<int> {
        const auto cart = changeable(id);
        if (!cart)
            return cart.error();
        const QString name = item.name.simplified();
        if (name.isEmpty() || name.size() > Product::maxNameLength)
            return Error(CartError::BadText);
        if (item.quantity.thousandths <= 0 || !item.quantity.isWithinLimit())
            return Error(CartError::BadQuantity);
        if (!isReasonable(item.unitPrice) || item.taxRate.basisPoints < 0 ||
            item.taxRate.basisPoints > TaxRate::maxBasisPoints)
            return Error(CartError::BadAmount);
        if (item.unitPrice.currency != cart->currency)
            return Error(MoneyError::MixedCurrencies);
        CartLine line;
        line.product = OpenItem::product();
        line.name = name;
        line.quantity = item.quantity;
        line.unitPrice = item.unitPrice;
        line.taxRate = item.taxRate;
        line.stocked = false;
        return append(tx, *cart, line);
    });
}

Result<> CartService::setNote(const Command &command, OrderId id, int number, const QString &note)
{
    return change<CommandName::CartSetNote>(
        command, id, number, [&](Transaction &tx, Cart &cart) -> Result<> {
            if (note.size() > maxNoteLength)
                return Error(CartError::BadText);
            if (number == 0) {
                cart.note = note.trimmed();
                return {};
            }
            const auto line = std::ranges::find(cart.lines, number, &CartLine::line);
            if (line == cart.lines.end())
                return Error(CartError::UnknownLine);
            line->note = note.trimmed();
            return m_store.updateLine(tx, id, *line);
        });
}

Result<> CartService::undo(const Command &command, OrderId id)
{
    return perform<CommandName::CartUndo>(command, [&](Transaction &tx) -> Result<> {
        auto cart = changeable(id);
        if (!cart)
            return cart.error();
        const auto step = m_store.lastStep(id);
        if (!step)
            return step.error();
        if (!step->has_value())
            return Error(CartError::NothingToUndo);
        const CartStep &before = **step;
        if (const auto removed = m_store.removeLine(tx, id, before.number); !removed)
            return removed;
        if (before.wasThere) {
            if (const auto restored = m_store.insertLine(tx, id, before.line); !restored)
                return restored;
        }
        cart->address = before.address;
        cart->backorder = before.backorder;
        cart->charge = before.charge.byHand ? std::optional(before.charge) : std::nullopt;
        cart->checkedAge = before.checkedAge;
        cart->collectBy = before.collectBy;
        cart->country = before.country;
        cart->customer = before.customer;
        cart->discount = before.discount;
        cart->fulfilment = before.fulfilment;
        cart->note = before.note;
        cart->wishedFor = before.wishedFor;
        if (const auto forgotten = m_store.removeLastStep(tx, id); !forgotten)
            return forgotten;
        return revise(tx, *cart);
    });
}

Result<> CartService::hold(const Command &command, OrderId id, const QString &name)
{
    return perform<CommandName::CartHold>(command, [&](Transaction &tx) -> Result<> {
        auto cart = changeable(id);
        if (!cart)
            return cart.error();
        if (cart->lines.isEmpty())
            return Error(CartError::Empty);
        cart->heldAs = name.simplified();
        if (cart->heldAs.isEmpty() || cart->heldAs.size() > maxNameLength)
            return Error(CartError::BadText);
        return m_store.updateHeader(tx, *cart);
    });
}

Result<> CartService::recall(const Command &command, OrderId id)
{
    return perform<CommandName::CartRecall>(command, [&](Transaction &tx) -> Result<> {
        auto cart = openCart(id);
        if (!cart)
            return cart.error();
        if (!cart->isHeld())
            return Error(CartError::NotHeld);
        cart->heldAs.clear();
        return m_store.updateHeader(tx, *cart);
    });
}

Result<> CartService::abandon(const Command &command, OrderId id)
{
    return perform<CommandName::CartAbandon>(command, [&](Transaction &tx) -> Result<> {
        const auto cart = openCart(id);
        if (!cart)
            return cart.error();
        if (const auto abandoned = m_store.setAbandoned(tx, id); !abandoned)
            return abandoned;
        if (const auto forgotten = m_store.removeSteps(tx, id); !forgotten)
            return forgotten;
        m_topic.append(tx, ShoppingCartAbandoned{id});
        return noteAbandoned(tx, *cart);
    });
}

Result<std::optional<Cart>> CartService::cart(OrderId id) const { return m_store.find(id); }

Result<QList<OrderId>> CartService::openCarts(const QString &till) const
{
    return m_store.openCarts(till);
}

Result<QList<Cart>> CartService::heldCarts(const QString &till) const
{
    const auto ids = m_store.heldCarts(till);
    if (!ids)
        return ids.error();
    QList<Cart> held;
    for (const OrderId id : *ids) {
        const auto found = m_store.find(id);
        if (!found)
            return found.error();
        if (found->has_value())
            held.append(**found);
    }
    return held;
}

Result<bool> CartService::canUndo(OrderId id) const
{
    const auto step = m_store.lastStep(id);
    return step ? Result<bool>(step->has_value()) : step.error();
}

} // namespace kontor
