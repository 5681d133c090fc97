// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/core/id.h"

#include <QtTest>

#include <set>

using namespace Qt::StringLiterals;
using namespace kontor;

class IdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIdIsAVersion7Uuid();
    void idsOfOneMillisecondSortInTheirOrder();
    void idsKeepTheirOrderWhenTheClockStepsBack();
    void theSameNameAndTimeGiveTheSameId();
    void textGoesThereAndBack();
    void whatIsNoIdIsRefused_data();
    void whatIsNoIdIsRefused();
    void onlySixteenBytesMakeAnId();
};

namespace {

qint64 timeIn(const IdBytes &bytes)
{
    qint64 ms = 0;
    for (size_t i = 0; i < 6; ++i)
        ms = ms << 8 | bytes[i];
    return ms;
}

bool isVersion7(const IdBytes &bytes) { return bytes[6] >> 4 == 7 && bytes[8] >> 6 == 2; }

} // namespace

void IdTest::anIdIsAVersion7Uuid()
{
    // Far in the future, so that no other test's id has moved this thread's time beyond it.
    const Timestamp now{4'000'000'000'000};
    const auto id = newIdBytes(now);
    QVERIFY(isVersion7(id));
    QCOMPARE(timeIn(id), now.ms);
}

void IdTest::idsOfOneMillisecondSortInTheirOrder()
{
    const Timestamp now{4'100'000'000'000};
    std::set<IdBytes> all;
    IdBytes last = newIdBytes(now);
    all.insert(last);
    // More than the counter's 4,096 values: it must run over into the time.
    for (int i = 0; i < 20'000; ++i) {
        const auto next = newIdBytes(now);
        QVERIFY(isVersion7(next));
        QVERIFY(last < next);
        QVERIFY(all.insert(next).second);
        last = next;
    }
    QVERIFY(timeIn(last) <= now.ms + 10);
}

void IdTest::idsKeepTheirOrderWhenTheClockStepsBack()
{
    const auto before = OrderId::make({4'200'000'000'000});
    const auto after = OrderId::make({4'200'000'000'000 - 3'600'000});
    QVERIFY(before < after);
}

void IdTest::theSameNameAndTimeGiveTheSameId()
{
    const Timestamp time{1'600'000'000'000};
    const auto id = OrderId::named(time, "invoice 4711");
    QVERIFY(isVersion7(id.bytes()));
    QCOMPARE(timeIn(id.bytes()), time.ms);
    QCOMPARE(OrderId::named(time, "invoice 4711"), id);
    QVERIFY(OrderId::named(time, "invoice 4712") != id);
    QVERIFY(OrderId::named({time.ms + 1}, "invoice 4711") != id);
    // The same in every version and on every machine: imports of years ago must find it again.
    QCOMPARE(id.toString(), u"0174876e-8000-765d-9187-317ee35c3d4d"_s);
}

void IdTest::textGoesThereAndBack()
{
    const auto id = ProductId::make({1'700'000'000'000});
    const QString text = id.toString();
    QCOMPARE(text.size(), 36);
    QCOMPARE(ProductId::fromText(text), std::optional(id));
    QCOMPARE(ProductId::fromText(text.toUpper()), std::optional(id));
    QCOMPARE(ProductId::fromBytes(id.toByteArray()), id);
    QCOMPARE(ProductId::fromText(u"00000000-0000-0000-0000-000000000000"),
             std::optional(ProductId()));
    QVERIFY(ProductId().isNull());
    QVERIFY(!id.isNull());
}

void IdTest::whatIsNoIdIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("a digit short") << u"018f2c5e-7b6a-7c3d-8e4f-5a6b7c8d9e0"_s;
    QTest::newRow("a digit long") << u"018f2c5e-7b6a-7c3d-8e4f-5a6b7c8d9e0f1"_s;
    QTest::newRow("no digit") << u"018f2c5e-7b6a-7c3d-8e4f-5a6b7c8d9e0g"_s;
    QTest::newRow("a digit of another script") << u"018f2c5e-7b6a-7c3d-8e4f-5a6b7c8d9e0٣"_s;
    QTest::newRow("braces") << u"{018f2c5e-7b6a-7c3d-8e4f-5a6b7c8d9e0f}"_s;
}

void IdTest::whatIsNoIdIsRefused()
{
    QFETCH(QString, text);
    QVERIFY(!OrderId::fromText(text));
}

void IdTest::onlySixteenBytesMakeAnId()
{
    QVERIFY(OrderId::fromBytes(QByteArray(15, 'x')).isNull());
    QVERIFY(OrderId::fromBytes(QByteArray(17, 'x')).isNull());
    QVERIFY(!OrderId::fromBytes(QByteArray(16, 'x')).isNull());
}

QTEST_APPLESS_MAIN(IdTest)
#include "id_test.moc"
