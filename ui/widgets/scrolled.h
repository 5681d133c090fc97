// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace kontor {

//! A place for what may be higher than a small screen: it scrolls without a frame or the focus, and
//! follows the focus of what is in it. It asks for the whole width of that.
class Scrolled : public QScrollArea
{
    Q_OBJECT
public:
    explicit Scrolled(QWidget *content, QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace kontor
