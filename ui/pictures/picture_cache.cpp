// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures/picture_cache.h"

#include <QDir>
#include <QImageReader>

namespace kontor {

namespace {

QImage readPicture(const QString &file, const QSize &size)
{
    QImageReader reader(file);
    reader.setAutoTransform(true);
    const QSize whole = reader.size();
    const int longest = std::max(whole.width(), whole.height());
    if (!whole.isValid() || longest > PictureCache::longestSide)
        return {};
    if (whole.width() > size.width() || whole.height() > size.height())
        reader.setScaledSize(whole.scaled(size, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace

PictureCache::PictureCache(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_kept(keptBytes)
{
    m_readers.setMaxThreadCount(1);
}

PictureCache::~PictureCache()
{
    m_readers.clear();
    m_readers.waitForDone();
}

QImage PictureCache::picture(const QString &name, const QSize &size)
{
    if (name.isEmpty() || m_folder.isEmpty() || size.isEmpty())
        return {};
    const Key key{name, size};
    if (const QImage *kept = m_kept.object(key))
        return *kept;
    if (m_reading.contains(key))
        return {};
    m_reading.insert(key);
    m_readers.start([this, key, file = QDir(m_folder).filePath(name)] {
        const QImage image = readPicture(file, key.size);
        QMetaObject::invokeMethod(this, [this, key, image] { take(key, image); });
    });
    return {};
}

void PictureCache::take(const Key &key, const QImage &image)
{
    m_reading.remove(key);
    m_kept.insert(key, new QImage(image), std::max<qsizetype>(1, image.sizeInBytes()));
    Q_EMIT ready(key.name);
}

} // namespace kontor
