// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/checkout.h"
#include "models/order_view.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace kontor {

class MessageLine;
class OrderTrack;
class PaperRow;

//! What a sale came to, and the order on its way, live.
class DonePage : public QWidget
{
    Q_OBJECT
public:
    DonePage(const ShopAccess &access, const ReaderThread<StoryReader> &reader,
             QWidget *parent = nullptr);

    void showSale(const Checkout &checkout);

Q_SIGNALS:
    //! On to the next customer.
    void left();

private:
    void build();
    void showTenders(const Checkout &checkout);
    void refresh();

    OrderView m_view;
    QElapsedTimer m_shown; //!< since when
    QLabel *m_title;
    QLabel *m_receipt;
    QLabel *m_total;
    QLabel *m_changeTitle;
    QLabel *m_change;
    QLabel *m_tenders;
    OrderTrack *m_track;
    QTableView *m_story;
    MessageLine *m_message;
    PaperRow *m_papers;
    QPushButton *m_next;
};

} // namespace kontor
