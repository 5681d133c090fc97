// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pay/pay_page.h"

#include "models/quick_cash.h"
#include "models/texts.h"
#include "models/typed_number.h"
#include "ui/commands/key_cap.h"
#include "ui/pay/card_waiting.h"
#include "ui/pay/cash_keys.h"
#include "ui/pay/refund_way.h"
#include "ui/pay/sum_label.h"
#include "ui/pay/tender_list.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"
#include "ui/widgets/scrolled.h"
#include "ui/widgets/sure_line.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QFrame *sumCard(QLabel *title, QWidget *value)
{
    auto *card = inRole(new QFrame, "card");
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(metrics::group, metrics::cellPadding, metrics::group,
                               metrics::cellPadding);
    layout->setSpacing(metrics::inside / 2);
    layout->addWidget(title);
    layout->addWidget(value);
    return card;
}

} // namespace

PayPage::PayPage(const ShopAccess &access, QWidget *parent)
    : QWidget(parent)
    , m_checkout(access)
    , m_title(plainLabel(tr("Payment"), "title"))
    , m_whom(plainLabel({}, "muted"))
    , m_toPayTitle(plainLabel({}, "muted"))
    , m_toPay(new SumLabel(u"toPay"_s, tr("To pay"), "amount"))
    , m_received(inRole(named(new QLineEdit, u"received"_s, tr("Received")), "received"))
    , m_change(new SumLabel(u"change"_s, tr("Change"), "change"))
    , m_tenders(new TenderList)
    , m_message(new MessageLine(u"payMessage"_s))
    , m_sure(new SureLine(u"pay"_s))
    , m_ways(new QStackedWidget)
    , m_waiting(new CardWaiting)
    , m_refund(new RefundWay)
{
    build();
    connectCheckout();
    connect(m_received, &QLineEdit::textChanged, this, [this] {
        m_sure->withdraw();
        m_message->say(QString());
        showChange();
    });
    connect(m_received, &QLineEdit::returnPressed, this, &PayPage::takeCash);
}

void PayPage::connectCheckout()
{
    connect(&m_checkout, &Checkout::stepped, this, &PayPage::showStep);
    connect(&m_checkout, &Checkout::tendersChanged, this,
            [this] { m_tenders->showTenders(m_checkout); });
    connect(&m_checkout, &Checkout::refused, this,
            [this](const Error &error) { m_message->say(error); });
    connect(&m_checkout, &Checkout::ordered, this, &PayPage::ordered);
    connect(&m_checkout, &Checkout::takenBack, this, [this](const Tender &tender) {
        m_message->notice(takenBackText(tender));
        Q_EMIT cartTouched();
        if (std::exchange(m_leaving, false))
            Q_EMIT left();
    });
    connect(m_tenders, &TenderList::takeBackWanted, this,
            [this](TenderId tender) { m_checkout.takeBack(tender); });
    connect(m_waiting, &CardWaiting::askAgainWanted, &m_checkout, &Checkout::askAgain);
    connect(m_waiting, &CardWaiting::otherTenderWanted, this, [this] { m_checkout.takeBack(); });
    connect(m_waiting, &CardWaiting::answered, &m_checkout, &Checkout::enterAnswer);
    connect(m_refund, &RefundWay::giveBackWanted, &m_checkout, &Checkout::giveBack);
}

void PayPage::build()
{
    m_sums = buildSums();
    m_counter = buildCounter();
    m_later = buildLater();
    m_busy = buildBusy();
    m_taken = buildTaken();
    for (QWidget *way : {m_counter, m_later, m_busy, m_taken, static_cast<QWidget *>(m_waiting),
                         static_cast<QWidget *>(m_refund)})
        m_ways->addWidget(way);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::page);
    layout->setSpacing(metrics::group);
    layout->addWidget(buildHead());
    layout->addWidget(m_sums);
    auto *below = new QWidget;
    auto *parts = new QVBoxLayout(below);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(metrics::group);
    parts->addWidget(m_tenders);
    parts->addWidget(m_message);
    parts->addWidget(m_sure);
    parts->addWidget(m_ways, 1);
    layout->addWidget(new Scrolled(below), 1);
}

