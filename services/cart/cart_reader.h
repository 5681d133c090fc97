// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/cart_store.h"

#include <memory>

namespace kontor {

//! Looks carts up over a read-only connection of its own, beside a shop that may be running.
class CartReader
{
public:
    static Result<std::unique_ptr<CartReader>> open(const StoreUrl &url);

    Result<std::optional<Cart>> cart(OrderId id) const { return m_store.find(id); }

private:
    explicit CartReader(std::unique_ptr<Store> db) : m_db(std::move(db)), m_store(*m_db) {}

    std::unique_ptr<Store> m_db;
    CartStore m_store;
};

} // namespace kontor
