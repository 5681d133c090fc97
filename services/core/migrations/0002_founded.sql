-- The tills that once had all of the shop's stores open together, this one among them: a store that
-- such a till does not find any more is lost, and is not made anew.
CREATE TABLE founded (
    till TEXT PRIMARY KEY
) STRICT;
