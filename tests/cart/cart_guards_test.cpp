// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cart/cart_deeds.h"

using namespace Qt::StringLiterals;

namespace kontor {

namespace {

const QList<std::pair<const char *, Deed>> &changes()
{
    const Quantity one = Quantity::pieces(1);
    static const QList<std::pair<const char *, Deed>> all = {
        {"addLine", addLine(lamp, one)},
        {"addLabelled", addLabelled(lamp, {456})},
        {"setQuantity", setQuantity(1, one)},
        {"setPrice", setPrice(1, 1'000'000)},
        {"setDiscount", setDiscount(1, {100, 0})},
        {"setDiscount of the order", setDiscount(0, {100, 0})},
        {"setCustomer", toCustomer(true)},
        {"addOpenItem",
         [](CartBench &bench, const Command &command, OrderId cart) {
             const OpenItem cup{QStringLiteral("Cup"),
                                Quantity::pieces(1),
                                UnitPrice::of(bench.euros(125)),
                                {700}};
             return plain(bench.service->addOpenItem(command, cart, cup));
         }},
        {"setNote",
         [](CartBench &bench, const Command &command, OrderId cart) {
             return bench.service->setNote(command, cart, 1, QStringLiteral("gift"));
         }},
        {"undo", [](CartBench &bench, const Command &command,
                    OrderId cart) { return bench.service->undo(command, cart); }},
        {"hold",
         [](CartBench &bench, const Command &command, OrderId cart) {
             return bench.service->hold(command, cart, QStringLiteral("Tom"));
         }},
        {"setFulfilment", sending(Fulfilment::Pickup)},
        {"addReturn", addReturn([](HeldReturn &) {}, Disposition::Restock)},
        {"addReturnWithoutReceipt", addReturnWithoutReceipt(lamp, one, Disposition::WriteOff)},
    };
    return all;
}

QList<std::pair<const char *, Deed>> allButOpening()
{
    auto all = changes();
    all.append({"addTender", addTender(lampPrice, TenderKind::Cash)});
    all.append({"removeTender", [](CartBench &bench, const Command &command, OrderId cart) {
                    return bench.service->removeTender(command, cart, TenderId::named({1}, "x"));
                }});
    all.append({"order", orderIt});
    all.append({"abandon", [](CartBench &bench, const Command &command, OrderId cart) {
                    return bench.service->abandon(command, cart);
                }});
    return all;
}

} // namespace

//! What keeps a cart as it is: that it is being paid or closed, and that not everyone may do all.
class CartGuardsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void payingFreezesTheCart_data();
    void payingFreezesTheCart();
    void aClosedCartTakesNoCommand_data();
    void aClosedCartTakesNoCommand();
    void aReturnsQuantityStays();
    void nobodyDoesWhatTheyMayNot_data();
    void nobodyDoesWhatTheyMayNot();
};

void CartGuardsTest::payingFreezesTheCart_data()
{
    QTest::addColumn<Deed>("deed");
    for (const auto &[name, deed] : changes())
        QTest::newRow(name) << deed;
}

void CartGuardsTest::payingFreezesTheCart()
{
    QFETCH(Deed, deed);
    CartBench bench;
    const OrderId id = cartWithLamp(bench);
    const Tender part = bench.tender(500, TenderKind::Card);
    CartBench::must(bench.service->addTender(bench.owner(), id, part, part.amount));
    const Cart frozen = bench.look(id);

    const auto refused = deed(bench, bench.owner(), id);
    QVERIFY(!refused);
    QVERIFY2(refused.error().is(CartError::Frozen), errorText(refused));
    QCOMPARE(bench.look(id), frozen);

    CartBench::must(bench.service->removeTender(bench.owner(), id, part.id));
    const auto done = deed(bench, bench.owner(), id);
    QVERIFY2(done, errorText(done));
    QVERIFY(bench.look(id).revision > frozen.revision);
}

void CartGuardsTest::aClosedCartTakesNoCommand_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<bool>("ordered");
    for (const auto &[name, deed] : allButOpening()) {
        QTest::addRow("%s after the order", name) << deed << true;
        QTest::addRow("%s after giving up", name) << deed << false;
    }
}

