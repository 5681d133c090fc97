// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/inventory/stockroom.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace kontor {

//! Whatever happens in whatever order: the levels are the sums of the ledger and the reservations.
class InventoryLedgerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void levelsAreTheSumsOfLedgerAndReservations_data();
    void levelsAreTheSumsOfLedgerAndReservations();

private:
    struct Known
    {
        OrderId id;
        Fulfilment fulfilment;
    };

    void happenByChance();
    void order();
    void compareLevelsWithLedger();

    std::unique_ptr<Stockroom> m_room;
    QRandomGenerator m_chance;
    QList<Known> m_orders;
    qint64 m_moves = 0;
};

namespace {

const QList<ProductId> goods{ProductId::named({}, "a"), ProductId::named({}, "b"),
                             ProductId::named({}, "c"), ProductId::named({}, "d")};

} // namespace

void InventoryLedgerTest::levelsAreTheSumsOfLedgerAndReservations_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void InventoryLedgerTest::levelsAreTheSumsOfLedgerAndReservations()
{
    QFETCH(quint32, seed);
    m_room = std::make_unique<Stockroom>();
    m_chance.seed(seed);
    m_orders.clear();
    m_moves = 0;
    for (int step = 0; step < 300; ++step) {
        happenByChance();
        if (QTest::currentTestFailed())
            return;
        compareLevelsWithLedger();
        if (QTest::currentTestFailed())
            return;
    }
    // Whatever the chance did, each kind of thing must have happened.
    QVERIFY(m_moves > 100);
    QVERIFY(m_room->told().contains(u"InventoryBackordered"_s));
}

void InventoryLedgerTest::happenByChance()
{
    const ProductId product = goods[m_chance.bounded(goods.size())];
    const Quantity some{1 + m_chance.bounded(4000)};
    const int what = m_chance.bounded(10);
    if (what == 0) {
        m_room->receive(product, some);
    } else if (what == 1) {
        m_room->correct(product, m_chance.bounded(2) ? some : -some);
    } else if (what < 7 || m_orders.isEmpty()) {
        order();
    } else {
        // A wrong one is parked, a late or repeated one changes nothing.
        const auto &[id, fulfilment] = m_orders[m_chance.bounded(m_orders.size())];
        if (what == 7)
            m_room->handle(cancelled(id));
        else
            m_room->handle(completed(id, fulfilment));
    }
}

void InventoryLedgerTest::order()
{
    const auto fulfilment = Fulfilment(m_chance.bounded(3));
    QList<GoodsLine> lines;
    const int count = m_chance.bounded(4);
    for (int line = 1; line <= count; ++line) {
        const ProductId product = goods[m_chance.bounded(goods.size())];
        const Quantity some{1 + m_chance.bounded(2000)};
        if (fulfilment == Fulfilment::Counter && m_chance.bounded(3) == 0)
            lines.append(
                goodsLine(line, product, -some,
                          m_chance.bounded(2) ? Disposition::Restock : Disposition::WriteOff));
        else
            lines.append(goodsLine(line, product, some));
    }
    QHash<ProductId, Quantity> before;
    for (const ProductId &product : goods)
        before.insert(product, m_room->level(product).available());
    const auto id = OrderId::make(m_room->clock.now());
    m_orders.append({id, fulfilment});
    m_room->handle(orderOf(id, fulfilment, lines, m_chance.bounded(2) == 0));
    for (const ProductId &product : goods) {
        const Quantity after = m_room->level(product).available();
        if (fulfilment != Fulfilment::Counter && after < before[product])
            QVERIFY(after >= Quantity());
    }
}

void InventoryLedgerTest::compareLevelsWithLedger()
{
    QList<qint64> numbers;
    for (const ProductId &product : goods) {
        Quantity onHand;
        const auto moves = m_room->service->moves(product, 100'000);
        QVERIFY(moves);
        for (const StockMove &move : *moves) {
            onHand += move.quantity;
            numbers.append(move.seq);
        }
        Quantity reserved;
        const auto reservations = m_room->service->openReservations(product);
        QVERIFY(reservations);
        for (const Reservation &reservation : *reservations)
            reserved += reservation.quantity;
        QCOMPARE(m_room->level(product).onHand, onHand);
        QCOMPARE(m_room->level(product).reserved, reserved);
    }
    std::ranges::sort(numbers);
    for (qsizetype i = 0; i < numbers.size(); ++i)
        QCOMPARE(numbers[i], i + 1);
    m_moves = numbers.size();
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::InventoryLedgerTest)
#include "inventory_ledger_test.moc"
