-- How the shop's own labels with a weight or a price are laid out; first as shops mostly have them.
CREATE TABLE label_layout (
    prefix TEXT PRIMARY KEY CHECK (length(prefix) BETWEEN 2 AND 4),
    item_digits INTEGER NOT NULL CHECK (item_digits > 0),
    value_digits INTEGER NOT NULL CHECK (value_digits > 0),
    value TEXT NOT NULL CHECK (value IN ('Weight', 'Price', 'PriceOfWeight')),
    decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 3),
    has_verifier INTEGER NOT NULL CHECK (has_verifier IN (0, 1)),
    CHECK (length(prefix) + item_digits + has_verifier + value_digits = 12)
) STRICT;
INSERT INTO label_layout (prefix, item_digits, value_digits, value, decimals, has_verifier) VALUES
    ('02', 5, 4, 'Price', 2, 1),
    ('20', 5, 5, 'Weight', 3, 0),
    ('21', 5, 5, 'Weight', 3, 0),
    ('22', 5, 5, 'PriceOfWeight', 2, 0),
    ('23', 5, 5, 'Price', 2, 0);
