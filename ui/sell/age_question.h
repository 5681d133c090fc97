// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cart_session.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace kontor {

//! Asks in the cart whether the customer is old enough for what lies in it; takes no room while
//! that is known. Scanning goes on meanwhile.
class AgeQuestion : public QFrame
{
    Q_OBJECT
public:
    explicit AgeQuestion(CartSession &session, QWidget *parent = nullptr);

    bool isAsking() const;
    void confirm();
    //! The goods leave the cart.
    void refuse();
    //! The next Enter says yes.
    void takeFocus();

Q_SIGNALS:
    void answered();

private:
    void build();
    void refresh();

    CartSession &m_session;
    QLabel *m_question;
    QLabel *m_born;
    QPushButton *m_no;
    QPushButton *m_yes;
};

} // namespace kontor
