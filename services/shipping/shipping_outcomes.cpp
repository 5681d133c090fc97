// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/shipping/shipping_service.h"

#include <QPointer>

// What the shipping service asks of the logistics system, and what it makes of the answers.
namespace kontor {

namespace {

constexpr qsizetype maxLooksAtOnce = 4;
// An offer that has expired is asked for anew by itself, but not for ever.
constexpr int maxBookings = 5;

//! Requests and outcomes are our own bytes from our own store: unreadable ones are a defect.
template <class T>
T decodedOwn(const QByteArray &bytes)
{
    const auto value = decode<T>(bytes);
    KONTOR_CHECK(bool(value));
    return *value;
}

ShippingCallKind callKind(const Intent &intent)
{
    const auto kind = enumFromName<ShippingCallKind>(intent.kind.toStdString());
    KONTOR_CHECK(kind.has_value());
    return *kind;
}

VoidState voidStateAfter(VoidResult result)
{
    switch (result) {
    case VoidResult::Voided:
        return VoidState::Voided;
    case VoidResult::Pending:
        return VoidState::Pending;
    case VoidResult::Refused:
        return VoidState::Refused;
    case VoidResult::ParcelLeft:
        break;
    }
    return VoidState::None;
}

//! A parcel that goes on its way again is in no trouble; what a person saw to stays so.
ParcelTrouble troubleAfter(ParcelProgress progress, ParcelTrouble before)
{
    switch (progress) {
    case ParcelProgress::Delivered:
        return ParcelTrouble::None;
    case ParcelProgress::Returned:
        return before == ParcelTrouble::Closed ? before : ParcelTrouble::Returned;
    case ParcelProgress::Failed:
        return before == ParcelTrouble::Closed ? before : ParcelTrouble::Failed;
    case ParcelProgress::Scanned:
        return before == ParcelTrouble::Closed ? before : ParcelTrouble::None;
    case ParcelProgress::Unscanned:
        break;
    }
    return before;
}

bool hasLeft(const Shipment &shipment)
{
    return shipment.state == ShipmentState::HandedOver ||
           shipment.state == ShipmentState::Delivered;
}

} // namespace

QString parcelReference(OrderId order, int booking)
{
    return order.toString() + u'/' + QString::number(booking);
}

void ShippingService::send(const Intent &intent, const LogisticsSystem::Answered &answered)
{
    const auto held = m_gate.whyHeldUp(intent.id);
    if (!held)
        return answered(LogisticsReply::notSent(held.error().text()).notAsked());
    if (!held->isEmpty())
        return answered(
            CallReply{CallReply::Kind::NotSent, {}, *held, SystemGate::heldUpMs}.notAsked());
    switch (callKind(intent)) {
    case ShippingCallKind::Quote:
        return sendQuote(intent, answered);
    case ShippingCallKind::Label:
        return sendLabel(intent, answered);
    case ShippingCallKind::Void:
        return sendVoid(intent, answered);
    }
}

void ShippingService::sendQuote(const Intent &intent, const LogisticsSystem::Answered &answered)
{
    const auto request = decodedOwn<QuoteRequest>(intent.request);
    call(m_accounts, &AccountService::address, request.address)
        .then(this, [this, intent, request, answered](const Result<Address> &address) {
            if (address)
                return m_logistics.quote(intent, request, *address, answered);
            if (address.error().is(AccountError::NotFound))
                return answered(LogisticsReply::definite(QuoteOutcome::refused(
                    QuoteResult::Correctable, QStringLiteral("the order has no address"))));
            answered(LogisticsReply::notSent(address.error().text()).notAsked());
        });
}

void ShippingService::sendLabel(const Intent &intent, const LogisticsSystem::Answered &answered)
{
    const auto request = decodedOwn<LabelRequest>(intent.request);
    const auto known = shipment(request.order);
    if (!known)
        return answered(LogisticsReply::notSent(known.error().text()).notAsked());
    m_logistics.buy(intent, request, known->state == ShipmentState::Buying, answered);
}

void ShippingService::sendVoid(const Intent &intent, const LogisticsSystem::Answered &answered)
{
    const auto request = decodedOwn<VoidRequest>(intent.request);
    const auto elsewhere = wasBoughtElsewhere(request.order);
    if (!elsewhere)
        return answered(LogisticsReply::notSent(elsewhere.error().text()));
    if (!*elsewhere)
        return m_logistics.voidLabel(intent, request, answered);
    answered(LogisticsReply::definite(VoidOutcome{
        QStringLiteral("the label was bought at another logistics system than the one in use"),
        VoidResult::Refused}));
}

Result<bool> ShippingService::wasBoughtElsewhere(OrderId order) const
{
    const auto name = nameOf(ShippingCallKind::Label);
    return m_gate.wasElsewhere(subject(order),
                               QString::fromLatin1(name.data(), qsizetype(name.size())));
}

Result<> ShippingService::settle(const Intent &intent, const QByteArray &outcome, Transaction &tx)
{
    const auto shipment = locked(tx, OrderId(intent.subject.bytes()));
    if (!shipment)
        return shipment.error();
    switch (callKind(intent)) {
    case ShippingCallKind::Quote:
        return settleQuote(tx, *shipment, decodedOwn<QuoteOutcome>(outcome));
    case ShippingCallKind::Label:
        return settleLabel(tx, *shipment, decodedOwn<LabelOutcome>(outcome));
    case ShippingCallKind::Void:
        return settleVoid(tx, *shipment, decodedOwn<VoidOutcome>(outcome));
    }
    Q_UNREACHABLE();
}

Result<> ShippingService::settleQuote(Transaction &tx, Shipment shipment,
                                      const QuoteOutcome &outcome)
{
    // Recalled or dropped meanwhile: an offer binds nobody.
    if (shipment.state != ShipmentState::Quoting)
        return {};
    shipment.note = outcome.reason;
    switch (outcome.result) {
    case QuoteResult::Offered:
        return buy(tx, shipment, outcome);
    case QuoteResult::NotServed:
        return fail(tx, shipment, ShippingFailure::NotDeliverable);
    case QuoteResult::Correctable:
        break;
    }
    shipment.state = ShipmentState::NeedsCorrection;
    return keep(tx, shipment);
}

Result<> ShippingService::settleLabel(Transaction &tx, Shipment shipment,
                                      const LabelOutcome &outcome)
{
    if (outcome.result == LabelResult::Bought) {
        shipment.label = outcome.label;
        shipment.trackingNumber = outcome.trackingNumber;
        shipment.labelUrl = outcome.labelUrl;
        if (shipment.state == ShipmentState::Buying)
            shipment.state = ShipmentState::Labelled;
        else if (const auto wanted = voidLabel(tx, shipment); !wanted)
            return wanted.error();
        return keep(tx, shipment);
    }
    if (shipment.state == ShipmentState::Recalling)
        return fail(tx, shipment, ShippingFailure::Recalled);
    if (shipment.state != ShipmentState::Buying)
        return {};
    if (outcome.result != LabelResult::Refused && shipment.booking < maxBookings) {
        ++shipment.booking;
        return book(tx, shipment);
    }
    shipment.state = ShipmentState::NeedsCorrection;
    shipment.note = outcome.reason;
    return keep(tx, shipment);
}

Result<> ShippingService::settleVoid(Transaction &tx, Shipment shipment, const VoidOutcome &outcome)
{
    if (outcome.result == VoidResult::Refused)
        shipment.note = outcome.reason;
    return recordVoid(tx, shipment, outcome.result);
}

Result<> ShippingService::recordVoid(Transaction &tx, Shipment shipment, VoidResult result)
{
    shipment.voidState = voidStateAfter(result);
    if (hasLeft(shipment)) {
        // That its label cannot be given back is as it should be.
        if (shipment.voidState != VoidState::Voided)
            shipment.voidState = VoidState::None;
        return keep(tx, shipment);
    }
    if (result == VoidResult::ParcelLeft)
        return parcelLeft(tx, shipment);
    if (shipment.state == ShipmentState::Recalling)
        return fail(tx, shipment, ShippingFailure::Recalled);
    return keep(tx, shipment);
}

Result<> ShippingService::recordProgress(Transaction &tx, Shipment shipment,
                                         ParcelProgress progress)
{
    if (progress == ParcelProgress::Unscanned || shipment.label.isEmpty())
        return keep(tx, shipment);
    shipment.trouble = troubleAfter(progress, shipment.trouble);
    if (!hasLeft(shipment)) {
        if (const auto left = parcelLeft(tx, shipment); !left)
            return left.error();
    }
    if (progress != ParcelProgress::Delivered || shipment.state == ShipmentState::Delivered)
        return keep(tx, shipment);
    shipment.state = ShipmentState::Delivered;
    m_topic.append(tx, ShippingDelivered{shipment.order, shipment.customer});
    return keep(tx, shipment);
}

Result<> ShippingService::askLabel(OrderId order)
{
    const auto known = shipment(order);
    if (!known)
        return known.error();
    if (known->state != ShipmentState::Labelled && !hasLeft(*known))
        return Error(known->label.isEmpty() ? ShippingError::NotLabelled : ShippingError::NotSent);
    const auto kept = m_store.labelFile(known->label);
    if (!kept)
        return kept.error();
    const auto ready = [self = QPointer(this), parcel = *known](Result<LabelFile> file) {
        if (!self)
            return;
        if (file)
            file->trackingNumber = parcel.trackingNumber;
        Q_EMIT self->labelReady(parcel.order, file);
    };
    if (kept->has_value()) {
        ready(**kept);
        return {};
    }
    m_logistics.fetchLabel(known->labelUrl, [self = QPointer(this), parcel = *known,
                                             ready](const Result<LabelFile> &file) {
        if (self && file)
            self->keepLabel(parcel, *file);
        ready(file);
    });
    return {};
}

//! One that cannot be kept is fetched again.
void ShippingService::keepLabel(const Shipment &shipment, const LabelFile &file)
{
    const auto kept = inTransaction(db(), [&](Transaction &tx) -> Result<> {
        tx.setCause({clock().stamp(shipment.createdAt),
                     {},
                     QStringLiteral("system"),
                     QStringLiteral("label:") + shipment.label});
        return m_store.keepLabelFile(tx, shipment.label, file);
    });
    if (!kept)
        qWarning("label %s: %s", qPrintable(shipment.label), qPrintable(kept.error().text()));
}

Result<> ShippingService::checkAddress(const Address &address)
{
    m_logistics.checkAddress(address, [self = QPointer(this), address](const AddressCheck &check) {
        if (self)
            Q_EMIT self->addressChecked(address, check);
    });
    return {};
}

Result<int> ShippingService::lookDue()
{
    if (m_looking.size() >= maxLooksAtOnce)
        return 0;
    const auto due = m_store.dueForLook(clock().now(), int(maxLooksAtOnce));
    if (!due)
        return due.error();
    int begun = 0;
    for (const Shipment &shipment : *due) {
        if (m_looking.contains(shipment.order) || m_looking.size() >= maxLooksAtOnce)
            continue;
        const auto elsewhere = wasBoughtElsewhere(shipment.order);
        if (!elsewhere)
            return elsewhere.error();
        m_looking.insert(shipment.order);
        if (*elsewhere)
            looked(shipment.order, std::optional<ParcelProgress>(),
                   &ShippingService::recordProgress);
        else
            look(shipment);
        ++begun;
    }
    return begun;
}

void ShippingService::look(const Shipment &shipment)
{
    const QPointer self(this);
    const OrderId order = shipment.order;
    if (shipment.voidState == VoidState::Pending)
        m_logistics.askVoid(shipment.label, [self, order](std::optional<VoidResult> answer) {
            if (self)
                self->looked(order, answer, &ShippingService::recordVoid);
        });
    else
        m_logistics.track(shipment.carrier, shipment.trackingNumber,
                          [self, order](std::optional<ParcelProgress> answer) {
                              if (self)
                                  self->looked(order, answer, &ShippingService::recordProgress);
                          });
}

template <class Answer>
void ShippingService::looked(OrderId order, const std::optional<Answer> &answer,
                             Result<> (ShippingService::*record)(Transaction &, Shipment, Answer))
{
    m_looking.remove(order);
    const auto noted = inTransaction(db(), [&](Transaction &tx) -> Result<> {
        const auto shipment = locked(tx, order);
        if (!shipment)
            return shipment.error();
        tx.setCause({clock().stamp(shipment->createdAt),
                     {},
                     QStringLiteral("system"),
                     QStringLiteral("look:") + shipment->trackingNumber});
        return answer ? (this->*record)(tx, *shipment, *answer) : keep(tx, *shipment);
    });
    // It stays due, so it is looked for again.
    if (!noted)
        qWarning("shipment %s: %s", qPrintable(order.toString()), qPrintable(noted.error().text()));
    wake();
}

} // namespace kontor
