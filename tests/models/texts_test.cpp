// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/order_filters.h"
#include "models/quick_cash.h"
#include "models/story_text.h"
#include "models/texts.h"
#include "models/typed_number.h"
#include "models/waiting_text.h"
#include "services/account/account_topic.h"
#include "services/cart/cart_topic.h"
#include "services/core/decimal.h"
#include "services/inventory/inventory_topic.h"
#include "services/payment/payment_topic.h"
#include "services/shipping/shipping_topic.h"

#include <QTest>

#include <limits>

namespace kontor {

using namespace Qt::StringLiterals;

class TextsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void amountsAreWrittenAsTheLocaleHasThem_data();
    void amountsAreWrittenAsTheLocaleHasThem();
    void aPriceShowsItsFinestDigit();
    void quantitiesHaveDecimalsOnlyWhereNeeded();
    void quickCashOffersTheNextNotes_data();
    void quickCashOffersTheNextNotes();
    void cashIsLikelyMistypedWhenANoteTooManyIsGiven();
    void aTypedNumberHasAPointOrAComma_data();
    void aTypedNumberHasAPointOrAComma();
    void whatIsNoNumberIsRefused();
    void aDiscountIsAPercentageOrAnAmount_data();
    void aDiscountIsAPercentageOrAnAmount();
    void whatIsFilledInCanBeReadBack_data();
    void whatIsFilledInCanBeReadBack();
    void anUnknownEventIsToldByItsName();
    void everyEventOfAnOrderIsToldInWords_data();
    void everyEventOfAnOrderIsToldInWords();
    void aRefundSaysWhatWentBack();
    void aPeriodIsOfWholeDays();
    void anOrderSaysWhatItWaitsFor();
    void aCancelledOrderSaysWhy();
};

void TextsTest::amountsAreWrittenAsTheLocaleHasThem_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QByteArray>("currency");
    QTest::addColumn<qint64>("minor");
    QTest::addColumn<QString>("text");
    QTest::newRow("the sign first")
        << u"en_GB"_s << QByteArray("GBP") << qint64(2391) << u"£23.91"_s;
    QTest::newRow("thousands") << u"en_GB"_s << QByteArray("GBP") << qint64(123456789)
                               << u"£1,234,567.89"_s;
    QTest::newRow("less than one") << u"en_GB"_s << QByteArray("GBP") << qint64(5) << u"£0.05"_s;
    QTest::newRow("negative") << u"en_GB"_s << QByteArray("GBP") << qint64(-72) << u"−£0.72"_s;
    QTest::newRow("comma, the sign last")
        << u"de_DE"_s << QByteArray("EUR") << qint64(450) << u"4,50\u00a0€"_s;
    QTest::newRow("no decimals") << u"en_GB"_s << QByteArray("JPY") << qint64(1200) << u"¥1,200"_s;
    QTest::newRow("three decimals")
        << u"en_GB"_s << QByteArray("KWD") << qint64(1001) << u"KWD1.001"_s;
    QTest::newRow("beyond a double")
        << u"en_GB"_s << QByteArray("GBP") << std::numeric_limits<qint64>::max()
        << u"£92,233,720,368,547,758.07"_s;
}

void TextsTest::amountsAreWrittenAsTheLocaleHasThem()
{
    QFETCH(QString, locale);
    QFETCH(QByteArray, currency);
    QFETCH(qint64, minor);
    QTEST(amountText(Money{minor, Currency(currency.constData())}, QLocale(locale)), "text");
}

