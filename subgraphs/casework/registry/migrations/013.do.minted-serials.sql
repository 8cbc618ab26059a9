-- 平台统一案号 the last serial minted in each year.

CREATE TABLE registry.minted_serials (
  year smallint PRIMARY KEY,
  last_serial integer NOT NULL
);
