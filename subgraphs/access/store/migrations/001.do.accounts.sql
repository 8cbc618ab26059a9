-- 账户与岗位 accounts of the token issuer, and since when each holds its roles. A role that ended stays with its end; no name of a person.

CREATE TABLE access.accounts (
  -- Empty where only logins have told of the account, which do not name their issuer.
  issuer text NOT NULL,
  subject text NOT NULL,
  username text NOT NULL,
  agency text,
  staff_no text,
  licence_no text,
  enabled boolean NOT NULL,
  first_seen_at timestamptz NOT NULL,
  -- When its issuer's export last told of it.
  stated_at timestamptz,
  last_login_at timestamptz,
  PRIMARY KEY (issuer, subject)
);

CREATE INDEX accounts_by_username ON access.accounts (username);
CREATE INDEX accounts_by_agency ON access.accounts (agency, username);
CREATE INDEX accounts_by_subject ON access.accounts (subject);

CREATE TABLE access.account_roles (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  issuer text NOT NULL,
  subject text NOT NULL,
  role text NOT NULL,
  since timestamptz NOT NULL,
  ended_at timestamptz,
  FOREIGN KEY (issuer, subject) REFERENCES access.accounts ON UPDATE CASCADE
);

CREATE UNIQUE INDEX a_role_once ON access.account_roles (issuer, subject, role) WHERE ended_at IS NULL;
