// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stored_text.h"
#include "ui/language.h"

#include <QApplication>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression literal(u"QStringLiteral\\(\"([^\"]+)\"\\)"_s);

QStringList literalsIn(const QString &code)
{
    QStringList found;
    for (auto all = literal.globalMatch(code); all.hasNext();)
        found.append(all.next().captured(1));
    return found;
}

//! The sentences by which the services park events, straight or by a function of theirs.
QStringList sentencesOf(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(file));
    const QString code = QString::fromUtf8(source.readAll());
    static const QRegularExpression failing(u"Handled::failed\\(([^;]*);"_s);
    static const QRegularExpression calling(u"^\\s*(\\w+)\\("_s);
    QStringList found;
    for (auto all = failing.globalMatch(code); all.hasNext();) {
        const QString said = all.next().captured(1);
        const auto function = calling.match(said).captured(1);
        if (function.isEmpty() || function == u"QStringLiteral"_s) {
            found += literalsIn(said);
            continue;
        }
        const QRegularExpression body(u"QString %1\\([^)]*\\)\\s*\\{([^}]*)\\}"_s.arg(function));
        found += literalsIn(body.match(code).captured(1));
    }
    return found;
}

} // namespace

//! What services keep in English is read in the language of the window.
class StoredTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { speak(*qApp, Language::English); }
    void allThatParksAnEventIsSaidInGerman();
    void whatItIsAboutIsKept();
    void whatOthersSaidStays();
};

void StoredTextTest::allThatParksAnEventIsSaidInGerman()
{
    QStringList sentences;
    QDirIterator files(qEnvironmentVariable("KONTOR_SOURCE_DIR") + u"/services"_s, {u"*.cpp"_s},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        sentences += sentencesOf(files.next());
    QVERIFY2(sentences.size() > 20, qPrintable(sentences.join(u'\n')));
    speak(*qApp, Language::German);
    for (const QString &sentence : std::as_const(sentences))
        QVERIFY2(storedText(sentence) != sentence, qPrintable(sentence));
}

void StoredTextTest::whatItIsAboutIsKept()
{
    const QString held = u"line 2 of T1-000123 returns what nobody holds for it"_s;
    const QString paid = u"till T7 paid out more than was due"_s;
    QCOMPARE(storedText(held), held);
    speak(*qApp, Language::German);
    QVERIFY2(storedText(held).contains(u"Position 2 von T1-000123"_s),
             qPrintable(storedText(held)));
    QVERIFY2(storedText(paid).contains(u"T7"_s) && storedText(paid) != paid,
             qPrintable(storedText(paid)));
}

void StoredTextTest::whatOthersSaidStays()
{
    speak(*qApp, Language::German);
    for (const QString &said : {u"550 no such mailbox"_s, u"order: UNIQUE constraint failed"_s,
                                u"till paid out more"_s, QString()})
        QCOMPARE(storedText(said), said);
}

} // namespace kontor

QTEST_MAIN(kontor::StoredTextTest)
#include "stored_text_test.moc"
