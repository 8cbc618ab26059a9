import type { KeyedQuery } from '#adapters/oracle/in-list.ts';
import type { OracleStatement } from '#adapters/oracle/statement.ts';

/** The SQL of the police: only what Oracle 11g to 23ai accept alike. Times are VARCHAR2 and leave as they are. */

/** The longest list that the department allows in one call. */
export const MAX_KEYS = 50;

/** Content of a labelled record (密级) does not leave the police: only the facts and the page, which tell the label, go without. */
const UNLABELLED = "NVL(MJDM, '0') = '0'";
/** Nor do the name and the numbers of whoever is not known to be unprotected, nor the internal volume. */
const UNPROTECTED = "BHBZ = '0'";
const LITIGATION_VOLUME = "JZLX = '1'";

const FLAGS = 'AJBH, JGDM, FCBZ, MJDM';
const FACTS = onlyWhere(UNLABELLED, 'ZBRGH, XBRGH, FZSHRGH, HBRGH, WTLSMD, ZYRYMD');
const PERSON = `AJBH, RYBH, RYLB, CLZT, BHBZ, WCNBZ, CASE WHEN ${UNPROTECTED} THEN XM ELSE HM END AS XM,
       ${onlyWhere(UNPROTECTED, 'ZJHM')}`;
const CUSTODY = 'AJBH, ZYBH, RYBH, KSSDM, BAJG, QXQSRQ, QXJZRQ, HYBH, YCJG, YRJG, HYYY, FCSJ, JSSJ, HZSJ';
/** CSSJ 出所时间: nobody holds whoever has left. */
const HELD = `${UNLABELLED} AND CSSJ IS NULL`;

export const CASE_FACTS: KeyedQuery = {
  name: 'case-facts',
  sql: `SELECT ${FLAGS}, ${FACTS} FROM GABA.V_AJQX`,
  key: 'AJBH',
};

export const CASE_RECORDS: KeyedQuery = {
  name: 'case-records',
  sql: `SELECT AJBH, AJLBDM, AJZT, SLSJ, LASJ, BADWDM, BADWMC, BCZCCS, ZBRGH, ZBRXM, XBRGH, XBRXM,
       BPSAH, QSSAH, FYAH, BAAJBH FROM GABA.V_AJXX`,
  where: UNLABELLED,
  key: 'AJBH',
};

export const PARTIES: KeyedQuery = {
  name: 'parties',
  sql: `SELECT ${PERSON}, ${onlyWhere(UNPROTECTED, 'XBDM, LXDH')} FROM GABA.V_AJRY`,
  where: UNLABELLED,
  key: 'AJBH',
  order: 'RYBH',
};

export const MEASURES: KeyedQuery = {
  name: 'measures',
  sql: 'SELECT AJBH, CSBH, RYBH, CSLB, JDJG, PZJG, ZXJG, KSSJ, JZSJ, JCSJ, TZJSSJ, WSBH FROM GABA.V_QZCS',
  where: UNLABELLED,
  key: 'AJBH',
  order: 'CSBH',
};

export const CUSTODIES: KeyedQuery = {
  name: 'custodies',
  sql: `SELECT ${CUSTODY} FROM GABA.V_ZYHY`,
  where: HELD,
  key: 'AJBH',
  order: 'ZYBH, HYBH',
};

export const DOCUMENTS: KeyedQuery = {
  name: 'documents',
  sql: 'SELECT AJBH, WSBH, WSDM, WSMC, WH, ZZJG, ZZSJ, QZBZ, YQJG, ZYZ FROM GABA.V_WSQD',
  where: `${UNLABELLED} AND ${LITIGATION_VOLUME}`,
  key: 'AJBH',
  order: 'WSBH',
};

export const TRANSFERS: KeyedQuery = {
  name: 'transfers',
  sql: `SELECT AJBH, YSBH, YSLX, YSZT, YSCS, FCJG, JSJG, FCSJ, JSSJ, SARYBH, THYSBH, XH, CLDM, CLMC, BBBZ, YBBZ, BZ,
       ${onlyWhere(LITIGATION_VOLUME, 'WSBH, WSDM, WSMC, WH, ZZSJ, YQJG, ZYZ')} FROM GABA.V_YSCL`,
  where: UNLABELLED,
  key: 'AJBH',
  order: 'YSBH, XH',
};

/** Of the centre :1, the keys after :2. */
export const HANDOVERS: OracleStatement = {
  name: 'handovers',
  sql: handoversWhere(`${HELD} AND HYBH IS NOT NULL`),
};
export const PENDING_HANDOVERS: OracleStatement = {
  name: 'pending-handovers',
  sql: handoversWhere(`${HELD} AND HYBH IS NOT NULL AND HZSJ IS NULL`),
};

/** Keys after :1. */
export const PAGE: OracleStatement = {
  name: 'page',
  sql: pageOf(
    `${FLAGS}, ${FACTS}, ${onlyWhere(UNLABELLED, 'AJZT, PTTYAH, BPSAH, QSSAH, FYAH, BAAJBH')}`,
    'GABA.V_AJXX WHERE AJBH > :1 ORDER BY AJBH',
    ':2',
  ),
};
/** Of the same keys: after :1, up to :2. */
export const PAGE_PARTIES: OracleStatement = {
  name: 'page-parties',
  sql: `SELECT ${PERSON} FROM GABA.V_AJRY
 WHERE ${UNLABELLED} AND AJBH > :1 AND AJBH <= :2 ORDER BY AJBH, RYBH`,
};
/** Every key comes after it. An empty text would not do: it is NULL. */
export const BEFORE_ALL = '0';
export const MAX_PAGE = 500;

export const PING: OracleStatement = { name: 'ping', sql: 'SELECT 1 AS OK FROM DUAL' };

/** The columns, or NULL where the condition does not hold. */
function onlyWhere(condition: string, columns: string): string {
  return columns.replaceAll(/\w+/g, (column) => `CASE WHEN ${condition} THEN ${column} END AS ${column}`);
}

function handoversWhere(condition: string): string {
  return pageOf(CUSTODY, `GABA.V_ZYHY WHERE ${condition} AND KSSDM = :1 AND HYBH > :2 ORDER BY HYBH`, ':3');
}

/** At most `limit` rows of what is ordered by key; without OFFSET, so that the last page costs what the first does. */
function pageOf(columns: string, ordered: string, limit: string): string {
  return `SELECT * FROM (SELECT ${columns} FROM ${ordered}) WHERE ROWNUM <= ${limit}`;
}
