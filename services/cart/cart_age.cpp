// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/cart/cart_service.h"

// How old the customer must be for what lies in the cart.
namespace kontor {

Result<> CartService::confirmAge(const Command &command, OrderId id, int years)
{
    return change<CommandName::CartConfirmAge>(
        command, id, 0, [&](Transaction &, Cart &cart) -> Result<> {
            cart.checkedAge = std::max(cart.checkedAge, years);
            return {};
        });
}

Result<> CartService::refuseAge(const Command &command, OrderId id)
{
    return perform<CommandName::CartRefuseAge>(command, [&](Transaction &tx) -> Result<> {
        const auto cart = changeable(id);
        if (!cart)
            return cart.error();
        for (const CartLine &line : cart->lines) {
            if (!cart->asksAgeFor(line))
                continue;
            if (const auto remembered = m_store.insertStep(tx, id, stepOf(*cart, line.line));
                !remembered)
                return remembered;
            if (const auto removed = removeLine(tx, id, line); !removed)
                return removed;
        }
        return revise(tx, *cart);
    });
}

} // namespace kontor
