// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shown_sale.h"

namespace kontor {

ShownSale::ShownSale(CartSession &session, const Checkout &checkout, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_checkout(checkout)
{
    m_thanks.setSingleShot(true);
    m_thanks.setInterval(thanksMs);
    connect(&m_session, &CartSession::changed, this, &ShownSale::look);
    connect(&m_checkout, &Checkout::stepped, this, &ShownSale::look);
    connect(&m_checkout, &Checkout::tendersChanged, this, &ShownSale::look);
    connect(&m_checkout, &Checkout::ordered, this, [this] {
        m_thanked = m_checkout.cart().id;
        m_thanks.start();
        look();
    });
    connect(&m_thanks, &QTimer::timeout, this, [this] {
        m_thanked = {};
        look();
    });
}

void ShownSale::setPaying(bool paying)
{
    m_paying = paying;
    look();
}

void ShownSale::look()
{
    const bool isNext = m_session.cart().id != m_thanked;
    if (isNext && !m_session.isEmpty())
        m_thanked = {};
    m_phase = phaseNow();
    Q_EMIT changed();
}

ShownSale::Phase ShownSale::phaseNow() const
{
    if (!m_thanked.isNull())
        return Phase::Thanks;
    if (m_session.isEmpty())
        return Phase::Idle;
    return m_paying ? Phase::Paying : Phase::Selling;
}

Money ShownSale::total() const
{
    return m_phase == Phase::Thanks
               ? m_checkout.total() + cashRoundingOf(m_checkout.cart(), m_checkout.total())
               : m_session.totals().total;
}

Money ShownSale::due() const
{
    const bool counter = m_checkout.cart().fulfilment == Fulfilment::Counter;
    return m_checkout.due(counter ? TenderKind::Cash : TenderKind::SavedCard);
}

Money ShownSale::given() const
{
    Money sum{0, m_checkout.total().currency};
    for (const CartTender &taken : m_checkout.cart().tenders)
        sum += taken.given;
    return sum;
}

} // namespace kontor
