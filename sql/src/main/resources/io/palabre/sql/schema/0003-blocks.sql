-- Who keeps whom away.

CREATE TABLE block (
  blocker BLOB NOT NULL,
  person  BLOB NOT NULL,
  PRIMARY KEY (blocker, person)
) WITHOUT ROWID;
