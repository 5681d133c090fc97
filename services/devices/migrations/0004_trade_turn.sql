-- When training gave way to trade, or trade to training. Until the first of them a shop is in training.
CREATE TABLE trade_turn (
    at INTEGER PRIMARY KEY,
    training INTEGER NOT NULL CHECK (training IN (0, 1))
) STRICT;
