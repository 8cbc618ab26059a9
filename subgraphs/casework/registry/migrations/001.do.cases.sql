-- 案件 cases, and the agencies' numbers for them (部门编号). A link that proves wrong is withdrawn, never deleted.

CREATE TABLE registry.cases (
  case_uid text PRIMARY KEY,
  kind text NOT NULL,
  current_stage text NOT NULL,
  sealed boolean NOT NULL,
  provenance text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE registry.case_numbers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('POLICE_CASE_NO', 'ACCEPTANCE_NO', 'COURT_CASE_NO', 'LEGAL_AID_ID')),
  number text NOT NULL,
  case_uid text NOT NULL REFERENCES registry.cases,
  provenance text NOT NULL,
  found_at timestamptz NOT NULL DEFAULT now(),
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_why text,
  CHECK (num_nulls(withdrawn_at, withdrawn_by, withdrawn_why) IN (0, 3))
);

CREATE UNIQUE INDEX one_case_a_number ON registry.case_numbers (kind, number) WHERE withdrawn_at IS NULL;
CREATE INDEX case_numbers_by_case ON registry.case_numbers (case_uid) WHERE withdrawn_at IS NULL;
