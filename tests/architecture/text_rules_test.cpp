// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/text_rules.h"

#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kontor {

//! Plants a breach of each rule, in memory, and looks whether it is found where it is.
class TextRulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSourceFileIsTakenApart();
    void aBreachIsFoundInItsLine_data();
    void aBreachIsFoundInItsLine();
    void everyTextRuleHasItsPlant();
    void anExceptionIsNoBreach_data();
    void anExceptionIsNoBreach();
};

namespace {

struct Plant
{
    QString rule;
    QString path;
    QString text;
    int line;
};

const QString licence = u"// SPDX-License-Identifier: GPL-3.0-or-later\n"_s;

QList<Plant> codePlants()
{
    const QString service = u"services/order/order_service.cpp"_s;
    const QString page = u"ui/till/till_page.cpp"_s;
    return {
        {u"sql"_s, service, u"\nf(u\"SELECT id FROM a\"_s);"_s, 2},
        {u"sql"_s, page, u"f(uR\"(DELETE\n  FROM a)\");"_s, 1},
        {u"sql"_s, service, u"\n\nf(\"UPDATE a \"\n  \"SET b = 1\");"_s, 3},
        {u"sql"_s, service, u"f(\"INSERT OR IGNORE INTO a VALUES (1)\");"_s, 1},
        {u"sql"_s, u"services/order/order_store.h"_s, u"f(\"INSERT INTO a\");"_s, 1},
        {u"sql classes"_s, page, u"#include <QSqlQuery>"_s, 1},
        {u"sql classes"_s, service, u"\nQSqlDatabase::database();"_s, 2},
        {u"nested event loop"_s, service, u"\nQEventLoop loop;"_s, 2},
        {u"nested event loop"_s, page, u"QCoreApplication::processEvents();"_s, 1},
        {u"exec"_s, page, u"\n\ndialog.exec();"_s, 3},
        {u"exec"_s, page, u"menu->exec(at);"_s, 1},
        {u"signal strings"_s, page, u"connect(a, SIGNAL(b()), c, SLOT(d()));"_s, 1},
        {u"instance"_s, service, u"Shop::instance().close();"_s, 1},
        {u"instance"_s, service, u"\nstatic Shop &instance();"_s, 2},
        {u"widgets below ui"_s, u"models/cart_model.h"_s, u"#include <QTableWidget>"_s, 1},
        {u"widgets below ui"_s, service, u"#include <QMessageBox>"_s, 1},
        {u"colours"_s, page, u"f(u\"color: #1a2B3c\"_s);"_s, 1},
        {u"colours in numbers"_s, page, u"\nQColor(12, 13, 14);"_s, 2},
        {u"colours in numbers"_s, u"models/cart_model.cpp"_s, u"return Qt::darkRed;"_s, 1},
        {u"floating point"_s, u"services/cart/totals.cpp"_s, u"\ndouble tax = 0;"_s, 2},
        {u"floating point"_s, u"ui/till/tender_panel.cpp"_s, u"qreal amount;"_s, 1},
        {u"floating point"_s, service, u"const auto a = json.toDouble();"_s, 1},
        {u"time and chance"_s, service, u"\nQDateTime::currentDateTimeUtc();"_s, 2},
        {u"time and chance"_s, service, u"QUuid::createUuid();"_s, 1},
        {u"time and chance"_s, service, u"QRandomGenerator::global();"_s, 1},
        {u"time and chance"_s, service, u"std::chrono::steady_clock::now();"_s, 1},
        {u"sleeping test"_s, u"tests/core/a_test.cpp"_s, u"\nQTest::qWait(50);"_s, 2},
        {u"sleeping test"_s, u"tests/core/a_test.cpp"_s, u"QThread::msleep(50);"_s, 1},
    };
}

QList<Plant> filePlants()
{
    const QString longest = licence + u"int a;\n"_s.repeated(499);
    return {
        {u"licence"_s, u"ui/a.cpp"_s, u"\n"_s + licence, 1},
        {u"licence"_s, u"tests/a.h"_s, u"// SPDX-License-Identifier: MIT\n"_s, 1},
        {u"pragma once"_s, u"ui/a.h"_s, licence + u"// #pragma once\n"_s, 1},
        {u"length"_s, u"tests/a.cpp"_s, longest + u"int b;\n"_s, 501},
        {u"left undone"_s, u"ui/a.cpp"_s, u"int a;\n// TODO: b"_s, 2},
        {u"left undone"_s, u"docs/a.md"_s, u"FIXME later"_s, 1},
        {u"path in a page"_s, u"docs/a.md"_s,
         u"\nIt lies in `/tmp/"
         "shop`."_s,
         2},
        {u"path in a page"_s, u"README.md"_s, u"see /usr/share/kontor"_s, 1},
        {u"path of a machine"_s, u"scripts/run"_s,
         u"cd /home"
         "/anna/kontor"_s,
         1},
        {u"path of a machine"_s, u"app/main.cpp"_s,
         u"\nf(\"/work"
         "/main\");"_s,
         2},
    };
}

const TextRule *ruleNamed(const QString &name)
{
    const auto found = std::find_if(textRules().begin(), textRules().end(),
                                    [&](const TextRule &rule) { return rule.name == name; });
    return found == textRules().end() ? nullptr : &*found;
}

} // namespace