void CartGuardsTest::aClosedCartTakesNoCommand()
{
    QFETCH(Deed, deed);
    QFETCH(bool, ordered);
    CartBench bench;
    const OrderId id = cartWithLamp(bench);
    CartBench::must(addTender(lampPrice, TenderKind::Cash)(bench, bench.owner(), id));
    if (ordered)
        CartBench::must(bench.service->order(bench.owner(), id));
    else
        CartBench::must(bench.service->abandon(bench.owner(), id));
    const Cart closed = bench.look(id);
    const auto events = bench.events().size();

    const auto refused = deed(bench, bench.owner(), id);
    QVERIFY(!refused);
    QVERIFY2(refused.error().is(CartError::NotOpen), errorText(refused));
    QCOMPARE(bench.look(id), closed);
    QCOMPARE(bench.events().size(), events);
}

void CartGuardsTest::aReturnsQuantityStays()
{
    CartBench bench;
    const OrderId id = cartWithLamp(bench);
    const auto byReceipt =
        bench.service->addReturn(bench.owner(), id, heldLamp(bench), Disposition::Restock);
    const auto without = bench.service->addReturnWithoutReceipt(
        bench.owner(), id, lamp, Quantity::pieces(2), Disposition::WriteOff);
    QVERIFY(byReceipt && without);
    for (const int line : {*byReceipt, *without}) {
        for (const qint64 pieces : {-3, -1, 1}) {
            const auto changed =
                bench.service->setQuantity(bench.owner(), id, line, Quantity::pieces(pieces));
            QVERIFY(!changed);
            QVERIFY(changed.error().is(CartError::BadQuantity));
        }
        const auto cheaper = bench.service->setDiscount(bench.owner(), id, line, {100, 0});
        QVERIFY(!cheaper);
        QVERIFY(cheaper.error().is(CartError::UnknownLine));
    }
    const auto priced = bench.service->setPrice(bench.owner(), id, *byReceipt, {1, bench.euro});
    QVERIFY(!priced);
    QVERIFY(priced.error().is(CartError::UnknownLine));

    CartBench::must(bench.service->setQuantity(bench.owner(), id, *byReceipt, {0}));
    CartBench::must(bench.service->setQuantity(bench.owner(), id, *without, {0}));
    QCOMPARE(bench.look(id).lines.size(), 1);
}

void CartGuardsTest::nobodyDoesWhatTheyMayNot_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<bool>("cashierMay");
    const QSet<QByteArray> notForCashiers = {"setPrice",
                                             "setDiscount",
                                             "setDiscount of the order",
                                             "addReturn",
                                             "addReturnWithoutReceipt",
                                             "addOpenItem"};
    for (const auto &[name, deed] : allButOpening())
        QTest::newRow(name) << deed << !notForCashiers.contains(name);
    QTest::newRow("open") << Deed([](CartBench &bench, const Command &command, OrderId) {
        return plain(
            bench.service->open(command, OrderId::make(bench.clock.now()), {bench.euro, true, 1}));
    }) << true;
    QTest::newRow("bookImported") << Deed([](CartBench &bench, const Command &command, OrderId) {
        return plain(bench.service->bookImported(command, {}));
    }) << true;
    QTest::newRow("payOutRefund") << Deed([](CartBench &bench, const Command &command,
                                             OrderId cart) {
        return bench.service->payOutRefund(
            command, {cart, TenderId::named({1}, "x"), bench.euros(1), bench.euros(0)});
    }) << false;
    QTest::newRow("payInDue") << Deed([](CartBench &bench, const Command &command, OrderId cart) {
        return bench.service->payInDue(command, cart, bench.euros(1));
    }) << true;
}

void CartGuardsTest::nobodyDoesWhatTheyMayNot()
{
    QFETCH(Deed, deed);
    QFETCH(bool, cashierMay);
    CartBench bench;
    const OrderId id = cartWithLamp(bench);
    const Cart before = bench.look(id);

    const auto guest = deed(bench, bench.by(u"guest"_s), id);
    QVERIFY(!guest);
    QVERIFY(guest.error().is(RightsError::NotAllowed));
    QCOMPARE(bench.look(id), before);
    QVERIFY(bench.events().isEmpty());

    const auto cashier = deed(bench, bench.by(u"cashier"_s), id);
    QCOMPARE(cashier || !cashier.error().is(RightsError::NotAllowed), cashierMay);
    if (!cashierMay)
        QCOMPARE(bench.look(id), before);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::CartGuardsTest)
#include "cart_guards_test.moc"
