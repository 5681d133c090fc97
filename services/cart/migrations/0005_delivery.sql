-- Where a delivery goes and when it is wished for, what it costs, and what age the customer was found to have.
ALTER TABLE cart ADD COLUMN country TEXT NOT NULL DEFAULT '';
ALTER TABLE cart ADD COLUMN wished_for TEXT NOT NULL DEFAULT '';
ALTER TABLE cart ADD COLUMN checked_age INTEGER NOT NULL DEFAULT 0 CHECK (checked_age >= 0);
ALTER TABLE cart ADD COLUMN charge_name TEXT;
ALTER TABLE cart ADD COLUMN charge_amount INTEGER NOT NULL DEFAULT 0 CHECK (charge_amount >= 0);
ALTER TABLE cart ADD COLUMN charge_tax INTEGER NOT NULL DEFAULT 0 CHECK (charge_tax >= 0);
ALTER TABLE cart ADD COLUMN charge_by_hand INTEGER NOT NULL DEFAULT 0 CHECK (charge_by_hand IN (0, 1));
ALTER TABLE cart_line ADD COLUMN min_age INTEGER NOT NULL DEFAULT 0 CHECK (min_age >= 0);
