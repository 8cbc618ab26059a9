-- 当事人账户 which person an account belongs to (issuer and `sub` of its tokens); written only after an identity check.

CREATE TABLE registry.accounts (
  issuer text NOT NULL,
  subject text NOT NULL,
  person_uid text NOT NULL,
  checked_by text NOT NULL,
  checked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (issuer, subject)
);
