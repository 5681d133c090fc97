// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/overlay.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/named.h"

#include <QApplication>
#include <QFrame>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace kontor {

Overlay::Overlay(const QString &objectName, int width, QWidget *parent)
    : QWidget(parent)
    , m_card(inRole(new QFrame, "overlay"))
    , m_layout(new QVBoxLayout(m_card))
{
    setObjectName(objectName);
    hide();
    m_card->setMaximumWidth(width);
    m_layout->setContentsMargins(metrics::group, metrics::group, metrics::group, metrics::group);
    m_layout->setSpacing(metrics::inside);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::page, 2 * metrics::page, metrics::page, 2 * metrics::page);
    layout->addStretch(1);
    layout->addWidget(m_card, 100);
    layout->addStretch(1);
    parent->installEventFilter(this);
}

void Overlay::open()
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    cover();
    show();
    raise();
}

void Overlay::close()
{
    if (!isVisible())
        return;
    hide();
    if (m_before)
        m_before->setFocus();
}

void Overlay::cover() { setGeometry(parentWidget()->rect()); }

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        cover();
    return QWidget::eventFilter(watched, event);
}

bool Overlay::focusNextPrevChild(bool next)
{
    QWidget *at = QApplication::focusWidget();
    if (!at || !isAncestorOf(at))
        at = this;
    for (QWidget *each = at;;) {
        each = next ? each->nextInFocusChain() : each->previousInFocusChain();
        if (each == at)
            return true;
        // What hands the focus on to the part that has it would lead nowhere.
        const bool takes = (each->focusPolicy() & Qt::TabFocus) && !each->focusProxy();
        if (isAncestorOf(each) && takes && each->isVisible() && each->isEnabled()) {
            each->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
}

void Overlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    // What the card does not know is not meant for the page behind it either.
    event->accept();
}

void Overlay::mousePressEvent(QMouseEvent *event)
{
    if (!m_card->geometry().contains(event->pos()))
        close();
}

void Overlay::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), tokensOf(palette()).veil);
}

} // namespace kontor
