-- What is to come out of the printer. A job keeps its paper: it prints what was true when it was asked for.
CREATE TABLE print_job (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('Receipt', 'Drawer')),
    order_id BLOB CHECK (order_id IS NULL OR length(order_id) = 16),
    paper BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('Waiting', 'Printing', 'Printed', 'Failed')),
    begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1)),
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    created_at INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX print_job_state ON print_job (state, created_at);
CREATE INDEX print_job_order ON print_job (order_id);
