// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/audit/checks.h"

#include <algorithm>

namespace kontor::auditing {

using namespace Qt::StringLiterals;

namespace {

//! What the ledger says of one product at one place, in thousandths.
struct LevelFacts
{
    qint64 onHand = 0;
    qint64 reserved = 0;
    qint64 takenFreely = 0; //!< by what may take more than there is
};

class StockCheck
{
public:
    StockCheck(StoreReader &inventory, Facts &facts, Findings &findings)
        : m_store(inventory)
        , m_facts(facts)
        , m_findings(findings)
    {
    }

    Result<> readMoves();
    Result<> readReservations();
    Result<> compareLevels();
    Result<> compareOrders();
    void compareLines();
    qint64 moves() const { return m_moves; }

private:
    using Place = std::pair<QUuid, QString>;

    void wrong(const char *invariant, const QString &row, const QString &expected,
               const QString &found)
    {
        m_findings.add(invariant, u"inventory"_s, row, expected, found);
    }
    void takeMove(const Row &row);
    void takeOrderMove(const Row &row, LevelFacts &level);
    void compareLine(const OrderFacts &order, const LineFacts &line);
    QString stateOf(const OrderFacts &order) const;

    StoreReader &m_store;
    Facts &m_facts;
    Findings &m_findings;
    QHash<Place, LevelFacts> m_levels;
    qint64 m_moves = 0;
};

Result<> StockCheck::readMoves()
{
    const auto read = m_store.each(
        u"SELECT seq, product, location, quantity, kind, order_id, line FROM move ORDER BY seq"_s,
        [this](const Row &row) { takeMove(row); });
    if (!read)
        return read;
    const auto last = m_store.number(u"SELECT move_seq FROM stock_head"_s);
    if (!last)
        return last.error();
    if (*last != m_moves)
        wrong("A6", u"stock_head"_s, u"last move %1"_s.arg(m_moves), QString::number(*last));
    return {};
}

void StockCheck::takeMove(const Row &row)
{
    if (row.number(0) != ++m_moves) {
        wrong("A6", u"move %1"_s.arg(row.number(0)), u"number %1"_s.arg(m_moves),
              QString::number(row.number(0)));
        m_moves = row.number(0);
    }
    LevelFacts &level = m_levels[{row.id(1), row.text(2)}];
    level.onHand += row.number(3);
    const auto kind = row.text(4);
    if (kind == "Correction"_L1 && row.number(3) < 0)
        level.takenFreely -= row.number(3);
    else if (kind != "Correction"_L1 && kind != "Receipt"_L1)
        takeOrderMove(row, level);
}

void StockCheck::takeOrderMove(const Row &row, LevelFacts &level)
{
    const qint64 quantity = row.number(3);
    const auto kind = row.text(4);
    auto *order = m_facts.find(row.id(5));
    auto *line = order ? order->line(row.number(6)) : nullptr;
    if (!line || line->product != row.id(1))
        return wrong("A7", u"move %1"_s.arg(row.number(0)), u"goods of an order's line"_s,
                     u"line %1 of order %2"_s.arg(row.number(6)).arg(idText(row.id(5))));
    if (kind == "Sale"_L1) {
        ++line->saleMoves;
        line->sold -= quantity;
        if (order->isCounter() || order->has("OrderCancelled"_L1))
            level.takenFreely -= quantity;
    } else if (kind == "Return"_L1) {
        ++line->returnMoves;
        line->broughtBack += quantity;
    } else {
        ++line->writeOffMoves;
        line->writtenOff -= quantity;
    }
}

Result<> StockCheck::readReservations()
{
    return m_store.each(uR"(
        SELECT r.order_id, r.line, r.product, r.location, r.quantity, s.state
        FROM reservation r LEFT JOIN stock_order s ON s.order_id = r.order_id
        ORDER BY r.order_id, r.line)"_s,
                        [this](const Row &row) {
                            m_levels[{row.id(2), row.text(3)}].reserved += row.number(4);
                            auto *order = m_facts.find(row.id(0));
                            const auto *line = order ? order->line(row.number(1)) : nullptr;
                            const bool asOrdered = line && line->product == row.id(2) &&
                                                   line->quantity == row.number(4);
                            if (row.text(5) != "Reserved"_L1 || !asOrdered)
                                wrong("A6",
                                      u"reservation of line %1 of order %2"_s.arg(row.number(1))
                                          .arg(idText(row.id(0))),
                                      u"a line of a reserved order"_s, row.text(5));
                        });
}

Result<> StockCheck::compareLevels()
{
    const auto read = m_store.each(
        u"SELECT product, location, on_hand, reserved FROM stock_level ORDER BY product, location"_s,
        [this](const Row &row) {
            const LevelFacts level = m_levels.take({row.id(0), row.text(1)});
            const auto place = u"product %1 at %2"_s.arg(idText(row.id(0)), row.text(1));
            const auto expected =
                u"%1 on hand, %2 reserved"_s.arg(level.onHand).arg(level.reserved);
            const auto found = u"%1 on hand, %2 reserved"_s.arg(row.number(2)).arg(row.number(3));
            if (found != expected)
                wrong("A6", place, expected, found);
            // Reserving asks for what is there, so only what may take more leaves less than
            // nothing.
            const qint64 available = level.onHand - level.reserved;
            if (available < 0 && available + level.takenFreely < 0)
                wrong("A6", place, u"at least %1 available"_s.arg(-level.takenFreely),
                      QString::number(available));
        });
    if (!read)
        return read;
    for (const auto &[place, level] : m_levels.asKeyValueRange()) {
        if (level.onHand != 0 || level.reserved != 0)
            wrong("A6", u"product %1 at %2"_s.arg(idText(place.first), place.second),
                  u"%1 on hand"_s.arg(level.onHand), u"no level"_s);
    }
    return {};
}

QString StockCheck::stateOf(const OrderFacts &order) const
{
    if (order.isCounter())
        return u"Issued"_s;
    if (order.isCompleted())
        return u"Fulfilled"_s;
    if (order.isCancelled())
        return u"Released"_s;
    return order.inventoryProcessed ? u"Reserved"_s : u"Backordered"_s;
}

Result<> StockCheck::compareOrders()
{
    qint64 missing = std::ranges::count_if(m_facts.orders(), [](const OrderFacts &order) {
        return order.isOrdered() && !order.underWay && order.has("OrderProcessed"_L1);
    });
    const auto read = m_store.each(
        u"SELECT order_id, state, fulfilment FROM stock_order ORDER BY order_id"_s,
        [&](const Row &row) {
            const auto *order = m_facts.find(row.id(0));
            if (!order || order->orderEvents.isEmpty())
                return wrong("A17", u"order %1"_s.arg(idText(row.id(0))), u"OrderProcessed"_s,
                             row.text(1));
            if (order->underWay || !order->isOrdered())
                return;
            --missing;
            if (row.text(1) != stateOf(*order) || row.text(2) != order->fulfilment)
                wrong("A17", order->name(), u"%1, %2"_s.arg(stateOf(*order), order->fulfilment),
                      u"%1, %2"_s.arg(row.text(1), row.text(2)));
        });
    if (read && missing != 0)
        wrong("A17", u"stock_order"_s, u"a row for each order"_s, u"%1 missing"_s.arg(missing));
    return read;
}

void StockCheck::compareLine(const OrderFacts &order, const LineFacts &line)
{
    const bool moved = line.stocked && (order.isCounter() || order.isCompleted());
    const qint64 sold = moved && line.quantity > 0 ? line.quantity : 0;
    const qint64 back = moved && line.quantity < 0 ? -line.quantity : 0;
    const qint64 lost = line.disposition == "WriteOff"_L1 ? back : 0;
    const auto compare = [&](const QString &kind, qint64 expected, qint64 found, qint64 count) {
        if (found != expected || count != (expected == 0 ? 0 : 1))
            wrong("A7", u"%1, line %2, %3"_s.arg(order.name()).arg(line.line).arg(kind),
                  expected == 0 ? u"no move"_s : u"one move of %1"_s.arg(expected),
                  u"%1 moves of %2 in all"_s.arg(count).arg(found));
    };
    compare(u"sale"_s, sold, line.sold, line.saleMoves);
    compare(u"return"_s, back, line.broughtBack, line.returnMoves);
    compare(u"write-off"_s, lost, line.writtenOff, line.writeOffMoves);
}

void StockCheck::compareLines()
{
    for (const OrderFacts &order : m_facts.orders()) {
        if (!order.isOrdered() || order.underWay)
            continue;
        for (const LineFacts &line : order.lines)
            compareLine(order, line);
    }
}

} // namespace

Result<qint64> checkStock(StoreReader &inventory, Facts &facts, Findings &findings)
{
    StockCheck check(inventory, facts, findings);
    for (const auto step : {&StockCheck::readMoves, &StockCheck::readReservations,
                            &StockCheck::compareLevels, &StockCheck::compareOrders}) {
        if (const auto done = (check.*step)(); !done)
            return done.error();
    }
    check.compareLines();
    return check.moves();
}

} // namespace kontor::auditing
