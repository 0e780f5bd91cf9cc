-- SPDX-License-Identifier: Apache-2.0
-- Files that messages carry; the bytes are beside the database, under their ids.

-- `state`: kept (not sent yet), sent, gone (no message carries it any more).
CREATE TABLE attachment (
  id         BLOB    NOT NULL PRIMARY KEY,
  uploader   BLOB    NOT NULL,
  state      TEXT    NOT NULL,
  name       TEXT    NOT NULL,
  type       TEXT    NOT NULL,
  kind       TEXT    NOT NULL,
  size       INTEGER NOT NULL,
  width      INTEGER,
  height     INTEGER,
  millis     INTEGER,
  thumbnail  INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX attachment_loose ON attachment (state, created_at) WHERE state <> 'sent';

-- Which message carries what.
CREATE TABLE carried (
  conversation BLOB    NOT NULL,
  seq          INTEGER NOT NULL,
  position     INTEGER NOT NULL,
  attachment   BLOB    NOT NULL,
  kind         TEXT    NOT NULL,
  PRIMARY KEY (conversation, seq, position)
) WITHOUT ROWID;

CREATE INDEX carried_by ON carried (attachment, conversation, seq);
CREATE INDEX carried_kind ON carried (conversation, kind, seq, position);

-- What is on its way.
CREATE TABLE upload (
  id         BLOB    NOT NULL PRIMARY KEY,
  uploader   BLOB    NOT NULL,
  name       TEXT    NOT NULL,
  voice      INTEGER NOT NULL,
  millis     INTEGER,
  size       INTEGER NOT NULL,
  sha256     TEXT,
  touched_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX upload_of ON upload (uploader, size);
CREATE INDEX upload_silent ON upload (touched_at);

-- How much a person has uploaded in a day, days since 1970.
CREATE TABLE uploaded (
  person BLOB    NOT NULL,
  day    INTEGER NOT NULL,
  files  INTEGER NOT NULL,
  bytes  INTEGER NOT NULL,
  PRIMARY KEY (person, day)
) WITHOUT ROWID;
