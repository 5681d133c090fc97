// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/flat_style.h"

#include "ui/theme/tokens.h"

#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOptionComboBox>

namespace kontor {

using namespace Qt::StringLiterals;

FlatStyle::FlatStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

void FlatStyle::polish(QWidget *widget)
{
    if (auto *button = qobject_cast<QPushButton *>(widget))
        button->setAutoDefault(true);
    QProxyStyle::polish(widget);
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                              QPainter *painter, const QWidget *widget) const
{
    if (element != PE_FrameFocusRect || !qobject_cast<const QPushButton *>(widget))
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control != CC_ComboBox || !box || box->editable)
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    const QPalette &palette = box->palette;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(
        palette.color(box->state & State_HasFocus ? QPalette::Highlight : QPalette::Mid));
    painter->setBrush(palette.color(QPalette::Base));
    constexpr qreal half = 0.5;
    painter->drawRoundedRect(QRectF(box->rect).adjusted(half, half, -half, -half), metrics::radius,
                             metrics::radius);
    painter->restore();
    QStyleOption arrow(*box);
    const QRect place = subControlRect(CC_ComboBox, box, SC_ComboBoxArrow, widget);
    arrow.rect = QRect({}, QSize(metrics::inside, metrics::inside));
    arrow.rect.moveCenter(place.center());
    drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
}

} // namespace kontor
