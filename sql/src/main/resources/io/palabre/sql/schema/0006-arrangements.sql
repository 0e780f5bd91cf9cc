-- How members have arranged a conversation for themselves.

ALTER TABLE member ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE member ADD COLUMN muted_until INTEGER;
ALTER TABLE member ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE member ADD COLUMN marked_unread INTEGER NOT NULL DEFAULT 0;
ALTER TABLE member ADD COLUMN draft TEXT NOT NULL DEFAULT '';
ALTER TABLE member ADD COLUMN cleared_seq INTEGER NOT NULL DEFAULT 0;

CREATE INDEX member_archived ON member (conversation, person) WHERE archived = 1;

CREATE INDEX member_pinned ON member (person, conversation) WHERE pinned = 1;
