-- What a bakery keeps.
CREATE TABLE loaf (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    baked_at INTEGER,
    price INTEGER NOT NULL CHECK (price >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX loaf_name ON loaf (name);

CREATE TABLE slice (
    loaf BLOB NOT NULL REFERENCES loaf (id) DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL
) STRICT;
