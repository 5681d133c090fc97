// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/task.h"
#include "app/shop.h"

namespace kontor {

//! The demonstration: a few products, a sale for cash at the counter, and an order that is paid by
//! card and sent by parcel, watched until both are complete.
class DemoTask final : public Task
{
    Q_OBJECT
public:
    DemoTask(Shop &shop, Console &console);

    void start() override;

private:
    void sellAtTheCounter();
    void orderForDelivery();
    void orderTo(AddressId address);
    //! Hands over what has its label, until the delivery has come to its end.
    void watch();
    void handOver(const Shipment &parcel);
    void askWhetherEnded();
    void lookAtTheDelivery(bool quiet);
    void tellStories();
    void stop(const Error &error);
    //! Stops with an error that does not pass by itself.
    template <class Answer>
    void stopIfLasting(const Answer &answer);
    ImportedSale sale(Fulfilment fulfilment, TenderKind tender, const QList<int> &pieces) const;

    Shop &m_shop;
    Console &m_console;
    QList<Product> m_products;
    AccountId m_customer;
    QStringList m_receipts;
    bool m_done = false;
};

} // namespace kontor
