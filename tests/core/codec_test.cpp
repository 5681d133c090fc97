// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/account/account_topic.h"
#include "services/cart/cart_topic.h"
#include "services/inventory/inventory_topic.h"
#include "services/order/order_topic.h"
#include "services/payment/payment_topic.h"
#include "services/shipping/shipping_topic.h"
#include "tests/core/error_text.h"
#include "tests/core/filler.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtTest>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace kontor;

class CodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEventOfEveryTopicIsTestedHere();
    void everyEventIsWrittenCanonically();
    void everyEventComesBackAsItWas();
    void everyEnvelopeIsWrittenCanonicallyAndComesBack();
    void aMissingFieldKeepsItsDefault();
    void anUnknownFieldIsRefused();
    void cutOffAtAnyByteItIsRefused();
    void damagedBytesAreRefusedOrReadAsSomethingSound();
    void whatIsNotCanonicalIsRefused_data();
    void whatIsNotCanonicalIsRefused();
    void aLoneSurrogateBecomesAQuestionMark();
    void numbersKeepAllTheirDigits();
};

namespace {

using AllEvents =
    std::tuple<AccountCreated, AccountUpdated, AccountDeactivated, ShoppingCartOrdered,
               ShoppingCartAbandoned, RefundPaidOut, DuePaidIn, ShiftOpened, DrawerMoved,
               ShiftClosed, InventoryProcessed, InventoryOutOfStock, InventoryBackordered,
               InventoryReleased, InventoryLow, OrderProcessed, OrderCancelled, OrderCompleted,
               OrderReady, PaymentProcessed, PaymentFailed, PaymentRequested, PaymentRefunded,
               AuthorisationVoided, ShippingProcessed, ShippingFailed, ShippingDelivered>;

//! Calls check(event) with many differently filled events of every type.
template <class Check>
void forEveryEvent(int times, Check check)
{
    Filler filler(1);
    const auto each = [&]<class E>(E) {
        for (int i = 0; i < times && !QTest::currentTestFailed(); ++i)
            check(filler.filled<E>());
    };
    std::apply([&](const auto &...events) { (each(events), ...); }, AllEvents());
}

QByteArray canonical(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray asQtWritesIt(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).toJson(QJsonDocument::Compact);
}

//! Decodes from memory that ends with the bytes, so that a sanitizer sees each step beyond.
template <class T>
Result<T> decodeExactly(const QByteArray &bytes)
{
    const std::unique_ptr<char[]> memory(new char[size_t(bytes.size())]);
    std::copy(bytes.begin(), bytes.end(), memory.get());
    return decode<T>(QByteArrayView(memory.get(), bytes.size()));
}

} // namespace

void CodecTest::everyEventOfEveryTopicIsTestedHere()
{
    QStringList tested;
    std::apply(
        [&](const auto &...events) { (tested.append(QString::fromLatin1(events.type)), ...); },
        AllEvents());
    const QDir services(qEnvironmentVariable("KONTOR_SOURCE_DIR") + u"/services"_s);
    QStringList found;
    const auto folders = services.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &folder : folders) {
        QFile topic(services.filePath(u"%1/%1_topic.h"_s.arg(folder)));
        if (!topic.open(QIODevice::ReadOnly))
            continue;
        static const QRegularExpression type(u"const char \\*type = \"(\\w+)\""_s);
        auto matches = type.globalMatch(QString::fromUtf8(topic.readAll()));
        while (matches.hasNext())
            found.append(matches.next().captured(1));
    }
    tested.sort();
    found.sort();
    QCOMPARE(tested, found);
}

void CodecTest::everyEventIsWrittenCanonically()
{
    forEveryEvent(50, [](const auto &event) {
        const QByteArray bytes = encode(event);
        QCOMPARE(bytes, asQtWritesIt(bytes));
    });
}

void CodecTest::everyEventComesBackAsItWas()
{
    forEveryEvent(200, []<class E>(const E &event) {
        const auto back = decodeExactly<E>(encode(event));
        QVERIFY2(back, errorText(back));
        QVERIFY2(*back == event, encode(event));
    });
}

