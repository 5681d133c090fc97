// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checkout.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace kontor {

class CardWaiting;
class CashKeys;
class MessageLine;
class RefundWay;
class SumLabel;
class SureLine;
class TenderList;

//! Where a cart is paid, in the place of the product list.
class PayPage : public QWidget
{
    Q_OBJECT
public:
    explicit PayPage(const ShopAccess &access, QWidget *parent = nullptr);

    void begin(const Cart &cart, const Money &total, const QString &customerName);
    //! One step back: the last tender is given back, or the page is left.
    void back();
    //! What was typed, or else the whole rest.
    void payByCard();
    const Checkout &checkout() const { return m_checkout; }

Q_SIGNALS:
    void ordered();
    void left();
    //! The cart's tenders changed.
    void cartTouched();

private:
    void build();
    void connectCheckout();
    QWidget *buildHead();
    QWidget *buildSums();
    QWidget *buildCounter();
    QWidget *buildLater();
    QWidget *buildBusy();
    QWidget *buildTaken();
    void showStep();
    void showLater();
    void showTaken();
    QString refusalText() const;
    QString takenBackText(const Tender &tender) const;
    void showToPay();
    void showWay();
    void showChange();
    std::optional<Money> received() const;
    void takeCash();

    Checkout m_checkout;
    bool m_leaving = false; //!< what was noted is being taken back, then the page is left
    QLabel *m_title;
    QLabel *m_whom;
    QLabel *m_toPayTitle;
    SumLabel *m_toPay;
    QLineEdit *m_received;
    SumLabel *m_change;
    QWidget *m_sums = nullptr;
    TenderList *m_tenders;
    MessageLine *m_message;
    SureLine *m_sure;
    QStackedWidget *m_ways;
    CardWaiting *m_waiting;
    RefundWay *m_refund;
    QWidget *m_counter = nullptr;
    QWidget *m_later = nullptr;
    QWidget *m_busy = nullptr;
    QWidget *m_taken = nullptr;
    CashKeys *m_keys = nullptr;
    QPushButton *m_card = nullptr;
    QPushButton *m_savedCard = nullptr;
    QPushButton *m_saveCard = nullptr;
    QPushButton *m_link = nullptr;
    QLabel *m_laterNote = nullptr;
    QLabel *m_busyText = nullptr;
    QLabel *m_takenText = nullptr;
    QPushButton *m_finish = nullptr;
};

} // namespace kontor
