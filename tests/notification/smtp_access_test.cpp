// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/notification/mail_format.h"
#include "services/notification/smtp_access.h"
#include "tests/notification/cutting_relay.h"
#include "tests/notification/exim_server.h"

#include <QDeadlineTimer>
#include <QSignalSpy>
#include <QTest>

#include <unistd.h>

namespace kontor {

using namespace Qt::StringLiterals;

//! Sends through a real mail server.
class SmtpAccessTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void mailArrives_data();
    void mailArrives();
    void dotsAndLongMailsArriveAsTheyAre();
    void refusalsAreToldApart_data();
    void refusalsAreToldApart();
    void nothingIsSaidBeforeTheCertificateIsTrusted();
    void theServersNameMustBeThatOfTheCertificate();
    void withoutTlsNothingIsSent();
    void plainTextOnlyToThisMachine();
    void aCheckLogsInAndSendsNothing_data();
    void aCheckLogsInAndSendsNothing();
    void aLogInThatIsNotOfferedIsNoLogIn();
    void whatIsNotThereIsSaid();
    void cutsAreToldApart_data();
    void cutsAreToldApart();
    void anUncertainMailComesAgainUnderItsId();
    void aSilentServerIsLeft();
    void waitingCountsAsTime();
    void aReplyIsBrokenOff();
    void aReplyMayGoAtAnyTime();
    void theManagerKnowsItsSchemes();
    void hostileTextsAddNoHeader();

private:
    SmtpEnvelope envelope() const;
    QUrl server() const { return url(u"smtp"_s, m_exim.port()); }
    static QUrl url(const QString &scheme, int port);
    static QByteArray message(const QString &id, const QString &subject = u"Your order"_s,
                              const QString &body = u"Thank you.\n"_s);
    SmtpOutcome outcome(const QUrl &to, const SmtpEnvelope &from, const QByteArray &bytes,
                        int timeoutMs = 20'000);
    SmtpOutcome checked(const QUrl &to, const SmtpEnvelope &from);
    static SmtpOutcome outcomeOf(QNetworkReply &reply);

    EximServer m_exim;
    std::unique_ptr<SmtpAccess> m_access;
};

void SmtpAccessTest::initTestCase()
{
    if (geteuid() != 0)
        QSKIP("Exim has to be started as root.");
    QCOMPARE(m_exim.start(), QString());
}

void SmtpAccessTest::init() { m_access = std::make_unique<SmtpAccess>(); }

QUrl SmtpAccessTest::url(const QString &scheme, int port)
{
    return QUrl(u"%1://127.0.0.1:%2"_s.arg(scheme).arg(port));
}

SmtpEnvelope SmtpAccessTest::envelope() const
{
    SmtpEnvelope envelope;
    envelope.sender = u"shop@localhost"_s;
    envelope.recipients = {u"ada@localhost"_s};
    envelope.user = u"pos"_s;
    envelope.secret = "s3cret";
    envelope.authorities = m_exim.certificate();
    return envelope;
}

QByteArray SmtpAccessTest::message(const QString &id, const QString &subject, const QString &body)
{
    Mail mail;
    mail.messageId = u"<%1@kontor.invalid>"_s.arg(id);
    mail.date = {1'700'000'000'000};
    mail.from = {u"Corner Shop"_s, u"shop@localhost"_s};
    mail.to = {u"Ada Łovelace"_s, u"ada@localhost"_s};
    mail.subject = subject;
    mail.body = body;
    return formattedMail(mail).value();
}

SmtpOutcome SmtpAccessTest::outcomeOf(QNetworkReply &reply)
{
    QSignalSpy finished(&reply, &QNetworkReply::finished);
    if (finished.isEmpty() && !finished.wait(60'000))
        return {};
    return reply.attribute(SmtpAccess::OutcomeAttribute).value<SmtpOutcome>();
}

SmtpOutcome SmtpAccessTest::outcome(const QUrl &to, const SmtpEnvelope &from,
                                    const QByteArray &bytes, int timeoutMs)
{
    const std::unique_ptr<QNetworkReply> reply(
        m_access->post(SmtpAccess::request(to, from, timeoutMs), bytes));
    return outcomeOf(*reply);
}

SmtpOutcome SmtpAccessTest::checked(const QUrl &to, const SmtpEnvelope &from)
{
    const std::unique_ptr<QNetworkReply> reply(
        m_access->get(SmtpAccess::request(to, from, 20'000)));
    return outcomeOf(*reply);
}

void SmtpAccessTest::mailArrives_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("STARTTLS") << u"smtp"_s;
    QTest::newRow("TLS from the first byte") << u"smtps"_s;
}

void SmtpAccessTest::mailArrives()
{
    QFETCH(const QString, scheme);
    const qsizetype before = m_exim.mails().size();
    const QByteArray bytes = message(u"arrives-"_s + scheme, u"Żółta latarnia"_s);
    const int port = scheme == u"smtps" ? m_exim.tlsPort() : m_exim.port();
    const std::unique_ptr<QNetworkReply> reply(
        m_access->post(SmtpAccess::request(url(scheme, port), envelope(), 20'000), bytes));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    QSignalSpy failed(reply.get(), &QNetworkReply::errorOccurred);
    QSignalSpy managed(m_access.get(), &QNetworkAccessManager::finished);
    QVERIFY(finished.wait(60'000));
    QCOMPARE(finished.size(), 1);
    QCOMPARE(managed.size(), 1);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 250);
    QTRY_COMPARE(m_exim.mails().size(), before + 1);
    const QByteArrayList mails = m_exim.mails();
    const auto found = std::find_if(mails.begin(), mails.end(), [&](const QByteArray &mail) {
        return mail.contains("<arrives-" + scheme.toLatin1() + "@kontor.invalid>");
    });
    QVERIFY(found != mails.end());
    QByteArray sent = bytes;
    QVERIFY(found->contains(sent.replace("\r\n", "\n").mid(sent.indexOf("Date:"))));
}

void SmtpAccessTest::dotsAndLongMailsArriveAsTheyAre()
{
    const qsizetype before = m_exim.mails().size();
    const QString body =
        u"one\n.\n..two\n.\n"_s + u"a line of some words and no end\n"_s.repeated(9000);
    QCOMPARE(int(outcome(server(), envelope(), message(u"dots"_s, u"Dots"_s, body)).kind),
             int(SmtpOutcome::Kind::Accepted));
    QTRY_COMPARE(m_exim.mails().size(), before + 1);
    const QByteArrayList mails = m_exim.mails();
    QVERIFY(std::any_of(mails.begin(), mails.end(), [&](const QByteArray &mail) {
        return mail.contains("\n\n" + body.toUtf8() + "\n--");
    }));
}

void SmtpAccessTest::refusalsAreToldApart_data()
{
    QTest::addColumn<QString>("recipient");
    QTest::addColumn<QString>("password");
    QTest::addColumn<SmtpOutcome::Kind>("kind");
    QTest::addColumn<SmtpFault>("fault");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("text");
    using Kind = SmtpOutcome::Kind;
    QTest::newRow("for good") << u"bounce550@localhost"_s << u"s3cret"_s << Kind::Refused
                              << SmtpFault::Recipient << 550 << u"no such mailbox"_s;
    QTest::newRow("for now") << u"temp451@localhost"_s << u"s3cret"_s << Kind::Postponed
                             << SmtpFault::Recipient << 451 << u"try again later"_s;
    QTest::newRow("of strangers") << u"ada@localhost"_s << QString() << Kind::NotSent
                                  << SmtpFault::Login << 550 << u"relay not permitted"_s;
    QTest::newRow("wrong password") << u"ada@localhost"_s << u"wrong"_s << Kind::NotSent
                                    << SmtpFault::Login << 535 << u"Incorrect"_s;
    QTest::newRow("no address") << u"ada\r\nDATA@localhost"_s << u"s3cret"_s << Kind::NotSent
                                << SmtpFault::Configuration << 0 << u"address"_s;
}

void SmtpAccessTest::refusalsAreToldApart()
{
    QFETCH(const QString, recipient);
    QFETCH(const QString, password);
    QFETCH(const SmtpOutcome::Kind, kind);
    QFETCH(const SmtpFault, fault);
    QFETCH(const int, code);
    QFETCH(const QString, text);
    SmtpEnvelope from = envelope();
    from.recipients = {recipient};
    from.secret = password.toUtf8();
    if (password.isEmpty())
        from.user.clear();
    const SmtpOutcome got = outcome(server(), from, message(u"refused"_s));
    QCOMPARE(int(got.kind), int(kind));
    QCOMPARE(int(got.fault), int(fault));
    QCOMPARE(got.code, code);
    QVERIFY2(got.text.contains(text), qPrintable(got.text));
    QVERIFY(!got.text.contains(u"s3cret"_s));
}

void SmtpAccessTest::nothingIsSaidBeforeTheCertificateIsTrusted()
{
    const qsizetype before = m_exim.mails().size();
    for (const QUrl &to : {server(), url(u"smtps"_s, m_exim.tlsPort())}) {
        SmtpEnvelope from = envelope();
        from.authorities.clear();
        const SmtpOutcome got = outcome(to, from, message(u"untrusted"_s));
        QCOMPARE(int(got.kind), int(SmtpOutcome::Kind::NotSent));
        QCOMPARE(int(got.fault), int(SmtpFault::Certificate));
        QCOMPARE(int(got.error()), int(QNetworkReply::SslHandshakeFailedError));
        QVERIFY2(got.text.contains(u"certificate"_s), qPrintable(got.text));
    }
    QCOMPARE(m_exim.mails().size(), before);
}

void SmtpAccessTest::theServersNameMustBeThatOfTheCertificate()
{
    QUrl to = server();
    to.setHost(u"127.0.0.2"_s);
    CuttingRelay relay(m_exim.port());
    relay.close();
    QVERIFY(relay.listen(QHostAddress(u"127.0.0.2"_s)));
    to.setPort(relay.serverPort());
    const SmtpOutcome got = outcome(to, envelope(), message(u"named"_s));
    QCOMPARE(int(got.fault), int(SmtpFault::Certificate));
    QCOMPARE(int(got.kind), int(SmtpOutcome::Kind::NotSent));
}

void SmtpAccessTest::withoutTlsNothingIsSent()
{
    const qsizetype before = m_exim.mails().size();
    const QUrl stripped = url(u"smtp"_s, m_exim.plainPort());
    const SmtpOutcome got = outcome(stripped, envelope(), message(u"stripped"_s));
    QCOMPARE(int(got.kind), int(SmtpOutcome::Kind::NotSent));
    QCOMPARE(int(got.fault), int(SmtpFault::NoStartTls));
    QCOMPARE(m_exim.mails().size(), before);
}

void SmtpAccessTest::plainTextOnlyToThisMachine()
{
    SmtpEnvelope from = envelope();
    from.encryption = SmtpEnvelope::Encryption::None;
    const SmtpOutcome refused =
        outcome(QUrl(u"smtp://mail.example:25"_s), from, message(u"plain"_s));
    QCOMPARE(int(refused.fault), int(SmtpFault::Configuration));
    from.user.clear();
    const SmtpOutcome got = outcome(url(u"smtp"_s, m_exim.plainPort()), from, message(u"plain"_s));
    QCOMPARE(int(got.kind), int(SmtpOutcome::Kind::Accepted));
}

void SmtpAccessTest::aCheckLogsInAndSendsNothing_data()
{
    QTest::addColumn<QString>("secret");
    QTest::addColumn<bool>("isToken");
    QTest::addColumn<SmtpFault>("fault");
    QTest::newRow("password") << u"s3cret"_s << false << SmtpFault::None;
    QTest::newRow("wrong password") << u"wrong"_s << false << SmtpFault::Login;
    QTest::newRow("token") << u"t0ken"_s << true << SmtpFault::None;
    QTest::newRow("wrong token") << u"s3cret"_s << true << SmtpFault::Login;
    QTest::newRow("a token is no password") << u"t0ken"_s << false << SmtpFault::Login;
}

void SmtpAccessTest::aCheckLogsInAndSendsNothing()
{
    QFETCH(const QString, secret);
    QFETCH(const bool, isToken);
    QFETCH(const SmtpFault, fault);
    const qsizetype before = m_exim.mails().size();
    SmtpEnvelope from = envelope();
    from.secret = secret.toUtf8();
    from.isToken = isToken;
    from.recipients.clear();
    const SmtpOutcome got = checked(server(), from);
    QCOMPARE(int(got.fault), int(fault));
    QCOMPARE(got.kind == SmtpOutcome::Kind::Accepted, fault == SmtpFault::None);
    QCOMPARE(m_exim.mails().size(), before);
}

void SmtpAccessTest::aLogInThatIsNotOfferedIsNoLogIn()
{
    SmtpEnvelope from = envelope();
    from.encryption = SmtpEnvelope::Encryption::None;
    const SmtpOutcome got = checked(url(u"smtp"_s, m_exim.plainPort()), from);
    QCOMPARE(int(got.kind), int(SmtpOutcome::Kind::NotSent));
    QCOMPARE(int(got.fault), int(SmtpFault::Login));
}

void SmtpAccessTest::whatIsNotThereIsSaid()
{
    QTcpServer nobody;
    QVERIFY(nobody.listen(QHostAddress::LocalHost));
    const QUrl closed = url(u"smtp"_s, nobody.serverPort());
    nobody.close();
    const SmtpOutcome refused = outcome(closed, envelope(), message(u"nobody"_s));
    QCOMPARE(int(refused.fault), int(SmtpFault::NotReached));
    QCOMPARE(int(refused.kind), int(SmtpOutcome::Kind::NotSent));
    const SmtpOutcome unknown =
        outcome(QUrl(u"smtp://mail.invalid:587"_s), envelope(), message(u"nobody"_s));
    QCOMPARE(int(unknown.fault), int(SmtpFault::HostNotFound));
    QCOMPARE(int(unknown.kind), int(SmtpOutcome::Kind::NotSent));
}

void SmtpAccessTest::cutsAreToldApart_data()
{
    QTest::addColumn<CuttingRelay::Cut>("cut");
    QTest::addColumn<SmtpOutcome::Kind>("kind");
    QTest::addColumn<int>("arrived");
    using Kind = SmtpOutcome::Kind;
    QTest::newRow("no cut") << CuttingRelay::Cut::Nowhere << Kind::Accepted << 1;
    QTest::newRow("in the farewell") << CuttingRelay::Cut::Farewell << Kind::Accepted << 1;
    QTest::newRow("in the message") << CuttingRelay::Cut::InData << Kind::NotSent << 0;
    QTest::newRow("before the final dot") << CuttingRelay::Cut::BeforeDot << Kind::Lost << 0;
    QTest::newRow("after the final dot") << CuttingRelay::Cut::AfterDot << Kind::Lost << 1;
}

void SmtpAccessTest::cutsAreToldApart()
{
    QFETCH(const CuttingRelay::Cut, cut);
    QFETCH(const SmtpOutcome::Kind, kind);
    QFETCH(const int, arrived);
    CuttingRelay relay(m_exim.plainPort());
    relay.setCut(cut);
    SmtpEnvelope from = envelope();
    from.encryption = SmtpEnvelope::Encryption::None;
    from.user.clear();
    const qsizetype before = m_exim.mails().size();
    // Longer than what fits into the buffers on its way.
    const QString body = cut == CuttingRelay::Cut::InData
                             ? u"a line of some words and no end\n"_s.repeated(300'000)
                             : u"Thank you.\n"_s;
    const SmtpOutcome got =
        outcome(url(u"smtp"_s, relay.serverPort()), from, message(u"cut"_s, u"Cut"_s, body));
    QCOMPARE(int(got.kind), int(kind));
    QCOMPARE(relay.connections(), 1);
    QTRY_COMPARE(m_exim.mails().size(), before + arrived);
}

void SmtpAccessTest::anUncertainMailComesAgainUnderItsId()
{
    CuttingRelay relay(m_exim.plainPort());
    relay.setCut(CuttingRelay::Cut::AfterDot);
    SmtpEnvelope from = envelope();
    from.encryption = SmtpEnvelope::Encryption::None;
    from.user.clear();
    const QByteArray bytes = message(u"uncertain"_s);
    QCOMPARE(int(outcome(url(u"smtp"_s, relay.serverPort()), from, bytes).kind),
             int(SmtpOutcome::Kind::Lost));
    QCOMPARE(int(outcome(server(), envelope(), bytes).kind), int(SmtpOutcome::Kind::Accepted));
    const auto copies = [this] {
        const QByteArrayList mails = m_exim.mails();
        return std::count_if(mails.begin(), mails.end(), [](const QByteArray &mail) {
            return mail.contains("Message-ID: <uncertain@kontor.invalid>");
        });
    };
    QTRY_COMPARE(copies(), 2);
}

void SmtpAccessTest::aSilentServerIsLeft()
{
    CuttingRelay relay(m_exim.plainPort());
    relay.setCut(CuttingRelay::Cut::Silent);
    const SmtpOutcome got =
        outcome(url(u"smtp"_s, relay.serverPort()), envelope(), message(u"silent"_s), 300);
    QCOMPARE(int(got.kind), int(SmtpOutcome::Kind::NotSent));
    QCOMPARE(int(got.fault), int(SmtpFault::TimedOut));
    QCOMPARE(int(got.error()), int(QNetworkReply::TimeoutError));
}

//! Else a mail could be on its way twice at the same time.
void SmtpAccessTest::waitingCountsAsTime()
{
    CuttingRelay relay(m_exim.plainPort());
    relay.setCut(CuttingRelay::Cut::Silent);
    const QUrl silent = url(u"smtp"_s, relay.serverPort());
    QList<QNetworkReply *> busy;
    for (int i = 0; i < SmtpAccess::atOnce; ++i)
        busy.append(
            m_access->post(SmtpAccess::request(silent, envelope(), 60'000), message(u"busy"_s)));
    QTRY_COMPARE(relay.connections(), SmtpAccess::atOnce);
    constexpr int patienceMs = 20;
    const QDeadlineTimer over(patienceMs);
    const std::unique_ptr<QNetworkReply> late(
        m_access->post(SmtpAccess::request(silent, envelope(), patienceMs), message(u"late"_s)));
    QTRY_VERIFY(over.hasExpired());
    for (QNetworkReply *reply : busy)
        reply->abort();
    QTRY_VERIFY(late->isFinished());
    const auto got = late->attribute(SmtpAccess::OutcomeAttribute).value<SmtpOutcome>();
    QCOMPARE(int(got.kind), int(SmtpOutcome::Kind::NotSent));
    QCOMPARE(int(got.fault), int(SmtpFault::TimedOut));
    QCOMPARE(relay.connections(), SmtpAccess::atOnce);
}

void SmtpAccessTest::aReplyIsBrokenOff()
{
    CuttingRelay relay(m_exim.plainPort());
    relay.setCut(CuttingRelay::Cut::Silent);
    QNetworkReply *reply =
        m_access->post(SmtpAccess::request(url(u"smtp"_s, relay.serverPort()), envelope(), 60'000),
                       message(u"aborted"_s));
    QSignalSpy finished(reply, &QNetworkReply::finished);
    QTRY_COMPARE(relay.connections(), 1);
    reply->abort();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
    m_access.reset(); // waits for its threads
}

void SmtpAccessTest::aReplyMayGoAtAnyTime()
{
    CuttingRelay relay(m_exim.plainPort());
    relay.setCut(CuttingRelay::Cut::Silent);
    for (int i = 0; i < 20; ++i) {
        QNetworkReply *reply = m_access->post(
            SmtpAccess::request(url(u"smtp"_s, relay.serverPort()), envelope(), 60'000),
            message(u"gone"_s));
        if (i % 2)
            delete reply;
    }
    m_access.reset();
}

void SmtpAccessTest::theManagerKnowsItsSchemes()
{
    for (const QString &scheme : {u"smtp"_s, u"smtps"_s, u"https"_s})
        QVERIFY2(m_access->supportedSchemes().contains(scheme), qPrintable(scheme));
}

//! Subjects, names and texts that try to add a header or to end the message.
void SmtpAccessTest::hostileTextsAddNoHeader()
{
    const QStringList parts{u"\r\nBcc: eve@localhost"_s,
                            u"\nX-Evil: 1"_s,
                            u"\r.\r\n"_s,
                            u"\u0000"_s,
                            u"\u2028Bcc: x"_s,
                            u"=?UTF-8?B?DQpCY2M6IHg=?="_s,
                            u"\"<eve@localhost>\""_s,
                            u"💳"_s.repeated(60),
                            u"\u0085To: x"_s,
                            u"a,b;c:d"_s};
    int refused = 0;
    const qsizetype before = m_exim.mails().size();
    QList<std::shared_ptr<QNetworkReply>> replies;
    for (int i = 0; i < 500; ++i) {
        Mail mail;
        mail.messageId = u"<hostile%1@kontor.invalid>"_s.arg(i);
        mail.date = {1'700'000'000'000};
        mail.from = {u"Corner Shop"_s, u"shop@localhost"_s};
        mail.to = {u"Ada"_s, u"ada@localhost"_s};
        mail.subject = u"Order"_s;
        mail.body = u"Text "_s + parts[i % parts.size()] + u"\n.\n"_s;
        const QString hostile =
            u"a%1 "_s.arg(i) + parts[i / 3 % parts.size()] + parts[i % parts.size()];
        (i % 3 == 0 ? mail.subject : i % 3 == 1 ? mail.to.name : mail.to.address) = hostile;
        const auto bytes = formattedMail(mail);
        if (!bytes) {
            ++refused;
            continue;
        }
        replies.append(std::shared_ptr<QNetworkReply>(
            m_access->post(SmtpAccess::request(server(), envelope(), 60'000), *bytes)));
    }
    for (const auto &reply : replies) {
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 60'000);
        QCOMPARE(reply->error(), QNetworkReply::NoError);
    }
    QVERIFY(refused > 200 && replies.size() > 50);
    QTRY_COMPARE_WITH_TIMEOUT(m_exim.mails().size(), before + replies.size(), 60'000);
    const QByteArray names = "Date From To Subject Message-ID MIME-Version Content-Type";
    for (const QByteArray &mail : m_exim.mails()) {
        if (!mail.contains("Message-ID: <hostile"))
            continue;
        QByteArrayList found;
        for (const QByteArray &line : mail.left(mail.indexOf("\n\n")).split('\n')) {
            if (!line.startsWith(' ') && !line.startsWith('\t'))
                found.append(line.left(line.indexOf(':')));
        }
        while (!found.isEmpty() && found.first() != "Date")
            found.removeFirst();
        QCOMPARE(found, names.split(' '));
    }
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::SmtpAccessTest)
#include "smtp_access_test.moc"
