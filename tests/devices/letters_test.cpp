// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/devices/code_page.h"
#include "services/devices/paper_html.h"
#include "services/devices/paper_picture.h"

#include <QGuiApplication>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

const QString hebrew = u"שלום עולם"_s;

PrintedPaper printed(const Document &document, int columns)
{
    const auto paper = interpretEscPos(escPosBytes(document, columns));
    if (!paper)
        qFatal("%s", qPrintable(paper.error().text()));
    return *paper;
}

bool isBlank(const Dots &dots, int fromByte, int toByte)
{
    for (int y = 0; y < dots.height; ++y) {
        for (int x = fromByte; x < toByte; ++x) {
            if (dots.dots[qsizetype(y) * dots.bytesWide + x] != 0)
                return false;
        }
    }
    return true;
}

//! The part of a picture from a column of letters on.
QList<QByteArray> endOf(const Dots &dots, int cell)
{
    QList<QByteArray> rows;
    for (int y = 0; y < dots.height; ++y)
        rows.append(dots.dots.mid(qsizetype(y) * dots.bytesWide + cell * cellDotsWide / 8,
                                  dots.bytesWide - cell * cellDotsWide / 8));
    return rows;
}

} // namespace

//! Letters that the printer does not have come out as a picture of them.
class LettersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whichLettersThePrinterHas_data();
    void whichLettersThePrinterHas();
    void anOtherScriptIsAPicture_data();
    void anOtherScriptIsAPicture();
    void theBytesAreARasterPicture();
    void theAmountStandsAtTheEndOfItsLine();
    void lettersFromRightToLeftStandInTheirOrder();
    void aPageSetsEachTextInItsDirection();
    void wideLettersTakeTwoCells();
    void aLongNameIsCutBetweenLetters();
    void aPictureCutShortIsRefused();
    void thePreviewShowsThePicture();
};

void LettersTest::whichLettersThePrinterHas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("has");
    QTest::newRow("Western European") << u"Käse à la crème, £ € Ø ß"_s << true;
    QTest::newRow("an accent of its own") << u"e\u0301"_s << true;
    QTest::newRow("quotation marks and dashes") << u"‘a’ – “b”"_s << true;
    QTest::newRow("three dots are wider than what they stand for") << u"more …"_s << false;
    QTest::newRow("nothing") << QString() << true;
    QTest::newRow("Polish") << u"Łódź"_s << false;
    QTest::newRow("Greek") << u"Ελιές"_s << false;
    QTest::newRow("Hebrew") << hebrew << false;
    QTest::newRow("Chinese") << u"绿茶"_s << false;
    QTest::newRow("beyond the basic plane") << u"𠮷野家"_s << false;
}

void LettersTest::whichLettersThePrinterHas()
{
    QFETCH(const QString, text);
    QTEST(hasCodePage858(text), "has");
}

void LettersTest::anOtherScriptIsAPicture_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("Polish") << u"Żurek z kiełbasą, Łódź"_s;
    QTest::newRow("Greek") << u"Ελιές Καλαμών"_s;
    QTest::newRow("Hebrew") << hebrew;
    QTest::newRow("Chinese") << u"绿茶"_s;
}

void LettersTest::anOtherScriptIsAPicture()
{
    QFETCH(const QString, name);
    for (const int columns : {32, 42, 48}) {
        Document document;
        document.centred(name);
        document.heading(name);
        document.columns(name, {}, u"6.44 B"_s);
        document.text(u"Total"_s);
        const PrintedPaper paper = printed(document, columns);
        QCOMPARE(paper.lines, paperLines(document, columns));
        QCOMPARE(paper.cuts, 1);
        QVERIFY(paper.lines.size() >= 4);
        for (qsizetype i = 0; i + 1 < paper.lines.size(); ++i) {
            const PaperLine &line = paper.lines[i];
            QVERIFY(line.text.isEmpty() && !line.picture.dots.isEmpty());
            QCOMPARE(line.picture.bytesWide, (columns * cellDotsWide + 7) / 8);
            QVERIFY(!isBlank(line.picture, 0, line.picture.bytesWide));
        }
        QCOMPARE(paper.lines.last().text, u"Total"_s);
    }
}

