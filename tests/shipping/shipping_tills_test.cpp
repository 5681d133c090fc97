// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/test_stores.h"
#include "tests/shipping/shipping_bench.h"

#include <array>
#include <atomic>
#include <barrier>
#include <thread>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

//! Another application on the same parcels, for one thread.
class OtherTill
{
public:
    OtherTill(const Clock &clock, ShippingBench &bench)
        : m_store(ShippingBench::opened(bench.shippingStore->url(), u"shipping"_s))
        , m_topic(*m_store, u"shipping"_s)
        , service(*m_store, m_topic, clock, bench.rights, bench.accounts, logistics,
                  ShippingBench::settings())
    {
        service.consume(bench.paymentTopic);
    }

    //! The server's number for this connection.
    int connection() const
    {
        const auto number = m_store->first("SELECT pg_backend_pid()",
                                           [](const Row &row) { return int(row.integer(0)); });
        return number && *number ? **number : 0;
    }

    HeldLogistics logistics;

private:
    std::unique_ptr<Store> m_store;
    ShippingTopic m_topic;

public:
    ShippingService service;
};

constexpr int rounds = 60;

//! Gives its command again while somebody else holds what it needs.
template <class Act>
bool succeeds(Act act)
{
    Result<> done = act();
    for (int tries = 0; tries < 20 && !done && isPassing(done.error()); ++tries)
        done = act();
    return bool(done);
}

QString textOf(std::string_view name)
{
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

} // namespace

//! Two applications on one server that act on the same parcel; needs KONTOR_POSTGRES_URL.
class ShippingTillsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theSecondTillSeesWhatTheFirstDid_data();
    void theSecondTillSeesWhatTheFirstDid();
    void aParcelIsHandedOverOrRecalledNotBoth();

private:
    OrderId quoted();
    bool buyLabel();
    bool act(const QString &name);
    void act(const QString &name, OtherTill &till);
    void letTheOtherAct(const QString &name);
    QString outcome() const;

    ManualClock m_clock{{1'700'000'000'000}};
    std::unique_ptr<TestStores> m_stores;
    std::unique_ptr<HeldLogistics> m_logistics;
    std::unique_ptr<ShippingBench> m_bench;
    std::unique_ptr<Store> m_watching;
    std::atomic<int> m_connection = 0;
    std::jthread m_other;
    OrderId m_order;
    int m_labels = 0;
};

void ShippingTillsTest::init()
{
    if (qEnvironmentVariableIsEmpty("KONTOR_POSTGRES_URL"))
        QSKIP("KONTOR_POSTGRES_URL names no server");
    m_watching.reset();
    m_bench.reset();
    m_labels = 0;
    m_stores = std::make_unique<TestStores>(Dialect::PostgreSql);
    m_logistics = std::make_unique<HeldLogistics>();
    m_bench = std::make_unique<ShippingBench>(m_clock, *m_logistics, addressInBerlin(),
                                              m_stores->url(u"shipping"_s));
    m_watching = m_stores->open(u"shipping"_s, Store::Access::Read);
}

//! An order whose label is being bought.
OrderId ShippingTillsTest::quoted()
{
    const auto order = OrderId::make(m_clock.now());
    m_bench->publish(m_bench->paid(order));
    m_bench->pump();
    KONTOR_CHECK(m_logistics->answer(u"quote"_s, upsOffer));
    m_bench->pump();
    return order;
}

bool ShippingTillsTest::buyLabel()
{
    const QString number = QString::number(++m_labels);
    return m_logistics->answer(
        u"label"_s,
        LabelOutcome{
            LabelResult::Bought, u"label"_s + number, u"http://x/label"_s, {}, u"KTR"_s + number});
}

bool ShippingTillsTest::act(const QString &name)
{
    if (name == u"handOver")
        return bool(m_bench->shipping->handOver(m_bench->command(), m_order));
    if (name == u"recall")
        return bool(m_bench->shipping->recall(m_bench->command(), m_order));
    return buyLabel();
}

void ShippingTillsTest::act(const QString &name, OtherTill &till)
{
    till.logistics.progress = ParcelProgress::Scanned;
    if (name == u"handOver")
        (void)till.service.handOver(m_bench->command(), m_order);
    else if (name == u"recall")
        (void)till.service.recall(m_bench->command(), m_order);
    else
        KONTOR_CHECK(bool(till.service.pump()));
}

