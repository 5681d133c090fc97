// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/inventory/inventory_service.h"

#include <QTemporaryDir>
#include <QTest>

namespace kontor {

//! An inventory service in a fresh store, and the topic of an order service that is played by the
//! test. With KONTOR_POSTGRES_URL (a URL without a schema) the stock lies on that server.
class Stockroom
{
public:
    static constexpr qint64 start = 1'700'000'000'000;

    Stockroom()
    {
        m_orderStore = opened(StoreUrl::sqlite(m_folder.filePath(QStringLiteral("order"))),
                              QStringLiteral("order"));
        m_store = opened(inventoryUrl(), QStringLiteral("inventory"));
        orderTopic = std::make_unique<OrderTopic>(*m_orderStore, QStringLiteral("order"));
        topic = std::make_unique<InventoryTopic>(*m_store, QStringLiteral("inventory"));
        service = std::make_unique<InventoryService>(*m_store, *topic, clock, m_rights);
        service->consume(*orderTopic);
    }

    Command command() const
    {
        return Command::make(clock, QStringLiteral("ann"), QStringLiteral("T1"));
    }
    Command guestCommand() const
    {
        return Command::make(clock, QStringLiteral("guest"), QStringLiteral("T1"));
    }
    Store &store() { return *m_store; }

    template <class... Events>
    void say(const Events &...events)
    {
        const auto said = inTransaction(*m_orderStore, [&](Transaction &tx) -> Result<> {
            tx.setCause({clock.now(), CommandId::make(clock.now()), QStringLiteral("ann"), {}});
            (orderTopic->append(tx, events), ...);
            return {};
        });
        QVERIFY2(said, said ? "" : qPrintable(said.error().text()));
    }

    //! Pumps until nothing is left.
    void settle()
    {
        for (;;) {
            const auto taken = service->pump();
            QVERIFY2(taken, taken ? "" : qPrintable(taken.error().text()));
            if (*taken == 0)
                return;
        }
    }

    template <class... Events>
    void handle(const Events &...events)
    {
        say(events...);
        settle();
    }

    void receive(ProductId product, Quantity quantity)
    {
        const auto done =
            service->receive(command(), {{{product, quantity}}, QStringLiteral("delivery note 1")});
        QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
    }

    void correct(ProductId product, Quantity difference)
    {
        const auto done =
            service->correct(command(), {product, difference, QStringLiteral("counted")});
        QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
    }

    //! The types of the events since the last look.
    QStringList told()
    {
        QStringList types;
        for (const StoredEvent &event : newEvents())
            types << event.type;
        return types;
    }

    QList<StoredEvent> newEvents()
    {
        auto reader =
            TopicReader::open(m_store->url(), m_store->service(), QStringLiteral("inventory"));
        if (!reader)
            qFatal("%s", qPrintable(reader.error().text()));
        const auto events = (*reader)->after(m_seen, 100'000);
        if (!events)
            qFatal("%s", qPrintable(events.error().text()));
        if (!events->isEmpty())
            m_seen = events->last().seq;
        return *events;
    }

    Availability level(ProductId product) const
    {
        const auto level = service->availability(product);
        if (!level)
            qFatal("%s", qPrintable(level.error().text()));
        return *level;
    }

    std::optional<StockOrderState> stateOf(OrderId order) const
    {
        const auto found = service->stockOrder(order);
        if (!found)
            qFatal("%s", qPrintable(found.error().text()));
        if (!found->has_value())
            return std::nullopt;
        return (*found)->state;
    }

    bool anythingWaits() const
    {
        const auto waits = m_store->exists("SELECT seq FROM waiting");
        return !waits || *waits;
    }
    qsizetype parked() const
    {
        const auto events = service->parkedEvents();
        return events ? events->size() : -1;
    }

    ManualClock clock{{start}};
    std::unique_ptr<OrderTopic> orderTopic;
    std::unique_ptr<InventoryTopic> topic;
    std::unique_ptr<InventoryService> service;

private:
    class AllButGuests : public Rights
    {
    public:
        bool allows(const QString &actor, Right) const override
        {
            return actor != QStringLiteral("guest");
        }
    };

    static std::unique_ptr<Store> opened(const StoreUrl &url, const QString &name)
    {
        auto store = Store::open(url, name, Store::Access::Write);
        if (!store)
            qFatal("%s", qPrintable(store.error().text()));
        return std::move(*store);
    }

    StoreUrl inventoryUrl() const
    {
        const QString server = qEnvironmentVariable("KONTOR_POSTGRES_URL");
        if (server.isEmpty())
            return StoreUrl::sqlite(m_folder.filePath(QStringLiteral("inventory")));
        auto url = StoreUrl::parse(server);
        if (!url)
            qFatal("%s", qPrintable(url.error().text()));
        static int count = 0;
        url->schema =
            QStringLiteral("stock_%1_%2").arg(QCoreApplication::applicationPid()).arg(++count);
        return *url;
    }

    QTemporaryDir m_folder;
    AllButGuests m_rights;
    std::unique_ptr<Store> m_orderStore;
    std::unique_ptr<Store> m_store;
    qint64 m_seen = 0;
};

inline const ProductId chair = ProductId::named({}, "chair");
inline const ProductId table = ProductId::named({}, "table");

constexpr Quantity pieces(qint64 count) { return Quantity::pieces(count); }

inline OrderId newOrder() { return OrderId::make({Stockroom::start}); }

inline GoodsLine goodsLine(int number, ProductId product, Quantity quantity,
                           Disposition disposition = Disposition::Sell)
{
    return {disposition, number, product, quantity};
}

inline OrderProcessed orderOf(OrderId order, Fulfilment fulfilment, const QList<GoodsLine> &lines,
                              bool backorder = false)
{
    OrderProcessed event;
    event.order = order;
    event.receipt = QStringLiteral("T1-000001");
    event.fulfilment = fulfilment;
    event.backorder = backorder;
    event.lines = lines;
    event.total = {1000, Currency("EUR")};
    return event;
}

inline OrderCancelled cancelled(OrderId order)
{
    return {order, QStringLiteral("T1-000001"), {}, CancelReason::ByStaff};
}

inline OrderCompleted completed(OrderId order, Fulfilment fulfilment)
{
    return {order, QStringLiteral("T1-000001"), {}, fulfilment};
}

} // namespace kontor
