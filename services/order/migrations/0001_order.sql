-- Long lists are written with OR: SQLite builds a table for each IN of three or more at every insert.

CREATE TABLE orders (
    id BLOB PRIMARY KEY,
    receipt TEXT NOT NULL UNIQUE,
    till TEXT NOT NULL,
    customer BLOB,
    fulfilment TEXT NOT NULL CHECK (fulfilment = 'Counter' OR fulfilment = 'Pickup' OR fulfilment = 'Delivery'),
    state TEXT NOT NULL CHECK (state = 'Placed' OR state = 'Paid' OR state = 'Ready' OR state = 'Completed'
        OR state = 'Cancelled'),
    total INTEGER NOT NULL,
    currency TEXT NOT NULL,
    without_receipt INTEGER NOT NULL CHECK (without_receipt IN (0, 1)),
    placed_at INTEGER NOT NULL,
    collect_by INTEGER NOT NULL,
    cancel_reason TEXT,
    refund TEXT NOT NULL DEFAULT 'None' CHECK (refund = 'None' OR refund = 'Begun' OR refund = 'Done'),
    CHECK (state <> 'Cancelled' OR fulfilment <> 'Counter'),
    CHECK (state <> 'Cancelled' OR cancel_reason IS NOT NULL)
) STRICT;
CREATE INDEX orders_ready ON orders (collect_by) WHERE state = 'Ready';

CREATE TABLE order_line (
    order_id BLOB NOT NULL REFERENCES orders (id),
    line INTEGER NOT NULL,
    product BLOB NOT NULL,
    sku TEXT NOT NULL,
    name TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity <> 0),
    unit_price INTEGER NOT NULL,
    gross INTEGER NOT NULL,
    discount INTEGER NOT NULL,
    tax_rate INTEGER NOT NULL,
    tax INTEGER NOT NULL,
    stocked INTEGER NOT NULL CHECK (stocked IN (0, 1)),
    disposition TEXT NOT NULL CHECK (disposition = 'Sell' OR disposition = 'Restock' OR disposition = 'WriteOff'),
    original_order BLOB,
    original_line INTEGER NOT NULL,
    PRIMARY KEY (order_id, line)
) STRICT, WITHOUT ROWID;
-- @append-only order_line

-- What is to come back by receipt: held while the return's cart is open, used when that is ordered.
CREATE TABLE return_hold (
    id BLOB PRIMARY KEY,
    original_order BLOB NOT NULL,
    original_line INTEGER NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity > 0),
    gross INTEGER NOT NULL,
    tax INTEGER NOT NULL,
    return_cart BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state = 'Held' OR state = 'Used' OR state = 'Released'),
    held_at INTEGER NOT NULL,
    FOREIGN KEY (original_order, original_line) REFERENCES order_line (order_id, line)
) STRICT;
CREATE INDEX return_hold_original ON return_hold (original_order, original_line);
CREATE INDEX return_hold_cart ON return_hold (return_cart);
