// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/order_facts.h"

#include "services/audit/fields.h"

#include <algorithm>

namespace kontor::auditing {

using namespace Qt::StringLiterals;

QString OrderFacts::name() const
{
    return receipt.isEmpty() ? u"order %1"_s.arg(idText(id))
                             : u"order %1 (%2)"_s.arg(receipt, idText(id));
}

LineFacts *OrderFacts::line(qint64 number)
{
    // Lines are usually numbered 1, 2, … so the place is the number.
    if (number >= 1 && number <= qint64(lines.size()) && lines[size_t(number - 1)].line == number)
        return &lines[size_t(number - 1)];
    const auto found = std::ranges::find(lines, number, &LineFacts::line);
    return found == lines.end() ? nullptr : &*found;
}

CashMoved OrderFacts::cash() const
{
    CashMoved sum;
    for (const auto &[till, moved] : drawers) {
        sum.in += moved.in;
        sum.out += moved.out;
    }
    return sum;
}

void OrderFacts::markUnderWay(const QString &reason)
{
    if (!underWay)
        waitsFor = reason;
    underWay = true;
}

OrderFacts *Facts::find(const QUuid &id) { return m_byId.value(id, nullptr); }

OrderFacts &Facts::order(const QUuid &id)
{
    OrderFacts *&known = m_byId[id];
    if (!known) {
        known = &m_orders.emplace_back();
        known->id = id;
    }
    return *known;
}

void Facts::take(const QString &source, const LoggedEvent &event)
{
    static const QSet<QString> ofTheShift = {u"ShiftOpened"_s, u"DrawerMoved"_s, u"ShiftClosed"_s};
    if (event.type == "InventoryLow"_L1 || event.type.startsWith("Account"_L1) ||
        ofTheShift.contains(event.type))
        return;
    OrderFacts &facts = order(event.subject);
    if (source.startsWith("cart:"_L1))
        takeCart(source, event, facts);
    else if (source == "order"_L1)
        takeOrder(event, facts);
    else if (source == "payment"_L1)
        takePayment(event, facts);
    else if (event.type == "InventoryProcessed"_L1)
        facts.inventoryProcessed = true;
    else if (event.type == "ShippingProcessed"_L1)
        facts.shipped = true;
    else if (event.type == "ShippingFailed"_L1)
        facts.shippingFailed = true;
    else if (event.type == "ShippingDelivered"_L1)
        facts.delivered = true;
}

void Facts::takeCart(const QString &source, const LoggedEvent &event, OrderFacts &facts)
{
    if (event.type == "ShoppingCartOrdered"_L1) {
        if (facts.isOrdered() || facts.abandoned)
            m_findings.add("A12", source, u"event %1"_s.arg(event.seq), u"a cart is ordered once"_s,
                           u"%1 again"_s.arg(facts.name()));
        else
            takeOrdered(source, event.data, facts);
    } else if (event.type == "ShoppingCartAbandoned"_L1) {
        facts.abandoned = true;
    } else if (event.type == "RefundPaidOut"_L1) {
        facts.drawers[source].out += minorIn(event.data, "amount"_L1);
    } else if (event.type == "DuePaidIn"_L1) {
        facts.drawers[source].in += minorIn(event.data, "amount"_L1);
    }
}

void Facts::takeOrdered(const QString &source, const QJsonObject &data, OrderFacts &facts)
{
    facts.source = source;
    facts.receipt = textIn(data, "receipt"_L1);
    facts.fulfilment = textIn(data, "fulfilment"_L1);
    facts.currency = currencyIn(data, "total"_L1);
    facts.total = minorIn(data, "total"_L1);
    facts.cashRounding = minorIn(data, "cashRounding"_L1);
    const auto lines = data.value("lines"_L1).toArray();
    facts.lines.reserve(size_t(lines.size()));
    for (const auto &value : lines) {
        const auto line = value.toObject();
        LineFacts &kept = facts.lines.emplace_back();
        kept.line = int(numberIn(line, "line"_L1));
        kept.product = idIn(line, "product"_L1);
        kept.quantity = numberIn(line, "quantity"_L1);
        kept.disposition = textIn(line, "disposition"_L1);
        kept.stocked = line.value("stocked"_L1).toBool();
        kept.originalOrder = idIn(line, "originalOrder"_L1);
        kept.originalLine = int(numberIn(line, "originalLine"_L1));
    }
    const auto tenders = data.value("tenders"_L1).toArray();
    for (const auto &value : tenders) {
        const auto tender = value.toObject();
        facts.tenders.push_back(
            {idIn(tender, "id"_L1), textIn(tender, "kind"_L1), minorIn(tender, "amount"_L1)});
    }
}

void Facts::takeOrder(const LoggedEvent &event, OrderFacts &facts)
{
    facts.orderEvents.append(event.type);
    if (event.type == "OrderProcessed"_L1 && facts.isOrdered())
        compareGoods(event.data, facts);
}

//! What the cart decided is carried on as it is: nobody computes it again.
void Facts::compareGoods(const QJsonObject &data, OrderFacts &facts)
{
    const auto differs = [&](const QString &expected, const QString &found) {
        m_findings.add("A1", u"order"_s, facts.name(), expected, found);
    };
    if (minorIn(data, "total"_L1) != facts.total)
        differs(u"total %1 as ordered"_s.arg(facts.total),
                u"total %1 as processed"_s.arg(minorIn(data, "total"_L1)));
    if (textIn(data, "fulfilment"_L1) != facts.fulfilment)
        differs(facts.fulfilment, textIn(data, "fulfilment"_L1));
    qsizetype stocked = std::ranges::count_if(facts.lines, &LineFacts::stocked);
    const auto goods = data.value("lines"_L1).toArray();
    for (const auto &value : goods) {
        const auto line = value.toObject();
        const auto *ordered = facts.line(numberIn(line, "line"_L1));
        --stocked;
        if (!ordered || !ordered->stocked || ordered->product != idIn(line, "product"_L1) ||
            ordered->quantity != numberIn(line, "quantity"_L1) ||
            ordered->disposition != textIn(line, "disposition"_L1))
            return differs(u"goods as ordered"_s,
                           u"other goods in line %1"_s.arg(numberIn(line, "line"_L1)));
    }
    if (stocked != 0)
        differs(u"as many lines of goods as ordered"_s, u"%1 more or less"_s.arg(stocked));
}

void Facts::takePayment(const LoggedEvent &event, OrderFacts &facts)
{
    if (event.type == "PaymentProcessed"_L1) {
        facts.paid = true;
        facts.paidTotal = minorIn(event.data, "total"_L1);
    } else if (event.type == "PaymentFailed"_L1) {
        facts.paymentFailed = true;
    } else if (event.type == "PaymentRefunded"_L1) {
        const bool done = textIn(event.data, "stage"_L1) == "Done"_L1;
        (done ? facts.refundDone : facts.refundBegun) = true;
        if (done)
            facts.refunded += minorIn(event.data, "amount"_L1) + minorIn(event.data, "due"_L1);
    }
}

} // namespace kontor::auditing
