CREATE TABLE schema_version (
    component TEXT PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT;

-- The topic: bytes is the whole event as it was hashed; type and subject stand beside it to be found by.
CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    subject BLOB NOT NULL CHECK (length(subject) = 16),
    bytes BLOB NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX event_subject ON event (subject);
-- @append-only event

CREATE TABLE topic_head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- How far this service has read each topic.
CREATE TABLE topic_cursor (
    source TEXT PRIMARY KEY,
    seq INTEGER NOT NULL CHECK (seq >= 0)
) STRICT;

-- Each event that took effect here, once.
CREATE TABLE inbox (
    source TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (source, seq)
) STRICT, WITHOUT ROWID;

-- Events that wait for another one, and events that failed for good and wait for a person.
CREATE TABLE waiting (
    source TEXT NOT NULL,
    seq INTEGER NOT NULL,
    subject BLOB NOT NULL,
    PRIMARY KEY (source, seq)
) STRICT;
CREATE INDEX waiting_subject ON waiting (subject);

CREATE TABLE parked (
    source TEXT NOT NULL,
    seq INTEGER NOT NULL,
    subject BLOB NOT NULL,
    type TEXT NOT NULL,
    reason TEXT NOT NULL,
    parked_at INTEGER NOT NULL,
    PRIMARY KEY (source, seq)
) STRICT;
CREATE INDEX parked_subject ON parked (subject);

-- Every command that took effect, with its first answer.
CREATE TABLE command (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    actor TEXT NOT NULL,
    till TEXT NOT NULL,
    at INTEGER NOT NULL,
    answer BLOB NOT NULL
) STRICT;

-- Calls to the world outside: committed before they are made.
CREATE TABLE intent (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    request BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('Created', 'Sent', 'Unknown', 'Done')),
    attempts INTEGER NOT NULL DEFAULT 0,
    -- 1: an earlier try may have had its effect
    unsure INTEGER NOT NULL DEFAULT 0 CHECK (unsure IN (0, 1)),
    created_at INTEGER NOT NULL,
    sent_at INTEGER,
    next_at INTEGER NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    outcome BLOB
) STRICT;
CREATE INDEX intent_open ON intent (next_at) WHERE state <> 'Done';
CREATE INDEX intent_subject ON intent (subject);
