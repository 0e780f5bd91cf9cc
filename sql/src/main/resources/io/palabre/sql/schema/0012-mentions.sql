-- Which messages name a person, as they are now.

CREATE TABLE mention (
  person       BLOB    NOT NULL,
  conversation BLOB    NOT NULL,
  ord          INTEGER NOT NULL,
  seq          INTEGER NOT NULL,
  PRIMARY KEY (person, conversation, ord)
) WITHOUT ROWID;

CREATE INDEX mention_in ON mention (conversation, seq);
