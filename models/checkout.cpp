// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checkout.h"

#include "models/refund_share.h"
#include "services/core/call.h"

#include <algorithm>

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
        if (paymentOf(tender) || m_step == Step::AskingCard)
            look();
    });
    connect(&access.payment, &PaymentService::callsChanged, this, [this] {
        if (m_step == Step::AskingCard)
            look();
    });
}

void Checkout::go(Step step, Refusal refusal)
{
    m_step = step;
    m_refusal = refusal;
    m_shown = tenders();
    Q_EMIT stepped();
}

void Checkout::begin(const Cart &cart, const Money &total)
{
    m_cart = cart;
    m_total = total;
    m_receipt = {};
    m_goesOn = false;
    m_payments.clear();
    m_calls.clear();
    m_originals.clear();
    m_awaited = 0;
    ++m_begun;
    findSavedCard();
    findOriginals();
    if (std::ranges::any_of(cart.tenders,
                            [this](const CartTender &taken) { return isAsked(taken); }))
        go(Step::AskingCard);
    else
        goOn();
    look();
}

void Checkout::goOn(Refusal refusal)
{
    if (!isComplete())
        return m_goesOn && givesBack() ? giveBack() : go(Step::Choosing, refusal);
    if (!m_goesOn)
        return go(Step::Taken, refusal);
    m_step = Step::Taken;
    finish();
}

Money Checkout::paid() const
{
    Money sum{0, m_total.currency};
    for (const CartTender &taken : m_cart.tenders)
        sum += taken.tender.amount;
    return sum;
}

bool Checkout::isComplete() const { return paid() == m_total + cashRoundingOf(m_cart, m_total); }

Money Checkout::change() const
{
    Money sum{0, m_total.currency};
    for (const CartTender &taken : m_cart.tenders) {
        if (taken.tender.kind == TenderKind::Cash)
            sum += taken.given - taken.tender.amount;
    }
    return sum;
}

Money Checkout::cashRounding() const
{
    Cart inCash = m_cart;
    const Money none{0, m_total.currency};
    inCash.tenders.append({{none, {}, TenderKind::Cash}, none, m_cart.revision});
    return cashRoundingOf(inCash, m_total);
}

Money Checkout::due(TenderKind kind) const
{
    const Money rest = m_total - paid();
    return kind == TenderKind::Cash ? rest + cashRounding() : rest;
}

Money Checkout::dueToCards() const
{
    Money toCards = refundToCards(-m_total, m_originals);
    for (const CartTender &taken : m_cart.tenders) {
        if (taken.tender.kind == TenderKind::Card)
            toCards += taken.tender.amount;
    }
    const Money none{0, m_total.currency};
    return std::max(none, std::min(toCards, -due(TenderKind::Card)));
}

Money Checkout::refundInCash() const
{
    const Money rest = -due(TenderKind::Card) - dueToCards();
    return roundedToCash(rest, m_cart.cashStep);
}

bool Checkout::isAsked(const CartTender &taken) const
{
    return taken.tender.kind == TenderKind::Card && !taken.tender.amount.isNegative();
}

const PaymentTender *Checkout::paymentOf(TenderId tender) const
{
    const auto found = std::ranges::find(m_payments, tender, &PaymentTender::id);
    return found == m_payments.end() ? nullptr : &*found;
}

TenderRow::Standing Checkout::standingOf(const PaymentTender &tender) const
{
    if (tender.state != TenderState::Authorising)
        return TenderRow::Standing::Authorised;
    const auto call = std::ranges::find(m_calls, tender.id, &OpenCall::tender);
    if (call == m_calls.end())
        return TenderRow::Standing::Asked;
    switch (call->intent.state) {
    case IntentState::Created:
        return call->intent.attempts > 0 ? TenderRow::Standing::Unreached
                                         : TenderRow::Standing::Asked;
    case IntentState::Sent:
        return call->intent.unsure ? TenderRow::Standing::Unknown : TenderRow::Standing::Asked;
    case IntentState::Unknown:
        return TenderRow::Standing::Unknown;
    case IntentState::Done:
        break;
    }
    return TenderRow::Standing::Asked;
}

