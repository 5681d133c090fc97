// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cart_session.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace kontor {

class Segments;

//! How the goods of a cart reach the customer, and when; and whether that may wait for goods.
class FulfilmentPanel : public QWidget
{
    Q_OBJECT
public:
    explicit FulfilmentPanel(CartSession &session, QWidget *parent = nullptr);

    //! From counter to pickup to delivery, and around.
    void next();
    //! An order that would fail for want of goods waits for them from now on, or does not.
    void changeWaiting();
    void setOpen(bool open);

Q_SIGNALS:
    void dayWanted();

private:
    void build();
    static Segments *fulfilmentChoice();
    static Segments *waitingChoice();
    void refresh();
    void showWaiting(bool counter);

    CartSession &m_session;
    Segments *m_fulfilment;
    QPushButton *m_day;
    QLabel *m_collectBy;
    QLabel *m_shortage;
    Segments *m_waiting;
};

} // namespace kontor
