-- What each source last brought, as a digest: a source that has not changed need not be read in again.

CREATE TABLE registry.ingested_content (
  source text PRIMARY KEY,
  digest text NOT NULL,
  ingested_at timestamptz NOT NULL DEFAULT now()
);
