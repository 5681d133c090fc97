// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/goods_lines_model.h"
#include "models/story_model.h"
#include "models/topic_watch.h"

namespace kontor {

//! One order with all that a person asks about it, kept up to date.
class OrderView : public QObject
{
    Q_OBJECT
public:
    OrderView(const ShopAccess &access, const ReaderThread<StoryReader> &reader,
              QObject *parent = nullptr);

    //! A null order: none.
    void setOrder(OrderId order);
    OrderId id() const { return m_id; }
    void refresh();

    //! Not known until it has been placed.
    const std::optional<Order> &order() const { return m_order; }
    const std::optional<Shipment> &shipment() const { return m_shipment; }
    const std::optional<PaymentOverview> &payment() const { return m_payment; }
    const QString &customerName() const { return m_customerName; }
    GoodsLinesModel &lines() { return m_lines; }
    StoryModel &story() { return m_story; }

    bool canCancel() const;
    bool canHandOver() const;
    //! There is a label to stick on the parcel.
    bool hasLabel() const;
    //! Cancelling keeps a parcel here that is booked already.
    bool canRecall() const;
    //! The goods are with the customer.
    bool canReturn() const;
    //! In the way that it has to go now.
    void cancel();
    //! To the customer, or to the carrier.
    void handOver();

Q_SIGNALS:
    void changed();
    void refused(const kontor::Error &error);

private:
    void show(const std::optional<Order> &order);
    void askLines();
    void askCustomer();
    void askShipment();
    void askPayment();
    void showShipment(const std::optional<Shipment> &shipment);
    bool parcelIsHere() const;
    void done(const Result<> &done);

    const ShopAccess &m_access;
    OrderId m_id;
    std::optional<Order> m_order;
    std::optional<Shipment> m_shipment;
    std::optional<PaymentOverview> m_payment;
    QString m_customerName;
    GoodsLinesModel m_lines;
    StoryModel m_story;
    TopicWatch m_watch;
    QTimer m_parcelPoll; // no topic tells that a label was bought
};

} // namespace kontor