void TextsTest::aPriceShowsItsFinestDigit()
{
    const QLocale british(u"en_GB"_s);
    QCOMPARE(unitPriceText({2'550'000, Currency("GBP")}, british), u"£2.55"_s);
    QCOMPARE(unitPriceText({125'000, Currency("GBP")}, british), u"£0.125"_s);
}

void TextsTest::quantitiesHaveDecimalsOnlyWhereNeeded()
{
    const QLocale british(u"en_GB"_s);
    QCOMPARE(quantityText(Quantity::pieces(12), british), u"12"_s);
    QCOMPARE(quantityText(Quantity{450}, british), u"0.450"_s);
    QCOMPARE(quantityText(Quantity{-1500}, british), u"−1.500"_s);
}

void TextsTest::quickCashOffersTheNextNotes_data()
{
    QTest::addColumn<qint64>("due");
    QTest::addColumn<QList<qint64>>("sums");
    QTest::newRow("usual") << qint64(2391) << QList<qint64>{2391, 2500, 3000, 4000};
    QTest::newRow("exactly a note") << qint64(2000) << QList<qint64>{2000, 5000};
    QTest::newRow("small") << qint64(5) << QList<qint64>{5, 500, 1000, 2000};
    QTest::newRow("nothing") << qint64(0) << QList<qint64>{};
}

void TextsTest::quickCashOffersTheNextNotes()
{
    QFETCH(qint64, due);
    QList<qint64> sums;
    const Money toPay{due, Currency("GBP")};
    for (const Money &sum : quickCash(toPay)) {
        sums.append(sum.minor);
        QVERIFY(!isLikelyMistyped(sum, toPay));
    }
    QTEST(sums, "sums");
}

void TextsTest::cashIsLikelyMistypedWhenANoteTooManyIsGiven()
{
    const auto pounds = [](qint64 minor) { return Money{minor, Currency("GBP")}; };
    QVERIFY(!isLikelyMistyped(pounds(5'000), pounds(1)));
    QVERIFY(!isLikelyMistyped(pounds(6'249), pounds(1'250)));
    QVERIFY(isLikelyMistyped(pounds(6'250), pounds(1'250)));
    QVERIFY(!isLikelyMistyped(pounds(500), pounds(1'250)));
    QVERIFY(!isLikelyMistyped({999'999'999, Currency("KWD")}, {1, Currency("KWD")}));
}

void TextsTest::aTypedNumberHasAPointOrAComma_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("thousandths");
    QTest::newRow("whole") << u"12"_s << qint64(12'000);
    QTest::newRow("point") << u"1.5"_s << qint64(1'500);
    QTest::newRow("comma") << u"1,5"_s << qint64(1'500);
    QTest::newRow("never thousands") << u"1,500"_s << qint64(1'500);
    QTest::newRow("spaces around") << u" 0,25 "_s << qint64(250);
    QTest::newRow("negative") << u"-2"_s << qint64(-2'000);
}

void TextsTest::aTypedNumberHasAPointOrAComma()
{
    QFETCH(QString, text);
    const auto typed = typedNumber(text, 3);
    QVERIFY(typed);
    QTEST(*typed, "thousandths");
}

void TextsTest::whatIsNoNumberIsRefused()
{
    const auto refused = [](const QString &text) { return typedNumber(text, 2).error(); };
    QVERIFY(refused(u""_s).is(DecimalError::Empty));
    QVERIFY(refused(u"tea"_s).is(DecimalError::NotANumber));
    QVERIFY(refused(u"1.505"_s).is(DecimalError::TooPrecise));
}

void TextsTest::aDiscountIsAPercentageOrAnAmount_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("percent");
    QTest::addColumn<qint64>("amount");
    QTest::newRow("percent") << u"10 %"_s << 1000 << qint64(0);
    QTest::newRow("percent, close") << u" 12,5%"_s << 1250 << qint64(0);
    QTest::newRow("all") << u"100%"_s << 10'000 << qint64(0);
    QTest::newRow("amount") << u"2.5"_s << 0 << qint64(250);
    QTest::newRow("none") << u"0"_s << 0 << qint64(0);
    QTest::newRow("nothing typed") << u"  "_s << 0 << qint64(0);
    for (const QString &wrong :
         {u"101 %"_s, u"-1"_s, u"-1 %"_s, u"%"_s, u"ten"_s, u"1.234"_s, u"9999999999999999999"_s})
        QTest::addRow("not %s", qPrintable(wrong)) << wrong << -1 << qint64(0);
}

void TextsTest::aDiscountIsAPercentageOrAnAmount()
{
    QFETCH(QString, typed);
    QFETCH(int, percent);
    QFETCH(qint64, amount);
    const Currency euro("EUR");
    const auto discount = typedDiscount(typed, euro);
    QCOMPARE(bool(discount), percent >= 0);
    if (!discount)
        return;
    QCOMPARE(*discount, (Discount{percent, amount}));
    QCOMPARE(*typedDiscount(editableText(*discount, euro), euro), *discount);
}

void TextsTest::whatIsFilledInCanBeReadBack_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("quantity");
    QTest::newRow("point") << u"en_GB"_s << u"1234.50"_s << u"1234.500"_s;
    QTest::newRow("comma") << u"de_DE"_s << u"1234,50"_s << u"1234,500"_s;
}

void TextsTest::whatIsFilledInCanBeReadBack()
{
    QFETCH(QString, locale);
    const QString amount = editableText(Money{123450, Currency("EUR")}, QLocale(locale));
    const QString quantity = editableText(Quantity{1234500}, QLocale(locale));
    QTEST(amount, "amount");
    QTEST(quantity, "quantity");
    QCOMPARE(*typedNumber(amount, 2), 123450);
    QCOMPARE(*typedNumber(quantity, 3), 1234500);
}

void TextsTest::anUnknownEventIsToldByItsName()
{
    StoryEvent event;
    event.type = u"SomethingNew"_s;
    QCOMPARE(storyText(event), u"SomethingNew"_s);
}

void TextsTest::everyEventOfAnOrderIsToldInWords_data()
{
    QTest::addColumn<QString>("type");
    for (const char *type : {ShoppingCartOrdered::type,  ShoppingCartAbandoned::type,
                             RefundPaidOut::type,        DuePaidIn::type,
                             OrderProcessed::type,       OrderCancelled::type,
                             OrderCompleted::type,       OrderReady::type,
                             InventoryProcessed::type,   InventoryOutOfStock::type,
                             InventoryBackordered::type, InventoryReleased::type,
                             PaymentProcessed::type,     PaymentFailed::type,
                             PaymentRequested::type,     PaymentRefunded::type,
                             AuthorisationVoided::type,  ShippingProcessed::type,
                             ShippingFailed::type,       ShippingDelivered::type,
                             AccountCreated::type,       AccountUpdated::type,
                             AccountDeactivated::type})
        QTest::newRow(type) << QString::fromLatin1(type);
}

void TextsTest::everyEventOfAnOrderIsToldInWords()
{
    QFETCH(QString, type);
    QVERIFY(eventText(type) != type);
    StoryEvent event;
    event.type = type; // and nothing that could be read of it
    QCOMPARE(storyText(event), eventText(type));
}

void TextsTest::aRefundSaysWhatWentBack()
{
    const auto told = [](qint64 amount, qint64 due) {
        StoryEvent event;
        event.type = QLatin1String(PaymentRefunded::type);
        const Currency pounds("GBP");
        event.data = encode(
            PaymentRefunded{{}, {}, RefundStage::Done, Money{amount, pounds}, Money{due, pounds}});
        return storyText(event);
    };
    QLocale::setDefault(QLocale(u"en_GB"_s));
    QCOMPARE(told(0, 0), u"Refund done: nothing had been taken"_s);
    QCOMPARE(told(250, 0), u"Refund done: £2.50 went back"_s);
    QCOMPARE(told(250, 100), u"Refund done: £2.50 went back, £1.00 to be paid out in cash"_s);
}

void TextsTest::aPeriodIsOfWholeDays()
{
    using Period = OrderFilters::Period;
    const QDate today(2026, 3, 31);
    const auto from = [&](Period period) {
        OrderFilters filters;
        filters.period = period;
        return filters.wish(today).from.toUtc().toLocalTime();
    };
    QCOMPARE(from(Period::Today), today.startOfDay());
    QCOMPARE(from(Period::Week), QDate(2026, 3, 25).startOfDay());
    QCOMPARE(from(Period::Month), QDate(2026, 2, 28).startOfDay());
    OrderFilters range;
    range.period = Period::Range;
    QCOMPARE(range.wish(today), OrderWish{});
    range.to = today;
    const Timestamp until = range.wish(today).until;
    QCOMPARE(until.toUtc().toLocalTime(), QDate(2026, 4, 1).startOfDay());
}

void TextsTest::anOrderSaysWhatItWaitsFor()
{
    Order order;
    QCOMPARE(waitingText(order, {}, {}), u"Waits for goods."_s);
    PaymentOverview money;
    money.tenders.resize(1);
    money.payment.stockReady = true;
    QCOMPARE(waitingText(order, money, {}), u"Waits for the payment."_s);
    money.tenders[0].state = TenderState::Capturing;
    QCOMPARE(waitingText(order, money, {}), u"Waits for the payment system."_s);
    money.tenders[0].state = TenderState::Requested;
    QVERIFY(waitingText(order, money, {}).contains(u"by the link"_s));
    order.state = OrderState::Paid;
    Shipment parcel;
    QCOMPARE(waitingText(order, money, {}), u"Waits for its label."_s);
    parcel.state = ShipmentState::NeedsCorrection;
    QVERIFY(waitingText(order, money, parcel).contains(u"corrected"_s));
    order.state = OrderState::Ready;
    QCOMPARE(waitingText(order, money, {}), u"Waits for the customer to collect it."_s);
    order.state = OrderState::Completed;
    QCOMPARE(waitingText(order, money, {}), QString());
    order.state = OrderState::Cancelled;
    order.refund = RefundNote::Begun;
    QVERIFY(waitingText(order, money, {}).contains(u"go back"_s));
}

void TextsTest::aCancelledOrderSaysWhy()
{
    StoryEvent event;
    event.type = QLatin1String(OrderCancelled::type);
    event.data = encode(OrderCancelled{{}, {}, {}, CancelReason::OutOfStock});
    QCOMPARE(storyText(event), u"Order cancelled: out of stock"_s);
}

} // namespace kontor

QTEST_GUILESS_MAIN(kontor::TextsTest)
#include "texts_test.moc"
