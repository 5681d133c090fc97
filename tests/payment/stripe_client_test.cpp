// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/payment/stripe_client.h"
#include "tests/payment/payment_shop.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>

using namespace kontor;
using namespace Qt::StringLiterals;

using Kind = PaymentCallKind;

namespace {

//! The sandbox program, with its ledger.
class SandboxProgram
{
public:
    SandboxProgram()
    {
        const QString portFile = folder.filePath(u"port"_s);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(KONTOR_SANDBOX_PROGRAM),
                        {u"--ledger"_s, ledgerFile(), u"--port-file"_s, portFile,
                         u"--quit-after-idle"_s, u"60"_s});
        QTRY_VERIFY(QFile::exists(portFile));
        QFile file(portFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_port = file.readAll().trimmed().toInt();
    }
    ~SandboxProgram()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port)); }
    QString ledgerFile() const { return folder.filePath(u"ledger.jsonl"_s); }

    void post(const QString &path, const QByteArray &body)
    {
        QNetworkRequest request(QUrl(url().toString() + path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        QNetworkReply *reply = m_network.post(request, body);
        QTRY_VERIFY(reply->isFinished());
        QVERIFY2(reply->error() == QNetworkReply::NoError, qPrintable(reply->errorString()));
        reply->deleteLater();
    }
    void faults(const QString &path, const QString &fault)
    {
        post(u"/_sandbox/faults"_s,
             u"{\"rules\":[{\"nth\":1,\"method\":\"POST\",\"path\":\"%1\",\"fault\":\"%2\","
             "\"delayMs\":700}]}"_s.arg(path, fault)
                 .toUtf8());
    }
    //! How many effects of a kind the ledger shows for an order.
    int count(const QString &kind, OrderId order) const
    {
        QFile file(ledgerFile());
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        int found = 0;
        while (!file.atEnd()) {
            const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
            if (line[u"kind"_s].toString() == kind &&
                line[u"metadata"_s][u"order"_s].toString() == order.toString())
                ++found;
        }
        return found;
    }

    QTemporaryDir folder;

private:
    QProcess m_process;
    QNetworkAccessManager m_network;
    int m_port = 0;
};

//! Counts the calls that are under way.
class WatchedSystem : public PaymentSystem
{
public:
    explicit WatchedSystem(const PaymentSettings &settings) : m_client(settings) {}

    int underWay = 0;
    QList<CallReply> replies;

    void make(Kind kind, const PaymentCall &call, Reply reply) override
    {
        m_client.make(kind, call, watched(std::move(reply)));
    }
    void lookFor(Kind kind, const PaymentCall &call, Reply reply) override
    {
        m_client.lookFor(kind, call, watched(std::move(reply)));
    }
    void lookAtLink(const PaymentCall &call, Reply reply) override
    {
        m_client.lookAtLink(call, watched(std::move(reply)));
    }
    void listCharges(Timestamp from, Timestamp until, Listed listed) override
    {
        ++underWay;
        m_client.listCharges(from, until, [this, listed = std::move(listed)](const auto &charges) {
            --underWay;
            listed(charges);
        });
    }

    void use(const PaymentSettings &settings) override { m_client.use(settings); }
    void check(const PaymentSettings &settings,
               std::function<void(const SystemCheck &)> answered) override
    {
        m_client.check(settings, std::move(answered));
    }

private:
    Reply watched(Reply reply)
    {
        ++underWay;
        return [this, reply = std::move(reply)](const CallReply &answer) {
            --underWay;
            replies.append(answer);
            reply(answer);
        };
    }

    StripeClient m_client;
};

} // namespace

//! The client against the sandbox.
class StripeClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init()
    {
        m_sandbox->post(u"/_sandbox/faults"_s, "{\"rules\":[]}");
        m_system = std::make_unique<WatchedSystem>(m_settings);
        m_shop = std::make_unique<PaymentShop>(m_system.get(), m_settings);
    }
    void cleanup()
    {
        m_shop.reset();
        m_system.reset();
    }
    void eachFaultHasOneEffect_data();
    void eachFaultHasOneEffect();
    void anAuthorisationIsFoundWhenItsKeyHasEnded();
    void aRefundIsFoundWhenItsKeyHasEnded();
    void aLapsedAuthorisationAtTheCounterBecomesDue();
    void aLapsedAuthorisationOfAPickupIsAskedForByALink();
    void aCaptureThatAVoidFindsIsRefunded();
    void aLinkIsPaidByTheCustomer();
    void anExpiredLinkCannotBePaid();
    void aCardThatCannotBeRefundedLeavesTheRefundDue();
    void aChargeBehindOurBackIsFoundWhenTheBooksAreCompared();

