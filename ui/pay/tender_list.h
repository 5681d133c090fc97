// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checkout.h"

#include <QFrame>

class QGridLayout;

namespace kontor {

//! The account of a cart that is paid in parts, or whose sum the smallest coin rounds: what it
//! comes to, and each tender with its state, which can be taken back. Takes no room where there is
//! nothing to account for.
class TenderList : public QFrame
{
    Q_OBJECT
public:
    explicit TenderList(QWidget *parent = nullptr);

    void showTenders(const Checkout &checkout);

Q_SIGNALS:
    void takeBackWanted(kontor::TenderId tender);

private:
    void clear();
    void addSum(const QString &name, const QString &objectName, const Money &amount);
    void addTender(const TenderRow &row, bool removable);

    QGridLayout *m_grid;
    int m_rows = 0;
    int m_tenders = 0;
};

} // namespace kontor
