import type { TypeDescription } from '#adapters/soap/xml-value.ts';

/** The documents in the strings, as the interface specification (接口规范) tells them; what we have no use for is left out. */

const TEXT = 'string';

/** The description of elements that hold text. */
function texts(names: string): TypeDescription {
  return Object.fromEntries(names.split(' ').map((name) => [name, TEXT]));
}

const STAFF = { 'CBR[]': texts('RYGH XM ZN ZNMC YJRQ') };
const FACTS = {
  ...texts('BMSAH DWDM SFFC MJ'),
  CBRLB: { 'CBR[]': texts('RYGH ZN YJRQ') },
  HBLB: { 'HB[]': texts('RYGH') },
  LSLB: { 'LS[]': texts('LSZYZH RYXH ZZRQ') },
};
const REVIEW = { ...texts('BMSAH DWDM TYSAH AJZT SLRQ SCJMRQ'), CBRLB: STAFF };
const DECISIONS = { 'JD[]': texts('RYXH JDDM JDRQ JDWSBH JDWH TGWSBH TGWH ZXZT ZXSJ HZJZRQ') };
const PERSON = texts('RYXH XM SSDW SFZHM SFBH SFWCN JDDM');
const LINKED = { GALB: { 'GAAJBH[]': TEXT }, FYAH: TEXT, SAHLB: { 'BMSAH[]': TEXT } };
const TRANSFER = {
  ...texts('YSBH YSLX YSZT LC FCDW JSDW FCSJ JSSJ THBH'),
  GALB: { 'GAAJBH[]': TEXT },
  RYLB: { 'RYXH[]': TEXT },
  WSLB: { 'WS[]': texts('WSBH WSDM WSMC WH QFRQ YQJG ZYZ') },
  CLLB: { 'CL[]': texts('CLDM CLMC SFBX SFYF BZ') },
};
const TICKET_ACCESS = texts('GDH DWDM CXM');
const TICKET = {
  ...texts('GDH DWDM QD SXLB GDZT BMSAH TJSJ DFQX'),
  TJR: texts('XM SFZHM'),
  DFLB: { 'DF[]': texts('DFSJ DFLB DFNR') },
};
const APPOINTMENT = texts('YYBH BMSAH LSZYZH YYZT KSSJ ZWRQ DD');

const BY_CASE = { SAHLB: { 'BMSAH[]': TEXT } };
const BY_TICKET = { GDLB: { 'GDH[]': TEXT } };

export interface Exchange {
  /** `CS` 参数 of the request. */
  readonly request: TypeDescription;
  /** `SJ` 数据 of the reply. */
  readonly reply: TypeDescription;
}

/** By operation. */
export const EXCHANGES = {
  cxAjQx: { request: BY_CASE, reply: { 'AJ[]': FACTS } },
  cxBlXx: { request: BY_CASE, reply: { 'AJ[]': { ...REVIEW, JDLB: DECISIONS } } },
  cxQsXx: {
    request: BY_CASE,
    reply: {
      'AJ[]': { ...REVIEW, TBCS: TEXT, TBLB: { 'TB[]': texts('LC TBRQ CBRQ TGWSBH TGWH') }, JDLB: DECISIONS },
    },
  },
  cxRyXx: {
    request: BY_CASE,
    reply: { 'AJ[]': { BMSAH: TEXT, RYLB: { 'RY[]': { ...PERSON, ...texts('XB LXDH') } } } },
  },
  cxWsXx: {
    request: BY_CASE,
    reply: {
      'AJ[]': {
        BMSAH: TEXT,
        WSLB: {
          'WS[]': {
            ...texts('WSBH WSDM WSMC WH ZZDW QFRQ SFQZ YQJG ZYZ'),
            SDLB: { 'SD[]': texts('SSDDW SSDRXH SSDMC SDFS SDSJ SFSD') },
          },
        },
      },
    },
  },
  cxYsXx: { request: BY_CASE, reply: { 'AJ[]': { BMSAH: TEXT, YSLB: { 'YS[]': TRANSFER } } } },
  cxSjx: { request: { DWLB: { 'DWDM[]': TEXT } }, reply: { 'DW[]': { DWDM: TEXT, YSLB: { 'YS[]': TRANSFER } } } },
  cxGlAh: { request: BY_CASE, reply: { 'AJ[]': { BMSAH: TEXT, ...LINKED } } },
  cxGaAj: { request: { GALB: { 'GAAJBH[]': TEXT } }, reply: { 'GA[]': { GAAJBH: TEXT, ...BY_CASE } } },
  cxAjFy: {
    request: texts('HZ TS'),
    reply: {
      'AJ[]': {
        ...FACTS,
        ...texts('PTTYAH TYSAH LB AJZT'),
        ...LINKED,
        RYLB: { 'RY[]': PERSON },
      },
    },
  },
  cxGdQx: { request: BY_TICKET, reply: { 'GD[]': TICKET_ACCESS } },
  cxGdXx: { request: BY_TICKET, reply: { 'GD[]': TICKET } },
  cxGdFy: { request: texts('DWDM HZ TS'), reply: { 'GD[]': TICKET } },
  tjGd: { request: texts('MDH DWDM SXLB BMSAH SQNR XM SFZHM'), reply: { SLJG: TEXT, GD: TICKET_ACCESS } },
  cxKyZq: { request: BY_CASE, reply: { 'AJ[]': texts('BMSAH SFKF KSSJ ZWRQ DD') } },
  cxYjYy: { request: BY_CASE, reply: { 'AJ[]': { BMSAH: TEXT, YYLB: { 'YY[]': APPOINTMENT } } } },
  tjYjYy: { request: texts('MDH BMSAH LSZYZH KSSJ'), reply: { SLJG: TEXT, YY: APPOINTMENT } },
  cxXtSj: { request: {}, reply: { XTSJ: TEXT } },
} as const satisfies Record<string, Exchange>;

export type Operation = keyof typeof EXCHANGES;

/** `QQ` 请求: 用户名, 口令, 流水号, 参数 */
export function requestDocument(operation: Operation): TypeDescription {
  return { ...texts('YHM KL LSH'), CS: EXCHANGES[operation].request };
}

/** `XY` 响应: 结果码, 结果描述, 记录数, 数据. The text beside the code may say anything: it is compared, and never kept. */
export function replyDocument(operation: Operation): TypeDescription {
  return { ...texts('JGM JGMS JLS'), SJ: EXCHANGES[operation].reply };
}
