// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cart_session.h"
#include "models/customers_model.h"
#include "models/orders_model.h"
#include "models/product_results_model.h"
#include "models/shop_state.h"
#include "models/story_model.h"
#include "models/topic_watch.h"
#include "services/core/call.h"
#include "tests/ui/living_shop.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>

namespace kontor {

using namespace Qt::StringLiterals;

//! The models that are fed by services, against a shop that lives.
class ShopModelsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aSearchFindsProductsAndWhatThereIsOfThem();
    void onlyTheNewestOfManySearchesIsShown();
    void aScanMeansOneProductOrNone();
    void customersAreFoundByTheirNames();
    void aNewOrderComesOnTopAndTheOthersStay();
    void anOrderIsFoundByItsReceipt();
    void aStoryGrowsWithItsOrder();
    void aParkedEventNeedsAttention();
    void aFailedMailNeedsAttention();
    void whatAServiceCannotSayIsNotKnown();
    void aLongListIsReadWhereItIsLookedAt();
    void aCartRecalledWhileTheTillLooksForItsOwnIsTakenUp();

private:
    StoreUrl orderStore() const;
    Receipt sell(int pieces, Fulfilment fulfilment = Fulfilment::Counter);

    std::unique_ptr<LivingShop> m_shop;
    std::unique_ptr<ShopAccess> m_access;
};

void ShopModelsTest::initTestCase()
{
    m_shop = std::make_unique<LivingShop>();
    m_access = std::make_unique<ShopAccess>(m_shop->access());
}

Receipt ShopModelsTest::sell(int pieces, Fulfilment fulfilment)
{
    return m_shop->book(m_shop->sale(pieces, fulfilment));
}

void ShopModelsTest::aSearchFindsProductsAndWhatThereIsOfThem()
{
    const ReaderThread<CatalogLookup> lookup(u"lookup"_s, m_access->catalogStore);
    ProductResultsModel model(*m_access, lookup);
    QAbstractItemModelTester tester(&model);
    using Model = ProductResultsModel;
    model.list({u"lan"_s, {}});
    QTRY_COMPARE(model.rowCount(), 3);
    const auto stock = [&](int row) { return model.index(row, Model::AvailableColumn); };
    QTRY_COMPARE(stock(0).data(Model::RawRole).toLongLong(), LivingShop::openingPieces * 1000LL);
    model.list({u"beeswax"_s, {}});
    QTRY_COMPARE(model.rowCount(), 1);
    QTRY_COMPARE(stock(0).data(Model::LevelRole).toInt(), int(Model::Level::None));
    QCOMPARE(model.index(0, Model::PriceColumn).data(Model::RawRole).toLongLong(), 1'200'000);
    model.list({});
    QTRY_COMPARE(model.rowCount(), 4);
}

void ShopModelsTest::onlyTheNewestOfManySearchesIsShown()
{
    const ReaderThread<CatalogLookup> lookup(u"lookup"_s, m_access->catalogStore);
    ProductResultsModel model(*m_access, lookup);
    QSignalSpy searched(&model, &ProductResultsModel::listed);
    const QString word = u"beeswax"_s;
    for (int letters = 1; letters <= word.size(); ++letters)
        model.list({word.first(letters), {}});
    QTRY_COMPARE(searched.count(), 1);
    QCOMPARE(model.wish().text, word);
    QCOMPARE(model.rowCount(), 1);
}

void ShopModelsTest::aScanMeansOneProductOrNone()
{
    const ReaderThread<CatalogLookup> lookup(u"lookup"_s, m_access->catalogStore);
    const auto match = [&](const QString &text) {
        const auto found =
            m_shop->ask(*lookup, &CatalogLookup::typed, text, Currency("GBP"), QDate(2026, 11, 27));
        return found && found->product ? found->product->name : QString();
    };
    QCOMPARE(match(m_shop->products[1].barcodes.first()), u"Lantern, copper, large"_s);
    QCOMPARE(match(u"22114"_s), u"Tea light holder, lantern shape"_s);
    QCOMPARE(match(u"bees"_s), u"Beeswax candle"_s);
    QCOMPARE(match(u"4006381333931"_s), QString());
}

void ShopModelsTest::customersAreFoundByTheirNames()
{
    m_shop->addCustomer(u"Ada Lovelace"_s, false);
    CustomersModel model(*m_access);
    QAbstractItemModelTester tester(&model);
    model.search(u"love"_s);
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data().toString(), u"Ada Lovelace"_s);
    QCOMPARE(model.index(0).data(CustomersModel::DetailRole).toString(), u"someone@example.org"_s);
    model.search({});
    QCOMPARE(model.rowCount(), 0);
}

