// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cart/cart_deeds.h"

using namespace Qt::StringLiterals;

namespace kontor {

namespace {

//! What a person sees of a cart; that it was changed and changed back does not show.
Cart seen(Cart cart)
{
    cart.revision = 0;
    return cart;
}

Deed note(int line, const QString &text)
{
    return [=](CartBench &bench, const Command &command, OrderId cart) {
        return bench.service->setNote(command, cart, line, text);
    };
}

Deed openItem(const OpenItem &item)
{
    return [=](CartBench &bench, const Command &command, OrderId cart) {
        return plain(bench.service->addOpenItem(command, cart, item));
    };
}

Deed hold(const QString &name)
{
    return [=](CartBench &bench, const Command &command, OrderId cart) {
        return bench.service->hold(command, cart, name);
    };
}

Deed ageFound(int years)
{
    return [=](CartBench &bench, const Command &command, OrderId cart) {
        return bench.service->confirmAge(command, cart, years);
    };
}

const OpenItem oddCup{u"Odd cup"_s, Quantity::pieces(2), {1'250'000, Currency("EUR")}, {700}};

} // namespace

//! Carts that are put aside and taken up again, and changes that are taken back.
class CartUndoTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyChangeCanBeTakenBack_data();
    void everyChangeCanBeTakenBack();
    void changesAreTakenBackOneByOneEvenAfterARestart();
    void aRefusedChangeLeavesNothingToUndo();
    void theRemovalOfHeldGoodsStays();
    void aPaidCartHasNothingToUndo();
    void aHeldCartWaitsUnderItsName();
    void theCartWithLinesComesFirst();
    void aHeldCartCanBeGivenUp();
    void anOpenItemAndNotesAreTold();
    void whatIsWrongIsRefused_data();
    void whatIsWrongIsRefused();
};

void CartUndoTest::everyChangeCanBeTakenBack_data()
{
    QTest::addColumn<Deed>("deed");
    const Quantity one = Quantity::pieces(1);
    QTest::newRow("another line") << addLine(productIdForSku(u"oil"_s), one);
    QTest::newRow("one more of the same") << addLine(lamp, one);
    QTest::newRow("a pack that was weighed") << addLabelled(lamp, {456});
    QTest::newRow("an open item") << openItem(oddCup);
    QTest::newRow("a quantity") << setQuantity(1, {2500});
    QTest::newRow("the removal of a line") << setQuantity(1, {});
    QTest::newRow("a price") << setPrice(1, 1'000'000);
    QTest::newRow("a line's discount") << setDiscount(1, {500, 3});
    QTest::newRow("the order's discount") << setDiscount(0, {100, 7});
    QTest::newRow("a line's note") << note(1, u"gift"_s);
    QTest::newRow("the order's note") << note(0, u"ring twice"_s);
    QTest::newRow("a customer") << toCustomer(true);
    QTest::newRow("a fulfilment") << sending(Fulfilment::Delivery);
    QTest::newRow("an age that was found") << ageFound(18);
    QTest::newRow("goods that come back") << addReturn([](HeldReturn &) {}, Disposition::Restock);
    QTest::newRow("goods that come back without receipt")
        << addReturnWithoutReceipt(lamp, one, Disposition::WriteOff);
}

void CartUndoTest::everyChangeCanBeTakenBack()
{
    QFETCH(Deed, deed);
    CartBench bench;
    bench.product(u"oil"_s, 350);
    const OrderId id = cartWithLamp(bench);
    CartBench::must(setDiscount(1, {1000, 5})(bench, bench.owner(), id));
    CartBench::must(note(1, u"blue"_s)(bench, bench.owner(), id));
    const Cart before = bench.look(id);
    CartBench::must(deed(bench, bench.owner(), id));
    const Cart changed = bench.look(id);
    QVERIFY(seen(changed) != seen(before));

    CartBench::must(bench.service->undo(bench.by(u"cashier"_s), id));
    QCOMPARE(seen(bench.look(id)), seen(before));
    QVERIFY(bench.look(id).revision > changed.revision);
}

