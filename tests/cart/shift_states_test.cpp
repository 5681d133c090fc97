// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cart/cart_deeds.h"

using namespace Qt::StringLiterals;

namespace kontor {

namespace {

enum class Before
{
    None,       //!< no shift yet
    NeedsFloat, //!< no shift, and the till asks for one
    Open,
    Closed,
};
enum class After
{
    None,
    Open, //!< begun before, or by somebody who counted
    ByItself,
};
constexpr Before allBefore[] = {Before::None, Before::NeedsFloat, Before::Open, Before::Closed};

struct Cell
{
    std::optional<CartError> refused;
    After after = After::None;
};

struct StateRow
{
    const char *deed;
    Deed act;
    Cell cells[4]; //!< in the order of allBefore
};

ShiftCount nothingInside(const CartBench &bench)
{
    ShiftCount count;
    count.amounts = {{TenderKind::Cash, bench.euros(0)}};
    return count;
}

Result<> sell(CartBench &bench, const Command &command, OrderId cart)
{
    const Tender tender = bench.tender(lampPrice);
    const auto taken = bench.service->addTender(bench.owner(), cart, tender, tender.amount);
    return taken ? orderIt(bench, command, cart) : taken;
}

Result<> import(CartBench &bench, const Command &command, OrderId)
{
    ImportedSale sale;
    sale.order = OrderId::make(bench.clock.now());
    sale.settings = {bench.euro, true, 1};
    CartLine line;
    line.line = 1;
    line.product = lamp;
    line.quantity = Quantity::pieces(1);
    line.unitPrice = UnitPrice::of(bench.euros(lampPrice));
    line.returnedGross = line.returnedTax = bench.euros(0);
    sale.lines = {line};
    return plain(bench.service->bookImported(command, sale));
}

QList<StateRow> allRows()
{
    constexpr Cell none{{}, After::None};
    constexpr Cell open{{}, After::Open};
    constexpr Cell byItself{{}, After::ByItself};
    constexpr Cell noShift{CartError::NoShift, After::None};
    constexpr Cell openAlready{CartError::ShiftOpenAlready, After::Open};
    return {
        {"open a shift",
         [](CartBench &b, const Command &c, OrderId) {
             return plain(b.service->openShift(c, b.euros(0)));
         },
         {open, open, openAlready, open}},
        {"pay in",
         [](CartBench &b, const Command &c, OrderId) {
             return b.service->payIn(c, b.euros(500), {});
         },
         {noShift, noShift, open, noShift}},
        {"pay out",
         [](CartBench &b, const Command &c, OrderId) {
             return b.service->payOut(c, b.euros(500), u"stamps"_s);
         },
         {noShift, noShift, open, noShift}},
        {"drop",
         [](CartBench &b, const Command &c, OrderId) {
             return b.service->drop(c, b.euros(500), {});
         },
         {noShift, noShift, open, noShift}},
        {"open the drawer",
         [](CartBench &b, const Command &c, OrderId) {
             return b.service->openDrawer(c, u"to look"_s);
         },
         {noShift, noShift, open, noShift}},
        {"close",
         [](CartBench &b, const Command &c, OrderId) {
             return plain(b.service->closeShift(c, nothingInside(b)));
         },
         {noShift, noShift, none, noShift}},
        {"sell", sell, {byItself, noShift, open, byItself}},
        {"pay out a refund due",
         [](CartBench &b, const Command &c, OrderId cart) {
             return b.service->payOutRefund(
                 c, {cart, TenderId::named({1}, "t"), b.euros(500), b.euros(0)});
         },
         {byItself, noShift, open, byItself}},
        {"pay in what is due",
         [](CartBench &b, const Command &c, OrderId cart) {
             return b.service->payInDue(c, cart, b.euros(500));
         },
         {byItself, noShift, open, byItself}},
        {"give up a cart",
         [](CartBench &b, const Command &c, OrderId cart) { return b.service->abandon(c, cart); },
         {none, none, open, none}},
        {"hold a cart",
         [](CartBench &b, const Command &c, OrderId cart) {
             return b.service->hold(c, cart, u"Anna"_s);
         },
         {none, none, open, none}},
        {"book history", import, {none, none, open, none}},
    };
}

const char *nameOf(Before before)
{
    switch (before) {
    case Before::None:
        return "without a shift";
    case Before::NeedsFloat:
        return "without a shift that has to be opened";
    case Before::Open:
        return "in a shift";
    case Before::Closed:
        return "after a shift";
    }
    return "";
}

} // namespace

//! Every command of the till that shifts concern, in every state of the shift.
class ShiftStatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCommandInEveryState_data();
    void everyCommandInEveryState();
    void moneyThatMovesNeedsItsRight_data();
    void moneyThatMovesNeedsItsRight();
};

void ShiftStatesTest::everyCommandInEveryState_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("before");
    const auto rows = allRows();
    for (int row = 0; row < rows.size(); ++row) {
        for (const Before before : allBefore)
            QTest::addRow("%s %s", rows[row].deed, nameOf(before)) << row << int(before);
    }
}

void ShiftStatesTest::everyCommandInEveryState()
{
    QFETCH(const int, row);
    QFETCH(const int, before);
    CartBench bench;
    const OrderId cart = cartWithLamp(bench);
    if (Before(before) == Before::NeedsFloat) {
        bench.rules.needsFloat = true;
        bench.reopen();
    }
    if (Before(before) == Before::Open || Before(before) == Before::Closed)
        CartBench::must(bench.service->openShift(bench.owner(), bench.euros(0)));
    if (Before(before) == Before::Closed)
        CartBench::must(bench.service->closeShift(bench.owner(), nothingInside(bench)));

    const auto events = bench.events().size();
    const StateRow state = allRows().at(row);
    const Cell cell = state.cells[before];
    const auto done = state.act(bench, bench.owner(), cart);
    QCOMPARE(bool(done), !cell.refused);
    if (cell.refused) {
        QVERIFY2(done.error().is(*cell.refused), qPrintable(done.error().text()));
        QCOMPARE(bench.events().size(), events);
    }
    const auto x = bench.service->xReport(u"T1"_s);
    CartBench::must(x);
    QCOMPARE(x->has_value(), cell.after != After::None);
    if (x->has_value())
        QCOMPARE((*x)->shift.floatCounted, cell.after == After::Open);
    if (x->has_value() && cell.after == After::ByItself)
        QVERIFY((*x)->counts.first().expected != bench.euros(0));
}

void ShiftStatesTest::moneyThatMovesNeedsItsRight_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<bool>("cashierMay");
    const auto rows = allRows();
    const QSet<QByteArray> free{"sell", "pay in what is due", "give up a cart", "hold a cart",
                                "book history"};
    for (int row = 1; row < rows.size(); ++row)
        QTest::newRow(rows[row].deed) << row << free.contains(rows[row].deed);
}

void ShiftStatesTest::moneyThatMovesNeedsItsRight()
{
    QFETCH(const int, row);
    QFETCH(const bool, cashierMay);
    CartBench bench;
    const OrderId cart = cartWithLamp(bench);
    CartBench::must(bench.service->openShift(bench.by(u"cashier"_s), bench.euros(0)));
    const auto done = allRows().at(row).act(bench, bench.by(u"cashier"_s), cart);
    QCOMPARE(bool(done), cashierMay);
    if (!cashierMay)
        QVERIFY2(done.error().is(RightsError::NotAllowed), qPrintable(done.error().text()));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ShiftStatesTest)
#include "shift_states_test.moc"