TenderRow Checkout::rowOf(const CartTender &taken) const
{
    TenderRow row{taken.tender, taken.given, TenderRow::Standing::Taken, {}, {}};
    if (!isAsked(taken))
        return row;
    row.standing = TenderRow::Standing::Asked;
    const PaymentTender *payment = paymentOf(taken.tender.id);
    if (!payment)
        return row;
    row.standing = standingOf(*payment);
    row.card = payment->card;
    const auto call = std::ranges::find(m_calls, taken.tender.id, &OpenCall::tender);
    if (call != m_calls.end())
        row.call = call->intent.id;
    return row;
}

QList<TenderRow> Checkout::tenders() const
{
    QList<TenderRow> rows;
    for (const CartTender &taken : m_cart.tenders)
        rows.append(rowOf(taken));
    for (const PaymentTender &payment : m_payments) {
        const auto isThis = [&](const CartTender &taken) { return taken.tender.id == payment.id; };
        const bool letGo = payment.state == TenderState::Authorising ||
                           payment.state == TenderState::Authorised ||
                           payment.state == TenderState::Voiding;
        if (letGo && std::ranges::none_of(m_cart.tenders, isThis))
            rows.append({{payment.amount, payment.id, payment.kind},
                         payment.amount,
                         TenderRow::Standing::LetGo,
                         payment.card,
                         {}});
    }
    return rows;
}

