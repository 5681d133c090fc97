// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/return_desk.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace kontor {

class MessageLine;

//! Where goods come back, in the place of the product list: the receipt's lines, how much of each,
//! why, and whether it can be sold again.
class ReturnPage : public QWidget
{
    Q_OBJECT
public:
    ReturnPage(const ShopAccess &access, CartSession &session, QWidget *parent = nullptr);

    //! Ready to type the receipt's number, or with that receipt.
    void start(const QString &receipt = {});
    QString reason() const;
    Disposition disposition() const;

Q_SIGNALS:
    //! What was chosen is in the cart.
    void taken();
    //! Nobody has the receipt.
    void withoutReceiptWanted();
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QWidget *buildFinder();
    QWidget *buildTable();
    QWidget *buildTerms();
    QPushButton *addSegment(QButtonGroup *group, QHBoxLayout *row, const QString &name,
                            const QString &text);
    void connectDesk();
    void look();
    void showLines();
    void take();
    bool lineKey(int key, const QString &text);
    void takeQuantity(Quantity quantity);
    void takeTyped();

    ReturnDesk m_desk;
    QLineEdit *m_receipt;
    QLabel *m_facts;
    QTableView *m_lines;
    QButtonGroup *m_reasons;
    QLineEdit *m_words;
    QButtonGroup *m_dispositions;
    QPushButton *m_all;
    QPushButton *m_take;
    MessageLine *m_message;
    QString m_typed; //!< the quantity that is being typed on the current line
};

} // namespace kontor
