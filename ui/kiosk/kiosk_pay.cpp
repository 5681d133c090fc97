// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/kiosk_pay.h"

#include "models/texts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"
#include "ui/widgets/segments.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

KioskPay::KioskPay(SelfService &sale, QWidget *parent)
    : QWidget(parent)
    , m_sale(sale)
    , m_total(inRole(named(plainLabel(), u"kioskToPay"_s, tr("To pay")), "price"))
    , m_waiting(named(plainLabel({}, "title"), u"kioskWaiting"_s, tr("Payment")))
    , m_message(new MessageLine(u"kioskMessage"_s))
    , m_fulfilment(new Segments(u"kioskFulfilment"_s, tr("When do you take it?"),
                                {{u"kioskCounter"_s, tr("I take it with me now")},
                                 {u"kioskPickup"_s, tr("I collect it later")}}))
    , m_card(inRole(named(new QPushButton(tr("Pay by card")), u"kioskCard"_s, tr("Pay by card")),
                    "main"))
    , m_till(named(new QPushButton(tr("Pay at the till")), u"kioskTill"_s, tr("Pay at the till")))
    , m_back(named(new QPushButton(tr("Back")), u"kioskBack"_s, tr("Back to the cart")))
    , m_giveUp(named(new QPushButton(tr("Pay in another way")), u"kioskGiveUp"_s,
                     tr("Pay in another way")))
{
    build();
    connect(m_card, &QPushButton::clicked, this, [this] { finish(SelfService::Way::Card); });
    connect(m_till, &QPushButton::clicked, this, [this] { finish(SelfService::Way::Till); });
    connect(m_back, &QPushButton::clicked, this, &KioskPay::left);
    connect(m_giveUp, &QPushButton::clicked, &m_sale, &SelfService::takeBack);
    connect(&m_sale, &SelfService::stepped, this, [this] {
        showStep();
        if (!m_sale.isPaying() && m_sale.checkout().refusal() == Checkout::Refusal::CardDeclined)
            m_message->say(tr("The card was declined. Try another card, or pay at the till."));
    });
    connect(&m_sale, &SelfService::refused, this, [this] {
        showStep();
        m_message->say(tr("This does not work just now. Please ask our staff."));
    });
    connect(&m_sale, &SelfService::changed, this, [this] {
        if (!m_sale.isPaying() && !m_sale.session().isEmpty())
            m_total->setText(amountText(m_sale.session().totals().total));
    });
}

void KioskPay::build()
{
    m_waiting->setWordWrap(true);
    m_waiting->setAlignment(Qt::AlignCenter);
    m_total->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout;
    column->setSpacing(metrics::group);
    column->addStretch();
    for (QWidget *widget : {static_cast<QWidget *>(m_total), static_cast<QWidget *>(m_fulfilment),
                            static_cast<QWidget *>(m_waiting), static_cast<QWidget *>(m_message),
                            static_cast<QWidget *>(m_card), static_cast<QWidget *>(m_till),
                            static_cast<QWidget *>(m_giveUp), static_cast<QWidget *>(m_back)}) {
        widget->setMaximumWidth(metrics::paletteWidth);
        column->addWidget(widget);
    }
    column->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->addStretch(1);
    layout->addLayout(column, 8);
    layout->addStretch(1);
}

void KioskPay::start()
{
    m_fulfilment->choose(0);
    m_message->say(QString());
    m_total->setText(amountText(m_sale.session().totals().total));
    showStep();
}

void KioskPay::finish(SelfService::Way way)
{
    m_message->say(QString());
    for (QPushButton *button : {m_card, m_till, m_back})
        button->setEnabled(false);
    m_sale.finish(m_fulfilment->chosen() == 1 ? Fulfilment::Pickup : Fulfilment::Counter, way);
}

void KioskPay::showStep()
{
    const bool choosing = !m_sale.isPaying();
    for (QPushButton *button : {m_card, m_till, m_back}) {
        button->setVisible(choosing);
        button->setEnabled(true);
    }
    m_fulfilment->setVisible(choosing);
    m_waiting->setVisible(!choosing);
    m_giveUp->hide();
    if (!choosing)
        showWaiting();
}

void KioskPay::showWaiting()
{
    const bool isTaken = m_sale.checkout().step() == Checkout::Step::Taken;
    m_waiting->setText(isTaken ? tr("Your purchase could not be finished. Please call our staff; "
                                    "you will not pay twice.")
                               : tr("Please follow the card reader."));
    const auto card = m_sale.checkout().waitingCard();
    if (!card)
        return;
    if (card->standing == TenderRow::Standing::Unknown)
        m_waiting->setText(tr("It is not known yet whether your card was charged. Please call our "
                              "staff; you will not pay twice."));
    if (card->standing == TenderRow::Standing::Unreached) {
        m_waiting->setText(tr("Cards cannot be taken just now. Nothing was charged."));
        m_giveUp->show();
    }
}

} // namespace kontor
