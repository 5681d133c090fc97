// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/order_details.h"

#include "models/stored_text.h"
#include "models/texts.h"
#include "models/waiting_text.h"
#include "ui/orders/concern_panel.h"
#include "ui/orders/order_mails.h"
#include "ui/orders/parcel_correction.h"
#include "ui/paper/paper_row.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/lists.h"
#include "ui/widgets/named.h"
#include "ui/widgets/order_track.h"
#include "ui/widgets/scrolled.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/story_table.h"
#include "ui/widgets/sure_line.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

namespace kontor {

using namespace Qt::StringLiterals;

OrderDetails::OrderDetails(const ShopAccess &access, const Attention &attention,
                           const ReaderThread<StoryReader> &reader, QWidget *parent)
    : QFrame(parent)
    , m_view(access, reader)
    , m_receipt(inRole(named(plainLabel(), u"orderReceipt"_s, tr("Receipt number")), "title"))
    , m_total(inRole(named(plainLabel(), u"orderTotal"_s, tr("Total")), "total"))
    , m_facts(inRole(named(plainLabel(), u"orderFacts"_s, tr("About the order")), "muted"))
    , m_customer(inRole(named(new QPushButton(tr("Orders of this customer")), u"orderCustomer"_s,
                              tr("Orders of this customer")),
                        "compact"))
    , m_copy(
          inRole(named(new QPushButton(tr("Copy")), u"orderCopy"_s, tr("Copy the receipt number")),
                 "compact"))
    , m_parcel(inRole(named(plainLabel(), u"orderParcelText"_s, tr("Parcel")), "muted"))
    , m_waiting(named(plainLabel(), u"orderWaiting"_s, tr("What the order waits for")))
    , m_track(new OrderTrack(u"order"_s))
    , m_lines(goodsTable(m_view.lines(), u"orderLines"_s, tr("Lines of the order"), 0))
    , m_story(inRole(storyTable(m_view.story(), u"orderStory"_s, 0), "plain"))
    , m_mails(new OrderMails(access))
    , m_message(new MessageLine(u"orderMessage"_s))
    , m_papers(new PaperRow(access, *m_message, u"order"_s))
    , m_cancel(inRole(
          named(new QPushButton(tr("Cancel the order")), u"orderCancel"_s, tr("Cancel the order")),
          "danger"))
    , m_return(named(new QPushButton(tr("Return or exchange")), u"orderReturn"_s,
                     tr("Return or exchange")))
    , m_handOver(inRole(
          named(new QPushButton(tr("Hand over")), u"orderHandOver"_s, tr("Hand over")), "main"))
    , m_sure(new SureLine(u"order"_s))
    , m_concerns(new ConcernPanel(access, attention))
    , m_correction(new ParcelCorrection(access, m_concerns->desk()))
    , m_pages(new QStackedWidget)
    , m_nothing(plainLabel(tr("Choose an order to see its story."), "muted"))
{
    build();
    connect(&m_view, &OrderView::changed, this, &OrderDetails::refresh);
    connect(&m_view, &OrderView::refused, this,
            [this](const Error &error) { m_message->say(error); });
    connect(&m_mails->mails(), &MailsModel::failed, this,
            [this](const Error &error) { m_message->say(error); });
    connect(&m_view, &OrderView::changed, &m_mails->mails(), &MailsModel::refresh);
    connectConcerns();
    refresh();
}

void OrderDetails::connectConcerns()
{
    connect(m_concerns, &ConcernPanel::changed, this, &OrderDetails::refresh);
    connect(m_concerns, &ConcernPanel::acted, this, &OrderDetails::acted);
    connect(m_concerns, &ConcernPanel::offered, this, &OrderDetails::offered);
    connect(m_concerns, &ConcernPanel::acted, &m_view, &OrderView::refresh);
    connect(m_concerns, &ConcernPanel::correctionWanted, this, [this](const Concern &concern) {
        m_pages->setCurrentWidget(m_correction);
        m_correction->start(concern);
    });
    connect(m_correction, &ParcelCorrection::left, this, [this] { m_pages->setCurrentIndex(0); });
}

void OrderDetails::build()
{
    inRole(this, "side");
    auto *order = new QWidget;
    auto *parts = new QVBoxLayout(order);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(0);
    parts->addWidget(m_concerns);
    m_content = buildOrder();
    parts->addWidget(m_content, 1);
    m_nothing->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_nothing->setContentsMargins(0, metrics::page * 2, 0, 0);
    parts->addWidget(m_nothing, 1);
    parts->addStretch();
    auto *page = new QWidget;
    auto *above = new QVBoxLayout(page);
    above->setContentsMargins(0, 0, 0, 0);
    above->setSpacing(0);
    above->addWidget(new Scrolled(order), 1);
    m_foot = buildFoot();
    above->addWidget(m_foot);
    m_pages->addWidget(page);
    m_pages->addWidget(m_correction);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
}

QWidget *OrderDetails::buildOrder()
{
    m_lines->setSelectionMode(QAbstractItemView::NoSelection);
    m_lines->setFocusPolicy(Qt::TabFocus);
    endAtLastRow(m_lines);
    m_facts->setWordWrap(true);
    m_parcel->setWordWrap(true);
    m_waiting->setWordWrap(true);
    auto *part = new QWidget;
    auto *inner = new QVBoxLayout(part);
    inner->setContentsMargins(metrics::group, metrics::group, metrics::group, metrics::group);
    inner->setSpacing(metrics::cellPadding);
    inner->addLayout(buildHead());
    inner->addWidget(m_facts);
    inner->addWidget(m_customer, 0, Qt::AlignLeft);
    inner->addWidget(m_track);
    inner->addWidget(m_waiting);
    inner->addWidget(m_parcel);
    inner->addWidget(rule());
    inner->addWidget(m_lines, 2);
    inner->addWidget(rule());
    addPast(inner);
    return part;
}

//! What can be done with the order stays in sight, however long its story.
QWidget *OrderDetails::buildFoot()
{
    auto *foot = new QWidget;
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(rule());
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(metrics::group, metrics::cellPadding, metrics::group, metrics::group);
    inner->setSpacing(metrics::cellPadding);
    inner->addWidget(m_message);
    inner->addWidget(m_sure);
    inner->addWidget(m_papers);
    inner->addWidget(buildActions());
    layout->addLayout(inner);
    return foot;
}

QLayout *OrderDetails::buildHead()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::inside);
    head->addWidget(m_receipt);
    head->addWidget(m_copy);
    head->addStretch();
    head->addWidget(m_total);
    return head;
}

