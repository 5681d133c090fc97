// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/goods_lines_model.h"
#include "models/shop_profile.h"
#include "models/texts.h"
#include "tests/ui/window_test.h"

#include <QComboBox>
#include <QListView>

namespace kontor {

using namespace Qt::StringLiterals;

//! Orders that do not leave at the counter: what they cost, when, and whether they wait for goods.
class DeliveringTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theTableIsEditedByKeys();
    void theChargeFollowsCustomerAndFulfilment();
    void theChargeIsWaivedAndSetByHand();
    void aNewCustomerLivesWhereTheShopIs();
    void whatWasSearchedForGoesWhereItBelongs();
    void whatIsMendedAfterARefusalIsSaved();
    void aCustomerIsEditedByKeys();
    void aDayIsWishedForAndStandsOnTheOrder();
    void whatIsNoDayIsSaidInPlace();
    void missingGoodsAreSaidAndWaitedFor();

private:
    void charge(const QList<DeliveryCharge> &table);
    DeliveryCharge row(const QString &country, qint64 pence) const;
    void add(const QString &text, int rowsAfter);
    void chooseDelivery();
    //! For a customer in Great Britain who has a saved card.
    void serveAda();
    QDate today() { return m_shop->access().clock.now().day(); }
};

void DeliveringTest::init() { open(); }

void DeliveringTest::cleanup()
{
    close();
    m_shop.reset();
}

DeliveryCharge DeliveringTest::row(const QString &country, qint64 pence) const
{
    const Currency pounds("GBP");
    return {country, 0, {0, pounds}, {pence, pounds}, {2000}, u"Parcel"_s};
}

void DeliveringTest::charge(const QList<DeliveryCharge> &table)
{
    const auto set = m_shop->ask((*m_shop)->catalog(), &CatalogService::setDeliveryCharges,
                                 (*m_shop)->command(), table);
    QVERIFY(bool(set));
}

void DeliveringTest::add(const QString &text, int rowsAfter)
{
    type(text);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), rowsAfter);
}

void DeliveringTest::chooseDelivery()
{
    press(Qt::Key_F9);
    QTRY_VERIFY(find<QPushButton>(u"fulfilmentPickup"_s)->isChecked());
    press(Qt::Key_F9);
    QTRY_VERIFY(find<QPushButton>(u"fulfilmentDelivery"_s)->isChecked());
}

void DeliveringTest::serveAda()
{
    m_shop->addCustomer(u"Ada Lovelace"_s, true);
    press(Qt::Key_F3);
    type(u"Ada"_s);
    QTRY_COMPARE(rows(u"customersFound"_s), 1);
    press(Qt::Key_Return);
    QTRY_COMPARE(find<QPushButton>(u"customerButton"_s)->text(), u"Ada Lovelace"_s);
}

void DeliveringTest::theTableIsEditedByKeys()
{
    m_window->findChild<QAction *>(u"sell.charges"_s)->trigger();
    QTRY_VERIFY(shown(u"deliveryCharges"_s));
    QVERIFY(find<QLineEdit>(u"chargeCountry"_s)->hasFocus());
    type(u"gb"_s);
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    type(u"4,90"_s);
    press(Qt::Key_Tab);
    type(u"20"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"deliveryCharges"_s), 1);
    // The next row is of the same country: from two kilograms on.
    QVERIFY(find<QLineEdit>(u"chargeWeight"_s)->hasFocus());
    type(u"2"_s);
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    type(u"7.50"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"deliveryCharges"_s), 2);
    QCOMPARE(cell(u"deliveryCharges"_s, 0, 0), u"GB"_s);
    QCOMPARE(cell(u"deliveryCharges"_s, 0, 3), u"£4.90"_s);
    QCOMPARE(cell(u"deliveryCharges"_s, 1, 1), u"2 kg"_s);
    QCOMPARE(cell(u"deliveryCharges"_s, 1, 5), u"Delivery"_s);

    fill(u"chargeCountry"_s, u"Britain"_s);
    fill(u"chargeAmount"_s, u"1"_s);
    QTest::keyClick(find<QLineEdit>(u"chargeAmount"_s), Qt::Key_Return);
    QTRY_VERIFY(text(u"chargeMessage"_s).contains(u"two letters"_s));
    QCOMPARE(rows(u"deliveryCharges"_s), 2);

    auto *list = find<QAbstractItemView>(u"deliveryCharges"_s);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    press(Qt::Key_Return);
    QTRY_COMPARE(find<QLineEdit>(u"chargeAmount"_s)->text(), u"4.90"_s);
    list->setFocus();
    press(Qt::Key_Delete);
    QTRY_COMPARE(rows(u"deliveryCharges"_s), 1);
    const auto kept = [this] {
        const auto table = m_shop->ask((*m_shop)->catalog(), &CatalogService::deliveryCharges);
        return table && table->size() == 1 && table->first().fromGrams == 2000;
    };
    QTRY_VERIFY(kept());
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown(u"searchResults"_s));
}

