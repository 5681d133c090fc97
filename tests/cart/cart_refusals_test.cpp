// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cart/cart_deeds.h"

using namespace Qt::StringLiterals;

namespace kontor {

//! A command that cannot be given, and why.
struct Refusal
{
    const char *name;
    Error error;
    Deed deed;
};

} // namespace kontor

Q_DECLARE_METATYPE(kontor::Error)

namespace kontor {

namespace {

QList<Refusal> badLines()
{
    const Quantity one = Quantity::pieces(1);
    const auto nothing = [](HeldReturn &) {};
    return {
        {"no piece", CartError::BadQuantity, addLine(lamp, {0})},
        {"less than no piece", CartError::BadQuantity, addLine(lamp, -one)},
        {"more than there can be", CartError::BadQuantity,
         addLine(lamp, {Quantity::maxThousandths + 1})},
        {"more than there can be, together with what is there", CartError::BadQuantity,
         addLine(lamp, {Quantity::maxThousandths})},
        {"unknown product", CartError::UnknownProduct, addLine(ProductId::named({1}, "x"), one)},
        {"product that is not sold any more", CartError::UnknownProduct, addLine(shade, one)},
        {"product in another currency", MoneyError::MixedCurrencies,
         addLine(productIdForSku(u"import"_s), one)},
        {"quantity of a line that is not there", CartError::UnknownLine, setQuantity(7, one)},
        {"a sale made a return", CartError::BadQuantity, setQuantity(1, -one)},
        {"quantity too large", CartError::BadQuantity,
         setQuantity(1, {Quantity::maxThousandths + 1})},
        {"quantity so small that it overflows", CartError::BadQuantity,
         setQuantity(1, {std::numeric_limits<qint64>::min()})},
        {"price of a line that is not there", CartError::UnknownLine, setPrice(7, 1)},
        {"price below zero", CartError::BadAmount, setPrice(1, -1)},
        {"price beyond all measure", CartError::BadAmount,
         setPrice(1, Product::maxPriceMicros + 1)},
        {"price in another currency", CartError::BadAmount, setPrice(1, 1, "USD")},
        {"discount below zero", CartError::BadDiscount, setDiscount(1, {-1, 0})},
        {"discount of more than everything", CartError::BadDiscount, setDiscount(0, {10'001, 0})},
        {"discount that takes an amount below zero off", CartError::BadDiscount,
         setDiscount(0, {0, -1})},
        {"discount beyond all measure", CartError::BadDiscount,
         setDiscount(0, {0, Money::maxMinor + 1})},
        {"discount on a line that is not there", CartError::UnknownLine, setDiscount(7, {100, 0})},
        {"return that is sold", CartError::BadQuantity, addReturn(nothing, Disposition::Sell)},
        {"return of nothing", CartError::BadQuantity,
         addReturn([](HeldReturn &held) { held.quantity = {}; }, Disposition::Restock)},
        {"return of no order", CartError::BadQuantity,
         addReturn([](HeldReturn &held) { held.originalOrder = {}; }, Disposition::Restock)},
        {"return that costs the customer", CartError::BadAmount,
         addReturn([](HeldReturn &held) { held.gross = -held.gross; }, Disposition::Restock)},
        {"return with more tax than worth", CartError::BadAmount,
         addReturn([](HeldReturn &held) { held.tax.minor = held.gross.minor + 1; },
                   Disposition::Restock)},
        {"return in another currency", MoneyError::MixedCurrencies,
         addReturn([](HeldReturn &held) { held.gross.currency = Currency("USD"); },
                   Disposition::Restock)},
        {"return without receipt that is sold", CartError::BadQuantity,
         addReturnWithoutReceipt(lamp, one, Disposition::Sell)},
        {"return without receipt of nothing", CartError::BadQuantity,
         addReturnWithoutReceipt(lamp, {0}, Disposition::WriteOff)},
        {"return without receipt of too much", CartError::BadQuantity,
         addReturnWithoutReceipt(lamp, {Quantity::maxThousandths + 1}, Disposition::WriteOff)},
        {"return of an unknown product", CartError::UnknownProduct,
         addReturnWithoutReceipt(ProductId::named({1}, "x"), one, Disposition::Restock)},
    };
}

QList<Refusal> badTenders()
{
    const Deed allCash = addTender(lampPrice, TenderKind::Cash);
    const Deed noLine = setQuantity(1, {0});
    const Deed bringBack = addReturnWithoutReceipt(lamp, Quantity::pieces(2), Disposition::Restock);
    return {
        {"tender of nothing", CartError::BadAmount, addTender(0, TenderKind::Card)},
        {"tender beyond all measure", CartError::BadAmount,
         addTender(Money::maxMinor + 1, TenderKind::Cash)},
        {"tender in another currency", MoneyError::MixedCurrencies,
         addTender(lampPrice, TenderKind::Cash, "USD")},
        {"taking back a tender that is not there", CartError::UnknownTender,
         [](CartBench &bench, const Command &command, OrderId cart) {
             return bench.service->removeTender(command, cart, TenderId::named({1}, "x"));
         }},
        {"empty cart", CartError::Empty, ordering({noLine})},
        {"nothing paid", CartError::NotPaidInFull, ordering({})},
        {"a cent too little", CartError::NotPaidInFull,
         ordering({addTender(lampPrice - 1, TenderKind::Cash)})},
        {"paid twice", CartError::NotPaidInFull, ordering({allCash, allCash})},
        {"cash handed out against a card", CartError::BadAmount,
         ordering(
             {addTender(lampPrice + 1000, TenderKind::Card), addTender(-1000, TenderKind::Cash)})},
        {"saved card of nobody", CartError::NeedsCustomer,
         ordering({sending(Fulfilment::Pickup), addTender(lampPrice, TenderKind::SavedCard)})},
        {"link for nobody", CartError::NeedsCustomer,
         ordering({sending(Fulfilment::Pickup), addTender(lampPrice, TenderKind::Link)})},
        {"delivery to nowhere", CartError::NeedsAddress,
         ordering({toCustomer(false), sending(Fulfilment::Delivery),
                   addTender(lampPrice, TenderKind::SavedCard)})},
        {"cash by telephone", CartError::TenderNotHere,
         ordering({toCustomer(true), sending(Fulfilment::Delivery), allCash})},
        {"link at the counter", CartError::TenderNotHere,
         ordering({toCustomer(true), addTender(lampPrice, TenderKind::Link)})},
        {"saved card at the counter", CartError::TenderNotHere,
         ordering({toCustomer(true), addTender(lampPrice, TenderKind::SavedCard)})},
        {"goods come back by parcel", CartError::ReturnNotHere,
         ordering({toCustomer(true), sending(Fulfilment::Delivery), bringBack,
                   addTender(-lampPrice, TenderKind::Outside)})},
        {"goods come back at a pickup", CartError::ReturnNotHere,
         ordering(
             {sending(Fulfilment::Pickup), bringBack, addTender(-lampPrice, TenderKind::Outside)})},
        {"money goes to a card that nobody knows", CartError::TenderNotHere,
         ordering({bringBack, addTender(-lampPrice, TenderKind::Card)})},
    };
}

QList<Refusal> badCarts()
{
    const auto openingWith = [](const CartSettings &settings) -> Deed {
        return [=](CartBench &bench, const Command &command, OrderId) {
            return plain(bench.service->open(command, OrderId::make(bench.clock.now()), settings));
        };
    };
    const Money none{0, Currency("EUR")};
    return {
        {"opened twice", CartError::AlreadyExists,
         [](CartBench &bench, const Command &command, OrderId cart) {
             return plain(bench.service->open(command, cart, {Currency("EUR"), true, 1}));
         }},
        {"cart without id", CartError::BadAmount,
         [](CartBench &bench, const Command &command, OrderId) {
             return plain(bench.service->open(command, {}, {Currency("EUR"), true, 1}));
         }},
        {"no currency", CartError::BadAmount, openingWith({{}, true, 1})},
        {"no smallest coin", CartError::BadAmount, openingWith({Currency("EUR"), true, 0})},
        {"unknown cart", CartError::NotFound, onAnotherCart(orderIt)},
        {"line for an unknown cart", CartError::NotFound,
         onAnotherCart(addLine(lamp, Quantity::pieces(1)))},
        {"another till's cart", CartError::NotAtThisTill,
         [](CartBench &bench, const Command &, OrderId cart) {
             CartBench::must(addTender(lampPrice, TenderKind::Cash)(bench, bench.owner(), cart));
             return plain(bench.service->order(bench.by(u"owner"_s, u"T2"_s), cart));
         }},
        {"import without id", CartError::NotFound,
         [](CartBench &bench, const Command &command, OrderId) {
             return plain(bench.service->bookImported(command, {}));
         }},
        {"nothing paid out", CartError::BadAmount,
         [none](CartBench &bench, const Command &command, OrderId cart) {
             return bench.service->payOutRefund(command,
                                                {cart, TenderId::named({1}, "x"), none, none});
         }},
        {"paid out for no order", CartError::BadAmount,
         [](CartBench &bench, const Command &command, OrderId) {
             return bench.service->payOutRefund(
                 command, {{}, TenderId::named({1}, "x"), bench.euros(1), bench.euros(0)});
         }},
        {"less than nothing paid in", CartError::BadAmount,
         [](CartBench &bench, const Command &command, OrderId cart) {
             return bench.service->payInDue(command, cart, bench.euros(-1));
         }},
        {"paid in for no order", CartError::BadAmount,
         [](CartBench &bench, const Command &command, OrderId) {
             return bench.service->payInDue(command, {}, bench.euros(1));
         }},
    };
}

} // namespace

class CartRefusalsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatCannotBeIsRefusedAndChangesNothing_data();
    void whatCannotBeIsRefusedAndChangesNothing();
};

void CartRefusalsTest::whatCannotBeIsRefusedAndChangesNothing_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<Error>("error");
    for (const Refusal &refusal : badLines() + badTenders() + badCarts())
        QTest::newRow(refusal.name) << refusal.deed << refusal.error;
}

void CartRefusalsTest::whatCannotBeIsRefusedAndChangesNothing()
{
    QFETCH(Deed, deed);
    QFETCH(Error, error);
    CartBench bench;
    const OrderId id = cartWithLamp(bench);

    const Command command = bench.owner();
    const auto done = deed(bench, command, id);
    QVERIFY(!done);
    QCOMPARE(done.error().domain(), error.domain());
    QCOMPARE(done.error().code(), error.code());
    QVERIFY(bench.events().isEmpty());
    QCOMPARE(bench.look(id).state, CartState::Open);
    QCOMPARE(bench.look(id).receipt, QString());

    // It is as if it had never been asked: the next receipt has the first number.
    const OrderId next = bench.cartWith({lamp});
    CartBench::must(addTender(lampPrice, TenderKind::Cash)(bench, bench.owner(), next));
    const auto receipt = bench.service->order(bench.owner(), next);
    QVERIFY2(receipt, errorText(receipt));
    QCOMPARE(receipt->number, u"T1-000001"_s);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::CartRefusalsTest)
#include "cart_refusals_test.moc"