void CartUndoTest::changesAreTakenBackOneByOneEvenAfterARestart()
{
    CartBench bench;
    const OrderId id = cartWithLamp(bench);
    QList<Cart> states{bench.look(id)};
    for (const Deed &deed : {setQuantity(1, {3000}), setDiscount(0, {1000, 0}), openItem(oddCup),
                             setQuantity(1, {}), note(2, u"chipped"_s)}) {
        CartBench::must(deed(bench, bench.owner(), id));
        states.append(bench.look(id));
    }
    bench.reopen();
    while (states.size() > 1) {
        QVERIFY(*bench.service->canUndo(id));
        QCOMPARE(seen(bench.look(id)), seen(states.takeLast()));
        CartBench::must(bench.service->undo(bench.owner(), id));
    }
    QCOMPARE(seen(bench.look(id)), seen(states.first()));
    // The lamp itself was the first change of all.
    CartBench::must(bench.service->undo(bench.owner(), id));
    QVERIFY(bench.look(id).lines.isEmpty());
    QVERIFY(!*bench.service->canUndo(id));
    const auto nothing = bench.service->undo(bench.owner(), id);
    QVERIFY(!nothing && nothing.error().is(CartError::NothingToUndo));
}

void CartUndoTest::aRefusedChangeLeavesNothingToUndo()
{
    CartBench bench;
    const OrderId id = cartWithLamp(bench);
    CartBench::must(setQuantity(1, {2000})(bench, bench.owner(), id));
    QVERIFY(!setQuantity(1, {-1000})(bench, bench.owner(), id));
    QVERIFY(!setDiscount(7, {100, 0})(bench, bench.owner(), id));
    CartBench::must(bench.service->undo(bench.owner(), id));
    QCOMPARE(bench.look(id).lines.first().quantity, Quantity::pieces(1));
}

void CartUndoTest::theRemovalOfHeldGoodsStays()
{
    CartBench bench;
    const OrderId id = cartWithLamp(bench);
    const auto line =
        bench.service->addReturn(bench.owner(), id, heldLamp(bench), Disposition::Restock);
    CartBench::must(line);
    CartBench::must(setQuantity(*line, {})(bench, bench.owner(), id));
    QVERIFY(!*bench.service->canUndo(id));
    const auto undone = bench.service->undo(bench.owner(), id);
    QVERIFY(!undone && undone.error().is(CartError::NothingToUndo));
    QCOMPARE(bench.look(id).lines.size(), 1);
    // What follows can be taken back again.
    CartBench::must(setQuantity(1, {2000})(bench, bench.owner(), id));
    CartBench::must(bench.service->undo(bench.owner(), id));
    QCOMPARE(bench.look(id).lines.first().quantity, Quantity::pieces(1));
}

void CartUndoTest::aPaidCartHasNothingToUndo()
{
    CartBench bench;
    const OrderId id = cartWithLamp(bench);
    CartBench::must(addTender(lampPrice, TenderKind::Cash)(bench, bench.owner(), id));
    const auto frozen = bench.service->undo(bench.owner(), id);
    QVERIFY(!frozen && frozen.error().is(CartError::Frozen));
    CartBench::must(bench.service->order(bench.owner(), id));
    QVERIFY(!*bench.service->canUndo(id));
}

void CartUndoTest::aHeldCartWaitsUnderItsName()
{
    CartBench bench;
    const OrderId first = cartWithLamp(bench);
    const OrderId second = bench.cartWith({lamp});
    CartBench::must(setQuantity(1, {2000})(bench, bench.owner(), first));
    const Cart before = bench.look(first);
    CartBench::must(bench.service->hold(bench.by(u"cashier"_s), first, u"  the lady\nin red "_s));
    bench.reopen();
    QCOMPARE(*bench.service->openCarts(u"T1"_s), QList<OrderId>{second});
    const auto held = bench.service->heldCarts(u"T1"_s);
    CartBench::must(held);
    QCOMPARE(held->size(), 1);
    QCOMPARE(held->first().id, first);
    QCOMPARE(held->first().heldAs, u"the lady in red"_s);
    QCOMPARE(held->first().lines, before.lines);
    QVERIFY(bench.service->heldCarts(u"T2"_s)->isEmpty());

    for (const Deed &deed :
         {addLine(lamp, Quantity::pieces(1)), setQuantity(1, {}),
          addTender(lampPrice, TenderKind::Cash), Deed(orderIt), hold(u"again"_s)}) {
        const auto refused = deed(bench, bench.owner(), first);
        QVERIFY(!refused);
        QVERIFY2(refused.error().is(CartError::Held), errorText(refused));
    }
    CartBench::must(bench.service->recall(bench.by(u"cashier"_s), first));
    QCOMPARE(seen(bench.look(first)), seen(before));
    QVERIFY(bench.service->heldCarts(u"T1"_s)->isEmpty());
    CartBench::must(bench.service->undo(bench.owner(), first));
    QCOMPARE(bench.look(first).lines.first().quantity, Quantity::pieces(1));
    const auto twice = bench.service->recall(bench.owner(), first);
    QVERIFY(!twice && twice.error().is(CartError::NotHeld));
}

