-- SPDX-License-Identifier: Apache-2.0
-- Ids are 16 bytes, times are milliseconds since 1970. Everything that grows begins with a
-- conversation or a person, so that reading one costs nothing for the others.

CREATE TABLE meta (
  name  TEXT NOT NULL PRIMARY KEY,
  value BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE person (
  id           BLOB    NOT NULL PRIMARY KEY,
  username     TEXT    NOT NULL,
  username_key TEXT    NOT NULL UNIQUE,
  role         TEXT    NOT NULL,
  display_name TEXT    NOT NULL,
  avatar_url   TEXT,
  status       TEXT    NOT NULL,
  status_text  TEXT,
  issuer       TEXT,
  subject      TEXT,
  email        TEXT,
  email_key    TEXT    UNIQUE,
  password     TEXT,
  spelling     TEXT    NOT NULL,
  own_seq      INTEGER NOT NULL DEFAULT 0,
  created_at   INTEGER NOT NULL,
  UNIQUE (issuer, subject)
) WITHOUT ROWID;

CREATE INDEX person_by_name ON person (spelling, id);

-- Every ending of every word of a name: the beginning of one is a part of that word.
CREATE TABLE person_part (
  part   TEXT NOT NULL,
  person BLOB NOT NULL,
  PRIMARY KEY (part, person)
) WITHOUT ROWID;

CREATE INDEX person_part_of ON person_part (person);

-- The log of a person.
CREATE TABLE person_event (
  person  BLOB    NOT NULL,
  seq     INTEGER NOT NULL,
  at      INTEGER NOT NULL,
  kind    TEXT    NOT NULL,
  version INTEGER NOT NULL,
  body    TEXT    NOT NULL,
  PRIMARY KEY (person, seq)
) WITHOUT ROWID;

CREATE TABLE session (
  id         BLOB    NOT NULL PRIMARY KEY,
  token      TEXT    NOT NULL UNIQUE,
  person     BLOB    NOT NULL,
  device     TEXT,
  created_at INTEGER NOT NULL,
  used_at    INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX session_of ON session (person, id);

-- Where the log of a conversation stands.
CREATE TABLE conversation (
  id           BLOB    NOT NULL PRIMARY KEY,
  type         TEXT    NOT NULL,
  title        TEXT,
  seq          INTEGER NOT NULL,
  ord          INTEGER NOT NULL,
  at           INTEGER NOT NULL,
  last_message INTEGER NOT NULL,
  members      INTEGER NOT NULL,
  created_at   INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE private_pair (
  one          BLOB NOT NULL,
  other        BLOB NOT NULL,
  conversation BLOB NOT NULL,
  PRIMARY KEY (one, other)
) WITHOUT ROWID;

-- The log of a conversation. A message is what its event says, until an event changes it.
CREATE TABLE event (
  conversation BLOB    NOT NULL,
  seq          INTEGER NOT NULL,
  ord          INTEGER NOT NULL,
  at           INTEGER NOT NULL,
  actor        BLOB    NOT NULL,
  kind         TEXT    NOT NULL,
  version      INTEGER NOT NULL,
  body         TEXT    NOT NULL,
  client_id    TEXT,
  fingerprint  BLOB,
  PRIMARY KEY (conversation, seq)
) WITHOUT ROWID;

CREATE INDEX event_message ON event (conversation, seq) WHERE kind = 'posted';

CREATE UNIQUE INDEX event_client ON event (conversation, actor, client_id)
  WHERE client_id IS NOT NULL;

-- Who is in a conversation now.
CREATE TABLE member (
  person       BLOB    NOT NULL,
  conversation BLOB    NOT NULL,
  role         TEXT    NOT NULL,
  read_ord     INTEGER NOT NULL,
  read_seq     INTEGER NOT NULL,
  joined_seq   INTEGER NOT NULL,
  joined_at    INTEGER NOT NULL,
  PRIMARY KEY (person, conversation)
) WITHOUT ROWID;

CREATE INDEX member_of ON member (conversation, person);

-- Which numbers of a conversation a person may see, for ever.
CREATE TABLE membership (
  conversation BLOB    NOT NULL,
  person       BLOB    NOT NULL,
  first_seq    INTEGER NOT NULL,
  last_seq     INTEGER NOT NULL,
  PRIMARY KEY (conversation, person, first_seq)
) WITHOUT ROWID;
