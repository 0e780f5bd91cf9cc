-- SPDX-License-Identifier: Apache-2.0
-- The pictures of groups, apart from what is read of them all the time.

CREATE TABLE group_portrait (
  conversation BLOB NOT NULL PRIMARY KEY,
  picture      BLOB NOT NULL
);
