// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cart/cart_bench.h"

using namespace Qt::StringLiterals;

namespace kontor {

//! What a till does with carts when all goes well.
class CartServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anOpenCartSurvivesReopeningOfTheStore();
    void theSameProductGoesToTheSameLine();
    void whatHasAnotherPriceGetsALineOfItsOwn();
    void aRemovedLineLeavesTheOthersTheirNumbers();
    void anOrderTellsEverythingThatWasDecided();
    void tendersKeepTheirOrderWhenOneIsTakenBack();
    void receiptsAreGaplessForEachTill();
    void theSameCommandTwiceGivesTheFirstAnswer();
    void aCartThatIsGivenUpTakesNoReceiptNumber();
    void freeGoodsNeedNoTender();
    void cashIsRoundedToTheSmallestCoin();
    void theSmallestCoinMayRoundToNothing();
    void aReturnWithoutReceiptIsMarked();
    void aReturnByReceiptCarriesWhatWasHeld();
    void cashInAndOutOfTheDrawerIsTold();

private:
    static Result<Receipt> payAndOrder(CartBench &bench, OrderId cart)
    {
        const auto totals = totalsOf(bench.look(cart));
        CartBench::must(totals);
        const Tender tender = bench.tender(totals->total.minor);
        CartBench::must(bench.service->addTender(bench.owner(), cart, tender, tender.amount));
        return bench.service->order(bench.owner(), cart);
    }
};

