-- Every call that was made for an intent; came is empty as long as no answer was seen.
CREATE TABLE attempt (
    intent BLOB NOT NULL REFERENCES intent (id),
    number INTEGER NOT NULL CHECK (number > 0),
    sent_at INTEGER NOT NULL,
    came TEXT CHECK (came IN ('Definite', 'NotSent', 'Wait', 'Unknown')),
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (intent, number)
) STRICT;
