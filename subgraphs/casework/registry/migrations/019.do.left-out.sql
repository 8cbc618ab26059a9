-- 未关联的记录 records that ingest found no case for, under each of those whom they name: whose lists search for the case. Nothing about parties.

CREATE TABLE registry.left_out (
  kind text NOT NULL,
  number text NOT NULL,
  holder text NOT NULL,
  searched_at timestamptz,
  PRIMARY KEY (holder, kind, number)
);
CREATE INDEX left_out_by_number ON registry.left_out (kind, number);
