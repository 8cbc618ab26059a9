import type { Staff } from '#demo/world/staff.ts';
import type { CourtCaseRow, DocumentRow, HearingRow, StaffRow } from '#simulators/court-12368/rows.ts';

/** What only the court knows of a case, by 案号; who the parties are stands in the world. */
export type CourtFile = Omit<CourtCaseRow, 'DSR'> & {
  /** 诉讼地位 by 序号, where the record has another word for it than the party's role. */
  readonly standing?: Readonly<Record<string, string>>;
};

/** What most records have in common. */
export const RECORD = {
  FYDM: '鲁9999',
  AJMC: '',
  AY: '',
  SYCX: '',
  SLRQ: '',
  LARQ: '',
  SXJMRQ: '',
  SXRQ: '',
  BDJE: '',
  SFFC: '0',
  MJ: '0',
  PTTYAH: '',
  JCSLAH: '',
  QSAJAH: '',
  GLAJAH: [],
  HYT: [],
  SJY: null,
  TJY: null,
  HB: [],
  KT: [],
  DL: [],
  KTTZ: [],
  JFTZ: [],
  JZWS: [],
} as const satisfies Omit<CourtCaseRow, 'AH' | 'ZT' | 'DSR'>;

export const day = (date: string): string => `${date} 00:00:00`;

export const presiding = (staff: Staff): StaffRow => member(staff, '01', '审判长');
export const judge = (staff: Staff): StaffRow => member(staff, '02', '审判员');
export const assessor = (staff: Staff): StaffRow => member(staff, '03', '人民陪审员');
export const clerk = (staff: Staff): StaffRow => member(staff, '04', '书记员');
export const mediator = (staff: Staff): StaffRow => member(staff, '05', '调解员');

function member({ staffNo, name }: Staff, ZN: string, ZNMC: string): StaffRow {
  return { RYBH: staffNo, XM: name, ZN, ZNMC, TCRQ: '' };
}

/** 开庭审理, open to the public. */
export function hearing(KTBH: string, KTSJ: string, FT: string): HearingRow {
  return { KTBH, KTLX: '01', KTSJ, FT, SFGK: '1' };
}

/** A document before its key is known to have a digest: that is reckoned from the key. */
export type DocumentInFile = Omit<DocumentRow, 'SFQZ' | 'YQJG' | 'WSZYZ' | 'SDJL'> & {
  readonly served?: DocumentRow['SDJL'];
};

/** The court's own; its documents are told by their place in the file, from 1. */
export function own(AH: string, place: number, WSDM: string, WSMC: string, date: string): DocumentInFile {
  const WSBH = `FYWS${AH.replace(/\D/g, '')}-${String(place).padStart(2, '0')}`;
  return { WSBH, WSDM, WSMC, WSWH: '', ZZDW: '鲁9999', QFRQ: day(date) };
}

/** 起诉书, under the key and the number that the procuratorate gave it. */
export function indictment(WSBH: string, WSWH: string, date: string): DocumentInFile {
  return { WSBH, WSDM: '9001', WSMC: '起诉书', WSWH, ZZDW: 'JCY379999', QFRQ: day(date) };
}

export function toParty(SSDRXH: string, SSDMC: string, SDSJ: string): DocumentRow['SDJL'][number] {
  return { SSDDW: '', SSDRXH, SSDMC, SDFS: '1', SDSJ, SFSD: '1' };
}

export function toAgency(SSDDW: string, SSDMC: string, SDSJ: string): DocumentRow['SDJL'][number] {
  return { SSDDW, SSDRXH: '', SSDMC, SDFS: '5', SDSJ, SFSD: '1' };
}
