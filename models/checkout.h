// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/shop_access.h"
#include "models/tender_row.h"

namespace kontor {

//! Takes the money for a cart, by as many tenders as it takes, or gives it back, and has the cart
//! ordered: a tender is first noted with the cart, then a card is asked for its money; when nothing
//! is left to pay, the cart is ordered. Wherever it breaks off, begin() goes on.
class Checkout : public QObject
{
    Q_OBJECT
public:
    enum class Step
    {
        Choosing,   //!< how the rest is to be paid
        Working,    //!< a service is at it
        AskingCard, //!< the payment system has yet to answer
        Taken,      //!< the money is there, or there is nothing to pay; finish() orders
        Ordered,
    };
    enum class Refusal
    {
        None,
        CardDeclined,
        NothingGiven,
        NoSuchCoin,   //!< of this currency
        MoreThanRest, //!< only cash gives change
    };

    explicit Checkout(const ShopAccess &access, QObject *parent = nullptr);

    void begin(const Cart &cart, const Money &total);
    //! What is left to be paid if this is the way; in cash the smallest coin counts. Negative: to
    //! be given back.
    Money due(TenderKind kind) const;
    //! What the smallest coin adds or takes off if the rest is paid in cash.
    Money cashRounding() const;
    bool givesBack() const { return m_total.isNegative(); }
    //! It is known by what the goods that come back had been paid.
    bool knowsWhoPaid() const { return m_awaited == 0; }
    //! Of what is left to be given back, what goes to the cards that had paid.
    Money dueToCards() const;
    //! And what is handed out in cash, rounded to the smallest coin.
    Money refundInCash() const;

    //! Less than the rest is a part of it.
    void payCash(const Money &given);
    //! At the counter: the card is on the reader.
    void payByCard(const Money &amount);
    //! Pickup and delivery: the customer's saved card, or a link that is mailed.
    void payLater(TenderKind kind);
    //! By the tenders that had paid.
    void giveBack();
    void finish();
    //! One step back: the last tender is given back, so that another can be taken or the cart
    //! changed.
    void takeBack();
    //! The tender is no longer of this cart. A card is released as soon as it proves to hold the
    //! money.
    void takeBack(TenderId tender);

    //! What the payment system made of the card is asked at once.
    void askAgain();
    //! What a person saw at the payment system; the reference names the charge if there is one.
    void enterAnswer(CallVerdict verdict, const QString &reference);

    //! The card on the reader becomes the customer's saved card.
    void saveCard();

    Step step() const { return m_step; }
    Refusal refusal() const { return m_refusal; }
    const Cart &cart() const { return m_cart; }
    const Money &total() const { return m_total; }
    //! In the order in which they were taken; those that were let go at the end.
    QList<TenderRow> tenders() const;
    //! The card that has not been answered for.
    std::optional<TenderRow> waitingCard() const;
    //! Of all cash that was handed over.
    Money change() const;
    const Receipt &receipt() const { return m_receipt; }
    //! The customer's saved card, if there is one.
    const std::optional<SavedCard> &savedCard() const { return m_savedCard; }

Q_SIGNALS:
    void stepped();
    //! Within the same step the tenders stand otherwise.
    void tendersChanged();
    void refused(const kontor::Error &error);
    void ordered();
    void takenBack(const kontor::Tender &tender);

private:
    void go(Step step, Refusal refusal = Refusal::None);
    //! What comes next, once it is known how each tender stands.
    void goOn(Refusal refusal = Refusal::None);
    Money paid() const;
    bool isComplete() const;
    bool isAsked(const CartTender &taken) const;
    const PaymentTender *paymentOf(TenderId tender) const;
    TenderRow rowOf(const CartTender &taken) const;
    TenderRow::Standing standingOf(const PaymentTender &tender) const;
    void note(TenderKind kind, const Money &amount, const Money &given);
    void authorise(const Tender &tender);
    void look();
    void lookAtCalls(int look);
    void judge();
    void drop(TenderId tender, std::function<void(const Tender &)> dropped);
    void findSavedCard();
    void findOriginals();

    const ShopAccess &m_access;
    Cart m_cart;
    Money m_total;
    Step m_step = Step::Choosing;
    Refusal m_refusal = Refusal::None;
    bool m_goesOn = false; //!< something was taken here: when all is there, it is ordered
    int m_begun = 0;       //!< how often
    int m_look = 0;        //!< answers to earlier looks are out of date
    int m_awaited = 0;     //!< so many orders that goods come back from are not known yet
    QList<TenderRow> m_shown;
    QList<PaymentTender> m_payments;
    QList<OpenCall> m_calls;
    QList<PaymentOverview> m_originals; //!< of goods that come back
    Receipt m_receipt;
    std::optional<SavedCard> m_savedCard;
};

} // namespace kontor
