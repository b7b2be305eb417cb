-- What the public reads of each partnership. `object` is the id of the cluster's Durable Object: it opens nothing by
-- itself, and it is how a question finds its way in. A row is only ever replaced by one with a higher stamp.
CREATE TABLE partnerships (
  slug TEXT PRIMARY KEY,
  object TEXT NOT NULL UNIQUE,
  stamp INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

ALTER TABLE editions ADD COLUMN stamp INTEGER NOT NULL DEFAULT 0;
ALTER TABLE editions ADD COLUMN reason TEXT;

-- Answered questions, under an id that is not the cluster's own for them. One taken back keeps no words.
CREATE TABLE questions (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL,
  about TEXT,
  answered TEXT NOT NULL,
  stamp INTEGER NOT NULL,
  body TEXT NOT NULL,
  withdrawn INTEGER
) STRICT;
CREATE INDEX questions_by_slug ON questions (slug, answered);
