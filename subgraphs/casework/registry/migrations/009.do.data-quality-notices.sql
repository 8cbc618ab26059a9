-- 数据质量提示 for the officers of the agency that owns a fact: that another system states it differently. No values.

CREATE TABLE registry.data_quality_notices (
  case_uid text NOT NULL REFERENCES registry.cases,
  -- The owner's; department and system are the ones that differ.
  agency_code text NOT NULL,
  department text NOT NULL,
  system text NOT NULL,
  field text NOT NULL,
  noted_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (case_uid, agency_code, department, system, field)
);
