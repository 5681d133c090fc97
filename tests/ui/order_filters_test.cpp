// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/call.h"
#include "tests/ui/window_test.h"

#include <QComboBox>
#include <QDateEdit>

namespace kontor {

using namespace Qt::StringLiterals;

//! Which orders the orders page lists, chosen by keys alone.
class OrderFiltersTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void statesAreChosenSideBySide();
    void fulfilmentPeriodAndTillNarrowTheList();
    void aRangeOfDaysIsChosen();
    void theDearestComeFirst();
    void aCustomerIsFoundByNameAndByMailAddress();
    void aPartOfAReceiptNumberIsEnough();
    void theOrdersOfOneCustomerAreListed();
    void whatNeedsYouHasNothingYet();
    void theFiltersAreThereAgainAtTheNextStart();
    void aReceiptFromThePaletteIsFoundWhateverTheFilters();

private:
    Receipt sell(Fulfilment fulfilment, int pieces, AccountId customer = {});
    //! By the keys of a closed combo box.
    void choose(const QString &box, int index);
    QStringList listed();
    void cancelNewest();

    QTemporaryDir m_folder;
    AccountId m_ada;
    AccountId m_bert;
};

void OrderFiltersTest::init()
{
    m_windowFile = m_folder.filePath(u"window.ini"_s);
    QFile::remove(m_windowFile);
    open();
    m_ada = m_shop->addCustomer(u"Ada Lovelace"_s, true);
    m_bert = m_shop->addCustomer(u"Bert Brown"_s, true);
    const Command command = (*m_shop)->command();
    QVERIFY(bool(m_shop->ask((*m_shop)->account(), &AccountService::update, command, m_bert,
                             AccountDetails{u"Bert Brown"_s, u"bert@brown.example"_s, {}, {}})));
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"ordersList"_s));
}

void OrderFiltersTest::cleanup()
{
    close();
    m_shop.reset();
}