void LettersTest::theBytesAreARasterPicture()
{
    Document document;
    document.text(u"Ελιές"_s);
    const QByteArray bytes = escPosBytes(document, 48);
    // GS v 0, in its own size, 72 bytes wide and 30 dots high.
    const QByteArray head("\x1dv0\0\x48\0\x1e\0", 8);
    QVERIFY(bytes.contains(head));
    const Dots picture = linePicture({u"Ελιές"_s});
    QCOMPARE(picture.dots.size(), 72 * 30);
    QCOMPARE(bytes.mid(bytes.indexOf(head) + head.size(), picture.dots.size()), picture.dots);
}

void LettersTest::theAmountStandsAtTheEndOfItsLine()
{
    const auto line = [](const QString &name) {
        Document document;
        document.columns(name, {}, u"6.44 B"_s);
        return printed(document, 48).lines.first().picture;
    };
    // Whatever direction the name has, its amount is drawn the same, and something before it.
    const Dots leftToRight = line(u"Ελιές"_s);
    const Dots rightToLeft = line(hebrew);
    QCOMPARE(endOf(rightToLeft, 40), endOf(leftToRight, 40));
    QVERIFY(!isBlank(rightToLeft, 63, 72));
    QVERIFY(!isBlank(rightToLeft, 0, 10));
    QVERIFY(isBlank(rightToLeft, 30, 60));
}

void LettersTest::lettersFromRightToLeftStandInTheirOrder()
{
    const QString letters = u"אבג"_s;
    const QString overridden = u"\u202dגבא\u202c"_s; // forced from left to right
    QCOMPARE(linePicture({letters}), linePicture({overridden}));
    QVERIFY(linePicture({letters}) != linePicture({u"\u202dאבג\u202c"_s}));
}

void LettersTest::aPageSetsEachTextInItsDirection()
{
    Document document;
    document.columns(hebrew, {}, u"6.44 B"_s);
    document.text(hebrew);
    const QString page = paperHtml(document);
    QCOMPARE(page.count(u"dir='auto'"_s), 3);
    QVERIFY(page.contains(hebrew));
}

void LettersTest::wideLettersTakeTwoCells()
{
    QCOMPARE(cellsOf(u"tea"_s), 3);
    QCOMPARE(cellsOf(u"绿茶"_s), 4);
    QCOMPARE(cellsOf(u"𠮷"_s), 2);
    QCOMPARE(cellsOf(u"e\u0301"_s), 1);
    QCOMPARE(fittingLength(u"绿茶绿茶"_s, 5), 2);
    QCOMPARE(fittingLength(u"绿茶"_s, 1), 1); // one letter at least, or it would never end
    QCOMPARE(fittingLength(u"𠮷𠮷"_s, 2), 2);
}

void LettersTest::aLongNameIsCutBetweenLetters()
{
    Document document;
    document.text(u"𠮷"_s.repeated(40));
    QCOMPARE(printed(document, 48).lines.size(), 2);
    document.blocks.clear();
    document.columns(u"绿茶"_s.repeated(40), {}, u"6.44 B"_s);
    QCOMPARE(printed(document, 42).lines.size(), 5); // 160 cells in lines of 35
}

void LettersTest::aPictureCutShortIsRefused()
{
    Document document;
    document.text(hebrew);
    const QByteArray bytes = escPosBytes(document, 48);
    const auto read = interpretEscPos(QByteArrayView(bytes).first(bytes.size() / 2));
    QVERIFY(!read && read.error().is(EscPosError::Truncated));
}

void LettersTest::thePreviewShowsThePicture()
{
    Document document;
    document.text(hebrew);
    document.columns(u"Żurek z kiełbasą"_s, {}, u"6.44 B"_s);
    document.columns(u"绿茶 100 g"_s, {}, u"2.00 B"_s);
    document.columns(hebrew, {}, u"1.20 B"_s, true);
    const QImage picture = paperPicture(printed(document, 48), 48);
    const auto inked = [&](const QRect &place) {
        for (int y = place.top(); y <= place.bottom(); ++y) {
            for (int x = place.left(); x <= place.right(); ++x) {
                if (qGray(picture.pixel(x, y)) < 128)
                    return true;
            }
        }
        return false;
    };
    QVERIFY(inked({24, 24, 200, cellDotsHigh}));
    QVERIFY(!inked({300, 24, 200, cellDotsHigh}));
    if (const QString folder = qEnvironmentVariable("KONTOR_PICTURES"); !folder.isEmpty())
        QVERIFY(picture.save(folder + u"/letters.png"_s));
}

} // namespace kontor

QTEST_MAIN(kontor::LettersTest)
#include "letters_test.moc"
