// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/goods_lines_model.h"
#include "models/return_lines_model.h"
#include "services/core/call.h"
#include "tests/ui/window_test.h"

namespace kontor {

using namespace Qt::StringLiterals;

//! Goods that come back to the counter, by keys alone.
class ReturningTest : public WindowTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aCardSaleComesBackPieceByPieceAndNoMore();
    void anExchangeGivesTheDifferenceBackInCash();
    void eachTenderThatPaidGetsItsShareBack();
    void goodsComeBackWithoutReceipt();
    void faultyGoodsAreWrittenOffWithTheirReason();
    void whatIsTakenOutOfTheCartCanComeBackAgain();
    void aReceiptThatNobodyKnowsIsSaid();
    void allOfAnOrderComesBackFromTheOrdersPage();
    void anInterruptedRefundIsThereAgain();

private:
    void payInCash(const QString &given);
    void payByCard();
    void nextCustomer();
    //! F8, the receipt, and its lines are there.
    void lookUp(const QString &receipt);
    void takeBack(const QString &pieces);
    //! Of what the cart comes to.
    void giveBack(const QString &how);
    QString lineDetail(int row);
    //! Of the first line of the receipt.
    QString firstDetail();
    qint64 onHand(int product);
};

void ReturningTest::init() { open(); }

void ReturningTest::cleanup()
{
    close();
    m_shop.reset();
}

void ReturningTest::payInCash(const QString &given)
{
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    type(given);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
}

void ReturningTest::payByCard()
{
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    press(Qt::Key_F10);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
}

void ReturningTest::nextCustomer()
{
    QTRY_COMPARE(find<QLabel>(u"doneCompleted"_s)->property("role").toString(), u"stepDone"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"searchField"_s));
    QTRY_COMPARE(rows(u"cartLines"_s), 0);
}

void ReturningTest::lookUp(const QString &receipt)
{
    press(Qt::Key_F8);
    QTRY_VERIFY(shown(u"returnReceipt"_s));
    type(receipt);
    press(Qt::Key_Return);
    QTRY_VERIFY(rows(u"returnLines"_s) > 0);
    QTRY_VERIFY(find<QWidget>(u"returnLines"_s)->hasFocus());
}

void ReturningTest::takeBack(const QString &pieces)
{
    const int before = rows(u"cartLines"_s);
    type(pieces);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"searchField"_s));
    QTRY_COMPARE(rows(u"cartLines"_s), before + 1);
}

void ReturningTest::giveBack(const QString &how)
{
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"payGiveBack"_s));
    QTRY_COMPARE(text(u"refundHow"_s), how);
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
}

QString ReturningTest::lineDetail(int row)
{
    const auto *model = find<QAbstractItemView>(u"cartLines"_s)->model();
    return model->index(row, GoodsLinesModel::NameColumn)
        .data(GoodsLinesModel::DetailRole)
        .toString();
}

QString ReturningTest::firstDetail()
{
    return find<QAbstractItemView>(u"returnLines"_s)
        ->model()
        ->index(0, ReturnLinesModel::NameColumn)
        .data(ReturnLinesModel::DetailRole)
        .toString();
}

qint64 ReturningTest::onHand(int product)
{
    const auto level = m_shop->ask((*m_shop)->inventory(), &InventoryService::availability,
                                   m_shop->products[product].id);
    KONTOR_CHECK(bool(level));
    return level->onHand.thousandths / 1000;
}

