// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_pictures.h"
#include "services/core/barcode.h"
#include "tests/integration/made_demo_shop.h"
#include "tests/integration/orders_of.h"

#include <QCryptographicHash>
#include <QImage>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int allProducts = 10'000;

//! One that stands still, to look at from here.
std::unique_ptr<Shop> openToLook(const QString &folder)
{
    static const SystemClock clock;
    static const OwnerOnly rights;
    ShopSettings settings;
    settings.folder = folder;
    settings.threads = false;
    auto shop = Shop::open(settings, clock, rights);
    KONTOR_CHECK(bool(shop));
    return std::move(*shop);
}

} // namespace

class DemoShopTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void productsFillEightCategories();
    void barcodesAreOfTheRestrictedRange();
    void eachProductHasAPictureOfItsOwn();
    void theShelvesAreAsTheTableSays();
    void ordersAreOfAMonthAndOfEveryKind();
    void allOfItAddsUp();
    void aSecondTimeChangesNothing();
    void anInterruptedOneIsCompleted();
    void anotherShopIsLeftAlone();

private:
    QTemporaryDir m_folder;
    SandboxProgram m_sandbox;
    QList<Product> m_products;
    QList<Order> m_orders;
};

void DemoShopTest::initTestCase()
{
    QCOMPARE(makeDemoShop(*openShop(m_folder.path(), m_sandbox)), QString());
    const auto shop = openToLook(m_folder.path());
    const auto changed = shop->catalog().changedAfter(0, allProducts);
    const auto orders = ordersOf(*shop);
    QVERIFY(changed && orders);
    for (const ProductRevision &revision : *changed)
        m_products.append(revision.product);
    m_orders = *orders;
}

void DemoShopTest::productsFillEightCategories()
{
    QSet<QString> categories;
    int withAge = 0;
    for (const Product &product : m_products) {
        categories.insert(product.category.section(categorySeparator, 0, 0));
        withAge += product.minAge > 0 ? 1 : 0;
        QVERIFY2(product.price.micros > 0, qPrintable(product.name));
    }
    QVERIFY(m_products.size() >= 150);
    QCOMPARE(categories.size(), 8);
    QVERIFY(withAge > 0);
}

void DemoShopTest::barcodesAreOfTheRestrictedRange()
{
    int gtins = 0;
    for (const Product &product : m_products) {
        for (const QString &code : product.barcodes) {
            const auto gtin = parseBarcode(code);
            if (!gtin)
                continue; // what is weighed has a short number
            ++gtins;
            QVERIFY2(gtin->digits.size() == 13 && gtin->digits.startsWith(u'2'), qPrintable(code));
        }
    }
    QVERIFY(gtins > 100);
}

void DemoShopTest::eachProductHasAPictureOfItsOwn()
{
    QHash<QByteArray, QString> seen;
    for (const Product &product : m_products) {
        const QImage picture(m_folder.filePath(u"pictures/"_s + product.picture));
        QCOMPARE(picture.size(), QSize(256, 256));
        const QByteArray pixels(reinterpret_cast<const char *>(picture.constBits()),
                                picture.sizeInBytes());
        const QByteArray digest = QCryptographicHash::hash(pixels, QCryptographicHash::Sha256);
        QVERIFY2(!seen.contains(digest), qPrintable(product.name + u" / "_s + seen.value(digest)));
        seen.insert(digest, product.name);
    }
}

void DemoShopTest::theShelvesAreAsTheTableSays()
{
    const auto shop = openToLook(m_folder.path());
    const auto available = [&](const char *sku) {
        return shop->inventory()
            .availability(productIdForSku(QString::fromLatin1(sku)))
            ->available();
    };
    QCOMPARE(available("PLA-08"), Quantity());
    QCOMPARE(available("COF-06"), Quantity::pieces(1));
    QCOMPARE(available("BAK-01"), Quantity::pieces(18));
    QVERIFY(shop->inventory().lowStock(100)->size() >= 5);
}

