-- Long lists are written with OR: SQLite builds a table for each IN of three or more at every insert.

CREATE TABLE cart (
    id BLOB PRIMARY KEY,
    till TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state = 'Open' OR state = 'Ordered' OR state = 'Abandoned'),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    tax_included INTEGER NOT NULL CHECK (tax_included IN (0, 1)),
    cash_step INTEGER NOT NULL CHECK (cash_step > 0),
    customer BLOB,
    address BLOB,
    fulfilment TEXT NOT NULL CHECK (fulfilment = 'Counter' OR fulfilment = 'Pickup' OR fulfilment = 'Delivery'),
    backorder INTEGER NOT NULL CHECK (backorder IN (0, 1)),
    collect_by INTEGER NOT NULL,
    discount_percent INTEGER NOT NULL DEFAULT 0 CHECK (discount_percent BETWEEN 0 AND 10000),
    discount_amount INTEGER NOT NULL DEFAULT 0 CHECK (discount_amount >= 0),
    revision INTEGER NOT NULL,
    receipt TEXT,
    opened_at INTEGER NOT NULL,
    CHECK ((state = 'Ordered') = (receipt IS NOT NULL))
) STRICT;
CREATE INDEX cart_open ON cart (till, opened_at) WHERE state = 'Open';

CREATE TABLE cart_line (
    cart BLOB NOT NULL REFERENCES cart (id),
    line INTEGER NOT NULL CHECK (line > 0),
    product BLOB NOT NULL,
    sku TEXT NOT NULL,
    name TEXT NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity <> 0),
    unit_price INTEGER NOT NULL,
    tax_rate INTEGER NOT NULL CHECK (tax_rate >= 0),
    stocked INTEGER NOT NULL CHECK (stocked IN (0, 1)),
    weight_grams INTEGER NOT NULL,
    disposition TEXT NOT NULL CHECK (disposition = 'Sell' OR disposition = 'Restock' OR disposition = 'WriteOff'),
    discount_percent INTEGER NOT NULL CHECK (discount_percent BETWEEN 0 AND 10000),
    discount_amount INTEGER NOT NULL CHECK (discount_amount >= 0),
    original_order BLOB,
    original_line INTEGER NOT NULL,
    returned_gross INTEGER NOT NULL,
    returned_tax INTEGER NOT NULL,
    PRIMARY KEY (cart, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE cart_tender (
    id BLOB PRIMARY KEY,
    cart BLOB NOT NULL REFERENCES cart (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind = 'Cash' OR kind = 'Card' OR kind = 'SavedCard' OR kind = 'Link'
        OR kind = 'Outside'),
    amount INTEGER NOT NULL,
    given INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    UNIQUE (cart, position)
) STRICT;

-- The last receipt number of each till; taken in the transaction that orders the cart, so there is no gap.
CREATE TABLE receipt_series (
    till TEXT PRIMARY KEY,
    last INTEGER NOT NULL CHECK (last >= 0)
) STRICT;

-- Cash that moved in or out of the drawer outside a sale.
CREATE TABLE drawer_move (
    command BLOB PRIMARY KEY,
    till TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('RefundPaidOut', 'DuePaidIn')),
    order_id BLOB NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
-- @append-only drawer_move
