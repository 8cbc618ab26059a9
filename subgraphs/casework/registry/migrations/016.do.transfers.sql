-- 移送过程 when each record's hand-overs were sent, received, due and answered: to be counted by departments. Nobody's name, no text.

CREATE TABLE registry.transfers (
  record_kind text NOT NULL,
  record_no text NOT NULL,
  -- The department's own.
  transfer_key text NOT NULL,
  kind text NOT NULL,
  round smallint,
  from_agency text NOT NULL,
  to_agency text NOT NULL,
  from_department text NOT NULL,
  to_department text NOT NULL,
  sent_on date NOT NULL,
  received_on date,
  due_on date,
  answered_on date,
  PRIMARY KEY (record_kind, record_no, transfer_key),
  -- What is taken out of a case, or goes over to another, takes its hand-overs along.
  FOREIGN KEY (record_kind, record_no) REFERENCES registry.records ON DELETE CASCADE
);

CREATE INDEX transfers_by_day ON registry.transfers (sent_on);
