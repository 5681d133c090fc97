// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"

namespace kontor {

//! Takes the money for a cart and has it ordered: first the tender is noted with the cart, then a
//! card is asked for its money, then the cart is ordered. Wherever it breaks off, begin() goes on.
class Checkout : public QObject
{
    Q_OBJECT
public:
    enum class Step
    {
        Choosing,   //!< how it is to be paid
        Working,    //!< a service is at it
        AskingCard, //!< the payment system has yet to answer
        Taken,      //!< the money is there, or there is nothing to pay; finish() orders
        Ordered,
    };
    enum class Refusal
    {
        None,
        CardDeclined,
        TooLittleCash,
    };

    explicit Checkout(const ShopAccess &access, QObject *parent = nullptr);

    void begin(const Cart &cart, const Money &total);
    //! What is to be paid in this way; in cash the smallest coin counts.
    Money due(TenderKind kind) const;

    void payCash(const Money &given);
    //! At the counter: the card is on the reader.
    void payByCard();
    //! Pickup and delivery: the customer's saved card, or a link that is mailed.
    void payLater(TenderKind kind);
    void finish();
    //! Gives back what was taken, so that the cart can be changed or paid otherwise.
    void takeBack();

    //! The card on the reader becomes the customer's saved card.
    void saveCard();

    Step step() const { return m_step; }
    Refusal refusal() const { return m_refusal; }
    const Cart &cart() const { return m_cart; }
    TenderKind kind() const { return m_kind; }
    const Money &change() const { return m_change; }
    const Receipt &receipt() const { return m_receipt; }
    //! The customer's saved card, if there is one.
    const std::optional<SavedCard> &savedCard() const { return m_savedCard; }

Q_SIGNALS:
    void stepped();
    void refused(const kontor::Error &error);
    void ordered();
    void takenBack();

private:
    void go(Step step, Refusal refusal = Refusal::None);
    void goOn(const CartTender &taken);
    void note(TenderKind kind, const Money &amount, const Money &given);
    void authorise();
    void lookAtCard();
    void cardAnswered(const PaymentTender &tender);
    void dropTender(TenderId tender, std::function<void()> dropped);
    void findSavedCard();

    const ShopAccess &m_access;
    Cart m_cart;
    Money m_total;
    Money m_change;
    TenderKind m_kind = TenderKind::Cash;
    TenderId m_tender;
    Money m_amount;
    Step m_step = Step::Choosing;
    Refusal m_refusal = Refusal::None;
    Receipt m_receipt;
    std::optional<SavedCard> m_savedCard;
};

} // namespace kontor
