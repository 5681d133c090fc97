// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/attention.h"
#include "models/order_view.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace kontor {

class ConcernPanel;
class MessageLine;
class OrderMails;
class OrderTrack;
class PaperRow;
class ParcelCorrection;
class SureLine;

//! The selected order: what it needs a person for, what it is, how far it is, its story, and what
//! can be done with it now.
class OrderDetails : public QFrame
{
    Q_OBJECT
public:
    OrderDetails(const ShopAccess &access, const Attention &attention,
                 const ReaderThread<StoryReader> &reader, QWidget *parent = nullptr);

    //! An order, or whatever else a concern is about; null: nothing.
    void showAbout(SubjectId about);
    OrderId shown() const { return m_view.id(); }
    //! Answers whether there was a step to take back.
    bool stepBack();
    void copyReceipt();

Q_SIGNALS:
    //! Something was done that needs a person.
    void acted();
    //! Goods of this receipt are to come back.
    void returnWanted(const QString &receipt);
    //! The same as ConcernDesk::offered().
    void offered(kontor::OrderId cart);
    //! All orders of this customer are to be listed.
    void customerWanted(kontor::AccountId customer, const QString &name);

private:
    void build();
    void connectConcerns();
    QWidget *buildActions();
    QWidget *buildOrder();
    QLayout *buildHead();
    void addPast(QVBoxLayout *layout);
    void askToCancel();
    void refresh();
    QString facts() const;
    QString parcel() const;

    OrderView m_view;
    QLabel *m_receipt;
    QLabel *m_total;
    QLabel *m_facts;
    QPushButton *m_customer;
    QPushButton *m_copy;
    QLabel *m_parcel;
    QLabel *m_waiting;
    OrderTrack *m_track;
    QTableView *m_lines;
    QTableView *m_story;
    OrderMails *m_mails;
    MessageLine *m_message;
    PaperRow *m_papers;
    QPushButton *m_cancel;
    QPushButton *m_return;
    QPushButton *m_handOver;
    SureLine *m_sure;
    ConcernPanel *m_concerns;
    ParcelCorrection *m_correction;
    QStackedWidget *m_pages;
    QWidget *m_content = nullptr;
    QLabel *m_nothing;
};

} // namespace kontor
