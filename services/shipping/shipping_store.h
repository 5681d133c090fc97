// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/core/transaction.h"
#include "services/shipping/shipping.h"

#include <optional>

namespace kontor {

//! The SQL of shipments.
class ShippingStore
{
public:
    explicit ShippingStore(Store &store) : m_store(store) {}

    Result<std::optional<Shipment>> shipment(OrderId order) const;
    //! The same, kept from others until the transaction ends.
    Result<std::optional<Shipment>> locked(Transaction &tx, OrderId order) const;
    //! The newest first.
    Result<QList<Shipment>> inState(ShipmentState state, int limit) const;
    //! Those that are refused, or whose label is not known to be voided.
    Result<QList<Shipment>> withTask() const;
    //! Parcels of which the carrier should be asked now.
    Result<QList<Shipment>> dueForLook(Timestamp now, int limit) const;

    //! Nothing where it was not fetched yet.
    Result<std::optional<LabelFile>> labelFile(const QString &label) const;
    Result<> keepLabelFile(Transaction &tx, const QString &label, const LabelFile &file);

    //! False if there is one for this order already.
    Result<bool> add(Transaction &tx, const Shipment &shipment);
    //! nextLook: when to ask the carrier about it; nothing: not any more.
    Result<> save(Transaction &tx, const Shipment &shipment, std::optional<Timestamp> nextLook);

private:
    Store &m_store;
};

} // namespace kontor
