// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictures/product_picture.h"

#include "ui/pictures/picture_cache.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QPainterPath>

namespace kontor {

namespace {

QString firstLetter(const QString &name)
{
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            return c.toUpper();
    }
    return {};
}

} // namespace

void drawProductPicture(QPainter *painter, const QRect &place, PictureCache &pictures,
                        const QString &picture, const QString &name, const Tokens &tokens)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QImage image = pictures.picture(picture, place.size() * ratio);
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath frame;
    frame.addRoundedRect(place, metrics::pictureRadius, metrics::pictureRadius);
    if (image.isNull()) {
        painter->fillPath(frame, tokens.raised);
        QFont font = painter->font();
        font.setPixelSize(std::max(1, place.height() * 2 / 5));
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(tokens.muted);
        painter->drawText(place, Qt::AlignCenter, firstLetter(name));
    } else {
        const QSizeF shown = QSizeF(image.size()) / ratio;
        const QPointF corner(place.x() + (place.width() - shown.width()) / 2,
                             place.y() + (place.height() - shown.height()) / 2);
        painter->setClipPath(frame);
        painter->drawImage(QRectF(corner, shown), image);
    }
    painter->restore();
}

} // namespace kontor