void ReturningTest::aCardSaleComesBackPieceByPieceAndNoMore()
{
    putInCart(u"2*copper"_s);
    payByCard();
    nextCustomer();

    // One of the two comes back, and its money goes to the card.
    lookUp(u"1"_s);
    QVERIFY(text(u"returnFacts"_s).startsWith(u"T1-000001"_s));
    QCOMPARE(firstDetail(), u"2 sold · £12.50 each"_s);
    type(u"3"_s);
    QVERIFY(text(u"returnMessage"_s).contains(u"no more than 2"_s));
    takeBack(u"1"_s);
    QTRY_COMPARE(text(u"cartTotal"_s), u"−£12.50"_s);
    QCOMPARE(lineDetail(0), u"returned · £12.50 each · Not wanted"_s);
    giveBack(u"£12.50 to the card"_s);
    QCOMPARE(text(u"doneTenders"_s), u"Card −£12.50"_s);
    nextCustomer();
    QTRY_COMPARE(m_shop->sandbox().ledger(u"payment.refunded"_s).size(), 1);
    QCOMPARE(onHand(1), LivingShop::openingPieces - 1);

    // The other is exchanged for two, and the difference is paid.
    lookUp(u"T1-000001"_s);
    QCOMPARE(firstDetail(), u"2 sold · 1 back already · £12.50 each"_s);
    QCOMPARE(cell(u"returnLines"_s, 0, ReturnLinesModel::LeftColumn), u"1"_s);
    takeBack(u"1"_s);
    putInCart(u"2*copper"_s);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£12.50"_s);
    payInCash(u"20"_s);
    QCOMPARE(text(u"doneChange"_s), u"£7.50"_s);
    nextCustomer();

    // That was all of it.
    lookUp(u"t1-000001"_s);
    QCOMPARE(firstDetail(), u"2 sold · 2 back already · £12.50 each"_s);
    type(u"1"_s);
    QVERIFY(text(u"returnMessage"_s).contains(u"back already"_s));
    press(Qt::Key_Return);
    QVERIFY(shown(u"returnLines"_s) && shown(u"returnMessage"_s));
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown(u"searchField"_s));
    QCOMPARE(rows(u"cartLines"_s), 0);
    QCOMPARE(onHand(1), LivingShop::openingPieces - 2);
}

void ReturningTest::anExchangeGivesTheDifferenceBackInCash()
{
    putInCart(u"71053"_s);
    putInCart(u"copper"_s);
    payInCash(u"20"_s);
    nextCustomer();
    lookUp(u"1"_s);
    press(Qt::Key_Down);
    takeBack(u"1"_s);
    putInCart(u"beeswax"_s);
    QTRY_COMPARE(text(u"cartTotal"_s), u"−£11.30"_s);
    QCOMPARE(find<QPushButton>(u"payButton"_s)->text(), u"Refund £11.30"_s);
    giveBack(u"£11.30 in cash"_s);
    QCOMPARE(text(u"doneTenders"_s), u"Cash −£11.30"_s);
    nextCustomer();
    QCOMPARE(m_shop->newestOrder().state, OrderState::Completed);
}

void ReturningTest::eachTenderThatPaidGetsItsShareBack()
{
    putInCart(u"2*copper"_s);
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    type(u"10"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"toPay"_s), u"£15.00"_s);
    QTRY_VERIFY(shown(u"received"_s));
    press(Qt::Key_F10);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    nextCustomer();
    for (int piece = 0; piece < 2; ++piece) {
        lookUp(u"1"_s);
        takeBack(u"1"_s);
        giveBack(u"£7.50 to the card and £5.00 in cash"_s);
        nextCustomer();
    }
    QTRY_COMPARE(m_shop->sandbox().ledger(u"payment.refunded"_s).size(), 2);
    const auto due = m_shop->ask((*m_shop)->payment(), &PaymentService::refundsDue);
    QVERIFY(due && due->isEmpty());
}

void ReturningTest::goodsComeBackWithoutReceipt()
{
    press(Qt::Key_F8);
    QTRY_VERIFY(shown(u"returnReceipt"_s));
    press(Qt::Key_F8);
    QTRY_VERIFY(shown(u"searchReturning"_s));
    putInCart(u"copper"_s);
    QTRY_COMPARE(text(u"cartTotal"_s), u"−£12.50"_s);
    QVERIFY(lineDetail(0).startsWith(u"returned without receipt"_s));
    QVERIFY(!shown(u"searchReturning"_s));
    giveBack(u"£12.50 in cash"_s);
    nextCustomer();
    QVERIFY(m_shop->newestOrder().withoutReceipt);
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(rows(u"ordersList"_s) > 0);
    find<QAbstractItemView>(u"ordersList"_s)
        ->setCurrentIndex(find<QAbstractItemView>(u"ordersList"_s)->model()->index(0, 0));
    QTRY_VERIFY(text(u"orderFacts"_s).contains(u"without receipt"_s));
    press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(onHand(1), LivingShop::openingPieces + 1);

    // Given up: what is chosen next is sold.
    press(Qt::Key_F8);
    press(Qt::Key_F8);
    QTRY_VERIFY(shown(u"searchReturning"_s));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!shown(u"searchReturning"_s));
    putInCart(u"copper"_s);
    QTRY_COMPARE(text(u"cartTotal"_s), u"£12.50"_s);
}

