// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/orders_model.h"
#include "models/reader_thread.h"
#include "models/story_reader.h"
#include "models/topic_watch.h"

#include <QWidget>

class QLineEdit;
class QTableView;

namespace kontor {

class EmptyNote;
class MessageLine;
class OrderDetails;

//! All orders, and the story of the one that is selected.
class OrdersPage : public QWidget
{
    Q_OBJECT
public:
    OrdersPage(const ShopAccess &access, const ReaderThread<StoryReader> &stories,
               QWidget *parent = nullptr);

    //! Ready to type a receipt number.
    void start();
    void showReceipt(const QString &number);

private:
    void build();
    void addCommands();
    void keepSelection();
    void chosen(const QModelIndex &row);

    OrdersModel m_model;
    TopicWatch m_watch;
    QLineEdit *m_receipt;
    QTableView *m_list;
    EmptyNote *m_empty;
    MessageLine *m_message;
    OrderDetails *m_details;
};

} // namespace kontor
