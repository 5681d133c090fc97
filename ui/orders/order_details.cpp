// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/order_details.h"

#include "models/texts.h"
#include "ui/paper/paper_row.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/order_track.h"
#include "ui/widgets/story_table.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace kontor {

using namespace Qt::StringLiterals;

OrderDetails::OrderDetails(const ShopAccess &access, const ReaderThread<StoryReader> &reader,
                           QWidget *parent)
    : QFrame(parent)
    , m_view(access, reader)
    , m_receipt(inRole(named(plainLabel(), u"orderReceipt"_s, tr("Receipt number")), "title"))
    , m_total(inRole(named(plainLabel(), u"orderTotal"_s, tr("Total")), "total"))
    , m_facts(inRole(named(plainLabel(), u"orderFacts"_s, tr("About the order")), "muted"))
    , m_parcel(inRole(named(plainLabel(), u"orderParcelText"_s, tr("Parcel")), "muted"))
    , m_track(new OrderTrack(u"order"_s))
    , m_lines(goodsTable(m_view.lines(), u"orderLines"_s, tr("Lines of the order"), 0))
    , m_story(inRole(storyTable(m_view.story(), u"orderStory"_s, 0), "plain"))
    , m_message(new MessageLine(u"orderMessage"_s))
    , m_papers(new PaperRow(access, *m_message, u"order"_s))
    , m_cancel(inRole(
          named(new QPushButton(tr("Cancel the order")), u"orderCancel"_s, tr("Cancel the order")),
          "danger"))
    , m_recall(named(new QPushButton(tr("Keep the parcel here")), u"orderRecall"_s,
                     tr("Keep the parcel here")))
    , m_return(named(new QPushButton(tr("Return or exchange")), u"orderReturn"_s,
                     tr("Return or exchange")))
    , m_handOver(inRole(
          named(new QPushButton(tr("Hand over")), u"orderHandOver"_s, tr("Hand over")), "main"))
    , m_nothing(plainLabel(tr("Choose an order to see its story."), "muted"))
{
    build();
    connect(&m_view, &OrderView::changed, this, &OrderDetails::refresh);
    connect(&m_view, &OrderView::refused, this,
            [this](const Error &error) { m_message->say(error); });
    refresh();
}

void OrderDetails::build()
{
    inRole(this, "side");
    m_lines->setSelectionMode(QAbstractItemView::NoSelection);
    m_lines->setFocusPolicy(Qt::NoFocus);
    m_facts->setWordWrap(true);
    m_parcel->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    auto *head = new QHBoxLayout;
    head->addWidget(m_receipt);
    head->addStretch();
    head->addWidget(m_total);
    m_content = new QWidget;
    auto *inner = new QVBoxLayout(m_content);
    inner->setContentsMargins(metrics::group, metrics::group, metrics::group, metrics::group);
    inner->setSpacing(metrics::cellPadding);
    inner->addLayout(head);
    inner->addWidget(m_facts);
    inner->addWidget(m_track);
    inner->addWidget(m_parcel);
    inner->addWidget(rule());
    inner->addWidget(m_lines, 2);
    inner->addWidget(rule());
    inner->addWidget(plainLabel(tr("Story"), "strong"));
    inner->addWidget(m_story, 3);
    inner->addWidget(m_message);
    inner->addWidget(m_papers);
    inner->addWidget(buildActions());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_content, 1);
    layout->addWidget(m_nothing, 1);
    m_nothing->setContentsMargins(0, metrics::page * 2, 0, 0);
}

QWidget *OrderDetails::buildActions()
{
    connect(m_cancel, &QPushButton::clicked, &m_view, &OrderView::cancel);
    connect(m_recall, &QPushButton::clicked, &m_view, &OrderView::recall);
    connect(m_handOver, &QPushButton::clicked, &m_view, &OrderView::handOver);
    connect(m_return, &QPushButton::clicked, this, [this] {
        if (m_view.order())
            Q_EMIT returnWanted(m_view.order()->receipt);
    });
    auto *actions = new QWidget;
    auto *layout = new QHBoxLayout(actions);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    layout->addWidget(m_cancel);
    layout->addWidget(m_recall);
    layout->addWidget(m_return);
    layout->addStretch();
    layout->addWidget(m_handOver, 1);
    return actions;
}

void OrderDetails::showOrder(OrderId order)
{
    m_message->say(QString());
    m_view.setOrder(order);
}

QString OrderDetails::facts() const
{
    const auto &order = m_view.order();
    if (!order)
        return {};
    QStringList parts{nameText(order->fulfilment),
                      order->customer.isNull() ? tr("Walk-in customer") : m_view.customerName(),
                      momentText(order->placedAt), tr("Till %1").arg(order->till)};
    if (order->withoutReceipt)
        parts.append(tr("goods without receipt"));
    parts.removeAll(QString());
    QString text = parts.join(u" · "_s);
    if (order->state == OrderState::Cancelled)
        text += u'\n' + tr("Cancelled: %1").arg(nameText(order->cancelReason));
    return text;
}

QString OrderDetails::parcel() const
{
    const auto &shipment = m_view.shipment();
    if (!shipment)
        return {};
    switch (shipment->state) {
    case ShipmentState::Quoting:
    case ShipmentState::Buying:
        return tr("The label is being bought …");
    case ShipmentState::Labelled:
        return tr("%1, %2: ready to be handed over")
            .arg(shipment->carrierName, shipment->trackingNumber);
    case ShipmentState::HandedOver:
        return tr("%1, %2: on its way").arg(shipment->carrierName, shipment->trackingNumber);
    case ShipmentState::Delivered:
        return tr("%1, %2: delivered").arg(shipment->carrierName, shipment->trackingNumber);
    case ShipmentState::NeedsCorrection:
        return tr("The carrier refuses the parcel: %1").arg(shipment->note);
    case ShipmentState::Failed:
        return tr("The parcel will not be sent.");
    case ShipmentState::Recalling:
        return tr("The parcel is being kept back …");
    case ShipmentState::Recalled:
    case ShipmentState::Dropped:
        return tr("The parcel was kept here.");
    }
    return {};
}

void OrderDetails::refresh()
{
    const auto &order = m_view.order();
    m_content->setVisible(order.has_value());
    m_nothing->setVisible(!order.has_value());
    if (!order)
        return;
    m_receipt->setText(order->receipt);
    m_total->setText(amountText(order->total));
    m_facts->setText(facts());
    const QString about = parcel();
    m_parcel->setText(about);
    m_parcel->setVisible(!about.isEmpty());
    m_track->showOrder(m_view);
    m_papers->showSale(order->id, order->fulfilment);
    m_cancel->setVisible(m_view.canCancel());
    m_recall->setVisible(m_view.canRecall());
    m_return->setVisible(m_view.canReturn());
    m_handOver->setVisible(m_view.canHandOver());
    m_handOver->setText(order->fulfilment == Fulfilment::Pickup ? tr("Hand over to the customer")
                                                                : tr("Hand over to the carrier"));
}

} // namespace kontor
