// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cart_session.h"

#include <QFrame>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace kontor {

class MessageLine;

//! Shows the cart: for whom, how it reaches them, its lines, what it comes to.
class CartPanel : public QFrame
{
    Q_OBJECT
public:
    explicit CartPanel(CartSession &session, QWidget *parent = nullptr);

    //! While it is being paid, the cart is only shown.
    void setPaying(bool paying);
    //! From counter to pickup to delivery, and around.
    void nextFulfilment();
    void showError(const Error &error);
    void clearError();
    void choosePosition(int lineNumber);
    //! Asks under which name the cart is to be put aside.
    void askHold();
    //! Answers whether it was asking.
    bool withdrawHold();
    void showHeld(int carts);

Q_SIGNALS:
    void customerWanted();
    void payWanted();
    void recallWanted();
    //! The name under which the cart was put aside was given, or not asked for any more.
    void holdAnswered();
    //! Something was typed that no line understands.
    void typed(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *buildFulfilment();
    QWidget *buildEditor();
    QWidget *buildTotals();
    QWidget *buildHold();
    void hold();
    void refresh();
    void showFulfilment(bool open);
    void showTaxes();
    void showEditor();
    int currentLine() const;
    Quantity currentQuantity() const;
    void setQuantity(Quantity quantity);
    void enterQuantity();
    bool lineKey(int key, const QString &text);

    CartSession &m_session;
    bool m_paying = false;
    QPushButton *m_customer;
    QButtonGroup *m_fulfilment;
    QLabel *m_collectBy;
    QTableView *m_lines;
    QWidget *m_editor;
    QLineEdit *m_quantity;
    MessageLine *m_message;
    QLabel *m_taxNames;
    QLabel *m_taxAmounts;
    QLabel *m_total;
    QWidget *m_holdEditor;
    QLineEdit *m_holdName;
    QPushButton *m_hold;
    QPushButton *m_held;
    QPushButton *m_pay;
};

} // namespace kontor
