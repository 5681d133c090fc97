// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/shipping/shipping_service.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>

namespace kontor {

//! A logistics system that answers when, and what, the test says.
class HeldLogistics : public LogisticsSystem
{
public:
    HeldLogistics() { used.token = "shippo_test_kontor"; }

    ShippoSettings used;

    struct Held
    {
        QString kind;
        QByteArray request;
        Address to;
        bool wanted = true;
        Answered answered;
    };

    void quote(const Intent &intent, const QuoteRequest &, const Address &to,
               Answered answered) override
    {
        held.append({QStringLiteral("quote"), intent.request, to, true, answered});
    }
    void buy(const Intent &intent, const LabelRequest &, bool wanted, Answered answered) override
    {
        held.append({QStringLiteral("label"), intent.request, {}, wanted, answered});
    }
    void voidLabel(const Intent &intent, const VoidRequest &, Answered answered) override
    {
        held.append({QStringLiteral("void"), intent.request, {}, true, answered});
    }
    void checkAddress(const Address &, std::function<void(const AddressCheck &)> answered) override
    {
        answered(addressCheck);
    }
    void fetchLabel(const QString &, LabelFetched fetched) override
    {
        ++labelsFetched;
        fetched(labelFile);
    }
    void track(const QString &, const QString &,
               std::function<void(std::optional<ParcelProgress>)> answered) override
    {
        ++tracked;
        answered(progress);
    }
    void askVoid(const QString &, std::function<void(std::optional<VoidResult>)> answered) override
    {
        ++voidsAsked;
        answered(voidResult);
    }

    const ShippoSettings &settings() const override { return used; }
    void use(const ShippoSettings &settings) override { used = settings; }
    void check(const ShippoSettings &, std::function<void(const SystemCheck &)>) override {}

    bool holds(const QString &kind) const
    {
        return std::any_of(held.begin(), held.end(), [&](const Held &h) { return h.kind == kind; });
    }
    //! False if nothing of this kind is under way.
    template <class Outcome>
    bool answer(const QString &kind, const Outcome &outcome)
    {
        for (qsizetype i = 0; i < held.size(); ++i) {
            if (held[i].kind != kind)
                continue;
            held.takeAt(i).answered({CallReply::Kind::Definite, encode(outcome), {}});
            return true;
        }
        return false;
    }

    //! Answers that nobody knows what became of it.
    bool lose(const QString &kind)
    {
        const auto lost = std::ranges::find(held, kind, &Held::kind);
        if (lost == held.end())
            return false;
        const auto answered = lost->answered;
        held.erase(lost);
        answered({CallReply::Kind::Unknown, {}, QStringLiteral("lost")});
        return true;
    }

    QList<Held> held;
    AddressCheck addressCheck;
    Result<LabelFile> labelFile = Error(ShippingError::LabelNotThere);
    int labelsFetched = 0;
    std::optional<ParcelProgress> progress;
    std::optional<VoidResult> voidResult;
    int tracked = 0;
    int voidsAsked = 0;
};

inline const QuoteOutcome upsOffer{QuoteResult::Offered,    QStringLiteral("ups"),
                                   QStringLiteral("UPS"),   {690, Currency("EUR")},
                                   QStringLiteral("rate1"), {}};
inline const LabelOutcome upsLabel{LabelResult::Bought,
                                   QStringLiteral("label1"),
                                   QStringLiteral("http://x/label1"),
                                   {},
                                   QStringLiteral("KTR1")};

class EveryRight : public Rights
{
public:
    bool allows(const QString &actor, Right) const override
    {
        return actor != QStringLiteral("guest");
    }
};

//! A shipping service between a payment topic that the test writes and a given logistics system,
//! with one customer whose address is known.
class ShippingBench
{
public:
    static constexpr qint64 lookEveryMs = 1000;