Receipt OrderFiltersTest::sell(Fulfilment fulfilment, int pieces, AccountId customer)
{
    ImportedSale sale = m_shop->sale(pieces, fulfilment);
    sale.customer = customer;
    const Receipt receipt = m_shop->book(sale);
    const auto isSettled = [&] {
        const Order newest = m_shop->newestOrder();
        return newest.id == sale.order && newest.state != OrderState::Placed;
    };
    KONTOR_CHECK(QTest::qWaitFor(isSettled, 30'000));
    return receipt;
}

void OrderFiltersTest::choose(const QString &box, int index)
{
    auto *combo = find<QComboBox>(box);
    combo->setFocus();
    while (combo->currentIndex() != index)
        QTest::keyClick(combo, combo->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
}

QStringList OrderFiltersTest::listed()
{
    QStringList receipts;
    for (int row = 0; row < rows(u"ordersList"_s); ++row)
        receipts.append(cell(u"ordersList"_s, row, 0));
    return receipts;
}

void OrderFiltersTest::cancelNewest()
{
    QVERIFY(bool(m_shop->ask((*m_shop)->order(), &OrderService::cancel, (*m_shop)->command(),
                             m_shop->newestOrder().id, CancelReason::ByStaff)));
}

void OrderFiltersTest::statesAreChosenSideBySide()
{
    const QString counter = sell(Fulfilment::Counter, 1).number;
    const QString cancelled = sell(Fulfilment::Pickup, 1).number;
    cancelNewest();
    const QString open = sell(Fulfilment::Pickup, 1).number;
    QTRY_COMPARE(listed(), (QStringList{open, cancelled, counter}));
    find<QPushButton>(u"orderShowOpen"_s)->setFocus();
    press(Qt::Key_Space);
    QTRY_COMPARE(listed(), QStringList{open});
    QTRY_COMPARE(text(u"orderReceipt"_s), open);
    find<QPushButton>(u"orderShowCompleted"_s)->setFocus();
    press(Qt::Key_Space);
    QTRY_COMPARE(listed(), QStringList{counter});
    QTRY_COMPARE(text(u"orderReceipt"_s), counter);
    find<QPushButton>(u"orderShowCancelled"_s)->setFocus();
    press(Qt::Key_Space);
    QTRY_COMPARE(listed(), QStringList{cancelled});
}

void OrderFiltersTest::fulfilmentPeriodAndTillNarrowTheList()
{
    const QString counter = sell(Fulfilment::Counter, 1).number;
    const QString pickup = sell(Fulfilment::Pickup, 1).number;
    QTRY_COMPARE(listed(), (QStringList{pickup, counter}));
    choose(u"orderFulfilmentFilter"_s, 2);
    QTRY_COMPARE(listed(), QStringList{pickup});
    choose(u"orderFulfilmentFilter"_s, 0);
    QTRY_COMPARE(rows(u"ordersList"_s), 2);
    for (const int period : {1, 2, 3}) {
        choose(u"orderPeriodFilter"_s, period);
        QTRY_COMPARE(rows(u"ordersList"_s), 2);
    }
    choose(u"orderPeriodFilter"_s, 0);
    press(Qt::Key_1, Qt::ControlModifier);
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(find<QComboBox>(u"orderTillFilter"_s)->count(), 2);
    choose(u"orderTillFilter"_s, 1);
    QCOMPARE(find<QComboBox>(u"orderTillFilter"_s)->currentText(), u"T1"_s);
    QTRY_COMPARE(rows(u"ordersList"_s), 2);
}

void OrderFiltersTest::aRangeOfDaysIsChosen()
{
    sell(Fulfilment::Counter, 1);
    QTRY_COMPARE(rows(u"ordersList"_s), 1);
    QVERIFY(!shown(u"orderFrom"_s));
    choose(u"orderPeriodFilter"_s, 4);
    QVERIFY(shown(u"orderFrom"_s) && shown(u"orderTo"_s));
    QTRY_COMPARE(rows(u"ordersList"_s), 1);
    const QDate today = QDate::currentDate();
    find<QDateEdit>(u"orderFrom"_s)->setDate(today.addDays(-9));
    find<QDateEdit>(u"orderTo"_s)->setDate(today.addDays(-2));
    QTRY_COMPARE(rows(u"ordersList"_s), 0);
    QTRY_VERIFY(!shown(u"orderReceipt"_s));
    find<QDateEdit>(u"orderTo"_s)->setDate(today);
    QTRY_COMPARE(rows(u"ordersList"_s), 1);
}

void OrderFiltersTest::theDearestComeFirst()
{
    const QString one = sell(Fulfilment::Counter, 1).number;
    const QString three = sell(Fulfilment::Counter, 3).number;
    const QString two = sell(Fulfilment::Counter, 2).number;
    QTRY_COMPARE(listed(), (QStringList{two, three, one}));
    choose(u"orderSort"_s, 1);
    QTRY_COMPARE(listed(), (QStringList{one, three, two}));
    choose(u"orderSort"_s, 2);
    QTRY_COMPARE(listed(), (QStringList{three, two, one}));
    choose(u"orderSort"_s, 3);
    QTRY_COMPARE(listed(), (QStringList{one, two, three}));
}

void OrderFiltersTest::aCustomerIsFoundByNameAndByMailAddress()
{
    const QString ada = sell(Fulfilment::Pickup, 1, m_ada).number;
    const QString bert = sell(Fulfilment::Pickup, 1, m_bert).number;
    QTRY_COMPARE(listed(), (QStringList{bert, ada}));
    fill(u"orderSearch"_s, u"lovel"_s);
    QTRY_COMPARE(listed(), QStringList{ada});
    QTRY_COMPARE(text(u"orderReceipt"_s), ada);
    fill(u"orderSearch"_s, u"bert@br"_s);
    QTRY_COMPARE(listed(), QStringList{bert});
    fill(u"orderSearch"_s, u"nobody"_s);
    QTRY_COMPARE(rows(u"ordersList"_s), 0);
    press(Qt::Key_Escape);
    QTRY_COMPARE(listed(), (QStringList{bert, ada}));
}

void OrderFiltersTest::aPartOfAReceiptNumberIsEnough()
{
    sell(Fulfilment::Counter, 1);
    const QString second = sell(Fulfilment::Counter, 1).number;
    QTRY_COMPARE(rows(u"ordersList"_s), 2);
    fill(u"orderSearch"_s, u"t1-"_s);
    QTRY_COMPARE(rows(u"ordersList"_s), 2);
    fill(u"orderSearch"_s, second.right(3));
    QTRY_COMPARE(listed(), QStringList{second});
}

void OrderFiltersTest::theOrdersOfOneCustomerAreListed()
{
    const QString first = sell(Fulfilment::Pickup, 1, m_ada).number;
    sell(Fulfilment::Pickup, 1, m_bert);
    const QString last = sell(Fulfilment::Pickup, 2, m_ada).number;
    QTRY_COMPARE(rows(u"ordersList"_s), 3);
    auto *list = find<QAbstractItemView>(u"ordersList"_s);
    list->setCurrentIndex(list->model()->index(0, 0));
    QTRY_COMPARE(text(u"orderReceipt"_s), last);
    click(u"orderCustomer"_s);
    QTRY_COMPARE(listed(), (QStringList{last, first}));
    QVERIFY(find<QPushButton>(u"orderCustomerFilter"_s)->text().contains(u"Ada Lovelace"_s));
    fill(u"orderSearch"_s, first.right(3));
    QTRY_COMPARE(listed(), QStringList{first});
    press(Qt::Key_Escape);
    QTRY_COMPARE(rows(u"ordersList"_s), 2);
    press(Qt::Key_Escape);
    QTRY_COMPARE(rows(u"ordersList"_s), 3);
    QVERIFY(!shown(u"orderCustomerFilter"_s));
}

void OrderFiltersTest::whatNeedsYouHasNothingYet()
{
    sell(Fulfilment::Counter, 1);
    QTRY_COMPARE(rows(u"ordersList"_s), 1);
    click(u"orderShowNeedsYou"_s);
    QTRY_VERIFY(shown(u"concernsList"_s));
    QVERIFY(!shown(u"ordersList"_s));
    QCOMPARE(rows(u"concernsList"_s), 0);
    click(u"orderShowAll"_s);
    QTRY_VERIFY(shown(u"ordersList"_s));
    QVERIFY(!shown(u"concernsList"_s));
}

void OrderFiltersTest::theFiltersAreThereAgainAtTheNextStart()
{
    OrderFilters kept;
    QObject::connect(m_window.get(), &MainWindow::settingsChanged, m_window.get(),
                     [this](const WindowSettings &settings) { settings.write(m_windowFile); });
    const QString pickup = sell(Fulfilment::Pickup, 1).number;
    sell(Fulfilment::Counter, 1);
    click(u"orderShowOpen"_s);
    choose(u"orderFulfilmentFilter"_s, 2);
    choose(u"orderPeriodFilter"_s, 4);
    choose(u"orderSort"_s, 1);
    find<QDateEdit>(u"orderFrom"_s)->setDate(QDate(2024, 2, 29));
    kept = WindowSettings::read(m_windowFile).orders;
    QCOMPARE(kept.show, OrderFilters::Show::Open);
    QCOMPARE(kept.from, QDate(2024, 2, 29));
    close();
    m_window = std::make_unique<MainWindow>(m_shop->access(), WindowSettings::read(m_windowFile));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(listed(), QStringList{pickup});
    QVERIFY(find<QPushButton>(u"orderShowOpen"_s)->isChecked());
    QCOMPARE(find<QComboBox>(u"orderFulfilmentFilter"_s)->currentIndex(), 2);
    QCOMPARE(find<QComboBox>(u"orderSort"_s)->currentIndex(), 1);
    QCOMPARE(find<QDateEdit>(u"orderFrom"_s)->date(), QDate(2024, 2, 29));
}

void OrderFiltersTest::aReceiptFromThePaletteIsFoundWhateverTheFilters()
{
    const QString counter = sell(Fulfilment::Counter, 1).number;
    QTRY_COMPARE(rows(u"ordersList"_s), 1);
    click(u"orderShowCancelled"_s);
    QTRY_COMPARE(rows(u"ordersList"_s), 0);
    press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(shown(u"palette"_s));
    type(counter);
    QTRY_COMPARE(cell(u"paletteFound"_s, 0, 0), counter);
    press(Qt::Key_Return);
    QTRY_COMPARE(listed(), QStringList{counter});
    QTRY_COMPARE(text(u"orderReceipt"_s), counter);
}

} // namespace kontor

QTEST_MAIN(kontor::OrderFiltersTest)
#include "order_filters_test.moc"
