// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/texts.h"
#include "services/core/call.h"
#include "tests/ui/scanner.h"
#include "tests/ui/window_test.h"
#include "ui/first_run/first_run.h"

#include <QDir>

#include <functional>

namespace kontor {

using namespace Qt::StringLiterals;

//! Takes pictures of all pages in one size and scheme.
class Look : public WindowTest
{
    Q_OBJECT
public:
    Look(const QString &folder, const QString &scheme, QSize size)
        : m_folder(folder)
        , m_scheme(scheme)
        , m_size(size)
    {
    }

private Q_SLOTS:
    void take();
    void takeFirstRun();

private:
    using Ready = std::function<bool()>;

    //! Taken as soon as all is there that it shows.
    void picture(const QString &name, const Ready &ready);
    bool isStepDone(const QString &step)
    {
        return find<QLabel>(step)->property("role") == u"stepDone"_s;
    }
    bool levelsAreKnown() { return !cell(u"searchResults"_s, 0, 3).isEmpty(); }
    void putAside();
    void sellInCash();
    void payInParts();
    void takeBack();
    void deliver();
    void checkPrices();
    void keepTheDrawer();

    QString m_folder;
    QString m_scheme;
    QSize m_size;
};

void Look::picture(const QString &name, const Ready &ready)
{
    QTRY_VERIFY(ready());
    // What was said last may still have to find its place.
    for (int round = 0; round < 3; ++round)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const QString file = u"%1/%2-%3-%4.png"_s.arg(m_folder, name, m_scheme).arg(m_size.width());
    QVERIFY(m_window->grab().save(file));
}

void Look::takeFirstRun()
{
    Theme::apply(*qApp, m_scheme == u"dark"_s ? Theme::Scheme::Dark : Theme::Scheme::Light);
    FirstRun window;
    window.resize(m_size);
    window.show();
    const auto grab = [&](const QString &name) {
        QVERIFY(window.grab().save(
            u"%1/%2-%3-%4.png"_s.arg(m_folder, name, m_scheme).arg(m_size.width())));
    };
    grab(u"first-1-name"_s);
    window.findChild<QPushButton *>(u"nameNext"_s)->click();
    grab(u"first-2-taxes"_s);
    window.findChild<QPushButton *>(u"taxNext"_s)->click();
    grab(u"first-3-goods"_s);
    window.showProgress(120, 366);
    grab(u"first-4-progress"_s);
}

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
    checkPrices();
    press(Qt::Key_2, Qt::ControlModifier);
    picture(u"8-orders"_s,
            [this] { return rows(u"ordersList"_s) == 4 && rows(u"orderStory"_s) > 0; });
    keepTheDrawer();
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
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    picture(u"4-done"_s,
            [this] { return isStepDone(u"doneCompleted"_s) && rows(u"doneStory"_s) == 5; });
    press(Qt::Key_Return);
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
            [this] { return shown(u"doneReceipt"_s) && rows(u"doneStory"_s) == 6; });
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
    picture(u"5-customer"_s, [this] { return shown(u"customerSave"_s); });
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

void Look::checkPrices()
{
    MadeUpKeys keys;
    QWindow *window = m_window->windowHandle();
    press(Qt::Key_Return);
    press(Qt::Key_L, Qt::ControlModifier);
    picture(u"12-price-check-empty"_s, [this] { return shown(u"priceField"_s); });
    keys.scan(window, m_shop->products[1].barcodes.first());
    picture(u"13-price-check"_s,
            [this] { return shown(u"priceName"_s) && !text(u"priceAvailable"_s).isEmpty(); });
    click(u"priceLabels"_s);
    picture(u"15-labels"_s, [this] { return rows(u"labelLayouts"_s) == 5; });
    press(Qt::Key_Escape);
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

} // namespace kontor

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 5) {
        qWarning("kontor-look FOLDER light|dark WIDTH HEIGHT");
        return 2;
    }
    QDir().mkpath(arguments[1]);
    kontor::Look look(arguments[1], arguments[2], {arguments[3].toInt(), arguments[4].toInt()});
    return QTest::qExec(&look, {arguments[0]});
}

#include "look.moc"
