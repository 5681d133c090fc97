// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/concerns_model.h"
#include "models/order_filters.h"
#include "models/orders_model.h"
#include "models/reader_thread.h"
#include "models/shop_state.h"
#include "models/story_reader.h"
#include "models/topic_watch.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QTableView;

namespace kontor {

class EmptyNote;
class MessageLine;
class OrderDetails;
class OrderFilterBar;

//! What needs a person, all orders, and the story of the one that is selected.
class OrdersPage : public QWidget
{
    Q_OBJECT
public:
    OrdersPage(const ShopAccess &access, ShopState &state, const ReaderThread<StoryReader> &stories,
               QWidget *parent = nullptr);

    void useFilters(const OrderFilters &filters);
    //! Ready to type what is looked for.
    void start();
    //! Whatever the filters are.
    void find(const QString &receipt);
    //! Chooses what has needed a person for longest.
    void showAttention();

Q_SIGNALS:
    void filtersPicked(const kontor::OrderFilters &filters);
    void returnWanted(const QString &receipt);
    //! The same as ConcernDesk::offered().
    void offered(kontor::OrderId cart);

private:
    void build();
    void addCommands();
    void buildList();
    void buildConcerns();
    OrderWish wish() const;
    void list();
    void listCustomer(AccountId customer, const QString &name);
    void showLists();
    void keepSelection();
    void keepConcern();
    void chosen(const QModelIndex &row);
    void concernChosen(const QModelIndex &row);

    const ShopAccess &m_access;
    ShopState &m_state;
    const ReaderThread<OrderLookup> m_lookup;
    ConcernsModel m_concerns;
    OrdersModel m_model;
    TopicWatch m_watch;
    QLineEdit *m_search;
    OrderFilterBar *m_filters;
    QPushButton *m_customer; //!< whose orders are listed
    AccountId m_customerId;
    QTableView *m_concernList;
    QTableView *m_list;
    EmptyNote *m_empty;
    MessageLine *m_message;
    OrderDetails *m_details;
    bool m_byConcern = false; //!< what is shown was chosen among the concerns
};

} // namespace kontor