private:
    QList<Difference> differences();
    void runUntil(const std::function<bool()> &reached);
    void authorise(const QString &method = u"pm_card_visa"_s);
    void order(Fulfilment fulfilment, qint64 minor = 5000);
    PaymentTender card() const { return m_shop->tender(m_tender); }

    std::unique_ptr<SandboxProgram> m_sandbox;
    PaymentSettings m_settings;
    std::unique_ptr<WatchedSystem> m_system;
    std::unique_ptr<PaymentShop> m_shop;
    OrderId m_order;
    TenderId m_tender;
};

void StripeClientTest::initTestCase()
{
    m_sandbox = std::make_unique<SandboxProgram>();
    m_settings.baseUrl = m_sandbox->url();
    m_settings.key = u"sk_test_kontor"_s;
    m_settings.timeoutMs = 300;
}

//! Works until it is so; time passes only while no call is under way.
void StripeClientTest::runUntil(const std::function<bool()> &reached)
{
    QElapsedTimer timer;
    timer.start();
    while (!reached()) {
        QVERIFY2(timer.elapsed() < 15'000, "never got there");
        m_shop->run();
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
        if (m_system->underWay == 0)
            m_shop->clock.advance(500);
    }
}

void StripeClientTest::authorise(const QString &method)
{
    m_order = m_shop->newOrder();
    m_tender = m_shop->newTender();
    QVERIFY(m_shop->service.authorise(m_shop->command(), m_order, m_tender, m_shop->euro(5000),
                                      method));
    runUntil([this] {
        return card().state == TenderState::Authorised || card().state == TenderState::Declined;
    });
}

void StripeClientTest::order(Fulfilment fulfilment, qint64 minor)
{
    m_shop->inCart(
        m_shop->ordered(m_order, fulfilment, {{m_shop->euro(minor), m_tender, TenderKind::Card}}));
    m_shop->inInventory(InventoryProcessed{m_order});
}

void StripeClientTest::eachFaultHasOneEffect_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("operation");
    for (const char *fault :
         {"none", "refuse", "dropBefore", "dropAfter", "delay", "delayAfter", "serverError",
          "serverErrorAfter", "garbage", "truncated", "tooManyRequests", "wrongAmount",
          "wrongCurrency", "redirect", "hugeBody"}) {
        for (const char *operation : {"authorise", "capture", "void", "refund"})
            QTest::addRow("%s on %s", fault, operation)
                << QString::fromLatin1(fault) << QString::fromLatin1(operation);
    }
}

void StripeClientTest::eachFaultHasOneEffect()
{
    QFETCH(QString, fault);
    QFETCH(QString, operation);
    const bool refused = fault == u"refuse";
    if (operation == u"authorise") {
        m_sandbox->faults(u"/v1/payment_intents"_s, fault);
        authorise();
        QCOMPARE(card().state, refused ? TenderState::Declined : TenderState::Authorised);
        QCOMPARE(m_sandbox->count(u"payment.authorised"_s, m_order), refused ? 0 : 1);
        return;
    }
    authorise();
    if (operation == u"capture") {
        m_sandbox->faults(u"/v1/payment_intents/"_s, fault);
        order(Fulfilment::Counter);
        const auto wanted = refused ? PaymentState::Due : PaymentState::Settled;
        runUntil([&] { return m_shop->payment(m_order).state == wanted; });
        QCOMPARE(m_sandbox->count(u"payment.captured"_s, m_order), refused ? 0 : 1);
    } else if (operation == u"void") {
        m_sandbox->faults(u"/v1/payment_intents/"_s, fault);
        m_shop->inCart(ShoppingCartAbandoned{m_order});
        runUntil([&] { return card().state == TenderState::Voided; });
        QCOMPARE(m_sandbox->count(u"payment.canceled"_s, m_order), 1);
        QCOMPARE(m_shop->said(m_order), QStringList{u"AuthorisationVoided"_s});
    } else {
        order(Fulfilment::Pickup);
        runUntil([&] { return m_shop->payment(m_order).state == PaymentState::Settled; });
        m_sandbox->faults(u"/v1/refunds"_s, fault);
        m_shop->inInventory(InventoryReleased{m_order});
        runUntil([&] { return m_shop->payment(m_order).state == PaymentState::Refunded; });
        QCOMPARE(m_sandbox->count(u"payment.refunded"_s, m_order), refused ? 0 : 1);
        QCOMPARE(card().refundDue, m_shop->euro(refused ? 5000 : 0));
    }
}

