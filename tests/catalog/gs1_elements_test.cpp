// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/catalog/gs1_elements.h"
#include "services/catalog/gs1_identifiers.h"
#include "services/core/money.h"
#include "tests/core/error_text.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kontor;

class Gs1ElementsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theIdentifiersAreThoseOfTheDictionary();
    void noIdentifierIsTheBeginningOfAnother();
    void everyIdentifierIsRead();
    void anElementStringIsRead_data();
    void anElementStringIsRead();
    void whatIsWrongIsRefused_data();
    void whatIsWrongIsRefused();
    void theBracketedFormIsRead();
    void theCenturyIsTheNearest_data();
    void theCenturyIsTheNearest();
    void currencyNumbersAreThoseOfIso4217();
    void nonsenseIsRefusedAndNothingElse();

private:
    static QString sharedData(const QString &file)
    {
        const QString beside =
            qEnvironmentVariable("KONTOR_SOURCE_DIR", u"."_s) + u"/../shared/data"_s;
        return qEnvironmentVariable("KONTOR_SHARED_DATA", beside) + u'/' + file;
    }
    //! "01=… 10=…", to be compared.
    static QString written(const Result<QList<Gs1Element>> &elements)
    {
        QStringList all;
        if (elements) {
            for (const Gs1Element &each : *elements)
                all.append(each.identifier + u'=' + each.value);
        }
        return all.join(u' ');
    }
    //! The separators of a row are written as "|".
    static QString sent(QString text) { return text.replace(u'|', gs1Separator); }
};

void Gs1ElementsTest::theIdentifiersAreThoseOfTheDictionary()
{
    QFile file(sharedData(u"standards/gs1-syntax-dictionary.txt"_s));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the shared data are not here; KONTOR_SHARED_DATA says where they are");
    static const QRegularExpression entry(
        u"^(\\d+)(?:-(\\d+))?\\s+(?:([*!?\"]+)\\s+)?((?:[NXYZ\\[]\\S*\\s*)+)"_s);
    const auto own = gs1Identifiers();
    size_t at = 0;
    for (QTextStream lines(&file); !lines.atEnd();) {
        const auto match = entry.match(lines.readLine());
        if (!match.hasMatch())
            continue;
        QVERIFY(at < own.size());
        const QString first = match.captured(1);
        QCOMPARE(QString::fromLatin1(own[at].first), first);
        QCOMPARE(QString::fromLatin1(own[at].last),
                 match.captured(2).isEmpty() ? first : match.captured(2));
        QCOMPARE(own[at].hasKnownLength, match.captured(3).contains(u'*'));
        QCOMPARE(QString::fromLatin1(own[at].parts), match.captured(4).simplified());
        ++at;
    }
    QCOMPARE(at, own.size());
    QVERIFY(at > 200);
}

void Gs1ElementsTest::noIdentifierIsTheBeginningOfAnother()
{
    for (const Gs1Identifier &one : gs1Identifiers()) {
        for (const QString &number :
             {QString::fromLatin1(one.first), QString::fromLatin1(one.last)}) {
            QCOMPARE(gs1IdentifierAt(number), &one);
            QCOMPARE(gs1IdentifierAt(number + u"99"_s), &one);
            QCOMPARE(gs1IdentifierAt(number.chopped(1)), nullptr);
        }
    }
}

//! A value that belongs to "N14,csum" and the like, as long as it may be.
static QString exampleOf(const Gs1Identifier &identifier)
{
    QString value;
    for (QString part : QString::fromLatin1(identifier.parts).split(u' ')) {
        part.remove(u'[').remove(u']');
        const QStringList rules = part.split(u',');
        const int length = rules.first().sliced(1).remove(u'.').toInt();
        QString digits(length, u'1');
        if (rules.contains(u"csum"_s))
            digits = QString(length - 1, u'0') + u'0';
        value += digits;
    }
    return value;
}