void CartServiceTest::anOpenCartSurvivesReopeningOfTheStore()
{
    CartBench bench;
    const ProductId lamp = bench.product(u"lamp"_s, 1999);
    const ProductId oil = bench.product(u"oil"_s, UnitPrice{12'345'678, bench.euro}, {700});
    const OrderId id = bench.cartWith({lamp, oil});
    CartBench::must(bench.service->setQuantity(bench.owner(), id, 2, {345}));
    CartBench::must(bench.service->setDiscount(bench.owner(), id, 1, {1000, 5}));
    CartBench::must(bench.service->setDiscount(bench.owner(), id, 0, {500, 1}));
    CartBench::must(bench.service->setCustomer(bench.owner(), id, AccountId::named({1}, "anna"),
                                               AddressId::named({1}, "home")));
    CartBench::must(
        bench.service->setFulfilment(bench.owner(), id, Fulfilment::Pickup, true, {123'456}));
    const Tender card = bench.tender(500, TenderKind::Card);
    CartBench::must(bench.service->addTender(bench.owner(), id, card, card.amount));
    const Cart before = bench.look(id);
    QCOMPARE(before.revision, 8);
    QCOMPARE(before.tenders.first().revision, 7);
    QCOMPARE(before.lines[1].quantity.thousandths, 345);
    QCOMPARE(before.lines[1].unitPrice.micros, 12'345'678);
    QVERIFY(before.backorder);

    bench.reopen();
    QCOMPARE(bench.look(id), before);
    QCOMPARE(*bench.service->openCarts(u"T1"_s), QList<OrderId>{id});
    QVERIFY(bench.service->openCarts(u"T2"_s)->isEmpty());

    CartBench::must(bench.service->removeTender(bench.owner(), id, card.id));
    CartBench::must(
        bench.service->setFulfilment(bench.owner(), id, Fulfilment::Counter, false, {}));
    const auto receipt = payAndOrder(bench, id);
    QVERIFY2(receipt, errorText(receipt));
    QVERIFY(bench.service->openCarts(u"T1"_s)->isEmpty());
}

void CartServiceTest::theSameProductGoesToTheSameLine()
{
    CartBench bench;
    const ProductId lamp = bench.product(u"lamp"_s, 1999);
    const OrderId id = bench.cartWith({lamp});
    const auto again = bench.service->addLine(bench.owner(), id, lamp, {2500});
    QVERIFY2(again, errorText(again));
    QCOMPARE(*again, 1);
    const Cart cart = bench.look(id);
    QCOMPARE(cart.lines.size(), 1);
    QCOMPARE(cart.lines.first().quantity.thousandths, 3500);
}

void CartServiceTest::whatHasAnotherPriceGetsALineOfItsOwn()
{
    CartBench bench;
    const ProductId lamp = bench.product(u"lamp"_s, 1999);
    const OrderId id = bench.cartWith({lamp});
    CartBench::must(bench.service->setPrice(bench.owner(), id, 1, {5'000'000, bench.euro}));
    QCOMPARE(*bench.service->addLine(bench.owner(), id, lamp, Quantity::pieces(1)), 2);
    CartBench::must(bench.service->setDiscount(bench.owner(), id, 2, {1000, 0}));
    QCOMPARE(*bench.service->addLine(bench.owner(), id, lamp, Quantity::pieces(1)), 3);
    CartBench::must(bench.service->setQuantity(bench.owner(), id, 3, {0}));
    CartBench::must(bench.service->addReturnWithoutReceipt(
        bench.owner(), id, lamp, Quantity::pieces(1), Disposition::Restock));
    bench.product(u"lamp"_s, 2100);
    QCOMPARE(*bench.service->addLine(bench.owner(), id, lamp, Quantity::pieces(1)), 4);

    const Cart cart = bench.look(id);
    QCOMPARE(cart.lines[0].unitPrice.micros, 5'000'000);
    QCOMPARE(cart.lines[0].quantity, Quantity::pieces(1));
    QCOMPARE(cart.lines[1].unitPrice.micros, 19'990'000);
    QCOMPARE(cart.lines[2].quantity, Quantity::pieces(-1));
    QCOMPARE(cart.lines[3].unitPrice.micros, 21'000'000);
}

void CartServiceTest::aRemovedLineLeavesTheOthersTheirNumbers()
{
    CartBench bench;
    const ProductId lamp = bench.product(u"lamp"_s, 1999);
    const ProductId bulb = bench.product(u"bulb"_s, 499);
    const OrderId id = bench.cartWith({lamp, bulb});
    CartBench::must(bench.service->setQuantity(bench.owner(), id, 1, {0}));
    QCOMPARE(bench.look(id).lines.size(), 1);
    QCOMPARE(bench.look(id).lines.first().line, 2);
    QCOMPARE(*bench.service->addLine(bench.owner(), id, lamp, Quantity::pieces(1)), 3);
}

void CartServiceTest::anOrderTellsEverythingThatWasDecided()
{
    CartBench bench;
    const ProductId lamp = bench.product(u"lamp"_s, 1000);
    const ProductId book = bench.product(u"book"_s, 500, {500});
    const OrderId id = bench.cartWith({lamp, book});
    const auto anna = AccountId::named({1}, "anna");
    const auto home = AddressId::named({1}, "home");
    CartBench::must(bench.service->setDiscount(bench.owner(), id, 1, {1000, 0}));
    CartBench::must(bench.service->setCustomer(bench.owner(), id, anna, home));
    CartBench::must(
        bench.service->setFulfilment(bench.owner(), id, Fulfilment::Delivery, true, {}));
    const Tender card = bench.tender(1000, TenderKind::Card);
    const Tender link = bench.tender(400, TenderKind::Link);
    CartBench::must(bench.service->addTender(bench.owner(), id, card, card.amount));
    CartBench::must(bench.service->addTender(bench.owner(), id, link, link.amount));
    const Command command = bench.owner();
    const auto receipt = bench.service->order(command, id);
    QVERIFY2(receipt, errorText(receipt));
    QCOMPARE(*receipt, (Receipt{id, u"T1-000001"_s, bench.euros(1400), bench.euros(0)}));

    ShoppingCartOrdered expected;
    expected.order = id;
    expected.receipt = u"T1-000001"_s;
    expected.till = u"T1"_s;
    expected.fulfilment = Fulfilment::Delivery;
    expected.backorder = true;
    expected.customer = anna;
    expected.address = home;
    const auto line = [&](int number, ProductId product, qint64 gross, qint64 tax, qint64 off) {
        const Product &made = bench.made(product);
        OrderedLine ordered;
        ordered.line = number;
        ordered.product = product;
        ordered.sku = made.sku;
        ordered.name = made.name;
        ordered.quantity = Quantity::pieces(1);
        ordered.unitPrice = made.price;
        ordered.taxRate = made.taxRate;
        ordered.weightGrams = 250;
        ordered.gross = bench.euros(gross);
        ordered.tax = bench.euros(tax);
        ordered.discount = bench.euros(off);
        return ordered;
    };
    expected.lines = {line(1, lamp, 900, 150, 100), line(2, book, 500, 24, 0)};
    expected.taxes = {{bench.euros(500), {500}, bench.euros(24)},
                      {bench.euros(900), {2000}, bench.euros(150)}};
    expected.total = bench.euros(1400);
    expected.cashRounding = bench.euros(0);
    expected.tenders = {card, link};
    expected.shift = (*bench.service->xReport(u"T1"_s))->shift.id;
    QCOMPARE(bench.events().size(), 2);
    QVERIFY(bench.lastEvent<ShoppingCartOrdered>() == expected);
    const auto envelope = decode<Envelope<ShoppingCartOrdered>>(bench.events().last().bytes);
    QVERIFY(envelope);
    QCOMPARE(envelope->actor, u"owner"_s);
    QCOMPARE(envelope->at, command.at);
    QVERIFY(envelope->command == command.id);
    QCOMPARE(bench.look(id).state, CartState::Ordered);
    QCOMPARE(bench.look(id).receipt, u"T1-000001"_s);
}

void CartServiceTest::tendersKeepTheirOrderWhenOneIsTakenBack()
{
    CartBench bench;
    const OrderId id = bench.cartWith({bench.product(u"lamp"_s, 1000)});
    const Tender first = bench.tender(100, TenderKind::Card);
    const Tender second = bench.tender(200, TenderKind::Card);
    const Tender third = bench.tender(800, TenderKind::Card);
    CartBench::must(bench.service->addTender(bench.owner(), id, first, first.amount));
    CartBench::must(bench.service->addTender(bench.owner(), id, second, second.amount));
    CartBench::must(bench.service->removeTender(bench.owner(), id, first.id));
    const auto added = bench.service->addTender(bench.owner(), id, third, third.amount);
    QVERIFY2(added, errorText(added));
    CartBench::must(bench.service->order(bench.owner(), id));
    QCOMPARE(bench.lastEvent<ShoppingCartOrdered>().tenders, (QList<Tender>{second, third}));
}

void CartServiceTest::receiptsAreGaplessForEachTill()
{
    CartBench bench;
    const ProductId lamp = bench.product(u"lamp"_s, 1000);
    QStringList numbers;
    for (int i = 0; i < 3; ++i) {
        const OrderId unpaid = bench.cartWith({lamp});
        QVERIFY(!bench.service->order(bench.owner(), unpaid));
        const auto receipt = payAndOrder(bench, bench.cartWith({lamp}));
        QVERIFY2(receipt, errorText(receipt));
        numbers << receipt->number;
        bench.reopen();
    }
    QCOMPARE(numbers, (QStringList{u"T1-000001"_s, u"T1-000002"_s, u"T1-000003"_s}));

    ImportedSale sale;
    sale.order = OrderId::make(bench.clock.now());
    sale.settings = {bench.euro, true, 1};
    sale.lines = bench.look(bench.cartWith({lamp})).lines;
    const auto elsewhere = bench.service->bookImported(bench.by(u"owner"_s, u"T2"_s), sale);
    QVERIFY2(elsewhere, errorText(elsewhere));
    QCOMPARE(elsewhere->number, u"T2-000001"_s);
    QCOMPARE(payAndOrder(bench, bench.cartWith({lamp}))->number, u"T1-000004"_s);
}

void CartServiceTest::theSameCommandTwiceGivesTheFirstAnswer()
{
    CartBench bench;
    const ProductId lamp = bench.product(u"lamp"_s, 1000);
    const OrderId id = bench.opened();
    const Command scan = bench.owner();
    QCOMPARE(*bench.service->addLine(scan, id, lamp, Quantity::pieces(1)), 1);
    QCOMPARE(*bench.service->addLine(scan, id, lamp, Quantity::pieces(1)), 1);
    QCOMPARE(bench.look(id).lines.first().quantity, Quantity::pieces(1));

    const Tender cash = bench.tender(1000);
    const Command pay = bench.owner();
    CartBench::must(bench.service->addTender(pay, id, cash, bench.euros(2000)));
    CartBench::must(bench.service->addTender(pay, id, cash, bench.euros(2000)));
    QCOMPARE(bench.look(id).tenders.size(), 1);
    QCOMPARE(bench.look(id).tenders.first().given, bench.euros(2000));

    const Command order = bench.owner();
    const auto first = bench.service->order(order, id);
    bench.reopen();
    const auto second = bench.service->order(order, id);
    QVERIFY2(first && second, errorText(second));
    QCOMPARE(*second, *first);
    QCOMPARE(bench.events().size(), 2);

    const auto again = bench.service->order(bench.owner(), id);
    QVERIFY(!again);
    QVERIFY(again.error().is(CartError::NotOpen));
    QCOMPARE(bench.events().size(), 2);
}

void CartServiceTest::aCartThatIsGivenUpTakesNoReceiptNumber()
{
    CartBench bench;
    const ProductId lamp = bench.product(u"lamp"_s, 1000);
    const OrderId id = bench.cartWith({lamp});
    const Tender card = bench.tender(1000, TenderKind::Card);
    CartBench::must(bench.service->addTender(bench.owner(), id, card, card.amount));
    CartBench::must(bench.service->abandon(bench.owner(), id));
    QVERIFY(bench.lastEvent<ShoppingCartAbandoned>() == ShoppingCartAbandoned{id});
    QCOMPARE(bench.look(id).state, CartState::Abandoned);
    QCOMPARE(payAndOrder(bench, bench.cartWith({lamp}))->number, u"T1-000001"_s);
}

void CartServiceTest::freeGoodsNeedNoTender()
{
    CartBench bench;
    const OrderId id = bench.cartWith({bench.product(u"leaflet"_s, 0)});
    const auto receipt = bench.service->order(bench.owner(), id);
    QVERIFY2(receipt, errorText(receipt));
    QVERIFY(receipt->total.isZero());
    QVERIFY(bench.lastEvent<ShoppingCartOrdered>().tenders.isEmpty());
}

void CartServiceTest::cashIsRoundedToTheSmallestCoin()
{
    CartBench bench;
    const ProductId lamp = bench.product(u"lamp"_s, 1923);
    const OrderId id = bench.opened({bench.euro, true, 5});
    CartBench::must(bench.service->addLine(bench.owner(), id, lamp, Quantity::pieces(1)));
    const Tender card = bench.tender(1000, TenderKind::Card);
    const Tender cash = bench.tender(925);
    CartBench::must(bench.service->addTender(bench.owner(), id, card, card.amount));
    CartBench::must(bench.service->addTender(bench.owner(), id, cash, bench.euros(1000)));
    const auto receipt = bench.service->order(bench.owner(), id);
    QVERIFY2(receipt, errorText(receipt));
    QCOMPARE(receipt->total, bench.euros(1923));
    QCOMPARE(receipt->cashRounding, bench.euros(2));
    QCOMPARE(bench.lastEvent<ShoppingCartOrdered>().cashRounding, bench.euros(2));
}

void CartServiceTest::theSmallestCoinMayRoundToNothing()
{
    CartBench bench;
    const ProductId screw = bench.product(u"screw"_s, 2);
    const OrderId id = bench.opened({bench.euro, true, 5});
    CartBench::must(bench.service->addLine(bench.owner(), id, screw, Quantity::pieces(1)));
    const Tender nothing = bench.tender(0);
    CartBench::must(bench.service->addTender(bench.owner(), id, nothing, nothing.amount));
    const auto receipt = bench.service->order(bench.owner(), id);
    QVERIFY2(receipt, errorText(receipt));
    QCOMPARE(receipt->cashRounding, bench.euros(-2));
}

void CartServiceTest::aReturnWithoutReceiptIsMarked()
{
    CartBench bench;
    const ProductId lamp = bench.product(u"lamp"_s, 1000);
    const OrderId id = bench.cartWith({bench.product(u"bulb"_s, 300)});
    const auto line = bench.service->addReturnWithoutReceipt(
        bench.owner(), id, lamp, Quantity::pieces(2), Disposition::WriteOff);
    QVERIFY2(line, errorText(line));
    const auto receipt = payAndOrder(bench, id);
    QVERIFY2(receipt, errorText(receipt));
    const auto event = bench.lastEvent<ShoppingCartOrdered>();
    QVERIFY(event.withoutReceipt);
    QCOMPARE(event.total, bench.euros(-1700));
    QCOMPARE(event.tenders.first().amount, bench.euros(-1700));
    QCOMPARE(event.lines[1].quantity, Quantity::pieces(-2));
    QCOMPARE(event.lines[1].disposition, Disposition::WriteOff);
    QVERIFY(event.lines[1].originalOrder.isNull());
}

void CartServiceTest::aReturnByReceiptCarriesWhatWasHeld()
{
    CartBench bench;
    const ProductId lamp = bench.product(u"lamp"_s, 1000);
    const HeldReturn held{ReturnHoldId::make(bench.clock.now()),
                          OrderId::named({1}, "sale"),
                          3,
                          lamp,
                          u"lamp"_s,
                          u"A lamp"_s,
                          Quantity::pieces(1),
                          UnitPrice::of(bench.euros(1200)),
                          {1900},
                          bench.euros(867),
                          bench.euros(138),
                          true};
    const OrderId id = bench.cartWith({lamp});
    CartBench::must(
        bench.service->addReturn(bench.owner(), id, held, Disposition::Restock, u" too dark "_s));
    CartBench::must(bench.service->setDiscount(bench.owner(), id, 0, {5000, 0}));
    const Tender card = bench.tender(-367, TenderKind::Card);
    CartBench::must(bench.service->addTender(bench.owner(), id, card, card.amount));
    const auto receipt = bench.service->order(bench.owner(), id);
    QVERIFY2(receipt, errorText(receipt));
    const auto event = bench.lastEvent<ShoppingCartOrdered>();
    QVERIFY(!event.withoutReceipt);
    const OrderedLine &back = event.lines[1];
    QCOMPARE(back.gross, bench.euros(-867));
    QCOMPARE(back.tax, bench.euros(-138));
    QCOMPARE(back.discount, bench.euros(-333));
    QVERIFY(back.originalOrder == held.originalOrder);
    QCOMPARE(back.originalLine, 3);
    QCOMPARE(back.disposition, Disposition::Restock);
    QCOMPARE(back.note, u"too dark"_s);
}

void CartServiceTest::cashInAndOutOfTheDrawerIsTold()
{
    CartBench bench;
    const auto order = OrderId::named({1}, "sale");
    const auto tender = TenderId::named({1}, "card");
    const Command out = bench.owner();
    RefundPayout payout{order, tender, bench.euros(500), bench.euros(0)};
    CartBench::must(bench.service->payOutRefund(out, payout));
    CartBench::must(bench.service->payOutRefund(out, payout));
    const auto twice = bench.service->payOutRefund(bench.owner(), payout);
    QVERIFY(!twice && twice.error().is(CartError::PaidOutAlready));
    QCOMPARE(bench.events().size(), 2);
    const auto told = bench.lastEvent<RefundPaidOut>();
    QVERIFY(told == (RefundPaidOut{order, tender, bench.euros(500), u"T1"_s, told.shift}));
    // What has become due since is another refund.
    payout.paidBefore = payout.amount;
    CartBench::must(bench.service->payOutRefund(bench.owner(), payout));
    QCOMPARE(bench.events().size(), 3);
    CartBench::must(bench.service->payInDue(bench.owner(), order, bench.euros(700)));
    QVERIFY(bench.lastEvent<DuePaidIn>() ==
            (DuePaidIn{order, bench.euros(700), u"T1"_s, told.shift}));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::CartServiceTest)
#include "cart_service_test.moc"
