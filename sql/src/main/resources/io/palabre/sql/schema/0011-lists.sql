-- The order of everyone's list of conversations. `listed_at` is when something last happened in it. Of
-- large groups it is NULL, and they are sorted when somebody looks. `shelf` is 0 for what is in
-- the list, 1 for what is archived, 2 for what was deleted for oneself. `behind` is 1 where there is
-- something to read, of large groups perhaps also where not, and perhaps not where there is.

ALTER TABLE conversation ADD COLUMN spelling TEXT NOT NULL DEFAULT '';

ALTER TABLE member ADD COLUMN listed_at INTEGER;
ALTER TABLE member ADD COLUMN shelf INTEGER NOT NULL DEFAULT 0;
ALTER TABLE member ADD COLUMN behind INTEGER NOT NULL DEFAULT 0;
ALTER TABLE member ADD COLUMN side TEXT;

UPDATE conversation SET spelling = lower(coalesce(title, ''));

UPDATE member SET
  listed_at = (SELECT CASE WHEN c.members <= 16 THEN c.at END
    FROM conversation c WHERE c.id = member.conversation),
  shelf = archived,
  behind = marked_unread = 1 OR read_ord < (SELECT c.ord
    FROM conversation c WHERE c.id = member.conversation),
  side = (SELECT CASE c.seller WHEN member.person THEN 'seller' ELSE 'buyer' END
    FROM conversation c WHERE c.id = member.conversation AND c.product IS NOT NULL);

UPDATE member SET shelf = 2 WHERE cleared_seq > 0 AND cleared_seq >= (SELECT c.last_message
  FROM conversation c WHERE c.id = member.conversation);

CREATE INDEX member_listed ON member (person, shelf, listed_at, conversation);

CREATE INDEX member_behind ON member (person, shelf, listed_at, conversation) WHERE behind = 1;

CREATE INDEX member_trading ON member (person, side, shelf, listed_at, conversation)
  WHERE side IS NOT NULL;

CREATE INDEX member_deleted ON member (conversation, person) WHERE shelf = 2;