void StripeClientTest::anAuthorisationIsFoundWhenItsKeyHasEnded()
{
    m_sandbox->faults(u"/v1/payment_intents"_s, u"dropAfter"_s);
    m_order = m_shop->newOrder();
    m_tender = m_shop->newTender();
    m_system->replies.clear();
    QVERIFY(m_shop->service.authorise(m_shop->command(), m_order, m_tender, m_shop->euro(5000),
                                      u"pm_card_visa"_s));
    m_shop->run();
    QTRY_COMPARE(m_system->replies.size(), 1);
    QCOMPARE(m_system->replies[0].kind, CallReply::Kind::Unknown);
    m_sandbox->post(u"/_sandbox/lapse/idempotency-keys"_s, {});
    m_shop->clock.advance(24LL * 3600 * 1000);
    runUntil([&] { return card().state == TenderState::Authorised; });
    QCOMPARE(m_sandbox->count(u"payment.authorised"_s, m_order), 1);
}

void StripeClientTest::aRefundIsFoundWhenItsKeyHasEnded()
{
    authorise();
    order(Fulfilment::Pickup);
    runUntil([&] { return m_shop->payment(m_order).state == PaymentState::Settled; });
    m_sandbox->faults(u"/v1/refunds"_s, u"serverErrorAfter"_s);
    m_system->replies.clear();
    m_shop->inInventory(InventoryReleased{m_order});
    QTRY_COMPARE(m_system->replies.size(), 1);
    m_sandbox->post(u"/_sandbox/lapse/idempotency-keys"_s, {});
    m_shop->clock.advance(24LL * 3600 * 1000);
    runUntil([&] { return m_shop->payment(m_order).state == PaymentState::Refunded; });
    QCOMPARE(m_sandbox->count(u"payment.refunded"_s, m_order), 1);
}

void StripeClientTest::aLapsedAuthorisationAtTheCounterBecomesDue()
{
    authorise();
    m_sandbox->post(u"/_sandbox/lapse/"_s + card().reference, {});
    order(Fulfilment::Counter);
    runUntil([&] { return m_shop->payment(m_order).state == PaymentState::Due; });
    const auto again = m_shop->service.captureAgain(m_shop->command(), m_order);
    QVERIFY(!again && again.error().is(PaymentError::NothingToCapture));
}

void StripeClientTest::aLapsedAuthorisationOfAPickupIsAskedForByALink()
{
    m_shop->saveCard();
    authorise();
    const QString lapsed = card().reference;
    m_sandbox->post(u"/_sandbox/lapse/"_s + lapsed, {});
    order(Fulfilment::Pickup);
    runUntil([&] { return card().state == TenderState::Requested; });
    QCOMPARE(m_shop->said(m_order), QStringList{u"PaymentRequested"_s});
    m_sandbox->post(u"/_sandbox/pay/"_s + card().session, {});
    runUntil([&] { return m_shop->payment(m_order).state == PaymentState::Settled; });
    QVERIFY(card().reference != lapsed);
    QCOMPARE(m_sandbox->count(u"payment.captured"_s, m_order), 1);
}

void StripeClientTest::aCaptureThatAVoidFindsIsRefunded()
{
    authorise();
    m_sandbox->faults(u"/v1/payment_intents/"_s, u"dropAfter"_s);
    m_system->replies.clear();
    order(Fulfilment::Pickup, 4000);
    QTRY_COMPARE(m_system->replies.size(), 1);
    QCOMPARE(m_system->replies[0].kind, CallReply::Kind::Unknown);
    const IntentId call = m_shop->service.openCalls()->value(0).intent.id;
    QVERIFY(m_shop->service.resolve(m_shop->command(), call, CallVerdict::DidNotHappen, {}));
    runUntil([&] { return m_shop->payment(m_order).state == PaymentState::Failed; });
    QCOMPARE(m_sandbox->count(u"payment.captured"_s, m_order), 1);
    QCOMPARE(m_sandbox->count(u"payment.refunded"_s, m_order), 1);
    QCOMPARE(card().captured, m_shop->euro(4000));
    QCOMPARE(card().refunded, m_shop->euro(4000));
}

