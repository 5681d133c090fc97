// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/audit/planted_violations.h"

namespace kontor::test {

using namespace Qt::StringLiterals;

namespace {

Plant sql(const QString &store, const QString &statement)
{
    return [=](ShopFiles &shop) { shop.run(store, statement); };
}

Plant data(const QString &store, int seq, const std::function<void(QJsonObject &)> &change)
{
    return [=](ShopFiles &shop) { shop.amendData(store, seq, change); };
}

void setInFirstLine(QJsonObject &ordered, const QString &key, const QJsonValue &value)
{
    auto lines = ordered[u"lines"_s].toArray();
    auto line = lines[0].toObject();
    line[key] = value;
    lines[0] = line;
    ordered[u"lines"_s] = lines;
}

QString drawerMove(const QUuid &order)
{
    return u"INSERT INTO drawer_move (command, till, kind, order_id, amount, currency, at) "
           "VALUES (%1, 'T1', 'DuePaidIn', %2, 100, 'EUR', 1000)"_s.arg(blobOf(numbered(701)),
                                                                        blobOf(order));
}

QList<Violation> amountViolations()
{
    return {
        {"a line's amount is not price times quantity", "A1", u"line 1"_s,
         data(u"cart:T1"_s, 2,
              [](QJsonObject &ordered) {
                  setInFirstLine(ordered, u"unitPrice"_s, euro(10'010'000));
              })},
        {"the tax of a line is too low", "A1", u"tax"_s,
         data(u"cart:T1"_s, 2,
              [](QJsonObject &ordered) {
                  setInFirstLine(ordered, u"tax"_s, euro(90));
                  ordered[u"taxes"_s] = QJsonArray{QJsonObject{
                      {u"gross"_s, euro(1000)}, {u"rate"_s, 1000}, {u"tax"_s, euro(90)}}};
              })},
        {"the tax of a rate is not that of its lines", "A1", u"rate 1000"_s,
         data(u"cart:T1"_s, 2,
              [](QJsonObject &ordered) {
                  ordered[u"taxes"_s] = QJsonArray{QJsonObject{
                      {u"gross"_s, euro(1000)}, {u"rate"_s, 1000}, {u"tax"_s, euro(90)}}};
              })},
        {"the tenders are less than the total", "A1", u"tenders"_s,
         [](ShopFiles &shop) {
             shop.amendData(u"cart:T1"_s, 5,
                            [](QJsonObject &ordered) { ordered[u"cashRounding"_s] = euro(1); });
             shop.run(u"payment"_s, u"UPDATE payment SET total = 1001 WHERE state = 'Open'"_s);
         }},
        {"an amount is no integer", "A1", u"event 2, cashRounding"_s,
         data(u"cart:T1"_s, 2,
              [](QJsonObject &ordered) {
                  ordered[u"cashRounding"_s] = QJsonArray{u"0"_s, u"EUR"_s};
              })},
        {"the order's goods are others than the cart's", "A1", u"T1-000001"_s,
         data(u"order"_s, 1,
              [](QJsonObject &processed) { setInFirstLine(processed, u"quantity"_s, 3000); })},
    };
}

QList<Violation> settlingViolations()
{
    return {
        {"a captured amount is noted too low", "A2", u"T1-000001"_s,
         sql(u"payment"_s,
             u"UPDATE tender SET captured = 1399 WHERE order_id = %1"_s.arg(blobOf(numbered(1))))},
        {"money of a cancelled order is kept", "A2", u"T1-000003"_s,
         [](ShopFiles &shop) {
             shop.run(u"payment"_s,
                      u"UPDATE tender SET captured = 700, kind = 'SavedCard', "
                      "reference = '' WHERE order_id = %1"_s.arg(blobOf(numbered(3))));
         }},
        {"more was paid out than a till says", "A2", u"T1-000001"_s,
         sql(u"payment"_s,
             u"UPDATE tender SET paid_out = 100, captured = 1500 WHERE order_id = %1"_s.arg(
                 blobOf(numbered(1))))},
        {"a debt paid at a till is not noted", "A2", u"T1-000001"_s,
         [](ShopFiles &shop) {
             shop.event(u"cart:T1"_s, u"DuePaidIn"_s, numbered(1), {{u"amount"_s, euro(100)}},
                        QString());
             shop.seal(u"cart:T1"_s);
             for (const auto &reader : {u"order"_s, u"payment"_s})
                 shop.run(reader, u"UPDATE topic_cursor SET seq = 6 WHERE source = 'cart:T1'"_s);
             shop.run(u"payment"_s, u"INSERT INTO inbox (source, seq) VALUES ('cart:T1', 6)"_s);
             shop.run(u"cart:T1"_s, drawerMove(numbered(1)));
         }},
        {"another amount was settled than ordered", "A2", u"T1-000002"_s,
         data(u"payment"_s, 2, [](QJsonObject &processed) { processed[u"total"_s] = euro(999); })},
    };
}

QList<Violation> stepViolations()
{
    return {
        {"a completed order was cancelled", "A5", u"T1-000002"_s,
         [](ShopFiles &shop) {
             shop.event(u"order"_s, u"OrderCancelled"_s, numbered(2), {});
             shop.seal(u"order"_s);
         }},
        {"a pickup was completed before it was ready", "A5", u"T1-000005"_s,
         [](ShopFiles &shop) {
             shop.event(u"order"_s, u"OrderCompleted"_s, numbered(5), {});
             shop.seal(u"order"_s);
             shop.run(u"order"_s,
                      u"UPDATE orders SET state = 'Completed' WHERE state = 'Placed'"_s);
         }},
        {"a cancelled order's money never went back", "A5", u"T1-000003"_s,
         [](ShopFiles &shop) {
             shop.amendData(u"payment"_s, 5,
                            [](QJsonObject &refunded) { refunded[u"stage"_s] = u"Begun"_s; });
             shop.run(u"payment"_s,
                      u"UPDATE payment SET state = 'Refunding' WHERE state = 'Refunded'"_s);
             shop.run(u"order"_s, u"UPDATE orders SET refund = 'Begun' WHERE refund = 'Done'"_s);
         }},
    };
}

QList<Violation> stockViolations()
{
    return {
        {"on hand is not the sum of the moves", "A6", textOf(numbered(201)),
         sql(u"inventory"_s, u"UPDATE stock_level SET on_hand = 9001 WHERE product = %1"_s.arg(
                                 blobOf(numbered(201))))},
        {"reserved is not the sum of the reservations", "A6", textOf(numbered(202)),
         sql(u"inventory"_s, u"UPDATE stock_level SET reserved = 0"_s)},
        {"a reservation of an order that was released", "A6", textOf(numbered(3)),
         [](ShopFiles &shop) {
             shop.run(u"inventory"_s,
                      u"INSERT INTO reservation (order_id, line, product, location, "
                      "quantity) VALUES (%1, 1, %2, 'main', 1000)"_s.arg(blobOf(numbered(3)),
                                                                         blobOf(numbered(202))));
             shop.run(u"inventory"_s,
                      u"UPDATE stock_level SET reserved = 2000 WHERE reserved > 0"_s);
         }},
        {"a parcel took stock below zero", "A6", textOf(numbered(202)),
         [](ShopFiles &shop) {
             shop.run(u"inventory"_s, u"UPDATE move SET quantity = 1000 WHERE seq = 2"_s);
             shop.run(u"inventory"_s,
                      u"UPDATE stock_level SET on_hand = -1000 WHERE reserved > 0"_s);
         }},
        {"a move is missing", "A6", u"move 2"_s,
         [](ShopFiles &shop) {
             shop.run(u"inventory"_s, u"DELETE FROM move WHERE seq = 1"_s);
             shop.run(u"inventory"_s,
                      u"UPDATE stock_level SET on_hand = -1000 WHERE reserved = 0"_s);
         }},
    };
}

QList<Violation> goodsViolations()
{
    return {
        {"a line's goods left twice", "A7", u"T1-000001"_s,
         [](ShopFiles &shop) {
             shop.run(u"inventory"_s,
                      u"INSERT INTO move (seq, product, location, quantity, kind, "
                      "order_id, line, actor, at) VALUES (7, %1, 'main', -2000, 'Sale', "
                      "%2, 1, 'ada', 1)"_s.arg(blobOf(numbered(201)), blobOf(numbered(1))));
             shop.run(u"inventory"_s, u"UPDATE stock_head SET move_seq = 7"_s);
             shop.run(u"inventory"_s,
                      u"UPDATE stock_level SET on_hand = 7000 WHERE reserved = 0"_s);
         }},
        {"a line's goods never left", "A7", u"T1-000002"_s,
         [](ShopFiles &shop) {
             shop.run(u"inventory"_s,
                      u"UPDATE move SET kind = 'Correction', order_id = NULL WHERE seq = 5"_s);
         }},
        {"goods of a cancelled order left", "A7", u"T1-000003"_s,
         [](ShopFiles &shop) {
             shop.run(u"inventory"_s,
                      u"INSERT INTO move (seq, product, location, quantity, kind, "
                      "order_id, line, actor, at) VALUES (7, %1, 'main', -1000, 'Sale', "
                      "%2, 1, 'ada', 1)"_s.arg(blobOf(numbered(202)), blobOf(numbered(3))));
             shop.run(u"inventory"_s, u"UPDATE stock_head SET move_seq = 7"_s);
             shop.run(u"inventory"_s,
                      u"UPDATE stock_level SET on_hand = 7000 WHERE reserved > 0"_s);
         }},
        {"more came back than was sold", "A7", u"T1-000004"_s,
         [](ShopFiles &shop) {
             shop.amendData(u"cart:T1"_s, 4, [](QJsonObject &ordered) {
                 setInFirstLine(ordered, u"originalLine"_s, 2);
             });
             shop.run(u"order"_s, u"UPDATE return_hold SET original_line = 2"_s);
         }},
    };
}

QList<Violation> chainViolations()
{
    return {
        {"an event's bytes were changed", "A8", u"event 3"_s,
         sql(u"cart:T1"_s,
             u"UPDATE event SET bytes = CAST(replace(CAST(bytes AS TEXT), 'ada', 'eve') AS "
             "BLOB) WHERE seq = 3"_s)},
        {"an event was taken out", "A8", u"event 2"_s,
         sql(u"account"_s, u"UPDATE event SET seq = 2"_s)},
        {"an event's type was changed", "A8", u"event 2"_s,
         sql(u"order"_s, u"UPDATE event SET type = 'OrderReady' WHERE seq = 2"_s)},
        {"an event's subject was changed", "A8", u"event 2"_s,
         sql(u"order"_s,
             u"UPDATE event SET subject = %1 WHERE seq = 2"_s.arg(blobOf(numbered(1))))},
        {"an event's bytes are not canonical", "A8", u"event 1"_s,
         [](ShopFiles &shop) {
             shop.run(u"account"_s, u"UPDATE event SET bytes = CAST(replace(CAST(bytes AS TEXT), "
                                    "'\"version\":1', '\"version\": 1') AS BLOB)"_s);
             shop.seal(u"account"_s);
         }},
        {"the head is not the last event", "A8", u"head"_s,
         sql(u"order"_s, u"UPDATE topic_head SET hash = zeroblob(32)"_s)},
    };
}

QList<Violation> readingViolations()
{
    return {
        {"an event was never taken", "A9", u"cart:T1:2"_s,
         sql(u"order"_s, u"DELETE FROM inbox WHERE source = 'cart:T1' AND seq = 2"_s)},
        {"an event was taken and waits as well", "A9", u"order:1"_s,
         sql(u"inventory"_s,
             u"INSERT INTO waiting (source, seq, subject) VALUES ('order', 1, %1)"_s.arg(
                 blobOf(numbered(5))))},
        {"a topic is read that may not be", "A9", u"inbox"_s,
         sql(u"order"_s, u"INSERT INTO inbox (source, seq) VALUES ('inventory', 1)"_s)},
        {"a cursor is beyond the head", "A10", u"cart:T1:9"_s,
         sql(u"order"_s, u"UPDATE topic_cursor SET seq = 9 WHERE source = 'cart:T1'"_s)},
        {"a command was given in two services", "A11", u"command"_s,
         [](ShopFiles &shop) {
             shop.run(u"order"_s, u"UPDATE command SET id = %1"_s.arg(blobOf(numbered(9000))));
         }},
        {"an event's command is not recorded", "A11", u"event 1"_s,
         sql(u"cart:T1"_s, u"DELETE FROM command WHERE id = %1"_s.arg(blobOf(numbered(9000))))},
    };
}

QList<Violation> receiptViolations()
{
    return {
        {"a receipt number is left out", "A12", u"event 5"_s,
         [](ShopFiles &shop) {
             shop.amendData(u"cart:T1"_s, 5,
                            [](QJsonObject &ordered) { ordered[u"receipt"_s] = u"T1-000006"_s; });
             shop.run(u"cart:T1"_s,
                      u"UPDATE cart SET receipt = 'T1-000006' WHERE receipt = 'T1-000005'"_s);
             shop.run(u"cart:T1"_s, u"UPDATE receipt_series SET last = 6"_s);
             shop.run(u"order"_s,
                      u"UPDATE orders SET receipt = 'T1-000006' WHERE receipt = 'T1-000005'"_s);
         }},
        {"a till's series was set back", "A12", u"receipt_series"_s,
         sql(u"cart:T1"_s, u"UPDATE receipt_series SET last = 4"_s)},
    };
}

QList<Violation> chargeViolations()
{
    return {
        {"the payment system refunded what we do not know of", "A3", u"T1-000002"_s,
         [](ShopFiles &shop) {
             shop.ledger(u"payment.refunded"_s, u"re_1"_s,
                         {{u"amount"_s, 5},
                          {u"currency"_s, u"eur"_s},
                          {u"payment_intent"_s, u"pi_2"_s},
                          {u"metadata"_s, QJsonObject{{u"order"_s, textOf(numbered(2))}}}});
         }},
        {"a tender names a charge that is not there", "A3", u"T1-000002"_s,
         [](ShopFiles &shop) {
             shop.run(u"payment"_s,
                      u"UPDATE tender SET reference = 'pi_9' WHERE reference = 'pi_2'"_s);
         }},
        {"a charge was captured for a cart that is no order", "A4", u"pi_9"_s,
         [](ShopFiles &shop) {
             shop.ledger(u"payment.captured"_s, u"pi_9"_s,
                         {{u"amount"_s, 5},
                          {u"currency"_s, u"eur"_s},
                          {u"payment_intent"_s, u"pi_9"_s},
                          {u"metadata"_s, QJsonObject{{u"order"_s, textOf(numbered(77))}}}});
         }},
        {"a charge was captured twice", "A4", u"pi_2"_s,
         [](ShopFiles &shop) {
             shop.ledger(u"payment.captured"_s, u"pi_2"_s,
                         {{u"amount"_s, 0},
                          {u"currency"_s, u"eur"_s},
                          {u"payment_intent"_s, u"pi_2"_s},
                          {u"metadata"_s, QJsonObject{{u"order"_s, textOf(numbered(2))}}}});
         }},
    };
}

QList<Violation> callViolations()
{
    return {
        {"a call is without an answer for too long", "A14", u"Capture"_s,
         sql(u"payment"_s, u"UPDATE intent SET state = 'Sent'"_s)},
        {"nobody was told of an unknown outcome", "A14", u"Capture"_s,
         sql(u"payment"_s, u"UPDATE intent SET state = 'Unknown'"_s)},
        {"a parcel has two labels", "A16", textOf(numbered(2)),
         [](ShopFiles &shop) {
             shop.ledger(u"label.purchased"_s, u"label_9"_s,
                         {{u"metadata"_s, textOf(numbered(2)) + u"/2"_s}});
         }},
        {"a parcel has two labels, and one was not taken back", "A16", textOf(numbered(2)),
         [](ShopFiles &shop) {
             const QJsonObject order{{u"metadata"_s, textOf(numbered(2)) + u"/2"_s}};
             shop.ledger(u"label.purchased"_s, u"label_9"_s, order);
             shop.ledger(u"label.void_refused"_s, u"label_9"_s, order);
         }},
        {"a parcel bears a label that was never bought", "A16", u"T1-000002"_s,
         sql(u"shipping"_s, u"UPDATE shipment SET label = 'label_7'"_s)},
    };
}

QList<Violation> tableViolations()
{
    return {
        {"an order's state is not what was told", "A17", u"T1-000002"_s,
         sql(u"order"_s, u"UPDATE orders SET state = 'Paid' WHERE receipt = 'T1-000002'"_s)},
        {"an order's row is missing", "A17", u"orders"_s,
         [](ShopFiles &shop) {
             shop.run(u"order"_s,
                      u"DELETE FROM order_line WHERE order_id = %1"_s.arg(blobOf(numbered(5))));
             shop.run(u"order"_s, u"DELETE FROM orders WHERE receipt = 'T1-000005'"_s);
         }},
        {"an order's line was changed", "A17", u"T1-000002"_s,
         sql(u"order"_s,
             u"UPDATE order_line SET gross = 1 WHERE order_id = %1"_s.arg(blobOf(numbered(2))))},
        {"a cart was opened again", "A17", u"cart"_s,
         sql(u"cart:T1"_s, u"UPDATE cart SET state = 'Open' WHERE receipt = 'T1-000002'"_s)},
        {"the drawer holds what no event tells of", "A17", u"the drawer, order T1-000001"_s,
         sql(u"cart:T1"_s, drawerMove(numbered(1)))},
        {"a line came back that nobody held", "A17", u"T1-000004"_s,
         sql(u"order"_s, u"DELETE FROM return_hold"_s)},
        {"a hold was used that brought nothing back", "A17", u"return_hold"_s,
         sql(u"order"_s, u"INSERT INTO return_hold (id, original_order, original_line, quantity, "
                         "gross, tax, return_cart, state, held_at) "
                         "SELECT x'0102030405060708090a0b0c0d0e0f10', original_order, "
                         "original_line, quantity, gross, tax, return_cart, state, held_at "
                         "FROM return_hold"_s)},
        {"goods are held for a cart that is closed", "A17", u"return_hold"_s,
         [](ShopFiles &shop) {
             shop.run(u"order"_s, u"INSERT INTO return_hold (id, original_order, original_line, "
                                  "quantity, gross, tax, return_cart, state, held_at) "
                                  "SELECT x'0102030405060708090a0b0c0d0e0f10', original_order, "
                                  "original_line, quantity, gross, tax, return_cart, 'Held', "
                                  "held_at FROM return_hold"_s);
         }},
        {"a payment's state is not what was told", "A17", u"T1-000005"_s,
         sql(u"payment"_s, u"UPDATE payment SET state = 'Failed' WHERE receipt = 'T1-000005'"_s)},
        {"a stock order's state is not what was told", "A17", u"T1-000003"_s,
         sql(u"inventory"_s,
             u"UPDATE stock_order SET state = 'OutOfStock' WHERE state = 'Released'"_s)},
        {"a shipment's state is not what was told", "A17", u"T1-000002"_s,
         sql(u"shipping"_s, u"UPDATE shipment SET state = 'Recalled'"_s)},
    };
}

QList<Violation> paperViolations()
{
    const auto again = [](const QUuid &id, const QString &set) {
        return u"INSERT INTO print_job (id, kind, order_id, paper, state, created_at, next_at) "
               "SELECT %1, kind, %2, 2000, 2000 FROM print_job WHERE kind = 'Receipt'"_s.arg(
                   blobOf(id), set);
    };
    QByteArray later = jobFor(numbered(1).toRfc4122() + "receipt").toRfc4122();
    later[0] = '\2';
    return {
        {"a receipt follows from a sale that nobody made", "A21", u"print job"_s,
         sql(u"devices"_s, u"UPDATE print_job SET order_id = %1 WHERE kind = 'Receipt'"_s.arg(
                               blobOf(numbered(77))))},
        {"a sale has two receipts of its own", "A21", u"print job"_s,
         sql(u"devices"_s, again(QUuid::fromRfc4122(later), u"order_id, paper, 'Printed'"_s))},
        {"a paper that nobody asked for", "A21", textOf(numbered(78)),
         sql(u"devices"_s, again(numbered(78), u"order_id, paper, 'Printed'"_s))},
        {"a state that no job has", "A21", u"print job"_s,
         sql(u"devices"_s, u"UPDATE print_job SET state = 'Burnt' WHERE kind = 'Receipt'"_s)},
        {"a receipt that came too late, as a drawer does", "A21", u"print job"_s,
         sql(u"devices"_s, u"UPDATE print_job SET state = 'Failed' WHERE kind = 'Receipt'"_s)},
        {"two jobs at the printer at once", "A21", u"print job"_s,
         sql(u"devices"_s, u"UPDATE print_job SET state = 'Printing' WHERE kind = 'Receipt'"_s)},
    };
}

QList<Violation> fileViolations()
{
    return {
        {"a file that is not ours", "A20", u"application_id"_s,
         sql(u"order"_s, u"PRAGMA application_id = 1"_s)},
        {"a version that nobody knows", "A20", u"schema_version, core"_s,
         sql(u"order"_s, u"UPDATE schema_version SET version = 99 WHERE component = 'core'"_s)},
        {"a row names another that is not there", "A20", u"order_line"_s,
         sql(u"order"_s,
             u"INSERT INTO order_line (order_id, line, product, sku, name, quantity, "
             "unit_price, gross, discount, tax_rate, tax, stocked, disposition, "
             "original_line) VALUES (zeroblob(16), 1, zeroblob(16), '', '', 1, 1, 1, 0, 0, "
             "0, 1, 'Sell', 0)"_s)},
    };
}

} // namespace

QList<Violation> plantedViolations()
{
    return amountViolations() + settlingViolations() + stepViolations() + stockViolations() +
           goodsViolations() + chainViolations() + readingViolations() + receiptViolations() +
           chargeViolations() + callViolations() + tableViolations() + paperViolations() +
           fileViolations();
}

} // namespace kontor::test
