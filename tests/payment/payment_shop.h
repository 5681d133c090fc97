// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/payment/payment_service.h"
#include "tests/core/test_stores.h"
#include "tests/payment/fake_payment_system.h"

namespace kontor {

class EverybodyMay : public Rights
{
public:
    bool allows(const QString &, Right) const override { return true; }
};

//! The payment service between the topics that it reads and a payment system. With
//! KONTOR_POSTGRES_URL its stores lie on that server.
class PaymentShop
{
public:
    explicit PaymentShop(PaymentSystem *other = nullptr,
                         const PaymentSettings &settings = sandboxSettings())
        : PaymentShop(TestStores(TestStores::serverIfAny()), TestStores(Dialect::Sqlite), other,
                      settings)
    {
    }
    //! With its stores in a folder, where another process may have left them.
    PaymentShop(const QString &folder, PaymentSystem &other, const PaymentSettings &settings)
        : PaymentShop(TestStores(folder), TestStores(folder), &other, settings)
    {
    }
    PaymentShop(TestStores own, TestStores others, PaymentSystem *other,
                const PaymentSettings &settings)
        : stores(std::move(own))
        , partners(std::move(others))
        , system(other ? *other : fake)
        , service(*paymentStore, topic, clock, rights, system, account, settings)
    {
        service.consume(accounts);
        service.consume(cart);
        service.consume(inventory);
        service.consume(shipping);
    }

    static PaymentSettings sandboxSettings()
    {
        PaymentSettings settings;
        settings.key = QStringLiteral("sk_test_kontor");
        return settings;
    }

    template <class E>
    void inCart(const E &event)
    {
        publish(*cartStore, cart, event);
    }
    template <class E>
    void inInventory(const E &event)
    {
        publish(*inventoryStore, inventory, event);
    }
    template <class E>
    void inShipping(const E &event)
    {
        publish(*shippingStore, shipping, event);
    }
    template <class E>
    void inAccount(const E &event)
    {
        publish(*accountStore, accounts, event);
    }

    //! Until nothing is left to do now.
    void run()
    {
        for (int idle = 0; idle < 2;) {
            const auto pumped = service.pump();
            QVERIFY2(pumped, pumped ? "" : qPrintable(pumped.error().text()));
            QCoreApplication::processEvents();
            idle = *pumped == 0 ? idle + 1 : 0;
        }
    }
    //! Lets time pass, so that calls are made again.
    void wait(qint64 ms)
    {
        clock.advance(ms);
        run();
    }

    Command command() { return Command::make(clock, QStringLiteral("anna"), QStringLiteral("T1")); }
    OrderId newOrder() { return OrderId::make(clock.now()); }
    TenderId newTender() { return TenderId::make(clock.now()); }
    Money euro(qint64 minor) const { return {minor, Currency("EUR")}; }

    ShoppingCartOrdered ordered(OrderId order, Fulfilment fulfilment, const QList<Tender> &tenders)
    {
        ShoppingCartOrdered event;
        event.order = order;
        event.receipt = QStringLiteral("T1-000001");
        event.till = QStringLiteral("T1");
        event.fulfilment = fulfilment;
        event.customer = customer;
        event.total = euro(0);
        event.cashRounding = euro(0);
        for (const Tender &tender : tenders)
            event.total += tender.amount;
        event.tenders = tenders;
        return event;
    }
    //! Ordered with one tender, a new one.
    TenderId sell(OrderId order, Fulfilment fulfilment, TenderKind kind, qint64 minor)
    {
        const TenderId tender = newTender();
        inCart(ordered(order, fulfilment, {{euro(minor), tender, kind}}));
        return tender;
    }
    //! Ordered with the card that was authorised for it.
    void sell(OrderId order, Fulfilment fulfilment, const PaymentTender &card)
    {
        inCart(ordered(order, fulfilment, {{card.amount, card.id, TenderKind::Card}}));
    }

