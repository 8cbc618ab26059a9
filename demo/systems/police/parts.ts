import type {
  CustodyInFile,
  DocumentInFile,
  MaterialInFile,
  MeasureInFile,
  PartyInFile,
  TransferInFile,
} from '#demo/systems/police/police-file.ts';
import { PEOPLE, type PersonKey } from '#demo/world/people.ts';
import type { Staff } from '#demo/world/staff.ts';
import type { MeasureRow } from '#simulators/police/rows.ts';

/** Parts of a file, in the words of whoever tells it; `of` and `document` are places in it. */

export const POLICE = '379999000000';
export const OTHER_POLICE = '439999000000';
export const PROCURATORATE = 'J379999';
export const COURT = 'F379999';
const DETENTION_CENTRE = '379999540000';

/** What most records have in common. */
export const RECORD = {
  JGDM: POLICE,
  BADWDM: '379999050000',
  BADWMC: '虚构县公安局刑事侦查大队',
  BCZCCS: 0,
  ...supporting(null),
  ...reviewing(null),
  HBRGH: '',
  BPSAH: '',
  QSSAH: '',
  FYAH: '',
  BAAJBH: '',
  FADD: '虚构县',
  FCBZ: '0',
  FCSJ: '',
  MJDM: '0',
};

export function handling({ staffNo, name }: Staff) {
  return { ZBRGH: staffNo, ZBRXM: name };
}

export function supporting(officer: Staff | null) {
  return { XBRGH: officer?.staffNo ?? '', XBRXM: officer?.name ?? '' };
}

export function reviewing(officer: Staff | null) {
  return { FZSHRGH: officer?.staffNo ?? '', FZSHRXM: officer?.name ?? '' };
}

export function party(RYLB: string, key: PersonKey): PartyInFile {
  const { name, idNumber, phone } = PEOPLE[key];
  const XBDM = Number(idNumber.charAt(16)) % 2 === 1 ? '1' : '2';
  return { RYLB, CLZT: '', XM: name, HM: '', BHBZ: '0', ZJHM: idNumber, LXDH: phone ?? '', XBDM, WCNBZ: '' };
}

export function suspect(key: PersonKey): PartyInFile {
  return { ...party('01', key), CLZT: '1', WCNBZ: '0' };
}

export function minorSuspect(key: PersonKey): PartyInFile {
  return { ...suspect(key), WCNBZ: '1' };
}

export function aliased(RYLB: string, key: PersonKey, HM: string): PartyInFile {
  return { ...party(RYLB, key), HM, BHBZ: '1' };
}

export function measure(
  CSLB: string,
  of: number,
  times: Pick<MeasureRow, 'KSSJ' | 'JZSJ' | 'JCSJ'>,
  document?: number,
): MeasureInFile {
  const row = { party: of, CSLB, JDJG: POLICE, PZJG: '', ZXJG: POLICE, TZJSSJ: '', ...times };
  return document === undefined ? row : { ...row, document };
}

export function detention(of: number, KSSJ: string, JZSJ: string, JCSJ: string, document: number): MeasureInFile {
  return measure('05', of, { KSSJ, JZSJ, JCSJ }, document);
}

export function arrest(of: number, KSSJ: string, JZSJ: string, document: number): MeasureInFile {
  return { ...measure('06', of, { KSSJ, JZSJ, JCSJ: '' }, document), PZJG: PROCURATORATE, TZJSSJ: KSSJ };
}

export function bail(of: number, KSSJ: string, JZSJ: string, JCSJ: string, document?: number): MeasureInFile {
  return measure('02', of, { KSSJ, JZSJ, JCSJ }, document);
}

export function held(of: number, BAJG: string, QXQSRQ: string, QXJZRQ: string): CustodyInFile {
  return { party: of, KSSDM: DETENTION_CENTRE, BAJG, QXQSRQ, QXJZRQ, CSSJ: '', handovers: [] };
}

/** Sent, taken over and receipted on one day. */
export function handover(YCJG: string, YRJG: string, HYYY: string, day: string): CustodyInFile['handovers'][number] {
  return { YCJG, YRJG, HYYY, FCSJ: `${day} 09:00:00`, JSSJ: `${day} 10:30:00`, HZSJ: `${day} 15:00:00` };
}

export function police(WSDM: string, WSMC: string, WH: string, ZZSJ: string): DocumentInFile {
  return { WSDM, WSMC, WH, ZZJG: POLICE, ZZSJ, JZLX: '1', QZBZ: '1', YQJG: '1' };
}

/** A document that came in, under the key that the procuratorate has for it. */
export function procuratorate(key: string, WSDM: string, WSMC: string, WH: string, ZZSJ: string): DocumentInFile {
  return { ...police(WSDM, WSMC, WH, ZZSJ), key, ZZJG: PROCURATORATE };
}

export function outgoing(
  YSLX: string,
  YSZT: string,
  FCSJ: string,
  JSSJ: string,
  materials: readonly MaterialInFile[],
): TransferInFile {
  return { YSLX, YSZT, YSCS: null, FCJG: POLICE, JSJG: PROCURATORATE, FCSJ, JSSJ, THYSBH: '', materials };
}

export function incoming(...transfer: Parameters<typeof outgoing>): TransferInFile {
  return { ...outgoing(...transfer), FCJG: PROCURATORATE, JSJG: POLICE };
}

/** Required and present. */
export function item(CLDM: string, CLMC: string, document?: number): MaterialInFile {
  const row = { CLDM, CLMC, BBBZ: '1', YBBZ: '1', BZ: '' };
  return document === undefined ? row : { ...row, document };
}

/** The package of a referral for prosecution. */
export function referral(opinion: number): readonly MaterialInFile[] {
  return [
    item('02', '起诉意见书', opinion),
    item('03', '诉讼卷宗'),
    item('04', '证据材料'),
    item('05', '随案移送清单'),
  ];
}

/** What comes with a return: outline, or decision and outline. */
export function outline(...documents: readonly number[]): readonly MaterialInFile[] {
  const last = documents.length - 1;
  return documents.map((document, index) =>
    index === last ? item('12', '补充侦查提纲', document) : item('11', '补充侦查决定书', document),
  );
}
