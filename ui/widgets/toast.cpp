// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

#include <utility>

namespace kontor {

using namespace Qt::StringLiterals;

Toast::Toast(QWidget *parent)
    : QFrame(parent)
    , m_text(named(plainLabel(), u"toastText"_s, tr("What was just done")))
    , m_action(named(new QPushButton, u"toastAction"_s, tr("Take it back")))
{
    setObjectName(u"toast"_s);
    inRole(this, "toast");
    inRole(m_action, "toast");
    m_action->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::group, metrics::inside, metrics::inside, metrics::inside);
    layout->setSpacing(metrics::group);
    layout->addWidget(m_text);
    layout->addWidget(m_action);
    hide();
    m_time.setSingleShot(true);
    m_time.setInterval(shownMs);
    connect(&m_time, &QTimer::timeout, this, &Toast::dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const auto act = std::exchange(m_act, {});
        dismiss();
        if (act)
            act();
    });
    parent->installEventFilter(this);
}

void Toast::say(const QString &text, const QString &action, std::function<void()> act)
{
    m_text->setText(text);
    m_action->setText(action);
    m_act = std::move(act);
    adjustSize();
    place();
    show();
    raise();
    m_time.start();
}

void Toast::dismiss()
{
    m_time.stop();
    m_act = {};
    hide();
}

void Toast::place()
{
    const QRect room = parentWidget()->rect();
    setMaximumWidth(room.width() - 2 * metrics::page);
    move(room.center().x() - width() / 2, room.bottom() - height() - metrics::page);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace kontor
