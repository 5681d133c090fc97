-- The carts that goods were held for: what is abandoned or ordered holds nothing any more.
CREATE TABLE return_cart (
    id BLOB PRIMARY KEY,
    closed INTEGER NOT NULL CHECK (closed IN (0, 1))
) STRICT;
