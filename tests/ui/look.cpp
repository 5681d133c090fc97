// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/look.h"

#include "models/texts.h"
#include "services/core/call.h"
#include "tests/ui/scanner.h"

#include <QDir>
#include <QTableView>

namespace kontor {

void Look::picture(const QString &name, const Ready &ready)
{
    QTRY_VERIFY(ready());
    picture(*m_window, name);
}

void Look::picture(QWidget &window, const QString &name)
{
    // What was said last may still have to find its place.
    for (int round = 0; round < 3; ++round)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const QString file = u"%1/%2-%3-%4.png"_s.arg(m_folder, name, m_scheme).arg(m_size.width());
    QVERIFY(window.grab().save(file));
}

//! German words are longer.
void Look::take()
{
    open();
    Theme::apply(*qApp, m_scheme == u"dark"_s ? Theme::Scheme::Dark : Theme::Scheme::Light);
    m_window->resize(m_size);
    picture(u"1-empty"_s, [this] { return rows(u"searchResults"_s) == 4 && levelsAreKnown(); });
    press(Qt::Key_3, Qt::ControlModifier);
    picture(u"19-no-shift"_s, [this] { return shown(u"floatAmount"_s); });
    press(Qt::Key_1, Qt::ControlModifier);
    putAside();
    sellInCash();
    payInParts();
    takeBack();
    deliver();
    sendMuch();
    askAge();
    checkPrices();
    press(Qt::Key_2, Qt::ControlModifier);
    picture(u"8-orders"_s,
            [this] { return rows(u"ordersList"_s) == 4 && rows(u"orderStory"_s) > 0; });
    keepTheDrawer();
    changeSettings();
    needPerson();
}

//! Comes last, since it leaves faults behind.
void Look::needPerson()
{
    m_shop->sandbox().setFaults(
        R"({"nth":2,"method":"POST","path":"/v1/payment_intents","fault":"refuse"},
           {"every":1,"first":3,"method":"POST","path":"/v1/payment_intents","fault":"dropAfter"})");
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    press(Qt::Key_F10);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    press(Qt::Key_Return);
    m_shop->book(
        m_shop->saleTo(m_shop->addCustomer(u"Grace Hopper"_s, true), 3, Fulfilment::Pickup));
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(rows(u"concernsList"_s), 2, 30'000);
    picture(u"24-orders-attention"_s,
            [this] { return rows(u"ordersList"_s) == 6 && rows(u"orderStory"_s) > 0; });
    find<QAbstractItemView>(u"concernsList"_s)->setCurrentIndex({});
    find<QAbstractItemView>(u"concernsList"_s)
        ->setCurrentIndex(find<QAbstractItemView>(u"concernsList"_s)->model()->index(1, 0));
    picture(u"25-unknown-card"_s,
            [this] { return shown(u"concern0Reference"_s) && rows(u"orderLines"_s) == 1; });
}

void Look::putAside()
{
    type(u"2*71053"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    press(Qt::Key_F4);
    picture(u"9-hold"_s, [this] { return shown(u"cartQuestion"_s); });
    type(u"the lady in red"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 0);
    press(Qt::Key_F5);
    picture(u"10-held"_s, [this] { return rows(u"heldCarts"_s) == 1; });
    press(Qt::Key_Escape);
}

void Look::sellInCash()
{
    type(u"6*beeswax"_s);
    press(Qt::Key_Return);
    type(u"2*71053"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 2);
    press(Qt::Key_F6);
    type(u"5 %"_s);
    picture(u"11-discount"_s, [this] { return shown(u"cartQuestion"_s); });
    press(Qt::Key_Return);
    QTRY_VERIFY(text(u"cartTotal"_s) == u"£13.28"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"Wrap the lanterns apart, please"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"cartNote"_s));
    type(u"lan"_s);
    picture(u"2-sell"_s, [this] { return rows(u"searchResults"_s) == 3 && levelsAreKnown(); });
    press(Qt::Key_F12);
    type(u"20"_s);
    picture(u"3-pay"_s, [this] { return text(u"change"_s) != u"–"_s; });
    type(u"00"_s);
    press(Qt::Key_Return);
    picture(u"3-pay-too-much"_s, [this] { return shown(u"paySureYes"_s); });
    press(Qt::Key_Return);
    fill(u"received"_s, u"20"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    picture(u"4-done"_s,
            [this] { return isStepDone(u"doneCompleted"_s) && rows(u"doneStory"_s) == 5; });
    press(Qt::Key_Return);
    m_window->tellCutOff();
    picture(u"4-cut-off"_s, [this] { return shown(u"lastSale"_s); });
}

void Look::payInParts()
{
    type(u"2*copper"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    type(u"10"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"toPay"_s), u"£15.00"_s);
    QTRY_VERIFY(shown(u"received"_s));
    type(u"6"_s);
    press(Qt::Key_F10);
    QTRY_COMPARE(text(u"toPay"_s), u"£9.00"_s);
    picture(u"12-split"_s, [this] { return shown(u"received"_s); });
    m_shop->sandbox().setFaults(
        R"({"every":1,"method":"POST","path":"/v1/payment_intents","fault":"dropAfter"})");
    press(Qt::Key_F10);
    picture(u"13-unknown"_s, [this] { return shown(u"payReference"_s); });
    click(u"payOtherTender"_s);
    picture(u"14-let-go"_s, [this] { return shown(u"received"_s) && shown(u"tenderKind2"_s); });
    m_shop->sandbox().setFaults({});
    type(u"9"_s);
    press(Qt::Key_Return);
    picture(u"15-done-split"_s,
            [this] { return shown(u"doneReceipt"_s) && rows(u"doneStory"_s) > 6; });
    press(Qt::Key_Return);
}

void Look::takeBack()
{
    press(Qt::Key_F8);
    QTRY_VERIFY(shown(u"returnReceipt"_s));
    type(u"1"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"returnLines"_s), 2);
    type(u"2"_s);
    press(Qt::Key_Down);
    type(u"5"_s);
    picture(u"16-return"_s, [this] { return shown(u"returnMessage"_s); });
    type(u"1"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 2);
    press(Qt::Key_F12);
    picture(u"17-refund"_s, [this] { return find<QPushButton>(u"payGiveBack"_s)->isEnabled(); });
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    picture(u"18-done-refund"_s, [this] { return rows(u"doneStory"_s) == 5; });
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 0);
}

void Look::deliver()
{
    type(u"copper"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 1);
    describeNewCustomer();
    find<QLineEdit>(u"customerZip"_s)->setFocus();
    find<QLineEdit>(u"customerZip"_s)->selectAll();
    type(u"00002"_s);
    press(Qt::Key_Tab);
    picture(u"5-customer"_s, [this] { return shown(u"customerTake"_s); });
    click(u"customerTake"_s);
    click(u"customerSave"_s);
    click(u"fulfilmentDelivery"_s);
    QTRY_VERIFY(find<QPushButton>(u"fulfilmentDelivery"_s)->isChecked());
    press(Qt::Key_F12);
    picture(u"6-pay-later"_s, [this] { return shown(u"saveCard"_s); });
    click(u"saveCard"_s);
    click(u"paySavedCard"_s);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    picture(u"7-done-delivery"_s,
            [this] { return shown(u"doneParcel"_s) && isStepDone(u"donePaid"_s); });
}

void Look::sendMuch()
{
    const Currency pounds("GBP");
    const auto row = [pounds](const QString &country, int grams, qint64 value, qint64 cost) {
        return DeliveryCharge{country, grams, {value, pounds}, {cost, pounds}, {2000}, u"Parcel"_s};
    };
    const QList<DeliveryCharge> table{row({}, 0, 0, 1290), row({}, 5000, 0, 1990),
                                      row(u"GB"_s, 0, 0, 490), row(u"GB"_s, 5000, 0, 890),
                                      row(u"GB"_s, 0, 6000, 0)};
    QVERIFY(bool(m_shop->ask((*m_shop)->catalog(), &CatalogService::setDeliveryCharges,
                             (*m_shop)->command(), table)));
    press(Qt::Key_Return);
    m_window->findChild<QAction *>(u"sell.charges"_s)->trigger();
    picture(u"24-charges"_s, [this] { return rows(u"deliveryCharges"_s) == 5; });
    press(Qt::Key_Escape);
    type(u"4*beeswax"_s);
    press(Qt::Key_Return);
    type(u"22114"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 2);
    click(u"fulfilmentDelivery"_s);
    picture(u"25-missing"_s, [this] { return shown(u"cartShortage"_s) && levelsAreKnown(); });
    press(Qt::Key_F9, Qt::ShiftModifier);
    picture(u"26-day"_s, [this] { return shown(u"cartQuestion"_s); });
    type(u"+5"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(!shown(u"cartQuestion"_s));
    click(u"waitingYes"_s);
    click(u"fulfilmentPickup"_s);
    picture(u"27-pickup"_s, [this] { return shown(u"cartCollectBy"_s); });
    press(Qt::Key_F4);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 0);
}

void Look::askAge()
{
    Product wine = m_shop->products[1];
    wine.name = u"Red wine, Blaufränkisch 2024"_s;
    wine.minAge = 16;
    const auto save = [this](const Product &product) {
        return bool(m_shop->ask((*m_shop)->catalog(), &CatalogService::save, (*m_shop)->command(),
                                product));
    };
    QVERIFY(save(wine));
    type(u"71061"_s);
    press(Qt::Key_Return);
    picture(u"28-age"_s, [this] { return shown(u"ageQuestion"_s) && levelsAreKnown(); });
    press(Qt::Key_Escape);
    QTRY_COMPARE(rows(u"cartLines"_s), 0);
    QVERIFY(save(m_shop->products[1]));
}

void Look::checkPrices()
{
    MadeUpKeys keys;
    QWindow *window = m_window->windowHandle();
    press(Qt::Key_L, Qt::ControlModifier);
    picture(u"12-price-check-empty"_s, [this] { return shown(u"priceField"_s); });
    keys.scan(window, m_shop->products[1].barcodes.first());
    picture(u"13-price-check"_s,
            [this] { return shown(u"priceName"_s) && !text(u"priceAvailable"_s).isEmpty(); });
    click(u"priceLabels"_s);
    picture(u"15-labels"_s, [this] { return rows(u"labelLayouts"_s) == 5; });
    press(Qt::Key_1, Qt::ControlModifier);
    press(Qt::Key_Escape);
    keys.scan(window, m_shop->products[0].barcodes.first());
    for (const QString &code : {u"4006381333931"_s, u"5063087861359"_s})
        keys.scan(window, code);
    picture(u"14-scan-refused"_s, [this] {
        return rows(u"scanFailures"_s) == 2 && rows(u"cartLines"_s) == 1 && levelsAreKnown();
    });
    press(Qt::Key_F11);
}

void Look::keepTheDrawer()
{
    press(Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"countShift"_s));
    press(Qt::Key_F5);
    type(u"7"_s);
    press(Qt::Key_Return);
    type(u"Stamps"_s);
    picture(u"20-pay-out"_s, [this] { return shown(u"moveReason"_s); });
    press(Qt::Key_Return);
    picture(u"21-shift"_s, [this] { return shown(u"countShift"_s); });
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"closeShift"_s));
    type(u"1"_s);
    picture(u"22-count"_s, [this] { return shown(u"coin5000"_s); });
    find<QLineEdit>(u"differenceReason"_s)->setFocus();
    find<QLineEdit>(u"counted"_s + nameText(TenderKind::Card))->setText(u"6"_s);
    type(u"The float was not counted"_s);
    press(Qt::Key_Return);
    picture(u"23-z"_s, [this] { return rows(u"zReports"_s) == 1; });
    press(Qt::Key_1, Qt::ControlModifier);
}

