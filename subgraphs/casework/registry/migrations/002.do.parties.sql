-- 当事人 parties: a person in one case. Both ids are keyed hashes; the name is encrypted and bound to its party.

CREATE TABLE registry.parties (
  party_uid text PRIMARY KEY,
  case_uid text NOT NULL REFERENCES registry.cases,
  -- The order in which the owner lists them.
  position smallint NOT NULL,
  person_uid text NOT NULL,
  role text NOT NULL,
  legal_status text NOT NULL,
  minor_at_offence boolean,
  protected_identity boolean NOT NULL,
  display_name_encrypted bytea NOT NULL,
  provenance text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX parties_by_case ON registry.parties (case_uid);

-- What a department's records call the party; unique within that system.
CREATE TABLE registry.party_keys (
  party_uid text NOT NULL REFERENCES registry.parties,
  system text NOT NULL,
  key text NOT NULL,
  PRIMARY KEY (party_uid, system, key)
);
