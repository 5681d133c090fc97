// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/gs1_link.h"
#include "tests/core/error_text.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kontor;

//! Web addresses with application identifiers in them.
class Gs1LinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theKeysAreThoseOfTheDictionary();
    void aLinkIsRead_data();
    void aLinkIsRead();
    void whatIsWrongIsRefused_data();
    void whatIsWrongIsRefused();
    void onlyAWebAddressIsOne();
    void nonsenseDoesNoHarm();

private:
    //! "01=… 10=…", to be compared.
    static QString written(const Result<QList<Gs1Element>> &elements)
    {
        if (!elements)
            return elements.error().text();
        QStringList all;
        for (const Gs1Element &each : *elements)
            all.append(each.identifier + u'=' + each.value);
        return all.join(u' ');
    }
};

void Gs1LinkTest::theKeysAreThoseOfTheDictionary()
{
    const QString beside = qEnvironmentVariable("KONTOR_SOURCE_DIR", u"."_s) + u"/../shared/data"_s;
    QFile file(qEnvironmentVariable("KONTOR_SHARED_DATA", beside) +
               u"/standards/gs1-syntax-dictionary.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the shared data are not here; KONTOR_SHARED_DATA says where they are");
    static const QRegularExpression entry(u"^(\\d+)\\s.*\\sdlpkey(?:=(\\S+))?"_s);
    const auto own = gs1LinkKeys();
    size_t at = 0;
    for (QTextStream lines(&file); !lines.atEnd();) {
        const auto match = entry.match(lines.readLine());
        if (!match.hasMatch())
            continue;
        QVERIFY(at < own.size());
        QCOMPARE(QString::fromLatin1(own[at].identifier), match.captured(1));
        QCOMPARE(QString::fromLatin1(own[at].qualifiers), match.captured(2));
        ++at;
    }
    QCOMPARE(at, own.size());
    QVERIFY(at > 10);
}

void Gs1LinkTest::aLinkIsRead_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("elements");
    const auto row = [](const char *why, const QString &address, const QString &elements) {
        QTest::newRow(why) << address << elements;
    };
    const QString gtin = u"01=09521234543213"_s;
    row("only the goods", u"https://id.gs1.org/01/09521234543213"_s, gtin);
    row("without TLS, in capitals", u"HTTP://ID.GS1.ORG/01/09521234543213"_s, gtin);
    row("a domain of one's own", u"https://brand.example/01/09521234543213"_s, gtin);
    row("with a port", u"https://brand.example:8443/01/09521234543213"_s, gtin);
    row("after a path", u"https://brand.example/some/shop/01/09521234543213"_s, gtin);
    row("after a path that looks like a key", u"https://brand.example/00/x/01/09521234543213"_s,
        gtin);
    row("with a slash after it", u"https://id.gs1.org/01/09521234543213/"_s, gtin);
    row("13 digits, as of earlier years", u"https://id.gs1.org/01/9521234543213"_s, gtin);
    row("12 digits", u"https://id.gs1.org/01/036000291452"_s, u"01=00036000291452"_s);
    row("8 digits", u"https://id.gs1.org/01/96385074"_s, u"01=00000096385074"_s);
    row("variant, lot and serial", u"https://id.gs1.org/01/09521234543213/22/2A/10/ABC/21/12345"_s,
        gtin + u" 22=2A 10=ABC 21=12345"_s);
    row("a serial that looks like a key", u"https://id.gs1.org/01/09521234543213/21/01"_s,
        gtin + u" 21=01"_s);
    row("a third party's serial", u"https://id.gs1.org/01/09521234543213/235/TPX"_s,
        gtin + u" 235=TPX"_s);
    row("dates", u"https://id.gs1.org/01/09521234543213/10/ABC?15=261130&17=261231"_s,
        gtin + u" 10=ABC 15=261130 17=261231"_s);
    row("with semicolons", u"https://id.gs1.org/01/09521234543213?3103=000195;17=261231"_s,
        gtin + u" 3103=000195 17=261231"_s);
    row("other questions are passed over",
        u"https://id.gs1.org/01/09521234543213?linkType=all&17=261231&&x"_s,
        gtin + u" 17=261231"_s);
    row("what follows a hash as well", u"https://id.gs1.org/01/09521234543213#10/X?17=1"_s, gtin);
    row("percent signs", u"https://id.gs1.org/01/09521234543213/10/A%2FB%2b%25?240=X%26Y"_s,
        gtin + u" 10=A/B+% 240=X&Y"_s);
    row("twice the same", u"https://id.gs1.org/01/09521234543213/10/ABC?10=ABC"_s,
        gtin + u" 10=ABC"_s);
    row("a pallet", u"https://id.gs1.org/00/376104250021234569"_s, u"00=376104250021234569"_s);
    row("a place", u"https://id.gs1.org/414/9521321000018/254/D4"_s, u"414=9521321000018 254=D4"_s);
}