void ReturningTest::faultyGoodsAreWrittenOffWithTheirReason()
{
    putInCart(u"2*copper"_s);
    payInCash(u"25"_s);
    nextCustomer();
    lookUp(u"1"_s);
    click(u"reasonFaulty"_s);
    QVERIFY(find<QPushButton>(u"returnWriteOff"_s)->isChecked());
    find<QWidget>(u"returnReason"_s)->setFocus();
    type(u"handle came off"_s);
    find<QWidget>(u"returnLines"_s)->setFocus();
    takeBack(u"1"_s);
    QVERIFY(lineDetail(0).endsWith(u"handle came off"_s));
    giveBack(u"£12.50 in cash"_s);
    nextCustomer();
    QCOMPARE(onHand(1), LivingShop::openingPieces - 2);
}

void ReturningTest::whatIsTakenOutOfTheCartCanComeBackAgain()
{
    putInCart(u"2*copper"_s);
    payInCash(u"25"_s);
    nextCustomer();
    lookUp(u"1"_s);
    takeBack(u"2"_s);
    // While it is in the cart, nobody can bring it back a second time.
    lookUp(u"1"_s);
    QCOMPARE(firstDetail(), u"2 sold · 2 back already · £12.50 each"_s);
    press(Qt::Key_Escape);
    QTRY_VERIFY(shown(u"searchField"_s));
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(rows(u"cartLines"_s), 0);
    lookUp(u"1"_s);
    QCOMPARE(firstDetail(), u"2 sold · £12.50 each"_s);
    takeBack(u"2"_s);
    giveBack(u"£25.00 in cash"_s);
    nextCustomer();
}

void ReturningTest::aReceiptThatNobodyKnowsIsSaid()
{
    press(Qt::Key_F8);
    QTRY_VERIFY(shown(u"returnReceipt"_s));
    type(u"77"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(text(u"returnMessage"_s).contains(u"T1-000077"_s));
    QVERIFY(find<QWidget>(u"returnReceipt"_s)->hasFocus());
}

void ReturningTest::allOfAnOrderComesBackFromTheOrdersPage()
{
    putInCart(u"3*beeswax"_s);
    putInCart(u"copper"_s);
    payInCash(u"20"_s);
    nextCustomer();
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(rows(u"ordersList"_s) > 0);
    find<QAbstractItemView>(u"ordersList"_s)
        ->setCurrentIndex(find<QAbstractItemView>(u"ordersList"_s)->model()->index(0, 0));
    click(u"orderReturn"_s);
    QTRY_COMPARE(rows(u"returnLines"_s), 2);
    press(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(cell(u"returnLines"_s, 0, ReturnLinesModel::TakenColumn), u"3"_s);
    QCOMPARE(cell(u"returnLines"_s, 1, ReturnLinesModel::AmountColumn), u"£12.50"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(rows(u"cartLines"_s), 2);
    giveBack(u"£16.10 in cash"_s);
    nextCustomer();
}

void ReturningTest::anInterruptedRefundIsThereAgain()
{
    putInCart(u"copper"_s);
    press(Qt::Key_F12);
    QTRY_VERIFY(shown(u"received"_s));
    type(u"5"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(text(u"toPay"_s), u"£7.50"_s);
    QTRY_VERIFY(shown(u"received"_s));
    press(Qt::Key_F10);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    nextCustomer();
    lookUp(u"1"_s);
    takeBack(u"1"_s);
    // The card's share was noted, and then the program ended.
    auto &carts = (*m_shop)->cart();
    const auto open = m_shop->ask(carts, &CartService::openCarts, u"T1"_s);
    const Money share{-750, Currency("GBP")};
    QVERIFY(bool(m_shop->ask(
        carts, &CartService::addTender, (*m_shop)->command(), open->first(),
        Tender{share, TenderId::make(m_shop->access().clock.now()), TenderKind::Card}, share)));
    close();
    m_shop->reopen();
    this->open();
    QTRY_VERIFY(shown(u"payGiveBack"_s));
    QTRY_COMPARE(text(u"refundHow"_s), u"£5.00 in cash"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(shown(u"doneReceipt"_s));
    QCOMPARE(text(u"doneTenders"_s), u"Card −£7.50 · Cash −£5.00"_s);
    nextCustomer();
    QTRY_COMPARE(m_shop->sandbox().ledger(u"payment.refunded"_s).size(), 1);
}

} // namespace kontor

QTEST_MAIN(kontor::ReturningTest)
#include "returning_test.moc"
