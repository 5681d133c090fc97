-- The name of a file in the shop's folder of pictures.
ALTER TABLE product ADD COLUMN picture TEXT NOT NULL DEFAULT '';
