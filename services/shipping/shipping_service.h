// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/account/account_service.h"
#include "services/core/call.h"
#include "services/core/external_calls.h"
#include "services/core/service.h"
#include "services/core/system_gate.h"
#include "services/payment/payment_topic.h"
#include "services/shipping/logistics_system.h"
#include "services/shipping/shipping_store.h"
#include "services/shipping/shipping_topic.h"

#include <QSet>

namespace kontor {

struct ShippingSettings
{
    //! Its size for every parcel until it is corrected, its weight where the goods' is not known.
    Parcel usualParcel{1000, 300, 200, 150};
    qint64 lookEveryMs = 30 * 60 * 1000;
    //! Of the box and what fills it, on top of the goods' weight. The usual parcel has it in its
    //! own.
    int packagingGrams = 150;
};

//! Answers for parcels: books them, hands them to the carrier, calls them back, follows them.
class ShippingService : public Service
{
    Q_OBJECT
public:
    ShippingService(Store &store, ShippingTopic &topic, const Clock &clock, const Rights &rights,
                    AccountService &accounts, LogisticsSystem &logistics,
                    ShippingSettings settings = {});

    void consume(const PaymentTopic &topic);

    //! The carrier has the parcel now.
    Result<> handOver(const Command &command, OrderId order);
    //! Keeps the parcel here and lets the order fail; refused only if the parcel has left.
    Result<> recall(const Command &command, OrderId order);
    //! Books a refused parcel anew.
    Result<> correct(const Command &command, OrderId order, const Correction &correction);
    //! Ends what waits for a person or for the logistics system: a refused parcel will not be sent,
    //! a recalled one is not waited for any longer, a refused void is let go, what went wrong on
    //! the way is seen to.
    Result<> giveUp(const Command &command, OrderId order);

    //! Asks the logistics system about a call at once that would be made again only later.
    Result<> askAgain(const Command &command, IntentId call);

    //! The label of a parcel that is to be sent; labelReady() follows unless this fails. It is
    //! fetched once and kept. NotLabelled: there is none yet; NotSent: it must not be used.
    Result<> askLabel(OrderId order);
    //! Asks the logistics system about an address; addressChecked() follows, once, for it.
    Result<> checkAddress(const Address &address);
    //! Speaks to this system from now on; what waited for its key is made at once. Another system
    //! than the one in use is refused with SystemError::OpenElsewhere while a call is open there,
    //! and the one in use stays.
    Result<> useSystem(const ShippoSettings &settings);
    //! Tries a system out that need not be the one in use; checked() follows.
    Result<> checkSystem(const ShippoSettings &settings);

    //! ShippingError::NoShipment where there is none.
    Result<Shipment> shipment(OrderId order) const;
    Result<QList<Shipment>> inState(ShipmentState state) const;
    //! Parcels that a person has to look into.
    Result<QList<Shipment>> tasks() const;
    Result<QList<Intent>> openIntents() const { return m_calls.openIntents(); }

Q_SIGNALS:
    void labelReady(kontor::OrderId order, const kontor::Result<kontor::LabelFile> &file);
    void addressChecked(const kontor::Address &address, const kontor::AddressCheck &check);
    void checked(const kontor::SystemCheck &check);

private:
    Result<int> reachOut() override;

    Handled on(const PaymentProcessed &event, Transaction &tx);
    Handled on(const PaymentRefunded &event, Transaction &tx);

    //! For changing it: kept from other applications until the transaction ends.
    Result<Shipment> locked(Transaction &tx, OrderId order) const;
    Result<> keep(Transaction &tx, const Shipment &shipment);
    //! Commits the wish for a call, named after what it is about.
    template <class Request>
    Result<> wish(Transaction &tx, ShippingCallKind kind, const QString &about,
                  const Request &request);
    Result<> book(Transaction &tx, Shipment shipment);
    Result<> buy(Transaction &tx, Shipment shipment, const QuoteOutcome &quote);
    Result<> voidLabel(Transaction &tx, Shipment &shipment);
    Result<> fail(Transaction &tx, Shipment shipment, ShippingFailure reason);
    Result<> parcelLeft(Transaction &tx, Shipment &shipment);
    Result<> recallNow(Transaction &tx, Shipment shipment);
    Result<> correctNow(Transaction &tx, Shipment shipment, const Correction &correction);
    Result<> giveUpNow(Transaction &tx, Shipment shipment);

    void send(const Intent &intent, const LogisticsSystem::Answered &answered);
    void sendQuote(const Intent &intent, const LogisticsSystem::Answered &answered);
    void sendLabel(const Intent &intent, const LogisticsSystem::Answered &answered);
    void sendVoid(const Intent &intent, const LogisticsSystem::Answered &answered);
    //! Whether the parcel's label was bought at another system than the one in use.
    Result<bool> wasBoughtElsewhere(OrderId order) const;
    Result<> settle(const Intent &intent, const QByteArray &outcome, Transaction &tx);
    Result<> settleQuote(Transaction &tx, Shipment shipment, const QuoteOutcome &outcome);
    Result<> settleLabel(Transaction &tx, Shipment shipment, const LabelOutcome &outcome);
    Result<> settleVoid(Transaction &tx, Shipment shipment, const VoidOutcome &outcome);

    Result<int> lookDue();
    void look(const Shipment &shipment);
    void keepLabel(const Shipment &shipment, const LabelFile &file);
    template <class Answer>
    void looked(OrderId order, const std::optional<Answer> &answer,
                Result<> (ShippingService::*record)(Transaction &, Shipment, Answer));
    Result<> recordProgress(Transaction &tx, Shipment shipment, ParcelProgress progress);
    Result<> recordVoid(Transaction &tx, Shipment shipment, VoidResult result);

    ShippingStore m_store;
    ShippingTopic &m_topic;
    AccountService &m_accounts;
    LogisticsSystem &m_logistics;
    ShippingSettings m_settings;
    SystemGate m_gate;
    ExternalCalls m_calls;
    QSet<OrderId> m_looking;
};

} // namespace kontor
