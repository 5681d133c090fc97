-- Which of the systems of its kind outside the store's calls go to. Every shop begins in the sandbox.
CREATE TABLE system_in_use (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    name TEXT NOT NULL
) STRICT;
INSERT INTO system_in_use (one, name) VALUES (1, 'sandbox');

-- For which system a call was meant; what has no row was for the sandbox.
CREATE TABLE intent_system (
    intent BLOB PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;
