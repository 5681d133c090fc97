// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_shop.h"

#include "app/demo/demo_pictures.h"
#include "app/owner.h"
#include "services/core/call.h"

#include <QDir>
#include <QTimer>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ordersPerBatch = 32;
constexpr int demoSettleMs = 20;

Error anotherShop()
{
    return Error(DemoShopError::AnotherShop, u"There is another shop in this folder already."_s);
}

} // namespace

DemoShop::DemoShop(Shop &shop) : m_shop(shop) {}

void DemoShop::end(const Result<> &result)
{
    if (m_ended)
        return;
    m_ended = true;
    Q_EMIT finished(result);
}

template <class Answer>
void DemoShop::answered(const Answer &answer)
{
    if (!answer)
        return end(answer.error());
    if (--m_awaited == 0 && m_next && !m_ended)
        (this->*std::exchange(m_next, nullptr))();
}

template <class Service, class Function, class... Arguments>
void DemoShop::ask(Service &service, Function function, const Arguments &...arguments)
{
    ++m_awaited;
    call(service, function, arguments...).then(this, [this](const auto &answer) {
        answered(answer);
    });
}

void DemoShop::afterwards(void (DemoShop::*next)()) { m_next = next; }

Result<ShopProfile> DemoShop::ownProfile() const
{
    const auto known = ShopProfile::load(m_shop.settings().folder);
    if (!known)
        return known.error();
    if (known->has_value()) {
        if ((*known)->filling == ShopProfile::Filling::Demo)
            return **known;
        return anotherShop();
    }
    ShopProfile profile;
    profile.name = u"Mill Lane Store"_s;
    profile.filling = ShopProfile::Filling::Demo;
    profile.founded = m_shop.clock().now();
    return profile;
}

void DemoShop::start()
{
    const auto profile = ownProfile();
    if (!profile) {
        QMetaObject::invokeMethod(
            this, [this, error = profile.error()] { end(error); }, Qt::QueuedConnection);
        return;
    }
    m_profile = *profile;
    const bool isNew = !QFileInfo::exists(QDir(m_shop.settings().folder).filePath(u"shop.ini"_s));
    call(m_shop.catalog(), &CatalogService::count)
        .then(this, [this, isNew](const Result<qint64> &count) {
            if (!count)
                return end(count.error());
            if (isNew && *count > 0)
                return end(anotherShop());
            fill();
        });
}

void DemoShop::fill()
{
    if (const auto saved = m_profile.save(m_shop.settings().folder); !saved)
        return end(saved.error());
    const QString till = m_shop.settings().till;
    m_history = DemoHistory::make(m_profile, OwnerOnly::actor(), till);
    const auto draw = [](CatalogService &, const QString &folder) {
        return drawDemoPictures(folder);
    };
    afterwards(&DemoShop::prepareCustomers);
    ask(m_shop.catalog(), &CatalogService::saveAll,
        demoCommand(m_history.begin, u"products"_s, OwnerOnly::actor(), till), m_history.products);
    ask(m_shop.catalog(), &CatalogService::setDeliveryCharges,
        demoCommand(m_history.begin, u"delivery charges"_s, OwnerOnly::actor(), till),
        deliveryCharges());
    ask(m_shop.catalog(), draw, QDir(m_shop.settings().folder).filePath(u"pictures"_s));
    ask(m_shop.account(), &AccountService::createAll, m_history.accounts);
}

QList<DeliveryCharge> DemoShop::deliveryCharges() const
{
    const auto row = [this](const QString &country, int fromGrams, int fromValue, UnitPrice price) {
        const auto amount = [this](int major) {
            return *lineTotal({major * UnitPrice::scale, m_profile.currency}, Quantity::pieces(1));
        };
        return DeliveryCharge{country,
                              fromGrams,
                              amount(fromValue),
                              *lineTotal(price, Quantity::pieces(1)),
                              m_profile.standardRate,
                              u"Delivery"_s};
    };
    const auto costs = [this](qint64 tenths) {
        return UnitPrice{tenths * UnitPrice::scale / 10, m_profile.currency};
    };
    constexpr int heavy = 5000;
    constexpr int dear = 60;
    return {row(m_profile.country, 0, 0, costs(49)), row(m_profile.country, heavy, 0, costs(89)),
            row(m_profile.country, 0, dear, costs(0)), row({}, 0, 0, costs(129)),
            row({}, heavy, 0, costs(199))};
}