void CartUndoTest::theCartWithLinesComesFirst()
{
    CartBench bench;
    bench.product(u"lamp"_s, lampPrice);
    const OrderId filled = bench.cartWith({lamp});
    bench.clock.advance(1000);
    const OrderId older = bench.opened();
    bench.clock.advance(1000);
    const OrderId newer = bench.opened();
    QCOMPARE(*bench.service->openCarts(u"T1"_s), (QList<OrderId>{filled, newer, older}));
}

void CartUndoTest::aHeldCartCanBeGivenUp()
{
    CartBench bench;
    const OrderId id = cartWithLamp(bench);
    const OrderId empty = bench.opened();
    const auto nothing = bench.service->hold(bench.owner(), empty, u"Tom"_s);
    QVERIFY(!nothing && nothing.error().is(CartError::Empty));
    CartBench::must(bench.service->hold(bench.owner(), id, u"Tom"_s));
    CartBench::must(bench.service->abandon(bench.owner(), id));
    QVERIFY(bench.service->heldCarts(u"T1"_s)->isEmpty());
    QCOMPARE(bench.lastEvent<ShoppingCartAbandoned>().order, id);
    const auto late = bench.service->recall(bench.owner(), id);
    QVERIFY(!late && late.error().is(CartError::NotOpen));
}

void CartUndoTest::anOpenItemAndNotesAreTold()
{
    CartBench bench;
    const OrderId id = cartWithLamp(bench);
    CartBench::must(openItem(oddCup)(bench, bench.owner(), id));
    CartBench::must(note(2, u" chipped "_s)(bench, bench.owner(), id));
    CartBench::must(note(0, u"wrap it"_s)(bench, bench.owner(), id));
    CartBench::must(addTender(lampPrice + 250, TenderKind::Cash)(bench, bench.owner(), id));
    CartBench::must(bench.service->order(bench.owner(), id));
    const auto told = bench.lastEvent<ShoppingCartOrdered>();
    QCOMPARE(told.note, u"wrap it"_s);
    QCOMPARE(told.lines.size(), 2);
    QVERIFY(told.lines[0].note.isEmpty());
    const OrderedLine &cup = told.lines[1];
    QCOMPARE(cup.name, u"Odd cup"_s);
    QCOMPARE(cup.note, u"chipped"_s);
    QCOMPARE(cup.product, OpenItem::product());
    QCOMPARE(cup.gross, bench.euros(250));
    QCOMPARE(cup.tax, includedTax(bench.euros(250), {700}));
    QVERIFY(!cup.stocked);
}

void CartUndoTest::whatIsWrongIsRefused_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<Error>("error");
    const auto item = [](auto twist) {
        OpenItem wrong = oddCup;
        twist(wrong);
        return openItem(wrong);
    };
    const auto row = [](const char *name, const Deed &deed, const Error &error) {
        QTest::newRow(name) << deed << error;
    };
    row("an open item without name", item([](OpenItem &i) { i.name = u" \n"_s; }),
        CartError::BadText);
    row("an open item with a long name", item([](OpenItem &i) { i.name = QString(1000, u'x'); }),
        CartError::BadText);
    row("none of an open item", item([](OpenItem &i) { i.quantity = {}; }), CartError::BadQuantity);
    row("a negative price", item([](OpenItem &i) { i.unitPrice.micros = -1; }),
        CartError::BadAmount);
    row("too high a price",
        item([](OpenItem &i) { i.unitPrice.micros = Product::maxPriceMicros + 1; }),
        CartError::BadAmount);
    row("a tax of 101 %", item([](OpenItem &i) { i.taxRate = {10'100}; }), CartError::BadAmount);
    row("another currency", item([](OpenItem &i) { i.unitPrice.currency = Currency("USD"); }),
        MoneyError::MixedCurrencies);
    row("a long note", note(0, QString(CartService::maxNoteLength + 1, u'x')), CartError::BadText);
    row("a note on no line", note(7, u"x"_s), CartError::UnknownLine);
    row("a name of spaces", hold(u"  "_s), CartError::BadText);
    row("a long name", hold(QString(CartService::maxNameLength + 1, u'x')), CartError::BadText);
}

void CartUndoTest::whatIsWrongIsRefused()
{
    QFETCH(Deed, deed);
    QFETCH(Error, error);
    CartBench bench;
    const OrderId id = cartWithLamp(bench);
    const Cart before = bench.look(id);
    const auto refused = deed(bench, bench.owner(), id);
    QVERIFY(!refused);
    QCOMPARE(refused.error().domain(), error.domain());
    QCOMPARE(refused.error().code(), error.code());
    QCOMPARE(bench.look(id), before);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::CartUndoTest)
#include "cart_undo_test.moc"