void DemoShopTest::ordersAreOfAMonthAndOfEveryKind()
{
    QMap<std::pair<Fulfilment, OrderState>, int> kinds;
    int returns = 0;
    for (const Order &order : std::as_const(m_orders)) {
        ++kinds[{order.fulfilment, order.state}];
        returns += order.total.isNegative() ? 1 : 0;
    }
    QVERIFY(m_orders.size() > 250);
    QVERIFY(kinds.value({Fulfilment::Counter, OrderState::Completed}) > 200);
    QVERIFY(kinds.value({Fulfilment::Pickup, OrderState::Completed}) > 10);
    QVERIFY(kinds.value({Fulfilment::Delivery, OrderState::Completed}) > 10);
    QCOMPARE(kinds.value({Fulfilment::Pickup, OrderState::Ready}), 2);
    QCOMPARE(kinds.value({Fulfilment::Pickup, OrderState::Cancelled}), 1);
    QCOMPARE(kinds.value({Fulfilment::Delivery, OrderState::Cancelled}), 1);
    QCOMPARE(kinds.value({Fulfilment::Delivery, OrderState::Placed}), 1);
    QVERIFY(returns > 2);
    const qint64 span = m_orders.first().placedAt.ms - m_orders.last().placedAt.ms;
    QVERIFY(span > 27ll * 24 * 3'600'000);
}

void DemoShopTest::allOfItAddsUp()
{
    const auto report = auditOf(m_folder.path(), m_sandbox.ledgerPath());
    QVERIFY(report);
    QCOMPARE(textsOf(report->findings), QStringList());
}

void DemoShopTest::aSecondTimeChangesNothing()
{
    QCOMPARE(makeDemoShop(*openShop(m_folder.path(), m_sandbox)), QString());
    const auto shop = openToLook(m_folder.path());
    QCOMPARE(*ordersOf(*shop), m_orders);
    QCOMPARE(*shop->catalog().count(), qint64(m_products.size()));
    QCOMPARE(shop->catalog().deliveryCharges()->size(), 5);
}

void DemoShopTest::anInterruptedOneIsCompleted()
{
    const QTemporaryDir folder;
    const SandboxProgram sandbox;
    {
        const auto shop = openShop(folder.path(), sandbox);
        DemoShop demo(*shop);
        qint64 booked = 0;
        connect(&demo, &DemoShop::progressed, this, [&booked](qint64 done) { booked = done; });
        demo.start();
        QVERIFY(QTest::qWaitFor([&] { return booked > 100; }, demoShopLimitMs));
    }
    QVERIFY(!(*ShopProfile::load(folder.path()))->filled);
    QCOMPARE(makeDemoShop(*openShop(folder.path(), sandbox)), QString());
    const auto shop = openToLook(folder.path());
    QVERIFY((*ShopProfile::load(folder.path()))->filled);
    const auto report = auditOf(folder.path(), sandbox.ledgerPath());
    QVERIFY(report);
    QCOMPARE(textsOf(report->findings), QStringList());
    const auto orders = ordersOf(*shop);
    QVERIFY(orders && orders->size() > 250);
    QSet<QString> receipts;
    for (const Order &order : *orders)
        receipts.insert(order.receipt);
    QCOMPARE(receipts.size(), orders->size());
}

void DemoShopTest::anotherShopIsLeftAlone()
{
    const QTemporaryDir folder;
    Product product = m_products.first();
    product.sku = u"OWN"_s;
    product.id = productIdForSku(product.sku);
    const auto command = Command::named({}, "own", OwnerOnly::actor(), u"T1"_s);
    QVERIFY(openToLook(folder.path())->catalog().save(command, product));
    QVERIFY(!makeDemoShop(*openShop(folder.path(), m_sandbox)).isEmpty());
    QCOMPARE(*openToLook(folder.path())->catalog().count(), qint64(1));
    QVERIFY(!QFileInfo::exists(folder.filePath(u"shop.ini"_s)));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::DemoShopTest)
#include "demo_shop_test.moc"
