-- rank: how popular, 1 before 2; the key, so that the search index answers in its order.
CREATE TABLE product (
    rank INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    sku TEXT NOT NULL UNIQUE CHECK (sku <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    price_micros INTEGER NOT NULL CHECK (price_micros >= 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    tax_basis_points INTEGER NOT NULL CHECK (tax_basis_points BETWEEN 0 AND 10000),
    category TEXT NOT NULL,
    stocked INTEGER NOT NULL CHECK (stocked IN (0, 1)),
    weight_grams INTEGER NOT NULL CHECK (weight_grams >= 0),
    min_age INTEGER NOT NULL CHECK (min_age BETWEEN 0 AND 150),
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    revision INTEGER NOT NULL UNIQUE,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX product_category ON product (category, rank);

CREATE TABLE barcode (
    code TEXT PRIMARY KEY CHECK (code <> ''),
    product BLOB NOT NULL REFERENCES product (id),
    position INTEGER NOT NULL,
    UNIQUE (product, position)
) STRICT;

-- The number of the newest change to a product; replicas ask for what came after theirs.
CREATE TABLE catalog_revision (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    revision INTEGER NOT NULL
) STRICT;
INSERT INTO catalog_revision (one, revision) VALUES (1, 0);

-- @sqlite-only
CREATE VIRTUAL TABLE product_search USING fts5 (
    name, sku, category,
    content = 'product', content_rowid = 'rank',
    prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);
-- @end
