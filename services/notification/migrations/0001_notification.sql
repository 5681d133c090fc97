-- Which receipt a customer's order has: not every event about it says so.
CREATE TABLE customer_order (
    order_id BLOB PRIMARY KEY CHECK (length(order_id) = 16),
    receipt TEXT NOT NULL
) STRICT;

-- To whom it goes is asked of the account when it is sent: no name and no mail address lies here.
CREATE TABLE mail (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    message_id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('Welcome', 'OrderConfirmed', 'OrderCancelled', 'OrderReady',
        'Backordered', 'PaymentLink', 'PaymentFailed', 'Refunded', 'RefundDue', 'Shipped',
        'Delivered')),
    account BLOB NOT NULL,
    order_id BLOB,
    placeholders BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('Queued', 'Sent', 'Failed', 'Skipped')),
    retries INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX mail_state ON mail (state, created_at);
CREATE INDEX mail_order ON mail (order_id);
