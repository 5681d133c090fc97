// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/shift.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace kontor {

//! Counts the drawer: how many of each note and coin, and an amount for every other tender.
class CountForm : public QWidget
{
    Q_OBJECT
public:
    explicit CountForm(QWidget *parent = nullptr);

    //! Begins anew for this shift. blind: what should be there is not shown.
    void start(const ShiftReport &report, bool blind);
    //! What was typed; an error if that is no number.
    Result<ShiftCount> count() const;
    //! Goes to the first tender that has to be counted and was not; answers its name, or nothing.
    QString goToUncounted();
    //! There is a difference that has to be explained.
    void askForReason();

Q_SIGNALS:
    //! Enter in the last field.
    void finished();

private:
    struct Coin
    {
        Money value;
        QLineEdit *count;
        QLabel *sum;
    };
    struct Amount
    {
        TenderCount expected;
        QLineEdit *counted;
    };

    void build();
    void addCoins(Currency currency);
    void addAmounts(const ShiftReport &report);
    //! To the next field, as Enter does.
    void goOnFrom(QLineEdit *field);
    QLineEdit *field(const QString &objectName, const QString &name);
    Result<Money> countedCash() const;
    void showSums();

    QWidget *m_fields = nullptr;
    QGridLayout *m_grid = nullptr;
    QLineEdit *m_otherCash = nullptr;
    QLabel *m_counted;
    QLabel *m_expected;
    QLabel *m_difference;
    QLineEdit *m_reason;
    QList<QLineEdit *> m_order; //!< in which they are filled in
    QList<Coin> m_coins;
    QList<Amount> m_amounts;
    TenderCount m_cash;
    bool m_blind = false;
};

} // namespace kontor
