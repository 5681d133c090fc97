// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandbox_harness.h"
#include "tests/sandbox/schema_check.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kontor::sandbox;

namespace {

QJsonObject shipmentTo(const QString &zip, const QString &country = u"DE"_s,
                       const QString &street = u"Hauptstr. 1"_s)
{
    const QJsonObject from{{u"name"_s, u"Shop"_s},
                           {u"street1"_s, u"Markt 1"_s},
                           {u"city"_s, u"Bonn"_s},
                           {u"zip"_s, u"53111"_s},
                           {u"country"_s, u"DE"_s}};
    const QJsonObject to{{u"name"_s, u"Ada"_s},
                         {u"street1"_s, street},
                         {u"city"_s, u"Köln"_s},
                         {u"zip"_s, zip},
                         {u"country"_s, country}};
    const QJsonObject parcel{{u"length"_s, u"30"_s},  {u"width"_s, u"20"_s},
                             {u"height"_s, u"10"_s},  {u"distance_unit"_s, u"cm"_s},
                             {u"weight"_s, u"1.2"_s}, {u"mass_unit"_s, u"kg"_s}};
    return {{u"address_from"_s, from},
            {u"address_to"_s, to},
            {u"parcels"_s, QJsonArray{parcel}},
            {u"metadata"_s, u"order 7"_s},
            {u"async"_s, false}};
}

} // namespace

class SandboxLogisticsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_schemas = ApiSchemas::load(u"shippo-public-api-2018-02-08.json.gz"_s); }

    void weightsAreRead_data();
    void weightsAreRead();
    void aShipmentHasRates();
    void anAddressThatIsWrongCanBeCorrected_data();
    void anAddressThatIsWrongCanBeCorrected();
    void aDestinationThatIsNotServedHasNoRates();
    void aWrongShipmentIsRefused_data();
    void aWrongShipmentIsRefused();
    void aCallerWithoutATokenIsRefused();
    void aLabelIsBoughtAndFound();
    void boughtTwiceAreTwoLabels();
    void aRateThatIsGoneBuysNothing();
    void aLabelIsVoidedUntilTheParcelIsScanned();
    void aVoidMayWaitForTheCarrier();
    void aScanBeatsAWaitingVoid();
    void aParcelIsTracked();
    void labelsArePaged();
    void allIsAsBeforeAfterARestart();

private:
    static QString boughtLabel(const SandboxHarness &sandbox, const QString &zip = u"50667"_s);
    static QByteArray tracking(const SandboxHarness &sandbox, const QString &label);
    void verifyShape(const QString &schema, const QJsonObject &value) const
    {
        if (!m_schemas.isEmpty())
            QCOMPARE(m_schemas.violations(schema, value), QString());
    }

    ApiSchemas m_schemas;
};

QString SandboxLogisticsTest::boughtLabel(const SandboxHarness &sandbox, const QString &zip)
{
    const auto shipment = sandbox.ship("POST", "/shipments", shipmentTo(zip)).json;
    const QJsonObject purchase{{u"rate"_s, shipment[u"rates"_s][0][u"object_id"_s]},
                               {u"metadata"_s, u"parcel 7"_s}};
    return sandbox.ship("POST", "/transactions", purchase).id();
}

QByteArray SandboxLogisticsTest::tracking(const SandboxHarness &sandbox, const QString &label)
{
    const auto found = sandbox.ship("GET", "/transactions/" + label.toLatin1()).json;
    return found[u"tracking_number"_s].toString().toLatin1();
}

void SandboxLogisticsTest::weightsAreRead_data()
{
    QTest::addColumn<QString>("weight");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<qint64>("grams");
    QTest::newRow("kilograms") << u"1.2"_s << u"kg"_s << qint64(1200);
    QTest::newRow("grams, rounded up") << u"0.5"_s << u"g"_s << qint64(1);
    QTest::newRow("pounds") << u"2"_s << u"lb"_s << qint64(908);
    QTest::newRow("ounces") << u"1"_s << u"oz"_s << qint64(29);
    QTest::newRow("nothing") << u"0"_s << u"kg"_s << qint64(-1);
    QTest::newRow("negative") << u"-1"_s << u"kg"_s << qint64(-1);
    QTest::newRow("stones") << u"2"_s << u"stone"_s << qint64(-1);
    QTest::newRow("a comma") << u"1,2"_s << u"kg"_s << qint64(-1);
}

void SandboxLogisticsTest::weightsAreRead()
{
    QFETCH(QString, weight);
    QFETCH(QString, unit);
    QTEST(gramsFrom(weight, unit).value_or(-1), "grams");
}

