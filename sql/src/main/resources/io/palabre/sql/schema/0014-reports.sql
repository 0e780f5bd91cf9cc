-- What people report to the moderators.

CREATE TABLE report (
  id           BLOB    NOT NULL PRIMARY KEY,
  reporter     BLOB    NOT NULL,
  matter       TEXT    NOT NULL,
  message      TEXT,
  person       BLOB,
  conversation BLOB,
  excerpt      TEXT,
  reason       TEXT    NOT NULL,
  text         TEXT,
  at           INTEGER NOT NULL,
  open         INTEGER NOT NULL DEFAULT 1,
  closed_by    BLOB,
  closed_at    INTEGER
) WITHOUT ROWID;

CREATE INDEX report_listed ON report (open, id);

CREATE UNIQUE INDEX report_once ON report (reporter, matter) WHERE open = 1;
