// SPDX-License-Identifier: GPL-3.0-or-later
// Measures Kontor against what the machine can do at best, in one run: figures and ratios.
#include "app/owner.h"
#include "app/replay/replay.h"
#include "services/core/call.h"
#include "tests/bench/floor.h"
#include "tests/bench/made_products.h"
#include "tests/bench/percentile.h"
#include "tests/bench/ui_bench.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <cstdio>
#include <numeric>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

constexpr int batchOrders = 128;
constexpr int warmUpOrders = 20;

//! A history of orders with three lines each.
bool writeHistory(const QString &path, int orders)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
    QDateTime time(QDate(2024, 1, 1), QTime(8, 0), Qt::UTC);
    for (int i = 0; i < orders; ++i) {
        const QByteArray at = time.addSecs(i).toString(u"yyyy-MM-dd HH:mm:ss"_s).toLatin1();
        for (int line = 0; line < 3; ++line) {
            const int product = (i * 7 + line * 13) % 3000;
            file.write(QByteArray::number(600000 + i) + ",P" + QByteArray::number(product) +
                       ",PRODUCT NUMBER " + QByteArray::number(product) + ',' +
                       QByteArray::number(line + 1) + ',' + at + ",2.55," +
                       QByteArray::number(10000 + i % 1000) + ",United Kingdom\n");
        }
    }
    return true;
}

std::unique_ptr<Shop> openShop(const QString &folder, const Clock &clock, const Rights &rights)
{
    ShopSettings settings;
    settings.folder = folder;
    auto shop = Shop::open(settings, clock, rights);
    if (!shop) {
        std::fprintf(stderr, "%s\n", qPrintable(shop.error().text()));
        std::exit(1);
    }
    (*shop)->start();
    return std::move(*shop);
}

void measureReplay(const QString &folder, int orders, QJsonObject &figures)
{
    const QString history = folder + u"/history.csv"_s;
    const QString shopFolder = folder + u"/replayed"_s;
    QDir().mkpath(shopFolder);
    if (!writeHistory(history, orders))
        std::exit(1);
    {
        const ReplayClock clock;
        const OwnerOnly rights;
        const auto shop = openShop(shopFolder, clock, rights);
        ReplayOptions options;
        options.file = history;
        options.zone = QTimeZone::utc();
        Replay replay(*shop, options);
        QObject::connect(&replay, &Replay::finished, qApp, [](const Result<> &result) {
            if (!result)
                std::fprintf(stderr, "%s\n", qPrintable(result.error().text()));
            QCoreApplication::exit(result ? 0 : 1);
        });
        replay.start();
        if (QCoreApplication::exec() != 0)
            std::exit(1);
        figures[u"replay_orders_per_s"_s] = replay.report().orders / replay.report().seconds;
    }
    QStringList stores;
    for (const QString &service : ShopSettings::services())
        stores.append(u"%1/%2.sqlite"_s.arg(shopFolder, service));
    const int singles = std::min(orders, 500);
    const auto times =
        measureFloor(stores, folder, orders, std::max(1, orders / batchOrders), singles);
    if (!times) {
        std::fprintf(stderr, "%s\n", qPrintable(times.error().text()));
        std::exit(1);
    }
    const double perSecond = orders / times->batchedSeconds;
    figures[u"floor_batched_orders_per_s"_s] = perSecond;
    figures[u"floor_single_p50_ms"_s] = percentile(times->singleMs, 0.5);
    figures[u"floor_single_p99_ms"_s] = percentile(times->singleMs, 0.99);
    figures[u"replay_to_floor_ratio"_s] = figures[u"replay_orders_per_s"_s].toDouble() / perSecond;
}

//! One order after the other, each from the command to its completion.
class Singles : public QObject
{
public:
    Singles(Shop &shop, int orders) : m_shop(shop), m_left(orders + warmUpOrders)
    {
        connect(&shop.orderTopic(), &OrderTopic::completed, this, [this](const OrderCompleted &) {
            m_ms.push_back(double(m_timer.nsecsElapsed()) / 1e6);
            next();
        });
    }

    void next()
    {
        if (m_left-- == 0)
            return QCoreApplication::exit(0);
        ImportedSale sale;
        sale.order = OrderId::make(m_shop.clock().now());
        sale.settings.currency = Currency("GBP");
        sale.tender = TenderKind::Cash;
        for (int i = 1; i <= 3; ++i) {
            CartLine line;
            line.line = i;
            line.sku = u"P%1"_s.arg(i);
            line.name = u"Product %1"_s.arg(i);
            line.product = productIdForSku(line.sku);
            line.quantity = Quantity::pieces(i);
            line.unitPrice = {2'550'000, sale.settings.currency};
            line.returnedGross = line.returnedTax = Money{0, sale.settings.currency};
            sale.lines.append(line);
        }
        m_timer.start();
        call(m_shop.cart(), &CartService::bookImported, m_shop.command(), sale)
            .then(this, [](const Result<Receipt> &receipt) {
                if (!receipt) {
                    std::fprintf(stderr, "%s\n", qPrintable(receipt.error().text()));
                    QCoreApplication::exit(1);
                }
            });
    }

