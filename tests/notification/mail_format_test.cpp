// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/notification/mail_format.h"
#include "services/notification/mail_html.h"
#include "services/notification/mail_route.h"
#include "tests/core/error_text.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

class MailFormatTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMailIsWrittenAsRfc5322HasIt();
    void thePageShowsTheTextAndNothingElse_data();
    void thePageShowsTheTextAndNothingElse();
    void headersBeyondAsciiAreEncodedInShortWords();
    void bodiesKeepTheirLetters_data();
    void bodiesKeepTheirLetters();
    void injectedHeadersAreRefused_data();
    void injectedHeadersAreRefused();
    void aMailThatIsSentAgainReplacesItsFile();
    void aFolderThatCannotBeWrittenIsTriedAgain();
    void aFileGoesAlongBesideTheText();
    void aFilesNameCannotMakeHeaders();
    void aMessageIdIsOfTheSendersDomain();
};

namespace {

Mail greeting()
{
    return {messageIdFor(MailId::named({1'700'000'000'000}, "greeting"), u"shop@example.com"_s),
            {1'700'000'000'000},
            {u"Kontor"_s, u"shop@example.com"_s},
            {u"Ada Lovelace"_s, u"ada@example.com"_s},
            u"Your order T1-000001"_s,
            u"Hello,\n\nthank you.\n"_s};
}

QByteArray header(const QByteArray &mail, const QByteArray &name)
{
    const QByteArray unfolded = QByteArray(mail).replace("\r\n ", " ");
    for (const QByteArray &line : unfolded.split('\n')) {
        if (line.startsWith(name + ": "))
            return line.sliced(name.size() + 2).trimmed();
    }
    return {};
}

QByteArray boundaryOf(const QByteArray &mail)
{
    const QByteArray type = header(mail, "Content-Type");
    return type.sliced(type.indexOf('"') + 1).chopped(1);
}

QString decodedWords(const QByteArray &text)
{
    QByteArray bytes;
    for (const QByteArray &word : text.split(' ')) {
        if (!word.startsWith("=?UTF-8?B?") || !word.endsWith("?="))
            return u"not encoded: "_s + QString::fromLatin1(word);
        bytes += QByteArray::fromBase64(word.sliced(10).chopped(2));
    }
    return QString::fromUtf8(bytes);
}

} // namespace

void MailFormatTest::aMailIsWrittenAsRfc5322HasIt()
{
    const auto bytes = formattedMail(greeting());
    QVERIFY2(bytes, errorText(bytes));
    const QByteArray boundary = boundaryOf(*bytes);
    QCOMPARE(boundary.size(), 34);
    QCOMPARE(QByteArray(*bytes).replace(boundary, "@"),
             QByteArray("Date: Tue, 14 Nov 2023 22:13:20 +0000\r\n"
                        "From: Kontor\r\n <shop@example.com>\r\n"
                        "To: Ada Lovelace\r\n <ada@example.com>\r\n"
                        "Subject: Your order T1-000001\r\n"
                        "Message-ID: ") +
                 greeting().messageId.toLatin1() +
                 "\r\nMIME-Version: 1.0\r\n"
                 "Content-Type: multipart/alternative;\r\n boundary=\"@\"\r\n"
                 "\r\n--@\r\n"
                 "Content-Type: text/plain; charset=utf-8\r\n"
                 "Content-Transfer-Encoding: 7bit\r\n\r\n"
                 "Hello,\r\n\r\nthank you.\r\n"
                 "\r\n--@\r\n"
                 "Content-Type: text/html; charset=utf-8\r\n"
                 "Content-Transfer-Encoding: 7bit\r\n\r\n" +
                 QByteArray(mailHtml(greeting().subject, greeting().body).toUtf8())
                     .replace('\n', "\r\n") +
                 "\r\n--@--\r\n");
    QCOMPARE(*formattedMail(greeting()), *bytes);
}

