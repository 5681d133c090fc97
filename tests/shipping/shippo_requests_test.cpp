// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/shipping/shippo_client.h"
#include "tests/shipping/shippo_mock.h"

#include <QRegularExpression>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

//! Every request that the client can make, held against the logistics system's own description by a
//! program of others, which answers with the description's example objects: those are read back.
class ShippoRequestsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aRequestIsAsDescribed_data();
    void aRequestIsAsDescribed();
    void theMockRefusesWhatIsWrong_data();
    void theMockRefusesWhatIsWrong();
    void aMisspeltFieldIsSeen_data();
    void aMisspeltFieldIsSeen();
    void aCarrierIsFoundByItsName();

private:
    ShippoDescription m_description;
    ShippoMock m_mock;
};

namespace {

using Request = NotingServer::Request;
//! What came of it, as text.
using Told = std::function<void(const QString &)>;
using Ask = std::function<void(ShippoClient &, const Told &)>;
//! Puts into an example what only we can know, or another state than the example's.
using Adapt = std::function<void(const Request &, QJsonObject &)>;

// As the description's example objects have them.
const auto exampleRate = u"adcfdddf8ec64b84ad22772bce3ea37a"_s;
const auto exampleLabel = u"915d94940ea54c3a80cbfa328722f5a1"_s;
const auto exampleParcel = u"9499907123456123456781"_s;
const auto exampleTrack = u"9205590164917312751089"_s;
const auto labelUrl = u"https://labels.example.com/1.pdf"_s;

QString reference() { return parcelReference(OrderId(), 1); }

Intent intent(int attempts = 0)
{
    static const auto id = IntentId::make({1});
    Intent made;
    made.id = id;
    made.attempts = attempts;
    return made;
}

QString textOf(const CallReply &reply)
{
    return reply.kind == CallReply::Kind::Definite ? QString::fromUtf8(reply.outcome) : reply.note;
}

template <class Outcome>
QString textOf(const Outcome &outcome)
{
    return QString::fromUtf8(encode(outcome));
}

QString progressText(std::optional<ParcelProgress> progress)
{
    return progress ? QString::number(int(*progress)) : u"not learnt"_s;
}

Address home()
{
    return {u"Zoë Müller-Łukasz"_s,
            u"Straße des 17. Juni 135"_s,
            u"3. Hof \"links\""_s,
            u"Berlin"_s,
            u"10623"_s,
            u"BE"_s,
            u"DE"_s,
            u"+49 30 1"_s,
            u"zoe@example.com"_s};
}

Ask quote(const Address &to, const Parcel &parcel)
{
    return [=](ShippoClient &client, const Told &told) {
        client.quote(intent(), QuoteRequest{{}, 1, {}, parcel}, to,
                     [told](const CallReply &reply) { told(textOf(reply)); });
    };
}

Ask buy(int attempts)
{
    return [=](ShippoClient &client, const Told &told) {
        client.buy(intent(attempts), LabelRequest{1, {}, exampleRate}, true,
                   [told](const CallReply &reply) { told(textOf(reply)); });
    };
}

//! Once more after it was not found, which is when it may be bought.
Ask buyAfterLooking()
{
    return [](ShippoClient &client, const Told &told) {
        buy(1)(client, [&client, told](const QString &) { buy(1)(client, told); });
    };
}

Ask voidLabel(int attempts)
{
    return [=](ShippoClient &client, const Told &told) {
        client.voidLabel(intent(attempts), VoidRequest{u"usps"_s, exampleLabel, {}, exampleTrack},
                         [told](const CallReply &reply) { told(textOf(reply)); });
    };
}

//! The states of labels and voids in the answers; all else is as in the examples.
Adapt withStatus(const QString &label, const QString &voided = u"ERROR"_s)
{
    return [=](const Request &request, QJsonObject &body) {
        if (request.path == u"/refunds"_s)
            body[u"status"_s] = voided;
        else if (request.path.startsWith(u"/transactions"_s)) {
            body[u"status"_s] = label;
            body[u"metadata"_s] = reference();
            body[u"label_url"_s] = labelUrl;
        }
    };
}

//! A list of labels with ours on its second page; or on none.
Adapt withPages(bool found)
{
    return [=](const Request &request, QJsonObject &body) {
        if (request.method == u"POST"_s)
            return withStatus(u"SUCCESS"_s)(request, body);
        const bool last = !found || request.form.contains("page=2");
        body[u"next"_s] = last ? QJsonValue() : QJsonValue(u"baseurl?page=2"_s);
        QJsonObject label = body[u"results"_s][0].toObject();
        if (found && last)
            withStatus(u"SUCCESS"_s)(request, label);
        body[u"results"_s] = QJsonArray{label};
    };
}

void addRow(const char *name, const Ask &ask, const Adapt &adapt, const QStringList &requests,
            const QString &told, const QString &format = u"PDF_4x6"_s)
{
    QTest::newRow(name) << ask << adapt << requests << told << format;
}

void addOffers()
{
    const Adapt ours = [](const Request &, QJsonObject &body) {
        body[u"metadata"_s] = reference();
    };
    const auto offered = textOf(QuoteOutcome{
        QuoteResult::Offered, u"usps"_s, u"USPS"_s, {550, Currency("USD")}, exampleRate, {}});
    const QStringList asked{u"POST /shipments"_s};
    const Parcel usual{1000, 300, 200, 150};
    addRow("offers", quote(home(), usual), ours, asked, offered);
    addRow("offers for an address with little in it",
           quote({u"Ada"_s, u"High Street 1"_s, {}, u"London"_s, {}, {}, u"GB"_s, {}, {}}, usual),
           ours, asked, offered);
    addRow("offers for a large parcel", quote(home(), {31'500, 2'000, 1'000, 999}), ours, asked,
           offered);
}

void addLabels()
{
    const auto bought =
        textOf(LabelOutcome{LabelResult::Bought, exampleLabel, labelUrl, {}, exampleParcel});
    const QStringList posted{u"POST /transactions"_s};
    const QString list = u"GET /transactions"_s;
    for (const auto &format : {u"PDF_4x6"_s, u"PDF_A6"_s, u"ZPLII"_s})
        addRow(qPrintable(u"a label as "_s + format), buy(0), withStatus(u"SUCCESS"_s), posted,
               bought, format);
    addRow("a label that is being made", buy(0), withStatus(u"WAITING"_s), posted,
           u"the label is being made"_s);
    addRow("a label found on the second page", buy(1), withPages(true), {list, list}, bought);
    addRow("a label not found, and bought", buyAfterLooking(), withPages(false),
           {list, list, posted.constFirst()}, bought);
}

void addVoids()
{
    const auto outcome = [](VoidResult result, const QString &reason = {}) {
        return textOf(VoidOutcome{reason, result});
    };
    const QString post = u"POST /refunds"_s;
    const QString look = u"GET /transactions/"_s + exampleLabel;
    const QString track = u"GET /tracks/usps/"_s + exampleTrack;
    addRow("a void", voidLabel(0), withStatus({}, u"QUEUED"_s), {post},
           outcome(VoidResult::Pending));
    addRow("a void that is done at once", voidLabel(0), withStatus({}, u"SUCCESS"_s), {post},
           outcome(VoidResult::Voided));
    addRow("a void that is refused", voidLabel(0), withStatus(u"SUCCESS"_s), {post, look, track},
           outcome(VoidResult::Refused, u"the void was refused"_s));
    addRow("a void that may have been asked for", voidLabel(1), withStatus(u"REFUNDPENDING"_s),
           {look}, outcome(VoidResult::Pending));
    addRow(
        "what became of a void",
        [](ShippoClient &client, const Told &told) {
            client.askVoid(exampleLabel, [told](std::optional<VoidResult> result) {
                told(result ? textOf(VoidOutcome{{}, *result}) : u"not learnt"_s);
            });
        },
        withStatus(u"REFUNDED"_s), {look}, outcome(VoidResult::Voided));
    addRow(
        "where the parcel is",
        [](ShippoClient &client, const Told &told) {
            client.track(u"usps"_s, exampleTrack, [told](std::optional<ParcelProgress> progress) {
                told(progressText(progress));
            });
        },
        withStatus({}), {track}, progressText(ParcelProgress::Unscanned));
}

QString textOf(const AddressCheck &check)
{
    const Address &place = check.suggestion;
    return u"%1 %2 %3"_s.arg(int(check.result))
        .arg(QStringList{place.name, place.street1, place.street2, place.zip, place.city,
                         place.state, place.country, place.phone}
                 .join(u'|'),
             check.reason);
}

void addAddressChecks()
{
    using Result = AddressCheck::Result;
    const auto ask = [](ShippoClient &client, const Told &told) {
        client.checkAddress(home(), [told](const AddressCheck &check) { told(textOf(check)); });
    };
    const auto saying = [](bool valid, const std::function<void(QJsonObject &)> &place) -> Adapt {
        return [=](const Request &, QJsonObject &body) {
            body[u"validation_results"_s] =
                QJsonObject{{u"is_valid"_s, valid}, {u"messages"_s, QJsonArray()}};
            place(body);
        };
    };
    const auto atHome = [](QJsonObject &body) {
        body[u"street1"_s] = home().street1.toLower();
        body[u"street2"_s] = home().street2;
        body[u"zip"_s] = home().zip;
        body[u"city"_s] = home().city;
        body[u"state"_s] = home().state;
        body[u"country"_s] = home().country;
    };
    const QStringList posted{u"POST /addresses"_s};
    addRow(
        "an address that is not found", ask, [](const Request &, QJsonObject &) {}, posted,
        textOf(AddressCheck{Result::Doubtful,
                            {},
                            u"City, State and ZIP Code are valid, but street address is not a "
                            "match."_s}));
    addRow("an address as it should be", ask, saying(true, atHome), posted,
           textOf(AddressCheck{Result::Valid, {}, {}}));
    Address example = home();
    example.street1 = u"215 Clayton St."_s;
    example.street2 = u"string"_s;
    example.zip = u"94117"_s;
    example.city = u"San Francisco"_s;
    example.state = u"CA"_s;
    example.country = u"US"_s;
    addRow("an address that is written otherwise", ask, saying(true, [](QJsonObject &) {}), posted,
           textOf(AddressCheck{Result::Corrected, example, {}}));
    addRow("a suggestion that is none", ask,
           saying(true, [](QJsonObject &body) { body[u"city"_s] = QString(); }), posted,
           textOf(AddressCheck()));
    addRow(
        "an address that cannot be checked", ask,
        [](const Request &, QJsonObject &body) { body.remove(u"validation_results"_s); }, posted,
        textOf(AddressCheck()));
}

QByteArray request(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                   const QByteArray &token = "ShippoToken shippo_test_kontor")
{
    return method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" +
           (token.isEmpty() ? QByteArray() : "Authorization: " + token + "\r\n") +
           "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace

void ShippoRequestsTest::initTestCase()
{
    if (const auto missing = m_description.unpack(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
    if (!ShippoMock::isInstalled())
        QSKIP("The mock of the logistics system is not installed: scripts/test does that by npm.");
    const auto trouble = m_mock.start(m_description.path());
    QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
}

void ShippoRequestsTest::aRequestIsAsDescribed_data()
{
    QTest::addColumn<Ask>("ask");
    QTest::addColumn<Adapt>("adapt");
    QTest::addColumn<QStringList>("requests");
    QTest::addColumn<QString>("told");
    QTest::addColumn<QString>("format");
    addOffers();
    addLabels();
    addVoids();
    addAddressChecks();
}

void ShippoRequestsTest::aRequestIsAsDescribed()
{
    QFETCH(const Ask, ask);
    QFETCH(const Adapt, adapt);
    QFETCH(const QStringList, requests);
    QFETCH(const QString, told);
    QFETCH(const QString, format);
    NotingServer server;
    QStringList violations;
    server.answer = [&](const Request &asked) {
        ShippoMock::Answer example = m_mock.exchange(asked.bytes);
        if (!example.isClean())
            violations.append(asked.path + u": "_s + example.text());
        const auto undeclared = m_description.undeclared(asked);
        for (const QString &field : undeclared)
            violations.append(asked.path + u": not in the description: "_s + field);
        adapt(asked, example.body);
        return NotingServer::Answer{example.status, QJsonDocument(example.body).toJson()};
    };
    ShippoSettings settings;
    settings.baseUrl = server.url();
    settings.token = "shippo_test_kontor";
    settings.from = home();
    settings.labelFormat = format;
    settings.lookUpPauseMs = 0;
    const SystemClock clock;
    ShippoClient client(settings, clock);
    std::optional<QString> answered;
    ask(client, [&answered](const QString &text) { answered = text; });
    QTRY_VERIFY_WITH_TIMEOUT(answered.has_value(), 30'000);
    QVERIFY2(violations.isEmpty(), qPrintable(violations.join(u'\n')));
    QStringList made;
    for (const Request &asked : std::as_const(server.requests)) {
        made.append(asked.method + u' ' + asked.path);
        QVERIFY(asked.head.contains("Authorization: ShippoToken shippo_test_kontor"));
        QVERIFY(asked.head.contains("SHIPPO-API-VERSION: 2018-02-08"));
        QCOMPARE(asked.head.contains("Content-Type: application/json"), asked.method == u"POST"_s);
        // To know where it is, nobody needs to know whose.
        if (asked.path == u"/addresses"_s)
            QVERIFY(!asked.form.contains("zoe@example.com") && !asked.form.contains("Zo"));
    }
    QCOMPARE(made, requests);
    QCOMPARE(*answered, told);
}

void ShippoRequestsTest::theMockRefusesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("violation");
    const auto shipment = [](const QByteArray &address, const QByteArray &parcel) {
        return request("POST", "/shipments",
                       R"({"address_from":{"country":"DE"},"address_to":{)" + address +
                           R"(},"parcels":[{)" + parcel + "}]}");
    };
    const QByteArray size = R"("length":"1","width":"1","height":"1","distance_unit":"mm",)";
    QTest::newRow("nothing wrong: the others are refused for what is wrong with them")
        << shipment(R"("country":"DE")", size + R"("weight":"1","mass_unit":"g")") << 201
        << QByteArray();
    QTest::newRow("an address without a country")
        << shipment(R"("city":"Bremen")", size + R"("weight":"1","mass_unit":"g")") << 400
        << QByteArray("'country'");
    QTest::newRow("a parcel without a weight")
        << shipment(R"("country":"DE")", size + R"("mass_unit":"g")") << 400
        << QByteArray("'weight'");
    QTest::newRow("a weight that is no text")
        << shipment(R"("country":"DE")", size + R"("weight":1,"mass_unit":"g")") << 400
        << QByteArray("weight must be string");
    QTest::newRow("a unit that there is not")
        << shipment(R"("country":"DE")", size + R"("weight":"1","mass_unit":"mg")") << 400
        << QByteArray("mass_unit must be equal to one of the allowed values");
    QTest::newRow("an address to check without a country")
        << request("POST", "/addresses", R"({"city":"Bremen","validate":true})") << 400
        << QByteArray("'country'");
    QTest::newRow("a label without a rate")
        << request("POST", "/transactions", "{}") << 400 << QByteArray("'rate'");
    QTest::newRow("a format that there is not")
        << request("POST", "/transactions", R"({"rate":"1","label_file_type":"PDF_4x5"})") << 400
        << QByteArray("label_file_type must be equal to one of the allowed values");
    QTest::newRow("a flag that is none")
        << request("POST", "/transactions", R"({"rate":"1","async":"no"})") << 400
        << QByteArray("async must be boolean");
    QTest::newRow("a void without a label")
        << request("POST", "/refunds", "{}") << 400 << QByteArray("'transaction'");
    QTest::newRow("a body that is no object")
        << request("POST", "/refunds", "[1]") << 400 << QByteArray("must be object");
    QTest::newRow("a page that is no number") << request("GET", "/transactions?page=one", {}) << 400
                                              << QByteArray("page must be integer");
    QTest::newRow("too many on a page") << request("GET", "/transactions?results=101", {}) << 400
                                        << QByteArray("results must be <= 100");
    QTest::newRow("nobody in particular asks")
        << request("GET", "/transactions/1", {}, {}) << 401 << QByteArray();
    QTest::newRow("a path that there is not")
        << request("POST", "/transaction", R"({"rate":"1"})") << 404 << QByteArray();
    QTest::newRow("a method that there is not")
        << request("DELETE", "/transactions/1", {}) << 405 << QByteArray();
}

//! Else the rows above would prove nothing.
void ShippoRequestsTest::theMockRefusesWhatIsWrong()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const int, status);
    QFETCH(const QByteArray, violation);
    const auto answer = m_mock.exchange(sent);
    QCOMPARE(answer.status, status);
    QVERIFY2(answer.violations.contains(violation), qPrintable(answer.text()));
}

void ShippoRequestsTest::aMisspeltFieldIsSeen_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QStringList>("undeclared");
    QTest::newRow("in a body") << u"POST"_s << u"/transactions"_s
                               << QByteArray(R"({"rate":"1","label_type":"PDF"})")
                               << QStringList{u"label_type"_s};
    QTest::newRow("deep in a body")
        << u"POST"_s << u"/shipments"_s
        << QByteArray(R"({"address_to":{"zip":"1","postcode":"1"},"parcels":[{"mass":"1"}]})")
        << QStringList{u"postcode"_s, u"mass"_s};
    QTest::newRow("in a query") << u"GET"_s << u"/transactions"_s
                                << QByteArray("rate=1&per_page=100") << QStringList{u"per_page"_s};
}

//! What the mock lets pass.
void ShippoRequestsTest::aMisspeltFieldIsSeen()
{
    QFETCH(const QString, method);
    QFETCH(const QString, path);
    QFETCH(const QByteArray, form);
    QFETCH(const QStringList, undeclared);
    QCOMPARE(m_description.undeclared({method, path, form, {}, {}}), undeclared);
}

//! By the description's table of carriers; else their parcels could not be tracked.
void ShippoRequestsTest::aCarrierIsFoundByItsName()
{
    const QJsonObject carriers = m_description.schema(u"CarriersEnum"_s);
    const auto tokens = carriers[u"enum"_s].toArray();
    static const QRegularExpression line(u"^\\| (\\w+) \\| ([^|(]+?) *(?:\\([^|]*)?\\|$"_s,
                                         QRegularExpression::MultilineOption);
    int named = 0;
    for (auto all = line.globalMatch(carriers[u"description"_s].toString()); all.hasNext();) {
        const auto row = all.next();
        if (!tokens.contains(row.captured(1)))
            continue;
        ++named;
        QCOMPARE(shippoCarrier(row.captured(2), row.captured(1) + u"_standard"_s), row.captured(1));
    }
    QCOMPARE(named, int(tokens.size()));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ShippoRequestsTest)
#include "shippo_requests_test.moc"