void CodecTest::everyEnvelopeIsWrittenCanonicallyAndComesBack()
{
    Filler filler(2);
    forEveryEvent(20, [&]<class E>(const E &event) {
        auto envelope = filler.filled<Envelope<E>>();
        envelope.data = event;
        const QByteArray bytes = encode(envelope);
        QCOMPARE(bytes, asQtWritesIt(bytes));
        const auto back = decodeExactly<Envelope<E>>(bytes);
        QVERIFY2(back, errorText(back));
        QVERIFY(back->data == event);
        QCOMPARE(encode(*back), bytes);
    });
}

void CodecTest::aMissingFieldKeepsItsDefault()
{
    forEveryEvent(5, []<class E>(const E &event) {
        const auto object = QJsonDocument::fromJson(encode(event)).object();
        const auto defaults = QJsonDocument::fromJson(encode(E{})).object();
        const auto keys = object.keys();
        for (const QString &key : keys) {
            auto shorter = object;
            shorter.remove(key);
            const auto older = decodeExactly<E>(canonical(shorter));
            QVERIFY2(older, errorText(older));
            auto expected = object;
            expected[key] = defaults[key];
            QCOMPARE(encode(*older), canonical(expected));
        }
        QVERIFY(*decode<E>("{}") == E{});
    });
}

void CodecTest::anUnknownFieldIsRefused()
{
    forEveryEvent(1, []<class E>(const E &event) {
        auto object = QJsonDocument::fromJson(encode(event)).object();
        for (const auto *key : {"a", "m", "zz"}) {
            auto longer = object;
            longer[QLatin1String(key)] = 1;
            QVERIFY(!decodeExactly<E>(canonical(longer)));
        }
    });
}

void CodecTest::cutOffAtAnyByteItIsRefused()
{
    forEveryEvent(5, []<class E>(const E &event) {
        const QByteArray bytes = encode(event);
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            const auto read = decodeExactly<E>(bytes.first(size));
            QVERIFY2(!read, bytes.first(size));
            QVERIFY(read.error().is(CodecError::Malformed));
        }
        QVERIFY(!decodeExactly<E>(bytes + ' '));
        QVERIFY(!decodeExactly<E>(bytes + '}'));
    });
}

void CodecTest::damagedBytesAreRefusedOrReadAsSomethingSound()
{
    std::mt19937_64 random(3);
    forEveryEvent(20, [&]<class E>(const E &event) {
        const QByteArray bytes = encode(event);
        for (int i = 0; i < 500; ++i) {
            QByteArray damaged = bytes;
            for (auto changes = 1 + random() % 3; changes > 0 && !damaged.isEmpty(); --changes) {
                const auto at = qsizetype(random() % quint64(damaged.size()));
                switch (random() % 5) {
                case 0:
                    damaged[at] = char(random());
                    break;
                case 1:
                    damaged[at] = "{}[]\",:\\0u-e."[random() % 13];
                    break;
                case 2:
                    damaged.remove(at, qsizetype(1 + random() % 8));
                    break;
                case 3:
                    damaged.insert(at,
                                   damaged.mid(qsizetype(random() % quint64(damaged.size())), 9));
                    break;
                default:
                    damaged[at] = char(damaged[at] ^ (1 << random() % 8));
                }
            }
            const auto read = decodeExactly<E>(damaged);
            if (!read)
                continue;
            const auto again = decodeExactly<E>(encode(*read));
            QVERIFY2(again && *again == *read, damaged);
        }
    });
}