std::optional<TenderRow> Checkout::waitingCard() const
{
    for (const TenderRow &row : tenders()) {
        if (row.standing == TenderRow::Standing::Asked ||
            row.standing == TenderRow::Standing::Unreached ||
            row.standing == TenderRow::Standing::Unknown)
            return row;
    }
    return std::nullopt;
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

void Checkout::findOriginals()
{
    if (!givesBack())
        return;
    QSet<OrderId> asked;
    for (const CartLine &line : m_cart.lines) {
        if (!line.isReturnByReceipt() || asked.contains(line.originalOrder))
            continue;
        asked.insert(line.originalOrder);
        ++m_awaited;
        call(m_access.payment, &PaymentService::payment, line.originalOrder)
            .then(this, [this, begun = m_begun](const Result<PaymentOverview> &original) {
                if (begun != m_begun)
                    return;
                if (!original && !original.error().is(PaymentError::UnknownOrder)) {
                    Q_EMIT refused(original.error());
                    return;
                }
                if (original)
                    m_originals.append(*original);
                --m_awaited;
                Q_EMIT stepped();
            });
    }
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

void Checkout::payCash(const Money &given)
{
    const Money rest = due(TenderKind::Cash);
    if (given.minor % m_cart.cashStep != 0)
        return go(m_step, Refusal::NoSuchCoin);
    if (given.isZero() && !rest.isZero())
        return go(m_step, Refusal::NothingGiven);
    note(TenderKind::Cash, std::min(given, rest), given);
}

void Checkout::payByCard(const Money &amount)
{
    if (amount.isZero())
        return go(m_step, Refusal::NothingGiven);
    if (amount > due(TenderKind::Card))
        return go(m_step, Refusal::MoreThanRest);
    note(TenderKind::Card, amount, amount);
}

void Checkout::payLater(TenderKind kind) { note(kind, due(kind), due(kind)); }

void Checkout::giveBack()
{
    if (!knowsWhoPaid())
        return;
    const Money toCards = dueToCards();
    m_step = Step::Choosing;
    if (!toCards.isZero())
        note(TenderKind::Card, -toCards, -toCards);
    else
        note(TenderKind::Cash, due(TenderKind::Cash), due(TenderKind::Cash));
}

void Checkout::note(TenderKind kind, const Money &amount, const Money &given)
{
    if (m_step != Step::Choosing)
        return;
    const CartTender taken{
        {amount, TenderId::make(m_access.clock.now()), kind}, given, m_cart.revision};
    go(Step::Working);
    call(m_access.cart, &CartService::addTender, m_access.command(), m_cart.id, taken.tender, given)
        .then(this, [this, taken](const Result<> &noted) {
            if (!noted) {
                go(Step::Choosing);
                Q_EMIT refused(noted.error());
                return;
            }
            m_goesOn = true;
            m_cart.tenders.append(taken);
            if (isAsked(taken))
                return authorise(taken.tender);
            goOn();
        });
}

void Checkout::authorise(const Tender &tender)
{
    ++m_look;
    go(Step::AskingCard);
    call(m_access.payment, &PaymentService::authorise, m_access.command(), m_cart.id, tender.id,
         tender.amount, cardOnReader().token)
        .then(this, [this, tender](const Result<> &asked) {
            if (asked)
                return look();
            Q_EMIT refused(asked.error());
            takeBack(tender.id);
        });
}

void Checkout::look()
{
    const int look = ++m_look;
    call(m_access.payment, &PaymentService::payment, m_cart.id)
        .then(this, [this, look](const Result<PaymentOverview> &payment) {
            if (look != m_look)
                return;
            if (payment) {
                m_payments = payment->tenders;
                return lookAtCalls(look);
            }
            if (payment.error().is(PaymentError::UnknownOrder))
                return judge();
            if (m_step == Step::AskingCard)
                Q_EMIT refused(payment.error());
        });
}

void Checkout::lookAtCalls(int look)
{
    const bool waits = std::ranges::any_of(
        m_payments, [](const PaymentTender &tender) { return isUnderWay(tender.state); });
    m_calls.clear();
    if (!waits)
        return judge();
    call(m_access.payment, &PaymentService::openCalls)
        .then(this, [this, look](const Result<QList<OpenCall>> &calls) {
            if (look != m_look)
                return;
            if (calls)
                m_calls = *calls;
            judge();
        });
}

void Checkout::judge()
{
    if (m_step != Step::AskingCard) {
        if (std::exchange(m_shown, tenders()) != m_shown)
            Q_EMIT tendersChanged();
        return;
    }
    for (const CartTender &taken : m_cart.tenders) {
        if (!isAsked(taken))
            continue;
        const PaymentTender *payment = paymentOf(taken.tender.id);
        // Noted with the cart, and then the till stopped before the card was asked.
        if (!payment)
            return takeBack(taken.tender.id);
        if (payment->state == TenderState::Authorising)
            return go(Step::AskingCard);
        if (payment->state != TenderState::Authorised)
            return drop(taken.tender.id, [this](const Tender &) { goOn(Refusal::CardDeclined); });
    }
    goOn();
}

void Checkout::askAgain()
{
    const auto waiting = waitingCard();
    if (m_step != Step::AskingCard || !waiting || waiting->call.isNull())
        return;
    call(m_access.payment, &PaymentService::askAgain, m_access.command(), waiting->call)
        .then(this, [this](const Result<> &asked) {
            if (!asked && !asked.error().is(PaymentError::CallNotOpen))
                Q_EMIT refused(asked.error());
            look();
        });
}

void Checkout::enterAnswer(CallVerdict verdict, const QString &reference)
{
    const auto waiting = waitingCard();
    if (m_step != Step::AskingCard || !waiting)
        return;
    if (waiting->call.isNull()) {
        Q_EMIT refused(PaymentError::CallUnderWay);
        return;
    }
    m_goesOn = true;
    call(m_access.payment, &PaymentService::resolve, m_access.command(), waiting->call, verdict,
         reference)
        .then(this, [this](const Result<> &resolved) {
            if (!resolved)
                Q_EMIT refused(resolved.error());
            look();
        });
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
    if (!m_cart.tenders.isEmpty())
        takeBack(m_cart.tenders.last().tender.id);
}

void Checkout::takeBack(TenderId tender)
{
    if (m_step == Step::Ordered || m_step == Step::Working)
        return;
    m_goesOn = false;
    drop(tender, [this](const Tender &dropped) {
        goOn();
        Q_EMIT takenBack(dropped);
        look();
    });
}

void Checkout::drop(TenderId id, std::function<void(const Tender &)> dropped)
{
    const auto found = std::ranges::find(m_cart.tenders, id,
                                         [](const CartTender &taken) { return taken.tender.id; });
    if (found == m_cart.tenders.end())
        return;
    const Tender tender = found->tender;
    const Step before = std::exchange(m_step, Step::Working);
    ++m_look;
    call(m_access.cart, &CartService::removeTender, m_access.command(), m_cart.id, id)
        .then(this, [this, before, tender, dropped = std::move(dropped)](const Result<> &removed) {
            if (!removed) {
                go(before);
                Q_EMIT refused(removed.error());
                return;
            }
            m_cart.tenders.removeIf(
                [&](const CartTender &taken) { return taken.tender.id == tender.id; });
            dropped(tender);
        });
}

} // namespace kontor
