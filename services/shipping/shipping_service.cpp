// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/shipping/shipping_service.h"

#include <QPointer>

#include <algorithm>

namespace kontor {

namespace {

constexpr int maxListedShipments = 1000;
// What fits the six digits that Shippo takes; no carrier does.
constexpr qint64 maxGrams = 999'999;
// A parcel that the carrier has lost is not looked for for ever.
constexpr qint64 lookForMs = 60LL * 24 * 60 * 60 * 1000;

bool isToBeLookedFor(const Shipment &shipment)
{
    switch (shipment.state) {
    case ShipmentState::Labelled:
    case ShipmentState::HandedOver:
        return true;
    case ShipmentState::Recalling:
    case ShipmentState::Recalled:
    case ShipmentState::Dropped:
        return !shipment.label.isEmpty() && shipment.voidState != VoidState::Voided;
    case ShipmentState::Quoting:
    case ShipmentState::Buying:
    case ShipmentState::Delivered:
    case ShipmentState::NeedsCorrection:
    case ShipmentState::Failed:
        break;
    }
    return false;
}

Result<Shipment> existing(const Result<std::optional<Shipment>> &found, OrderId order)
{
    if (!found)
        return found.error();
    if (!found->has_value())
        return Error(ShippingError::NoShipment, order.toString());
    return **found;
}

} // namespace

ShippingService::ShippingService(Store &store, ShippingTopic &topic, const Clock &clock,
                                 const Rights &rights, AccountService &accounts,
                                 LogisticsSystem &logistics, ShippingSettings settings)
    : Service(store, clock, rights)
    , m_store(store)
    , m_topic(topic)
    , m_accounts(accounts)
    , m_logistics(logistics)
    , m_settings(settings)
    , m_gate(store, QStringLiteral("the key of the logistics system is not known"),
             logistics.settings().system(), !logistics.settings().token.isEmpty())
    , m_calls(
          store, clock,
          [this](const Intent &intent, const LogisticsSystem::Answered &answered) {
              send(intent, answered);
          },
          [this](const Intent &intent, const QByteArray &outcome, Transaction &tx) {
              return settle(intent, outcome, tx);
          })
{
    watch(m_calls);
    connect(&m_gate, &SystemGate::heldUp, this, &ShippingService::tellHeldUp);
}

void ShippingService::consume(const PaymentTopic &topic)
{
    subscribe(topic)
        .on<PaymentProcessed>(this, &ShippingService::on)
        .on<PaymentRefunded>(this, &ShippingService::on);
}

Result<int> ShippingService::reachOut()
{
    const auto sent = m_calls.sendDue();
    if (!sent)
        return sent;
    const auto isOpen = m_gate.isOpen();
    if (!isOpen)
        return isOpen.error();
    if (!*isOpen)
        return sent;
    const auto looked = lookDue();
    if (!looked)
        return looked;
    return *sent + *looked;
}

Handled ShippingService::on(const PaymentProcessed &event, Transaction &tx)
{
    if (event.fulfilment != Fulfilment::Delivery)
        return Handled::done();
    Shipment shipment;
    shipment.order = event.order;
    shipment.customer = event.customer;
    shipment.address = event.address;
    shipment.receipt = event.receipt;
    shipment.parcel = m_settings.usualParcel;
    if (event.weightGrams > 0)
        shipment.parcel.weightGrams =
            int(std::min<qint64>(qint64(event.weightGrams) + m_settings.packagingGrams, maxGrams));
    shipment.createdAt = tx.at();
    const auto added = m_store.add(tx, shipment);
    if (!added)
        return added.error();
    if (!*added)
        return Handled::done();
    return book(tx, shipment);
}

Handled ShippingService::on(const PaymentRefunded &event, Transaction &tx)
{
    if (event.stage != RefundStage::Begun)
        return Handled::done();
    const auto found = m_store.locked(tx, event.order);
    if (!found)
        return found.error();
    if (!found->has_value())
        return Handled::done();
    Shipment shipment = **found;
    switch (shipment.state) {
    case ShipmentState::HandedOver:
    case ShipmentState::Delivered:
    case ShipmentState::Failed:
    case ShipmentState::Recalled:
    case ShipmentState::Dropped:
        return Handled::done();
    case ShipmentState::Quoting:
    case ShipmentState::Buying:
    case ShipmentState::Labelled:
    case ShipmentState::NeedsCorrection:
    case ShipmentState::Recalling:
        break;
    }
    shipment.state = ShipmentState::Dropped;
    shipment.note.clear();
    if (!shipment.label.isEmpty() && shipment.voidState == VoidState::None) {
        if (const auto wanted = voidLabel(tx, shipment); !wanted)
            return wanted.error();
    }
    return keep(tx, shipment);
}

Result<Shipment> ShippingService::locked(Transaction &tx, OrderId order) const
{
    return existing(m_store.locked(tx, order), order);
}

Result<> ShippingService::keep(Transaction &tx, const Shipment &shipment)
{
    const Timestamp now = clock().now();
    const bool look = isToBeLookedFor(shipment) && now.ms - shipment.createdAt.ms < lookForMs;
    return m_store.save(tx, shipment,
                        look ? std::optional(Timestamp{now.ms + m_settings.lookEveryMs})
                             : std::nullopt);
}

template <class Request>
Result<> ShippingService::wish(Transaction &tx, ShippingCallKind kind, const QString &about,
                               const Request &request)
{
    const auto name = nameOf(kind);
    const QString text = QString::fromLatin1(name.data(), qsizetype(name.size()));
    const auto id = IntentId::named(tx.at(), (text + u'/' + about).toUtf8());
    const auto made = m_calls.intend(tx, id, text, subject(request.order), encode(request));
    return made ? m_gate.claim(tx, id) : made;
}

Result<> ShippingService::book(Transaction &tx, Shipment shipment)
{
    shipment.state = ShipmentState::Quoting;
    shipment.note.clear();
    const QuoteRequest request{shipment.address, shipment.booking, shipment.order, shipment.parcel};
    const auto reference = parcelReference(shipment.order, shipment.booking);
    if (const auto wished = wish(tx, ShippingCallKind::Quote, reference, request); !wished)
        return wished.error();
    return keep(tx, shipment);
}

Result<> ShippingService::buy(Transaction &tx, Shipment shipment, const QuoteOutcome &quote)
{
    shipment.state = ShipmentState::Buying;
    shipment.carrier = quote.carrier;
    shipment.carrierName = quote.carrierName;
    shipment.price = quote.price;
    const LabelRequest request{shipment.booking, shipment.order, quote.rate};
    const auto reference = parcelReference(shipment.order, shipment.booking);
    if (const auto wished = wish(tx, ShippingCallKind::Label, reference, request); !wished)
        return wished.error();
    return keep(tx, shipment);
}

Result<> ShippingService::voidLabel(Transaction &tx, Shipment &shipment)
{
    shipment.voidState = VoidState::Wanted;
    const VoidRequest request{shipment.carrier, shipment.label, shipment.order,
                              shipment.trackingNumber};
    return wish(tx, ShippingCallKind::Void, shipment.label, request);
}

Result<> ShippingService::fail(Transaction &tx, Shipment shipment, ShippingFailure reason)
{
    shipment.state =
        reason == ShippingFailure::Recalled ? ShipmentState::Recalled : ShipmentState::Failed;
    m_topic.append(tx, ShippingFailed{shipment.order, shipment.customer, reason});
    return keep(tx, shipment);
}

Result<> ShippingService::parcelLeft(Transaction &tx, Shipment &shipment)
{
    shipment.state = ShipmentState::HandedOver;
    shipment.note.clear();
    m_topic.append(tx, ShippingProcessed{shipment.order, shipment.customer, shipment.carrierName,
                                         shipment.trackingNumber});
    return keep(tx, shipment);
}

Result<> ShippingService::handOver(const Command &command, OrderId order)
{
    return perform<CommandName::ShippingHandOver>(command, [&](Transaction &tx) -> Result<> {
        auto shipment = locked(tx, order);
        if (!shipment)
            return shipment.error();
        switch (shipment->state) {
        case ShipmentState::Labelled:
            return parcelLeft(tx, *shipment);
        case ShipmentState::HandedOver:
        case ShipmentState::Delivered:
            break;
        case ShipmentState::Quoting:
        case ShipmentState::Buying:
        case ShipmentState::NeedsCorrection:
            return Error(ShippingError::NotLabelled);
        case ShipmentState::Failed:
        case ShipmentState::Recalling:
        case ShipmentState::Recalled:
        case ShipmentState::Dropped:
            return Error(ShippingError::NotSent);
        }
        return {};
    });
}

Result<> ShippingService::recall(const Command &command, OrderId order)
{
    const auto done =
        perform<CommandName::ShippingRecall>(command, [&](Transaction &tx) -> Result<> {
            const auto shipment = locked(tx, order);
            return shipment ? recallNow(tx, *shipment) : shipment.error();
        });
    wake();
    return done;
}

Result<> ShippingService::recallNow(Transaction &tx, Shipment shipment)
{
    switch (shipment.state) {
    case ShipmentState::Quoting:
    case ShipmentState::NeedsCorrection:
        return fail(tx, shipment, ShippingFailure::Recalled);
    case ShipmentState::Labelled:
        if (const auto wanted = voidLabel(tx, shipment); !wanted)
            return wanted.error();
        [[fallthrough]];
    case ShipmentState::Buying:
        shipment.state = ShipmentState::Recalling;
        return keep(tx, shipment);
    case ShipmentState::HandedOver:
    case ShipmentState::Delivered:
        return Error(ShippingError::ParcelHasLeft);
    case ShipmentState::Failed:
    case ShipmentState::Recalling:
    case ShipmentState::Recalled:
    case ShipmentState::Dropped:
        break;
    }
    return {};
}

Result<> ShippingService::correct(const Command &command, OrderId order,
                                  const Correction &correction)
{
    const auto done =
        perform<CommandName::ShippingCorrect>(command, [&](Transaction &tx) -> Result<> {
            const auto shipment = locked(tx, order);
            return shipment ? correctNow(tx, *shipment, correction) : shipment.error();
        });
    wake();
    return done;
}

Result<> ShippingService::correctNow(Transaction &tx, Shipment shipment,
                                     const Correction &correction)
{
    if (shipment.state != ShipmentState::NeedsCorrection)
        return Error(ShippingError::NothingToCorrect);
    if (!correction.address.isNull())
        shipment.address = correction.address;
    const auto take = [](int &own, int corrected) {
        if (corrected > 0)
            own = corrected;
    };
    take(shipment.parcel.weightGrams, correction.parcel.weightGrams);
    take(shipment.parcel.lengthMm, correction.parcel.lengthMm);
    take(shipment.parcel.widthMm, correction.parcel.widthMm);
    take(shipment.parcel.heightMm, correction.parcel.heightMm);
    ++shipment.booking;
    return book(tx, shipment);
}

Result<> ShippingService::giveUp(const Command &command, OrderId order)
{
    return perform<CommandName::ShippingGiveUp>(command, [&](Transaction &tx) -> Result<> {
        const auto shipment = locked(tx, order);
        return shipment ? giveUpNow(tx, *shipment) : shipment.error();
    });
}

Result<> ShippingService::giveUpNow(Transaction &tx, Shipment shipment)
{
    if (shipment.voidState == VoidState::Refused) {
        shipment.voidState = VoidState::GivenUp;
        shipment.note.clear();
        return keep(tx, shipment);
    }
    if (shipment.trouble == ParcelTrouble::Returned || shipment.trouble == ParcelTrouble::Failed) {
        shipment.trouble = ParcelTrouble::Closed;
        return keep(tx, shipment);
    }
    switch (shipment.state) {
    case ShipmentState::NeedsCorrection:
        return fail(tx, shipment, ShippingFailure::NotDeliverable);
    case ShipmentState::Recalling:
        return fail(tx, shipment, ShippingFailure::Recalled);
    case ShipmentState::HandedOver:
    case ShipmentState::Delivered:
        return Error(ShippingError::ParcelHasLeft);
    case ShipmentState::Quoting:
    case ShipmentState::Buying:
    case ShipmentState::Labelled:
        return Error(ShippingError::NothingToGiveUp);
    case ShipmentState::Failed:
    case ShipmentState::Recalled:
    case ShipmentState::Dropped:
        break;
    }
    return {};
}

Result<> ShippingService::askAgain(const Command &command, IntentId id)
{
    const auto done =
        perform<CommandName::ShippingAskAgain>(command, [&](Transaction &tx) -> Result<> {
            const auto intent = m_calls.find(id);
            if (!intent)
                return intent.error();
            if (!intent->has_value() || (*intent)->state == IntentState::Done)
                return Error(ShippingError::CallNotOpen);
            return m_calls.hurry(tx, id);
        });
    wake();
    return done;
}

Result<> ShippingService::useSystem(const ShippoSettings &settings)
{
    ShippoSettings used = settings;
    // What a person entered outlives a keychain that says later that it does not know it.
    if (used.token.isEmpty() && used.system() == m_logistics.settings().system())
        used.token = m_logistics.settings().token;
    const auto taken = m_gate.use(used.system(), !used.token.isEmpty(), m_calls,
                                  []() -> Result<bool> { return false; });
    if (taken)
        m_logistics.use(used);
    wake();
    return taken;
}

Result<> ShippingService::checkSystem(const ShippoSettings &settings)
{
    m_logistics.check(settings, [self = QPointer(this)](const SystemCheck &check) {
        if (self)
            Q_EMIT self->checked(check);
    });
    return {};
}

Result<Shipment> ShippingService::shipment(OrderId order) const
{
    return existing(m_store.shipment(order), order);
}

Result<QList<Shipment>> ShippingService::inState(ShipmentState state) const
{
    return m_store.inState(state, maxListedShipments);
}

Result<QList<Shipment>> ShippingService::tasks() const { return m_store.withTask(); }

} // namespace kontor
