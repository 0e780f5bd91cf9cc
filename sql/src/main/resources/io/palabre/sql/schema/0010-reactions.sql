-- Emojis on messages, and messages that are kept in sight.

-- `added` is the number of the event that added it.
CREATE TABLE reaction (
  conversation BLOB    NOT NULL,
  seq          INTEGER NOT NULL,
  added        INTEGER NOT NULL,
  emoji        TEXT    NOT NULL,
  person       BLOB    NOT NULL,
  PRIMARY KEY (conversation, seq, added)
) WITHOUT ROWID;

CREATE UNIQUE INDEX reaction_of ON reaction (conversation, seq, emoji, person);

ALTER TABLE message ADD COLUMN pinned INTEGER;

CREATE INDEX message_pinned ON message (conversation, pinned) WHERE pinned IS NOT NULL;
