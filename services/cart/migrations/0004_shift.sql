-- From opening to the Z report; a till's sales in between belong to it.
CREATE TABLE shift (
    id BLOB PRIMARY KEY,
    till TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    float_amount INTEGER NOT NULL CHECK (float_amount >= 0),
    float_counted INTEGER NOT NULL CHECK (float_counted IN (0, 1)),
    opened_at INTEGER NOT NULL,
    opened_by TEXT NOT NULL
) STRICT;
-- @append-only shift

-- At most one for each till, with its sums so far.
CREATE TABLE open_shift (
    till TEXT PRIMARY KEY,
    shift BLOB NOT NULL UNIQUE REFERENCES shift (id),
    totals BLOB NOT NULL
) STRICT;

CREATE TABLE shift_move (
    command BLOB PRIMARY KEY,
    shift BLOB NOT NULL REFERENCES shift (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind = 'PaidIn' OR kind = 'PaidOut' OR kind = 'Drop' OR kind = 'Opened'),
    amount INTEGER NOT NULL CHECK (amount > 0 OR (amount = 0 AND kind = 'Opened')),
    reason TEXT NOT NULL,
    actor TEXT NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (shift, position)
) STRICT;
-- @append-only shift_move

-- A gapless series for each till.
CREATE TABLE z_report (
    till TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    shift BLOB NOT NULL UNIQUE REFERENCES shift (id),
    report BLOB NOT NULL,
    PRIMARY KEY (till, number)
) STRICT;
-- @append-only z_report
