// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/order_view.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTableView;

namespace kontor {

class MessageLine;
class OrderTrack;
class PaperRow;

//! The selected order: what it is, how far it is, its story, and what can be done with it now.
class OrderDetails : public QFrame
{
    Q_OBJECT
public:
    OrderDetails(const ShopAccess &access, const ReaderThread<StoryReader> &reader,
                 QWidget *parent = nullptr);

    //! A null order: none.
    void showOrder(OrderId order);
    OrderId shown() const { return m_view.id(); }

Q_SIGNALS:
    //! Goods of this receipt are to come back.
    void returnWanted(const QString &receipt);

private:
    void build();
    QWidget *buildActions();
    void refresh();
    QString facts() const;
    QString parcel() const;

    OrderView m_view;
    QLabel *m_receipt;
    QLabel *m_total;
    QLabel *m_facts;
    QLabel *m_parcel;
    OrderTrack *m_track;
    QTableView *m_lines;
    QTableView *m_story;
    MessageLine *m_message;
    PaperRow *m_papers;
    QPushButton *m_cancel;
    QPushButton *m_recall;
    QPushButton *m_return;
    QPushButton *m_handOver;
    QWidget *m_content = nullptr;
    QLabel *m_nothing;
};

} // namespace kontor
