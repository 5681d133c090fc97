// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/payment_steps.h"

namespace kontor {

void beginStep(PaymentShop &shop, PaymentStep step, const PaidOrder &order)
{
    switch (step) {
    case PaymentStep::Authorise:
        QVERIFY(shop.service.authorise(shop.command(), order.order, order.tender,
                                       shop.euro(order.minor), QStringLiteral("pm_card_visa")));
        break;
    case PaymentStep::Capture:
        shop.inCart(shop.ordered(order.order, order.fulfilment,
                                 {{shop.euro(order.minor), order.tender, TenderKind::Card}}));
        shop.inInventory(InventoryProcessed{order.order});
        break;
    case PaymentStep::Refund:
        shop.inInventory(InventoryReleased{order.order});
        break;
    case PaymentStep::Void:
        shop.inCart(ShoppingCartAbandoned{order.order});
        break;
    case PaymentStep::Status:
        shop.clock.advance(paymentSettings({}).pollIntervalMs + 1);
        break;
    }
    shop.run();
}

PaymentSettings paymentSettings(const QUrl &address, int patienceMs)
{
    PaymentSettings settings;
    settings.baseUrl = address;
    settings.key = QStringLiteral("sk_test_kontor");
    settings.timeoutMs = patienceMs;
    return settings;
}

StripeClient &StruckSystem::next()
{
    if (m_misled.isEmpty())
        return m_client;
    if (m_asks)
        m_asks();
    const MisledCall call = m_misled.takeFirst();
    m_others.push_back(
        std::make_unique<StripeClient>(paymentSettings(call.address, call.patienceMs)));
    return *m_others.back();
}

PaymentSystem::Reply StruckSystem::watched(Reply reply)
{
    ++m_underWay;
    return [this, reply = std::move(reply)](const CallReply &answer) {
        --m_underWay;
        if (std::exchange(m_awaitsFirst, false))
            m_firstStruck = answer;
        if (m_hears)
            m_hears();
        reply(answer);
    };
}

} // namespace kontor
