-- What has become of messages.

-- Of an event that changes a message: the number of that message. Others are lines of the timeline.
ALTER TABLE event ADD COLUMN about INTEGER;

CREATE INDEX event_line ON event (conversation, seq) WHERE about IS NULL;

CREATE INDEX event_about ON event (conversation, about, seq) WHERE about IS NOT NULL;

-- The numbers of the events that made a message what it is. One that was never touched has no row.
CREATE TABLE message (
  conversation BLOB    NOT NULL,
  seq          INTEGER NOT NULL,
  edited       INTEGER,
  deleted      INTEGER,
  PRIMARY KEY (conversation, seq)
) WITHOUT ROWID;

-- What a person does not want to see any more.
CREATE TABLE hidden (
  person       BLOB    NOT NULL,
  conversation BLOB    NOT NULL,
  seq          INTEGER NOT NULL,
  PRIMARY KEY (person, conversation, seq)
) WITHOUT ROWID;

-- Since when those see a conversation who are in it now.
CREATE INDEX membership_since ON membership (conversation, first_seq, person)
  WHERE last_seq = 9223372036854775807;
