// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/audit/shop_files.h"

namespace kontor::test {

using namespace Qt::StringLiterals;

namespace {

const QUuid tea = numbered(201);
const QUuid pot = numbered(202);
const QUuid customer = numbered(301);

struct SoundLine
{
    int line = 1;
    QUuid product;
    qint64 pieces = 1;
    qint64 price = 0; //!< of a piece, in cents
    qint64 discount = 0;
    int rate = 1000;
    qint64 tax = 0;
    QUuid original;

    qint64 gross() const { return pieces * price - discount; }
    QString disposition() const { return pieces < 0 ? u"Restock"_s : u"Sell"_s; }
};

struct SoundOrder
{
    int number = 0;
    QString fulfilment;
    QString tender;
    QList<SoundLine> lines;

    QUuid id() const { return numbered(number); }
    QUuid tenderId() const { return numbered(100 + number); }
    QString receipt() const { return u"T1-%1"_s.arg(number, 6, 10, QChar(u'0')); }
    qint64 total() const
    {
        qint64 sum = 0;
        for (const SoundLine &line : lines)
            sum += line.gross();
        return sum;
    }
};

QJsonObject orderedLine(const SoundLine &line)
{
    return {{u"discount"_s, euro(line.discount)},
            {u"disposition"_s, line.disposition()},
            {u"gross"_s, euro(line.gross())},
            {u"line"_s, line.line},
            {u"name"_s, u"Tee & Kanne, groß"_s},
            {u"originalLine"_s, line.original.isNull() ? 0 : 1},
            {u"originalOrder"_s, textOf(line.original)},
            {u"product"_s, textOf(line.product)},
            {u"quantity"_s, line.pieces * 1000},
            {u"sku"_s, u"T"_s},
            {u"stocked"_s, true},
            {u"tax"_s, euro(line.tax)},
            {u"taxRate"_s, line.rate},
            {u"unitPrice"_s, euro(line.price * 10'000)},
            {u"weightGrams"_s, 0}};
}

QJsonObject goodsLine(const SoundLine &line)
{
    return {{u"disposition"_s, line.disposition()},
            {u"line"_s, line.line},
            {u"product"_s, textOf(line.product)},
            {u"quantity"_s, line.pieces * 1000}};
}

void orderCart(ShopFiles &shop, const SoundOrder &order)
{
    QJsonArray lines;
    QJsonArray taxes;
    for (const SoundLine &line : order.lines) {
        lines.append(orderedLine(line));
        taxes.append(QJsonObject{
            {u"gross"_s, euro(line.gross())}, {u"rate"_s, line.rate}, {u"tax"_s, euro(line.tax)}});
    }
    const QJsonObject tender{{u"amount"_s, euro(order.total())},
                             {u"id"_s, textOf(order.tenderId())},
                             {u"kind"_s, order.tender}};
    shop.event(u"cart:T1"_s, u"ShoppingCartOrdered"_s, order.id(),
               {{u"order"_s, textOf(order.id())},
                {u"receipt"_s, order.receipt()},
                {u"till"_s, u"T1"_s},
                {u"fulfilment"_s, order.fulfilment},
                {u"lines"_s, lines},
                {u"taxes"_s, taxes},
                {u"taxIncluded"_s, true},
                {u"total"_s, euro(order.total())},
                {u"cashRounding"_s, euro(0)},
                {u"tenders"_s, QJsonArray{tender}}},
               QString());
    shop.run(u"cart:T1"_s,
             u"INSERT INTO cart (id, till, state, currency, tax_included, cash_step, fulfilment, "
             "backorder, collect_by, revision, receipt, opened_at) "
             "VALUES (?, 'T1', 'Ordered', 'EUR', 1, 1, ?, 0, 0, 1, ?, 900)"_s,
             {order.id().toRfc4122(), order.fulfilment, order.receipt()});
}

void processOrder(ShopFiles &shop, const SoundOrder &order, const QString &state)
{
    QJsonArray goods;
    for (const SoundLine &line : order.lines)
        goods.append(goodsLine(line));
    shop.event(u"order"_s, u"OrderProcessed"_s, order.id(),
               {{u"fulfilment"_s, order.fulfilment},
                {u"lines"_s, goods},
                {u"receipt"_s, order.receipt()},
                {u"total"_s, euro(order.total())}});
    shop.run(u"order"_s,
             u"INSERT INTO orders (id, receipt, till, fulfilment, state, total, currency, "
             "without_receipt, placed_at, collect_by, cancel_reason, refund) "
             "VALUES (?, ?, 'T1', ?, ?, ?, 'EUR', 0, ?, 0, 'ByStaff', ?)"_s,
             {order.id().toRfc4122(), order.receipt(), order.fulfilment, state, order.total(),
              1000 + order.number, state == u"Cancelled"_s ? u"Done"_s : u"None"_s});
    for (const SoundLine &line : order.lines)
        shop.run(u"order"_s,
                 u"INSERT INTO order_line (order_id, line, product, sku, name, quantity, "
                 "unit_price, gross, discount, tax_rate, tax, stocked, disposition, "
                 "original_line) VALUES (?, ?, ?, 'T', 'Tea', ?, 0, ?, 0, 0, 0, 1, ?, 0)"_s,
                 {order.id().toRfc4122(), line.line, line.product.toRfc4122(), line.pieces * 1000,
                  line.gross(), line.disposition()});
}

void move(ShopFiles &shop, int seq, const QUuid &product, qint64 pieces, const QString &kind,
          int order = 0, int line = 0)
{
    shop.run(u"inventory"_s,
             u"INSERT INTO move (seq, product, location, quantity, kind, order_id, line, actor, "
             "at) VALUES (?, ?, 'main', ?, ?, ?, ?, 'ada', 1000)"_s,
             {seq, product.toRfc4122(), pieces * 1000, kind,
              order == 0 ? QVariant(QMetaType::fromType<QByteArray>())
                         : QVariant(numbered(order).toRfc4122()),
              line});
}

void fillInventory(ShopFiles &shop, const QList<SoundOrder> &orders, const QStringList &states)
{
    for (qsizetype i = 0; i < orders.size(); ++i) {
        shop.event(u"inventory"_s, u"InventoryProcessed"_s, orders[i].id(),
                   {{u"order"_s, textOf(orders[i].id())}});
        shop.run(u"inventory"_s,
                 u"INSERT INTO stock_order (order_id, state, fulfilment, lines) "
                 "VALUES (?, ?, ?, x'5b5d')"_s,
                 {orders[i].id().toRfc4122(), states[i], orders[i].fulfilment});
    }
    shop.event(u"inventory"_s, u"InventoryReleased"_s, numbered(3), {});
    move(shop, 1, tea, 10, u"Receipt"_s);
    move(shop, 2, pot, 10, u"Receipt"_s);
    move(shop, 3, tea, -2, u"Sale"_s, 1, 1);
    move(shop, 4, pot, -1, u"Sale"_s, 1, 2);
    move(shop, 5, pot, -1, u"Sale"_s, 2, 1);
    move(shop, 6, tea, 1, u"Return"_s, 4, 1);
    shop.run(u"inventory"_s, u"UPDATE stock_head SET move_seq = 6"_s);
    shop.run(u"inventory"_s, u"INSERT INTO stock_level (product, location, on_hand, reserved) "
                             "VALUES (%1, 'main', 9000, 0), (%2, 'main', 8000, 1000)"_s.arg(
                                 blobOf(tea), blobOf(pot)));
    shop.run(u"inventory"_s,
             u"INSERT INTO reservation (order_id, line, product, location, quantity) "
             "VALUES (%1, 1, %2, 'main', 1000)"_s.arg(blobOf(numbered(5)), blobOf(pot)));
}

struct SoundTender
{
    QString paymentState;
    QString state;
    qint64 captured = 0;
    QString reference = u""_s;
};

void pay(ShopFiles &shop, const SoundOrder &order, const SoundTender &tender)
{
    const bool cancelled = tender.paymentState == u"Refunded"_s;
    shop.run(
        u"payment"_s,
        u"INSERT INTO payment (order_id, state, failure, fulfilment, receipt, till, total, "
        "currency, weight_grams, pending, stock_ready, begun, gone, due, written_off, "
        "ordered_at) VALUES (?, ?, 'Declined', ?, ?, 'T1', ?, 'EUR', 0, 0, 1, ?, 0, 0, 0, ?)"_s,
        {order.id().toRfc4122(), tender.paymentState, order.fulfilment, order.receipt(),
         order.total(), cancelled ? 1 : 0, 1000 + order.number});
    shop.run(u"payment"_s,
             u"INSERT INTO tender (id, order_id, position, kind, amount, currency, state, listed, "
             "round, authorised, captured, refunding, refunded, refund_due, paid_out, set_off, "
             "claimed_by, reference, session, link, link_expires, next_look_at, card, note) "
             "VALUES (?, ?, 1, ?, ?, 'EUR', ?, 1, 0, 0, ?, 0, 0, 0, 0, 0, '', ?, '', '', 0, 0, "
             "'', '')"_s,
             {order.tenderId().toRfc4122(), order.id().toRfc4122(), order.tender, order.total(),
              tender.state, tender.captured, tender.reference});
    if (tender.paymentState == u"Settled"_s)
        shop.event(u"payment"_s, u"PaymentProcessed"_s, order.id(),
                   {{u"total"_s, euro(order.total())}});
}

void fillPrintQueue(ShopFiles &shop)
{
    const auto job = [&](const QUuid &id, const QString &kind, const QVariant &order,
                         const QString &state) {
        shop.run(u"devices"_s,
                 u"INSERT INTO print_job (id, kind, order_id, paper, state, created_at, next_at) "
                 "VALUES (?, ?, ?, x'7b7d', ?, 1000, 1000)"_s,
                 {id.toRfc4122(), kind, order, state});
    };
    const QByteArray sale = numbered(1).toRfc4122();
    job(jobFor(sale + "receipt"), u"Receipt"_s, sale, u"Printed"_s);
    job(jobFor(sale + "drawer"), u"Drawer"_s, sale, u"Failed"_s);
    const auto asked = [&](const QUuid &command, const QString &kind, const QString &state) {
        shop.run(u"devices"_s,
                 u"INSERT INTO command (id, name, actor, till, at, answer) "
                 "VALUES (?, 'DevicesPrint', 'ada', 'T1', 1000, x'6e756c6c')"_s,
                 {command.toRfc4122()});
        job(jobFor(command.toRfc4122()), kind, QVariant(QMetaType::fromType<QByteArray>()), state);
    };
    asked(numbered(8001), u"Report"_s, u"Printing"_s);
    asked(numbered(8002), u"NumberSlip"_s, u"Failed"_s);
}

void fillWorld(ShopFiles &shop)
{
    const auto charge = [&](int order, const QString &kind) {
        const auto id = u"pi_%1"_s.arg(order);
        shop.ledger(u"payment."_s + kind, id,
                    {{u"amount"_s, 1000},
                     {u"currency"_s, u"eur"_s},
                     {u"payment_intent"_s, id},
                     {u"metadata"_s, QJsonObject{{u"order"_s, textOf(numbered(order))}}}});
    };
    charge(2, u"authorised"_s);
    charge(3, u"authorised"_s);
    charge(3, u"canceled"_s);
    charge(2, u"captured"_s);
    shop.ledger(u"label.purchased"_s, u"label_2"_s,
                {{u"metadata"_s, textOf(numbered(2)) + u"/1"_s}});
}

} // namespace

void fillSoundly(ShopFiles &shop)
{
    const QList<SoundOrder> orders = {
        {1,
         u"Counter"_s,
         u"Cash"_s,
         {{1, tea, 2, 250, 0, 2000, 83, {}}, {2, pot, 1, 1000, 100, 1000, 82, {}}}},
        {2, u"Delivery"_s, u"SavedCard"_s, {{1, pot, 1, 1000, 0, 1000, 91, {}}}},
        {3, u"Delivery"_s, u"SavedCard"_s, {{1, pot, 1, 1000, 0, 1000, 91, {}}}},
        {4, u"Counter"_s, u"Cash"_s, {{1, tea, -1, 250, 0, 2000, -42, numbered(1)}}},
        {5, u"Pickup"_s, u"Link"_s, {{1, pot, 1, 1000, 0, 1000, 91, {}}}},
    };
    const QStringList states = {u"Completed"_s, u"Completed"_s, u"Cancelled"_s, u"Completed"_s,
                                u"Placed"_s};
    const QList<SoundTender> tenders = {{u"Settled"_s, u"Taken"_s, 1400},
                                        {u"Settled"_s, u"Captured"_s, 1000, u"pi_2"_s},
                                        {u"Refunded"_s, u"Voided"_s, 0, u"pi_3"_s},
                                        {u"Settled"_s, u"Taken"_s, 0},
                                        {u"Open"_s, u"Requested"_s, 0}};
    shop.event(u"account"_s, u"AccountCreated"_s, customer, {{u"account"_s, textOf(customer)}});
    for (qsizetype i = 0; i < orders.size(); ++i) {
        orderCart(shop, orders[i]);
        processOrder(shop, orders[i], states[i]);
        pay(shop, orders[i], tenders[i]);
    }
    shop.run(u"cart:T1"_s, u"INSERT INTO receipt_series (till, last) VALUES ('T1', 5)"_s);
    shop.run(
        u"order"_s,
        u"INSERT INTO return_hold (id, original_order, original_line, quantity, gross, tax, "
        "return_cart, state, held_at) VALUES (%1, %2, 1, 1000, 250, 42, %3, 'Used', 1000)"_s.arg(
            blobOf(numbered(601)), blobOf(numbered(1)), blobOf(numbered(4))));
    fillInventory(shop, orders,
                  {u"Issued"_s, u"Fulfilled"_s, u"Released"_s, u"Issued"_s, u"Reserved"_s});
    for (const int completed : {1, 2, 4})
        shop.event(u"order"_s, u"OrderCompleted"_s, numbered(completed), {});
    shop.event(u"order"_s, u"OrderCancelled"_s, numbered(3), {}, QString());
    for (const auto *stage : {u"Begun", u"Done"})
        shop.event(
            u"payment"_s, u"PaymentRefunded"_s, numbered(3),
            {{u"stage"_s, QString::fromUtf16(stage)}, {u"amount"_s, euro(0)}, {u"due"_s, euro(0)}});
    shop.event(u"payment"_s, u"PaymentRequested"_s, numbered(5), {{u"amount"_s, euro(1000)}});
    shop.event(u"shipping"_s, u"ShippingProcessed"_s, numbered(2), {});
    shop.run(u"shipping"_s,
             u"INSERT INTO shipment (order_id, state, receipt, weight_grams, length_mm, width_mm, "
             "height_mm, booking, label, created_at) "
             "VALUES (?, 'HandedOver', 'T1-000002', 1, 1, 1, 1, 1, 'label_2', 1000)"_s,
             {numbered(2).toRfc4122()});
    shop.run(
        u"payment"_s,
        u"INSERT INTO intent (id, kind, subject, request, state, created_at, sent_at, "
        "next_at, outcome) VALUES (?, 'Capture', ?, x'7b7d', 'Done', 1000, 1001, 0, x'7b7d')"_s,
        {numbered(501).toRfc4122(), numbered(2).toRfc4122()});
    fillPrintQueue(shop);
    fillWorld(shop);
    for (const QString &store : ShopFiles::stores())
        shop.seal(store);
    shop.readAll();
}

} // namespace kontor::test