QWidget *PayPage::buildHead()
{
    auto *head = new QWidget;
    auto *leave = named(new QPushButton(tr("Back")), u"payBack"_s, tr("Back to the cart"));
    showKey(leave, tr("Esc"));
    leave->setFixedWidth(metrics::backWidth);
    connect(leave, &QPushButton::clicked, this, &PayPage::back);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::cellPadding);
    layout->addWidget(m_title);
    layout->addWidget(m_whom);
    layout->addStretch();
    layout->addWidget(leave);
    return head;
}

QWidget *PayPage::buildSums()
{
    auto *sums = new QWidget;
    auto *layout = new QHBoxLayout(sums);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::group);
    layout->addWidget(sumCard(m_toPayTitle, m_toPay), 1);
    layout->addWidget(sumCard(plainLabel(tr("Received"), "muted"), m_received), 1);
    layout->addWidget(sumCard(plainLabel(tr("Change"), "muted"), m_change), 1);
    return sums;
}

QWidget *PayPage::buildCounter()
{
    auto *part = new QWidget;
    auto *cash =
        inRole(named(new QPushButton(tr("Take cash")), u"payCash"_s, tr("Take cash")), "main");
    m_card = inRole(named(new QPushButton, u"payCard"_s, tr("Pay by card")), "quick");
    showKey(cash, tr("Enter"));
    placeKey(m_card, new KeyCap(u"sell.payCard"_s));
    connect(cash, &QPushButton::clicked, this, &PayPage::takeCash);
    connect(m_card, &QPushButton::clicked, this, &PayPage::payByCard);
    auto *note = plainLabel(tr("Type what was handed over, or tap a sum. Less than the whole is a "
                               "part: the rest can be paid in another way."),
                            "small");
    note->setWordWrap(true);
    auto *ways = new QVBoxLayout;
    ways->setSpacing(metrics::inside);
    ways->addWidget(cash);
    ways->addWidget(m_card);
    ways->addWidget(note);
    ways->addStretch();
    m_keys = new CashKeys;
    connect(m_keys, &CashKeys::quick, this, [this](const Money &sum) {
        m_received->setText(editableText(sum));
        m_received->setFocus();
    });
    connect(m_keys, &CashKeys::typed, m_received, &QLineEdit::insert);
    connect(m_keys, &CashKeys::erased, m_received, &QLineEdit::backspace);
    auto *keys = new QVBoxLayout;
    keys->addWidget(m_keys);
    keys->addStretch();
    auto *layout = new QHBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::page);
    layout->addLayout(ways, 2);
    layout->addLayout(keys, 5);
    return part;
}

QWidget *PayPage::buildLater()
{
    auto *part = new QWidget;
    m_savedCard = inRole(named(new QPushButton, u"paySavedCard"_s, tr("Saved card")), "main");
    m_saveCard = named(new QPushButton(tr("Save the card that is on the reader")), u"saveCard"_s,
                       tr("Save the card that is on the reader"));
    m_link =
        named(new QPushButton(tr("Mail a payment link")), u"payLink"_s, tr("Mail a payment link"));
    m_laterNote = plainLabel({}, "muted");
    m_laterNote->setWordWrap(true);
    m_savedCard->setAutoDefault(true);
    m_link->setAutoDefault(true);
    connect(m_savedCard, &QPushButton::clicked, this,
            [this] { m_checkout.payLater(TenderKind::SavedCard); });
    connect(m_link, &QPushButton::clicked, this, [this] { m_checkout.payLater(TenderKind::Link); });
    connect(m_saveCard, &QPushButton::clicked, &m_checkout, &Checkout::saveCard);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    for (QWidget *row : {static_cast<QWidget *>(m_laterNote), static_cast<QWidget *>(m_savedCard),
                         static_cast<QWidget *>(m_saveCard), static_cast<QWidget *>(m_link)}) {
        row->setMaximumWidth(metrics::detailsWidth);
        layout->addWidget(row);
    }
    layout->addStretch();
    return part;
}

QWidget *PayPage::buildBusy()
{
    auto *part = new QWidget;
    m_busyText = inRole(named(plainLabel(), u"payBusy"_s, tr("Payment")), "title");
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, metrics::group, 0, 0);
    layout->addWidget(m_busyText);
    layout->addStretch();
    return part;
}