void SandboxLogisticsTest::aShipmentHasRates()
{
    SandboxHarness sandbox;
    const auto answer = sandbox.ship("POST", "/shipments", shipmentTo(u"50667"_s));
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.json[u"status"_s].toString(), u"SUCCESS"_s);
    const auto rates = answer.json[u"rates"_s].toArray();
    QCOMPARE(rates.size(), 3);
    QCOMPARE(rates[0][u"amount"_s].toString(), u"5.69"_s);
    QCOMPARE(rates[0][u"currency"_s].toString(), u"EUR"_s);
    QVERIFY(!rates[0].toObject().contains(u"_sandbox"_s));
    verifyShape(u"Shipment"_s, answer.json);

    const auto path = "/shipments/" + answer.id().toLatin1();
    QCOMPARE(sandbox.ship("GET", path).json, answer.json);
    QCOMPARE(sandbox.ship("GET", path + "/rates").json[u"results"_s].toArray(), rates);
    const auto rate = rates[1].toObject();
    QCOMPARE(sandbox.ship("GET", "/rates/" + rate[u"object_id"_s].toString().toLatin1()).json,
             rate);
    const auto all = sandbox.ship("GET", "/shipments").json;
    QCOMPARE(all[u"results"_s].toArray().size(), 1);
    verifyShape(u"ShipmentPaginatedList"_s, all);
    const auto line = sandbox.ledger(u"shipment.created"_s).value(0);
    QCOMPARE(line[u"metadata"_s].toString(), u"order 7"_s);
}

void SandboxLogisticsTest::anAddressThatIsWrongCanBeCorrected_data()
{
    QTest::addColumn<QJsonObject>("shipment");
    QTest::newRow("no such postcode") << shipmentTo(u"00000"_s);
    QTest::newRow("no street") << shipmentTo(u"50667"_s, u"DE"_s, QString());
}

void SandboxLogisticsTest::anAddressThatIsWrongCanBeCorrected()
{
    QFETCH(QJsonObject, shipment);
    SandboxHarness sandbox;
    const auto answer = sandbox.ship("POST", "/shipments", shipment);
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.json[u"status"_s].toString(), u"ERROR"_s);
    QVERIFY(answer.json[u"rates"_s].toArray().isEmpty());
    QCOMPARE(answer.json[u"messages"_s][0][u"code"_s].toString(), u"address_invalid"_s);
    QCOMPARE(answer.json[u"address_to"_s][u"validation_results"_s][u"is_valid"_s].toBool(true),
             false);
    verifyShape(u"Shipment"_s, answer.json);
}

void SandboxLogisticsTest::aDestinationThatIsNotServedHasNoRates()
{
    SandboxHarness sandbox;
    const auto answer = sandbox.ship("POST", "/shipments", shipmentTo(u"50667"_s, u"XX"_s));
    QCOMPARE(answer.status, 201);
    QVERIFY(answer.json[u"rates"_s].toArray().isEmpty());
    QCOMPARE(answer.json[u"messages"_s][0][u"text"_s].toString(), u"destination not served"_s);
}

void SandboxLogisticsTest::aWrongShipmentIsRefused_data()
{
    QTest::addColumn<QJsonObject>("shipment");
    QTest::addColumn<QString>("field");

    auto shipment = shipmentTo(u"50667"_s);
    shipment.remove(u"address_to"_s);
    QTest::newRow("no destination") << shipment << u"address_to"_s;
    shipment = shipmentTo(u"50667"_s);
    shipment[u"parcels"_s] = QJsonArray();
    QTest::newRow("no parcel") << shipment << u"parcels"_s;
    auto parcel = shipmentTo(u"50667"_s)[u"parcels"_s][0].toObject();
    parcel[u"mass_unit"_s] = u"stone"_s;
    shipment[u"parcels"_s] = QJsonArray{parcel};
    QTest::newRow("an unknown unit") << shipment << u"parcels"_s;
    shipment = shipmentTo(u"50667"_s);
    shipment[u"metadata"_s] = QString(101, u'x');
    QTest::newRow("too much metadata") << shipment << u"metadata"_s;
    QTest::newRow("nothing") << QJsonObject() << u"detail"_s;
}

void SandboxLogisticsTest::aWrongShipmentIsRefused()
{
    QFETCH(QJsonObject, shipment);
    QFETCH(QString, field);
    SandboxHarness sandbox;
    const auto answer = sandbox.ship("POST", "/shipments", shipment);
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.json.contains(field));
    QVERIFY(sandbox.ledger().isEmpty());
}

void SandboxLogisticsTest::aCallerWithoutATokenIsRefused()
{
    SandboxHarness sandbox;
    QCOMPARE(sandbox.call("GET", "/transactions").status, 401);
    QCOMPARE(sandbox.call("GET", "/transactions", {}, "Authorization: Bearer sk_test_1\r\n").status,
             401);
}

