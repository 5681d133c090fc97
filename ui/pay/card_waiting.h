// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checkout.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace kontor {

class CallAnswer;

//! While a card has not been answered for: how it stands, and the ways out.
class CardWaiting : public QWidget
{
    Q_OBJECT
public:
    explicit CardWaiting(QWidget *parent = nullptr);

    void showCard(const TenderRow &card);

Q_SIGNALS:
    void askAgainWanted();
    void otherTenderWanted();
    //! What a person saw at the payment system.
    void answered(kontor::CallVerdict verdict, const QString &reference);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildAnswer();
    void build();

    TenderId m_card; //!< the one that is shown
    TenderRow::Standing m_standing = TenderRow::Standing::Asked;
    QBoxLayout *m_columns = nullptr;
    QLabel *m_title;
    QLabel *m_note;
    QPushButton *m_askAgain;
    QPushButton *m_other;
    CallAnswer *m_answer;
    QWidget *m_answerPart = nullptr;
};

} // namespace kontor
