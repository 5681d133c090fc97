// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/task_options.h"
#include "app/product_trial.h"
#include "app/shop.h"
#include "models/shop_profile.h"
#include "services/catalog/product_row.h"

#include <QFile>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

//! A new shop's table of products: looked at first, then read in.
class ProductTrialTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aTrialSaysWhatWouldBecomeOfEachRow();
    void aFileThatIsNoTableIsAnError();
    void onlyTheLastFileChosenIsToldOf();
    void productsWithoutARateTakeTheShops();

private:
    QString write(const QString &name, const QByteArray &rows);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ProductTrialTest::init() { m_folder = std::make_unique<QTemporaryDir>(); }

QString ProductTrialTest::write(const QString &name, const QByteArray &rows)
{
    QFile file(m_folder->filePath(name));
    KONTOR_CHECK(file.open(QIODevice::WriteOnly) && file.write(rows) == rows.size());
    return file.fileName();
}

void ProductTrialTest::aTrialSaysWhatWouldBecomeOfEachRow()
{
    const QString table = write(u"goods.csv"_s, "sku,name,price,tax\n"
                                                "1,Candle,1.20,\n"
                                                "2,Lantern,3.39,10\n"
                                                "3,Holder,free,\n");
    ProductTrial trial;
    std::optional<Result<ImportReport>> told;
    connect(&trial, &ProductTrial::finished, this,
            [&](const QString &file, const Result<ImportReport> &report) {
                QCOMPARE(file, table);
                told.emplace(report);
            });
    for (int again = 0; again < 2; ++again) {
        told.reset();
        trial.read(table, {});
        QTRY_VERIFY(told);
        QVERIFY(*told);
        QCOMPARE((*told)->read, 3);
        QCOMPARE((*told)->newProducts, 2);
        QCOMPARE((*told)->refusedCount, 1);
        QCOMPARE((*told)->refused.first().line, 4);
        QVERIFY((*told)->refused.first().reason.is(ImportError::BadPrice));
    }
}

void ProductTrialTest::aFileThatIsNoTableIsAnError()
{
    ProductTrial trial;
    std::optional<bool> read;
    connect(&trial, &ProductTrial::finished, this,
            [&](const QString &, const Result<ImportReport> &report) { read = bool(report); });
    trial.read(m_folder->filePath(u"nothing.csv"_s), {});
    QTRY_COMPARE(read, std::optional(false));
}

void ProductTrialTest::onlyTheLastFileChosenIsToldOf()
{
    QByteArray many = "name,price\n";
    for (int row = 0; row < 20'000; ++row)
        many += "Candle " + QByteArray::number(row) + ",1.20\n";
    const QString large = write(u"large.csv"_s, many);
    const QString small = write(u"small.csv"_s, "name,price\nCandle,1.20\n");
    ProductTrial trial;
    QStringList told;
    connect(&trial, &ProductTrial::finished, this, [&](const QString &file) { told.append(file); });
    trial.read(large, {});
    trial.read(small, {});
    QTRY_COMPARE(told, QStringList{small});
}

void ProductTrialTest::productsWithoutARateTakeTheShops()
{
    ShopProfile profile;
    profile.currency = Currency("SEK");
    profile.standardRate = {2500};
    const QString table = write(u"goods.csv"_s, "sku,name,price,tax\n1,Candle,1.20,\n"
                                                "2,Bread,3.39,12\n");
    const auto line = CommandLine::parse({u"import-products"_s, table});
    QVERIFY(line);
    const auto options = importOptions(*line, profile);
    QVERIFY(options);
    QCOMPARE(options->currency, Currency("SEK"));
    ShopSettings settings;
    settings.folder = m_folder->path();
    const SystemClock clock;
    const OwnerOnly rights;
    const auto shop = Shop::open(settings, clock, rights);
    QVERIFY(shop);
    TableImport import((*shop)->catalog(), clock, u"T1"_s);
    bool done = false;
    connect(&import, &TableImport::finished, this,
            [&](const Result<ImportReport> &report) { done = report && report->newProducts == 2; });
    import.start(table, *options);
    QTRY_VERIFY(done);
    const auto rateOf = [&](const QString &sku) -> int {
        const auto reader = CatalogReader::open(*settings.storeOf(u"catalog"_s));
        const auto product = (*reader)->product(productIdForSku(sku));
        return product && *product ? (*product)->taxRate.basisPoints : -1;
    };
    QCOMPARE(rateOf(u"1"_s), 2500);
    QCOMPARE(rateOf(u"2"_s), 1200);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ProductTrialTest)

#include "product_trial_test.moc"
