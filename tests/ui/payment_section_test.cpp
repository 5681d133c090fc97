// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/system_desk.h"
#include "tests/core/tls_server.h"
#include "tests/ui/window_test.h"

#include <QLabel>
#include <QSignalSpy>

namespace kontor {

using namespace Qt::StringLiterals;

//! The settings of the payment system: against the sandbox, and against servers that are wrong.
class PaymentSectionTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { close(); }
    void theSandboxAnswers();
    void theTestModeIsUsedAtOnceAndAfterTheNextStart();
    void whatIsWrongWithAnAnswerIsSaid_data();
    void whatIsWrongWithAnAnswerIsSaid();
    void whatIsWrongWithACertificateIsSaid_data();
    void whatIsWrongWithACertificateIsSaid();
    void whoIsNotThereIsNamed();
    void aKeyOfTheOtherModeIsRefusedBeforeAnythingIsSent_data();
    void aKeyOfTheOtherModeIsRefusedBeforeAnythingIsSent();
    void nonsenseIsToldWhereItStands_data();
    void nonsenseIsToldWhereItStands();
    void withoutAKeyNothingChanges();
    void withoutItsKeyPaymentsWaitAndItIsSaid();
    void whatTheKeychainDoesNotKeepIsSaid();
    void anotherSystemIsRefusedWhileALinkIsOpen();
    void theBooksAreCompared();

private:
    void goToSection();
    //! As a person would enter it.
    void enter(const QString &mode, const QString &url, const QString &key);
    QString outcome() { return text(u"paymentOutcome"_s); }
    SystemSettings kept()
    {
        return SystemSettings::in(m_shop->access().folder, SystemSettings::Kind::Payment);
    }
    QString sandbox() { return m_shop->sandbox().baseUrl().toString(); }
    //! To whoever has a saved card; or else one who gets a link.
    void order(TenderKind kind);
    qsizetype captured() { return m_shop->sandbox().ledger(u"payment.captured"_s).size(); }
};

void PaymentSectionTest::init()
{
    m_shop = std::make_unique<LivingShop>();
    open();
    goToSection();
}

void PaymentSectionTest::goToSection()
{
    press(Qt::Key_Comma, Qt::ControlModifier);
    click(u"paymentSectionChoice"_s);
    QTRY_VERIFY(shown(u"paymentSection"_s));
}

void PaymentSectionTest::enter(const QString &mode, const QString &url, const QString &key)
{
    click(mode);
    find<QLineEdit>(u"paymentUrl"_s)->setFocus();
    fill(u"paymentUrl"_s, url);
    find<QLineEdit>(u"paymentKey"_s)->setFocus();
    fill(u"paymentKey"_s, key);
    press(Qt::Key_Return);
}

void PaymentSectionTest::order(TenderKind kind)
{
    const AccountId customer = m_shop->addCustomer(u"Grace Hopper"_s, true);
    ImportedSale sale = m_shop->saleTo(customer, 1, Fulfilment::Delivery);
    sale.tender = kind;
    m_shop->book(sale);
}

void PaymentSectionTest::theSandboxAnswers()
{
    QVERIFY(!shown(u"paymentUrl"_s));
    click(u"paymentCheck"_s);
    QTRY_COMPARE(outcome(), u"The sandbox of this machine answers."_s);
}

void PaymentSectionTest::theTestModeIsUsedAtOnceAndAfterTheNextStart()
{
    enter(u"paymentTest"_s, sandbox(), u"sk_test_of_the_shop"_s);
    QTRY_VERIFY(!text(u"paymentSectionSaved"_s).isEmpty());
    QCOMPARE(kept().mode, SystemMode::Test);
    QVERIFY(find<QLineEdit>(u"paymentKey"_s)->text().isEmpty());
    QCOMPARE(m_shop->secrets().kept.value(kept().secretName()), "sk_test_of_the_shop"_ba);
    QFile file(m_shop->access().folder + u"/payment.ini"_s);
    QVERIFY(file.open(QIODevice::ReadOnly) && !file.readAll().contains("sk_test"));
    click(u"paymentCheck"_s);
    QTRY_VERIFY2(outcome().contains(u"takes the key. It is in the test mode"_s),
                 qPrintable(outcome()));
    order(TenderKind::SavedCard);
    QTRY_COMPARE(captured(), 1);

    close();
    m_shop->reopen();
    SystemDesk desk(m_shop->access(), SystemSettings::Kind::Payment);
    desk.start();
    order(TenderKind::SavedCard);
    QTRY_COMPARE_WITH_TIMEOUT(captured(), 2, 20'000);
}

void PaymentSectionTest::whatIsWrongWithAnAnswerIsSaid_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, int status, const QByteArray &body, const QString &told) {
        QTest::newRow(name) << status << body << told;
    };
    row("a wrong key", 401, R"({"error":{"message":"Invalid API Key"}})",
        u"refuses the key. Copy it anew from the provider's page. It says: Invalid API Key"_s);
    row("a key without the permission", 403, R"({"error":{"message":"rak_balance_read"}})",
        u"knows the key, but it lacks a permission"_s);
    row("a key of the other mode", 200, R"({"object":"balance","livemode":true})",
        u"answers live, where real money moves"_s);
    row("a page", 200, "<html>Welcome</html>", u"is something else (HTTP 200)"_s);
    row("JSON of something else", 200, R"({"ok":true})", u"is something else (HTTP 200)"_s);
    row("too many calls", 429, "{}", u"too many calls"_s);
    row("it is broken", 503, "<html>", u"has trouble itself (HTTP 503)"_s);
    row("no answer of the web", 0, "SSH-2.0-OpenSSH_9.2\r\n", u"broke off without an answer"_s);
}

