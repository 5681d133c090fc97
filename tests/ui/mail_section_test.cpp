// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail_desk.h"
#include "tests/notification/exim_server.h"
#include "tests/ui/window_test.h"

#include <QDir>
#include <QLabel>
#include <QSignalSpy>
#include <QTcpServer>

#include <unistd.h>

namespace kontor {

using namespace Qt::StringLiterals;

//! The settings of e-mail, against a real mail server.
class MailSectionTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { close(); }
    void aConnectionIsTested_data();
    void aConnectionIsTested();
    void thePasswordMayComeLast();
    void anUntrustedCertificateIsTold();
    void whatDoesNotAnswerIsNamed();
    void mailsGoThroughTheServerAtOnceAndAfterTheNextStart();
    void withoutAPasswordMailsWaitAndItIsSaid();
    void whatTheKeychainDoesNotKeepIsSaid();
    void nothingIsUsedBeforeItIsComplete();
    void nonsenseIsToldWhereItStands_data();
    void nonsenseIsToldWhereItStands();
    void mailsStayInTheHouseAgain();

private:
    void goToSection();
    //! As a person would enter it.
    void enterServer(const QString &server, const QString &user, const QString &password);
    QString outcome() { return find<QLabel>(u"mailOutcome"_s)->text(); }
    QString local(int port) const { return u"localhost:%1"_s.arg(port); }
    MailSettings kept() { return MailSettings::in(m_shop->access().folder); }
    void order();
    int mailsTo(const QByteArray &address) const;

    EximServer m_exim;
};

void MailSectionTest::initTestCase()
{
    if (geteuid() != 0)
        QSKIP("Exim has to be started as root.");
    QCOMPARE(m_exim.start(), QString());
}

void MailSectionTest::init()
{
    m_shop = std::make_unique<LivingShop>();
    MailSettings mail;
    mail.authorities = m_exim.certificate();
    QVERIFY(mail.save(m_shop->access().folder));
    open();
    goToSection();
}

void MailSectionTest::goToSection()
{
    press(Qt::Key_Comma, Qt::ControlModifier);
    click(u"mailSectionChoice"_s);
    QTRY_VERIFY(shown(u"mailSection"_s));
}

void MailSectionTest::enterServer(const QString &server, const QString &user,
                                  const QString &password)
{
    click(u"mailServer"_s);
    QTRY_COMPARE(m_window->focusWidget()->objectName(), u"mailHost"_s);
    type(server);
    find<QLineEdit>(u"mailUser"_s)->setFocus();
    type(user);
    find<QLineEdit>(u"mailSecret"_s)->setFocus();
    type(password);
    find<QLineEdit>(u"mailSender"_s)->setFocus();
    type(u"shop@localhost"_s);
}

void MailSectionTest::order()
{
    const AccountId customer = m_shop->addCustomer(u"Grace Hopper"_s, true);
    m_shop->book(m_shop->saleTo(customer, 1, Fulfilment::Pickup));
}

int MailSectionTest::mailsTo(const QByteArray &address) const
{
    const QByteArrayList mails = m_exim.mails();
    return int(std::count_if(mails.begin(), mails.end(), [&](const QByteArray &mail) {
        return mail.contains("<" + address + ">");
    }));
}

void MailSectionTest::aConnectionIsTested_data()
{
    QTest::addColumn<QString>("connection");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("told");
    QTest::newRow("it works") << u"mailStartTls"_s << u"s3cret"_s
                              << u"localhost takes the log-in"_s;
    QTest::newRow("TLS") << u"mailTls"_s << u"s3cret"_s << u"localhost takes the log-in"_s;
    QTest::newRow("wrong password")
        << u"mailStartTls"_s << u"wrong"_s << u"refuses the log-in: 535 Incorrect"_s;
    QTest::newRow("no STARTTLS") << u"none"_s << u"s3cret"_s << u"offers no STARTTLS"_s;
}