//! When this till is about to commit: the other one begins, and is seen to wait for that.
void ShippingTillsTest::letTheOtherAct(const QString &name)
{
    const auto waits = [this] {
        const auto found = m_watching->exists(
            "SELECT 1 FROM pg_stat_activity WHERE pid = ? AND wait_event_type = 'Lock'",
            m_connection.load());
        return found && *found;
    };
    m_connection = 0;
    const auto begin = [this, name, waits](const QString &, const char *step) {
        if (m_other.joinable() || std::string_view(step) != "commit")
            return;
        m_other = std::jthread([this, name] {
            OtherTill till(m_clock, *m_bench);
            m_connection = till.connection();
            act(name, till);
        });
        QVERIFY2(QTest::qWaitFor(waits, 8000), "the other till did not wait");
    };
    m_bench->shippingStore->observe(begin);
}

//! The parcel's state, what became of its label, the label, and what was told.
QString ShippingTillsTest::outcome() const
{
    const auto parcel = m_bench->shipping->shipment(m_order);
    if (!parcel)
        return parcel.error().text();
    const QStringList facts{textOf(nameOf(parcel->state)), textOf(nameOf(parcel->voidState)),
                            parcel->label};
    return (facts + m_bench->told()).join(u", "_s);
}

void ShippingTillsTest::theSecondTillSeesWhatTheFirstDid_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("becomes");
    const QString gone = u"HandedOver, None, label1, ShippingProcessed"_s;
    const QString kept = u"Recalling, Wanted, label1"_s;
    QTest::newRow("handed over, recalled") << u"handOver"_s << u"recall"_s << gone;
    QTest::newRow("handed over, refunded") << u"handOver"_s << u"refund"_s << gone;
    QTest::newRow("handed over, scanned") << u"handOver"_s << u"scan"_s << gone;
    QTest::newRow("recalled, handed over") << u"recall"_s << u"handOver"_s << kept;
    QTest::newRow("label bought, recalled") << u"label"_s << u"recall"_s << kept;
    QTest::newRow("label bought, refunded")
        << u"label"_s << u"refund"_s << u"Dropped, Wanted, label1"_s;
}

void ShippingTillsTest::theSecondTillSeesWhatTheFirstDid()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(QString, becomes);
    m_order = quoted();
    if (first != u"label")
        QVERIFY(buyLabel());
    if (second == u"refund") {
        PaymentRefunded refund;
        refund.order = m_order;
        refund.stage = RefundStage::Begun;
        m_bench->publish(refund);
    }
    if (second == u"scan")
        m_clock.advance(ShippingBench::lookEveryMs);

    letTheOtherAct(second);
    const bool done = act(first);
    m_bench->shippingStore->observe({});
    QVERIFY(m_other.joinable());
    m_other.join();
    QVERIFY(done);
    QCOMPARE(outcome(), becomes);
}

void ShippingTillsTest::aParcelIsHandedOverOrRecalledNotBoth()
{
    QList<OrderId> orders;
    for (int i = 0; i < rounds; ++i) {
        orders.append(quoted());
        QVERIFY(buyLabel());
    }
    std::array<bool, rounds> handedOver{};
    std::array<bool, rounds> recalled{};
    std::barrier start(2);
    std::jthread other([&] {
        OtherTill till(m_clock, *m_bench);
        for (int i = 0; i < rounds; ++i) {
            start.arrive_and_wait();
            const Command command = m_bench->command();
            recalled[i] = succeeds([&] { return till.service.recall(command, orders[i]); });
        }
    });
    for (int i = 0; i < rounds; ++i) {
        start.arrive_and_wait();
        const Command command = m_bench->command();
        handedOver[i] = succeeds([&] { return m_bench->shipping->handOver(command, orders[i]); });
    }
    other.join();

    qsizetype left = 0;
    for (int i = 0; i < rounds; ++i) {
        QVERIFY2(handedOver[i] != recalled[i], handedOver[i] ? "both" : "none");
        QCOMPARE(m_bench->shipping->shipment(orders[i])->state,
                 handedOver[i] ? ShipmentState::HandedOver : ShipmentState::Recalling);
        left += handedOver[i] ? 1 : 0;
    }
    QCOMPARE(m_bench->told(), QStringList(left, u"ShippingProcessed"_s));
    // Their labels are still to be voided, but nothing is known to have gone wrong.
    QCOMPARE(m_bench->shipping->tasks()->size(), 0);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ShippingTillsTest)
#include "shipping_tills_test.moc"
