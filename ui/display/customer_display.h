// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shown_sale.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableView;

namespace kontor {

class ShopFront;

//! The window that looks at the customer: the lines as they come, the total, what is due and what
//! comes back. Nothing can be done in it, and it never takes the focus from the till.
class CustomerDisplay : public QWidget
{
    Q_OBJECT
public:
    CustomerDisplay(ShownSale &sale, const QString &shopName, QWidget *parent = nullptr);

    //! Of the time when nobody is served; empty: the drawn one.
    void setPicture(const QString &file);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildSale();
    QWidget *buildThanks();
    void showSale();
    void showSums();
    void showThanks();
    void fitText();

    ShownSale &m_sale;
    QStackedWidget *m_pages;
    ShopFront *m_front;
    QTableView *m_lines;
    QLabel *m_sumTitle;
    QLabel *m_sum;
    QLabel *m_detail;
    QLabel *m_hint;
    QLabel *m_thanks;
    QLabel *m_paid;
    QLabel *m_changeTitle;
    QLabel *m_change;
    QWidget *m_salePage = nullptr;
    QWidget *m_thanksPage = nullptr;
};

} // namespace kontor
