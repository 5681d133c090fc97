// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace kontor {

class MessageLine;
class PaperRow;

//! The last receipt of this till, as it prints, to be printed once more.
class ReceiptPanel : public QFrame
{
    Q_OBJECT
public:
    explicit ReceiptPanel(const ShopAccess &access, QWidget *parent = nullptr);

    //! Looks for the last sale.
    void start();

Q_SIGNALS:
    void left();

private:
    void build();
    void look(OrderId order);
    void showPaper(const QByteArray &bytes);
    void print();

    const ShopAccess &m_access;
    OrderId m_order;
    QLabel *m_paper;
    MessageLine *m_message;
    PaperRow *m_papers;
    QPushButton *m_print;
};

} // namespace kontor
