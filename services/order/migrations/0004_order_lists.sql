-- For lists of orders, by time, of a customer or of a till.
CREATE INDEX orders_placed ON orders (placed_at, id);
CREATE INDEX orders_customer ON orders (customer, placed_at, id) WHERE customer IS NOT NULL;
CREATE INDEX orders_till ON orders (till);
