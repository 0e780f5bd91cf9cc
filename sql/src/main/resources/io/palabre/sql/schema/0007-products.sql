-- Products, and conversations about them.

CREATE TABLE product (
  id        TEXT NOT NULL PRIMARY KEY,
  seller    BLOB NOT NULL,
  title     TEXT NOT NULL,
  price     TEXT,
  currency  TEXT,
  image_url TEXT,
  url       TEXT,
  spelling  TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX product_by_title ON product (spelling, id);

ALTER TABLE conversation ADD COLUMN product TEXT;
ALTER TABLE conversation ADD COLUMN seller BLOB;

CREATE TABLE introduction (
  buyer        BLOB NOT NULL,
  seller       BLOB NOT NULL,
  product      TEXT NOT NULL,
  conversation BLOB NOT NULL,
  PRIMARY KEY (buyer, seller, product)
) WITHOUT ROWID;