void OrderDetails::addPast(QVBoxLayout *layout)
{
    auto *choice =
        new Segments(u"orderPast"_s, tr("Story or messages"),
                     {{u"orderPastStory"_s, tr("Story")}, {u"orderPastMails"_s, tr("Messages")}});
    auto *pages = new QStackedWidget;
    pages->addWidget(m_story);
    pages->addWidget(m_mails);
    choice->choose(0);
    connect(choice, &Segments::picked, pages, &QStackedWidget::setCurrentIndex);
    layout->addWidget(choice);
    layout->addWidget(pages, 3);
}

QWidget *OrderDetails::buildActions()
{
    connect(m_copy, &QPushButton::clicked, this, &OrderDetails::copyReceipt);
    connect(m_customer, &QPushButton::clicked, this, [this] {
        if (m_view.order())
            Q_EMIT customerWanted(m_view.order()->customer, m_view.customerName());
    });
    connect(m_cancel, &QPushButton::clicked, this, &OrderDetails::askToCancel);
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
    layout->addWidget(m_return);
    layout->addStretch();
    layout->addWidget(m_handOver, 1);
    return actions;
}

void OrderDetails::copyReceipt()
{
    if (!m_view.order())
        return;
    QGuiApplication::clipboard()->setText(m_view.order()->receipt);
    m_message->notice(tr("%1 is copied.").arg(m_view.order()->receipt));
}

void OrderDetails::askToCancel()
{
    m_sure->ask(m_view.canRecall()
                    ? tr("The parcel stays here, its label is given back, and the order is "
                         "cancelled: its goods go back to the shelf, and what was paid goes back "
                         "in the way it came.")
                    : tr("The order is cancelled: its goods go back to the shelf, and what was "
                         "paid goes back in the way it came."),
                tr("Cancel the order"), [this] { m_view.cancel(); });
}

bool OrderDetails::stepBack()
{
    if (m_pages->currentWidget() == m_correction) {
        m_pages->setCurrentIndex(0);
        return true;
    }
    return m_sure->withdraw() || m_concerns->withdrawQuestion();
}

void OrderDetails::showAbout(SubjectId about)
{
    if (about == subject(m_view.id()))
        return;
    m_message->say(QString());
    m_sure->withdraw();
    m_pages->setCurrentIndex(0);
    m_concerns->showAbout(about);
    m_mails->mails().setOrder(OrderId(about.bytes()));
    m_view.setOrder(OrderId(about.bytes()));
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
    if (order->wishedFor.isValid())
        parts.append(tr("wished for %1").arg(dayText(order->wishedFor)));
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
        if (shipment->trouble == ParcelTrouble::Returned)
            return tr("%1, %2: on its way back")
                .arg(shipment->carrierName, shipment->trackingNumber);
        if (shipment->trouble == ParcelTrouble::Failed)
            return tr("%1, %2: not delivered").arg(shipment->carrierName, shipment->trackingNumber);
        return tr("%1, %2: on its way").arg(shipment->carrierName, shipment->trackingNumber);
    case ShipmentState::Delivered:
        return tr("%1, %2: delivered").arg(shipment->carrierName, shipment->trackingNumber);
    case ShipmentState::NeedsCorrection:
        return tr("The carrier refuses the parcel: %1").arg(storedText(shipment->note));
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
    m_foot->setVisible(order.has_value());
    m_nothing->setVisible(!order.has_value() && m_concerns->isEmpty());
    if (!order)
        return;
    m_receipt->setText(order->receipt);
    m_total->setText(amountText(order->total));
    m_facts->setText(facts());
    m_customer->setVisible(!m_view.customerName().isEmpty());
    const QString about = parcel();
    m_parcel->setText(about);
    m_parcel->setVisible(!about.isEmpty());
    m_track->showOrder(m_view);
    const QString waiting = waitingText(*order, m_view.payment(), m_view.shipment());
    m_waiting->setText(waiting);
    m_waiting->setVisible(!waiting.isEmpty());
    m_papers->showSale(order->id, order->fulfilment);
    m_papers->showLabel(m_view.hasLabel());
    m_cancel->setVisible(m_view.canCancel());
    if (!m_view.canCancel())
        m_sure->withdraw();
    m_return->setVisible(m_view.canReturn());
    m_handOver->setVisible(m_view.canHandOver());
    m_handOver->setText(order->fulfilment == Fulfilment::Pickup ? tr("Hand over to the customer")
                                                                : tr("Hand over to the carrier"));
}

} // namespace kontor
