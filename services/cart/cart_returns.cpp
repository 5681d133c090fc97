// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/cart/cart_service.h"
#include "services/catalog/product_source.h"

// Goods that come back to the counter.
namespace kontor {

Result<int> CartService::addReturn(const Command &command, OrderId id, const HeldReturn &held,
                                   Disposition disposition, const QString &reason)
{
    return perform<CommandName::CartAddReturn>(command, [&](Transaction &tx) -> Result<int> {
        const auto cart = changeable(id);
        if (!cart)
            return cart.error();
        if (disposition == Disposition::Sell || held.quantity.thousandths <= 0 ||
            held.originalOrder.isNull())
            return Error(CartError::BadQuantity);
        if (reason.size() > maxNoteLength)
            return Error(CartError::BadText);
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
        line.note = reason.trimmed();
        line.originalOrder = held.originalOrder;
        line.originalLine = held.originalLine;
        line.returnedGross = held.gross;
        line.returnedTax = held.tax;
        return append(tx, *cart, line);
    });
}

Result<int> CartService::addReturnWithoutReceipt(const Command &command, OrderId id,
                                                 ProductId productId, Quantity quantity,
                                                 Disposition disposition, const QString &reason)
{
    return perform<CommandName::CartAddReturnWithoutReceipt>(
        command, [&](Transaction &tx) -> Result<int> {
            const auto cart = changeable(id);
            if (!cart)
                return cart.error();
            if (disposition == Disposition::Sell || quantity.thousandths <= 0 ||
                !quantity.isWithinLimit())
                return Error(CartError::BadQuantity);
            if (reason.size() > maxNoteLength)
                return Error(CartError::BadText);
            const auto product = productFor(productId, cart->currency);
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
            line.note = reason.trimmed();
            return append(tx, *cart, line);
        });
}

} // namespace kontor
