// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/events_page.h"
#include "tests/architecture/include_arrows.h"
#include "tests/architecture/service_shape.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace kontor {

//! Plants wrong includes, incomplete services and a wrong page of events.
class StructureRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void includesGoAlongTheArrows_data();
    void includesGoAlongTheArrows();
    void thereAreFourteenTopicArrowsAndFiveQuestions();
    void aWrongIncludeIsFoundInItsLine();
    void whatAServiceLacksIsFound();
    void aFolderOfNoServiceIsFound();
    void theEventsPageIsHeldAgainstTheHeaders_data();
    void theEventsPageIsHeldAgainstTheHeaders();
};

void StructureRulesTest::includesGoAlongTheArrows_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("header");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *reason, const char *path, const char *header, bool allowed) {
        QTest::newRow(reason) << QString::fromLatin1(path) << QString::fromLatin1(header)
                              << allowed;
    };
    const char *order = "services/order/order_service.h";
    row("a service stands on the core", order, "services/core/money.h", true);
    row("a service knows itself", order, "services/order/order_store.h", true);
    row("order reads the cart's topic", order, "services/cart/cart_topic.h", true);
    row("and nothing else of the cart", order, "services/cart/cart.h", false);
    row("order does not ask the catalog", order, "services/catalog/catalog.h", false);
    row("order does not read inventory", order, "services/inventory/inventory_topic.h", false);
    row("cart asks the catalog", "services/cart/a.cpp", "services/catalog/catalog.h", true);
    row("but not its store", "services/cart/a.cpp", "services/catalog/catalog_store.h", false);
    row("catalog does not ask back", "services/catalog/a.cpp", "services/cart/cart.h", false);
    row("shipping asks account", "services/shipping/a.cpp", "services/account/account.h", true);
    row("but does not read its topic", "services/shipping/a.cpp",
        "services/account/account_topic.h", false);
    row("the core knows no service", "services/core/a.cpp", "services/cart/cart.h", false);
    row("devices ask the cart", "services/devices/a.cpp", "services/cart/cart.h", true);
    row("and nobody else", "services/devices/a.cpp", "services/order/order.h", false);
    row("a service knows no devices", order, "services/devices/printer.h", false);
    row("a service does not audit", order, "services/audit/audit.h", false);
    row("the audit has a result", "services/audit/a.cpp", "services/core/result.h", true);
    row("but none of the shop's code", "services/audit/a.cpp", "services/core/money.h", false);
    row("nor a service's", "services/audit/a.cpp", "services/cart/cart.h", false);
    row("a service knows no model", order, "models/cart_model.h", false);
    row("a service knows no page", order, "ui/till/till_page.h", false);
    row("a model is fed by a service", "models/a.cpp", "services/cart/cart_service.h", true);
    row("a model knows no page", "models/a.cpp", "ui/till/till_page.h", false);
    row("a page shows a model", "ui/till/a.cpp", "models/cart_model.h", true);
    row("a page calls a service", "ui/till/a.cpp", "services/cart/cart_service.h", true);
    row("a page knows no store", "ui/till/a.cpp", "services/cart/cart_store.h", false);
    row("a page works on no database", "ui/till/a.cpp", "app/shop.h", false);
    row("the application composes", "app/shop.cpp", "services/cart/cart_service.h", true);
    row("the application knows no store", "app/a.cpp", "services/order/order_store.h", false);
    row("the sandbox knows itself", "app/sandbox/a.cpp", "app/sandbox/ledger.h", true);
    row("the sandbox knows no service", "app/sandbox/a.cpp", "services/core/money.h", false);
    row("nor the application", "app/sandbox/a.cpp", "app/shop.h", false);
    row("the application knows no sandbox", "app/a.cpp", "app/sandbox/ledger.h", false);
    row("a test sees everything", "tests/a.cpp", "services/cart/cart_store.h", true);
    row("also the sandbox", "tests/a.cpp", "app/sandbox/ledger.h", true);
    row("the product knows no test", "app/a.cpp", "tests/core/filler.h", false);
    row("includes begin at the root", order, "order_topic.h", false);
    row("in a test too", "tests/core/a.cpp", "filler.h", false);
}

void StructureRulesTest::includesGoAlongTheArrows()
{
    QFETCH(const QString, path);
    QFETCH(const QString, header);
    QFETCH(const bool, allowed);
    QCOMPARE(whyNotIncluded(path, header).isEmpty(), allowed);
}

void StructureRulesTest::thereAreFourteenTopicArrowsAndFiveQuestions()
{
    int topics = 0;
    int questions = 0;
    for (const QString &from : systemServices()) {
        for (const QString &to : systemServices()) {
            if (from == to)
                continue;
            const QString path = u"services/%1/%1_service.cpp"_s.arg(from);
            topics += whyNotIncluded(path, u"services/%1/%1_topic.h"_s.arg(to)).isEmpty();
            questions += whyNotIncluded(path, u"services/%1/%1_service.h"_s.arg(to)).isEmpty();
        }
    }
    QCOMPARE(topics, 14);
    QCOMPARE(questions, 5);
}

