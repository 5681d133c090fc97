// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matched_parts.h"

#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

class MatchedPartsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatASearchFoundIsMarked_data();
    void whatASearchFoundIsMarked();
};

void MatchedPartsTest::whatASearchFoundIsMarked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("marked");
    QTest::newRow("nothing typed") << u"Lantern"_s << QString() << u"Lantern"_s;
    QTest::newRow("the beginning of a word") << u"Red Lantern"_s << u"lan"_s << u"Red [Lan]tern"_s;
    QTest::newRow("not the middle") << u"Lantern"_s << u"tern"_s << u"Lantern"_s;
    QTest::newRow("each word, in any order")
        << u"Lantern, white metal"_s << u"met lan"_s << u"[Lan]tern, white [met]al"_s;
    QTest::newRow("the same word twice") << u"tea for tea"_s << u"te"_s << u"[te]a for [te]a"_s;
    QTest::newRow("the longer of two") << u"teapot"_s << u"te teap"_s << u"[teap]ot"_s;
    QTest::newRow("accents do not count")
        << u"Crème brûlée"_s << u"creme bru"_s << u"[Crème] [brû]lée"_s;
    QTest::newRow("accents as marks of their own")
        << u"Cre\u0300me"_s << u"cre"_s << u"[Cre\u0300]me"_s;
    QTest::newRow("a typed accent") << u"Creme"_s << u"crè"_s << u"[Cre]me"_s;
    QTest::newRow("a word with a hyphen") << u"T-shirt"_s << u"t-sh"_s << u"[T]-[sh]irt"_s;
    QTest::newRow("beyond the basic plane") << u"😀 tea"_s << u"te"_s << u"😀 [te]a"_s;
    QTest::newRow("only signs") << u"a * b"_s << u"*"_s << u"a * b"_s;
}

void MatchedPartsTest::whatASearchFoundIsMarked()
{
    QFETCH(QString, text);
    QFETCH(QString, typed);
    const QList<TextPart> parts = matchedParts(text, typed);
    for (auto part = parts.crbegin(); part != parts.crend(); ++part) {
        text.insert(part->start + part->length, u']');
        text.insert(part->start, u'[');
    }
    QTEST(text, "marked");
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::MatchedPartsTest)

#include "matched_parts_test.moc"
