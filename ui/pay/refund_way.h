// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checkout.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace kontor {

//! How a refund is given back: to the cards that had paid, and in cash.
class RefundWay : public QWidget
{
    Q_OBJECT
public:
    explicit RefundWay(QWidget *parent = nullptr);

    void showRefund(const Checkout &checkout);

Q_SIGNALS:
    void giveBackWanted();

private:
    QLabel *m_how;
    QPushButton *m_giveBack;
};

} // namespace kontor
