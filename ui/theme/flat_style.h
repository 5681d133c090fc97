// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace kontor {

//! Fusion, without the frame in its buttons, and without the gradient of its combo boxes, which a
//! style sheet cannot take away without taking their arrow as well.
class FlatStyle : public QProxyStyle
{
    Q_OBJECT
public:
    FlatStyle();

    //! Enter presses whatever button has the focus, as in a dialog.
    void polish(QWidget *widget) override;
    //! A button with the focus has a ring of its own.
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
};

} // namespace kontor
