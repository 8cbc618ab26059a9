-- 授权 grants of access beyond what the office gives, with their whole history. Nothing of them is ever deleted, and no number is looked up
-- to make one: a case that does not exist can be applied for like any other.

CREATE TABLE access.grants (
  grant_uid text PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('UNMASK', 'RECORD_CHECK', 'BREAK_GLASS')),
  case_uid text NOT NULL,
  -- Coordinates such as Person.idNumber; UNMASK only.
  fields text[] NOT NULL,
  -- Whose matter it is.
  agency text NOT NULL,
  purpose text NOT NULL,
  -- Redacted free text.
  reason text NOT NULL,
  legal_basis text,
  applicant_issuer text NOT NULL,
  applicant_subject text NOT NULL,
  applicant_username text NOT NULL,
  applicant_agency text,
  applicant_staff_no text,
  state text NOT NULL CHECK (state IN ('REQUESTED', 'LIVE', 'REFUSED', 'REVOKED')),
  requested_at timestamptz NOT NULL,
  -- When it lapses by itself, undecided or live.
  until timestamptz NOT NULL,
  live_from timestamptz,
  -- When it was refused or revoked.
  ended_at timestamptz,
  CHECK ((state = 'LIVE') <= (live_from IS NOT NULL)),
  CHECK ((state IN ('REFUSED', 'REVOKED')) = (ended_at IS NOT NULL)),
  CHECK ((kind = 'UNMASK') = (cardinality(fields) > 0))
);

CREATE INDEX grants_of_case ON access.grants (case_uid, applicant_issuer, applicant_subject) WHERE live_from IS NOT NULL;
CREATE INDEX grants_of_applicant ON access.grants (applicant_issuer, applicant_subject, requested_at, grant_uid);
CREATE INDEX grants_of_agency ON access.grants (agency, requested_at, grant_uid);
CREATE INDEX grants_in_order ON access.grants (requested_at, grant_uid);

CREATE TABLE access.grant_history (
  grant_uid text NOT NULL REFERENCES access.grants,
  position smallint NOT NULL,
  at timestamptz NOT NULL,
  act text NOT NULL CHECK (act IN ('REQUESTED', 'APPROVED', 'REFUSED', 'REVOKED')),
  actor_issuer text NOT NULL,
  actor_subject text NOT NULL,
  actor_username text NOT NULL,
  actor_agency text,
  actor_staff_no text,
  -- Redacted free text.
  reason text NOT NULL,
  -- SM3 of the caller and the caller's idempotency key, and of what it stood for.
  request_key text NOT NULL UNIQUE,
  request_digest text NOT NULL,
  PRIMARY KEY (grant_uid, position)
);

CREATE FUNCTION access.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON access.grants FOR EACH STATEMENT EXECUTE FUNCTION access.refuse();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON access.grant_history FOR EACH STATEMENT EXECUTE FUNCTION access.refuse();
