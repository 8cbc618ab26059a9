/** The SQL of 法援在线: only what Oracle 11g to 23ai accept alike. Dates leave as text, `YYYYMMDD` as the package writes them. */

/** The longest list that the department allows in one call. */
export const MAX_KEYS = 50;
/** Lengths of IN lists: with few different texts the database finds its plans again. */
const LIST_LENGTHS = [1, 4, 16, 64];

/** A SELECT to which the condition on the keys is added. */
export interface KeyedQuery {
  readonly select: string;
  readonly key: string;
  /** Of a CHAR column: a VARCHAR2 bind is compared with it blank for blank. 0 for VARCHAR2. */
  readonly paddedTo: number;
}

export const CASE_FACTS: KeyedQuery = {
  select: 'SELECT FYAJBH, JGDM, FCBZ FROM FYZX.V_FYAJ_QX',
  key: 'FYAJBH',
  paddedTo: 24,
};

export const CASE_RECORDS: KeyedQuery = {
  select: `SELECT FYAJBH, JGDM, FCBZ, AH, YYLB, ZT, TZSJ, TO_CHAR(ZPQX, 'YYYYMMDD') AS ZPQX,
       LSZYZH, LSXM, LSSDM, LSSMC FROM FYZX.V_FYAJ`,
  key: 'FYAJBH',
  paddedTo: 24,
};

export const LAWYERS: KeyedQuery = {
  select: 'SELECT LSZYZH, LSXM, LSSDM, LSSMC FROM FYZX.V_LS',
  key: 'LSZYZH',
  paddedTo: 0,
};

export const PING = 'SELECT 1 AS OK FROM DUAL';

/** Comma-separated keys in; result code, result text and a cursor out. */
export const ASSIGNED_LAWYERS = `BEGIN
  FYZX.PKG_FLYZ.CX_ZPLS(P_AJBHLB => :case_keys, P_JGM => :result_code, P_JGXX => :result_text, P_YB => :result_rows);
END;`;
/** Longest results in bytes. */
export const RESULT_BYTES = { result_code: 16, result_text: 600 };

/** @param keys 1 to {@link MAX_KEYS}; the last one fills the list up */
export function forKeys({ select, key, paddedTo }: KeyedQuery, keys: readonly string[]) {
  const length = LIST_LENGTHS.find((each) => each >= keys.length) ?? keys.length;
  const binds = Array.from({ length }, (_, index) => (keys[index] ?? keys.at(-1) ?? '').padEnd(paddedTo));
  const places = binds.map((_, index) => `:${index + 1}`);
  return { sql: `${select} WHERE ${key} IN (${places.join(', ')})`, binds };
}
