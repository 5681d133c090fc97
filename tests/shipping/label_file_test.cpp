// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/noting_server.h"
#include "tests/shipping/sandbox_program.h"
#include "tests/shipping/shipping_bench.h"

#include "services/shipping/shippo_client.h"

#include <QNetworkAccessManager>

namespace kontor {

using namespace Qt::StringLiterals;

//! Labels as files: what is taken for one, that they are kept, and when they may be printed.
class LabelFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsALabel_data();
    void whatIsALabel();
    void noSecretGoesToTheLink();
    void aLinkWithoutTlsIsNotFollowed();
    void aLabelThatIsNotThereIsAskedForAgain();
    void aLabelIsFetchedOnce();
    void aLabelThatIsNotToBeUsedIsNotPrinted();
    void theSandboxesLabelIsAPdf();
};

namespace {

const LabelFile pdf{u"pdf"_s, "%PDF-1.4 label", {}};

//! A parcel of which the logistics system answers at once, up to its label.
class LabelledParcel
{
public:
    LabelledParcel() : m_bench(m_clock, logistics, addressInBerlin())
    {
        m_bench.publish(m_bench.paid(order));
        m_bench.pump();
        KONTOR_CHECK(logistics.answer(u"quote"_s, upsOffer));
        m_bench.pump();
    }

    void label()
    {
        KONTOR_CHECK(logistics.answer(u"label"_s, upsLabel));
        m_bench.pump();
    }
    //! What is told of the label, or why there is none.
    Result<LabelFile> asked()
    {
        std::optional<Result<LabelFile>> told;
        QObject receiver;
        QObject::connect(&service(), &ShippingService::labelReady, &receiver,
                         [&](OrderId, const Result<LabelFile> &file) { told = file; });
        const auto begun = service().askLabel(order);
        if (!begun)
            return begun.error();
        KONTOR_CHECK(told.has_value());
        return *told;
    }
    void restart() { m_bench.restart(logistics); }
    void recall() { KONTOR_CHECK(bool(service().recall(m_bench.command(), order))); }

    HeldLogistics logistics;
    const OrderId order = OrderId::make({1'700'000'000'000});

private:
    ShippingService &service() { return *m_bench.shipping; }

    ManualClock m_clock{{1'700'000'000'000}};
    ShippingBench m_bench;
};

Result<LabelFile> fetched(const QUrl &link)
{
    QNetworkAccessManager network;
    std::optional<Result<LabelFile>> told;
    fetchLabelFile(network, link, 5'000, [&](const Result<LabelFile> &file) { told = file; });
    KONTOR_CHECK(QTest::qWaitFor([&] { return told.has_value(); }, 10'000));
    return *told;
}

} // namespace

void LabelFileTest::whatIsALabel_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("suffix");
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << u"pdf"_s;
    QTest::newRow("PNG") << QByteArray("\x89PNG\r\n\x1a\n") << u"png"_s;
    QTest::newRow("ZPL") << QByteArray("\n^XA\n^FO60,60^FS^XZ") << u"zpl"_s;
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("a page that says no") << QByteArray("<html>%PDF-") << QString();
    QTest::newRow("too much") << QByteArray("%PDF-").leftJustified(maxLabelBytes + 1, ' ')
                              << QString();
}

void LabelFileTest::whatIsALabel()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, suffix);
    NotingServer server;
    server.answer = [&](const NotingServer::Request &) { return NotingServer::Answer{200, bytes}; };
    const auto file = fetched(server.url());
    QCOMPARE(file ? file->suffix : QString(), suffix);
    if (file)
        QCOMPARE(file->bytes, bytes);
    else
        QVERIFY(file.error().is(ShippingError::LabelNotThere));
}

void LabelFileTest::noSecretGoesToTheLink()
{
    NotingServer server;
    const SystemClock clock;
    ShippoSettings settings;
    settings.baseUrl = server.url();
    settings.token = "shippo_test_kontor";
    ShippoClient client(settings, clock);
    bool answered = false;
    client.fetchLabel(server.url().toString() + u"/label"_s,
                      [&](const Result<LabelFile> &) { answered = true; });
    QTRY_VERIFY(answered);
    QCOMPARE(server.requests.size(), 1);
    QVERIFY(!server.requests.first().bytes.contains("shippo_test_kontor"));
}

void LabelFileTest::aLinkWithoutTlsIsNotFollowed()
{
    const auto file = fetched(QUrl(u"http://labels.example.com/1.pdf"_s));
    QVERIFY(!file && file.error().is(ShippingError::LabelNotThere));
    QCOMPARE(file.error().detail(), u"its link is without TLS"_s);
}

void LabelFileTest::aLabelThatIsNotThereIsAskedForAgain()
{
    LabelledParcel parcel;
    QVERIFY(parcel.asked().error().is(ShippingError::NotLabelled));
    parcel.label();
    QVERIFY(parcel.asked().error().is(ShippingError::LabelNotThere));
    parcel.logistics.labelFile = pdf;
    QVERIFY(bool(parcel.asked()));
    QCOMPARE(parcel.logistics.labelsFetched, 2);
}

void LabelFileTest::aLabelIsFetchedOnce()
{
    LabelledParcel parcel;
    parcel.label();
    parcel.logistics.labelFile = pdf;
    const auto first = parcel.asked();
    QVERIFY(bool(first));
    QCOMPARE(first->bytes, pdf.bytes);
    QCOMPARE(first->trackingNumber, upsLabel.trackingNumber);
    parcel.logistics.labelFile = Error(ShippingError::LabelNotThere);
    parcel.restart();
    const auto again = parcel.asked();
    QVERIFY(bool(again));
    QCOMPARE(*again, *first);
    QCOMPARE(parcel.logistics.labelsFetched, 1);
}

void LabelFileTest::aLabelThatIsNotToBeUsedIsNotPrinted()
{
    LabelledParcel parcel;
    parcel.label();
    parcel.logistics.labelFile = pdf;
    QVERIFY(bool(parcel.asked()));
    parcel.recall();
    QVERIFY(parcel.asked().error().is(ShippingError::NotSent));
}

void LabelFileTest::theSandboxesLabelIsAPdf()
{
    SandboxProgram sandbox;
    const SystemClock clock;
    ShippoSettings settings;
    settings.baseUrl = sandbox.baseUrl();
    settings.token = "shippo_test_kontor";
    settings.from = addressInBerlin();
    ShippoClient client(settings, clock);
    ShippingBench bench(clock, client, addressInBerlin());
    const OrderId order = OrderId::make(clock.now());
    bench.publish(bench.paid(order));
    QVERIFY(QTest::qWaitFor(
        [&] {
            bench.pump();
            const auto parcel = bench.shipping->shipment(order);
            return parcel && parcel->state == ShipmentState::Labelled;
        },
        30'000));
    std::optional<LabelFile> file;
    QObject receiver;
    connect(bench.shipping.get(), &ShippingService::labelReady, &receiver,
            [&](OrderId, const Result<LabelFile> &ready) { file = *ready; });
    QVERIFY(bool(bench.shipping->askLabel(order)));
    QTRY_VERIFY(file.has_value());
    QCOMPARE(file->suffix, u"pdf"_s);
    const auto number = bench.shipping->shipment(order)->trackingNumber;
    QCOMPARE(file->trackingNumber, number);
    QVERIFY(file->bytes.contains(number.toLatin1()));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::LabelFileTest)
#include "label_file_test.moc"
