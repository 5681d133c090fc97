// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/events_page.h"
#include "tests/architecture/include_arrows.h"
#include "tests/architecture/service_shape.h"
#include "tests/architecture/text_rules.h"

#include <QtTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kontor {

//! Reads the tree and holds it against the rules that can be checked.
class ArchitectureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyFileKeepsTheRules_data();
    void everyFileKeepsTheRules();
    void everyServiceHasTheSameShape_data();
    void everyServiceHasTheSameShape();
    void thereAreNoOtherServices();
    void theEventsPageTellsWhatIsThere();

private:
    const SourceFile *file(const QString &path) const;

    QList<SourceFile> m_tree;
    QStringList m_paths;
};

const SourceFile *ArchitectureTest::file(const QString &path) const
{
    const auto found = std::find_if(m_tree.begin(), m_tree.end(),
                                    [&](const SourceFile &one) { return one.path == path; });
    return found == m_tree.end() ? nullptr : &*found;
}

void ArchitectureTest::initTestCase()
{
    const QString root = qEnvironmentVariable("KONTOR_SOURCE_DIR");
    QVERIFY2(!root.isEmpty(), "KONTOR_SOURCE_DIR names the root of the tree; ctest sets it");
    m_tree = readTree(root);
    for (const SourceFile &one : std::as_const(m_tree))
        m_paths.append(one.path);
    QVERIFY2(file(u"services/core/money.h"_s), "this is not the tree");
}

void ArchitectureTest::everyFileKeepsTheRules_data()
{
    QTest::addColumn<qsizetype>("index");
    for (qsizetype i = 0; i < m_tree.size(); ++i)
        QTest::newRow(qUtf8Printable(m_tree[i].path)) << i;
}

void ArchitectureTest::everyFileKeepsTheRules()
{
    QFETCH(const qsizetype, index);
    QList<Finding> findings = includeFindings(m_tree[index]);
    for (const TextRule &rule : textRules())
        findings += rule.findings(m_tree[index]);
    QVERIFY2(findings.isEmpty(), asText(findings));
}

void ArchitectureTest::everyServiceHasTheSameShape_data()
{
    QTest::addColumn<QString>("service");
    for (const QString &service : systemServices())
        QTest::newRow(qUtf8Printable(service)) << service;
}

void ArchitectureTest::everyServiceHasTheSameShape()
{
    QFETCH(const QString, service);
    const auto findings = shapeFindings(service, m_paths);
    QVERIFY2(findings.isEmpty(), asText(findings));
}

void ArchitectureTest::thereAreNoOtherServices()
{
    const auto findings = unknownServiceFindings(m_paths);
    QVERIFY2(findings.isEmpty(), asText(findings));
}

void ArchitectureTest::theEventsPageTellsWhatIsThere()
{
    const SourceFile *page = file(u"docs/events.md"_s);
    QVERIFY2(page, "docs/events.md is missing");
    QList<SourceFile> headers;
    for (const SourceFile &one : std::as_const(m_tree)) {
        if (describesEvents(one.path))
            headers.append(one);
    }
    QCOMPARE(headers.size(), topicArrows().size() + 2);
    const auto findings = eventsPageFindings(*page, headers);
    QVERIFY2(findings.isEmpty(), asText(findings));
}

} // namespace kontor

QTEST_APPLESS_MAIN(kontor::ArchitectureTest)
#include "architecture_test.moc"
