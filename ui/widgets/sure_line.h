// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

#include <functional>

class QLabel;
class QPushButton;

namespace kontor {

//! Says in place what would come of something that cannot be undone, and asks whether it is meant.
//! Takes no room while nothing is asked.
class SureLine : public QFrame
{
    Q_OBJECT
public:
    //! The controls are named after their place: "orderSureYes".
    explicit SureLine(const QString &place, QWidget *parent = nullptr);

    void ask(const QString &text, const QString &yes, std::function<void()> act);
    //! The focus goes back to where it was. Answers whether it was asking.
    bool withdraw();

private:
    QLabel *m_text;
    QPushButton *m_yes;
    QPushButton *m_no;
    std::function<void()> m_act;
    QPointer<QWidget> m_before; //!< had the focus when this was asked
};

} // namespace kontor
