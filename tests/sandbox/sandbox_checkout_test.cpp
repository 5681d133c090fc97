// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandbox_harness.h"
#include "tests/sandbox/schema_check.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kontor::sandbox;

namespace {

const QByteArray aLink =
    "mode=payment&success_url=https://shop.invalid/thanks&client_reference_id=order-7"
    "&metadata[order]=7&payment_intent_data[metadata][order]=7"
    "&line_items[0][quantity]=2&line_items[0][price_data][currency]=eur"
    "&line_items[0][price_data][unit_amount]=450"
    "&line_items[0][price_data][product_data][name]=Tea"
    "&line_items[1][quantity]=1&line_items[1][price_data][currency]=eur"
    "&line_items[1][price_data][unit_amount]=100"
    "&line_items[1][price_data][product_data][name]=Cup";

} // namespace

class SandboxCheckoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_schemas = ApiSchemas::load(u"stripe-extract.json.gz"_s); }

    void aPaidLinkGivesAPaidIntent();
    void aLinkMayOnlyAuthorise();
    void aDeclinedCardLeavesTheLinkOpen();
    void anExpiredLinkCannotBePaid();
    void aPaidLinkCannotExpire();
    void aWrongLinkIsRefused_data();
    void aWrongLinkIsRefused();
    void linksAreListedByTheirIntent();
    void thePageForTheCustomerIsThere();

private:
    ApiSchemas m_schemas;
};

void SandboxCheckoutTest::aPaidLinkGivesAPaidIntent()
{
    SandboxHarness sandbox;
    const auto link = sandbox.pay("POST", "/v1/checkout/sessions", aLink);
    QCOMPARE(link.status, 200);
    QCOMPARE(link.json[u"status"_s].toString(), u"open"_s);
    QCOMPARE(link.json[u"amount_total"_s].toInt(), 1000);
    QCOMPARE(link.json[u"payment_status"_s].toString(), u"unpaid"_s);
    QVERIFY(!link.json.contains(u"_sandbox"_s));
    QCOMPARE(sandbox.call("POST", "/_sandbox/pay/" + link.id().toLatin1()).status, 200);

    const auto paid = sandbox.pay("GET", "/v1/checkout/sessions/" + link.id().toLatin1()).json;
    QCOMPARE(paid[u"status"_s].toString(), u"complete"_s);
    QCOMPARE(paid[u"payment_status"_s].toString(), u"paid"_s);
    const auto intentId = paid[u"payment_intent"_s].toString();
    const auto intent = sandbox.pay("GET", "/v1/payment_intents/" + intentId.toLatin1()).json;
    QCOMPARE(intent[u"status"_s].toString(), u"succeeded"_s);
    QCOMPARE(intent[u"amount_received"_s].toInt(), 1000);
    QCOMPARE(intent[u"metadata"_s][u"order"_s].toString(), u"7"_s);
    QCOMPARE(sandbox.ledger(u"payment.captured"_s).size(), 1);
    QCOMPARE(sandbox.ledger(u"checkout.paid"_s).value(0)[u"payment_intent"_s].toString(), intentId);
    QCOMPARE(sandbox.call("POST", "/_sandbox/pay/" + link.id().toLatin1()).status, 400);
    QCOMPARE(sandbox.ledger(u"payment.captured"_s).size(), 1);
    if (!m_schemas.isEmpty()) {
        QCOMPARE(m_schemas.violations(u"checkout.session"_s, link.json), QString());
        QCOMPARE(m_schemas.violations(u"checkout.session"_s, paid), QString());
    }
}

void SandboxCheckoutTest::aLinkMayOnlyAuthorise()
{
    SandboxHarness sandbox;
    const auto link = sandbox.pay("POST", "/v1/checkout/sessions",
                                  aLink + "&payment_intent_data[capture_method]=manual");
    const auto path = "/v1/checkout/sessions/" + link.id().toLatin1();
    sandbox.call("POST", "/_sandbox/pay/" + link.id().toLatin1());
    const auto session = sandbox.pay("GET", path).json;
    QCOMPARE(session[u"status"_s].toString(), u"complete"_s);
    QCOMPARE(session[u"payment_status"_s].toString(), u"unpaid"_s);
    const auto intent = session[u"payment_intent"_s].toString().toLatin1();
    QCOMPARE(sandbox.pay("POST", "/v1/payment_intents/" + intent + "/capture").status, 200);
    QCOMPARE(sandbox.pay("GET", path).json[u"payment_status"_s].toString(), u"paid"_s);
}

void SandboxCheckoutTest::aDeclinedCardLeavesTheLinkOpen()
{
    SandboxHarness sandbox;
    const auto id = sandbox.pay("POST", "/v1/checkout/sessions", aLink).id().toLatin1();
    const auto declined =
        sandbox.call("POST", "/_sandbox/pay/" + id + "?payment_method=pm_card_chargeDeclined");
    QCOMPARE(declined.status, 402);
    QCOMPARE(sandbox.pay("GET", "/v1/checkout/sessions/" + id).json[u"status"_s].toString(),
             u"open"_s);
    QCOMPARE(sandbox.call("POST", "/_sandbox/pay/" + id).status, 200);
}