QWidget *PayPage::buildTaken()
{
    auto *part = new QWidget;
    m_takenText = inRole(named(plainLabel(), u"payTaken"_s, tr("Payment")), "title");
    m_takenText->setWordWrap(true);
    m_finish = inRole(named(new QPushButton(tr("Finish")), u"payFinish"_s, tr("Finish")), "main");
    m_finish->setAutoDefault(true);
    m_finish->setMaximumWidth(metrics::detailsWidth);
    connect(m_finish, &QPushButton::clicked, &m_checkout, &Checkout::finish);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, metrics::group, 0, 0);
    layout->setSpacing(metrics::group);
    layout->addWidget(m_takenText);
    layout->addWidget(m_finish);
    layout->addStretch();
    return part;
}

void PayPage::begin(const Cart &cart, const Money &total, const QString &customerName)
{
    m_leaving = false;
    m_sure->withdraw();
    m_message->say(QString());
    m_received->clear();
    const QString customer = cart.customer.isNull() ? tr("Walk-in customer") : customerName;
    m_whom->setText(tr("%1 · %2").arg(customer, nameText(cart.fulfilment)));
    m_checkout.begin(cart, total);
}

void PayPage::back()
{
    if (m_sure->withdraw())
        return;
    if (m_checkout.step() == Checkout::Step::Working)
        return;
    if (m_checkout.step() == Checkout::Step::Ordered || m_checkout.cart().tenders.isEmpty()) {
        Q_EMIT left();
        return;
    }
    // Nobody at the counter has given anything yet.
    m_leaving = m_checkout.cart().fulfilment != Fulfilment::Counter;
    m_checkout.takeBack();
}

QString PayPage::takenBackText(const Tender &tender) const
{
    if (tender.amount.isNegative())
        return tr("Nothing was given back.");
    if (tender.kind == TenderKind::Cash)
        return tr("Give %1 back to the customer.").arg(amountText(tender.amount));
    return tr("The card was let go. Whatever it holds is released.");
}

QString PayPage::refusalText() const
{
    switch (m_checkout.refusal()) {
    case Checkout::Refusal::None:
        return {};
    case Checkout::Refusal::CardDeclined:
        return tr("The card was declined. Try another card, or take cash.");
    case Checkout::Refusal::NothingGiven:
        return tr("Type what the customer gave, or tap a sum.");
    case Checkout::Refusal::NoSuchCoin:
        return tr("There are no coins for this amount. The smallest is %1.")
            .arg(amountText({m_checkout.cart().cashStep, m_checkout.cart().currency}));
    case Checkout::Refusal::MoreThanRest:
        return tr("A card pays no more than what is left. Only cash gives change.");
    }
    return {};
}

void PayPage::showToPay()
{
    const Checkout &checkout = m_checkout;
    const bool back = checkout.givesBack();
    const bool counter = checkout.cart().fulfilment == Fulfilment::Counter;
    const bool begun = !checkout.cart().tenders.isEmpty();
    m_title->setText(back ? tr("Refund") : tr("Payment"));
    m_toPayTitle->setText(back ? tr("To give back") : begun ? tr("Left to pay") : tr("To pay"));
    if (back)
        return m_toPay->showSum(amountText(checkout.dueToCards() + checkout.refundInCash()));
    m_toPay->showSum(amountText(checkout.due(counter ? TenderKind::Cash : TenderKind::SavedCard)));
}

void PayPage::showStep()
{
    m_sure->withdraw();
    const Checkout &checkout = m_checkout;
    const bool counter = checkout.cart().fulfilment == Fulfilment::Counter;
    const bool takes =
        counter && checkout.step() == Checkout::Step::Choosing && !checkout.givesBack();
    showToPay();
    m_received->parentWidget()->setVisible(takes);
    m_change->parentWidget()->setVisible(takes);
    m_sums->setVisible(checkout.step() != Checkout::Step::AskingCard);
    m_tenders->showTenders(checkout);
    if (const QString refusal = refusalText(); !refusal.isEmpty())
        m_message->say(refusal);
    switch (checkout.step()) {
    case Checkout::Step::Choosing:
        showWay();
        break;
    case Checkout::Step::AskingCard:
        if (m_ways->currentWidget() != m_waiting)
            m_message->say(QString());
        m_ways->setCurrentWidget(m_waiting);
        if (const auto card = checkout.waitingCard())
            m_waiting->showCard(*card);
        break;
    case Checkout::Step::Working:
        m_received->clear();
        m_busyText->setText(tr("Just a moment …"));
        m_ways->setCurrentWidget(m_busy);
        break;
    case Checkout::Step::Taken:
        showTaken();
        break;
    case Checkout::Step::Ordered:
        break;
    }
}