void Look::changeSettings()
{
    press(Qt::Key_Comma, Qt::ControlModifier);
    click(u"shopSectionChoice"_s);
    find<QLineEdit>(u"settingStandardRate"_s)->setText(u"much"_s);
    find<QLineEdit>(u"settingStandardRate"_s)->setFocus();
    press(Qt::Key_Return);
    picture(u"30-settings-shop"_s, [this] { return shown(u"settingStandardRateMessage"_s); });
    find<QLineEdit>(u"settingStandardRate"_s)->setText(u"20"_s);
    for (const QString &section : {u"paper"_s, u"shift"_s, u"window"_s}) {
        click(section + u"SectionChoice"_s);
        picture(u"31-settings-"_s + section, [&] { return shown(section + u"Section"_s); });
    }
    setUpMail();
    setUpSystems();
    press(Qt::Key_1, Qt::ControlModifier);
}

//! With a server that does not answer, and mails in the house again afterwards.
void Look::setUpMail()
{
    click(u"mailSectionChoice"_s);
    picture(u"31-settings-mail"_s, [&] { return shown(u"mailSection"_s); });
    click(u"mailServer"_s);
    type(u"localhost:9"_s);
    for (const auto &[field, typed] :
         {std::pair(u"mailUser"_s, u"shop"_s), std::pair(u"mailSender"_s, u"shop@example.org"_s),
          std::pair(u"mailSecret"_s, u"a password"_s)}) {
        find<QLineEdit>(field)->setFocus();
        type(typed);
    }
    click(u"mailCheck"_s);
    picture(u"31-settings-mail-fault"_s,
            [&] { return text(u"mailOutcome"_s).contains(u"localhost"_s); });
    click(u"mailFolder"_s);
    click(u"wordingSectionChoice"_s);
    picture(u"31-settings-wording"_s, [&] { return !text(u"wordingShownBody"_s).isEmpty(); });
    find<QTableView>(u"wordingKinds"_s)->selectRow(3);
    fill(u"wordingSubject"_s, u"Ready by {collect_by}"_s);
    picture(u"31-settings-wording-refused"_s, [&] { return shown(u"wordingRefusal"_s); });
}

