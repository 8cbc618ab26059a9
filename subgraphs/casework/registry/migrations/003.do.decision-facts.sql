-- 裁决依据 the owners' last facts for decisions: who handles a record, recusals, seal. Nothing about the parties.

CREATE TABLE registry.decision_facts (
  case_uid text NOT NULL REFERENCES registry.cases,
  agency_code text NOT NULL,
  record_no text NOT NULL,
  facts jsonb NOT NULL,
  fetched_at timestamptz NOT NULL,
  PRIMARY KEY (case_uid, agency_code, record_no)
);
