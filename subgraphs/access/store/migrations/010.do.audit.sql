-- 审计员的副本 the auditor's store: records and checkpoints of every process's log, which can only be added to.

CREATE TABLE access.audit_records (
  -- In the order of arrival.
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  log text NOT NULL,
  sequence bigint NOT NULL,
  -- Exactly as it was sent: it is a leaf of the log's Merkle tree. What follows is what it is looked for by.
  line text NOT NULL,
  at timestamptz NOT NULL,
  event text NOT NULL,
  request_id text,
  actor text,
  case_uid text,
  rule text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (log, sequence)
);

CREATE INDEX audit_records_by_time ON access.audit_records (at, id);
CREATE INDEX audit_records_by_actor ON access.audit_records (actor, at) WHERE actor IS NOT NULL;
CREATE INDEX audit_records_by_case ON access.audit_records (case_uid, at) WHERE case_uid IS NOT NULL;
CREATE INDEX audit_records_of_sealed ON access.audit_records (at) WHERE rule IN ('permit.record-check', 'deny.sealed');
CREATE INDEX audit_answers ON access.audit_records (request_id) WHERE event = 'answer';

CREATE TABLE access.audit_checkpoints (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  log text NOT NULL,
  -- Number of records held.
  size bigint NOT NULL,
  -- Exactly as it was signed: of these records, or of more that were to follow.
  checkpoint text NOT NULL,
  -- The tree's right edge over the records held: what is needed to go on from here.
  peaks bytea[] NOT NULL,
  -- That the checkpoint's tree begins with that tree.
  consistency bytea[] NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (log, size)
);

-- How many records of an actor matched an alert rule within a minute; a row for each batch that brought some.
CREATE TABLE access.audit_signals (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  rule text NOT NULL,
  -- The token's subject; empty for nobody known.
  actor text NOT NULL,
  minute timestamptz NOT NULL,
  count integer NOT NULL CHECK (count > 0)
);

CREATE INDEX audit_signals_in_time ON access.audit_signals (rule, actor, minute);

-- 安全告警 that a rule matched, whose records and how many. No case, no content.
CREATE TABLE access.audit_alerts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  rule text NOT NULL,
  -- The token's subject, or the log where a log itself is meant; empty for nobody known.
  actor text NOT NULL,
  at timestamptz NOT NULL,
  count integer NOT NULL CHECK (count > 0)
);

CREATE INDEX audit_alerts_in_time ON access.audit_alerts (at, id);
CREATE INDEX audit_alerts_of_actor ON access.audit_alerts (rule, actor, at);

CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON access.audit_records
  FOR EACH STATEMENT EXECUTE FUNCTION access.refuse();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON access.audit_checkpoints
  FOR EACH STATEMENT EXECUTE FUNCTION access.refuse();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON access.audit_signals
  FOR EACH STATEMENT EXECUTE FUNCTION access.refuse();
CREATE TRIGGER kept BEFORE UPDATE OR DELETE OR TRUNCATE ON access.audit_alerts
  FOR EACH STATEMENT EXECUTE FUNCTION access.refuse();
