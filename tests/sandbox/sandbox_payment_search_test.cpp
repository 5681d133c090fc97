// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/payment_search.h"
#include "tests/sandbox/sandbox_harness.h"

#include <QJsonArray>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace kontor::sandbox;

class SandboxPaymentSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsArePagedNewestFirst();
    void searchesAreRead_data();
    void searchesAreRead();
    void anIntentIsFoundByItsMetadata();
    void theChargeIsShownWhereAsked();
};

void SandboxPaymentSearchTest::listsArePagedNewestFirst()
{
    SandboxHarness sandbox;
    QStringList newestFirst;
    for (int i = 1; i <= 5; ++i)
        newestFirst.prepend(QString::fromLatin1(sandbox.authorised(i)));
    QStringList seen;
    QByteArray after;
    bool more = true;
    while (more) {
        const auto page = sandbox.pay("GET", "/v1/payment_intents?limit=2" + after);
        QCOMPARE(page.status, 200);
        const auto data = page.json[u"data"_s].toArray();
        for (const auto &intent : data)
            seen.append(intent[u"id"_s].toString());
        after = "&starting_after=" + seen.last().toLatin1();
        more = page.json[u"has_more"_s].toBool();
    }
    QCOMPARE(seen, newestFirst);
    const auto back = sandbox.pay("GET", "/v1/payment_intents?limit=2&ending_before=" +
                                             newestFirst[3].toLatin1());
    QCOMPARE(back.json[u"data"_s][0][u"id"_s].toString(), newestFirst[1]);
    QVERIFY(back.json[u"has_more"_s].toBool());
    QCOMPARE(sandbox.pay("GET", "/v1/payment_intents?limit=101").status, 400);
    QCOMPARE(sandbox.pay("GET", "/v1/payment_intents?starting_after=pi_0").status, 404);
}

void SandboxPaymentSearchTest::searchesAreRead_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QList<SearchClause>>("clauses");

    const SearchClause order{u"metadata"_s, u"order"_s, u"47"_s};
    QTest::newRow("one") << u"metadata['order']:'47'"_s << QList{order};
    QTest::newRow("double quotes") << u"metadata[\"order\"]:\"47\""_s << QList{order};
    QTest::newRow("two") << u"metadata['order']:'47' AND status:'succeeded'"_s
                         << QList{order, SearchClause{u"status"_s, {}, u"succeeded"_s}};
    QTest::newRow("a quote inside") << u"metadata['order']:'O\\'Neil'"_s
                                    << QList{SearchClause{u"metadata"_s, u"order"_s, u"O'Neil"_s}};
    for (const auto &wrong :
         {u""_s, u"order:'47'"_s, u"metadata['order']"_s, u"metadata['order']:47"_s,
          u"metadata['order']:'47' AND "_s, u"metadata['order']:'47' OR status:'succeeded'"_s,
          u"metadata['order']:'47' status:'succeeded'"_s})
        QTest::addRow("wrong: %s", qPrintable(wrong)) << wrong << QList<SearchClause>();
}

void SandboxPaymentSearchTest::searchesAreRead()
{
    QFETCH(QString, query);
    QFETCH(QList<SearchClause>, clauses);
    const auto parsed = parseSearch(query);
    QCOMPARE(parsed.has_value(), !clauses.isEmpty());
    QCOMPARE(parsed.value_or(QList<SearchClause>()), clauses);
}

void SandboxPaymentSearchTest::anIntentIsFoundByItsMetadata()
{
    SandboxHarness sandbox;
    QStringList ids;
    for (const QByteArray order : {"47", "478", "47"})
        ids.append(sandbox
                       .pay("POST", "/v1/payment_intents",
                            "amount=5&currency=eur&metadata[till]=1&metadata[order]=" + order)
                       .id());
    const auto search = [&](const QString &query) {
        return sandbox.pay("GET",
                           "/v1/payment_intents/search?query=" + QUrl::toPercentEncoding(query));
    };
    const auto found = search(u"metadata['order']:'47' AND metadata['till']:'1'"_s).json;
    QCOMPARE(found[u"object"_s].toString(), u"search_result"_s);
    QCOMPARE(found[u"data"_s].toArray().size(), 2);
    QCOMPARE(found[u"data"_s][0][u"id"_s].toString(), ids[2]);
    QCOMPARE(found[u"data"_s][1][u"id"_s].toString(), ids[0]);
    QVERIFY(search(u"metadata['order']:'4'"_s).json[u"data"_s].toArray().isEmpty());
    QCOMPARE(search(u"metadata['order']"_s).status, 400);
}

void SandboxPaymentSearchTest::theChargeIsShownWhereAsked()
{
    SandboxHarness sandbox;
    const auto path = "/v1/payment_intents/" + sandbox.authorised(1000);
    QVERIFY(sandbox.pay("GET", path).json[u"latest_charge"_s].isString());
    const auto shown = sandbox.pay("GET", path + "?expand[]=latest_charge").json;
    const auto card = shown[u"latest_charge"_s][u"payment_method_details"_s][u"card"_s];
    QCOMPARE(card[u"brand"_s].toString(), u"visa"_s);
    QCOMPARE(card[u"last4"_s].toString(), u"4242"_s);
    const auto captured = sandbox.pay("POST", path + "/capture", "expand[]=latest_charge").json;
    QCOMPARE(captured[u"latest_charge"_s][u"captured"_s].toBool(), true);
}

QTEST_GUILESS_MAIN(SandboxPaymentSearchTest)
#include "sandbox_payment_search_test.moc"
