-- One parcel for each order that is delivered. Where it goes is the account's address row.
CREATE TABLE shipment (
    order_id BLOB PRIMARY KEY CHECK (length(order_id) = 16),
    state TEXT NOT NULL CHECK (state IN ('Quoting', 'Buying', 'Labelled', 'HandedOver', 'Delivered',
        'NeedsCorrection', 'Failed', 'Recalling', 'Recalled', 'Dropped')),
    customer BLOB,
    address BLOB,
    receipt TEXT NOT NULL,
    weight_grams INTEGER NOT NULL CHECK (weight_grams > 0),
    length_mm INTEGER NOT NULL CHECK (length_mm > 0),
    width_mm INTEGER NOT NULL CHECK (width_mm > 0),
    height_mm INTEGER NOT NULL CHECK (height_mm > 0),
    booking INTEGER NOT NULL CHECK (booking > 0),
    carrier TEXT NOT NULL DEFAULT '',
    carrier_name TEXT NOT NULL DEFAULT '',
    price INTEGER NOT NULL DEFAULT 0 CHECK (price >= 0),
    currency TEXT NOT NULL DEFAULT '',
    label TEXT NOT NULL DEFAULT '',
    tracking_number TEXT NOT NULL DEFAULT '',
    label_url TEXT NOT NULL DEFAULT '',
    void_state TEXT NOT NULL DEFAULT 'None' CHECK (void_state IN ('None', 'Wanted', 'Pending',
        'Voided', 'Refused', 'GivenUp')),
    note TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    next_look_at INTEGER,
    CHECK (state NOT IN ('Labelled', 'HandedOver', 'Delivered') OR label <> '')
) STRICT;
CREATE INDEX shipment_state ON shipment (state);
CREATE INDEX shipment_look ON shipment (next_look_at) WHERE next_look_at IS NOT NULL;
