import type { KeyedQuery } from '#adapters/oracle/in-list.ts';
import type { OracleProcedure, OracleStatement } from '#adapters/oracle/statement.ts';
import { declareWrite } from '#adapters/oracle/write.ts';

/** The SQL of 法援在线: only what Oracle 11g to 23ai accept alike. Dates leave as text, `YYYYMMDD` as the package writes them. */

/** The longest list that the department allows in one call. */
export const MAX_KEYS = 50;
/** Case keys stand in CHAR columns: a VARCHAR2 bind is compared with them blank for blank. */
export const CASE_KEY_LENGTH = 24;

/** Content of a labelled record (密级) does not leave the centre: only the facts and the page, which tell the label, go without. */
const UNLABELLED = "NVL(MJDM, '0') = '0'";
/** Nor do the name and the numbers of whoever is not known to be unprotected. */
const UNPROTECTED = "BHBZ = '0'";
const OPEN_PERSON = `${UNLABELLED} AND ${UNPROTECTED}`;

const FLAGS = 'FYAJBH, JGDM, FCBZ, MJDM';
const PERSON = 'AJJD, SYRBH, SYRLB, BHBZ, WCNBZ';
const NAME = `CASE WHEN ${UNPROTECTED} THEN SYRXM ELSE SYRHM END`;
const LAWYER = 'LSZYZH, LSXM, LSSDM, LSSMC, ZYZT';
const RECORD = `${FLAGS}, CBRGH, AH, YYLB, ZT, TZJGDM, TZSJ, TO_CHAR(ZPQX, 'YYYYMMDD') AS ZPQX, GLAHLX, GLAH,
       ${PERSON}, ${NAME} AS SYRXM, ${onlyWhere(UNPROTECTED, 'XBDM')}, ${LAWYER}`;

export const CASE_FACTS: KeyedQuery = {
  name: 'case-facts',
  sql: `SELECT ${FLAGS}, ${onlyWhere(UNLABELLED, 'CBRGH')} FROM FYZX.V_FYAJ_QX`,
  key: 'FYAJBH',
  paddedTo: CASE_KEY_LENGTH,
};

export const CASE_RECORDS: KeyedQuery = {
  name: 'case-records',
  sql: `SELECT ${RECORD} FROM FYZX.V_FYAJ`,
  where: UNLABELLED,
  key: 'FYAJBH',
  paddedTo: CASE_KEY_LENGTH,
};

export const BENEFICIARIES: KeyedQuery = {
  name: 'beneficiaries',
  sql: `SELECT FYAJBH, ${PERSON}, ${NAME} AS SYRXM, ${onlyWhere(UNPROTECTED, 'XBDM, ZJHM, LXDH')} FROM FYZX.V_SYR`,
  where: UNLABELLED,
  key: 'FYAJBH',
  paddedTo: CASE_KEY_LENGTH,
};

export const LAWYERS: KeyedQuery = {
  name: 'lawyers',
  sql: `SELECT ${LAWYER} FROM FYZX.V_LS`,
  key: 'LSZYZH',
};

const OPEN_TO_VIEW = `${UNLABELLED} AND FCBZ = '0'`;
/** Of the institution :1, the keys after :2. */
export const INBOX: OracleStatement = {
  name: 'inbox',
  sql: pageOf(RECORD, `FYZX.V_FYAJ WHERE ${OPEN_TO_VIEW} AND JGDM = :1 AND FYAJBH > :2 ORDER BY FYAJBH`, ':3'),
};
/** Of the institution :1, the keys after :2, of the status :3. */
export const INBOX_OF_STATUS: OracleStatement = {
  name: 'inbox-of-status',
  sql: pageOf(
    RECORD,
    `FYZX.V_FYAJ WHERE ${OPEN_TO_VIEW} AND JGDM = :1 AND FYAJBH > :2 AND ZT = :3 ORDER BY FYAJBH`,
    ':4',
  ),
};

/** Keys after :1. */
export const PAGE: OracleStatement = {
  name: 'page',
  sql: pageOf(
    `${FLAGS}, ${onlyWhere(UNLABELLED, 'CBRGH, ZT, PTTYAH, GLAHLX, GLAH, AJJD, SYRBH, SYRLB, BHBZ, WCNBZ')},
       CASE WHEN ${UNLABELLED} THEN ${NAME} END AS SYRXM, ${onlyWhere(OPEN_PERSON, 'ZJHM')}`,
    'FYZX.V_FYAJ WHERE FYAJBH > :1 ORDER BY FYAJBH',
    ':2',
  ),
};
export const MAX_PAGE = 500;

export const PING: OracleStatement = { name: 'ping', sql: 'SELECT 1 AS OK FROM DUAL' };

/** Longest results in bytes. */
const RESULT_BYTES = { result_code: 16, result_text: 600 };
/** Comma-separated keys in; result code, result text and a cursor out. */
export const ASSIGNED_LAWYERS: OracleProcedure = {
  name: 'assigned-lawyers',
  block: `BEGIN
  FYZX.PKG_FLYZ.CX_ZPLS(P_AJBHLB => :case_keys, P_JGM => :result_code, P_JGXX => :result_text, P_YB => :result_rows);
END;`,
  in: ['case_keys'],
  out: RESULT_BYTES,
  cursor: 'result_rows',
};
/** It commits; the cursor has the case as {@link CASE_RECORDS} does, read after that. */
export const ASSIGN_LAWYER = declareWrite({
  name: 'assign-lawyer',
  block: `BEGIN
  FYZX.PKG_FLYZ.ZP_LS(P_AJBH => :case_key, P_LSZYZH => :licence_no, P_ZPRGH => :staff_no, P_QQBH => :request_key,
    P_JGM => :result_code, P_JGXX => :result_text, P_ZPXH => :assignment_no, P_YB => :result_rows);
END;`,
  in: ['case_key', 'licence_no', 'staff_no', 'request_key'],
  out: { ...RESULT_BYTES, assignment_no: 16 },
  cursor: 'result_rows',
  key: 'request_key',
  find: {
    name: 'assignment-request',
    sql: 'SELECT FYAJBH, LSZYZH, ZPRGH, ZPXH FROM FYZX.V_ZPQQ WHERE QQBH = :1',
  },
});

/** The columns, or NULL where the condition does not hold. */
function onlyWhere(condition: string, columns: string): string {
  return columns.replaceAll(/\w+/g, (column) => `CASE WHEN ${condition} THEN ${column} END AS ${column}`);
}

/** At most `limit` rows of what is ordered by key; without OFFSET, so that the last page costs what the first does. */
function pageOf(columns: string, ordered: string, limit: string): string {
  return `SELECT * FROM (SELECT ${columns} FROM ${ordered}) WHERE ROWNUM <= ${limit}`;
}
