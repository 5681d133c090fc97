-- What the shop says in its own words; what stands not here is said in Kontor's.
CREATE TABLE mail_wording (
    kind TEXT NOT NULL,
    language TEXT NOT NULL CHECK (length(language) = 2),
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (kind, language)
) STRICT;

-- Kinds of mails that nobody gets.
CREATE TABLE mail_switched_off (
    kind TEXT PRIMARY KEY
) STRICT;

-- Receipts that go along with the confirmation of their order.
CREATE TABLE receipt_file (
    order_id BLOB PRIMARY KEY CHECK (length(order_id) = 16),
    name TEXT NOT NULL,
    pdf BLOB NOT NULL,
    added_at INTEGER NOT NULL
) STRICT;
CREATE INDEX receipt_file_added ON receipt_file (added_at);