void MailSectionTest::aConnectionIsTested()
{
    QFETCH(const QString, connection);
    QFETCH(const QString, password);
    QFETCH(const QString, told);
    const bool noTls = connection == u"none";
    enterServer(local(noTls                        ? m_exim.plainPort()
                      : connection == u"mailTls"_s ? m_exim.tlsPort()
                                                   : m_exim.port()),
                u"pos"_s, password);
    if (!noTls)
        click(connection);
    click(u"mailCheck"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(outcome().contains(told), qPrintable(outcome()), 20'000);
    QCOMPARE(m_shop->secrets().kept.value(u"mail:pos@localhost"_s), password.toUtf8());
    QVERIFY(find<QLineEdit>(u"mailSecret"_s)->text().isEmpty());
}

void MailSectionTest::thePasswordMayComeLast()
{
    enterServer(local(m_exim.port()), u"pos"_s, {});
    find<QLineEdit>(u"mailSecret"_s)->setFocus();
    QVERIFY2(outcome().isEmpty(), qPrintable(outcome()));
    type(u"s3cret"_s);
    click(u"mailCheck"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(outcome().contains(u"takes the log-in"_s), qPrintable(outcome()),
                              20'000);
}

void MailSectionTest::anUntrustedCertificateIsTold()
{
    close();
    QVERIFY(MailSettings().save(m_shop->access().folder));
    open();
    goToSection();
    enterServer(local(m_exim.port()), u"pos"_s, u"s3cret"_s);
    click(u"mailCheck"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(outcome().contains(u"Nobody whom this machine trusts has signed"_s) &&
                                  outcome().contains(u"the password neither"_s),
                              qPrintable(outcome()), 20'000);
}

void MailSectionTest::whatDoesNotAnswerIsNamed()
{
    QTcpServer nobody;
    QVERIFY(nobody.listen(QHostAddress::LocalHost));
    const int port = nobody.serverPort();
    nobody.close();
    enterServer(local(port), {}, {});
    click(u"mailCheck"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(
        outcome().contains(u"Nothing answers at localhost, port %1"_s.arg(port)),
        qPrintable(outcome()), 20'000);
}

void MailSectionTest::mailsGoThroughTheServerAtOnceAndAfterTheNextStart()
{
    enterServer(local(m_exim.port()), u"pos"_s, u"s3cret"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(!text(u"mailSectionSaved"_s).isEmpty());
    const int before = mailsTo("someone@example.org");
    order();
    QTRY_VERIFY_WITH_TIMEOUT(mailsTo("someone@example.org") > before, 20'000);
    QVERIFY(mailsTo("shop@localhost") > 0);

    close();
    m_shop->reopen();
    MailDesk desk(m_shop->access());
    desk.start();
    const int then = mailsTo("someone@example.org");
    order();
    QTRY_VERIFY_WITH_TIMEOUT(mailsTo("someone@example.org") > then, 20'000);
}

void MailSectionTest::withoutAPasswordMailsWaitAndItIsSaid()
{
    enterServer(local(m_exim.port()), u"pos"_s, u"s3cret"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(!text(u"mailSectionSaved"_s).isEmpty());
    close();
    m_shop->secrets().kept.clear();
    m_shop->reopen();
    open();
    QSignalSpy troubled(&(*m_shop)->notification(), &Service::troubled);
    const int before = mailsTo("someone@example.org");
    order();
    QTRY_VERIFY_WITH_TIMEOUT(!troubled.isEmpty(), 20'000);
    QVERIFY(troubled.constFirst().at(1).toString().contains(
        u"password of the mail server is not known"_s));
    QCOMPARE(mailsTo("someone@example.org"), before);
    goToSection();
    find<QLineEdit>(u"mailSecret"_s)->setFocus();
    type(u"s3cret"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(mailsTo("someone@example.org") > before, 20'000);
}

void MailSectionTest::whatTheKeychainDoesNotKeepIsSaid()
{
    m_shop->secrets().trouble = SecretError::NoKeychain;
    enterServer(local(m_exim.port()), u"pos"_s, u"s3cret"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY2(outcome().contains(u"no keychain"_s), qPrintable(outcome()));
}

void MailSectionTest::nothingIsUsedBeforeItIsComplete()
{
    click(u"mailServer"_s);
    type(u"smtp.example.org"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY2(outcome().contains(u"Not in use yet"_s), qPrintable(outcome()));
    QCOMPARE(int(kept().way), int(MailSettings::Way::Folder));
}

void MailSectionTest::nonsenseIsToldWhereItStands_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("told");
    QTest::newRow("server") << u"mailHost"_s << u"smtp://x y"_s << u"cannot be a server"_s;
    QTest::newRow("port") << u"mailHost"_s << u"localhost:99999"_s << u"cannot be a server"_s;
    QTest::newRow("sender") << u"mailSender"_s << u"shop"_s << u"not a mail address"_s;
}

void MailSectionTest::nonsenseIsToldWhereItStands()
{
    QFETCH(const QString, field);
    QFETCH(const QString, typed);
    QFETCH(const QString, told);
    enterServer(u"localhost"_s, {}, {});
    press(Qt::Key_Return);
    QTRY_VERIFY(!text(u"mailSectionSaved"_s).isEmpty());
    const MailSettings before = kept();
    find<QLineEdit>(field)->setFocus();
    fill(field, typed);
    press(Qt::Key_Return);
    QTRY_VERIFY(text(field + u"Message"_s).contains(told));
    QCOMPARE(kept(), before);
}

void MailSectionTest::mailsStayInTheHouseAgain()
{
    enterServer(local(m_exim.port()), u"pos"_s, u"s3cret"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(int(kept().way), int(MailSettings::Way::StartTls));
    click(u"mailFolder"_s);
    QTRY_COMPARE(int(kept().way), int(MailSettings::Way::Folder));
    QVERIFY(!shown(u"mailHost"_s));
    const int before = mailsTo("someone@example.org");
    order();
    QDir folder(m_shop->access().folder + u"/mail"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!folder.entryList({u"*.eml"_s}).isEmpty(), 20'000);
    QCOMPARE(mailsTo("someone@example.org"), before);
}

} // namespace kontor

QTEST_MAIN(kontor::MailSectionTest)
#include "mail_section_test.moc"
