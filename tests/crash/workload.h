// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shop.h"

#include <QFile>
#include <QRandomGenerator>

#include <functional>

namespace kontor {

//! Cashiers who never rest: sells, orders, cancels, takes back, at random from a seed, and writes
//! down each command that was answered, durably, outside of the data folder. Everything it decides
//! comes from the seed, so a run that was killed can be told again.
class Workload : public QObject
{
    Q_OBJECT
public:
    Workload(Shop &shop, quint32 seed, const QString &journal);

    //! Makes products, stock and a customer, then acts until enough() orders were placed.
    Result<> open();
    void start(int orders);

    //! Hands every parcel that has its label to the carrier, then tells whoever asked. Until
    //! enough() it does so by itself, after that only when asked: a clerk who goes on acting is
    //! no shop that has come to rest.
    void moveParcels(std::function<void()> done);

Q_SIGNALS:
    void enough();

private:
    void prepare();
    void next();
    void sell(Fulfilment fulfilment, TenderKind tender);
    //! With the commands of a till: lines, a card that is authorised, and the order; or the cart is
    //! abandoned.
    void sellByCard();
    void payByCard(OrderId cart);
    void orderWhenAuthorised(OrderId cart, const Tender &tender);
    void cancelSomething();
    void takeBack();
    void keepParcelsMoving();
    void acknowledge(const Command &command);
    Command command() const { return m_shop.command(); }
    QList<CartLine> randomLines();

    //! Calls the service and writes the command down once it was answered with success.
    template <class Service, class Function, class Done, class... Arguments>
    void act(Service &service, Function function, Done done, Arguments &&...arguments);

    Shop &m_shop;
    QRandomGenerator m_random;
    QFile m_journal;
    QList<Product> m_products;
    AccountId m_customer;
    AddressId m_address;
    QList<OrderId> m_orders;
    int m_left = 0;
};

} // namespace kontor
