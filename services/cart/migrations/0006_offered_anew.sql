-- Orders that came to nothing and were offered once more, and the cart that this made.
CREATE TABLE offered_anew (
    original BLOB PRIMARY KEY REFERENCES cart (id),
    cart BLOB NOT NULL UNIQUE REFERENCES cart (id)
) STRICT;
