// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/money.h"

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace kontor {

//! The keys of a till: sums that customers hand over, and digits.
class CashKeys : public QWidget
{
    Q_OBJECT
public:
    explicit CashKeys(QWidget *parent = nullptr);

    void setDue(const Money &due);

Q_SIGNALS:
    void quick(const kontor::Money &sum);
    void typed(const QString &text);
    void erased();

private:
    void addDigits(QGridLayout *grid);

    QList<Money> m_sums;
    QList<QPushButton *> m_quick;
};

} // namespace kontor
