-- Long lists are written with OR: SQLite builds a table for each IN of three or more at every insert.

-- What is paid for an order; Held and Abandoned stand for a cart that is no order yet or never will be one.
CREATE TABLE payment (
    order_id BLOB PRIMARY KEY CHECK (length(order_id) = 16),
    state TEXT NOT NULL CHECK (state = 'Held' OR state = 'Open' OR state = 'Settling' OR state = 'Settled'
        OR state = 'Due' OR state = 'Failing' OR state = 'Failed' OR state = 'Refunding'
        OR state = 'Refunded' OR state = 'Abandoned'),
    failure TEXT NOT NULL CHECK (failure = 'OutOfStock' OR failure = 'Declined' OR failure = 'CaptureFailed'
        OR failure = 'Expired'),
    fulfilment TEXT NOT NULL CHECK (fulfilment = 'Counter' OR fulfilment = 'Pickup' OR fulfilment = 'Delivery'),
    customer BLOB,
    address BLOB,
    receipt TEXT NOT NULL,
    till TEXT NOT NULL,
    total INTEGER NOT NULL,
    currency TEXT NOT NULL,
    weight_grams INTEGER NOT NULL CHECK (weight_grams >= 0),
    pending INTEGER NOT NULL CHECK (pending IN (0, 1)),
    stock_ready INTEGER NOT NULL CHECK (stock_ready IN (0, 1)),
    begun INTEGER NOT NULL CHECK (begun IN (0, 1)),
    gone INTEGER NOT NULL CHECK (gone IN (0, 1)),
    due INTEGER NOT NULL CHECK (due >= 0),
    written_off INTEGER NOT NULL CHECK (written_off >= 0),
    ordered_at INTEGER NOT NULL,
    CHECK (state <> 'Due' OR due > 0)
) STRICT;
CREATE INDEX payment_due ON payment (ordered_at) WHERE state = 'Due';

-- captured: what we have of it, in cash or through the payment system. A negative tender gives back; its own
-- columns say how far. reference is the payment system's name for the charge, session that for the payment link.
CREATE TABLE tender (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    order_id BLOB NOT NULL REFERENCES payment (order_id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind = 'Cash' OR kind = 'Card' OR kind = 'SavedCard' OR kind = 'Link'
        OR kind = 'Outside'),
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state = 'Noted' OR state = 'Authorising' OR state = 'Authorised' OR state = 'Declined'
        OR state = 'Capturing' OR state = 'Captured' OR state = 'CaptureFailed'
        OR state = 'Voiding' OR state = 'Voided' OR state = 'Lapsing' OR state = 'Requesting'
        OR state = 'Requested' OR state = 'Expiring' OR state = 'Expired' OR state = 'Refunding'
        OR state = 'Refunded' OR state = 'RefundDue' OR state = 'PaidOut' OR state = 'Taken'),
    listed INTEGER NOT NULL CHECK (listed IN (0, 1)),
    round INTEGER NOT NULL CHECK (round >= 0),
    authorised INTEGER NOT NULL CHECK (authorised >= 0),
    captured INTEGER NOT NULL CHECK (captured >= 0),
    refunding INTEGER NOT NULL CHECK (refunding >= 0),
    refunded INTEGER NOT NULL CHECK (refunded >= 0),
    refund_due INTEGER NOT NULL CHECK (refund_due >= 0),
    paid_out INTEGER NOT NULL CHECK (paid_out >= 0),
    set_off INTEGER NOT NULL CHECK (set_off >= 0),
    claimed_by TEXT NOT NULL,
    reference TEXT NOT NULL,
    session TEXT NOT NULL,
    link TEXT NOT NULL,
    link_expires INTEGER NOT NULL,
    next_look_at INTEGER NOT NULL,
    card TEXT NOT NULL,
    note TEXT NOT NULL,
    CHECK (amount < 0 OR captured <= amount),
    CHECK (amount < 0 OR refunding + refunded + refund_due + paid_out <= captured),
    CHECK (amount >= 0 OR captured = 0),
    CHECK (amount >= 0 OR refunding + refunded + refund_due + paid_out + set_off <= -amount)
) STRICT;
CREATE INDEX tender_order ON tender (order_id, position);
CREATE INDEX tender_link ON tender (next_look_at) WHERE state = 'Requested';
CREATE INDEX tender_refund_due ON tender (order_id) WHERE refund_due > 0;

-- The orders whose goods a return brings back, and for how much.
CREATE TABLE returned_order (
    order_id BLOB NOT NULL REFERENCES payment (order_id),
    original BLOB NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    PRIMARY KEY (order_id, original)
) STRICT, WITHOUT ROWID;

-- When a call was first made, and with what: so that it can be repeated exactly, as long as its key is honoured.
CREATE TABLE first_send (
    intent BLOB PRIMARY KEY,
    at INTEGER NOT NULL,
    method TEXT NOT NULL
) STRICT;
