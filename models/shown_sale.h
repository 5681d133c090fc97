// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cart_session.h"
#include "models/checkout.h"

#include <QTimer>

namespace kontor {

//! What a customer is shown of the sale at the till: nothing that a receipt would not tell.
class ShownSale : public QObject
{
    Q_OBJECT
public:
    enum class Phase
    {
        Idle, //!< nobody is served
        Selling,
        Paying,
        Thanks, //!< until the next sale begins, or for a while
    };

    ShownSale(CartSession &session, const Checkout &checkout, QObject *parent = nullptr);

    //! Whether the till is where money is taken.
    void setPaying(bool paying);

    Phase phase() const { return m_phase; }
    GoodsLinesModel &lines() const { return m_session.lines(); }
    //! Negative: to be given back.
    Money total() const;
    //! What is left to be paid.
    Money due() const;
    //! What was handed over so far.
    Money given() const;
    Money change() const { return m_checkout.change(); }
    //! The card reader is waiting for the customer, or for its answer.
    bool asksCard() const { return m_checkout.step() == Checkout::Step::AskingCard; }

    static constexpr int thanksMs = 30'000;

Q_SIGNALS:
    void changed();

private:
    void look();
    Phase phaseNow() const;

    CartSession &m_session;
    const Checkout &m_checkout;
    Phase m_phase = Phase::Idle;
    bool m_paying = false;
    OrderId m_thanked; //!< null: nobody is being thanked
    QTimer m_thanks;
};

} // namespace kontor