    //! A customer with a saved card.
    void saveCard()
    {
        customer = AccountId::make(clock.now());
        AccountDetails details;
        details.name = QStringLiteral("Bea");
        QVERIFY(account.create(command(), customer, details));
        const SavedCard card{QStringLiteral("pm_card_visa"), QStringLiteral("visa"),
                             QStringLiteral("4242")};
        QVERIFY(account.saveCard(command(), customer, card));
    }

    Payment payment(OrderId order) const
    {
        const auto found = service.payment(order);
        return found ? found->payment : Payment();
    }
    PaymentTender tender(TenderId id) const
    {
        const auto found = service.tender(id);
        return found ? *found : PaymentTender();
    }
    //! The first tender of the order.
    TenderId tenderOf(OrderId order) const { return service.payment(order)->tenders.value(0).id; }
    //! The types of what the service said about the order, oldest first.
    QStringList said(OrderId order)
    {
        QStringList types;
        for (const StoredEvent &event : events(order)) {
            QString type = event.type;
            if (type == u"PaymentRefunded")
                type += event.bytes.contains("\"stage\":\"Begun\"") ? QStringLiteral(" Begun")
                                                                    : QStringLiteral(" Done");
            types.append(type);
        }
        return types;
    }
    QList<StoredEvent> events(OrderId order)
    {
        if (!reader)
            reader = *TopicReader::open(topic.url(), topic.service(), topic.source());
        return *reader->about(subject(order));
    }
    //! The last event of its type about the order.
    template <class E>
    E last(OrderId order)
    {
        E found;
        for (const StoredEvent &event : events(order)) {
            if (event.type == QLatin1StringView(E::type))
                found = decode<Envelope<E>>(event.bytes)->data;
        }
        return found;
    }
    template <class AnyId>
    bool waits(AnyId id)
    {
        return *paymentStore->exists("SELECT 1 FROM waiting WHERE subject = ?", subject(id));
    }
    template <class AnyId>
    QString parkedReason(AnyId id)
    {
        const auto parked = service.parkedEvents();
        for (const ParkedEvent &event : *parked) {
            if (event.subject == subject(id))
                return event.reason;
        }
        return {};
    }

    TestStores stores;
    TestStores partners;
    ManualClock clock{Timestamp{QDateTime::currentMSecsSinceEpoch()}};
    EverybodyMay rights;
    std::unique_ptr<Store> paymentStore = stores.open(QStringLiteral("payment"));
    std::unique_ptr<Store> cartStore = partners.open(QStringLiteral("cart"));
    std::unique_ptr<Store> inventoryStore = partners.open(QStringLiteral("inventory"));
    std::unique_ptr<Store> shippingStore = partners.open(QStringLiteral("shipping"));
    std::unique_ptr<Store> accountStore = partners.open(QStringLiteral("account"));
    PaymentTopic topic{*paymentStore, QStringLiteral("payment")};
    CartTopic cart{*cartStore, QStringLiteral("cart:T1")};
    InventoryTopic inventory{*inventoryStore, QStringLiteral("inventory")};
    ShippingTopic shipping{*shippingStore, QStringLiteral("shipping")};
    AccountTopic accounts{*accountStore, QStringLiteral("account")};
    AccountService account{*accountStore, accounts, clock, rights};
    std::unique_ptr<TopicReader> reader;
    FakePaymentSystem fake;
    PaymentSystem &system;
    AccountId customer;
    PaymentService service;

private:
    template <class AnyTopic, class AnyEvent>
    void publish(Store &store, AnyTopic &target, const AnyEvent &event)
    {
        const auto done = inTransaction(store, [&](Transaction &tx) -> Result<> {
            tx.setCause({clock.now(), {}, QStringLiteral("anna"), {}});
            target.append(tx, event);
            return {};
        });
        QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
        run();
    }
};

} // namespace kontor
