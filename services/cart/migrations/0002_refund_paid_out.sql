-- Which refund was paid out, and how much of it had been before: the same one is not paid out twice.
ALTER TABLE drawer_move ADD COLUMN tender BLOB;
ALTER TABLE drawer_move ADD COLUMN paid_before INTEGER;
CREATE UNIQUE INDEX drawer_move_paid_out ON drawer_move (tender, paid_before);