    //! Its parcels lie in a file unless a server is named; the files in a folder of its own unless
    //! one is named, where another process may have left them.
    ShippingBench(const Clock &clock, LogisticsSystem &logistics, const Address &home,
                  const std::optional<StoreUrl> &server = {}, const QString &folder = {})
        : m_clock(clock)
        , m_path(folder.isEmpty() ? m_folder.path() : folder)
        , accountStore(openedFile(QStringLiteral("account")))
        , paymentStore(openedFile(QStringLiteral("payment")))
        , shippingStore(server ? opened(*server, QStringLiteral("shipping"))
                               : openedFile(QStringLiteral("shipping")))
        , accountTopic(*accountStore, QStringLiteral("account"))
        , paymentTopic(*paymentStore, QStringLiteral("payment"))
        , shippingTopic(*shippingStore, QStringLiteral("shipping"))
        , accounts(*accountStore, accountTopic, clock, rights)
    {
        customer = AccountId::make(clock.now());
        KONTOR_CHECK(bool(accounts.create(command(), customer,
                                          {home.name, QStringLiteral("c@example.com"), {}, {}})));
        const auto added = accounts.addAddress(command(), customer, home);
        KONTOR_CHECK(bool(added));
        address = *added;
        restart(logistics);
    }

    //! The service as a new process finds it.
    void restart(LogisticsSystem &logistics)
    {
        shipping.reset();
        shipping = std::make_unique<ShippingService>(*shippingStore, shippingTopic, m_clock, rights,
                                                     accounts, logistics, settings());
        shipping->consume(paymentTopic);
    }

    static ShippingSettings settings() { return {{1000, 300, 200, 150}, lookEveryMs}; }

    static std::unique_ptr<Store> opened(const StoreUrl &url, const QString &service)
    {
        auto store = Store::open(url, service, Store::Access::Write);
        if (!store)
            qFatal("%s: %s", qPrintable(service), qPrintable(store.error().text()));
        return std::move(*store);
    }

    Command command(const QString &actor = QStringLiteral("ann")) const
    {
        return Command::make(m_clock, actor, QStringLiteral("T1"));
    }

    template <class E>
    void publish(const E &event)
    {
        const auto done = inTransaction(*paymentStore, [&](Transaction &tx) -> Result<> {
            tx.setCause({m_clock.now(), {}, QStringLiteral("test"), {}});
            paymentTopic.append(tx, event);
            return {};
        });
        KONTOR_CHECK(bool(done));
    }

    PaymentProcessed paid(OrderId order, Fulfilment fulfilment = Fulfilment::Delivery) const
    {
        PaymentProcessed event;
        event.order = order;
        event.customer = customer;
        event.address = address;
        event.fulfilment = fulfilment;
        event.receipt = QStringLiteral("T1-000001");
        event.weightGrams = 750;
        return event;
    }

    //! Until there is nothing left to do now.
    void pump()
    {
        for (int idle = 0; idle < 2;) {
            const auto done = shipping->pump();
            if (!done)
                qFatal("pump: %s", qPrintable(done.error().text()));
            QCoreApplication::sendPostedEvents();
            idle = *done == 0 ? idle + 1 : 0;
        }
    }

    //! The types of the events that the service has told, with the reason of a failure.
    QStringList told() const
    {
        const auto types =
            shippingStore->all("SELECT type, bytes FROM event ORDER BY seq", [](const Row &row) {
                const auto failed = decode<Envelope<ShippingFailed>>(row.bytes(1));
                const bool recalled = failed && failed->data.reason == ShippingFailure::Recalled;
                return row.text(0) == QStringLiteral("ShippingFailed")
                           ? QStringLiteral("ShippingFailed ") +
                                 (recalled ? QStringLiteral("Recalled")
                                           : QStringLiteral("NotDeliverable"))
                           : row.text(0);
            });
        return types ? *types : QStringList{types.error().text()};
    }

private:
    std::unique_ptr<Store> openedFile(const QString &service) const
    {
        return opened(StoreUrl::sqlite(m_path + u'/' + service + QStringLiteral(".sqlite")),
                      service);
    }

    const Clock &m_clock;
    QTemporaryDir m_folder;
    QString m_path;

public:
    EveryRight rights;
    std::unique_ptr<Store> accountStore;
    std::unique_ptr<Store> paymentStore;
    std::unique_ptr<Store> shippingStore;
    AccountTopic accountTopic;
    PaymentTopic paymentTopic;
    ShippingTopic shippingTopic;
    AccountService accounts;

    std::unique_ptr<ShippingService> shipping;
    AccountId customer;
    AddressId address;
};

inline Address addressInBerlin()
{
    return {QStringLiteral("Ada Lovelace"),
            QStringLiteral("Unter den Linden 1"),
            {},
            QStringLiteral("Berlin"),
            QStringLiteral("10117"),
            {},
            QStringLiteral("DE"),
            {},
            {}};
}

} // namespace kontor
