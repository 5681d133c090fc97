// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scrolled.h"

#include <QEvent>
#include <QScrollBar>

namespace kontor {

Scrolled::Scrolled(QWidget *content, QWidget *parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    // QScrollArea makes both paint the window's colour; what lies below should show instead.
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

QSize Scrolled::minimumSizeHint() const
{
    const int bar = verticalScrollBar()->isVisible() ? verticalScrollBar()->width() : 0;
    return {widget()->minimumSizeHint().width() + bar, QScrollArea::minimumSizeHint().height()};
}

bool Scrolled::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

} // namespace kontor
