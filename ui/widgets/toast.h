// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace kontor {

//! Says for a few seconds what was just done, and offers to take it back. It never takes the focus:
//! whoever goes on working need not look at it.
class Toast : public QFrame
{
    Q_OBJECT
public:
    //! Lies at the lower edge of its parent.
    explicit Toast(QWidget *parent);

    void say(const QString &text, const QString &action, std::function<void()> act);
    void dismiss();

    static constexpr int shownMs = 6000;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QLabel *m_text;
    QPushButton *m_action;
    std::function<void()> m_act;
    QTimer m_time;
};

} // namespace kontor