    std::vector<double> measured() const { return {m_ms.begin() + warmUpOrders, m_ms.end()}; }

private:
    Shop &m_shop;
    int m_left;
    QElapsedTimer m_timer;
    std::vector<double> m_ms;
};

void measureSingles(const QString &folder, int orders, QJsonObject &figures)
{
    const QString shopFolder = folder + u"/singles"_s;
    QDir().mkpath(shopFolder);
    const SystemClock clock;
    const OwnerOnly rights;
    const auto shop = openShop(shopFolder, clock, rights);
    Singles singles(*shop, orders);
    singles.next();
    if (QCoreApplication::exec() != 0)
        std::exit(1);
    const auto ms = singles.measured();
    figures[u"single_order_p50_ms"_s] = percentile(ms, 0.5);
    figures[u"single_order_p99_ms"_s] = percentile(ms, 0.99);
    figures[u"single_to_floor_p50_ratio"_s] =
        percentile(ms, 0.5) / figures[u"floor_single_p50_ms"_s].toDouble();
}

void measureSearch(const QString &folder, int products, QJsonObject &figures)
{
    const auto url = StoreUrl::sqlite(folder + u"/catalog.sqlite"_s);
    const SystemClock clock;
    const OwnerOnly rights;
    auto store = Store::open(url, u"catalog"_s, Store::Access::Write);
    if (!store)
        std::exit(1);
    CatalogService catalog(**store, clock, rights);
    if (const auto saved = saveMadeProducts(catalog, clock, products); !saved) {
        std::fprintf(stderr, "%s\n", qPrintable(saved.error().text()));
        std::exit(1);
    }
    const auto reader = CatalogReader::open(url);
    if (!reader)
        std::exit(1);
    constexpr int asManyAsTheWindow = 100; // ProductResultsModel::limit
    QElapsedTimer timer;
    std::vector<double> searchMs;
    for (const auto &word : {u"white metal"_s, u"crème"_s, u"lantern tea"_s, u"zinc"_s,
                             u"quilt oak"_s, u"jam 4711"_s}) {
        for (int letters = 1; letters <= word.size(); ++letters) {
            for (int round = 0; round < 5; ++round) {
                timer.start();
                const auto found = (*reader)->search(
                    word.left(letters), ProductPage::beforeFirstRank, asManyAsTheWindow);
                searchMs.push_back(double(timer.nsecsElapsed()) / 1e6);
                if (!found || (found->products.isEmpty() && letters == 1))
                    std::exit(1);
            }
        }
    }
    std::vector<double> barcodeMs;
    for (int i = 0; i < 1000; ++i) {
        const QString code =
            madeProducts(int((qint64(i) * 7919) % products), 1).first().barcodes.first();
        timer.start();
        const auto found = (*reader)->byBarcode(code);
        barcodeMs.push_back(double(timer.nsecsElapsed()) / 1e6);
        if (!found || !found->has_value())
            std::exit(1);
    }
    figures[u"search_products"_s] = products;
    figures[u"search_p50_ms"_s] = percentile(searchMs, 0.5);
    figures[u"search_p99_ms"_s] = percentile(searchMs, 0.99);
    figures[u"barcode_p50_ms"_s] = percentile(barcodeMs, 0.5);
    figures[u"barcode_p99_ms"_s] = percentile(barcodeMs, 0.99);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == u"ui"_s)
        return runUiBench();
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"json"_s, u"for machines"_s},
                       {u"orders"_s, u"in the replay"_s, u"n"_s, u"20000"_s},
                       {u"singles"_s, u"orders one by one"_s, u"n"_s, u"500"_s},
                       {u"products"_s, u"in the search"_s, u"n"_s, u"1000000"_s}});
    parser.process(application);
    QTemporaryDir folder;
    QJsonObject figures;
    measureReplay(folder.path(), parser.value(u"orders"_s).toInt(), figures);
    measureSingles(folder.path(), parser.value(u"singles"_s).toInt(), figures);
    if (const int products = parser.value(u"products"_s).toInt(); products > 0)
        measureSearch(folder.path(), products, figures);
    if (parser.isSet(u"json"_s)) {
        std::printf("%s", QJsonDocument(figures).toJson().constData());
    } else {
        for (auto figure = figures.constBegin(); figure != figures.constEnd(); ++figure)
            std::printf("%-32s %12.3f\n", qPrintable(figure.key()), figure->toDouble());
    }
    return 0;
}
