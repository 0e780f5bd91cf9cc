-- SPDX-License-Identifier: Apache-2.0
-- How far messages have come with each member. `shown_ord` is what others are shown of `read_ord`
-- while the member is invisible or sends no receipts. The times are those of the last move, from
-- the number after `…_from` on.

ALTER TABLE person ADD COLUMN read_receipts INTEGER NOT NULL DEFAULT 1;

ALTER TABLE member ADD COLUMN shown_ord INTEGER;
ALTER TABLE member ADD COLUMN read_from INTEGER NOT NULL DEFAULT 0;
ALTER TABLE member ADD COLUMN read_at INTEGER;
ALTER TABLE member ADD COLUMN delivered_ord INTEGER NOT NULL DEFAULT 0;
ALTER TABLE member ADD COLUMN delivered_from INTEGER NOT NULL DEFAULT 0;
ALTER TABLE member ADD COLUMN delivered_at INTEGER;

UPDATE member SET shown_ord = read_ord
WHERE person IN (SELECT id FROM person WHERE status = 'invisible');
