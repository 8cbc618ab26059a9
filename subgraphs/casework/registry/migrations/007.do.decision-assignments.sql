-- 承办关系 who holds a case, by the owners' last facts: finds the cases that may be a holder's, whom the owner's own word then decides.

CREATE TABLE registry.decision_assignments (
  case_uid text NOT NULL,
  agency_code text NOT NULL,
  record_no text NOT NULL,
  holder text NOT NULL,
  function text NOT NULL,
  PRIMARY KEY (case_uid, agency_code, record_no, holder, function),
  FOREIGN KEY (case_uid, agency_code, record_no) REFERENCES registry.decision_facts ON DELETE CASCADE
);

CREATE INDEX decision_assignments_by_holder ON registry.decision_assignments (holder, case_uid);

-- Facts of before name their holder otherwise; the owner is asked again.
DELETE FROM registry.decision_facts
 WHERE NOT (facts->>'sealed')::boolean AND NOT (facts->>'labelled')::boolean AND facts->'recusedStaffNos' = '[]';
UPDATE registry.decision_facts SET facts = facts || '{"assignments": []}';
