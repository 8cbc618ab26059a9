-- 安全告警 for the security officer: that a rule was broken, by which system, when and how often. No content and no number.

CREATE TABLE registry.alerts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  rule text NOT NULL,
  department text NOT NULL,
  system text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  count integer NOT NULL CHECK (count > 0)
);
