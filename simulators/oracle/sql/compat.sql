-- Oracle's functions and operators, in a schema that every session searches before pg_catalog.
-- A signature must be exactly that of the builtin which it hides; else PostgreSQL would go on choosing its own.

CREATE VIEW oracle.dual AS SELECT 'X'::varchar(1) AS dummy;

CREATE FUNCTION oracle.sysdate() RETURNS timestamp(0) LANGUAGE sql STABLE
  RETURN date_trunc('second', clock_timestamp() AT TIME ZONE current_setting('TimeZone'));

-- The left side of a comparison with a VARCHAR2 bind: a CHAR value keeps its padding, all else is what it is.
CREATE FUNCTION oracle.exact(value character) RETURNS varchar LANGUAGE sql IMMUTABLE RETURN textin(bpcharout(value))::varchar;
CREATE FUNCTION oracle.exact(value varchar) RETURNS varchar LANGUAGE sql IMMUTABLE RETURN value;
CREATE FUNCTION oracle.exact(value text) RETURNS text LANGUAGE sql IMMUTABLE RETURN value;
CREATE FUNCTION oracle.exact(value integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN value;
CREATE FUNCTION oracle.exact(value bigint) RETURNS bigint LANGUAGE sql IMMUTABLE RETURN value;
CREATE FUNCTION oracle.exact(value numeric) RETURNS numeric LANGUAGE sql IMMUTABLE RETURN value;
CREATE FUNCTION oracle.exact(value timestamp) RETURNS timestamp LANGUAGE sql IMMUTABLE RETURN value;

-- Texts: a function that leaves nothing gives NULL, and NULL adds nothing to a text.
CREATE FUNCTION oracle.trimmed(value text) RETURNS varchar LANGUAGE sql IMMUTABLE RETURN nullif(btrim(value), '');
CREATE FUNCTION oracle.ltrim(value text) RETURNS varchar LANGUAGE sql IMMUTABLE RETURN nullif(pg_catalog.ltrim(value), '');
CREATE FUNCTION oracle.rtrim(value text) RETURNS varchar LANGUAGE sql IMMUTABLE RETURN nullif(pg_catalog.rtrim(value), '');
CREATE FUNCTION oracle.length(value text) RETURNS integer LANGUAGE sql IMMUTABLE RETURN pg_catalog.length(nullif(value, ''));
CREATE FUNCTION oracle.length(value character) RETURNS integer LANGUAGE sql IMMUTABLE RETURN pg_catalog.length(oracle.exact(value));
CREATE FUNCTION oracle.rpad(value text, width numeric) RETURNS varchar LANGUAGE sql IMMUTABLE RETURN pg_catalog.rpad(value, width::integer);
CREATE FUNCTION oracle.instr(value text, part text) RETURNS integer LANGUAGE sql IMMUTABLE RETURN strpos(value, part);

-- SUBSTR counts from 1; 0 means 1; a negative start counts from the end.
CREATE FUNCTION oracle.substr(value text, start numeric, count numeric) RETURNS varchar LANGUAGE sql IMMUTABLE RETURN nullif(
  pg_catalog.substr(
    value,
    CASE WHEN start < 0 THEN pg_catalog.length(value) + start::integer + 1 ELSE greatest(start::integer, 1) END,
    greatest(count::integer, 0)
  ),
  ''
);
CREATE FUNCTION oracle.substr(value text, start integer, count integer) RETURNS varchar LANGUAGE sql IMMUTABLE
  RETURN oracle.substr(value, start::numeric, count::numeric);
CREATE FUNCTION oracle.substr(value text, start numeric) RETURNS varchar LANGUAGE sql IMMUTABLE
  RETURN oracle.substr(value, start, pg_catalog.length(value)::numeric);
CREATE FUNCTION oracle.substr(value text, start integer) RETURNS varchar LANGUAGE sql IMMUTABLE
  RETURN oracle.substr(value, start::numeric);

CREATE FUNCTION oracle.concatenated(a text, b text) RETURNS varchar LANGUAGE sql IMMUTABLE
  RETURN nullif(coalesce(a, '') OPERATOR(pg_catalog.||) coalesce(b, ''), '');
CREATE FUNCTION oracle.concatenated(a character, b text) RETURNS varchar LANGUAGE sql IMMUTABLE
  RETURN oracle.concatenated(oracle.exact(a)::text, b);
CREATE FUNCTION oracle.concatenated(a text, b character) RETURNS varchar LANGUAGE sql IMMUTABLE
  RETURN oracle.concatenated(a, oracle.exact(b)::text);
CREATE FUNCTION oracle.concatenated(a text, b numeric) RETURNS varchar LANGUAGE sql IMMUTABLE
  RETURN oracle.concatenated(a, trim_scale(b)::text);
CREATE FUNCTION oracle.concatenated(a numeric, b text) RETURNS varchar LANGUAGE sql IMMUTABLE
  RETURN oracle.concatenated(trim_scale(a)::text, b);
CREATE FUNCTION oracle.concatenated(a text, b integer) RETURNS varchar LANGUAGE sql IMMUTABLE RETURN oracle.concatenated(a, b::text);
CREATE FUNCTION oracle.concatenated(a integer, b text) RETURNS varchar LANGUAGE sql IMMUTABLE RETURN oracle.concatenated(a::text, b);
CREATE OPERATOR oracle.|| (LEFTARG = text, RIGHTARG = text, FUNCTION = oracle.concatenated);
CREATE OPERATOR oracle.|| (LEFTARG = character, RIGHTARG = text, FUNCTION = oracle.concatenated);
CREATE OPERATOR oracle.|| (LEFTARG = text, RIGHTARG = character, FUNCTION = oracle.concatenated);
CREATE OPERATOR oracle.|| (LEFTARG = text, RIGHTARG = numeric, FUNCTION = oracle.concatenated);
CREATE OPERATOR oracle.|| (LEFTARG = numeric, RIGHTARG = text, FUNCTION = oracle.concatenated);
CREATE OPERATOR oracle.|| (LEFTARG = text, RIGHTARG = integer, FUNCTION = oracle.concatenated);
CREATE OPERATOR oracle.|| (LEFTARG = integer, RIGHTARG = text, FUNCTION = oracle.concatenated);

-- Numbers and dates.
CREATE FUNCTION oracle.to_char(value numeric) RETURNS varchar LANGUAGE sql IMMUTABLE RETURN trim_scale(value);
CREATE FUNCTION oracle.to_char(value integer) RETURNS varchar LANGUAGE sql IMMUTABLE RETURN value;
CREATE FUNCTION oracle.to_char(value timestamp, format text) RETURNS varchar LANGUAGE sql STABLE
  RETURN nullif(pg_catalog.to_char(value, format), '');
CREATE FUNCTION oracle.to_number(value text) RETURNS numeric LANGUAGE sql IMMUTABLE RETURN value::numeric;
CREATE FUNCTION oracle.to_date(value text, format text) RETURNS timestamp(0) LANGUAGE sql STABLE
  RETURN to_timestamp(value, format) AT TIME ZONE current_setting('TimeZone');
CREATE FUNCTION oracle.trunc(value timestamp) RETURNS timestamp(0) LANGUAGE sql IMMUTABLE RETURN date_trunc('day', value);

-- A number of days beside a date, and the days between two dates.
CREATE FUNCTION oracle.later(value timestamp, days numeric) RETURNS timestamp(0) LANGUAGE sql IMMUTABLE
  RETURN value OPERATOR(pg_catalog.+) make_interval(secs => round(days * 86400)::float8);
CREATE FUNCTION oracle.earlier(value timestamp, days numeric) RETURNS timestamp(0) LANGUAGE sql IMMUTABLE
  RETURN oracle.later(value, -days);
CREATE FUNCTION oracle.later(value timestamp, days integer) RETURNS timestamp(0) LANGUAGE sql IMMUTABLE
  RETURN oracle.later(value, days::numeric);
CREATE FUNCTION oracle.earlier(value timestamp, days integer) RETURNS timestamp(0) LANGUAGE sql IMMUTABLE
  RETURN oracle.later(value, -days::numeric);
CREATE FUNCTION oracle.days_between(a timestamp, b timestamp) RETURNS numeric LANGUAGE sql IMMUTABLE
  RETURN extract(epoch FROM (a OPERATOR(pg_catalog.-) b)) / 86400;
CREATE OPERATOR oracle.+ (LEFTARG = timestamp, RIGHTARG = numeric, FUNCTION = oracle.later);
CREATE OPERATOR oracle.+ (LEFTARG = timestamp, RIGHTARG = integer, FUNCTION = oracle.later);
CREATE OPERATOR oracle.- (LEFTARG = timestamp, RIGHTARG = numeric, FUNCTION = oracle.earlier);
CREATE OPERATOR oracle.- (LEFTARG = timestamp, RIGHTARG = integer, FUNCTION = oracle.earlier);
CREATE OPERATOR oracle.- (LEFTARG = timestamp, RIGHTARG = timestamp, FUNCTION = oracle.days_between);
