-- What presence leaves behind, in milliseconds; who is there is never stored.

ALTER TABLE person ADD COLUMN last_seen INTEGER;
ALTER TABLE person ADD COLUMN last_active INTEGER;
