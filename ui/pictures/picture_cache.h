// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>

namespace kontor {

//! The pictures of products in the sizes that are shown. They are read beside the screen; a file
//! that is no picture, or a huge one, is as good as none.
class PictureCache : public QObject
{
    Q_OBJECT
public:
    //! Of the files in this folder; an empty one: there are none.
    explicit PictureCache(const QString &folder, QObject *parent = nullptr);
    ~PictureCache() override;

    //! No larger than so many pixels of the device. Null while it is read, or for ever; when it is
    //! there, ready() says so.
    QImage picture(const QString &name, const QSize &size);

    //! Of a file; a larger picture is not decoded.
    static constexpr int longestSide = 12'000;
    static constexpr qsizetype keptBytes = 32 * 1024 * 1024;

Q_SIGNALS:
    void ready(const QString &name);

private:
    struct Key
    {
        QString name;
        QSize size;
        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed)
        {
            return qHashMulti(seed, key.name, key.size.width(), key.size.height());
        }
    };
    void take(const Key &key, const QImage &image);

    QString m_folder;
    QCache<Key, QImage> m_kept; //!< null images: there is no such picture
    QSet<Key> m_reading;
    QThreadPool m_readers;
};

} // namespace kontor