void SandboxLogisticsTest::aLabelIsBoughtAndFound()
{
    SandboxHarness sandbox;
    const auto id = boughtLabel(sandbox);
    const auto label = sandbox.ship("GET", "/transactions/" + id.toLatin1()).json;
    QCOMPARE(label[u"status"_s].toString(), u"SUCCESS"_s);
    QCOMPARE(label[u"metadata"_s].toString(), u"parcel 7"_s);
    verifyShape(u"Transaction"_s, label);
    const auto file = sandbox.call("GET", QUrl(label[u"label_url"_s].toString()).path().toLatin1());
    QVERIFY(file.body.startsWith("%PDF-"));
    QVERIFY(file.body.contains(label[u"tracking_number"_s].toString().toLatin1()));

    const auto all = sandbox.ship("GET", "/transactions?object_status=SUCCESS").json;
    QCOMPARE(all[u"results"_s][0][u"metadata"_s].toString(), u"parcel 7"_s);
    verifyShape(u"TransactionPaginatedList"_s, all);
    const auto line = sandbox.ledger(u"label.purchased"_s).value(0);
    QCOMPARE(line[u"id"_s].toString(), id);
    QCOMPARE(line[u"metadata"_s].toString(), u"parcel 7"_s);
    QCOMPARE(line[u"amount"_s].toInt(), 569);
    QCOMPARE(line[u"currency"_s].toString(), u"EUR"_s);
    QCOMPARE(line[u"tracking_number"_s], label[u"tracking_number"_s]);
    QCOMPARE(sandbox.ship("GET", "/transactions/0").status, 404);
}

void SandboxLogisticsTest::boughtTwiceAreTwoLabels()
{
    SandboxHarness sandbox;
    const auto shipment = sandbox.ship("POST", "/shipments", shipmentTo(u"50667"_s)).json;
    const QJsonObject purchase{{u"rate"_s, shipment[u"rates"_s][0][u"object_id"_s]}};
    const auto first = sandbox.ship("POST", "/transactions", purchase);
    const auto second = sandbox.ship("POST", "/transactions", purchase);
    QVERIFY(first.id() != second.id());
    QCOMPARE(sandbox.ledger(u"label.purchased"_s).size(), 2);
}

void SandboxLogisticsTest::aRateThatIsGoneBuysNothing()
{
    SandboxHarness sandbox;
    const auto shipment = sandbox.ship("POST", "/shipments", shipmentTo(u"50667"_s)).json;
    const auto rate = shipment[u"rates"_s][0][u"object_id"_s].toString();
    QCOMPARE(sandbox.call("POST", "/_sandbox/lapse/" + rate.toLatin1()).status, 200);
    QCOMPARE(sandbox.ship("POST", "/transactions", {{u"rate"_s, rate}}).status, 400);
    QCOMPARE(sandbox.ship("POST", "/transactions", {{u"rate"_s, u"unknown"_s}}).status, 400);
    QVERIFY(sandbox.ledger(u"label.purchased"_s).isEmpty());
}

void SandboxLogisticsTest::aLabelIsVoidedUntilTheParcelIsScanned()
{
    SandboxHarness sandbox;
    const auto first = boughtLabel(sandbox);
    const auto voided = sandbox.ship("POST", "/refunds", {{u"transaction"_s, first}});
    QCOMPARE(voided.status, 201);
    QCOMPARE(voided.json[u"status"_s].toString(), u"SUCCESS"_s);
    verifyShape(u"Refund"_s, voided.json);
    QCOMPARE(sandbox.ship("GET", "/refunds/" + voided.id().toLatin1()).json, voided.json);
    QCOMPARE(sandbox.ship("GET", "/refunds/").json[u"results"_s].toArray().size(), 1);
    QCOMPARE(sandbox.ship("POST", "/refunds", {{u"transaction"_s, first}}).status, 400);
    QCOMPARE(sandbox.call("POST", "/_sandbox/scan/" + tracking(sandbox, first)).status, 409);

    const auto second = boughtLabel(sandbox);
    QCOMPARE(sandbox.call("POST", "/_sandbox/scan/" + tracking(sandbox, second)).status, 200);
    const auto refused = sandbox.ship("POST", "/refunds", {{u"transaction"_s, second}});
    QCOMPARE(refused.status, 201);
    QCOMPARE(refused.json[u"status"_s].toString(), u"ERROR"_s);
    QCOMPARE(sandbox.ship("POST", "/refunds", {{u"transaction"_s, u"none"_s}}).status, 400);
    const auto lines = sandbox.ledger(u"label.voided"_s);
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0][u"id"_s].toString(), first);
}

