// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checkout.h"

#include "services/core/call.h"

namespace kontor {

namespace {

// What the card reader of training reads: a card that the sandbox knows.
SavedCard cardOnReader()
{
    return {QStringLiteral("pm_card_visa"), QStringLiteral("visa"), QStringLiteral("4242")};
}

//! Else it is not known whether there is one.
bool isNoCard(const Error &error)
{
    return error.is(AccountError::NoSavedCard) || error.is(AccountError::NotFound);
}

} // namespace

Checkout::Checkout(const ShopAccess &access, QObject *parent) : QObject(parent), m_access(access)
{
    connect(&access.payment, &PaymentService::tenderChanged, this, [this](TenderId tender) {
        if (m_step == Step::AskingCard && tender == m_tender)
            lookAtCard();
    });
}

void Checkout::go(Step step, Refusal refusal)
{
    m_step = step;
    m_refusal = refusal;
    Q_EMIT stepped();
}

void Checkout::begin(const Cart &cart, const Money &total)
{
    m_cart = cart;
    m_total = total;
    m_change = Money{0, cart.currency};
    m_receipt = {};
    m_tender = {};
    findSavedCard();
    if (!cart.tenders.isEmpty())
        return goOn(cart.tenders.last());
    go(total.isZero() ? Step::Taken : Step::Choosing);
}

void Checkout::goOn(const CartTender &taken)
{
    m_tender = taken.tender.id;
    m_kind = taken.tender.kind;
    m_amount = taken.tender.amount;
    if (m_kind == TenderKind::Card) {
        go(Step::AskingCard);
        return lookAtCard();
    }
    if (m_kind == TenderKind::Cash)
        m_change = taken.given - taken.tender.amount;
    go(Step::Taken);
}

void Checkout::findSavedCard()
{
    m_savedCard.reset();
    const AccountId customer = m_cart.customer;
    if (customer.isNull())
        return;
    call(m_access.account, &AccountService::savedCard, customer)
        .then(this, [this, customer](const Result<SavedCard> &card) {
            if (customer != m_cart.customer)
                return;
            if (!card) {
                if (!isNoCard(card.error()))
                    Q_EMIT refused(card.error());
                return;
            }
            m_savedCard = *card;
            Q_EMIT stepped();
        });
}

void Checkout::saveCard()
{
    call(m_access.account, &AccountService::saveCard, m_access.command(), m_cart.customer,
         cardOnReader())
        .then(this, [this](const Result<> &saved) {
            if (!saved) {
                Q_EMIT refused(saved.error());
                return;
            }
            findSavedCard();
        });
}

Money Checkout::due(TenderKind kind) const
{
    Cart cart = m_cart;
    cart.tenders = {{{m_total, {}, kind}, m_total, cart.revision}};
    return m_total + cashRoundingOf(cart, m_total);
}

void Checkout::payCash(const Money &given)
{
    const Money amount = due(TenderKind::Cash);
    if (given < amount)
        return go(m_step, Refusal::TooLittleCash);
    m_change = given - amount;
    note(TenderKind::Cash, amount, given);
}

void Checkout::payByCard() { note(TenderKind::Card, due(TenderKind::Card), due(TenderKind::Card)); }

void Checkout::payLater(TenderKind kind) { note(kind, due(kind), due(kind)); }

void Checkout::note(TenderKind kind, const Money &amount, const Money &given)
{
    if (m_step != Step::Choosing)
        return;
    m_kind = kind;
    m_amount = amount;
    m_tender = TenderId::make(m_access.clock.now());
    go(Step::Working);
    call(m_access.cart, &CartService::addTender, m_access.command(), m_cart.id,
         Tender{amount, m_tender, kind}, given)
        .then(this, [this](const Result<> &noted) {
            if (!noted) {
                go(Step::Choosing);
                Q_EMIT refused(noted.error());
                return;
            }
            if (m_kind == TenderKind::Card)
                return authorise();
            m_step = Step::Taken;
            finish();
        });
}

void Checkout::authorise()
{
    go(Step::AskingCard);
    call(m_access.payment, &PaymentService::authorise, m_access.command(), m_cart.id, m_tender,
         m_amount, cardOnReader().token)
        .then(this, [this](const Result<> &asked) {
            if (asked)
                return lookAtCard();
            Q_EMIT refused(asked.error());
            takeBack();
        });
}

void Checkout::lookAtCard()
{
    call(m_access.payment, &PaymentService::tender, m_tender)
        .then(this, [this](const Result<PaymentTender> &tender) {
            if (m_step != Step::AskingCard)
                return;
            if (tender)
                return cardAnswered(*tender);
            // Noted with the cart, and then the till stopped before the card was asked.
            if (tender.error().is(PaymentError::UnknownTender))
                return takeBack();
            Q_EMIT refused(tender.error());
        });
}

void Checkout::cardAnswered(const PaymentTender &tender)
{
    if (tender.id != m_tender || tender.state == TenderState::Authorising)
        return;
    if (tender.state == TenderState::Authorised) {
        m_step = Step::Taken;
        return finish();
    }
    dropTender(m_tender, [this] { go(Step::Choosing, Refusal::CardDeclined); });
}

void Checkout::finish()
{
    if (m_step != Step::Taken)
        return;
    go(Step::Working);
    call(m_access.cart, &CartService::order, m_access.command(), m_cart.id)
        .then(this, [this](const Result<Receipt> &receipt) {
            if (!receipt) {
                go(Step::Taken);
                Q_EMIT refused(receipt.error());
                return;
            }
            m_receipt = *receipt;
            go(Step::Ordered);
            Q_EMIT ordered();
        });
}

void Checkout::takeBack()
{
    if (m_step == Step::Ordered || m_step == Step::Working)
        return;
    if (m_tender.isNull())
        return go(Step::Choosing);
    dropTender(m_tender, [this] {
        go(Step::Choosing);
        Q_EMIT takenBack();
    });
}

void Checkout::dropTender(TenderId tender, std::function<void()> dropped)
{
    const Step before = std::exchange(m_step, Step::Working);
    call(m_access.cart, &CartService::removeTender, m_access.command(), m_cart.id, tender)
        .then(this, [this, before, dropped = std::move(dropped)](const Result<> &removed) {
            if (!removed) {
                go(before);
                Q_EMIT refused(removed.error());
                return;
            }
            m_tender = {};
            m_cart.tenders.clear();
            dropped();
        });
}

} // namespace kontor
