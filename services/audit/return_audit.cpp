// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/checks.h"

#include <map>
#include <tuple>

namespace kontor::auditing {

using namespace Qt::StringLiterals;

void checkReturns(Facts &facts, Findings &findings)
{
    std::map<const LineFacts *, qint64> returned;
    for (const OrderFacts &order : facts.orders()) {
        for (const LineFacts &line : order.lines) {
            if (line.originalOrder.isNull())
                continue;
            auto *original = facts.find(line.originalOrder);
            const auto *sold = original ? original->line(line.originalLine) : nullptr;
            const auto row = u"%1, line %2"_s.arg(order.name()).arg(line.line);
            if (!sold || sold->product != line.product) {
                findings.add("A7", order.source, row, u"a line that was sold"_s,
                             u"line %1 of order %2"_s.arg(line.originalLine)
                                 .arg(idText(line.originalOrder)));
                continue;
            }
            const qint64 sum = returned[sold] -= line.quantity;
            if (sum > sold->quantity)
                findings.add("A7", order.source, row, u"at most %1 returned"_s.arg(sold->quantity),
                             QString::number(sum));
        }
    }
}

Result<> compareHolds(StoreReader &orders, Facts &facts, Findings &findings)
{
    // The return's cart, the order and line that it brings back, and how much of it.
    using Brought = std::tuple<QUuid, QUuid, qint64, qint64>;
    std::map<Brought, int> unused;
    for (const OrderFacts &order : facts.orders()) {
        for (const LineFacts &line : order.lines) {
            if (!line.originalOrder.isNull() && order.has("OrderProcessed"_L1))
                ++unused[{order.id, line.originalOrder, line.originalLine, -line.quantity}];
        }
    }
    const auto differs = [&](const QString &row, const QString &expected, const QString &found) {
        findings.add("A17", u"order"_s, row, expected, found);
    };
    const auto read = orders.each(
        u"SELECT id, return_cart, original_order, original_line, quantity, state FROM return_hold"_s,
        [&](const Row &row) {
            const auto name = u"return_hold %1"_s.arg(idText(row.id(0)));
            const auto *cart = facts.find(row.id(1));
            if (row.text(5) == "Used"_L1) {
                if (--unused[{row.id(1), row.id(2), row.number(3), row.number(4)}] < 0)
                    differs(name, u"a line that brings it back"_s, u"nothing"_s);
            } else if (row.text(5) == "Held"_L1 && cart && !cart->underWay) {
                if (cart->isOrdered() || cart->abandoned)
                    differs(name, u"no hold for a cart that is closed"_s, u"Held"_s);
            }
        });
    if (!read)
        return read;
    for (const auto &[brought, count] : unused) {
        if (count > 0)
            differs(facts.find(std::get<0>(brought))->name(),
                    u"a hold for each line that came back"_s, u"%1 missing"_s.arg(count));
    }
    return {};
}

} // namespace kontor::auditing