void MailFormatTest::thePageShowsTheTextAndNothingElse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("paragraphs") << u"Hello,\n\none\ntwo\n"_s
                                << u"<p>Hello,</p>\n<p>one<br>\ntwo</p>\n"_s;
    QTest::newRow("markup") << u"Hello <b onload=\"x\">&amp;\n"_s
                            << u"<p>Hello &lt;b onload=&quot;x&quot;&gt;&amp;amp;</p>\n"_s;
    QTest::newRow("an address") << u"https://pay.example/c?a=1&b=2\n"_s
                                << u"<p><a href=\"https://pay.example/c?a=1&amp;b=2\">"
                                   "https://pay.example/c?a=1&amp;b=2</a></p>\n"_s;
    QTest::newRow("an address in a line")
        << u"Hello https://evil.example,\n"_s << u"<p>Hello https://evil.example,</p>\n"_s;
    QTest::newRow("no address") << u"javascript:alert(1)\nhttps://x\" onclick=\"y\n"_s
                                << u"<p>javascript:alert(1)<br>\n"
                                   "https://x&quot; onclick=&quot;y</p>\n"_s;
}

void MailFormatTest::thePageShowsTheTextAndNothingElse()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    const QString page = mailHtml(u"A <title>"_s, text);
    QVERIFY(page.contains(u"<title>A &lt;title&gt;</title>"_s));
    const qsizetype begin = page.indexOf(u"<p>"_s);
    QCOMPARE(page.sliced(begin, page.indexOf(u"</body>"_s) - begin), shown);
}

void MailFormatTest::headersBeyondAsciiAreEncodedInShortWords()
{
    Mail mail = greeting();
    mail.to.name = u"Željka \"Z\" Šarac, d.o.o. 😀"_s.repeated(6);
    mail.subject = u"Räder für Žarko "_s.repeated(8).trimmed();
    const auto bytes = formattedMail(mail);
    QVERIFY2(bytes, errorText(bytes));
    QCOMPARE(decodedWords(header(*bytes, "Subject")), mail.subject);
    QCOMPARE(decodedWords(header(*bytes, "To").replace(" <ada@example.com>", "")), mail.to.name);
    for (const QByteArray &line : bytes->split('\n'))
        QVERIFY2(line.trimmed().size() <= 76, line.constData());
}

void MailFormatTest::bodiesKeepTheirLetters_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QByteArray>("encoding");
    QTest::newRow("beyond ASCII") << u"Straße 1 – 10 €\n"_s << QByteArray("base64");
    QTest::newRow("a line that no mail server takes")
        << QString(1200, u'a') + u'\n' << QByteArray("base64");
    QTest::newRow("a dot alone") << u"a\n.\nb\n"_s << QByteArray("7bit");
}

void MailFormatTest::bodiesKeepTheirLetters()
{
    QFETCH(QString, body);
    QFETCH(QByteArray, encoding);
    Mail mail = greeting();
    mail.body = body;
    const auto bytes = formattedMail(mail);
    QVERIFY2(bytes, errorText(bytes));
    for (const char c : *bytes)
        QVERIFY((c & 0x80) == 0);
    const QByteArray next = "\r\n--" + boundaryOf(*bytes);
    const qsizetype begin = bytes->indexOf(next) + next.size() + 2;
    const QByteArray part = bytes->sliced(begin, bytes->indexOf(next, begin) - begin);
    QCOMPARE(header(part, "Content-Transfer-Encoding"), encoding);
    QByteArray content = part.sliced(part.indexOf("\r\n\r\n") + 4);
    if (encoding == "base64")
        content = QByteArray::fromBase64(content.replace("\r\n", ""));
    QCOMPARE(QString::fromUtf8(content).replace(u"\r\n"_s, u"\n"_s), body);
}

void MailFormatTest::injectedHeadersAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("CR LF") << u"x\r\nBcc: everyone@example.com"_s;
    QTest::newRow("LF") << u"x\nBcc: everyone@example.com"_s;
    QTest::newRow("CR") << u"x\rBcc: everyone@example.com"_s;
    QTest::newRow("NUL") << u"x"_s + QChar(0) + u"y"_s;
    QTest::newRow("a line separator") << u"x"_s + QChar(QChar::LineSeparator) + u"y"_s;
    QTest::newRow("the end of the headers") << u"x\r\n\r\nbody"_s;
}

