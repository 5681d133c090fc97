-- Every change of what is on hand, for ever; seq is gapless. Quantities are thousandths of a unit.
CREATE TABLE move (
    seq INTEGER PRIMARY KEY,
    product BLOB NOT NULL CHECK (length(product) = 16),
    location TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    kind TEXT NOT NULL,
    order_id BLOB,
    line INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    actor TEXT NOT NULL,
    at INTEGER NOT NULL,
    -- Not IN (...): of more than two values SQLite builds a table at each insert, which takes
    -- longer than the insert itself.
    CHECK (kind = 'Sale' AND quantity < 0 AND order_id IS NOT NULL
        OR kind = 'Return' AND quantity > 0 AND order_id IS NOT NULL
        OR kind = 'WriteOff' AND quantity < 0 AND order_id IS NOT NULL
        OR kind = 'Receipt' AND quantity > 0 AND order_id IS NULL
        OR kind = 'Correction' AND quantity <> 0 AND order_id IS NULL)
) STRICT;
CREATE INDEX move_product ON move (product, seq);
-- @append-only move

-- The last numbers given to a move and to a place in the queue of backorders. On a server whoever
-- changes stock locks this row first.
CREATE TABLE stock_head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    move_seq INTEGER NOT NULL,
    backorder_place INTEGER NOT NULL
) STRICT;
INSERT INTO stock_head (one, move_seq, backorder_place) VALUES (1, 0, 0);

-- What is held for an order that has not left the house.
CREATE TABLE reservation (
    order_id BLOB NOT NULL,
    line INTEGER NOT NULL,
    product BLOB NOT NULL,
    location TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (order_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX reservation_product ON reservation (product);

-- Follows from the moves and the reservations, and is kept in their transactions.
CREATE TABLE stock_level (
    product BLOB NOT NULL,
    location TEXT NOT NULL,
    on_hand INTEGER NOT NULL,
    reserved INTEGER NOT NULL CHECK (reserved >= 0),
    reorder_point INTEGER CHECK (reorder_point >= 0),
    PRIMARY KEY (product, location)
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_level_low ON stock_level (location)
    WHERE reorder_point IS NOT NULL AND on_hand - reserved <= reorder_point;

-- Every order whose goods were asked for; lines are kept while they may still be needed.
CREATE TABLE stock_order (
    order_id BLOB PRIMARY KEY CHECK (length(order_id) = 16),
    state TEXT NOT NULL CHECK (state = 'Issued' OR state = 'Reserved' OR state = 'Backordered'
        OR state = 'OutOfStock' OR state = 'Released' OR state = 'Fulfilled'),
    fulfilment TEXT NOT NULL CHECK (fulfilment = 'Counter' OR fulfilment = 'Pickup'
        OR fulfilment = 'Delivery'),
    lines BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What backordered orders wait for; the lowest place is the oldest.
CREATE TABLE backorder (
    product BLOB NOT NULL,
    place INTEGER NOT NULL,
    order_id BLOB NOT NULL REFERENCES stock_order (order_id),
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (product, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX backorder_order ON backorder (order_id);
