// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"

#include <QWidget>

class QPushButton;

namespace kontor {

class MessageLine;

//! When the books were last compared with the payment system, what came of it, and a button that
//! compares them now.
class BooksComparison : public QWidget
{
    Q_OBJECT
public:
    explicit BooksComparison(const ShopAccess &access, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void compare();
    void look();
    void tell(const Reconciliation &last);

    const ShopAccess m_access;
    QPushButton *m_compare;
    MessageLine *m_outcome;
};

} // namespace kontor
