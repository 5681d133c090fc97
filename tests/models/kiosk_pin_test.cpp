// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/kiosk_pin.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace kontor {

using namespace Qt::StringLiterals;

//! The door out of self-service.
class KioskPinTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_file = m_folder.filePath(u"window.ini"_s);
        QFile::remove(m_file);
    }
    void whatIsKeptIsNotThePin();
    void onlyDigitsAreAPin_data();
    void onlyDigitsAreAPin();
    void eachWrongOneMakesTheNextWaitLonger();
    void withoutAPinNoneIsRight();

private:
    struct StoppedClock final : Clock
    {
        Timestamp at{1'000'000};
        Timestamp now() const override { return at; }
    };

    QTemporaryDir m_folder;
    QString m_file;
    StoppedClock m_clock;
};

void KioskPinTest::whatIsKeptIsNotThePin()
{
    QVERIFY(!KioskPin::isSet(m_file));
    QVERIFY(bool(KioskPin::keep(m_file, u"47114711"_s)));
    QVERIFY(KioskPin::isSet(m_file));
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray kept = file.readAll();
    QVERIFY(kept.contains("argon2id"));
    QVERIFY(!kept.contains("47114711"));
}

void KioskPinTest::onlyDigitsAreAPin_data()
{
    QTest::addColumn<QString>("pin");
    QTest::newRow("nothing") << QString();
    QTest::newRow("too short") << u"123"_s;
    QTest::newRow("too long") << u"1234567890123"_s;
    QTest::newRow("a letter") << u"12a4"_s;
    QTest::newRow("digits that no pad has") << u"１２３４"_s;
}

void KioskPinTest::onlyDigitsAreAPin()
{
    QFETCH(const QString, pin);
    const auto kept = KioskPin::keep(m_file, pin);
    QVERIFY(!kept && kept.error().is(PinError::BadPin));
    QVERIFY(!KioskPin::isSet(m_file));
}

void KioskPinTest::eachWrongOneMakesTheNextWaitLonger()
{
    QVERIFY(bool(KioskPin::keep(m_file, u"4711"_s)));
    KioskPin pin(m_file, m_clock);
    QSignalSpy right(&pin, &KioskPin::right);
    QSignalSpy wrong(&pin, &KioskPin::wrong);
    for (int tries = 1; tries <= 12; ++tries) {
        pin.tryOut(u"0000"_s);
        QTRY_COMPARE(wrong.count(), tries);
        const qint64 wait = std::min<qint64>(1000 << (tries - 1), KioskPin::longestWaitMs);
        QCOMPARE(pin.waitMs(), wait);
        // The right one, too, is looked at only then.
        pin.tryOut(u"4711"_s);
        m_clock.at.ms += wait;
    }
    QCOMPARE(pin.waitMs(), 0);
    pin.tryOut(u"4711"_s);
    QTRY_COMPARE(right.count(), 1);
    pin.tryOut(u"0000"_s);
    QTRY_COMPARE(wrong.count(), 13);
    QCOMPARE(pin.waitMs(), 1000);
    QCOMPARE(right.count(), 1);
}

void KioskPinTest::withoutAPinNoneIsRight()
{
    KioskPin pin(m_file, m_clock);
    QSignalSpy wrong(&pin, &KioskPin::wrong);
    pin.tryOut(u"4711"_s);
    QTRY_COMPARE(wrong.count(), 1);
}

} // namespace kontor

QTEST_MAIN(kontor::KioskPinTest)

#include "kiosk_pin_test.moc"
