-- 同步进度 how far each source has been read, so that a sync that was killed goes on where it was.

CREATE TABLE registry.ingest_positions (
  source text PRIMARY KEY,
  -- Key of the last record read; null before the first.
  after_key text,
  finished_at timestamptz,
  -- The source did not answer: the others went on without it.
  failed_at timestamptz
);

-- Pages, by the key before them, with records that found no case yet: read again once all sources have been read.
CREATE TABLE registry.ingest_second_looks (
  source text NOT NULL,
  -- Empty for a source's first page.
  after_key text NOT NULL,
  left_out integer NOT NULL,
  PRIMARY KEY (source, after_key)
);
