// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cart_session.h"
#include "ui/widgets/ask_line.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace kontor {

class AgeQuestion;
class FulfilmentPanel;
class MessageLine;

//! Shows the cart: for whom, how it reaches them, its lines, what it comes to.
class CartPanel : public QFrame
{
    Q_OBJECT
public:
    explicit CartPanel(CartSession &session, QWidget *parent = nullptr);

    //! While it is being paid, the cart is only shown.
    void setPaying(bool paying);
    FulfilmentPanel &fulfilment() { return *m_fulfilment; }
    AgeQuestion &age() { return *m_age; }
    //! Neither paying nor frozen by what was paid.
    bool isOpen() const;
    void showError(const Error &error);
    void clearError();
    //! Stands there until something is in the cart.
    void tellLastSale(const Cart &sold);
    //! Says that the question of age must be answered first; the next Enter does.
    void insistOnAge();
    void choosePosition(int lineNumber);
    //! Asks under which name the cart is to be put aside.
    void askHold();
    //! Asks for a discount on the whole order; asked again, for one on the chosen line, and around.
    void askDiscount();
    //! Asks for another price of the chosen line.
    void askPrice();
    //! Asks for another charge for the delivery.
    void askCharge();
    //! Asks for which day the goods are wished.
    void askDay();
    //! Asks for a note on the whole order; asked again, for one on the chosen line, and around.
    void askNote();
    //! Asks for something that the catalog does not have: what it is, then what it costs.
    void askOpenItem();
    //! Answers whether anything was being asked.
    bool withdrawQuestion();
    void showHeld(int carts);

Q_SIGNALS:
    void customerWanted();
    void payWanted();
    void recallWanted();
    //! What was asked here was answered, or is not asked any more.
    void questionEnded();
    //! Something was typed that no line understands.
    void typed(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Question
    {
        None,
        Discount,
        Note,
        Other
    };
    void build();
    QWidget *buildEditor();
    QWidget *buildTotals();
    bool mayChange() const;
    //! Of a question that is about the order and the chosen line by turns.
    int nextLine(Question question);
    void askOpenPrice(const QString &name);
    void ask(const QString &question, const QString &offered, AskLine::Take take);
    void refresh();
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
    FulfilmentPanel *m_fulfilment;
    QTableView *m_lines;
    QWidget *m_editor;
    QLineEdit *m_quantity;
    MessageLine *m_message;
    MessageLine *m_lastSale;
    QLabel *m_note;
    QLabel *m_taxNames;
    QLabel *m_taxAmounts;
    QLabel *m_total;
    AgeQuestion *m_age;
    AskLine *m_ask;
    Question m_question = Question::None;
    int m_questionLine = 0; //!< 0: the question is about the whole order
    QPushButton *m_hold;
    QPushButton *m_held;
    QPushButton *m_pay;
};

} // namespace kontor