void CodecTest::whatIsNotCanonicalIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray id = "\"018f2c5e-7b6a-7c3d-8e4f-5a6b7c8d9e0f\"";
    const auto row = [](const char *name, const QByteArray &bytes) {
        QTest::newRow(name) << bytes;
    };
    row("nothing", "");
    row("no object", "[]");
    row("not JSON", "garbage");
    row("a space", "{ \"amount\":[1,\"EUR\"]}");
    row("fields out of order", "{\"kind\":\"Cash\",\"amount\":[1,\"EUR\"]}");
    row("a field twice", "{\"kind\":\"Cash\",\"kind\":\"Cash\"}");
    row("a comma too many", "{\"amount\":[1,\"EUR\"],}");
    row("a comma at the front", "{,\"kind\":\"Cash\"}");
    row("an amount with a fraction", "{\"amount\":[1.5,\"EUR\"]}");
    row("an amount with an exponent", "{\"amount\":[1e3,\"EUR\"]}");
    row("an amount that does not fit", "{\"amount\":[9223372036854775808,\"EUR\"]}");
    row("an amount with a plus", "{\"amount\":[+1,\"EUR\"]}");
    row("an amount as text", "{\"amount\":[\"1\",\"EUR\"]}");
    row("an amount without currency", "{\"amount\":[1]}");
    row("an unknown currency", "{\"amount\":[1,\"DEM\"]}");
    row("an unknown name", "{\"kind\":\"Barter\"}");
    row("a number for a name", "{\"kind\":0}");
    row("null", "{\"kind\":null}");
    row("an id that is too short", "{\"id\":" + id.chopped(2) + "\"}");
    row("an id with another letter", "{\"id\":" + QByteArray(id).replace("c", "g") + "}");
    row("an id with quotes in it", "{\"id\":" + QByteArray(id).replace("c5", "\"\"") + "}");
    row("an id in capitals", "{\"id\":" + id.toUpper() + "}");
    row("an id with hyphens elsewhere", "{\"id\":" + QByteArray(id).replace("e-7", "-e7") + "}");
}

void CodecTest::whatIsNotCanonicalIsRefused()
{
    QFETCH(QByteArray, bytes);
    const auto read = decodeExactly<Tender>(bytes);
    QVERIFY(!read);
    QVERIFY(read.error().is(CodecError::Malformed));

    // The same in a text, a truth and a number.
    for (const QByteArray &text :
         {"\"\\x\""_ba, "\"\\u00\""_ba, "\"\\u-001\""_ba, "\"\\u00e9\""_ba, "\"\\"_ba, "\"a"_ba})
        QVERIFY2(!decodeExactly<QString>(text), text);
    for (const QByteArray &truth : {"tru"_ba, "True"_ba, "1"_ba, "falsee"_ba})
        QVERIFY2(!decodeExactly<bool>(truth), truth);
    QVERIFY(!decodeExactly<int>("2147483648"));
    QVERIFY(!decodeExactly<int>("-"));
}

void CodecTest::aLoneSurrogateBecomesAQuestionMark()
{
    const QString torn = u"a"_s + QChar(0xd83d) + u"b"_s;
    const QByteArray bytes = encode(torn);
    const auto back = decodeExactly<QString>(bytes);
    QVERIFY2(back, errorText(back));
    QCOMPARE(encode(*back), bytes);
    QCOMPARE(*back, QString::fromUtf8(torn.toUtf8()));
}

void CodecTest::numbersKeepAllTheirDigits()
{
    for (const qint64 number :
         {std::numeric_limits<qint64>::min(), qint64(-1), qint64(0), qint64(9'007'199'254'740'993),
          std::numeric_limits<qint64>::max()}) {
        const QByteArray bytes = encode(number);
        QCOMPARE(bytes, QByteArray::number(number));
        QCOMPARE(*decodeExactly<qint64>(bytes), number);
    }
    QCOMPARE(*decode<QList<QString>>(encode(QList<QString>{u"a"_s, u""_s})),
             (QList<QString>{u"a"_s, u""_s}));
    QCOMPARE(*decode<QList<int>>("[]"), QList<int>());
    QVERIFY(!decode<QList<int>>("[1,]"));
    QVERIFY(!decode<QList<int>>("[1"));
    QVERIFY(!decode<QList<int>>("[,1]"));
}

QTEST_APPLESS_MAIN(CodecTest)
#include "codec_test.moc"
