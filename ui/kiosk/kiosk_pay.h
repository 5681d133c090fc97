// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/self_service.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace kontor {

class MessageLine;
class Segments;

//! Where the customer chooses how the sale ends, and follows the card.
class KioskPay : public QWidget
{
    Q_OBJECT
public:
    explicit KioskPay(SelfService &sale, QWidget *parent = nullptr);

    void start();

Q_SIGNALS:
    void left();

private:
    void build();
    void showStep();
    void showWaiting();
    void finish(SelfService::Way way);

    SelfService &m_sale;
    QLabel *m_total;
    QLabel *m_waiting;
    MessageLine *m_message;
    Segments *m_fulfilment;
    QPushButton *m_card;
    QPushButton *m_till;
    QPushButton *m_back;
    QPushButton *m_giveUp;
};

} // namespace kontor
