// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/orders_of.h"
#include "tests/integration/real_history.h"
#include "tests/shipping/sandbox_program.h"

#include <QJsonArray>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int orders = 500;
constexpr int limitMs = 550'000;

//! One call in five goes wrong, each time in another way.
QByteArray everyFifthCall()
{
    const QJsonArray faults{
        u"refuse"_s,           u"dropBefore"_s,      u"dropAfter"_s, u"serverError"_s,
        u"serverErrorAfter"_s, u"tooManyRequests"_s, u"garbage"_s,   u"truncated"_s,
        u"wrongAmount"_s,      u"redirect"_s,        u"delay"_s};
    const QJsonObject rule{{u"every"_s, 5}, {u"faults"_s, faults}, {u"delayMs"_s, 300}};
    return QJsonDocument(rule).toJson(QJsonDocument::Compact);
}

} // namespace

//! Parcels of a real shop's history, while one call in five to the world outside goes wrong.
class DeliveryFaultsTest : public QObject
{
    Q_OBJECT
private:
    //! The states of the orders, and how many there are of each.
    QMap<OrderState, int> statesOf(const Shop &shop)
    {
        QMap<OrderState, int> states;
        const auto all = ordersOf(shop);
        if (!all) {
            QTest::qFail(qPrintable(all.error().text()), __FILE__, __LINE__);
            return states;
        }
        for (const Order &order : *all)
            ++states[order.state];
        return states;
    }

private Q_SLOTS:
    void everyOrderIsCompletedOrCancelled()
    {
        if (!RealHistory::isThere()) {
            if (qEnvironmentVariableIsSet("KONTOR_CI"))
                QFAIL("the real orders are missing");
            QSKIP("the real orders are missing");
        }
        const QTemporaryDir folder;
        SandboxProgram sandbox;
        sandbox.setFaults(everyFifthCall());
        ReplayOptions options;
        options.file = RealHistory::file();
        options.fulfilment = Fulfilment::Delivery;
        options.openingStock = 100'000;
        options.limit = orders;
        ReplayReport report;
        {
            ReplayShop shop(folder.path(), sandbox.baseUrl());
            const QString complaint = shop.replay(options, report, limitMs);
            QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
        }
        QCOMPARE(report.orders, orders);

        ShopSettings settings;
        settings.folder = folder.path();
        settings.threads = false;
        const SystemClock clock;
        const OwnerOnly rights;
        const auto shop = Shop::open(settings, clock, rights);
        QVERIFY(shop);
        const auto states = statesOf(**shop);
        QCOMPARE(states.value(OrderState::Completed) + states.value(OrderState::Cancelled),
                 report.orders + report.returns);
        QVERIFY(states.value(OrderState::Cancelled) > 0);
        QVERIFY(states.value(OrderState::Completed) > orders / 2);

        const auto audit = auditOf(folder.path(), sandbox.ledgerPath());
        QVERIFY2(audit, audit ? "" : qPrintable(audit.error().text()));
        QCOMPARE(textsOf(audit->findings), QStringList());
        QVERIFY(audit->quiet);
    }
};

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::DeliveryFaultsTest)
#include "delivery_faults_test.moc"
