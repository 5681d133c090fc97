// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/order/order_service.h"
#include "tests/core/error_text.h"
#include "tests/core/test_stores.h"

#include <algorithm>

namespace kontor {

//! An order service in a fresh store; the topics of the cart, the payment and the shipping service
//! are played by the test. The guest may do nothing.
class OrderBench
{
public:
    static constexpr qint64 start = 1'700'000'000'000;

    OrderBench()
    {
        topic = std::make_unique<OrderTopic>(*m_store, QStringLiteral("order"));
        service = std::make_unique<OrderService>(*m_store, *topic, clock, m_rights);
        service->consume(m_cart);
        service->consume(m_payment);
        service->consume(m_shipping);
    }

    Command by(const QString &actor) const
    {
        return Command::make(clock, actor, QStringLiteral("T1"));
    }
    Command command() const { return by(QStringLiteral("ann")); }

    void say(const ShoppingCartOrdered &event) { append(*m_cartStore, m_cart, event); }
    void say(const ShoppingCartAbandoned &event) { append(*m_cartStore, m_cart, event); }
    void say(const PaymentProcessed &event) { append(*m_paymentStore, m_payment, event); }
    void say(const PaymentFailed &event) { append(*m_paymentStore, m_payment, event); }
    void say(const PaymentRequested &event) { append(*m_paymentStore, m_payment, event); }
    void say(const PaymentRefunded &event) { append(*m_paymentStore, m_payment, event); }
    void say(const ShippingProcessed &event) { append(*m_shippingStore, m_shipping, event); }
    void say(const ShippingFailed &event) { append(*m_shippingStore, m_shipping, event); }
    void say(const ShippingDelivered &event) { append(*m_shippingStore, m_shipping, event); }

    //! Pumps until nothing is left.
    void settle()
    {
        for (;;) {
            const auto taken = service->pump();
            if (!taken)
                qFatal("%s", qPrintable(taken.error().text()));
            if (*taken == 0)
                return;
        }
    }

    template <class... Events>
    void handle(const Events &...events)
    {
        (say(events), ...);
        settle();
    }

    //! The events since the last look.
    QList<StoredEvent> news()
    {
        auto reader = TopicReader::open(m_store->url(), m_store->service(), topic->source());
        if (!reader)
            qFatal("%s", qPrintable(reader.error().text()));
        const auto events = (*reader)->after(m_seen, 100'000);
        if (!events)
            qFatal("%s", qPrintable(events.error().text()));
        if (!events->isEmpty())
            m_seen = events->last().seq;
        return *events;
    }
    //! Their types.
    QStringList told()
    {
        QStringList types;
        for (const StoredEvent &event : news())
            types << event.type;
        return types;
    }

    std::optional<Order> find(OrderId id) const
    {
        const auto found = service->order(id);
        if (!found)
            qFatal("%s", qPrintable(found.error().text()));
        return *found;
    }
    Order order(OrderId id) const
    {
        const auto found = find(id);
        if (!found)
            qFatal("the order is not there");
        return *found;
    }

    bool waits(OrderId order) const
    {
        const auto found =
            m_store->exists("SELECT seq FROM waiting WHERE subject = ?", subject(order));
        return !found || *found;
    }
    qsizetype parked(OrderId order) const
    {
        const auto events = service->parkedEvents();
        if (!events)
            qFatal("%s", qPrintable(events.error().text()));
        return std::ranges::count(*events, subject(order), &ParkedEvent::subject);
    }

    const Rights &rights() const { return m_rights; }
    Store &store() { return *m_store; }

    Money euros(qint64 cents) const { return {cents, Currency("EUR")}; }

    OrderedLine line(int number, qint64 pieces, qint64 gross, qint64 tax) const
    {
        OrderedLine line;
        line.line = number;
        line.product = ProductId::named({1}, "lamp");
        line.sku = QStringLiteral("lamp");
        line.name = QStringLiteral("A lamp");
        line.quantity = Quantity::pieces(pieces);
        line.unitPrice = UnitPrice::of(euros(1000));
        line.taxRate = {2000};
        line.gross = euros(gross);
        line.tax = euros(tax);
        line.discount = euros(0);
        return line;
    }

    //! A new order of the lines, with a receipt number of its own.
    ShoppingCartOrdered ordered(Fulfilment fulfilment, const QList<OrderedLine> &lines)
    {
        ShoppingCartOrdered event;
        event.order = OrderId::make(clock.now());
        event.receipt = QStringLiteral("T1-%1").arg(++m_receipts, 6, 10, QLatin1Char('0'));
        event.till = QStringLiteral("T1");
        event.fulfilment = fulfilment;
        event.customer = AccountId::named({1}, "anna");
        event.collectBy = {start + 1000};
        event.lines = lines;
        event.total = event.cashRounding = euros(0);
        for (const OrderedLine &each : lines)
            event.total += each.gross;
        return event;
    }
    static PaymentProcessed paid(const ShoppingCartOrdered &order)
    {
        PaymentProcessed event;
        event.order = order.order;
        event.fulfilment = order.fulfilment;
        event.total = order.total;
        return event;
    }
    //! A completed counter sale of one line.
    OrderId sold(qint64 pieces, qint64 gross, qint64 tax)
    {
        const auto sale = ordered(Fulfilment::Counter, {line(1, pieces, gross, tax)});
        handle(sale, paid(sale));
        return sale.order;
    }

    ManualClock clock{{start}};
    std::unique_ptr<OrderTopic> topic;
    std::unique_ptr<OrderService> service;

private:
    class AllButGuests : public Rights
    {
    public:
        bool allows(const QString &actor, Right) const override
        {
            return actor != QStringLiteral("guest");
        }
    };

    template <class AnyTopic, class E>
    void append(Store &store, AnyTopic &publisher, const E &event)
    {
        const auto said = inTransaction(store, [&](Transaction &tx) -> Result<> {
            tx.setCause({clock.now(), CommandId::make(clock.now()), QStringLiteral("ann"), {}});
            publisher.append(tx, event);
            return {};
        });
        if (!said)
            qFatal("%s", qPrintable(said.error().text()));
    }

    TestStores m_stores{TestStores::serverIfAny()};
    TestStores m_partners{Dialect::Sqlite};
    AllButGuests m_rights;
    std::unique_ptr<Store> m_cartStore = m_partners.open(QStringLiteral("cart"));
    std::unique_ptr<Store> m_paymentStore = m_partners.open(QStringLiteral("payment"));
    std::unique_ptr<Store> m_shippingStore = m_partners.open(QStringLiteral("shipping"));
    std::unique_ptr<Store> m_store = m_stores.open(QStringLiteral("order"));
    CartTopic m_cart{*m_cartStore, QStringLiteral("cart:T1")};
    PaymentTopic m_payment{*m_paymentStore, QStringLiteral("payment")};
    ShippingTopic m_shipping{*m_shippingStore, QStringLiteral("shipping")};
    qint64 m_seen = 0;
    int m_receipts = 0;
};

} // namespace kontor
