// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/notification/mail_format.h"
#include "services/notification/mail_html.h"
#include "services/notification/mail_route.h"
#include "services/notification/mail_template.h"
#include "services/notification/mail_values.h"
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
    void everyTemplateIsFilled_data();
    void everyTemplateIsFilled();
    void aPickupWithoutADateHasAMailOfItsOwn();
    void whatStandsInAValueIsNoPlaceholder();
    void amountsAreWrittenForPeople_data();
    void amountsAreWrittenForPeople();
    void aDayIsThatOfTheShop();
};

namespace {

Mail greeting()
{
    return {messageIdFor(MailId::named({1'700'000'000'000}, "greeting")),
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

void MailFormatTest::everyTemplateIsFilled_data()
{
    QTest::addColumn<MailKind>("kind");
    for (size_t i = 0; i < std::size(EnumNames<MailKind>::names); ++i)
        QTest::newRow(EnumNames<MailKind>::names[i].data()) << MailKind(i);
}

void MailFormatTest::everyTemplateIsFilled()
{
    QFETCH(MailKind, kind);
    QList<MailValue> values;
    for (const auto &name :
         {u"name"_s, u"shop"_s, u"receipt"_s, u"amount"_s, u"reason"_s, u"collect_by"_s,
          u"expires"_s, u"link"_s, u"carrier"_s, u"tracking_number"_s, u"wished_for"_s})
        values.append({name, u"«%1»"_s.arg(name)});
    const auto text = renderedMail(kind, values);
    QVERIFY2(text, errorText(text));
    QVERIFY(!text->subject.isEmpty() && !text->subject.contains(u'\n'));
    QVERIFY(text->body.contains(u"«name»"_s) && text->body.contains(u"«shop»"_s));
    QVERIFY(!(text->subject + text->body).contains(u'{'));
    const auto unfilled = renderedMail(kind, {});
    QVERIFY(!unfilled && unfilled.error().is(NotificationError::PlaceholderUnknown));
}

void MailFormatTest::aPickupWithoutADateHasAMailOfItsOwn()
{
    QList<MailValue> values{
        {u"name"_s, u"Ada"_s}, {u"shop"_s, u"Kontor"_s}, {u"receipt"_s, u"T1-000001"_s}};
    const auto undated = renderedMail(MailKind::OrderReady, values);
    QVERIFY2(undated, errorText(undated));
    values.append({u"collect_by"_s, u"9 June 2024"_s});
    const auto dated = renderedMail(MailKind::OrderReady, values);
    QVERIFY2(dated, errorText(dated));
    QVERIFY(dated->body.contains(u"collect it by 9 June 2024"_s));
    QVERIFY(!undated->body.contains(u"collect it by"_s));
    QCOMPARE(undated->subject, dated->subject);
}

void MailFormatTest::whatStandsInAValueIsNoPlaceholder()
{
    const auto text =
        renderedMail(MailKind::Welcome, {{u"name"_s, u"{shop}"_s}, {u"shop"_s, u"{name}"_s}});
    QVERIFY2(text, errorText(text));
    QCOMPARE(text->subject, u"Welcome to {name}"_s);
    QVERIFY(text->body.startsWith(u"Hello {shop},"_s));
}

void MailFormatTest::amountsAreWrittenForPeople_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QByteArray>("currency");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &locale, qint64 minor, const char *currency,
                        const QString &text) {
        QTest::newRow(name) << locale << minor << QByteArray(currency) << text;
    };
    row("thousands", u"en_GB"_s, 199'005, "EUR", u"1,990.05 EUR"_s);
    row("comma", u"de_DE"_s, 199'005, "EUR", u"1.990,05 EUR"_s);
    row("no decimals", u"en_GB"_s, 1'200, "JPY", u"1,200 JPY"_s);
    row("three decimals", u"en_GB"_s, 1'001, "KWD", u"1.001 KWD"_s);
    row("less than one", u"en_GB"_s, 5, "EUR", u"0.05 EUR"_s);
    row("negative", u"en_GB"_s, -5, "EUR", u"-0.05 EUR"_s);
}

void MailFormatTest::amountsAreWrittenForPeople()
{
    QFETCH(QString, locale);
    QFETCH(qint64, minor);
    QFETCH(QByteArray, currency);
    QTEST(mailAmount(Money{minor, Currency(currency.constData())}, QLocale(locale)), "text");
}

void MailFormatTest::aDayIsThatOfTheShop()
{
    // 14 November 2023, 22:13 UTC: in Auckland the next day has begun.
    const Timestamp time{1'700'000'000'000};
    const QLocale british(u"en_GB"_s);
    QVERIFY(mailDate(time, QTimeZone("Europe/London"), british).contains(u"14 November 2023"_s));
    QVERIFY(mailDate(time, QTimeZone("Pacific/Auckland"), british).contains(u"15 November 2023"_s));
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::MailFormatTest)
#include "mail_format_test.moc"