void StructureRulesTest::aWrongIncludeIsFoundInItsLine()
{
    const auto file = SourceFile::parse(u"services/cart/cart.cpp"_s,
                                        u"#include \"services/core/money.h\"\n\n"
                                        "#include <QList>\n#include \"services/order/order.h\"\n"
                                        "#include \"cart.moc\"\n"_s);
    const auto findings = includeFindings(file);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().text(),
             u"services/cart/cart.cpp:4: includes services/order/order.h: cart asks nothing of "
             "order"_s);
}

void StructureRulesTest::whatAServiceLacksIsFound()
{
    const QString folder = u"services/order/"_s;
    const QStringList whole{folder + u"order.h"_s,           folder + u"order_service.h"_s,
                            folder + u"order_service.cpp"_s, folder + u"order_store.h"_s,
                            folder + u"order_store.cpp"_s,   folder + u"order_topic.h"_s,
                            folder + u"migrations/1.sql"_s};
    QVERIFY(shapeFindings(u"order"_s, whole).isEmpty());
    for (const QString &path : whole) {
        QStringList rest = whole;
        rest.removeOne(path);
        QCOMPARE(shapeFindings(u"order"_s, rest).size(), 1);
    }
    const auto catalog = shapeFindings(u"catalog"_s, {u"services/catalog/catalog_topic.h"_s});
    QVERIFY(asText(catalog).contains("catalog_topic.h: this service has no topic"));
}

void StructureRulesTest::aFolderOfNoServiceIsFound()
{
    QVERIFY(unknownServiceFindings({u"services/devices/printer.h"_s, u"ui/a/b.h"_s}).isEmpty());
    QCOMPARE(unknownServiceFindings({u"services/billing/billing.h"_s}).size(), 1);
}

void StructureRulesTest::theEventsPageIsHeldAgainstTheHeaders_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("instead");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *reason, const QString &written, const QString &instead,
                        const QString &found) {
        QTest::newRow(reason) << written << instead << found;
    };
    row("as it is", {}, {}, {});
    row("an event is missing", u"### OrderReady"_s, u""_s, u"OrderReady is not on the page"_s);
    row("an event is made up", u"### OrderReady"_s, u"### OrderLost\n\n### OrderReady"_s,
        u"there is no OrderLost"_s);
    row("a field is missing", u"| `lines` | QList of Line | all |"_s, u""_s,
        u"OrderReady lacks its field lines"_s);
    row("a field is made up", u"| `lines` |"_s, u"| `paid` | bool | |\n| `lines` |"_s,
        u"OrderReady has no field paid"_s);
    row("a field has another type", u"QList of Line"_s, u"Line"_s,
        u"the field lines of OrderReady is of type QList of Line"_s);
    row("a value is missing", u"### Line"_s, u""_s, u"Line is not on the page"_s);
    row("a reader is missing", u"Read by Inventory, Notification"_s, u"Read by Inventory"_s,
        u"the topic of order is read by inventory, notification"_s);
    row("an event has moved", u"Source: `services/order/order_topic.h`"_s,
        u"Source: `services/cart/cart_topic.h`"_s, u"OrderReady stands under the wrong topic"_s);
}

void StructureRulesTest::theEventsPageIsHeldAgainstTheHeaders()
{
    QFETCH(const QString, written);
    QFETCH(const QString, instead);
    QFETCH(const QString, found);
    const auto topic = SourceFile::parse(u"services/order/order_topic.h"_s, uR"(
struct OrderReady
{
    static constexpr const char *type = "OrderReady";
    OrderId order; //!< which
    QList<Line> lines;
    static void fields(Archive &a, Self &self)
    {
        a("lines", self.lines);
        a("order", self.order);
    }
};
)"_s);
    const auto trade = SourceFile::parse(u"services/core/trade.h"_s, uR"(
struct Line
{
    bool stocked = true; //!< whether
    static void fields(Archive &a, Self &self) { a("stocked", self.stocked); }
};
)"_s);
    QString text = uR"(
## Order

Read by Inventory, Notification. Source: `services/order/order_topic.h`.

### OrderReady

| field | type | |
|---|---|---|
| `order` | OrderId | |
| `lines` | QList of Line | all |

## Values in events

### Line

| `stocked` | bool | |
)"_s;
    if (!written.isEmpty())
        text.replace(written, instead);
    const auto page = SourceFile::parse(u"docs/events.md"_s, text);
    const QByteArray all = asText(eventsPageFindings(page, {topic, trade}));
    if (found.isEmpty())
        QVERIFY2(!all.contains("Order") && !all.contains("Line") && !all.contains("of order"), all);
    else
        QVERIFY2(all.contains(found.toUtf8()), all);
}

} // namespace kontor

QTEST_APPLESS_MAIN(kontor::StructureRulesTest)
#include "structure_rules_test.moc"