void PayPage::showWay()
{
    if (m_checkout.givesBack()) {
        m_ways->setCurrentWidget(m_refund);
        m_refund->showRefund(m_checkout);
    } else if (m_checkout.cart().fulfilment == Fulfilment::Counter) {
        m_keys->setDue(m_checkout.due(TenderKind::Cash));
        m_ways->setCurrentWidget(m_counter);
        m_received->setFocus();
    } else {
        m_ways->setCurrentWidget(m_later);
        showLater();
    }
    showChange();
}

void PayPage::showLater()
{
    const bool known = !m_checkout.cart().customer.isNull();
    const auto &card = m_checkout.savedCard();
    m_laterNote->setText(known ? tr("The money is taken when the order is accepted.")
                               : tr("Choose a customer first (Back, then F3): who pays later must "
                                    "be known."));
    m_savedCard->setText(card ? tr("Saved card •• %1").arg(card->last4) : tr("Saved card"));
    m_savedCard->setEnabled(known && card.has_value());
    m_saveCard->setVisible(known && !card);
    m_link->setEnabled(known);
    (m_savedCard->isEnabled() ? m_savedCard : m_link)->setFocus();
}

void PayPage::showTaken()
{
    m_takenText->setText(m_checkout.cart().tenders.isEmpty()
                             ? tr("There is nothing to pay.")
                             : tr("All is taken. Finish the sale, or go back to give it back."));
    m_ways->setCurrentWidget(m_taken);
    m_finish->setFocus();
}

std::optional<Money> PayPage::received() const
{
    const Currency currency = m_checkout.cart().currency;
    const auto minor = typedNumber(m_received->text(), currency.exponent());
    if (!minor || *minor < 0 || *minor > Money::maxMinor)
        return std::nullopt;
    return Money{*minor, currency};
}

void PayPage::showChange()
{
    if (!m_checkout.cart().currency.isValid())
        return;
    const Money due = m_checkout.due(TenderKind::Cash);
    const auto given = received();
    const bool enough = given && !(*given < due);
    m_change->showSum(enough ? amountText(*given - due) : u"–"_s);
    const Money rest = m_checkout.due(TenderKind::Card);
    const bool part = given && given->minor > 0 && *given < rest;
    m_card->setText(tr("Card %1").arg(amountText(part ? *given : rest)));
}

void PayPage::takeCash()
{
    if (m_checkout.step() != Checkout::Step::Choosing)
        return;
    if (m_received->text().trimmed().isEmpty())
        return m_message->say(tr("Type what the customer gave, or tap a sum."));
    const auto given = received();
    if (!given)
        return m_message->say(tr("This is not an amount."));
    if (!isLikelyMistyped(*given, m_checkout.due(TenderKind::Cash)))
        return m_checkout.payCash(*given);
    m_sure->ask(tr("%1 would have to be given back. Were %2 handed over?")
                    .arg(m_change->text(), amountText(*given)),
                tr("Yes, take %1").arg(amountText(*given)),
                [this, given = *given] { m_checkout.payCash(given); });
}

void PayPage::payByCard()
{
    const bool usable =
        m_checkout.step() == Checkout::Step::Choosing && m_ways->currentWidget() == m_counter;
    if (!usable)
        return;
    const bool whole = m_received->text().trimmed().isEmpty();
    const auto typed = whole ? std::optional(m_checkout.due(TenderKind::Card)) : received();
    if (!typed)
        return m_message->say(tr("This is not an amount."));
    m_checkout.payByCard(*typed);
}

} // namespace kontor
