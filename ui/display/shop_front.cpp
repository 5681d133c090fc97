// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/display/shop_front.h"

#include "ui/theme/tokens.h"

#include <QFileInfo>
#include <QPainter>
#include <QPainterPath>

namespace kontor {

namespace {

// Parts of the whole height.
constexpr int awningPart = 5;
constexpr int namePart = 8;
constexpr int bandPart = 6;
constexpr int stripes = 11;

//! As large as fits into the width, and no larger than so many pixels.
QFont fitted(QFont font, const QString &text, int pixels, int width)
{
    font.setPixelSize(std::max(1, pixels));
    const int wanted = QFontMetrics(font).horizontalAdvance(text);
    if (wanted > width && wanted > 0)
        font.setPixelSize(std::max(1, pixels * width / wanted));
    return font;
}

} // namespace

ShopFront::ShopFront(const QString &shopName, QWidget *parent) : QWidget(parent), m_name(shopName)
{
    setObjectName(QStringLiteral("shopFront"));
    setAccessibleName(shopName);
}

void ShopFront::setPicture(const QString &file)
{
    const QFileInfo info(file);
    m_file = file.isEmpty() ? QString() : info.fileName();
    m_pictures = m_file.isEmpty() ? nullptr : std::make_unique<PictureCache>(info.absolutePath());
    if (m_pictures)
        connect(m_pictures.get(), &PictureCache::ready, this, qOverload<>(&QWidget::update));
    update();
}

void ShopFront::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const Tokens &tokens = tokensOf(palette());
    painter.fillRect(rect(), tokens.surface);
    const qreal ratio = devicePixelRatioF();
    const QImage image = m_pictures ? m_pictures->picture(m_file, size() * ratio) : QImage();
    if (image.isNull()) {
        drawAwning(painter, height() / awningPart);
        drawName(painter, rect().adjusted(0, height() / awningPart, 0, 0));
        return;
    }
    const QSizeF shown = QSizeF(image.size()) / ratio;
    painter.drawImage(
        QRectF(QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2), shown),
        image);
    const QRect band = rect().adjusted(0, height() - height() / bandPart, 0, 0);
    painter.fillRect(band, tokens.surface);
    drawName(painter, band);
}

void ShopFront::drawAwning(QPainter &painter, int height) const
{
    const Tokens &tokens = tokensOf(palette());
    const qreal wide = qreal(width()) / stripes;
    for (int i = 0; i < stripes; ++i) {
        QPainterPath stripe;
        const QRectF cloth(i * wide, 0, wide, height - wide / 2);
        stripe.addRect(cloth);
        stripe.addEllipse(QRectF(cloth.left(), cloth.bottom() - wide / 2, wide, wide));
        stripe.setFillRule(Qt::WindingFill);
        painter.fillPath(stripe, i % 2 == 0 ? tokens.accent : tokens.selected);
    }
}

void ShopFront::drawName(QPainter &painter, const QRect &place) const
{
    const Tokens &tokens = tokensOf(palette());
    const QRect inner = place.adjusted(metrics::page, 0, -metrics::page, 0);
    QFont bold = font();
    bold.setWeight(QFont::Bold);
    const int pixels = std::min(height() / namePart, place.height() / 2);
    painter.setFont(fitted(bold, m_name, pixels, inner.width()));
    painter.setPen(tokens.text);
    painter.drawText(inner, Qt::AlignCenter, m_name);
}

} // namespace kontor
