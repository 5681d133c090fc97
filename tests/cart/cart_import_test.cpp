// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cart/cart_bench.h"

using namespace Qt::StringLiterals;

namespace kontor {

//! Sales of a shop's history, which become carts and are ordered in one command.
class CartImportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anImportedSaleIsTheSameEventAsTypedByHand_data();
    void anImportedSaleIsTheSameEventAsTypedByHand();
    void importsStandOrFallTogether();
};

void CartImportTest::anImportedSaleIsTheSameEventAsTypedByHand_data()
{
    QTest::addColumn<bool>("taxIncluded");
    QTest::addColumn<qint64>("cashStep");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("withReturn");
    QTest::newRow("settled outside") << true << qint64(1) << int(TenderKind::Outside) << false;
    QTest::newRow("cash") << true << qint64(1) << int(TenderKind::Cash) << false;
    QTest::newRow("cash in coins of five") << true << qint64(5) << int(TenderKind::Cash) << false;
    QTest::newRow("tax added") << false << qint64(1) << int(TenderKind::Outside) << false;
    QTest::newRow("with a return") << true << qint64(5) << int(TenderKind::Cash) << true;
}

void CartImportTest::anImportedSaleIsTheSameEventAsTypedByHand()
{
    QFETCH(bool, taxIncluded);
    QFETCH(qint64, cashStep);
    QFETCH(int, kind);
    QFETCH(bool, withReturn);
    CartBench bench;
    const ProductId lamp = bench.product(u"lamp"_s, 1999);
    const ProductId book = bench.product(u"book"_s, 1234, {500});
    const auto anna = AccountId::named({1}, "anna");
    const OrderId id = bench.opened({bench.euro, taxIncluded, cashStep});
    CartBench::must(bench.service->addLine(bench.owner(), id, lamp, Quantity::pieces(2)));
    CartBench::must(bench.service->addLine(bench.owner(), id, book, Quantity::pieces(1)));
    CartBench::must(bench.service->setDiscount(bench.owner(), id, 1, {1000, 7}));
    CartBench::must(bench.service->setCustomer(bench.owner(), id, anna, {}));
    if (withReturn)
        CartBench::must(bench.service->addReturnWithoutReceipt(
            bench.owner(), id, book, Quantity::pieces(5), Disposition::Restock));
    ImportedSale sale;
    sale.order = OrderId::make(bench.clock.now());
    sale.settings = {bench.euro, taxIncluded, cashStep};
    sale.customer = anna;
    sale.tender = TenderKind(kind);
    sale.lines = bench.look(id).lines;

    const Money total = totalsOf(bench.look(id))->total;
    Tender tender = bench.tender(total.minor, TenderKind(kind));
    if (tender.kind == TenderKind::Cash)
        tender.amount = roundedToCash(total, cashStep);
    CartBench::must(bench.service->addTender(bench.owner(), id, tender, tender.amount));
    CartBench::must(bench.service->order(bench.owner(), id));
    auto typed = bench.lastEvent<ShoppingCartOrdered>();

    const auto receipt = bench.service->bookImported(bench.owner(), sale);
    QVERIFY2(receipt, errorText(receipt));
    const auto imported = bench.lastEvent<ShoppingCartOrdered>();
    QCOMPARE(imported.receipt, u"T1-000002"_s);
    QVERIFY(imported.order == sale.order);
    QVERIFY(!typed.shift.isNull());
    typed.shift = {};
    typed.order = imported.order;
    typed.receipt = imported.receipt;
    typed.tenders.first().id = imported.tenders.first().id;
    QVERIFY(imported == typed);

    const Cart kept = bench.look(sale.order);
    QCOMPARE(kept.state, CartState::Ordered);
    QCOMPARE(kept.receipt, u"T1-000002"_s);
    QCOMPARE(kept.lines, sale.lines);
    QVERIFY(!bench.service->bookImported(bench.owner(), sale));
}

void CartImportTest::importsStandOrFallTogether()
{
    CartBench bench;
    const ProductId lamp = bench.product(u"lamp"_s, 1999);
    QList<std::pair<Command, ImportedSale>> sales;
    for (int i = 0; i < 3; ++i) {
        ImportedSale sale;
        sale.order = OrderId::make(bench.clock.now());
        sale.settings = {bench.euro, true, 1};
        sale.lines = bench.look(bench.cartWith({lamp})).lines;
        sales.append({bench.owner(), sale});
    }
    auto bad = sales;
    bad[2].second.lines.clear();
    const auto refused = bench.service->bookAllImported(bad);
    QVERIFY(!refused);
    QVERIFY(refused.error().is(CartError::Empty));
    QVERIFY(bench.events().isEmpty());

    const auto booked = bench.service->bookAllImported(sales);
    QVERIFY2(booked, errorText(booked));
    QCOMPARE(booked->last().number, u"T1-000003"_s);
    const auto again = bench.service->bookAllImported(sales);
    QVERIFY2(again, errorText(again));
    QCOMPARE(*again, *booked);
    QCOMPARE(bench.events().size(), 3);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::CartImportTest)
#include "cart_import_test.moc"
