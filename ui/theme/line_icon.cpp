// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/line_icon.h"

#include "ui/theme/tokens.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace kontor {

namespace {

//! In a square of 20 units.
QPainterPath outline(LineIcon icon)
{
    QPainterPath path;
    switch (icon) {
    case LineIcon::Cart:
        path.moveTo(2, 3.5);
        path.lineTo(4.5, 3.5);
        path.lineTo(7, 12.5);
        path.lineTo(15.5, 12.5);
        path.lineTo(17.5, 6);
        path.lineTo(5.3, 6);
        path.addEllipse(QPointF(8, 16), 1.3, 1.3);
        path.addEllipse(QPointF(14.5, 16), 1.3, 1.3);
        break;
    case LineIcon::Paper:
        path.addRoundedRect(QRectF(4.5, 2.5, 11, 15), 1.5, 1.5);
        path.moveTo(7.5, 7);
        path.lineTo(12.5, 7);
        path.moveTo(7.5, 10);
        path.lineTo(12.5, 10);
        path.moveTo(7.5, 13);
        path.lineTo(10.5, 13);
        break;
    case LineIcon::Search:
        path.addEllipse(QPointF(8.5, 8.5), 5.5, 5.5);
        path.moveTo(12.6, 12.6);
        path.lineTo(17, 17);
        break;
    case LineIcon::Sliders:
        for (const auto &[y, knob] :
             {std::pair(5.0, 12.5), std::pair(10.0, 6.5), std::pair(15.0, 11.0)}) {
            path.moveTo(3, y);
            path.lineTo(knob - 2, y);
            path.addEllipse(QPointF(knob, y), 2, 2);
            path.moveTo(knob + 2, y);
            path.lineTo(17, y);
        }
        break;
    case LineIcon::Person:
        path.addEllipse(QPointF(10, 6.5), 3.5, 3.5);
        path.moveTo(3.5, 17.5);
        path.cubicTo(3.5, 10.5, 16.5, 10.5, 16.5, 17.5);
        path.closeSubpath();
        break;
    case LineIcon::Drawer:
        path.addRoundedRect(QRectF(2.5, 9.5, 15, 7), 1.5, 1.5);
        path.moveTo(8, 13);
        path.lineTo(12, 13);
        path.moveTo(5, 9.5);
        path.lineTo(5, 3.5);
        path.lineTo(15, 3.5);
        path.lineTo(15, 9.5);
        break;
    }
    return path;
}

class LineIconEngine final : public QIconEngine
{
public:
    explicit LineIconEngine(LineIcon icon) : m_icon(icon) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State state) override
    {
        constexpr qreal units = 20;
        const Tokens &tokens = tokensOf(QGuiApplication::palette());
        QPen pen(state == QIcon::On ? tokens.accent : tokens.muted, 1.4);
        pen.setCapStyle(Qt::RoundCap);
        pen.setJoinStyle(Qt::RoundJoin);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / units, rect.height() / units);
        painter->strokePath(outline(m_icon), pen);
        painter->restore();
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    QIconEngine *clone() const override { return new LineIconEngine(m_icon); }

private:
    LineIcon m_icon;
};

} // namespace

QIcon lineIcon(LineIcon icon) { return QIcon(new LineIconEngine(icon)); }

} // namespace kontor