void SandboxLogisticsTest::aVoidMayWaitForTheCarrier()
{
    SandboxHarness sandbox;
    const auto label = boughtLabel(sandbox, u"00001"_s);
    const auto waiting = sandbox.ship("POST", "/refunds", {{u"transaction"_s, label}});
    QCOMPARE(waiting.json[u"status"_s].toString(), u"PENDING"_s);
    QVERIFY(sandbox.ledger(u"label.voided"_s).isEmpty());
    QCOMPARE(sandbox.call("POST", "/_sandbox/settle/" + waiting.id().toLatin1()).status, 200);
    const auto settled = sandbox.ship("GET", "/refunds/" + waiting.id().toLatin1()).json;
    QCOMPARE(settled[u"status"_s].toString(), u"SUCCESS"_s);
    QCOMPARE(sandbox.ledger(u"label.voided"_s).size(), 1);
}

void SandboxLogisticsTest::aScanBeatsAWaitingVoid()
{
    SandboxHarness sandbox;
    const auto label = boughtLabel(sandbox, u"00001"_s);
    const auto waiting = sandbox.ship("POST", "/refunds", {{u"transaction"_s, label}});
    QCOMPARE(sandbox.call("POST", "/_sandbox/scan/" + tracking(sandbox, label)).status, 200);
    const auto settled = sandbox.call("POST", "/_sandbox/settle/" + waiting.id().toLatin1());
    QCOMPARE(settled.json[u"status"_s].toString(), u"ERROR"_s);
    QVERIFY(sandbox.ledger(u"label.voided"_s).isEmpty());
}

void SandboxLogisticsTest::aParcelIsTracked()
{
    SandboxHarness sandbox;
    const auto label = boughtLabel(sandbox);
    const auto number = tracking(sandbox, label);
    const auto path = "/tracks/dhl_germany/" + number;
    const auto before = sandbox.ship("GET", path).json;
    QVERIFY(before[u"tracking_status"_s].isNull());
    sandbox.call("POST", "/_sandbox/scan/" + number);
    QCOMPARE(sandbox.ship("GET", path).json[u"tracking_status"_s][u"status"_s].toString(),
             u"TRANSIT"_s);
    sandbox.call("POST", "/_sandbox/deliver/" + number);
    const auto delivered = sandbox.ship("GET", path).json;
    QCOMPARE(delivered[u"tracking_status"_s][u"status"_s].toString(), u"DELIVERED"_s);
    QCOMPARE(delivered[u"tracking_history"_s].toArray().size(), 2);
    verifyShape(u"Track"_s, before);
    verifyShape(u"Track"_s, delivered);
    QCOMPARE(sandbox.ledger(u"parcel.scanned"_s).size(), 2);
    QVERIFY(sandbox.ship("GET", "/tracks/ups/" + number).json[u"tracking_status"_s].isNull());
    QCOMPARE(sandbox.call("POST", "/_sandbox/scan/unknown").status, 404);
}

void SandboxLogisticsTest::labelsArePaged()
{
    SandboxHarness sandbox;
    QStringList newestFirst;
    for (int i = 0; i < 5; ++i)
        newestFirst.prepend(boughtLabel(sandbox));
    QStringList seen;
    QByteArray path = "/transactions?results=2";
    while (!path.isEmpty()) {
        const auto page = sandbox.ship("GET", path).json;
        const auto results = page[u"results"_s].toArray();
        for (const auto &label : results)
            seen.append(label[u"object_id"_s].toString());
        const QUrl next(page[u"next"_s].toString());
        path = next.isEmpty() ? QByteArray() : (next.path() + u'?' + next.query()).toLatin1();
    }
    QCOMPARE(seen, newestFirst);
    QCOMPARE(sandbox.ship("GET", "/transactions?results=101").status, 400);
    QCOMPARE(sandbox.ship("GET", "/transactions?page=0").status, 400);
}

void SandboxLogisticsTest::allIsAsBeforeAfterARestart()
{
    SandboxHarness sandbox;
    const auto label = boughtLabel(sandbox);
    const auto number = tracking(sandbox, label);
    sandbox.call("POST", "/_sandbox/scan/" + number);
    const auto labels = sandbox.ship("GET", "/transactions").json[u"results"_s].toArray();
    const auto track = sandbox.ship("GET", "/tracks/dhl_germany/" + number).json;
    sandbox.restart();
    QCOMPARE(sandbox.ship("GET", "/transactions").json[u"results"_s].toArray(), labels);
    QCOMPARE(sandbox.ship("GET", "/tracks/dhl_germany/" + number).json, track);
}

QTEST_GUILESS_MAIN(SandboxLogisticsTest)
#include "sandbox_logistics_test.moc"