void Gs1ElementsTest::everyIdentifierIsRead()
{
    for (const Gs1Identifier &each : gs1Identifiers()) {
        const QString first = QString::fromLatin1(each.first);
        const QString value = exampleOf(each);
        const auto read = parseGs1(first + value +
                                   (each.hasKnownLength ? u"20"_s
                                                        : u"\x1d"
                                                          "20"_s) +
                                   u"07"_s);
        QVERIFY2(read, errorText(read).constData());
        QCOMPARE(written(read), u"%1=%2 20=07"_s.arg(first, value));
        QVERIFY2(!parseGs1(first + value + (each.hasKnownLength ? u"|"_s : u"1"_s)), each.first);
    }
}

// The GTINs are GS1's own examples.
void Gs1ElementsTest::anElementStringIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("elements");
    QTest::newRow("a GTIN alone") << u"0109521234543213"_s << u"01=09521234543213"_s;
    QTest::newRow("use by after it")
        << u"010952123454321317261231"_s << u"01=09521234543213 17=261231"_s;
    QTest::newRow("a lot up to its end")
        << u"010952123454321310AB-12"_s << u"01=09521234543213 10=AB-12"_s;
    QTest::newRow("a lot up to the separator")
        << u"010952123454321310AB-12|17261231"_s << u"01=09521234543213 10=AB-12 17=261231"_s;
    QTest::newRow("separators where none is needed")
        << u"|0109521234543213|17261231|"_s << u"01=09521234543213 17=261231"_s;
    QTest::newRow("weight and price") << u"01995212345432163103001250392299|10A"_s
                                      << u"01=99521234543216 3103=001250 3922=99 10=A"_s;
    QTest::newRow("optional part left out") << u"2539526543219990"_s << QString();
    QTest::newRow("optional part") << u"2539521234543213ABC"_s << u"253=9521234543213ABC"_s;
    QTest::newRow("and without it") << u"2539521234543213"_s << u"253=9521234543213"_s;
    QTest::newRow("two optional countries")
        << u"423250372|20"_s.append(u"01"_s) << u"423=250372 20=01"_s;
    QTest::newRow("SSCC") << u"00376104250021234569"_s << u"00=376104250021234569"_s;
    QTest::newRow("brackets in a lot")
        << u"010952123454321310A(10)B"_s << u"01=09521234543213 10=A(10)B"_s;
}

void Gs1ElementsTest::anElementStringIsRead()
{
    QFETCH(QString, text);
    QFETCH(QString, elements);
    QCOMPARE(written(parseGs1(sent(text))), elements);
}

void Gs1ElementsTest::whatIsWrongIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ScanError>("error");
    QTest::newRow("nothing") << u""_s << ScanError::Empty;
    QTest::newRow("only a separator") << u"|"_s << ScanError::Empty;
    QTest::newRow("no such identifier") << u"0509521234543213"_s << ScanError::UnknownIdentifier;
    QTest::newRow("half an identifier") << u"31"_s << ScanError::UnknownIdentifier;
    QTest::newRow("too short") << u"010952123454321"_s << ScanError::BadElement;
    QTest::newRow("wrong check digit") << u"0109521234543214"_s << ScanError::BadElement;
    QTest::newRow("letters in a GTIN") << u"01095212345A3213"_s << ScanError::BadElement;
    QTest::newRow("no value") << u"10"_s << ScanError::BadElement;
    QTest::newRow("a lot that is too long") << u"10"_s + QString(21, u'A') << ScanError::BadElement;
    QTest::newRow("no such month") << u"17261301"_s << ScanError::BadElement;
    QTest::newRow("no such day") << u"17260230"_s << ScanError::BadElement;
    QTest::newRow("a letter that no code has") << u"10Ä"_s << ScanError::BadElement;
    QTest::newRow("known length, cut by a separator")
        << u"01095212345|43213"_s << ScanError::BadElement;
    QTest::newRow("something after the end") << u"010952123454321399"_s << ScanError::BadElement;
}

void Gs1ElementsTest::whatIsWrongIsRefused()
{
    QFETCH(QString, text);
    QFETCH(ScanError, error);
    const auto read = parseGs1(sent(text));
    QVERIFY(!read);
    QVERIFY2(read.error().is(error), errorText(read).constData());
}