StoreUrl ShopModelsTest::orderStore() const
{
    return std::ranges::find(m_access->topics, u"order"_s, &TopicPlace::service)->url;
}

void ShopModelsTest::aNewOrderComesOnTopAndTheOthersStay()
{
    const ReaderThread<OrderLookup> lookup(u"orders"_s, orderStore());
    OrdersModel model(*m_access, lookup);
    QAbstractItemModelTester tester(&model);
    TopicWatch watch(*m_access, 20);
    connect(&watch, &TopicWatch::grown, &model, &OrdersModel::refresh);
    const Receipt first = sell(1);
    QTRY_VERIFY(model.rowOf(first.order) == 0);
    const QPersistentModelIndex row(model.index(0, OrdersModel::ReceiptColumn));
    const Receipt second = sell(2);
    QTRY_VERIFY(model.rowOf(second.order) == 0);
    QVERIFY(row.isValid());
    QCOMPARE(row.row(), 1);
    QCOMPARE(row.data().toString(), first.number);
    const auto state = [&] {
        return model.index(0, OrdersModel::StateColumn).data(OrdersModel::RawRole).toInt();
    };
    QTRY_COMPARE(state(), int(OrderState::Completed));
}

void ShopModelsTest::anOrderIsFoundByItsReceipt()
{
    const Receipt wanted = sell(1);
    const ReaderThread<OrderLookup> lookup(u"orders"_s, orderStore());
    OrdersModel model(*m_access, lookup);
    QAbstractItemModelTester tester(&model);
    QSignalSpy refreshed(&model, &OrdersModel::refreshed);
    model.list({}, u"T1-999999"_s);
    QTRY_COMPARE(refreshed.count(), 1);
    QCOMPARE(model.rowCount(), 0);
    model.list({}, wanted.number);
    // The order service may still be about to hear of it.
    QTRY_VERIFY((model.refresh(), model.rowOf(wanted.order) == 0));
    QCOMPARE(model.rowCount(), 1);
    model.list({}, {});
    QTRY_VERIFY(model.rowCount() > 1);
}

void ShopModelsTest::aStoryGrowsWithItsOrder()
{
    const ReaderThread<StoryReader> reader(u"stories"_s, m_access->topics);
    StoryModel model(reader);
    QAbstractItemModelTester tester(&model);
    TopicWatch watch(*m_access, 20);
    connect(&watch, &TopicWatch::grown, &model, &StoryModel::refresh);
    const OrderId order = sell(1, Fulfilment::Pickup).order;
    model.setOrder(order);
    QTRY_VERIFY(model.has(OrderReady::type));
    const QPersistentModelIndex first(model.index(0, StoryModel::EventColumn));
    QVERIFY(
        bool(m_shop->ask(m_access->order, &OrderService::handOver, m_access->command(), order)));
    QTRY_VERIFY(model.has(OrderCompleted::type));
    QVERIFY(first.isValid());
    QStringList types;
    for (int row = 0; row < model.rowCount(); ++row)
        types.append(
            model.index(row, StoryModel::EventColumn).data(StoryModel::RawRole).toString());
    QCOMPARE(types,
             (QStringList{u"ShoppingCartOrdered"_s, u"OrderProcessed"_s, u"InventoryProcessed"_s,
                          u"PaymentProcessed"_s, u"OrderReady"_s, u"OrderCompleted"_s}));
    model.setOrder({});
    QCOMPARE(model.rowCount(), 0);
}

void ShopModelsTest::aParkedEventNeedsAttention()
{
    ShopState state(*m_access);
    const Receipt sold = sell(1);
    // The order has no such tender.
    QVERIFY(bool(
        m_shop->ask(m_access->cart, &CartService::payOutRefund, m_access->command(),
                    RefundPayout{sold.order, TenderId::make(m_access->clock.now()),
                                 Money{100, m_access->currency}, Money{0, m_access->currency}})));
    QTRY_COMPARE((state.refresh(), state.attention().concerns().size()), 1);
    QVERIFY(state.attention().isKnown());
}

