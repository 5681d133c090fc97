-- What the carrier says has gone wrong with a parcel on its way.
ALTER TABLE shipment ADD COLUMN trouble TEXT NOT NULL DEFAULT 'None' CHECK (trouble IN ('None', 'Returned', 'Failed',
    'Closed'));
