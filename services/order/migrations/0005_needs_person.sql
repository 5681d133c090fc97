-- Cancelled because the money could not be had, and nobody has dealt with the customer since.
ALTER TABLE orders ADD COLUMN needs_person INTEGER NOT NULL DEFAULT 0 CHECK (needs_person IN (0, 1));
CREATE INDEX orders_needs_person ON orders (placed_at, id) WHERE needs_person = 1;
