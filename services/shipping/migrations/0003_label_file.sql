-- Labels as the carriers drew them, kept once they were fetched: their links lapse.
CREATE TABLE label_file (
    label TEXT PRIMARY KEY,
    suffix TEXT NOT NULL CHECK (suffix IN ('pdf', 'png', 'zpl')),
    bytes BLOB NOT NULL
) STRICT;
