-- Since when somebody may not sign in.

ALTER TABLE person ADD COLUMN disabled_at INTEGER;
