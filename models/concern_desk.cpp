// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/concern_desk.h"

#include "services/core/call.h"

#include <algorithm>

namespace kontor {

ConcernDesk::ConcernDesk(const ShopAccess &access, QObject *parent)
    : QObject(parent)
    , m_access(access)
{
}

std::function<void(const Result<> &)> ConcernDesk::answerAbout(SubjectId about)
{
    return [this, about](const Result<> &answer) {
        if (answer)
            Q_EMIT done(about);
        else
            Q_EMIT refused(about, answer.error());
    };
}

Service *ConcernDesk::service(const QString &name) const
{
    const auto found = std::ranges::find(m_access.services, name, &Service::name);
    KONTOR_CHECK(found != m_access.services.end());
    return *found;
}

void ConcernDesk::apply(Remedy remedy, const Concern &concern)
{
    const OrderId order(concern.about.bytes());
    const auto answered = answerAbout(concern.about);
    const Command command = m_access.command();
    switch (remedy) {
    case Remedy::TryAgain:
        return tryAgain(concern);
    case Remedy::AskAgain:
        return askAgain(concern);
    case Remedy::GiveUpParcel:
    case Remedy::CloseVoid:
    case Remedy::CloseTrouble:
        return call(m_access.shipping, &ShippingService::giveUp, command, order)
            .then(this, answered);
    case Remedy::HandOver:
        return call(m_access.order, &OrderService::handOver, command, order).then(this, answered);
    case Remedy::CancelOrder:
        return call(m_access.order, &OrderService::cancel, command, order,
                    CancelReason::NotCollected)
            .then(this, answered);
    case Remedy::OfferAnew:
        return offerAnew(concern.as<Order>());
    case Remedy::LetGo:
        return call(m_access.order, &OrderService::letGo, command, order).then(this, answered);
    case Remedy::CaptureAgain:
        return call(m_access.payment, &PaymentService::captureAgain, command, order)
            .then(this, answered);
    case Remedy::PayIn:
        return payIn(concern.as<Payment>());
    case Remedy::WriteOff:
        return call(m_access.payment, &PaymentService::writeOff, command, order)
            .then(this, answered);
    case Remedy::PayOut:
        return payOut(concern.as<RefundToPay>());
    case Remedy::CloseDifference:
        return call(m_access.payment, &PaymentService::closeDifference, command,
                    concern.as<Difference>())
            .then(this, answered);
    case Remedy::SendAgain:
        return call(m_access.notification, &NotificationService::sendAgain, command,
                    concern.as<QueuedMail>().id)
            .then(this, answered);
    case Remedy::EnterAnswer:
    case Remedy::CorrectParcel:
        break;
    }
}

void ConcernDesk::tryAgain(const Concern &concern)
{
    const auto &[name, event] = concern.as<Concern::Parked>();
    call(*service(name), &Service::retryParked, m_access.command(), event.source, event.subject)
        .then(this, answerAbout(concern.about));
}

void ConcernDesk::askAgain(const Concern &concern)
{
    const auto answered = answerAbout(concern.about);
    if (const auto *payment = std::get_if<OpenCall>(&concern.matter))
        call(m_access.payment, &PaymentService::askAgain, m_access.command(), payment->intent.id)
            .then(this, answered);
    else
        call(m_access.shipping, &ShippingService::askAgain, m_access.command(),
             concern.as<Intent>().id)
            .then(this, answered);
}

void ConcernDesk::enterAnswer(const Concern &concern, CallVerdict verdict, const QString &reference)
{
    call(m_access.payment, &PaymentService::resolve, m_access.command(),
         concern.as<OpenCall>().intent.id, verdict, reference)
        .then(this, answerAbout(concern.about));
}

void ConcernDesk::offerAnew(const Order &order)
{
    // Another till may have dealt with it since it was shown here.
    call(m_access.order, &OrderService::declined)
        .then(this, [this, order](const Result<QList<Order>> &tasks) {
            if (!tasks)
                Q_EMIT refused(subject(order.id), tasks.error());
            else if (std::ranges::find(*tasks, order.id, &Order::id) == tasks->cend())
                Q_EMIT refused(subject(order.id), OrderError::DealtWith);
            else
                copyCart(order);
        });
}

void ConcernDesk::copyCart(const Order &order)
{
    // The cart comes first: if all ends in between, the order is still there to be offered, and
    // offering it once more finds the same cart.
    call(m_access.cart, &CartService::offerAnew, m_access.command(), order.id,
         OrderId::make(m_access.clock.now()), tr("%1 anew").arg(order.receipt))
        .then(this, [this, id = order.id](const Result<OrderId> &cart) {
            if (!cart)
                Q_EMIT refused(subject(id), cart.error());
            if (!cart && !cart.error().is(CartError::OfferedAlready))
                return;
            call(m_access.order, &OrderService::letGo, m_access.command(), id)
                .then(this, [this, id, cart](const Result<> &gone) {
                    answerAbout(subject(id))(gone);
                    if (cart)
                        Q_EMIT offered(*cart);
                });
        });
}

void ConcernDesk::payIn(const Payment &debt)
{
    // Payment learns of it a moment later; what is pressed until then is not paid twice.
    if (m_paidIn.value(debt.order) == debt)
        return;
    m_paidIn.insert(debt.order, debt);
    call(m_access.cart, &CartService::payInDue, m_access.command(), debt.order, debt.due)
        .then(this, [this, order = debt.order](const Result<> &paid) {
            if (paid)
                openDrawer();
            else
                m_paidIn.remove(order);
            answerAbout(subject(order))(paid);
        });
}

void ConcernDesk::payOut(const RefundToPay &refund)
{
    call(m_access.payment, &PaymentService::claimRefund, m_access.command(), refund.order,
         m_access.till)
        .then(this, [this, refund](const Result<QList<RefundToPay>> &claimed) {
            if (!claimed) {
                Q_EMIT refused(subject(refund.order), claimed.error());
                return;
            }
            // The claim is for the whole order; the button named this refund, with this amount.
            const auto due = std::ranges::find(*claimed, refund.tender, &RefundToPay::tender);
            if (due == claimed->cend() || due->amount != refund.amount)
                Q_EMIT refused(subject(refund.order), PaymentError::NoRefundDue);
            else
                handOutCash(*due);
        });
}

void ConcernDesk::handOutCash(const RefundToPay &refund)
{
    call(m_access.cart, &CartService::payOutRefund, m_access.command(),
         RefundPayout{refund.order, refund.tender, refund.amount, refund.paidOut})
        .then(this, [this, about = subject(refund.order)](const Result<> &paid) {
            // What this till has paid out already is only on its way to Payment.
            if (!paid && !paid.error().is(CartError::PaidOutAlready)) {
                Q_EMIT refused(about, paid.error());
                return;
            }
            openDrawer();
            Q_EMIT done(about);
        });
}

void ConcernDesk::openDrawer()
{
    // Without a printer the drawer is opened by hand.
    call(m_access.devices, &DevicesService::openDrawer, m_access.command())
        .then(this, [](const Result<> &) {});
}

void ConcernDesk::askAddress(const Shipment &parcel,
                             std::function<void(const Address &address)> take)
{
    if (parcel.address.isNull())
        return take({});
    call(m_access.account, &AccountService::address, parcel.address)
        .then(this, [this, about = subject(parcel.order), take](const Result<Address> &address) {
            if (address)
                take(*address);
            else
                Q_EMIT refused(about, address.error());
        });
}

void ConcernDesk::correctParcel(const Concern &concern, const std::optional<Address> &address,
                                const Parcel &parcel)
{
    const auto &shipment = concern.as<Shipment>();
    if (!address)
        return bookAgain(shipment.order, {{}, parcel});
    call(m_access.account, &AccountService::addAddress, m_access.command(), shipment.customer,
         *address)
        .then(this, [this, order = shipment.order, parcel](const Result<AddressId> &added) {
            if (added)
                bookAgain(order, {*added, parcel});
            else
                Q_EMIT refused(subject(order), added.error());
        });
}

void ConcernDesk::bookAgain(OrderId order, const Correction &correction)
{
    call(m_access.shipping, &ShippingService::correct, m_access.command(), order, correction)
        .then(this, answerAbout(subject(order)));
}

} // namespace kontor
