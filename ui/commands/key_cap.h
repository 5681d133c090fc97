// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

class QAction;

namespace kontor {

//! Shows the first key of a command, whichever it is now.
class KeyCap : public QLabel
{
    Q_OBJECT
public:
    explicit KeyCap(const QString &command, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QString m_command;
    const QAction *m_action = nullptr;
};

} // namespace kontor
