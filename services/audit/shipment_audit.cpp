// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/checks.h"

namespace kontor::auditing {

using namespace Qt::StringLiterals;

Result<> compareShipments(StoreReader &shipping, const Ledger *ledger, Facts &facts,
                          Findings &findings)
{
    if (ledger)
        ledger->checkLabels(findings);
    return shipping.each(
        u"SELECT order_id, state, label FROM shipment ORDER BY created_at, order_id"_s,
        [&](const Row &row) {
            const auto *order = facts.find(row.id(0));
            const auto state = row.text(1);
            const bool left = state == "HandedOver"_L1 || state == "Delivered"_L1;
            const bool ended = state == "Failed"_L1 || state == "Recalled"_L1;
            const auto name = order ? order->name() : u"order %1"_s.arg(idText(row.id(0)));
            const auto said = !order                  ? u"nothing"_s
                              : order->delivered      ? u"ShippingDelivered"_s
                              : order->shipped        ? u"ShippingProcessed"_s
                              : order->shippingFailed ? u"ShippingFailed"_s
                                                      : u"nothing"_s;
            if (!order || left != order->shipped || ended != order->shippingFailed ||
                (state == "Delivered"_L1) != order->delivered)
                findings.add("A17", u"shipping"_s, name, u"a state after %1"_s.arg(said), state);
            const auto label = row.text(2);
            if (ledger && !label.isEmpty() && !ledger->hasBought(label))
                findings.add("A16", u"ledger"_s, name, u"label %1 bought"_s.arg(label),
                             u"nothing"_s);
        });
}

} // namespace kontor::auditing