void StripeClientTest::aLinkIsPaidByTheCustomer()
{
    m_order = m_shop->newOrder();
    m_tender = m_shop->sell(m_order, Fulfilment::Delivery, TenderKind::Link, 900);
    runUntil([&] { return card().state == TenderState::Requested; });
    QVERIFY(card().link.contains(card().session));
    m_shop->inInventory(InventoryProcessed{m_order});
    m_sandbox->post(u"/_sandbox/pay/"_s + card().session, {});
    runUntil([&] { return m_shop->payment(m_order).state == PaymentState::Settled; });
    QCOMPARE(m_sandbox->count(u"payment.captured"_s, m_order), 1);
    m_shop->inInventory(InventoryReleased{m_order});
    runUntil([&] { return m_shop->payment(m_order).state == PaymentState::Refunded; });
    QCOMPARE(m_sandbox->count(u"payment.refunded"_s, m_order), 1);
}

void StripeClientTest::anExpiredLinkCannotBePaid()
{
    m_order = m_shop->newOrder();
    m_tender = m_shop->sell(m_order, Fulfilment::Delivery, TenderKind::Link, 900);
    runUntil([&] { return card().state == TenderState::Requested; });
    m_shop->inInventory(InventoryOutOfStock{m_order, {}, {}});
    runUntil([&] { return m_shop->payment(m_order).state == PaymentState::Failed; });
    QCOMPARE(m_sandbox->count(u"checkout.expired"_s, m_order), 1);
}

void StripeClientTest::aCardThatCannotBeRefundedLeavesTheRefundDue()
{
    authorise(u"pm_card_kontor_refundFailed"_s);
    order(Fulfilment::Pickup);
    runUntil([&] { return m_shop->payment(m_order).state == PaymentState::Settled; });
    m_shop->inInventory(InventoryReleased{m_order});
    runUntil([&] { return m_shop->payment(m_order).state == PaymentState::Refunded; });
    QCOMPARE(card().refundDue, m_shop->euro(5000));
}

//! Of this order; the sandbox knows those of the other tests too.
QList<Difference> StripeClientTest::differences()
{
    QSignalSpy compared(&m_shop->service, &PaymentService::reconciled);
    [&] {
        QVERIFY(m_shop->service.reconcile(m_shop->command()));
        runUntil([&] { return !compared.isEmpty(); });
        QCOMPARE((*m_shop->service.lastReconciliation())->trouble, QString());
    }();
    auto found = *m_shop->service.differences();
    found.removeIf([this](const Difference &difference) { return difference.order != m_order; });
    return found;
}

void StripeClientTest::aChargeBehindOurBackIsFoundWhenTheBooksAreCompared()
{
    authorise();
    order(Fulfilment::Delivery, 4000); // less than was held
    runUntil([&] { return m_shop->payment(m_order).state == PaymentState::Settled; });
    QCOMPARE(differences(), {});

    PaymentCall call;
    call.key = IntentId::make(m_shop->clock.now());
    call.order = m_order;
    call.tender = m_tender;
    call.amount = m_shop->euro(700);
    call.method = u"pm_card_visa"_s;
    const int answers = int(m_system->replies.size());
    m_system->make(Kind::Authorise, call, [this, call](const CallReply &reply) {
        PaymentCall capture = call;
        capture.key = IntentId::make(m_shop->clock.now());
        capture.reference = decode<PaymentOutcome>(reply.outcome)->reference;
        m_system->make(Kind::Capture, capture, [](const CallReply &) {});
    });
    runUntil([&] { return m_system->replies.size() == answers + 2; });
    const auto found = differences();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].kind, DifferenceKind::NotInBooks);
    QCOMPARE(found[0].theirs, m_shop->euro(700));

    m_shop->inInventory(InventoryReleased{m_order});
    runUntil([&] { return m_shop->payment(m_order).state == PaymentState::Refunded; });
    QCOMPARE(card().refunded, m_shop->euro(4000));
    QCOMPARE(differences().size(), 1);
}

QTEST_GUILESS_MAIN(StripeClientTest)
#include "stripe_client_test.moc"
