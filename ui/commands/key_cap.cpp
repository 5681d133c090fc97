// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/key_cap.h"

#include "ui/widgets/named.h"

#include <QAction>

namespace kontor {

KeyCap::KeyCap(const QString &command, QWidget *parent) : QLabel(parent), m_command(command)
{
    setTextFormat(Qt::PlainText);
    inRole(this, "key");
}

void KeyCap::showEvent(QShowEvent *event)
{
    QLabel::showEvent(event);
    if (m_action)
        return;
    m_action = window()->findChild<QAction *>(m_command);
    if (!m_action)
        return;
    const auto tell = [this] {
        setText(m_action->shortcut().toString(QKeySequence::NativeText));
        setVisible(!text().isEmpty());
    };
    connect(m_action, &QAction::changed, this, tell);
    tell();
}

} // namespace kontor