//! Without a key that holds, so that the sandbox stays in use.
void Look::setUpSystems()
{
    click(u"paymentSectionChoice"_s);
    picture(u"32-settings-payment"_s, [&] { return shown(u"paymentSection"_s); });
    click(u"paymentLive"_s);
    picture(u"32-settings-payment-key"_s,
            [&] { return text(u"paymentOutcome"_s).contains(u"key"_s); });
    find<QLineEdit>(u"paymentKey"_s)->setFocus();
    type(u"sk_test_1"_s);
    press(Qt::Key_Return);
    picture(u"32-settings-payment-fault"_s,
            [&] { return !text(u"paymentKeyMessage"_s).isEmpty(); });
    click(u"paymentSandbox"_s);
    click(u"logisticsSectionChoice"_s);
    click(u"logisticsTest"_s);
    picture(u"33-settings-logistics"_s, [&] { return shown(u"senderCity"_s); });
    click(u"logisticsSandbox"_s);
}

} // namespace kontor

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 5) {
        qWarning("kontor-look FOLDER light|dark WIDTH HEIGHT "
                 "[take|takeFirstRun|takeDisplay|takeKiosk]…");
        return 2;
    }
    QDir().mkpath(arguments[1]);
    kontor::Look look(arguments[1], arguments[2], {arguments[3].toInt(), arguments[4].toInt()});
    return QTest::qExec(&look, QStringList{arguments[0]} + arguments.mid(5));
}
