// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/payment/stripe_client.h"
#include "tests/faults/outside_faults.h"
#include "tests/payment/payment_shop.h"

#include <memory>
#include <vector>

namespace kontor {

//! What is asked of the payment system for an order.
enum class PaymentStep
{
    Authorise,
    Capture,
    Refund,
    Void,
    Status, //!< whether a link was paid
};
template <>
struct EnumNames<PaymentStep>
{
    static constexpr std::string_view names[] = {"authorise", "capture", "refund", "void",
                                                 "status"};
};

//! An order with one tender.
struct PaidOrder
{
    OrderId order;
    TenderId tender;
    Fulfilment fulfilment = Fulfilment::Counter;

    static constexpr qint64 minor = 5000;
};

//! Has the service ask it; the order is where the step before it has left it.
void beginStep(PaymentShop &shop, PaymentStep step, const PaidOrder &order);

//! How these calls are made.
PaymentSettings paymentSettings(const QUrl &address, int patienceMs = longPatienceMs);

//! The client of the payment system, some of whose calls go elsewhere.
class StruckSystem : public PaymentSystem
{
public:
    explicit StruckSystem(const QUrl &address) : m_client(paymentSettings(address)) {}

    //! The next calls, one after the other.
    void strike(const QList<MisledCall> &calls)
    {
        m_misled = calls;
        m_firstStruck.reset();
        m_awaitsFirst = !calls.isEmpty();
    }
    int strikesLeft() const { return int(m_misled.size()); }
    //! Called before each call that is struck, and with each reply before the service gets it.
    void observe(std::function<void()> asks, std::function<void()> hears)
    {
        m_asks = std::move(asks);
        m_hears = std::move(hears);
    }
    //! What the first of them was answered; nothing if another process made it.
    const std::optional<CallReply> &firstStruck() const { return m_firstStruck; }
    int underWay() const { return m_underWay; }

    void make(PaymentCallKind kind, const PaymentCall &call, Reply reply) override
    {
        next().make(kind, call, watched(std::move(reply)));
    }
    void lookFor(PaymentCallKind kind, const PaymentCall &call, Reply reply) override
    {
        next().lookFor(kind, call, watched(std::move(reply)));
    }
    void lookAtLink(const PaymentCall &call, Reply reply) override
    {
        next().lookAtLink(call, watched(std::move(reply)));
    }
    void listCharges(Timestamp from, Timestamp until, Listed listed) override
    {
        m_client.listCharges(from, until, std::move(listed));
    }
    void use(const PaymentSettings &settings) override { m_client.use(settings); }
    void check(const PaymentSettings &settings,
               std::function<void(const SystemCheck &)> answered) override
    {
        m_client.check(settings, std::move(answered));
    }

private:
    StripeClient &next();
    Reply watched(Reply reply);

    StripeClient m_client;
    QList<MisledCall> m_misled;
    std::vector<std::unique_ptr<StripeClient>> m_others;
    std::function<void()> m_asks;
    std::function<void()> m_hears;
    std::optional<CallReply> m_firstStruck;
    bool m_awaitsFirst = false;
    int m_underWay = 0;
};

} // namespace kontor
