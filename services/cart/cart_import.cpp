// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/cart/cart_service.h"

namespace kontor {

Result<Receipt> CartService::bookImported(const Command &command, const ImportedSale &sale)
{
    return perform<CommandName::CartBookImported>(command, [&](Transaction &tx) -> Result<Receipt> {
        if (sale.order.isNull())
            return Error(CartError::NotFound);
        Cart cart;
        cart.id = sale.order;
        cart.till = command.till;
        cart.currency = sale.settings.currency;
        cart.taxIncluded = sale.settings.taxIncluded;
        cart.cashStep = sale.settings.cashStep;
        cart.customer = sale.customer;
        cart.address = sale.address;
        cart.fulfilment = sale.fulfilment;
        cart.backorder = sale.backorder;
        cart.collectBy = sale.collectBy;
        cart.openedAt = tx.at();
        cart.lines = sale.lines;
        const auto totals = totalsOf(cart);
        if (!totals)
            return totals.error();
        if (!totals->total.isZero()) {
            const auto tender = TenderId::named(tx.at(), "tender/" + cart.id.toByteArray());
            cart.tenders.append({{totals->total, tender, sale.tender}, {0, cart.currency}, 0});
            cart.tenders.first().tender.amount += cashRoundingOf(cart, totals->total);
        }
        const auto receipt = place(tx, cart);
        if (!receipt)
            return receipt;
        cart.state = CartState::Ordered;
        cart.receipt = receipt->number;
        if (const auto added = insertWithLines(tx, cart); !added)
            return added.error();
        for (const CartTender &taken : cart.tenders) {
            if (const auto inserted = m_store.insertTender(tx, cart.id, taken); !inserted)
                return inserted.error();
        }
        return receipt;
    });
}

Result<QList<Receipt>>
CartService::bookAllImported(const QList<std::pair<Command, ImportedSale>> &sales)
{
    QList<Receipt> receipts;
    const auto booked = together([&]() -> Result<> {
        for (const auto &[command, sale] : sales) {
            const auto receipt = bookImported(command, sale);
            if (!receipt)
                return receipt.error();
            receipts.append(*receipt);
        }
        return {};
    });
    if (!booked)
        return booked.error();
    return receipts;
}

} // namespace kontor
