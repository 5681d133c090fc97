// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/self_service.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace kontor {

//! The customer's cart: each line with − and +, and the way to pay.
class KioskCart : public QFrame
{
    Q_OBJECT
public:
    explicit KioskCart(SelfService &sale, QWidget *parent = nullptr);

Q_SIGNALS:
    void payWanted();
    void startOverWanted();

private:
    void showLines();
    QWidget *row(const OrderedLine &line);

    SelfService &m_sale;
    QVBoxLayout *m_rows;
    QLabel *m_empty;
    QLabel *m_total;
    QPushButton *m_pay;
};

} // namespace kontor