void DeliveringTest::theChargeFollowsCustomerAndFulfilment()
{
    charge({row(u"GB"_s, 490), row({}, 1290)});
    add(u"2*copper"_s, 1);
    chooseDelivery();
    QTRY_COMPARE(rows(u"cartLines"_s), 2);
    QCOMPARE(cell(u"cartLines"_s, 1, 1), u"Parcel"_s);
    QCOMPARE(text(u"cartTotal"_s), u"£37.90"_s);
    serveAda();
    QTRY_COMPARE(text(u"cartTotal"_s), u"£29.90"_s);
    add(u"22114"_s, 3);
    QCOMPARE(cell(u"cartLines"_s, 2, 1), u"Parcel"_s);
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"paySavedCard"_s));
    click(u"paySavedCard"_s);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QTRY_COMPARE(m_shop->newestOrder().total.minor, 3245);
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(rows(u"orderLines"_s), 3);
    QCOMPARE(cell(u"orderLines"_s, 2, 1), u"Parcel"_s);
}

void DeliveringTest::theChargeIsWaivedAndSetByHand()
{
    charge({row({}, 1290)});
    add(u"copper"_s, 1);
    chooseDelivery();
    QTRY_COMPARE(rows(u"cartLines"_s), 2);
    auto *lines = find<QAbstractItemView>(u"cartLines"_s);
    lines->setFocus();
    lines->setCurrentIndex(lines->model()->index(1, 0));
    press(Qt::Key_Delete);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£12.50"_s);
    QCOMPARE(rows(u"cartLines"_s), 2);
    press(Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"cartQuestion"_s));
    type(u"5"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£17.50"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£12.50"_s);
    press(Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"cartQuestion"_s));
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£25.40"_s);
}

void DeliveringTest::aNewCustomerLivesWhereTheShopIs()
{
    close();
    m_shop->reopen([](const QString &folder) {
        ShopProfile profile;
        profile.country = u"PT"_s;
        QVERIFY(profile.save(folder));
    });
    open();
    press(Qt::Key_F3);
    click(u"newCustomer"_s);
    QCOMPARE(find<QLineEdit>(u"customerCountry"_s)->text(), u"PT"_s);
}

void DeliveringTest::whatWasSearchedForGoesWhereItBelongs()
{
    const std::pair<QString, QString> searched[] = {{u"Grace Hopper"_s, u"customerName"_s},
                                                    {u"grace@example.org"_s, u"customerMail"_s},
                                                    {u"+44 (20) 79-46"_s, u"customerPhone"_s}};
    press(Qt::Key_F3);
    for (const auto &[text, field] : searched) {
        fill(u"customerSearch"_s, text);
        click(u"newCustomer"_s);
        for (const QString &each : {u"customerName"_s, u"customerMail"_s, u"customerPhone"_s})
            QCOMPARE(find<QLineEdit>(each)->text(), each == field ? text : QString());
        press(Qt::Key_Escape);
        press(Qt::Key_F3);
    }
}

void DeliveringTest::whatIsMendedAfterARefusalIsSaved()
{
    describeNewCustomer();
    fill(u"customerPhone"_s, u"1"_s);
    fill(u"customerCountry"_s, u"Austria"_s);
    click(u"customerSave"_s);
    QTRY_VERIFY(shown(u"customerMessage"_s));
    fill(u"customerPhone"_s, u"+43 1 5550"_s);
    fill(u"customerMail"_s, u"countess@example.org"_s);
    fill(u"customerCountry"_s, u"AT"_s);
    click(u"customerSave"_s);
    QTRY_COMPARE(find<QPushButton>(u"customerButton"_s)->text(), u"Ada Lovelace"_s);
    const auto found = m_shop->ask((*m_shop)->account(), &AccountService::find, u"+43 15"_s);
    QVERIFY(found && found->accounts.size() == 1);
    QCOMPARE(found->accounts.first().details.email, u"countess@example.org"_s);
}

