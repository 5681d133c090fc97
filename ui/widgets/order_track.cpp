// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/order_track.h"

#include "models/order_view.h"
#include "models/texts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/named.h"

#include <QHBoxLayout>

namespace kontor {

using namespace Qt::StringLiterals;

OrderTrack::OrderTrack(const QString &place, QWidget *parent) : QWidget(parent)
{
    const std::pair<QString, QString> names[StepCount] = {
        {u"Placed"_s, nameText(OrderState::Placed)},
        {u"Paid"_s, nameText(OrderState::Paid)},
        {u"Parcel"_s, tr("Parcel ready")},
        {u"Ready"_s, nameText(OrderState::Ready)},
        {u"Completed"_s, nameText(OrderState::Completed)},
        {u"Cancelled"_s, nameText(OrderState::Cancelled)},
    };
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::inside);
    for (int step = 0; step < StepCount; ++step) {
        m_steps[step] =
            named(plainLabel(names[step].second, "stepAhead"), place + names[step].first, {});
        m_steps[step]->hide(); // until an order takes it
        layout->addWidget(m_steps[step]);
    }
    layout->addStretch();
}

void OrderTrack::showStep(Step step, bool used, bool reached)
{
    QLabel *label = m_steps[step];
    label->setVisible(used);
    setRole(label, !reached ? "stepAhead" : step == Cancelled ? "stepLost" : "stepDone");
    label->setAccessibleName(reached ? tr("%1: reached").arg(label->text())
                                     : tr("%1: still to come").arg(label->text()));
}

void OrderTrack::showOrder(OrderView &view)
{
    const auto &order = view.order();
    const Fulfilment fulfilment = order ? order->fulfilment : Fulfilment::Counter;
    const bool cancelled = order && order->state == OrderState::Cancelled;
    const bool completed = order && order->state == OrderState::Completed;
    const bool ready = order && order->state == OrderState::Ready;
    const bool paid = view.story().has(PaymentProcessed::type) || ready || completed ||
                      (order && order->state == OrderState::Paid);
    const bool labelled = view.shipment() && !view.shipment()->trackingNumber.isEmpty();
    const auto shown = [cancelled](bool reached) { return reached || !cancelled; };
    showStep(Placed, true, order.has_value());
    showStep(Paid, shown(paid), paid);
    showStep(Parcel, fulfilment == Fulfilment::Delivery && shown(labelled), labelled);
    showStep(Ready, fulfilment == Fulfilment::Pickup && shown(ready || completed),
             ready || completed);
    showStep(Completed, shown(completed), completed);
    showStep(Cancelled, cancelled, cancelled);
}

} // namespace kontor
