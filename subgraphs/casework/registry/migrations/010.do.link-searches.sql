-- 补链查询 when the departments were last asked for a case's numbers of a kind, so that a search in vain is not repeated at once.

CREATE TABLE registry.link_searches (
  case_uid text NOT NULL REFERENCES registry.cases,
  kind text NOT NULL,
  searched_at timestamptz NOT NULL,
  PRIMARY KEY (case_uid, kind)
);
