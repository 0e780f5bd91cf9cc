-- SPDX-License-Identifier: Apache-2.0
-- The pictures people show of themselves, apart from what is read of them all the time.

CREATE TABLE portrait (
  person  BLOB NOT NULL PRIMARY KEY,
  picture BLOB NOT NULL
);