void DeliveringTest::aCustomerIsEditedByKeys()
{
    const AccountId grace = m_shop->addCustomer(u"Grace Hopper"_s, true);
    press(Qt::Key_F3);
    fill(u"customerSearch"_s, u"Grace"_s);
    QTRY_COMPARE(find<QListView>(u"customersFound"_s)->model()->rowCount(), 1);
    QVERIFY(!find<QPushButton>(u"editCustomer"_s)->isEnabled());
    find<QListView>(u"customersFound"_s)->setFocus();
    // A late answer to the first letters takes the choice back.
    QTRY_VERIFY((press(Qt::Key_Down), find<QPushButton>(u"editCustomer"_s)->isEnabled()));
    find<QPushButton>(u"editCustomer"_s)->setFocus();
    press(Qt::Key_Space);
    QTRY_COMPARE(find<QLineEdit>(u"customerName"_s)->text(), u"Grace Hopper"_s);
    QVERIFY(!shown(u"customerStreet"_s));
    fill(u"customerPhone"_s, u"+1 555"_s);
    find<QComboBox>(u"customerMails"_s)->setFocus();
    press(Qt::Key_End);
    click(u"customerSave"_s);
    QTRY_COMPARE(find<QPushButton>(u"customerButton"_s)->text(), u"Grace Hopper"_s);
    const auto account = m_shop->ask((*m_shop)->account(), &AccountService::account, grace);
    QVERIFY(account);
    QCOMPARE(account->details.phone, u"+1 555"_s);
    QVERIFY(!account->details.email.isEmpty());
    QVERIFY(!account->details.wantsMails);
    // Nothing of it is in the way of the next new one.
    press(Qt::Key_F3);
    click(u"newCustomer"_s);
    QVERIFY(shown(u"customerStreet"_s));
    QCOMPARE(find<QComboBox>(u"customerMails"_s)->currentIndex(), 0);
}

void DeliveringTest::aDayIsWishedForAndStandsOnTheOrder()
{
    add(u"copper"_s, 1);
    QVERIFY(!shown(u"cartDay"_s));
    serveAda();
    chooseDelivery();
    QTRY_VERIFY(shown(u"cartDay"_s));
    QCOMPARE(find<QPushButton>(u"cartDay"_s)->text(), u"As soon as possible"_s);
    press(Qt::Key_F9, Qt::ShiftModifier);
    QTRY_VERIFY(shown(u"cartQuestion"_s));
    type(u"+5"_s);
    press(Qt::Key_Return);
    const QDate day = today().addDays(5);
    QTRY_COMPARE(find<QPushButton>(u"cartDay"_s)->text(), u"Wished for %1"_s.arg(dayText(day)));
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"paySavedCard"_s));
    click(u"paySavedCard"_s);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QTRY_COMPARE(m_shop->newestOrder().wishedFor, day);
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(text(u"orderFacts"_s).contains(u"wished for %1"_s.arg(dayText(day))));
}

void DeliveringTest::whatIsNoDayIsSaidInPlace()
{
    add(u"copper"_s, 1);
    chooseDelivery();
    click(u"cartDay"_s);
    QTRY_VERIFY(shown(u"cartQuestion"_s));
    type(u"soon"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(text(u"cartMessage"_s).contains(u"no day"_s));
    QVERIFY(shown(u"cartQuestion"_s));
    fill(u"cartQuestion"_s, QLocale().toString(today().addDays(-1), u"dd/MM/yyyy"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(text(u"cartMessage"_s).contains(u"has passed"_s));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!shown(u"cartQuestion"_s));
    QCOMPARE(find<QPushButton>(u"cartDay"_s)->text(), u"As soon as possible"_s);
}

void DeliveringTest::missingGoodsAreSaidAndWaitedFor()
{
    add(u"30*copper"_s, 1);
    QVERIFY(!shown(u"cartShortage"_s));
    serveAda();
    chooseDelivery();
    QTRY_VERIFY(shown(u"cartShortage"_s));
    const auto detail = [this] {
        const auto *model = find<QAbstractItemView>(u"cartLines"_s)->model();
        return model->index(0, GoodsLinesModel::NameColumn)
            .data(GoodsLinesModel::DetailRole)
            .toString();
    };
    QVERIFY(detail().contains(u"only 24 in stock"_s));
    QVERIFY(find<QPushButton>(u"waitingNo"_s)->isChecked());
    press(Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(find<QPushButton>(u"waitingYes"_s)->isChecked());
    click(u"waitingNo"_s);
    QTRY_VERIFY(text(u"cartShortage"_s).contains(u"cancelled"_s));
    click(u"waitingYes"_s);
    QTRY_VERIFY(text(u"cartShortage"_s).contains(u"waits"_s));
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"paySavedCard"_s));
    click(u"paySavedCard"_s);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    const auto waits = [this] {
        for (int i = 0; i < rows(u"doneStory"_s); ++i) {
            if (cell(u"doneStory"_s, i, 1) == u"Waits for goods"_s)
                return true;
        }
        return false;
    };
    QTRY_VERIFY(waits());
    QCOMPARE(m_shop->newestOrder().state, OrderState::Placed);
}

} // namespace kontor

QTEST_MAIN(kontor::DeliveringTest)
#include "delivering_test.moc"
