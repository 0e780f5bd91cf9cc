-- SPDX-License-Identifier: Apache-2.0
-- Who does not see a message that something is told of.

CREATE INDEX membership_until ON membership (conversation, last_seq, person)
  WHERE last_seq < 9223372036854775807;

CREATE INDEX hidden_from ON hidden (conversation, seq, person);
