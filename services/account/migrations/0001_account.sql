CREATE TABLE account (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    customer_group TEXT NOT NULL,
    search_key TEXT NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    revision INTEGER NOT NULL CHECK (revision > 0),
    created_at INTEGER NOT NULL
) STRICT;

-- A changed address is a new row, so that an order keeps the address as it was.
CREATE TABLE address (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    account BLOB NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    street1 TEXT NOT NULL,
    street2 TEXT NOT NULL,
    city TEXT NOT NULL,
    zip TEXT NOT NULL,
    state TEXT NOT NULL,
    country TEXT NOT NULL CHECK (length(country) = 2),
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX address_account ON address (account);

-- Only what the payment system gave us to name the card by; its number never comes here.
CREATE TABLE saved_card (
    account BLOB PRIMARY KEY REFERENCES account (id),
    token TEXT NOT NULL,
    brand TEXT NOT NULL,
    last4 TEXT NOT NULL CHECK (length(last4) = 4)
) STRICT;
