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
    void watch();
    void tellStories();
    void stop(const Error &error);
    ImportedSale sale(Fulfilment fulfilment, TenderKind tender, const QList<int> &pieces) const;

    Shop &m_shop;
    Console &m_console;
    QList<Product> m_products;
    AccountId m_customer;
    AddressId m_address;
    QStringList m_receipts;
    bool m_done = false;
};

} // namespace kontor
