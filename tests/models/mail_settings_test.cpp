// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail_settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

class MailSettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aServerIsReadAsItIsTyped_data();
    void aServerIsReadAsItIsTyped();
    void whatIsSavedComesBack();
    void aFileThatMakesNoSenseKeepsMailsWaiting();
    void aServerIsMadeOfTheSettings_data();
    void aServerIsMadeOfTheSettings();
};

void MailSettingsTest::aServerIsReadAsItIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("host"); // empty: it is none
    QTest::addColumn<int>("port");
    const auto row = [](const QString &typed, const QString &host, int port) {
        QTest::newRow(qPrintable(typed)) << typed << host << port;
    };
    row(u"smtp.example.org"_s, u"smtp.example.org"_s, 0);
    row(u" smtp.example.org:2525 "_s, u"smtp.example.org"_s, 2525);
    row(u"localhost:1"_s, u"localhost"_s, 1);
    row(u"192.168.1.5:65535"_s, u"192.168.1.5"_s, 65535);
    row(u"[::1]:25"_s, u"::1"_s, 25);
    row(QString(), QString(), 0);
    row(u"smtp.example.org:0"_s, QString(), 0);
    row(u"smtp.example.org:65536"_s, QString(), 0);
    row(u"smtp.example.org:"_s, QString(), 0);
    row(u"smtp://smtp.example.org"_s, QString(), 0);
    row(u"smtp example"_s, QString(), 0);
    row(u"user@smtp.example.org"_s, QString(), 0);
    row(u"host\r\nRCPT"_s, QString(), 0);
}

void MailSettingsTest::aServerIsReadAsItIsTyped()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, host);
    QFETCH(const int, port);
    const auto server = TypedServer::of(typed);
    QCOMPARE(server.has_value(), !host.isEmpty());
    if (server) {
        QCOMPARE(server->host, host);
        QCOMPARE(server->port, port);
    }
}

void MailSettingsTest::whatIsSavedComesBack()
{
    const QTemporaryDir folder;
    const MailSettings mail{
        MailSettings::Way::Tls, u"smtp.example.org"_s, 2465, u"pos,\"=;\n"_s, true,
        u"shop@example.org"_s,  u"own.pem"_s};
    QVERIFY(mail.save(folder.path()));
    QCOMPARE(MailSettings::in(folder.path()), mail);
}

void MailSettingsTest::aFileThatMakesNoSenseKeepsMailsWaiting()
{
    const QTemporaryDir folder;
    QCOMPARE(MailSettings::in(folder.path()), MailSettings());
    QFile file(folder.filePath(u"mail.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[mail]\nway=pigeon\nport=99999999\nhost=smtp.example.org\n");
    file.close();
    const MailSettings mail = MailSettings::in(folder.path());
    QCOMPARE(mail.port, 0);
    QVERIFY(mail.server({}).has_value());
    QVERIFY(mail.server({})->url.host().isEmpty());
}

void MailSettingsTest::aServerIsMadeOfTheSettings_data()
{
    QTest::addColumn<MailSettings::Way>("way");
    QTest::addColumn<QString>("url");
    QTest::newRow("STARTTLS") << MailSettings::Way::StartTls << u"smtp://mail.example:587"_s;
    QTest::newRow("TLS") << MailSettings::Way::Tls << u"smtps://mail.example:465"_s;
    QTest::newRow("open") << MailSettings::Way::Plain << u"smtp://mail.example:25"_s;
}

void MailSettingsTest::aServerIsMadeOfTheSettings()
{
    QFETCH(const MailSettings::Way, way);
    QFETCH(const QString, url);
    MailSettings mail;
    mail.way = way;
    mail.host = u"mail.example"_s;
    mail.user = u"pos"_s;
    const auto server = mail.server({});
    QVERIFY(server.has_value());
    QCOMPARE(server->url, QUrl(url));
    QVERIFY(server->lacksSecret());
    QVERIFY(!mail.server("s3cret")->lacksSecret());
    QCOMPARE(server->encryption == SmtpEnvelope::Encryption::None, way == MailSettings::Way::Plain);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::MailSettingsTest)
#include "mail_settings_test.moc"
