// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/catalog/catalog.h"
#include "services/catalog/delivery_charge.h"

#include <optional>

namespace kontor {

//! Where the cart learns what a product is called and costs, and what its delivery costs; a test
//! has one of its own.
class ProductSource
{
public:
    virtual ~ProductSource() = default;
    virtual Result<std::optional<Product>> product(ProductId id) = 0;
    virtual Result<QList<DeliveryCharge>> deliveryCharges() = 0;
};

} // namespace kontor
