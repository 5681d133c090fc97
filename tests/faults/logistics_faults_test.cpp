// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/logistics_faults.h"

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

//! A system without idempotency keys is dangerous where nobody knows whether a label was bought,
//! and where a purchase is wrongly taken for one that did not leave the house.
constexpr const char *chosenFaults[] = {"connection refused",
                                        "untrusted certificate",
                                        "reset before the request",
                                        "closed before processing",
                                        "closed after processing",
                                        "time-out, later success",
                                        "500 with effect",
                                        "503 without effect",
                                        "200 truncated",
                                        "slow drip"};

constexpr struct
{
    const char *name;
    Continuation continuation;
} ways[] = {{"run on", Continuation::RunOn},
            {"killed", Continuation::Killed},
            {"the offer expires", Continuation::Lapsed}};

} // namespace

//! Each fault, each way to go on, for a label that is bought and one that is voided.
class LogisticsFaultsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_shop = std::make_unique<LogisticsFaults>(); }
    void whateverGoesWrongOneLabelIsBought_data();
    void whateverGoesWrongOneLabelIsBought();

private:
    std::unique_ptr<LogisticsFaults> m_shop;
};

void LogisticsFaultsTest::whateverGoesWrongOneLabelIsBought_data()
{
    QTest::addColumn<ParcelStep>("step");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Continuation>("continuation");
    for (const ParcelStep step : {ParcelStep::Label, ParcelStep::Void}) {
        for (const char *fault : chosenFaults) {
            for (const auto &way : ways)
                QTest::addRow("%s: %s, %s", nameOf(step).data(), fault, way.name)
                    << step << QString::fromLatin1(fault) << way.continuation;
        }
    }
}

void LogisticsFaultsTest::whateverGoesWrongOneLabelIsBought()
{
    QFETCH(ParcelStep, step);
    QFETCH(QString, fault);
    QFETCH(Continuation, continuation);
    m_shop->newOrder();
    if (step == ParcelStep::Void)
        QCOMPARE(m_shop->take(ParcelStep::Label, {}, Continuation::RunOn), QString());
    QCOMPARE(m_shop->take(step, {&outsideFault(fault)}, continuation), QString());
    QCOMPARE(m_shop->parcel().state,
             step == ParcelStep::Label ? ShipmentState::Labelled : ShipmentState::Recalled);
    QCOMPARE(m_shop->effect("label.purchased").times, 1);
    QCOMPARE(m_shop->effect("label.voided").times, step == ParcelStep::Void ? 1 : 0);
    QCOMPARE(m_shop->bytesRevealed(), 0);
}

QTEST_GUILESS_MAIN(LogisticsFaultsTest)
#include "logistics_faults_test.moc"
