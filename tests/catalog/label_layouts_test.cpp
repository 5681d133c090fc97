// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/catalog/catalog_fixture.h"
#include "tests/core/error_text.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace kontor;

class LabelLayoutsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewCatalogHasTheUsualOnes();
    void othersTakeTheirPlace();
    void whatIsImpossibleChangesNothing_data();
    void whatIsImpossibleChangesNothing();
    void whoMayNotEditChangesNothing();
};

void LabelLayoutsTest::aNewCatalogHasTheUsualOnes()
{
    CatalogFixture catalog;
    const auto layouts = catalog.reader()->labelLayouts();
    QVERIFY2(layouts, errorText(layouts).constData());
    QCOMPARE(*layouts, usualInStoreLayouts());
}

void LabelLayoutsTest::othersTakeTheirPlace()
{
    CatalogFixture catalog;
    const QList<InStoreLayout> own{*parsePattern(u"2812 III PPP.PP"_s),
                                   *parsePattern(u"21 IIIII V WW.WW"_s)};
    const Command once = catalog.command();
    QVERIFY(catalog.service().setLabelLayouts(once, own));
    QList<InStoreLayout> sorted{own[1], own[0]};
    QCOMPARE(*catalog.reader()->labelLayouts(), sorted);
    QVERIFY(catalog.service().setLabelLayouts(catalog.command(), {}));
    // The same command again finds its answer, and does nothing.
    QVERIFY(catalog.service().setLabelLayouts(once, own));
    QVERIFY(catalog.reader()->labelLayouts()->isEmpty());
}

void LabelLayoutsTest::whatIsImpossibleChangesNothing_data()
{
    QTest::addColumn<QList<InStoreLayout>>("layouts");
    const InStoreLayout good{u"21"_s};
    InStoreLayout bad = good;
    bad.itemDigits = 4;
    QTest::newRow("twelve digits") << QList{good, bad};
    QTest::newRow("the same prefix twice") << QList{good, good};
}

void LabelLayoutsTest::whatIsImpossibleChangesNothing()
{
    QFETCH(QList<InStoreLayout>, layouts);
    CatalogFixture catalog;
    const auto set = catalog.service().setLabelLayouts(catalog.command(), layouts);
    QVERIFY(!set);
    QVERIFY(set.error().is(ScanError::BadLayout));
    QCOMPARE(*catalog.service().labelLayouts(), usualInStoreLayouts());
}

void LabelLayoutsTest::whoMayNotEditChangesNothing()
{
    class Nobody : public Rights
    {
    public:
        bool allows(const QString &, Right right) const override
        {
            return right != Right::EditCatalog;
        }
    };
    CatalogFixture catalog;
    const Nobody nobody;
    CatalogService service(catalog.store(), catalog.clock(), nobody);
    const auto set = service.setLabelLayouts(catalog.command(), {});
    QVERIFY(!set && set.error().is(RightsError::NotAllowed));
    QCOMPARE(*service.labelLayouts(), usualInStoreLayouts());
}

QTEST_GUILESS_MAIN(LabelLayoutsTest)
#include "label_layouts_test.moc"