void Gs1ElementsTest::theBracketedFormIsRead()
{
    QCOMPARE(written(parseBracketedGs1(u"(01)09521234543213(10)AB(x)(17)261231"_s)),
             u"01=09521234543213 10=AB(x) 17=261231"_s);
    for (const QString &wrong : {u"(01)0952123454321"_s, u"01)09521234543213"_s, u"(01"_s,
                                 u"(05)1"_s, u"(10)"_s, u""_s, u"(01)09521234543213(3103)0012"_s})
        QVERIFY2(!parseBracketedGs1(wrong), qPrintable(wrong));
}

void Gs1ElementsTest::theCenturyIsTheNearest_data()
{
    QTest::addColumn<QString>("digits");
    QTest::addColumn<QDate>("day");
    QTest::newRow("this year") << u"261127"_s << QDate(2026, 11, 27);
    QTest::newRow("the last day of a month") << u"280200"_s << QDate(2028, 2, 29);
    QTest::newRow("of a year") << u"261200"_s << QDate(2026, 12, 31);
    QTest::newRow("fifty years ahead") << u"760101"_s << QDate(2076, 1, 1);
    QTest::newRow("fifty-one years ahead") << u"770101"_s << QDate(1977, 1, 1);
    QTest::newRow("long ago") << u"990101"_s << QDate(1999, 1, 1);
    QTest::newRow("no month") << u"260001"_s << QDate();
    QTest::newRow("no month, no day") << u"261300"_s << QDate();
    QTest::newRow("no date") << u"26x101"_s << QDate();
    QTest::newRow("too short") << u"2612"_s << QDate();
}

void Gs1ElementsTest::theCenturyIsTheNearest()
{
    QFETCH(QString, digits);
    QFETCH(QDate, day);
    QCOMPARE(gs1Date(digits, QDate(2026, 11, 27)), day);
}

void Gs1ElementsTest::currencyNumbersAreThoseOfIso4217()
{
    QFile file(sharedData(u"standards/iso4217-codes-all.csv"_s));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the shared data are not here; KONTOR_SHARED_DATA says where they are");
    // The country may have commas within quotes; what follows it has none.
    static const QRegularExpression active(u",([A-Z]{3}),([0-9]+)(?:\\.0)?,[0-9-]*,$"_s);
    int known = 0;
    for (QTextStream lines(&file); !lines.atEnd();) {
        const auto match = active.match(lines.readLine());
        if (!match.hasMatch() || !Currency::fromCode(match.captured(1)))
            continue;
        const auto currency = Currency::fromNumber(match.captured(2).rightJustified(3, u'0'));
        QVERIFY2(currency, errorText(currency).constData());
        QCOMPARE(currency->code(), match.captured(1));
        ++known;
    }
    QVERIFY(known > 160);
    for (const QString &wrong : {u"000"_s, u"97"_s, u"9780"_s, u"EUR"_s, u""_s})
        QVERIFY(!Currency::fromNumber(wrong));
}

void Gs1ElementsTest::nonsenseIsRefusedAndNothingElse()
{
    QRandomGenerator chance(20261127);
    const QString letters = sent(u"0123456789|()ABCabc-01101731"_s);
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        for (int length = chance.bounded(60); length > 0; --length)
            text += letters[chance.bounded(int(letters.size()))];
        // What is read is the text again, but for its separators.
        if (const auto read = parseGs1(text)) {
            QCOMPARE(written(read).remove(u'=').remove(u' '), QString(text).remove(gs1Separator));
        }
        if (const auto read = parseBracketedGs1(text)) {
            QString again;
            for (const Gs1Element &each : *read)
                again += u"(%1)%2"_s.arg(each.identifier, each.value);
            QCOMPARE(again, text);
        }
    }
    QVERIFY(!parseGs1(QString(10'000, u'5')));
    QVERIFY(!parseGs1(QString(10'001, u'0')));
    QVERIFY(!parseBracketedGs1(QString(10'000, u'(')));
}

QTEST_GUILESS_MAIN(Gs1ElementsTest)
#include "gs1_elements_test.moc"
