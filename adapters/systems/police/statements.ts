/** The SQL of the police: only what Oracle 11g to 23ai accept alike. Times are VARCHAR2 and leave as they are. */

/** The longest list that the department allows in one call. */
export const MAX_KEYS = 50;
/** Lengths of IN lists: with few different texts the database finds its plans again. */
const LIST_LENGTHS = [1, 4, 16, 64];

/** Content of a labelled record (密级) does not leave the police: only the facts and the page, which tell the label, go without. */
const UNLABELLED = "NVL(MJDM, '0') = '0'";
/** Nor do the name and the number of whoever is not known to be unprotected. */
const NAME = "CASE WHEN BHBZ = '0' THEN XM ELSE HM END AS XM";
const SEX = "CASE WHEN BHBZ = '0' THEN XBDM END AS XBDM";
const ID_NUMBER = "CASE WHEN BHBZ = '0' THEN ZJHM END AS ZJHM";
const CUSTODY = 'AJBH, ZYBH, RYBH, KSSDM, BAJG, QXQSRQ, QXJZRQ, HYBH, YCJG, YRJG, HYYY, FCSJ, JSSJ, HZSJ';

/** A SELECT to which the condition on the keys is added. */
export interface KeyedQuery {
  readonly select: string;
  readonly where?: string;
  readonly key: string;
  /** Columns that order the rows of one key. @default none, where a key has one row */
  readonly order?: string;
}

export const CASE_FACTS: KeyedQuery = {
  select: 'SELECT AJBH, JGDM, FCBZ, MJDM, ZBRGH, XBRGH, FZSHRGH, HBRGH FROM GABA.V_AJQX',
  key: 'AJBH',
};

export const CASE_RECORDS: KeyedQuery = {
  select: `SELECT AJBH, AJLBDM, AJZT, SLSJ, LASJ, BADWDM, BADWMC, BCZCCS, ZBRGH, ZBRXM, XBRGH, XBRXM,
       BPSAH, QSSAH, FYAH, BAAJBH FROM GABA.V_AJXX`,
  where: UNLABELLED,
  key: 'AJBH',
};

export const PARTIES: KeyedQuery = {
  select: `SELECT AJBH, RYBH, RYLB, CLZT, BHBZ, WCNBZ, ${NAME}, ${SEX} FROM GABA.V_AJRY`,
  where: UNLABELLED,
  key: 'AJBH',
  order: 'RYBH',
};

export const MEASURES: KeyedQuery = {
  select: 'SELECT AJBH, CSBH, RYBH, CSLB, JDJG, PZJG, ZXJG, KSSJ, JZSJ, JCSJ, TZJSSJ, WSBH FROM GABA.V_QZCS',
  where: UNLABELLED,
  key: 'AJBH',
  order: 'CSBH',
};

/** CSSJ 出所时间: nobody holds whoever has left. */
export const CUSTODIES: KeyedQuery = {
  select: `SELECT ${CUSTODY} FROM GABA.V_ZYHY`,
  where: `${UNLABELLED} AND CSSJ IS NULL`,
  key: 'AJBH',
  order: 'ZYBH, HYBH',
};

export const PENDING_HANDOVERS: KeyedQuery = {
  select: `SELECT ${CUSTODY} FROM GABA.V_ZYHY`,
  where: `${UNLABELLED} AND CSSJ IS NULL AND HYBH IS NOT NULL AND HZSJ IS NULL`,
  key: 'KSSDM',
  order: 'HYBH',
};

/** JZLX 1: 诉讼卷. */
export const DOCUMENTS: KeyedQuery = {
  select: 'SELECT AJBH, WSBH, WSDM, WSMC, WH, ZZJG, ZZSJ, QZBZ, YQJG, ZYZ FROM GABA.V_WSQD',
  where: `${UNLABELLED} AND JZLX = '1'`,
  key: 'AJBH',
  order: 'WSBH',
};

export const TRANSFERS: KeyedQuery = {
  select: `SELECT AJBH, YSBH, YSLX, YSZT, YSCS, FCJG, JSJG, FCSJ, JSSJ, SARYBH, THYSBH,
       XH, CLDM, CLMC, BBBZ, YBBZ, BZ, WSBH FROM GABA.V_YSCL`,
  where: UNLABELLED,
  key: 'AJBH',
  order: 'YSBH, XH',
};

/** Keys after :1, at most :2 of them; without OFFSET, so that the last page costs what the first does. */
export const PAGE = `SELECT AJBH, JGDM, FCBZ, MJDM, BPSAH, QSSAH, FYAH, BAAJBH FROM (
  SELECT AJBH, JGDM, FCBZ, MJDM, DECODE(NVL(MJDM, '0'), '0', BPSAH) AS BPSAH, DECODE(NVL(MJDM, '0'), '0', QSSAH) AS QSSAH,
         DECODE(NVL(MJDM, '0'), '0', FYAH) AS FYAH, DECODE(NVL(MJDM, '0'), '0', BAAJBH) AS BAAJBH
    FROM GABA.V_AJXX WHERE AJBH > :1 ORDER BY AJBH
) WHERE ROWNUM <= :2`;
/** Of the same keys: after :1, up to :2. */
export const PAGE_PARTIES = `SELECT AJBH, RYBH, RYLB, CLZT, BHBZ, WCNBZ, ${NAME}, ${ID_NUMBER} FROM GABA.V_AJRY
 WHERE ${UNLABELLED} AND AJBH > :1 AND AJBH <= :2 ORDER BY AJBH, RYBH`;
/** Every key comes after it. An empty text would not do: it is NULL. */
export const BEFORE_ALL = 'A';
export const MAX_PAGE = 500;

export const PING = 'SELECT 1 AS OK FROM DUAL';

/** @param keys 1 to {@link MAX_KEYS}; the last one fills the list up */
export function forKeys({ select, where, key, order }: KeyedQuery, keys: readonly string[]) {
  const length = LIST_LENGTHS.find((each) => each >= keys.length) ?? keys.length;
  const binds = Array.from({ length }, (_, index) => keys[index] ?? keys.at(-1) ?? '');
  const places = binds.map((_, index) => `:${index + 1}`);
  const condition = [...(where ? [where] : []), `${key} IN (${places.join(', ')})`].join(' AND ');
  return { sql: `${select} WHERE ${condition}${order ? ` ORDER BY ${key}, ${order}` : ''}`, binds };
}