void Gs1LinkTest::aLinkIsRead()
{
    QFETCH(QString, address);
    QFETCH(QString, elements);
    QVERIFY(isWebAddress(address));
    QCOMPARE(written(parseGs1Link(address)), elements);
}

void Gs1LinkTest::whatIsWrongIsRefused_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<ScanError>("error");
    const auto row = [](const char *why, const QString &rest, ScanError error) {
        QTest::newRow(why) << u"https://"_s + rest << error;
    };
    row("nothing", u""_s, ScanError::OtherLink);
    row("only a domain", u"id.gs1.org"_s, ScanError::OtherLink);
    row("only slashes", u"///"_s, ScanError::OtherLink);
    row("a page", u"brand.example/products/lantern"_s, ScanError::OtherLink);
    row("a key as domain", u"01/09521234543213"_s, ScanError::OtherLink);
    row("a key without its value", u"id.gs1.org/01"_s, ScanError::OtherLink);
    row("only a lot", u"id.gs1.org/10/ABC"_s, ScanError::OtherLink);
    row("only a question", u"id.gs1.org/?01=09521234543213"_s, ScanError::OtherLink);
    row("words instead of numbers", u"id.gs1.org/gtin/09521234543213"_s, ScanError::OtherLink);
    row("compressed", u"id.gs1.org/ARHKVAdpGg"_s, ScanError::OtherLink);
    row("a wrong digit", u"id.gs1.org/01/09521234543214"_s, ScanError::BadElement);
    row("letters as number", u"id.gs1.org/01/0952123454321X"_s, ScanError::BadElement);
    row("the order of another land", u"id.gs1.org/01/09521234543213/21/S/10/L"_s,
        ScanError::BadElement);
    row("of two alternatives both", u"id.gs1.org/01/09521234543213/10/L/235/T"_s,
        ScanError::BadElement);
    row("a place's part after goods", u"id.gs1.org/01/09521234543213/254/X"_s,
        ScanError::BadElement);
    row("no such day", u"id.gs1.org/01/09521234543213?17=261341"_s, ScanError::BadElement);
    row("an empty date", u"id.gs1.org/01/09521234543213?17="_s, ScanError::BadElement);
    row("two lots", u"id.gs1.org/01/09521234543213/10/A?10=B"_s, ScanError::BadElement);
    row("no such identifier", u"id.gs1.org/01/09521234543213?05=1"_s, ScanError::UnknownIdentifier);
    row("more than an identifier", u"id.gs1.org/01/09521234543213?1799=261231"_s,
        ScanError::UnknownIdentifier);
    row("a control character", u"id.gs1.org/01/09521234543213/10/A%00B"_s, ScanError::BadElement);
    row("too long a lot", u"id.gs1.org/01/09521234543213/10/"_s + QString(21, u'A'),
        ScanError::BadElement);
}

void Gs1LinkTest::whatIsWrongIsRefused()
{
    QFETCH(QString, address);
    QFETCH(ScanError, error);
    const auto elements = parseGs1Link(address);
    QVERIFY2(!elements && elements.error().is(error), qPrintable(written(elements)));
}

void Gs1LinkTest::onlyAWebAddressIsOne()
{
    for (const QString &text : {u"id.gs1.org/01/09521234543213"_s, u"ftp://id.gs1.org/01/1"_s,
                                u"https:/id.gs1.org"_s, u""_s, u" https://"_s})
        QVERIFY2(!isWebAddress(text), qPrintable(text));
}

void Gs1LinkTest::nonsenseDoesNoHarm()
{
    QRandomGenerator chance(5);
    const QStringList pieces{u"01"_s,          u"/"_s,         u"/01/09521234543213"_s,
                             u"?"_s,           u"17=261231"_s, u"&"_s,
                             u"#"_s,           u"%"_s,         u"%2"_s,
                             u"10/"_s,         u"21"_s,        u"="_s,
                             u"ä\U0001F600"_s, u";"_s};
    for (int i = 0; i < 20'000; ++i) {
        QString address = u"https://"_s;
        for (int length = chance.bounded(12); length > 0; --length)
            address += pieces[chance.bounded(int(pieces.size()))];
        const auto elements = parseGs1Link(address);
        if (elements)
            QVERIFY2(!elements->isEmpty(), qPrintable(address));
        else
            QVERIFY2(elements.error().text().size() < 200, qPrintable(address));
    }
}

QTEST_GUILESS_MAIN(Gs1LinkTest)
#include "gs1_link_test.moc"
