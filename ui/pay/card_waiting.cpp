// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pay/card_waiting.h"

#include "models/texts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/call_answer.h"
#include "ui/widgets/focus.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QPushButton *way(const QString &text, const QString &name)
{
    auto *button = named(new QPushButton(text), name, text);
    button->setAutoDefault(true);
    return button;
}

} // namespace

CardWaiting::CardWaiting(QWidget *parent)
    : QWidget(parent)
    , m_title(inRole(named(plainLabel(), u"payWaiting"_s, tr("Card")), "title"))
    , m_note(plainLabel({}, "muted"))
    , m_askAgain(inRole(way(tr("Ask again now"), u"payAskAgain"_s), "main"))
    , m_other(way(tr("Take another tender"), u"payOtherTender"_s))
    , m_answer(new CallAnswer(u"pay"_s))
{
    build();
    connect(m_askAgain, &QPushButton::clicked, this, &CardWaiting::askAgainWanted);
    connect(m_other, &QPushButton::clicked, this, &CardWaiting::otherTenderWanted);
    connect(m_answer, &CallAnswer::answered, this, &CardWaiting::answered);
}

void CardWaiting::build()
{
    m_title->setWordWrap(true);
    m_note->setWordWrap(true);
    m_answerPart = buildAnswer();
    auto *ways = new QVBoxLayout;
    ways->setSpacing(metrics::inside);
    ways->addWidget(m_askAgain);
    ways->addWidget(m_other);
    ways->addStretch();
    m_columns = new QBoxLayout(QBoxLayout::TopToBottom);
    m_columns->setSpacing(metrics::page);
    m_columns->addLayout(ways, 1);
    m_columns->addWidget(m_answerPart, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_title);
    layout->addWidget(m_note);
    layout->addSpacing(metrics::inside);
    layout->addLayout(m_columns);
    layout->addStretch();
}

void CardWaiting::resizeEvent(QResizeEvent *event)
{
    m_columns->setDirection(width() < metrics::twoColumnsWidth ? QBoxLayout::TopToBottom
                                                               : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}

QWidget *CardWaiting::buildAnswer()
{
    auto *part = new QWidget;
    auto *note = plainLabel(
        tr("Or look at the payment system’s own pages and enter what they say:"), "muted");
    note->setWordWrap(true);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(note);
    layout->addWidget(m_answer);
    layout->addStretch();
    return part;
}

void CardWaiting::showCard(const TenderRow &card)
{
    const bool same = card.tender.id == m_card && card.standing == m_standing;
    m_card = card.tender.id;
    m_standing = card.standing;
    const QString amount = amountText(card.tender.amount);
    switch (card.standing) {
    case TenderRow::Standing::Unknown:
        m_title->setText(tr("It is not known whether the card was charged %1.").arg(amount));
        m_note->setText(tr("The payment system did not answer. It is asked again by itself, and "
                           "the card is never charged twice. Should another tender be taken, the "
                           "card is released as soon as it proves to be charged."));
        break;
    case TenderRow::Standing::Unreached:
        m_title->setText(tr("The payment system cannot be reached."));
        m_note->setText(tr("Nothing was taken from the card. It is tried again by itself."));
        break;
    default:
        m_title->setText(tr("The card is being asked for %1 …").arg(amount));
        m_note->setText(tr("Back gives up; whatever the card holds then is released."));
        break;
    }
    const bool stuck = card.standing != TenderRow::Standing::Asked;
    m_askAgain->setVisible(stuck);
    m_other->setVisible(stuck);
    m_answerPart->setVisible(card.standing == TenderRow::Standing::Unknown);
    if (same)
        return;
    m_answer->clear();
    if (stuck)
        focusInSight(m_askAgain);
}

} // namespace kontor
