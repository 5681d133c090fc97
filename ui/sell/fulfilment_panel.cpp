// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sell/fulfilment_panel.h"

#include "models/texts.h"
#include "ui/commands/key_cap.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"
#include "ui/widgets/segments.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr Fulfilment fulfilments[] = {Fulfilment::Counter, Fulfilment::Pickup,
                                      Fulfilment::Delivery};

} // namespace

FulfilmentPanel::FulfilmentPanel(CartSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_fulfilment(fulfilmentChoice())
    , m_day(inRole(named(new QPushButton, u"cartDay"_s, tr("Day that is wished for")), "flat"))
    , m_collectBy(named(plainLabel({}, "muted"), u"cartCollectBy"_s, tr("Collect by")))
    , m_shortage(named(plainLabel({}, "notice"), u"cartShortage"_s, tr("Missing goods")))
    , m_waiting(waitingChoice())
{
    build();
    connect(m_fulfilment, &Segments::picked, this,
            [this](int id) { m_session.setFulfilment(Fulfilment(id)); });
    connect(m_waiting, &Segments::picked, this,
            [this](int id) { m_session.setBackorder(id == 1); });
    connect(m_day, &QPushButton::clicked, this, &FulfilmentPanel::dayWanted);
    connect(&m_session, &CartSession::changed, this, &FulfilmentPanel::refresh);
    refresh();
}

void FulfilmentPanel::build()
{
    placeKey(m_day, new KeyCap(u"sell.day"_s));
    m_shortage->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_fulfilment);
    layout->addWidget(m_day);
    layout->addWidget(m_collectBy);
    layout->addWidget(m_shortage);
    layout->addWidget(m_waiting);
}

Segments *FulfilmentPanel::fulfilmentChoice()
{
    QList<Segments::Segment> segments;
    for (const Fulfilment fulfilment : fulfilments)
        segments.append(
            {u"fulfilment"_s + QLatin1String(nameOf(fulfilment).data()), nameText(fulfilment)});
    return new Segments(u"fulfilment"_s, tr("Counter, pickup or delivery"), segments);
}

Segments *FulfilmentPanel::waitingChoice()
{
    return new Segments(
        u"waiting"_s, tr("If goods are missing"),
        {{u"waitingNo"_s, tr("Cancel if missing")}, {u"waitingYes"_s, tr("Wait for goods")}});
}

void FulfilmentPanel::next()
{
    constexpr int count = int(std::size(fulfilments));
    m_session.setFulfilment(Fulfilment((int(m_session.cart().fulfilment) + 1) % count));
}

void FulfilmentPanel::changeWaiting()
{
    if (m_session.cart().fulfilment != Fulfilment::Counter)
        m_session.setBackorder(!m_session.cart().backorder);
}

void FulfilmentPanel::setOpen(bool open)
{
    m_fulfilment->setEnabled(open);
    m_day->setEnabled(open);
    m_waiting->setEnabled(open);
}

void FulfilmentPanel::refresh()
{
    const Cart &cart = m_session.cart();
    const bool counter = cart.fulfilment == Fulfilment::Counter;
    m_fulfilment->choose(int(cart.fulfilment));
    m_day->setVisible(!counter);
    const QString day = cart.wishedFor.isValid() ? tr("Wished for %1").arg(dayText(cart.wishedFor))
                                                 : tr("As soon as possible");
    m_day->setText(day);
    m_day->setAccessibleName(tr("Day: %1").arg(day));
    const bool dated = cart.fulfilment == Fulfilment::Pickup && cart.collectBy != Timestamp{};
    m_collectBy->setVisible(dated);
    m_collectBy->setText(dated ? tr("Collect by %1").arg(dayText(cart.collectBy)) : QString());
    showWaiting(counter);
}

void FulfilmentPanel::showWaiting(bool counter)
{
    const bool waits = m_session.cart().backorder;
    const bool lacks = m_session.lacksGoods() && !counter;
    m_shortage->setVisible(lacks);
    m_shortage->setText(waits ? tr("Some goods are missing: the order waits until they come.")
                              : tr("Some goods are missing: unless it waits for them, the order "
                                   "will be cancelled."));
    m_waiting->setVisible(!counter && (lacks || waits));
    m_waiting->choose(waits ? 1 : 0);
}

} // namespace kontor