void SandboxCheckoutTest::anExpiredLinkCannotBePaid()
{
    SandboxHarness sandbox;
    for (const bool byItself : {false, true}) {
        const auto id = sandbox.pay("POST", "/v1/checkout/sessions", aLink).id().toLatin1();
        const auto expired = byItself
                                 ? sandbox.call("POST", "/_sandbox/lapse/" + id)
                                 : sandbox.pay("POST", "/v1/checkout/sessions/" + id + "/expire");
        QCOMPARE(expired.status, 200);
        QCOMPARE(expired.json[u"status"_s].toString(), u"expired"_s);
        QCOMPARE(sandbox.call("POST", "/_sandbox/pay/" + id).status, 400);
        QCOMPARE(sandbox.pay("POST", "/v1/checkout/sessions/" + id + "/expire").status, 400);
    }
    QCOMPARE(sandbox.ledger(u"checkout.expired"_s).size(), 2);
    QVERIFY(sandbox.ledger(u"payment.captured"_s).isEmpty());
}

void SandboxCheckoutTest::aPaidLinkCannotExpire()
{
    SandboxHarness sandbox;
    const auto id = sandbox.pay("POST", "/v1/checkout/sessions", aLink).id().toLatin1();
    sandbox.call("POST", "/_sandbox/pay/" + id);
    QCOMPARE(sandbox.pay("POST", "/v1/checkout/sessions/" + id + "/expire").status, 400);
    QCOMPARE(sandbox.pay("GET", "/v1/checkout/sessions/" + id).json[u"status"_s].toString(),
             u"complete"_s);
}

void SandboxCheckoutTest::aWrongLinkIsRefused_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<QString>("param");

    const auto now = QDateTime::currentSecsSinceEpoch();
    const auto without = [](const QByteArray &field) {
        QByteArrayList kept;
        for (const auto &pair : aLink.split('&')) {
            if (!pair.startsWith(field))
                kept.append(pair);
        }
        return kept.join('&');
    };
    QTest::newRow("no mode") << without("mode") << u"mode"_s;
    QTest::newRow("no way back") << without("success_url") << u"success_url"_s;
    QTest::newRow("nothing to buy")
        << without("line_items") << u"line_items[0][price_data][currency]"_s;
    QTest::newRow("no quantity") << without("line_items[1][quantity]")
                                 << u"line_items[1][quantity]"_s;
    QTest::newRow("no name") << without("line_items[1][price_data][product_data]")
                             << u"line_items[1][price_data][product_data][name]"_s;
    QTest::newRow("a subscription") << without("mode") + "&mode=subscription" << u"mode"_s;
    QTest::newRow("gone at once") << aLink + "&expires_at=" + QByteArray::number(now + 60)
                                  << u"expires_at"_s;
    QTest::newRow("there for ever")
        << aLink + "&expires_at=" + QByteArray::number(now + 100'000) << u"expires_at"_s;
    QTest::newRow("unknown") << aLink + "&line_items[0][colour]=red" << u"line_items[0][colour]"_s;
}

void SandboxCheckoutTest::aWrongLinkIsRefused()
{
    QFETCH(QByteArray, form);
    SandboxHarness sandbox;
    const auto answer = sandbox.pay("POST", "/v1/checkout/sessions", form);
    QCOMPARE(answer.status, 400);
    QTEST(answer.json[u"error"_s][u"param"_s].toString(), "param");
    QVERIFY(sandbox.ledger().isEmpty());
}

void SandboxCheckoutTest::linksAreListedByTheirIntent()
{
    SandboxHarness sandbox;
    const auto id = sandbox.pay("POST", "/v1/checkout/sessions", aLink).id();
    sandbox.pay("POST", "/v1/checkout/sessions", aLink);
    const auto paid = sandbox.call("POST", "/_sandbox/pay/" + id.toLatin1()).json;
    const auto all = sandbox.pay("GET", "/v1/checkout/sessions");
    QCOMPARE(all.json[u"data"_s].toArray().size(), 2);
    const auto found = sandbox.pay("GET", "/v1/checkout/sessions?payment_intent=" +
                                              paid[u"payment_intent"_s].toString().toLatin1());
    QCOMPARE(found.json[u"data"_s].toArray().size(), 1);
    QCOMPARE(found.json[u"data"_s][0][u"id"_s].toString(), id);
}

void SandboxCheckoutTest::thePageForTheCustomerIsThere()
{
    SandboxHarness sandbox;
    const auto link = sandbox.pay("POST", "/v1/checkout/sessions", aLink);
    const QUrl url(link.json[u"url"_s].toString());
    QCOMPARE(url.port(), sandbox.port());
    const auto page = sandbox.call("GET", url.path().toLatin1());
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("<form method=\"post\">"));
}

QTEST_GUILESS_MAIN(SandboxCheckoutTest)
#include "sandbox_checkout_test.moc"