void PaymentSectionTest::whatIsWrongWithAnAnswerIsSaid()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, told);
    const WebServer server(status == 0 ? body : WebServer::answer(status, body));
    enter(u"paymentTest"_s, u"http://127.0.0.1:%1"_s.arg(server.port()), u"sk_test_1"_s);
    click(u"paymentCheck"_s);
    QTRY_VERIFY2(outcome().contains(told), qPrintable(outcome()));
    QVERIFY(!outcome().contains(u"sk_test_1"));
}

void PaymentSectionTest::whatIsWrongWithACertificateIsSaid_data()
{
    QTest::addColumn<TlsServer::Certificate>("certificate");
    QTest::addColumn<QString>("told");
    QTest::newRow("right") << TlsServer::Certificate::Right << u"takes the key"_s;
    QTest::newRow("expired") << TlsServer::Certificate::Expired
                             << u"certificate has expired, or this machine's clock is wrong. "
                                "Nothing was sent, the key neither."_s;
    QTest::newRow("of another") << TlsServer::Certificate::OtherName
                                << u"made out to another name. Nothing was sent"_s;
    QTest::newRow("signed by nobody")
        << TlsServer::Certificate::Untrusted << u"Nobody whom this machine trusts has signed"_s;
}

void PaymentSectionTest::whatIsWrongWithACertificateIsSaid()
{
    QFETCH(const TlsServer::Certificate, certificate);
    QFETCH(const QString, told);
    const TlsServer server(certificate,
                           WebServer::answer(200, R"({"object":"balance","livemode":true})"));
    enter(u"paymentLive"_s, u"localhost:%1"_s.arg(server.port()), u"sk_live_1"_s);
    click(u"paymentCheck"_s);
    QTRY_VERIFY2(outcome().contains(told), qPrintable(outcome()));
    QCOMPARE(server.received().contains("sk_live_1"), certificate == TlsServer::Certificate::Right);
}

void PaymentSectionTest::whoIsNotThereIsNamed()
{
    quint16 port = 0;
    {
        const WebServer gone({});
        port = gone.port();
    }
    enter(u"paymentTest"_s, u"http://127.0.0.1:%1"_s.arg(port), u"sk_test_1"_s);
    click(u"paymentCheck"_s);
    QTRY_VERIFY2(outcome().contains(u"Nothing answers at 127.0.0.1:%1"_s.arg(port)),
                 qPrintable(outcome()));
    fill(u"paymentUrl"_s, u"no-such-host.invalid"_s);
    fill(u"paymentKey"_s, u"sk_test_1"_s);
    click(u"paymentCheck"_s);
    QTRY_VERIFY2(outcome().contains(u"There is no server of the name no-such-host.invalid"_s),
                 qPrintable(outcome()));
    const WebServer plain(WebServer::answer(400, {}));
    fill(u"paymentUrl"_s, u"https://localhost:%1"_s.arg(plain.port()));
    fill(u"paymentKey"_s, u"sk_test_1"_s);
    click(u"paymentCheck"_s);
    QTRY_VERIFY2(outcome().contains(u"No secured connection comes about"_s), qPrintable(outcome()));
    QVERIFY(!plain.received().contains("sk_test_1"));
}

void PaymentSectionTest::aKeyOfTheOtherModeIsRefusedBeforeAnythingIsSent_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("told");
    QTest::newRow("live under test")
        << u"paymentTest"_s << u"sk_live_1"_s << u"This is a live key"_s;
    QTest::newRow("restricted live under test")
        << u"paymentTest"_s << u"rk_live_1"_s << u"This is a live key"_s;
    QTest::newRow("test under live")
        << u"paymentLive"_s << u"rk_test_1"_s << u"This is a key of the test mode"_s;
    QTest::newRow("the key of browsers")
        << u"paymentLive"_s << u"pk_live_1"_s << u"This is the publishable key"_s;
    QTest::newRow("no key") << u"paymentLive"_s << u"password"_s << u"cannot be a key"_s;
}

void PaymentSectionTest::aKeyOfTheOtherModeIsRefusedBeforeAnythingIsSent()
{
    QFETCH(const QString, mode);
    QFETCH(const QString, key);
    QFETCH(const QString, told);
    const WebServer server(WebServer::answer(200, R"({"object":"balance","livemode":true})"));
    enter(mode, u"http://127.0.0.1:%1"_s.arg(server.port()), key);
    click(u"paymentCheck"_s);
    QTRY_VERIFY2(text(u"paymentKeyMessage"_s).contains(told),
                 qPrintable(text(u"paymentKeyMessage"_s)));
    QCOMPARE(kept().mode, SystemMode::Sandbox);
    QVERIFY(m_shop->secrets().kept.isEmpty());
    QVERIFY(server.received().isEmpty());
}

