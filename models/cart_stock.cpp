// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cart_stock.h"

#include "services/core/call.h"

namespace kontor {

CartStock::CartStock(const ShopAccess &access, QObject *parent) : QObject(parent), m_access(access)
{
}

void CartStock::look(const Cart &cart)
{
    m_wanted.clear();
    if (cart.fulfilment != Fulfilment::Counter) {
        for (const CartLine &line : cart.lines) {
            if (line.stocked && !line.quantity.isNegative())
                m_wanted[line.product] += line.quantity;
        }
    }
    if (m_wanted.isEmpty())
        return show({});
    call(m_access.inventory, &InventoryService::availabilities, m_wanted.keys())
        .then(this, [this, wanted = m_wanted](const Result<QList<Availability>> &levels) {
            // The cart has changed since: another answer is on its way.
            if (wanted != m_wanted)
                return;
            if (!levels) {
                Q_EMIT failed(levels.error());
                return;
            }
            QHash<ProductId, Quantity> shortages;
            for (const Availability &level : *levels) {
                if (level.available() < wanted.value(level.product))
                    shortages.insert(level.product, std::max(Quantity{}, level.available()));
            }
            show(shortages);
        });
}

void CartStock::show(const QHash<ProductId, Quantity> &shortages)
{
    if (shortages == m_shortages)
        return;
    m_shortages = shortages;
    Q_EMIT looked();
}

} // namespace kontor