void DemoShop::prepareCustomers()
{
    afterwards(&DemoShop::prepareGoods);
    for (const auto &[command, account, address] : m_history.addresses) {
        ++m_awaited;
        call(m_shop.account(), &AccountService::addAddress, command, account, address)
            .then(this, [this, customer = account](const Result<AddressId> &added) {
                if (added)
                    m_addresses.insert(customer, *added);
                answered(added);
            });
    }
    for (const auto &[command, account] : m_history.cards)
        ask(m_shop.account(), &AccountService::saveCard, command, account,
            SavedCard{u"pm_card_visa"_s, u"visa"_s, u"4242"_s});
}

void DemoShop::prepareGoods()
{
    nameAddresses();
    afterwards(&DemoShop::bookNext);
    const auto &[command, goods] = m_history.goods;
    ask(m_shop.inventory(), &InventoryService::receive, command, goods);
    for (const auto &[reorder, product, point] : m_history.reorderPoints)
        ask(m_shop.inventory(), &InventoryService::setReorderPoint, reorder, product,
            std::optional(point));
}

void DemoShop::nameAddresses()
{
    for (auto &[command, sale] : m_history.sales) {
        if (sale.fulfilment == Fulfilment::Delivery)
            sale.address = m_addresses.value(sale.customer);
    }
}

void DemoShop::bookNext()
{
    Q_EMIT progressed(m_booked, m_history.sales.size());
    const auto batch = m_history.sales.mid(m_booked, ordersPerBatch);
    if (batch.isEmpty())
        return settle();
    m_booked += batch.size();
    afterwards(&DemoShop::bookNext);
    ask(m_shop.cart(), &CartService::bookAllImported, batch);
}

void DemoShop::settle()
{
    m_shop.askWhetherQuiet(this, [this](const Result<bool> &quiet) {
        if (!quiet && !isPassing(quiet.error()))
            return end(quiet.error());
        const bool isQuiet = quiet && *quiet;
        if (isQuiet && !m_stepsTaken)
            return takeSteps();
        moveParcels(isQuiet);
    });
}

void DemoShop::takeSteps()
{
    m_stepsTaken = true;
    afterwards(&DemoShop::settle);
    for (const DemoStep &step : m_history.steps) {
        if (step.kind == DemoStep::Kind::Cancelled)
            ask(m_shop.order(), &OrderService::cancel, step.command, step.order,
                CancelReason::ByStaff);
        else
            ask(m_shop.order(), &OrderService::handOver, step.command, step.order);
    }
}

void DemoShop::moveParcels(bool quiet)
{
    if (m_ended)
        return;
    call(m_shop.shipping(), &ShippingService::inState, ShipmentState::Labelled)
        .then(this, [this, quiet](const Result<QList<Shipment>> &labelled) {
            if (!labelled)
                return end(labelled.error());
            afterwards(&DemoShop::settle);
            for (const Shipment &parcel : *labelled) {
                if (parcel.createdAt < m_history.parcelsLeave)
                    ask(m_shop.shipping(), &ShippingService::handOver,
                        demoCommand(parcel.createdAt, u"parcel/"_s + parcel.order.toString(),
                                    OwnerOnly::actor(), m_shop.settings().till),
                        parcel.order);
            }
            if (m_awaited > 0)
                return;
            m_next = nullptr;
            if (!quiet || !m_stepsTaken) {
                QTimer::singleShot(demoSettleMs, this, &DemoShop::settle);
                return;
            }
            m_profile.filled = true;
            end(m_profile.save(m_shop.settings().folder));
        });
}

} // namespace kontor
