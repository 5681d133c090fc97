// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cart/cart_deeds.h"

using namespace Qt::StringLiterals;

namespace kontor {

namespace {

LabelledGoods pack(ProductId product, Quantity quantity, std::optional<Money> price = {})
{
    LabelledGoods goods;
    goods.product = product;
    goods.quantity = quantity;
    goods.price = price;
    goods.isMeasured = true;
    return goods;
}

LabelledGoods ofLot(ProductId product, const QString &lot)
{
    LabelledGoods goods;
    goods.product = product;
    goods.note = lot;
    return goods;
}

} // namespace

//! Goods whose labels say how much they are, or what they cost.
class CartLabelledTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWeighedPackIsALineOfItsOwn();
    void aLabelsPriceHoldsToTheCent_data();
    void aLabelsPriceHoldsToTheCent();
    void everyPriceHoldsToTheCent();
    void goodsOfOneLotAreOneLine();
    void theSameCommandAddsOnce();
    void whatIsWrongIsRefused_data();
    void whatIsWrongIsRefused();
};

void CartLabelledTest::aWeighedPackIsALineOfItsOwn()
{
    CartBench bench;
    const ProductId cheese = bench.product(u"cheese"_s, 1599);
    const OrderId id = bench.opened();
    for (const qint64 grams : {456, 456, 120})
        CartBench::must(
            bench.service->addLabelled(bench.by(u"cashier"_s), id, pack(cheese, {grams})));
    const Cart cart = bench.look(id);
    QCOMPARE(cart.lines.size(), 3);
    const auto totals = totalsOf(cart);
    QVERIFY2(totals, errorText(totals));
    QCOMPARE(totals->lines[0].gross.minor, 729);
    QCOMPARE(totals->lines[2].gross.minor, 192);
    QCOMPARE(totals->total.minor, 729 + 729 + 192);
}

void CartLabelledTest::aLabelsPriceHoldsToTheCent_data()
{
    QTest::addColumn<qint64>("usual");
    QTest::addColumn<qint64>("thousandths");
    QTest::addColumn<qint64>("price");
    QTest::addColumn<qint64>("micros");
    QTest::newRow("as the catalog says") << 1599LL << 456LL << 729LL << 15'990'000LL;
    QTest::newRow("a cent less") << 1599LL << 456LL << 728LL << 15'964'912LL;
    QTest::newRow("of a piece") << 1599LL << 1000LL << 999LL << 9'990'000LL;
    QTest::newRow("the catalog has no price") << 0LL << 1000LL << 499LL << 4'990'000LL;
    QTest::newRow("a gram") << 1599LL << 1LL << 99LL << 990'000'000LL;
}

void CartLabelledTest::aLabelsPriceHoldsToTheCent()
{
    QFETCH(qint64, usual);
    QFETCH(qint64, thousandths);
    QFETCH(qint64, price);
    QFETCH(qint64, micros);
    CartBench bench;
    const ProductId product = bench.product(u"ham"_s, usual);
    const OrderId id = bench.opened();
    CartBench::must(bench.service->addLabelled(bench.owner(), id,
                                               pack(product, {thousandths}, bench.euros(price))));
    const Cart cart = bench.look(id);
    QCOMPARE(cart.lines.first().unitPrice.micros, micros);
    QCOMPARE(cart.lines.first().quantity.thousandths, thousandths);
    QCOMPARE(totalsOf(cart)->total.minor, price);
}

void CartLabelledTest::everyPriceHoldsToTheCent()
{
    CartBench bench;
    const ProductId ham = bench.product(u"ham"_s, 1999);
    QRandomGenerator chance(7);
    for (int i = 0; i < 300; ++i) {
        const OrderId id = bench.opened();
        const Money price = bench.euros(1 + chance.bounded(100'000));
        const Quantity quantity{1 + chance.bounded(60'000)};
        const auto added =
            bench.service->addLabelled(bench.owner(), id, pack(ham, quantity, price));
        QVERIFY2(added, errorText(added));
        QCOMPARE(totalsOf(bench.look(id))->total, price);
    }
}

void CartLabelledTest::goodsOfOneLotAreOneLine()
{
    CartBench bench;
    const ProductId drug = bench.product(u"aspirin"_s, 499);
    const OrderId id = bench.opened();
    for (const QString &lot : {u"Lot A"_s, u"Lot B"_s, u" Lot A "_s})
        CartBench::must(bench.service->addLabelled(bench.owner(), id, ofLot(drug, lot)));
    const Cart cart = bench.look(id);
    QCOMPARE(cart.lines.size(), 2);
    QCOMPARE(cart.lines[0].quantity, Quantity::pieces(2));
    QCOMPARE(cart.lines[0].note, u"Lot A"_s);
    QCOMPARE(cart.lines[1].note, u"Lot B"_s);
}

void CartLabelledTest::theSameCommandAddsOnce()
{
    CartBench bench;
    const ProductId ham = bench.product(u"ham"_s, 1999);
    const OrderId id = bench.opened();
    const Command once = bench.owner();
    const LabelledGoods goods = pack(ham, {250});
    CartBench::must(bench.service->addLabelled(once, id, goods));
    bench.reopen();
    const auto again = bench.service->addLabelled(once, id, goods);
    QVERIFY2(again, errorText(again));
    QCOMPARE(*again, 1);
    QCOMPARE(bench.look(id).lines.size(), 1);
}

void CartLabelledTest::whatIsWrongIsRefused_data()
{
    QTest::addColumn<LabelledGoods>("goods");
    QTest::addColumn<Error>("error");
    const Currency euro("EUR");
    const Quantity one = Quantity::pieces(1);
    QTest::newRow("nothing") << pack(lamp, {0}) << Error(CartError::BadQuantity);
    QTest::newRow("less than nothing") << pack(lamp, {-1}) << Error(CartError::BadQuantity);
    QTest::newRow("too much") << pack(lamp, {Quantity::maxThousandths + 1})
                              << Error(CartError::BadQuantity);
    QTest::newRow("free") << pack(lamp, one, Money{0, euro}) << Error(CartError::BadAmount);
    QTest::newRow("less than free")
        << pack(lamp, one, Money{-1, euro}) << Error(CartError::BadAmount);
    QTest::newRow("all the money there is")
        << pack(lamp, one, Money{Money::maxMinor, euro}) << Error(CartError::BadAmount);
    QTest::newRow("a milliard for a gram")
        << pack(lamp, {1}, Money{100'000'000'000, euro}) << Error(CartError::BadAmount);
    QTest::newRow("dollars") << pack(lamp, one, Money{100, Currency("USD")})
                             << Error(MoneyError::MixedCurrencies);
    QTest::newRow("not sold any more") << pack(shade, one) << Error(CartError::UnknownProduct);
    QTest::newRow("a note that is too long")
        << ofLot(lamp, QString(CartService::maxNoteLength + 1, u'x')) << Error(CartError::BadText);
}

void CartLabelledTest::whatIsWrongIsRefused()
{
    QFETCH(LabelledGoods, goods);
    QFETCH(Error, error);
    CartBench bench;
    const OrderId id = cartWithLamp(bench);
    const Cart before = bench.look(id);
    const auto added = bench.service->addLabelled(bench.owner(), id, goods);
    QVERIFY(!added);
    QCOMPARE(added.error().domain(), error.domain());
    QCOMPARE(added.error().code(), error.code());
    QCOMPARE(bench.look(id), before);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::CartLabelledTest)
#include "cart_labelled_test.moc"
