-- The day on which the customer wants the goods, if any was named.
ALTER TABLE orders ADD COLUMN wished_for TEXT NOT NULL DEFAULT '';