void PaymentSectionTest::nonsenseIsToldWhereItStands_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("told");
    QTest::newRow("no address") << u"paymentUrl"_s << u"x y"_s << u"cannot be its address"_s;
    QTest::newRow("without TLS") << u"paymentUrl"_s << u"http://api.stripe.com"_s
                                 << u"cannot be its address"_s;
    QTest::newRow("no page") << u"paymentReturnUrl"_s << u"thanks"_s << u"This is no page"_s;
}

void PaymentSectionTest::nonsenseIsToldWhereItStands()
{
    QFETCH(const QString, field);
    QFETCH(const QString, typed);
    QFETCH(const QString, told);
    enter(u"paymentTest"_s, sandbox(), u"sk_test_1"_s);
    QTRY_VERIFY(!text(u"paymentSectionSaved"_s).isEmpty());
    const SystemSettings before = kept();
    find<QLineEdit>(field)->setFocus();
    fill(field, typed);
    press(Qt::Key_Return);
    QTRY_VERIFY(text(field + u"Message"_s).contains(told));
    QCOMPARE(kept(), before);
}

void PaymentSectionTest::withoutAKeyNothingChanges()
{
    click(u"paymentLive"_s);
    QTRY_VERIFY2(outcome().contains(u"Not in use yet"_s), qPrintable(outcome()));
    QCOMPARE(m_window->focusWidget()->objectName(), u"paymentKey"_s);
    QCOMPARE(kept().mode, SystemMode::Sandbox);
    order(TenderKind::SavedCard);
    QTRY_COMPARE(captured(), 1);
}

void PaymentSectionTest::withoutItsKeyPaymentsWaitAndItIsSaid()
{
    enter(u"paymentTest"_s, sandbox(), u"sk_test_1"_s);
    QTRY_VERIFY(!text(u"paymentSectionSaved"_s).isEmpty());
    close();
    m_shop->secrets().kept.clear();
    m_shop->reopen();
    open();
    QSignalSpy troubled(&(*m_shop)->payment(), &Service::troubled);
    SystemDesk desk(m_shop->access(), SystemSettings::Kind::Payment);
    desk.start();
    QTRY_VERIFY(!troubled.isEmpty());
    QVERIFY(troubled.constFirst()[1].toString().contains(u"key of the payment system"_s));
    order(TenderKind::SavedCard);
    QTRY_VERIFY(!m_shop->ask((*m_shop)->payment(), &PaymentService::openCalls)->isEmpty());
    QCOMPARE(captured(), 0);
    goToSection();
    find<QLineEdit>(u"paymentKey"_s)->setFocus();
    type(u"sk_test_1"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(captured(), 1, 20'000);
}

void PaymentSectionTest::whatTheKeychainDoesNotKeepIsSaid()
{
    m_shop->secrets().trouble = SecretError::NoKeychain;
    enter(u"paymentTest"_s, sandbox(), u"sk_test_1"_s);
    QTRY_VERIFY2(outcome().contains(u"no keychain"_s), qPrintable(outcome()));
    order(TenderKind::SavedCard);
    QTRY_COMPARE(captured(), 1);
}

void PaymentSectionTest::theBooksAreCompared()
{
    QTRY_COMPARE(text(u"booksOutcome"_s), u"Not compared yet."_s);
    order(TenderKind::SavedCard);
    QTRY_COMPARE(captured(), 1);
    QTRY_VERIFY(m_shop->ask((*m_shop)->payment(), &PaymentService::openCalls)->isEmpty());
    click(u"booksCompare"_s);
    QTRY_VERIFY2(text(u"booksOutcome"_s).contains(u"no difference, payments compared: 1"_s),
                 qPrintable(text(u"booksOutcome"_s)));
}

void PaymentSectionTest::anotherSystemIsRefusedWhileALinkIsOpen()
{
    order(TenderKind::Link);
    QTRY_COMPARE(m_shop->sandbox().ledger(u"checkout.created"_s).size(), 1);
    QTRY_VERIFY(m_shop->ask((*m_shop)->payment(), &PaymentService::openCalls)->isEmpty());
    enter(u"paymentLive"_s, u"api.stripe.com"_s, u"sk_live_1"_s);
    QTRY_VERIFY2(text(u"paymentModeMessage"_s).contains(u"still open"_s),
                 qPrintable(text(u"paymentModeMessage"_s)));
    QCOMPARE(kept().mode, SystemMode::Sandbox);
    QVERIFY(!shown(u"paymentUrl"_s));
    QVERIFY(shown(u"statusMode"_s));
}

} // namespace kontor

QTEST_MAIN(kontor::PaymentSectionTest)
#include "payment_section_test.moc"
