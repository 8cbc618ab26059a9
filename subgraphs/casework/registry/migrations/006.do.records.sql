-- 部门记录 what each department's record states of its case. A case's kind, stage and seal, and its parties, are derived from these,
-- so that it does not matter in which order the records came in.

CREATE TABLE registry.records (
  kind text NOT NULL,
  record_no text NOT NULL,
  case_uid text NOT NULL REFERENCES registry.cases,
  system text NOT NULL,
  department text NOT NULL,
  agency_code text NOT NULL,
  -- Null where the record makes no case, or bears witness to no stage.
  case_kind text,
  stage text,
  sealed boolean NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (kind, record_no)
);

CREATE INDEX records_by_case ON registry.records (case_uid);

-- Parties that were entered without the records that name them: the next ingest brings them, as it brings all.
DELETE FROM registry.party_keys;
DELETE FROM registry.parties;
DELETE FROM registry.ingested_content;

-- What one record says of one party.
ALTER TABLE registry.party_keys
  -- A party is derived from its keys, which are therefore written first.
  ALTER CONSTRAINT party_keys_party_uid_fkey DEFERRABLE INITIALLY DEFERRED,
  ADD COLUMN record_kind text,
  ADD COLUMN record_no text,
  ADD COLUMN position smallint,
  ADD COLUMN person_uid text,
  ADD COLUMN role text,
  ADD COLUMN legal_status text,
  ADD COLUMN minor_at_offence boolean,
  ADD COLUMN protected_identity boolean,
  ADD COLUMN display_name_encrypted bytea,
  -- A keyed hash bound to the party: it tells whether two records name it alike, and nothing else.
  ADD COLUMN name_digest bytea,
  ADD COLUMN taken_at timestamptz NOT NULL DEFAULT now(),
  ADD FOREIGN KEY (record_kind, record_no) REFERENCES registry.records ON DELETE CASCADE;

CREATE INDEX party_keys_by_record ON registry.party_keys (record_kind, record_no);
CREATE INDEX party_keys_by_key ON registry.party_keys (key);
CREATE INDEX parties_by_person ON registry.parties (person_uid, case_uid);
