-- Published editions, addressed by a public slug that is not a cluster's id. A withdrawn one keeps a note and no words.
CREATE TABLE editions (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL,
  period TEXT NOT NULL,
  edition INTEGER NOT NULL,
  published INTEGER NOT NULL,
  withdrawn INTEGER,
  body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX editions_by_address ON editions (slug, period, edition);
