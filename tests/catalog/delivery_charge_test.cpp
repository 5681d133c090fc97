// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/catalog/catalog_fixture.h"
#include "tests/core/error_text.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kontor;

namespace {

const Currency euro("EUR");

DeliveryCharge row(const QString &country, int fromGrams, qint64 fromCents, qint64 cents)
{
    return {country, fromGrams, {fromCents, euro}, {cents, euro}, {2000}, u"Parcel"_s};
}

//! To Austria, and elsewhere; heavy parcels cost more, dear ones nothing.
QList<DeliveryCharge> table()
{
    return {row(u"AT"_s, 0, 0, 490), row(u"AT"_s, 5000, 0, 990), row(u"AT"_s, 0, 5000, 0),
            row({}, 0, 0, 1290), row({}, 2000, 0, 1990)};
}

} // namespace

class DeliveryChargeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableSaysWhatAParcelCosts_data();
    void theTableSaysWhatAParcelCosts();
    void whereNoRowFitsThereIsNoCharge();
    void aTableIsKeptInItsOrder();
    void whatIsImpossibleChangesNothing_data();
    void whatIsImpossibleChangesNothing();
};

void DeliveryChargeTest::theTableSaysWhatAParcelCosts_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<int>("grams");
    QTest::addColumn<int>("cents");
    QTest::addColumn<int>("charge");
    QTest::newRow("nothing weighed") << u"AT"_s << 0 << 100 << 490;
    QTest::newRow("a gram below") << u"AT"_s << 4999 << 100 << 490;
    QTest::newRow("the weight itself") << u"AT"_s << 5000 << 100 << 990;
    QTest::newRow("a cent below") << u"AT"_s << 0 << 4999 << 490;
    QTest::newRow("the value itself") << u"AT"_s << 0 << 5000 << 0;
    QTest::newRow("the value comes before the weight") << u"AT"_s << 9000 << 5000 << 0;
    QTest::newRow("another country") << u"FR"_s << 1999 << 9000 << 1290;
    QTest::newRow("another country, heavy") << u"FR"_s << 2000 << 100 << 1990;
    QTest::newRow("no country yet") << QString() << 0 << 100 << 1290;
}

void DeliveryChargeTest::theTableSaysWhatAParcelCosts()
{
    QFETCH(QString, country);
    QFETCH(int, grams);
    QFETCH(int, cents);
    QFETCH(int, charge);
    QList<DeliveryCharge> rows = table();
    for (int turn = 0; turn < 2; ++turn) {
        const auto found = chargeFor(rows, country, grams, {cents, euro});
        QVERIFY(found);
        QCOMPARE(found->amount.minor, charge);
        std::reverse(rows.begin(), rows.end());
    }
}

void DeliveryChargeTest::whereNoRowFitsThereIsNoCharge()
{
    const QList<DeliveryCharge> own{row(u"AT"_s, 0, 1000, 490), row(u"DE"_s, 0, 0, 100)};
    QVERIFY(!chargeFor({}, u"AT"_s, 0, {5000, euro}));
    QVERIFY(!chargeFor(own, u"AT"_s, 0, {999, euro}));
    QVERIFY(!chargeFor(own, u"FR"_s, 0, {5000, euro}));
    QVERIFY(!chargeFor(own, u"DE"_s, 0, {5000, Currency("USD")}));
}

void DeliveryChargeTest::aTableIsKeptInItsOrder()
{
    CatalogFixture catalog;
    const auto none = catalog.reader()->deliveryCharges();
    QVERIFY2(none, errorText(none).constData());
    QVERIFY(none->isEmpty());
    const auto saved = catalog.service().setDeliveryCharges(catalog.command(), table());
    QVERIFY2(saved, errorText(saved).constData());
    const QList<DeliveryCharge> sorted{row({}, 0, 0, 1290), row({}, 2000, 0, 1990),
                                       row(u"AT"_s, 0, 0, 490), row(u"AT"_s, 5000, 0, 990),
                                       row(u"AT"_s, 0, 5000, 0)};
    QCOMPARE(*catalog.reader()->deliveryCharges(), sorted);
    QVERIFY(catalog.service().setDeliveryCharges(catalog.command(), {}));
    QVERIFY(catalog.reader()->deliveryCharges()->isEmpty());
}

void DeliveryChargeTest::whatIsImpossibleChangesNothing_data()
{
    QTest::addColumn<QList<DeliveryCharge>>("bad");
    QTest::addColumn<int>("reason");
    const auto with = [](const char *name, CatalogError reason, auto twist) {
        DeliveryCharge bad = row(u"DE"_s, 0, 0, 490);
        twist(bad);
        QTest::newRow(name) << QList{bad} << int(reason);
    };
    with("a country in full", CatalogError::BadCountry,
         [](DeliveryCharge &bad) { bad.country = u"Germany"_s; });
    with("a country in small letters", CatalogError::BadCountry,
         [](DeliveryCharge &bad) { bad.country = u"de"_s; });
    with("less than no weight", CatalogError::BadWeight,
         [](DeliveryCharge &bad) { bad.fromGrams = -1; });
    with("less than no value", CatalogError::BadPrice,
         [](DeliveryCharge &bad) { bad.fromValue.minor = -1; });
    with("less than nothing", CatalogError::BadPrice,
         [](DeliveryCharge &bad) { bad.amount.minor = -1; });
    with("two currencies", CatalogError::BadPrice,
         [](DeliveryCharge &bad) { bad.amount.currency = Currency("USD"); });
    with("a tax of more than all", CatalogError::BadTaxRate,
         [](DeliveryCharge &bad) { bad.taxRate.basisPoints = TaxRate::maxBasisPoints + 1; });
    with("no name", CatalogError::BadName, [](DeliveryCharge &bad) { bad.name = u" "_s; });
    QTest::newRow("the same case twice")
        << QList{row(u"DE"_s, 0, 0, 490), row(u"DE"_s, 0, 0, 590)} << int(CatalogError::SaidTwice);
}

void DeliveryChargeTest::whatIsImpossibleChangesNothing()
{
    QFETCH(QList<DeliveryCharge>, bad);
    QFETCH(int, reason);
    CatalogFixture catalog;
    QVERIFY(catalog.service().setDeliveryCharges(catalog.command(), {row({}, 0, 0, 100)}));
    const auto saved = catalog.service().setDeliveryCharges(catalog.command(), bad);
    QVERIFY(!saved && saved.error().is(CatalogError(reason)));
    QCOMPARE(catalog.reader()->deliveryCharges()->size(), 1);
}

QTEST_GUILESS_MAIN(DeliveryChargeTest)
#include "delivery_charge_test.moc"
