-- The name under which a cart was put aside for another customer.
ALTER TABLE cart ADD COLUMN held_as TEXT NOT NULL DEFAULT '';
ALTER TABLE cart ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE cart_line ADD COLUMN note TEXT NOT NULL DEFAULT '';

-- What each change of an open cart found, so that it can be undone.
CREATE TABLE cart_step (
    cart BLOB NOT NULL REFERENCES cart (id),
    step INTEGER NOT NULL,
    before BLOB NOT NULL,
    PRIMARY KEY (cart, step)
) STRICT, WITHOUT ROWID;
