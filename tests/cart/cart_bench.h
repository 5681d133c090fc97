// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/cart/cart_service.h"
#include "services/catalog/product_source.h"
#include "tests/core/error_text.h"
#include "tests/core/test_stores.h"

#include <QMap>

namespace kontor {

//! A cart service in a fresh store, with products that the test makes up. The owner may do
//! everything, the cashier may sell, the guest nothing.
class CartBench
{
public:
    static constexpr qint64 start = 1'700'000'000'000;

    CartBench() { open(); }

    //! The service stops, and starts again on the same store.
    void reopen()
    {
        service.reset();
        topic.reset();
        m_store.reset();
        open();
    }

    Command by(const QString &actor, const QString &till = QStringLiteral("T1")) const
    {
        return Command::make(clock, actor, till);
    }
    Command owner() const { return by(QStringLiteral("owner")); }

    ProductId product(const QString &sku, const UnitPrice &price, TaxRate rate = {2000})
    {
        Product made;
        made.id = productIdForSku(sku);
        made.sku = sku;
        made.name = QStringLiteral("A ") + sku;
        made.price = price;
        made.taxRate = rate;
        made.weightGrams = 250;
        m_products.made.insert(made.id, made);
        return made.id;
    }
    ProductId product(const QString &sku, qint64 cents, TaxRate rate = {2000})
    {
        return product(sku, UnitPrice::of(euros(cents)), rate);
    }
    //! What a delivery costs from now on.
    void charge(const QList<DeliveryCharge> &table) { m_products.table = table; }
    void limitToAge(ProductId id, int years) { m_products.made[id].minAge = years; }
    void withdraw(ProductId id) { m_products.made[id].active = false; }
    const Product &made(ProductId id) { return m_products.made[id]; }

    Money euros(qint64 cents) const { return {cents, euro}; }
    Tender tender(qint64 cents, TenderKind kind = TenderKind::Cash) const
    {
        return {euros(cents), TenderId::make(clock.now()), kind};
    }

    OrderId opened(const CartSettings &settings) const
    {
        const auto cart = service->open(owner(), OrderId::make(clock.now()), settings);
        if (!cart)
            qFatal("%s", qPrintable(cart.error().text()));
        return *cart;
    }
    OrderId opened() const { return opened({euro, true, 1}); }
    //! An open cart with one piece of each product.
    OrderId cartWith(const QList<ProductId> &products) const
    {
        const OrderId cart = opened();
        for (const ProductId product : products)
            must(service->addLine(owner(), cart, product, Quantity::pieces(1)));
        return cart;
    }
    Cart look(OrderId id) const
    {
        const auto found = service->cart(id);
        if (!found || !found->has_value())
            qFatal("the cart is not there");
        return **found;
    }

    template <class T>
    static void must(const Result<T> &done)
    {
        if (!done)
            qFatal("%s", qPrintable(done.error().text()));
    }

    QList<StoredEvent> events() const
    {
        auto reader = TopicReader::open(m_store->url(), m_store->service(), topic->source());
        must(reader);
        const auto all = (*reader)->after(0, 100'000);
        must(all);
        return *all;
    }
    template <class E>
    E lastEvent() const
    {
        const auto envelope = decode<Envelope<E>>(events().last().bytes);
        must(envelope);
        return envelope->data;
    }

    Store &store() const { return *m_store; }

    const Currency euro{"EUR"};
    ManualClock clock{{start}};
    ShiftRules rules; //!< for the next reopen()
    std::unique_ptr<CartTopic> topic;
    std::unique_ptr<CartService> service;

private:
    class Shelf : public ProductSource
    {
    public:
        Result<std::optional<Product>> product(ProductId id) override
        {
            const auto found = made.constFind(id);
            return found == made.cend() ? std::nullopt : std::optional(*found);
        }
        Result<QList<DeliveryCharge>> deliveryCharges() override { return table; }
        QMap<ProductId, Product> made;
        QList<DeliveryCharge> table;
    };

    class Roles : public Rights
    {
    public:
        bool allows(const QString &actor, Right right) const override
        {
            return actor == QStringLiteral("owner") ||
                   (actor == QStringLiteral("cashier") && right == Right::Sell);
        }
    };

    void open()
    {
        m_store = m_stores.open(QStringLiteral("cart"));
        topic = std::make_unique<CartTopic>(*m_store, QStringLiteral("cart:T1"));
        service =
            std::make_unique<CartService>(*m_store, *topic, clock, m_roles, m_products, rules);
    }

    TestStores m_stores{TestStores::serverIfAny()};
    Roles m_roles;
    Shelf m_products;
    std::unique_ptr<Store> m_store;
};

} // namespace kontor
