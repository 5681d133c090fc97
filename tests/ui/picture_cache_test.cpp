// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures/picture_cache.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

namespace kontor {

using namespace Qt::StringLiterals;

class PictureCacheTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPictureIsReadOnceForASize();
    void whatIsNoPictureIsNone_data();
    void whatIsNoPictureIsNone();
    void aHugePictureIsNotDecoded();

private:
    QTemporaryDir m_folder;
};

void PictureCacheTest::aPictureIsReadOnceForASize()
{
    QImage drawn(400, 200, QImage::Format_RGB32);
    drawn.fill(Qt::darkGreen);
    QVERIFY(drawn.save(m_folder.filePath(u"green.png"_s)));
    PictureCache cache(m_folder.path());
    QSignalSpy ready(&cache, &PictureCache::ready);
    QVERIFY(cache.picture(u"green.png"_s, {64, 64}).isNull());
    QVERIFY(cache.picture(u"green.png"_s, {64, 64}).isNull());
    QTRY_COMPARE(ready.count(), 1);
    const QImage shown = cache.picture(u"green.png"_s, {64, 64});
    QCOMPARE(shown.size(), QSize(64, 32));
    QCOMPARE(shown.pixelColor(30, 10), QColor(Qt::darkGreen));
    QVERIFY(cache.picture(u"green.png"_s, {32, 32}).isNull());
    QTRY_COMPARE(ready.count(), 2);
}

void PictureCacheTest::whatIsNoPictureIsNone_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("not there") << u"nothing.png"_s << QByteArray();
    QTest::newRow("no picture") << u"text.png"_s << QByteArray("<html>");
    QTest::newRow("cut off") << u"cut.png"_s << QByteArray::fromHex("89504e470d0a1a0a0000000d4948");
}

void PictureCacheTest::whatIsNoPictureIsNone()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    if (!content.isEmpty()) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    PictureCache cache(m_folder.path());
    QSignalSpy ready(&cache, &PictureCache::ready);
    QVERIFY(cache.picture(name, {64, 64}).isNull());
    QTRY_COMPARE(ready.count(), 1);
    // It is not read again and again.
    QVERIFY(cache.picture(name, {64, 64}).isNull());
    QCoreApplication::sendPostedEvents();
    QCOMPARE(ready.count(), 1);
}

void PictureCacheTest::aHugePictureIsNotDecoded()
{
    // A BMP says its size in its head; the pixels need not be there to be waited for.
    QByteArray head(54, 0);
    head.replace(0, 2, "BM");
    qToLittleEndian<quint32>(54, head.data() + 10);
    qToLittleEndian<quint32>(40, head.data() + 14);
    qToLittleEndian<qint32>(50'000, head.data() + 18);
    qToLittleEndian<qint32>(50'000, head.data() + 22);
    qToLittleEndian<quint16>(1, head.data() + 26);
    qToLittleEndian<quint16>(24, head.data() + 28);
    QFile file(m_folder.filePath(u"huge.bmp"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(head) == head.size());
    file.close();
    PictureCache cache(m_folder.path());
    QSignalSpy ready(&cache, &PictureCache::ready);
    QVERIFY(cache.picture(u"huge.bmp"_s, {64, 64}).isNull());
    QTRY_COMPARE(ready.count(), 1);
    QVERIFY(cache.picture(u"huge.bmp"_s, {64, 64}).isNull());
}

} // namespace kontor

QTEST_MAIN(kontor::PictureCacheTest)

#include "picture_cache_test.moc"