void ShopModelsTest::aFailedMailNeedsAttention()
{
    m_shop->addCustomer(u"Bob"_s, false);
    QTRY_VERIFY(m_shop->ask(m_access->notification, &NotificationService::inState, MailState::Sent)
                    ->size() > 0);
    m_access.reset();
    m_shop->reopen([](const QString &folder) {
        const auto store = Store::open(StoreUrl::sqlite(folder + u"/notification.sqlite"_s),
                                       u"notification"_s, Store::Access::Write);
        QVERIFY(store);
        QVERIFY(inTransaction(**store, [](Transaction &tx) -> Result<> {
            const auto failed =
                tx.run("UPDATE mail SET state = 'Failed' WHERE id = (SELECT min(id) FROM mail)");
            return failed ? Result<>() : failed.error();
        }));
    });
    m_access = std::make_unique<ShopAccess>(m_shop->access());
    ShopAccess mailsOnly = *m_access;
    mailsOnly.services.clear();
    ShopState state(mailsOnly);
    QTRY_COMPARE((state.refresh(), state.attention().concerns().size()), 1);
}

void ShopModelsTest::whatAServiceCannotSayIsNotKnown()
{
    class Anybody final : public Service
    {
    public:
        Anybody(Store &store, const Clock &clock, const Rights &rights)
            : Service(store, clock, rights)
        {
        }
    };
    const QTemporaryDir folder;
    const auto store = Store::open(StoreUrl::sqlite(folder.filePath(u"account.sqlite"_s)),
                                   u"account"_s, Store::Access::Write);
    QVERIFY(store);
    const OwnerOnly rights;
    Anybody broken(**store, m_access->clock, rights);
    ShopAccess access = m_shop->access();
    access.services.append(&broken);
    ShopState state(access);
    QSignalSpy changed(&state, &ShopState::changed);
    state.refresh();
    QVERIFY(state.attention().isKnown());
    QVERIFY(inTransaction(**store, [](Transaction &tx) -> Result<> {
        const auto dropped = tx.run("DROP TABLE parked");
        return dropped ? Result<>() : dropped.error();
    }));
    QTRY_VERIFY((state.refresh(), !state.attention().isKnown()));
    QVERIFY(!changed.isEmpty());
}

void ShopModelsTest::aLongListIsReadWhereItIsLookedAt()
{
    constexpr int many = 5 * ProductResultsModel::pageRows / 2;
    QList<Product> products;
    for (int i = 0; i < many; ++i) {
        Product product = m_shop->products.first();
        product.sku = u"P%1"_s.arg(i);
        product.id = productIdForSku(product.sku);
        product.name = u"Paged thing %1"_s.arg(i);
        product.category = u"Paged > Things"_s;
        product.barcodes.clear();
        products.append(product);
    }
    QVERIFY(
        m_shop->ask(m_access->catalog, &CatalogService::saveAll, m_access->command(), products));
    const ReaderThread<CatalogLookup> lookup(u"lookup"_s, m_access->catalogStore);
    ProductResultsModel model(*m_access, lookup);
    QAbstractItemModelTester tester(&model);
    const auto nameAt = [&](int row) {
        return model.product(row) ? model.product(row)->name : QString();
    };

    model.list({{}, u"Paged"_s});
    QTRY_COMPARE(model.rowCount(), many);
    QCOMPARE(nameAt(0), products[0].name);
    QCOMPARE(nameAt(many - 1), QString());
    model.showRows(many - 10, many - 1);
    QTRY_COMPARE(nameAt(many - 1), products[many - 1].name);
    QVERIFY(!model.canFetchMore({}));

    model.list({u"paged"_s, {}});
    QTRY_COMPARE(model.wish().text, u"paged"_s);
    // The tester beside it fetches as well.
    QTRY_COMPARE((model.fetchMore({}), model.rowCount()), many);
    QVERIFY(!model.canFetchMore({}));
    QCOMPARE(nameAt(many - 1), products[many - 1].name);
}

void ShopModelsTest::aCartRecalledWhileTheTillLooksForItsOwnIsTakenUp()
{
    CartSession before(*m_access);
    before.add(m_shop->products.first().id, Quantity::pieces(2));
    QTRY_COMPARE(before.lines().rowCount(), 1);
    const OrderId held = before.cart().id;
    before.hold(u"the lady in red"_s);
    QTRY_VERIFY(before.isEmpty());

    CartSession after(*m_access);
    after.resume();
    after.recall(held);
    QTRY_COMPARE(after.cart().id, held);
    QCOMPARE(after.lines().rowCount(), 1);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ShopModelsTest)
#include "shop_models_test.moc"
