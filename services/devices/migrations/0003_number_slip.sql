-- The slip with the number under which self-service puts a cart aside.
CREATE TABLE print_job_now (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('Receipt', 'Drawer', 'Gift', 'Invoice', 'PackingSlip', 'Report', 'Labels', 'NumberSlip')),
    order_id BLOB CHECK (order_id IS NULL OR length(order_id) = 16),
    paper BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('Waiting', 'Printing', 'Printed', 'Failed', 'GivenUp')),
    begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1)),
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    created_at INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    trouble TEXT
) STRICT;
INSERT INTO print_job_now (id, kind, order_id, paper, state, begun, attempts, created_at, next_at, reason, trouble)
    SELECT id, kind, order_id, paper, state, begun, attempts, created_at, next_at, reason, trouble FROM print_job;
DROP TABLE print_job;
ALTER TABLE print_job_now RENAME TO print_job;
CREATE INDEX print_job_state ON print_job (state, created_at);
CREATE INDEX print_job_order ON print_job (order_id);