void TextRulesTest::aSourceFileIsTakenApart()
{
    const QString text = uR"x(a = 1'000; // it's "one"
/* "two"
 */ b(u"th\"ree // no", '"', uR"(fo"ur)"_s, 'x');
R_"five" c;)x"_s;
    const auto file = SourceFile::parse(u"a.cpp"_s, text);
    QCOMPARE(file.code.size(), text.size());
    QCOMPARE(file.comments.simplified(), u"// it's \"one\" /* \"two\" */"_s);
    QCOMPARE(file.literals.simplified(), u"th\\\"ree // no fo\"ur five"_s);
    QCOMPARE(file.code.simplified(), u"a = 1'000; b(u , , uR _s, ); R_ c;"_s);
    QCOMPARE(file.lineAt(text.indexOf(u"five")), 4);
}

void TextRulesTest::aBreachIsFoundInItsLine_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    int number = 0;
    for (const Plant &plant : codePlants() + filePlants())
        QTest::addRow("%s %d", qPrintable(plant.rule), ++number)
            << plant.rule << plant.path << plant.text << plant.line;
}

void TextRulesTest::aBreachIsFoundInItsLine()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    QFETCH(const int, line);
    const TextRule *broken = ruleNamed(rule);
    QVERIFY(broken);
    const auto findings = broken->findings(SourceFile::parse(path, text));
    QVERIFY(!findings.isEmpty());
    QCOMPARE(findings.first().text(), u"%1:%2: %3"_s.arg(path).arg(line).arg(broken->says));
}

void TextRulesTest::everyTextRuleHasItsPlant()
{
    const auto plants = codePlants() + filePlants();
    for (const TextRule &rule : textRules()) {
        QVERIFY2(rule.pattern.isValid(), qPrintable(rule.name));
        QVERIFY2(rule.paths.isValid() && rule.exceptions.isValid(), qPrintable(rule.name));
        QVERIFY2(std::any_of(plants.begin(), plants.end(),
                             [&](const Plant &plant) { return plant.rule == rule.name; }),
                 qPrintable(rule.name));
    }
}

void TextRulesTest::anExceptionIsNoBreach_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    const QString service = u"services/order/order_service.cpp"_s;
    const QString time = u"QDateTime::currentMSecsSinceEpoch();"_s;
    QTest::newRow("a store has SQL")
        << u"services/order/order_store.cpp"_s << u"f(\"SELECT a\");"_s;
    QTest::newRow("another store of the service")
        << u"services/catalog/search_store.cpp"_s << u"f(\"SELECT a\");"_s;
    QTest::newRow("the core has SQL") << u"services/core/topic.cpp"_s << u"f(\"SELECT a\");"_s;
    QTest::newRow("a comment speaks of SQL") << service << u"// SELECT a"_s;
    QTest::newRow("a test looks into a store")
        << u"tests/a.cpp"_s << u"QSqlQuery a(\"SELECT b\");"_s;
    QTest::newRow("the application runs") << u"app/main.cpp"_s << u"return application.exec();"_s;
    QTest::newRow("Qt has its one application")
        << u"ui/a.cpp"_s << u"QCoreApplication::instance()->quit();"_s;
    QTest::newRow("an instance is also a noun") << service << u"for (const Copy &instance : a)"_s;
    QTest::newRow("the theme has the colours")
        << u"ui/theme/theme.cpp"_s << u"QColor a(1, 2, 3); f(\"#ffffff\");"_s;
    QTest::newRow("an order has a number sign") << u"ui/a.cpp"_s << u"tr(\"Order #%1\");"_s;
    QTest::newRow("the clock tells the time")
        << u"services/core/clock.h"_s << u"#pragma once\n"_s + time;
    QTest::newRow("seconds may have decimals") << u"app/replay/replay.cpp"_s << u"double a;"_s;
    QTest::newRow("the drawer has a float") << service << u"// the float\nf(\"float\");"_s;
    QTest::newRow("five hundred lines") << u"tests/a.cpp"_s << u"int a;\n"_s.repeated(499);
    QTest::newRow("a page names an address") << u"docs/a.md"_s << u"https://example.org/home/a"_s;
    QTest::newRow("a page names a folder of the tree") << u"docs/a.md"_s << u"see services/work/"_s;
}

void TextRulesTest::anExceptionIsNoBreach()
{
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    const bool isCpp = !path.endsWith(u".md");
    const auto file = SourceFile::parse(path, isCpp ? licence + text : text);
    QList<Finding> findings;
    for (const TextRule &rule : textRules())
        findings += rule.findings(file);
    QVERIFY2(findings.isEmpty(), asText(findings));
}

} // namespace kontor

QTEST_APPLESS_MAIN(kontor::TextRulesTest)
#include "text_rules_test.moc"
