-- What a delivery costs; an empty country stands for all that have no rows of their own.
CREATE TABLE delivery_charge (
    country TEXT NOT NULL CHECK (length(country) = 0 OR length(country) = 2),
    from_value INTEGER NOT NULL CHECK (from_value >= 0),
    from_grams INTEGER NOT NULL CHECK (from_grams >= 0),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    tax_rate INTEGER NOT NULL CHECK (tax_rate >= 0),
    name TEXT NOT NULL CHECK (length(name) > 0),
    PRIMARY KEY (country, from_value, from_grams)
) STRICT;
