-- Pictures of groups, and under which client id a group was asked for.

ALTER TABLE conversation ADD COLUMN avatar_url TEXT;

CREATE TABLE started (
  person       BLOB NOT NULL,
  client_id    TEXT NOT NULL,
  conversation BLOB NOT NULL,
  PRIMARY KEY (person, client_id)
) WITHOUT ROWID;
