-- SPDX-License-Identifier: Apache-2.0
-- What grew without need.

-- Drafts stand in `member` alone.
UPDATE person_event SET body = json_set(body, '$.draft', '') WHERE kind = 'arranged';

-- 1 where others are still to hear how far somebody has read.
ALTER TABLE member ADD COLUMN let_go INTEGER NOT NULL DEFAULT 0;

CREATE INDEX member_let_go ON member (person, conversation) WHERE let_go = 1;

-- When something last happened that is a line of its own: where it stands in the lists.
ALTER TABLE conversation ADD COLUMN active_at INTEGER NOT NULL DEFAULT 0;

UPDATE conversation SET active_at = at;
