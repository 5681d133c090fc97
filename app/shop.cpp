// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shop.h"

#include "app/owner.h"
#include "models/mail_settings.h"
#include "models/system_settings.h"
#include "services/core/call.h"
#include "services/core/founding.h"
#include "services/notification/mail_route.h"
#include "services/payment/stripe_client.h"
#include "services/shipping/shippo_client.h"

namespace kontor {

using namespace Qt::StringLiterals;

Shop::Shop(const ShopSettings &settings, const Clock &clock, const Rights &rights)
    : m_settings(settings)
    , m_clock(clock)
    , m_rights(rights)
{
}

Result<std::unique_ptr<Shop>> Shop::open(const ShopSettings &settings, const Clock &clock,
                                         const Rights &rights)
{
    std::unique_ptr<Shop> shop(new Shop(settings, clock, rights));
    if (const auto whole = shop->refuseLostStores(); !whole)
        return whole.error();
    if (const auto built = shop->build(); !built)
        return built.error();
    if (const auto built = shop->buildDevices(); !built)
        return built.error();
    shop->wire();
    if (const auto whole = shop->refuseLostEvents(); !whole)
        return whole.error();
    if (const auto noted = shop->noteFounding(); !noted)
        return noted.error();
    return shop;
}

template <class S, class T, class Make>
Result<> Shop::furnish(Place<S, T> &place, const QString &name, const QString &source, Make make)
{
    const auto url = m_settings.storeOf(name);
    if (!url)
        return url.error();
    place.room = std::make_unique<Room>(name, m_settings.threads);
    return place.room->run([&]() -> Result<> {
        auto store = Store::open(*url, name, Store::Access::Write);
        if (!store)
            return store.error();
        place.store = std::move(*store);
        place.store->observe(m_settings.observer);
        if constexpr (!std::is_same_v<T, NoTopic>)
            place.topic = std::make_unique<T>(*place.store, source);
        return make(place);
    });
}

template <class S, class T>
void Shop::clear(Place<S, T> &place)
{
    if (!place.room)
        return;
    place.room->run([&] {
        place.service.reset();
        place.topic.reset();
        place.store.reset();
    });
}

Result<> Shop::build()
{
    // Whoever is asked stands before whoever asks.
    const auto account =
        furnish(m_account, u"account"_s, u"account"_s, [&](auto &place) -> Result<> {
            place.service =
                std::make_unique<AccountService>(*place.store, *place.topic, m_clock, m_rights);
            return {};
        });
    if (!account)
        return account;
    const auto inventory =
        furnish(m_inventory, u"inventory"_s, u"inventory"_s, [&](auto &place) -> Result<> {
            place.service =
                std::make_unique<InventoryService>(*place.store, *place.topic, m_clock, m_rights);
            return {};
        });
    if (!inventory)
        return inventory;
    const auto catalog = furnish(m_catalog, u"catalog"_s, {}, [&](auto &place) -> Result<> {
        place.service = std::make_unique<CatalogService>(*place.store, m_clock, m_rights);
        return {};
    });
    if (!catalog)
        return catalog;
    const auto cart =
        furnish(m_cart, u"cart"_s, m_settings.sourceOf(u"cart"_s), [&](auto &place) -> Result<> {
            auto products = CatalogReader::open(*m_settings.storeOf(u"catalog"_s));
            if (!products)
                return products.error();
            m_products = std::move(*products);
            place.service = std::make_unique<CartService>(*place.store, *place.topic, m_clock,
                                                          m_rights, *m_products, m_settings.shifts);
            return {};
        });
    if (!cart)
        return cart;
    const auto order = furnish(m_order, u"order"_s, u"order"_s, [&](auto &place) -> Result<> {
        place.service =
            std::make_unique<OrderService>(*place.store, *place.topic, m_clock, m_rights);
        return {};
    });
    if (!order)
        return order;
    return buildOutside();
}

Result<> Shop::buildOutside()
{
    const auto payment =
        furnish(m_payment, u"payment"_s, u"payment"_s, [&](auto &place) -> Result<> {
            const PaymentSettings system = m_settings.paymentSystem();
            m_paymentSystem = std::make_unique<StripeClient>(system);
            place.service =
                std::make_unique<PaymentService>(*place.store, *place.topic, m_clock, m_rights,
                                                 *m_paymentSystem, *m_account.service, system);
            return {};
        });
    if (!payment)
        return payment;
    const auto shipping =
        furnish(m_shipping, u"shipping"_s, u"shipping"_s, [&](auto &place) -> Result<> {
            m_logisticsSystem =
                std::make_unique<ShippoClient>(m_settings.logisticsSystem(), m_clock);
            place.service =
                std::make_unique<ShippingService>(*place.store, *place.topic, m_clock, m_rights,
                                                  *m_account.service, *m_logisticsSystem);
            return {};
        });
    if (!shipping)
        return shipping;
    return furnish(m_notification, u"notification"_s, {}, [&](auto &place) -> Result<> {
        m_mail = std::make_unique<MailRoute>(m_settings.folder + u"/mail"_s);
        // The window knows the password, and tells it later.
        m_mail->use(MailSettings::in(m_settings.folder).server({}));
        place.service = std::make_unique<NotificationService>(*place.store, m_clock, m_rights,
                                                              *m_account.service, *m_mail,
                                                              m_settings.notification());
        return {};
    });
}

Result<> Shop::buildDevices()
{
    return furnish(m_devices, u"devices"_s, {}, [&](auto &place) -> Result<> {
        const auto cart = m_settings.storeOf(u"cart"_s);
        auto sales = TopicReader::open(*cart, u"cart"_s, m_settings.sourceOf(u"cart"_s));
        auto carts = CartReader::open(*cart);
        if (!sales || !carts)
            return sales ? carts.error() : sales.error();
        const PaperSettings &paper = m_settings.paper;
        DevicesSettings devices{paper.shop,
                                paper.style(),
                                paper.afterSale,
                                isTraining(m_settings.folder),
                                paper.printer.columns,
                                {},
                                m_settings.folder + u"/papers"_s};
        // The till sells without a printer as well.
        auto printer = makePrinter(paper.printer);
        if (!printer)
            devices.printerTrouble = printer.error();
        place.service = std::make_unique<DevicesService>(
            *place.store, m_clock, m_rights, std::move(*sales), std::move(*carts),
            printer ? std::move(*printer) : nullptr, devices);
        return {};
    });
}

void Shop::wire()
{
    m_order.room->run([this] {
        m_order.service->consume(*m_cart.topic);
        m_order.service->consume(*m_payment.topic);
        m_order.service->consume(*m_shipping.topic);
    });
    m_inventory.room->run([this] { m_inventory.service->consume(*m_order.topic); });
    m_payment.room->run([this] {
        m_payment.service->consume(*m_account.topic);
        m_payment.service->consume(*m_cart.topic);
        m_payment.service->consume(*m_inventory.topic);
        m_payment.service->consume(*m_shipping.topic);
    });
    m_shipping.room->run([this] { m_shipping.service->consume(*m_payment.topic); });
    m_notification.room->run([this] {
        m_notification.service->consume(*m_account.topic);
        m_notification.service->consume(*m_order.topic);
        m_notification.service->consume(*m_inventory.topic);
        m_notification.service->consume(*m_payment.topic);
        m_notification.service->consume(*m_shipping.topic);
    });
    m_devices.room->run([this] { m_devices.service->follow(*m_cart.topic); });
    connect(m_devices.service.get(), &DevicesService::receiptDrawn, m_notification.service.get(),
            [this](OrderId order, const QString &fileName, const QByteArray &pdf) {
                // Where it cannot be kept, the mail goes without it.
                std::ignore = m_notification.service->attachReceipt(order, {fileName, pdf});
            });
    for (Service *service : all() + QList<Service *>{m_devices.service.get()}) {
        connect(service, &Service::troubled, this, &Shop::troubled);
        connect(service, &Service::recovered, this, &Shop::recovered);
    }
}

Result<> Shop::refuseLostStores() const
{
    QList<StorePlace> places;
    for (const QString &service : ShopSettings::services()) {
        const auto url = m_settings.storeOf(service);
        if (!url)
            return url.error();
        places.append({service, *url});
    }
    return Founding::refuseLost(places, m_settings.till);
}

Result<> Shop::noteFounding()
{
    const auto note = [&](const auto &place) {
        return place.room->run([&] { return Founding::note(*place.store, m_settings.till); });
    };
    for (const auto &noted :
         {note(m_account), note(m_catalog), note(m_cart), note(m_order), note(m_inventory),
          note(m_payment), note(m_shipping), note(m_notification)}) {
        if (!noted)
            return noted;
    }
    return {};
}

Result<> Shop::refuseLostEvents()
{
    const auto check = [](const auto &place) -> Result<> {
        const auto quiet = place.room->run([&] { return place.service->isQuiet(); });
        if (!quiet && !isPassing(quiet.error()))
            return quiet.error();
        return {};
    };
    for (const auto &checked : {check(m_order), check(m_inventory), check(m_payment),
                                check(m_shipping), check(m_notification)}) {
        if (!checked)
            return checked;
    }
    return {};
}

Shop::~Shop()
{
    // Whoever reads a topic or asks goes before whoever is read or asked.
    clear(m_devices);
    if (m_notification.room) {
        m_notification.room->run([this] { m_notification.service.reset(); });
        clear(m_notification);
        m_notification.room->run([this] { m_mail.reset(); });
    }
    if (m_shipping.room) {
        m_shipping.room->run([this] { m_shipping.service.reset(); });
        m_shipping.room->run([this] { m_logisticsSystem.reset(); });
    }
    if (m_payment.room) {
        m_payment.room->run([this] { m_payment.service.reset(); });
        m_payment.room->run([this] { m_paymentSystem.reset(); });
    }
    clear(m_shipping);
    clear(m_payment);
    clear(m_inventory);
    clear(m_order);
    if (m_cart.room) {
        m_cart.room->run([this] { m_cart.service.reset(); });
        m_cart.room->run([this] { m_products.reset(); });
    }
    clear(m_cart);
    clear(m_catalog);
    clear(m_account);
}

void Shop::start()
{
    KONTOR_CHECK(m_settings.threads);
    for (Service *service : all())
        QMetaObject::invokeMethod(
            service, [service, listens = m_settings.listens] { service->start(listens); },
            Qt::QueuedConnection);
    QMetaObject::invokeMethod(
        m_devices.service.get(), [this] { m_devices.service->start(); }, Qt::QueuedConnection);
}

Result<int> Shop::pump()
{
    KONTOR_CHECK(!m_settings.threads);
    int done = 0;
    for (Service *service : all()) {
        const auto pumped = service->pump();
        if (!pumped)
            return pumped;
        done += *pumped;
    }
    return done;
}

QList<Service *> Shop::all() const
{
    return {m_account.service.get(),  m_catalog.service.get(),     m_cart.service.get(),
            m_order.service.get(),    m_inventory.service.get(),   m_payment.service.get(),
            m_shipping.service.get(), m_notification.service.get()};
}

void Shop::askWhetherQuiet(QObject *receiver, std::function<void(const Result<bool> &)> answered)
{
    askNext(0, 0, receiver, std::move(answered));
}

void Shop::askNext(qsizetype index, qint64 taken, QObject *receiver,
                   std::function<void(const Result<bool> &)> answered)
{
    // Two rounds, because an event may travel past the question. All were quiet at the moment
    // between them if the second finds that none has taken anything since the first.
    const auto services = all();
    if (index == 2 * services.size())
        return answered(taken == 0);
    call(*services[index % services.size()], &Service::takenIfQuiet)
        .then(receiver, [=, this, isFirst = index < services.size()](
                            const Result<std::optional<qint64>> &here) {
            if (!here)
                return answered(here.error());
            if (!*here)
                return answered(false);
            askNext(index + 1, isFirst ? taken + **here : taken - **here, receiver, answered);
        });
}

Command Shop::command() const
{
    return Command::make(m_clock, OwnerOnly::actor(), m_settings.till);
}

} // namespace kontor
