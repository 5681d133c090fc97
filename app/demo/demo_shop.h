// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demo_history.h"
#include "app/shop.h"

namespace kontor {

enum class DemoShopError
{
    AnotherShop, //!< the folder has a shop of its own
};
KONTOR_ERROR_DOMAIN(DemoShopError);

//! Fills an empty shop with the demo shop: products with pictures, stock, customers and a month of
//! orders, each sent through the services as it would have been. What was done before is found by
//! its command and not done again, so one that was interrupted may simply be repeated. The shop's
//! clock must let history keep its dates.
class DemoShop : public QObject
{
    Q_OBJECT
public:
    explicit DemoShop(Shop &shop);

    //! Finds or founds the profile of a demo shop in the shop's folder, and fills it; finished()
    //! follows, in any case.
    void start();
    const DemoHistory &history() const { return m_history; }

Q_SIGNALS:
    //! Orders, as they are booked.
    void progressed(qint64 done, qint64 total);
    void finished(const kontor::Result<> &result);

private:
    Result<ShopProfile> ownProfile() const;
    void fill();
    QList<DeliveryCharge> deliveryCharges() const;
    void nameAddresses();
    void prepareCustomers();
    void prepareGoods();
    void bookNext();
    void settle();
    void takeSteps();
    void moveParcels(bool quiet);
    void end(const Result<> &result);
    template <class Service, class Function, class... Arguments>
    void ask(Service &service, Function function, const Arguments &...arguments);
    template <class Answer>
    void answered(const Answer &answer);
    //! Goes on with this when all that was asked is answered.
    void afterwards(void (DemoShop::*next)());

    Shop &m_shop;
    ShopProfile m_profile;
    DemoHistory m_history;
    QHash<AccountId, AddressId> m_addresses;
    qsizetype m_booked = 0;
    int m_awaited = 0;
    void (DemoShop::*m_next)() = nullptr;
    bool m_stepsTaken = false;
    bool m_ended = false;
};

} // namespace kontor
