-- What is paid for an order; Held and Abandoned stand for a cart that is no order yet or never will be one.
CREATE TABLE payment (
    order_id BLOB PRIMARY KEY CHECK (length(order_id) = 16),
    state TEXT NOT NULL CHECK (state IN ('Held', 'Open', 'Settling', 'Settled', 'Due', 'Failing',
        'Failed', 'Refunding', 'Refunded', 'Abandoned')),
    failure TEXT NOT NULL CHECK (failure IN ('OutOfStock', 'Declined', 'CaptureFailed', 'Expired')),
    fulfilment TEXT NOT NULL CHECK (fulfilment IN ('Counter', 'Pickup', 'Delivery')),
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
    kind TEXT NOT NULL CHECK (kind IN ('Cash', 'Card', 'SavedCard', 'Link', 'Outside')),
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('Noted', 'Authorising', 'Authorised', 'Declined',
        'Capturing', 'Captured', 'CaptureFailed', 'Voiding', 'Voided', 'Lapsing', 'Requesting',
        'Requested', 'Expiring', 'Expired', 'Refunding', 'Refunded', 'RefundDue', 'PaidOut',
        'Taken')),
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
