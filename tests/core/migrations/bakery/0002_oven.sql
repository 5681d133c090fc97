CREATE TABLE oven (
    number INTEGER PRIMARY KEY,
    note TEXT NOT NULL
) STRICT;
-- @append-only oven
-- @sqlite-only
CREATE VIRTUAL TABLE loaf_words USING fts5(name);
-- @end