void MailFormatTest::injectedHeadersAreRefused()
{
    QFETCH(QString, text);
    const QList<QString Mail::*> ownFields{&Mail::subject, &Mail::messageId};
    for (const auto field : ownFields) {
        Mail mail = greeting();
        mail.*field = text;
        QVERIFY(!formattedMail(mail));
    }
    const QList<QString MailParty::*> partyFields{&MailParty::name, &MailParty::address};
    for (const auto field : partyFields) {
        Mail mail = greeting();
        mail.to.*field = text;
        QVERIFY(!formattedMail(mail));
        mail = greeting();
        mail.from.*field = text;
        QVERIFY(!formattedMail(mail));
    }
    Mail list = greeting();
    list.to.address = u"a@example.com,b@example.com"_s;
    const auto refused = formattedMail(list);
    QVERIFY(!refused && refused.error().is(NotificationError::NotAMailAddress));
}

void MailFormatTest::aMailThatIsSentAgainReplacesItsFile()
{
    const QTemporaryDir folder;
    MailRoute transport(folder.filePath(u"mails"_s));
    for (int i = 0; i < 2; ++i)
        transport.send(greeting(), [](const MailReply &reply) {
            QVERIFY(reply.kind == MailReply::Kind::Accepted);
        });
    const QDir mails(folder.filePath(u"mails"_s));
    QCOMPARE(mails.entryList(QDir::Files).size(), 1);
    QVERIFY(mails.entryList(QDir::Files)[0].endsWith(u".eml"_s));
}

void MailFormatTest::aFolderThatCannotBeWrittenIsTriedAgain()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"mails"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    MailRoute transport(file.fileName());
    transport.send(greeting(),
                   [](const MailReply &reply) { QVERIFY(reply.kind == MailReply::Kind::NotSent); });
}

void MailFormatTest::aFileGoesAlongBesideTheText()
{
    Mail mail = greeting();
    const auto without = formattedMail(mail);
    QByteArray pdf("%PDF-1.4\n");
    for (int byte = 0; byte < 1000; ++byte)
        pdf += char(byte);
    mail.files = {{u"T1-000001.pdf"_s, pdf}};
    const auto bytes = formattedMail(mail);
    QVERIFY2(bytes, errorText(bytes));
    QVERIFY(header(*bytes, "Content-Type").startsWith("multipart/mixed; boundary=\""));
    const QByteArray boundary = boundaryOf(*bytes);
    const auto parts =
        QByteArray(*bytes).replace("\r\n--" + boundary, QByteArray(1, '\0')).split('\0');
    QCOMPARE(parts.size(), 4);
    QCOMPARE(parts[3], QByteArrayLiteral("--\r\n"));
    // The text is what it is without the file.
    QVERIFY(without->contains(QByteArray(parts[1]).sliced(2)));
    const QByteArray file = parts[2].sliced(2);
    QVERIFY(file.contains("filename=\"T1-000001.pdf\""));
    const QByteArray base64 = file.sliced(file.indexOf("\r\n\r\n") + 4);
    for (const QByteArray &line : base64.split('\n'))
        QVERIFY(line.size() <= 77);
    QCOMPARE(QByteArray::fromBase64(base64), pdf);
}

void MailFormatTest::aFilesNameCannotMakeHeaders()
{
    Mail mail = greeting();
    mail.files = {{u"a\"\r\nBcc: all@example.com\r\nüя.pdf"_s, "%PDF"}};
    const auto bytes = formattedMail(mail);
    QVERIFY2(bytes, errorText(bytes));
    QVERIFY(!bytes->contains("\nBcc"));
    QVERIFY(bytes->contains("filename=\"a___Bcc__all_example.com____.pdf\""));
}

void MailFormatTest::aMessageIdIsOfTheSendersDomain()
{
    const MailId mail = MailId::named({1'700'000'000'000}, "greeting");
    const QString id = messageIdFor(mail, u"shop@bakery.example"_s);
    QVERIFY2(id.startsWith(u'<') && id.endsWith(u"@bakery.example>"_s), qPrintable(id));
    QCOMPARE(messageIdFor(mail, u"shop@bakery.example"_s), id);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::MailFormatTest)
#include "mail_format_test.moc"
