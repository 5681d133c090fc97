// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/owner.h"
#include "app/shop.h"
#include "tests/integration/forward_clock.h"
#include "tests/shipping/sandbox_program.h"

#include <QTest>

namespace kontor {

//! A whole shop in one thread, with the real clients and a sandbox of its own. It moves only when
//! the test lets it.
class TrialShop
{
public:
    static constexpr int openingPieces = 10;
    static constexpr qint64 lookAfterMs = 31 * 60 * 1000;

    //! For initTestCase_data(): SQLite, and PostgreSQL where KONTOR_POSTGRES_URL names a server.
    static void addDialects();
    //! Why there can be no shop on this dialect here; empty if there can.
    static QString missingFor(Dialect dialect);

    //! Opens the shop with ten of each product, and a customer with an address and a good card.
    explicit TrialShop(Dialect dialect);

    Shop *operator->() { return m_shop.get(); }
    SandboxProgram &sandbox() { return m_sandbox; }
    ForwardClock &clock() { return m_clock; }
    Command command() const { return m_shop->command(); }
    //! The nth POST from now on to what begins with the path goes wrong so; see docs/sandbox.md.
    void strike(const QString &path, int nth, const QString &fault);
    //! As if the program had ended here and was started again.
    void reopen();

    //! One round of one service; they take turns.
    void step();
    //! Whether the condition held at last; one service may sleep meanwhile.
    bool until(const std::function<bool()> &reached, const Service *asleep = nullptr);
    //! Whether nothing was under way at last.
    bool settle();
    bool isQuiet() const;

    Product tea, book;
    AccountId customer;
    AddressId address;

    void saveCard(const QString &token);
    void receive(const Product &product, int pieces);
    AddressId addressWithZip(const QString &zip, const QString &country = QStringLiteral("GB"));

    //! An empty cart; whatever does not leave at the counter is the customer's.
    OrderId openCart(Fulfilment fulfilment, bool backorder = false, Timestamp collectBy = {});
    void put(OrderId cart, const Product &product, int pieces);
    Money totalOf(OrderId cart);
    TenderId pay(OrderId cart, TenderKind kind, const Money &amount);
    //! A card at the counter, from authorisation to the cart; waits for the payment system.
    TenderId payByCard(OrderId cart, const QString &token);
    Receipt order(OrderId cart);
    //! Ordered, but nothing has happened to it yet.
    OrderId sell(Fulfilment fulfilment, TenderKind tender, int pieces = 2);
    //! A delivery of tea whose label is there.
    OrderId labelled(int pieces = 2);

    //! Holds what comes back by receipt and puts it into the cart.
    void putReturn(OrderId cart, OrderId original, int line, int pieces,
                   Disposition disposition = Disposition::Restock);

    QString stateOf(OrderId order);          //!< "Completed, Settled": the order, its payment
    QString stockOf(const Product &product); //!< "8 on hand, 0 reserved"
    QString mailsAbout(OrderId order);       //!< "OrderConfirmed, Shipped", by name
    //! What the sandbox wrote down: "2 authorised, 1 captured 24.00".
    QString moneyOutside() const;
    QString labelsOutside() const; //!< "1 bought, 1 voided"
    ShipmentState shipmentOf(OrderId order);
    //! False as long as there is no parcel, too.
    bool hasLabel(OrderId order) const;

    //! All that must never be at the end of any way; brings it to rest first.
    QStringList troubles();

private:
    void open();
    void furnish();
    QStringList chargedTwice() const;

    Dialect m_dialect;
    QTemporaryDir m_folder;
    QString m_schemas;
    ForwardClock m_clock;
    OwnerOnly m_rights;
    SandboxProgram m_sandbox;
    std::unique_ptr<Shop> m_shop;
    qsizetype m_turn = 0;
};

//! The value; without one the test fails and goes on with an empty value.
template <class T>
T must(const Result<T> &result)
{
    if (!result) {
        QTest::qFail(qPrintable(result.error().text()), __FILE__, __LINE__);
        return T();
    }
    if constexpr (!std::is_void_v<T>)
        return *result;
}

} // namespace kontor

Q_DECLARE_METATYPE(kontor::Dialect)
