-- What was found when the books were compared with what the payment system shows.
CREATE TABLE reconciliation (
    at INTEGER PRIMARY KEY,
    since INTEGER NOT NULL,
    charges INTEGER NOT NULL CHECK (charges >= 0),
    differences BLOB NOT NULL,
    trouble TEXT NOT NULL
) STRICT;

-- Differences that a person has looked after, as long as they stay as they were.
CREATE TABLE difference_closed (
    reference TEXT NOT NULL,
    kind TEXT NOT NULL,
    ours INTEGER NOT NULL,
    theirs INTEGER NOT NULL,
    PRIMARY KEY (reference, kind, ours, theirs)
) STRICT;
