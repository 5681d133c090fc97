-- In which language a customer's mails are, empty for the shop's, and whether there are any.
ALTER TABLE account ADD COLUMN mail_language TEXT NOT NULL DEFAULT '';
ALTER TABLE account ADD COLUMN wants_mails INTEGER NOT NULL DEFAULT 1 CHECK (wants_mails IN (0, 1));
