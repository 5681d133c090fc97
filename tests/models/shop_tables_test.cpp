// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/delivery_charges_model.h"
#include "models/label_layouts_model.h"
#include "tests/ui/living_shop.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace kontor {

using namespace Qt::StringLiterals;

//! The small tables that a shop keeps with its catalog, as people change them.
class ShopTablesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void eachColumnHasItsTitle();
    void aRowComesToItsPlaceOrTakesThatOfItsLike();
    void aRowIsTakenOut();
    void whatIsNoRowChangesNothing();
    void whatTheCatalogRefusesIsNotShown();
    void aRowThatComesBeforeTheTableIsKeptBesideIt();

private:
    static TypedCharge typed(const QString &country, const QString &weight, const QString &amount)
    {
        return {country, weight, {}, amount, u"20"_s, u"Delivery"_s};
    }
    //! "GB 0 g 4.90, GB 2000 g 9.90".
    QString kept() const;
    QString shown(const QAbstractItemModel &model) const;

    std::unique_ptr<LivingShop> m_shop;
    std::unique_ptr<ShopAccess> m_access;
};

void ShopTablesTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_shop = std::make_unique<LivingShop>();
    m_access = std::make_unique<ShopAccess>(m_shop->access());
}

void ShopTablesTest::init()
{
    QVERIFY(m_shop->ask((*m_shop)->catalog(), &CatalogService::setDeliveryCharges,
                        m_access->command(), QList<DeliveryCharge>()));
}

QString ShopTablesTest::kept() const
{
    const auto table = m_shop->ask((*m_shop)->catalog(), &CatalogService::deliveryCharges);
    QStringList rows;
    for (const DeliveryCharge &charge : *table)
        rows.append(u"%1 %2 g %3"_s.arg(charge.country)
                        .arg(charge.fromGrams)
                        .arg(charge.amount.toPlainString()));
    return rows.join(u", "_s);
}

QString ShopTablesTest::shown(const QAbstractItemModel &model) const
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows.append(model.index(row, DeliveryChargesModel::CountryColumn).data().toString() + u' ' +
                    model.index(row, DeliveryChargesModel::AmountColumn).data().toString());
    return rows.join(u", "_s);
}

void ShopTablesTest::eachColumnHasItsTitle()
{
    const auto title = [](const QAbstractItemModel &model, int column) {
        return model.headerData(column, Qt::Horizontal).toString();
    };
    const DeliveryChargesModel charges(*m_access);
    QCOMPARE(charges.columnCount(), int(DeliveryChargesModel::ColumnCount));
    QCOMPARE(title(charges, DeliveryChargesModel::AmountColumn), u"Charge"_s);
    QCOMPARE(title(charges, DeliveryChargesModel::NameColumn), u"On the receipt"_s);
    QVERIFY(!charges.headerData(0, Qt::Vertical).isValid());
    const LabelLayoutsModel labels(*m_access);
    QCOMPARE(title(labels, LabelLayoutsModel::MeaningColumn), u"What it says"_s);
}

void ShopTablesTest::aRowComesToItsPlaceOrTakesThatOfItsLike()
{
    DeliveryChargesModel model(*m_access);
    const QAbstractItemModelTester tester(&model);
    QVERIFY(model.add(typed(u"gb"_s, u"2"_s, u"9.90"_s)));
    QVERIFY(model.add(typed(u"DE"_s, {}, u"14"_s)));
    QVERIFY(model.add(typed(u"GB"_s, {}, u"5"_s)));
    QVERIFY(model.add(typed(u"GB"_s, {}, u"4.90"_s)));
    QTRY_COMPARE(shown(model), u"DE £14.00, GB £4.90, GB £9.90"_s);
    QTRY_COMPARE(kept(), u"DE 0 g 14.00, GB 0 g 4.90, GB 2000 g 9.90"_s);
    QCOMPARE(model.typed(2), (TypedCharge{u"GB"_s, u"2"_s, {}, u"9.90"_s, u"20"_s, u"Delivery"_s}));
}

void ShopTablesTest::aRowIsTakenOut()
{
    DeliveryChargesModel model(*m_access);
    const QAbstractItemModelTester tester(&model);
    QVERIFY(model.add(typed(u"GB"_s, {}, u"4.90"_s)));
    QVERIFY(model.add(typed(u"DE"_s, {}, u"14"_s)));
    QTRY_COMPARE(model.rowCount(), 2);
    model.remove(-1);
    model.remove(2);
    QCOMPARE(model.rowCount(), 2);
    model.remove(0);
    QCOMPARE(shown(model), u"GB £4.90"_s);
    QTRY_COMPARE(kept(), u"GB 0 g 4.90"_s);
}

void ShopTablesTest::whatIsNoRowChangesNothing()
{
    DeliveryChargesModel model(*m_access);
    QVERIFY(!model.add(typed(u"Britain"_s, {}, u"4.90"_s)));
    QVERIFY(!model.add(typed(u"GB"_s, u"-1"_s, u"4.90"_s)));
    QVERIFY(!model.add(typed(u"GB"_s, {}, {})));
    QCOMPARE(model.rowCount(), 0);
}

void ShopTablesTest::whatTheCatalogRefusesIsNotShown()
{
    ShopAccess access = *m_access;
    access.actor = u"customer"_s;
    LabelLayoutsModel model(access);
    const QSignalSpy failed(&model, &LabelLayoutsModel::failed);
    model.look();
    QTRY_COMPARE(model.rowCount(), int(usualInStoreLayouts().size()));
    model.remove(0);
    QTRY_COMPARE(failed.count(), 1);
    QTRY_COMPARE(model.rowCount(), int(usualInStoreLayouts().size()));
}

void ShopTablesTest::aRowThatComesBeforeTheTableIsKeptBesideIt()
{
    DeliveryChargesModel first(*m_access);
    QVERIFY(first.add(typed(u"gb"_s, u"0"_s, u"4.90"_s)));
    QTRY_COMPARE(kept(), u"GB 0 g 4.90"_s);
    DeliveryChargesModel second(*m_access);
    QVERIFY(second.add(typed(u"de"_s, u"0"_s, u"9.90"_s)));
    QTRY_COMPARE(second.rowCount(), 2);
    QTRY_COMPARE(kept(), u"DE 0 g 9.90, GB 0 g 4.90"_s);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::ShopTablesTest)
#include "shop_tables_test.moc"
