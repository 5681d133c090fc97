// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/shipping/shipping_store.h"

namespace kontor {

namespace {

#define KONTOR_SHIPMENT_COLUMNS                                                                    \
    "order_id, state, customer, address, receipt, weight_grams, length_mm, width_mm, height_mm, "  \
    "booking, carrier, carrier_name, price, currency, label, tracking_number, label_url, "         \
    "void_state, trouble, note, created_at"

Shipment shipmentFrom(const Row &row)
{
    Shipment shipment;
    shipment.order = row.id<OrderId>(0);
    shipment.state = row.named<ShipmentState>(1);
    shipment.customer = row.id<AccountId>(2);
    shipment.address = row.id<AddressId>(3);
    shipment.receipt = row.text(4);
    shipment.parcel = {int(row.integer(5)), int(row.integer(6)), int(row.integer(7)),
                       int(row.integer(8))};
    shipment.booking = int(row.integer(9));
    shipment.carrier = row.text(10);
    shipment.carrierName = row.text(11);
    if (!row.text(13).isEmpty())
        shipment.price = row.money(12, row.currency(13));
    shipment.label = row.text(14);
    shipment.trackingNumber = row.text(15);
    shipment.labelUrl = row.text(16);
    shipment.voidState = row.named<VoidState>(17);
    shipment.trouble = row.named<ParcelTrouble>(18);
    shipment.note = row.text(19);
    shipment.createdAt = row.time(20);
    return shipment;
}

} // namespace

Result<std::optional<Shipment>> ShippingStore::shipment(OrderId order) const
{
    return m_store.first("SELECT " KONTOR_SHIPMENT_COLUMNS " FROM shipment WHERE order_id = ?",
                         shipmentFrom, order);
}

Result<std::optional<Shipment>> ShippingStore::locked(Transaction &tx, OrderId order) const
{
    return tx.store().first("SELECT " KONTOR_SHIPMENT_COLUMNS " FROM shipment WHERE order_id = ? "
                            "FOR UPDATE",
                            shipmentFrom, order);
}

Result<QList<Shipment>> ShippingStore::inState(ShipmentState state, int limit) const
{
    return m_store.all("SELECT " KONTOR_SHIPMENT_COLUMNS " FROM shipment WHERE state = ? "
                       "ORDER BY created_at DESC, order_id DESC LIMIT ?",
                       shipmentFrom, state, limit);
}

Result<QList<Shipment>> ShippingStore::withTask() const
{
    // Unknown stays unknown while it is asked again.
    return m_store.all("SELECT " KONTOR_SHIPMENT_COLUMNS R"( FROM shipment
        WHERE state = 'NeedsCorrection' OR void_state = 'Refused' OR trouble IN ('Returned', 'Failed')
           OR (void_state = 'Wanted' AND EXISTS (
                   SELECT 1 FROM intent
                   WHERE intent.subject = shipment.order_id AND intent.kind = ?
                     AND (intent.state = 'Unknown'
                          OR (intent.state = 'Sent' AND intent.unsure = 1))))
        ORDER BY created_at, order_id)",
                       shipmentFrom, ShippingCallKind::Void);
}

Result<QList<Shipment>> ShippingStore::dueForLook(Timestamp now, int limit) const
{
    return m_store.all("SELECT " KONTOR_SHIPMENT_COLUMNS " FROM shipment WHERE next_look_at <= ? "
                       "ORDER BY next_look_at, order_id LIMIT ?",
                       shipmentFrom, now, limit);
}

Result<std::optional<LabelFile>> ShippingStore::labelFile(const QString &label) const
{
    return m_store.first(
        "SELECT suffix, bytes FROM label_file WHERE label = ?",
        [](const Row &row) {
            return LabelFile{row.text(0), row.bytes(1)};
        },
        label);
}

Result<> ShippingStore::keepLabelFile(Transaction &tx, const QString &label, const LabelFile &file)
{
    return withoutValue(tx.run("INSERT INTO label_file (label, suffix, bytes) VALUES (?, ?, ?) "
                               "ON CONFLICT (label) DO NOTHING",
                               label, file.suffix, file.bytes));
}

Result<bool> ShippingStore::add(Transaction &tx, const Shipment &shipment)
{
    const auto added = tx.run(
        R"(INSERT INTO shipment (order_id, state, customer, address, receipt, weight_grams,
                                 length_mm, width_mm, height_mm, booking, created_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (order_id) DO NOTHING)",
        shipment.order, shipment.state, shipment.customer, shipment.address, shipment.receipt,
        shipment.parcel.weightGrams, shipment.parcel.lengthMm, shipment.parcel.widthMm,
        shipment.parcel.heightMm, shipment.booking, shipment.createdAt);
    if (!added)
        return added.error();
    return *added > 0;
}

Result<> ShippingStore::save(Transaction &tx, const Shipment &shipment,
                             std::optional<Timestamp> nextLook)
{
    const auto saved = tx.run(
        R"(UPDATE shipment SET state = ?, address = ?, weight_grams = ?, length_mm = ?,
                  width_mm = ?, height_mm = ?, booking = ?, carrier = ?, carrier_name = ?,
                  price = ?, currency = ?, label = ?, tracking_number = ?, label_url = ?,
                  void_state = ?, trouble = ?, note = ?, next_look_at = ?
           WHERE order_id = ?)",
        shipment.state, shipment.address, shipment.parcel.weightGrams, shipment.parcel.lengthMm,
        shipment.parcel.widthMm, shipment.parcel.heightMm, shipment.booking, shipment.carrier,
        shipment.carrierName, shipment.price, shipment.price.currency.code(), shipment.label,
        shipment.trackingNumber, shipment.labelUrl, shipment.voidState, shipment.trouble,
        shipment.note, nextLook, shipment.order);
    if (!saved)
        return saved.error();
    return {};
}

#undef KONTOR_SHIPMENT_COLUMNS

} // namespace kontor
