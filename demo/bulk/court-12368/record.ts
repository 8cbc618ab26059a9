import { COURT } from '#demo/bulk/court-12368/codes.ts';
import { type Day, dateOf } from '#demo/bulk/days.ts';
import type { BulkPerson } from '#demo/bulk/people.ts';
import type { Lawyer, Staff } from '#demo/world/staff.ts';
import type { AttorneyRow, CourtCaseRow, PartyRow, StaffRow } from '#simulators/court-12368/rows.ts';

/** What most records have in common. */
export const RECORD = {
  ...{ FYDM: COURT, SYCX: '', SLRQ: '', LARQ: '', SXJMRQ: '', SXRQ: '', BDJE: '', SFFC: '0', MJ: '0' },
  ...{ PTTYAH: '', JCSLAH: '', QSAJAH: '', GLAJAH: [], HYT: [], SJY: null, TJY: null, HB: [] },
  ...{ KT: [], DL: [], KTTZ: [], JFTZ: [], JZWS: [] },
} as const satisfies Partial<CourtCaseRow>;

/** A day as this system writes it; `''` for none. */
export function dayText(day: Day | null): string {
  return day === null ? '' : `${dateOf(day)} 00:00:00`;
}

export function presiding(staff: Staff): StaffRow {
  return member(staff, '01', '审判长');
}

export function judge(staff: Staff): StaffRow {
  return member(staff, '02', '审判员');
}

export function assessor(staff: Staff): StaffRow {
  return member(staff, '03', '人民陪审员');
}

export function clerk(staff: Staff): StaffRow {
  return member(staff, '04', '书记员');
}

export function mediator(staff: Staff): StaffRow {
  return member(staff, '05', '调解员');
}

/** @param order of the party in the case, from 0 */
export function partyRow(order: number, { name, sex, idNumber, phone }: BulkPerson, SSDW: string): PartyRow {
  return {
    ...{ XH: String(order + 1), XM: name, SSDW, SFZHM: idNumber, LXDH: phone ?? '', XBDM: sex === 'MALE' ? '1' : '2' },
    ...{ SFWCN: '', SFBH: '0', PJJG: '', PJSXRQ: '' },
  };
}

/** @param DLLX 1: 委托辩护, 2: 诉讼代理 */
export function attorneyRow(order: number, DLLX: '1' | '2', lawyer: Lawyer, from: Day, to: Day | null): AttorneyRow {
  const { licenceNo, name } = lawyer;
  const period = { QSRQ: dayText(from), ZZRQ: dayText(to) };
  return { DSRXH: String(order + 1), DLLX, LSZH: licenceNo, LSXM: name, ...period };
}

function member({ staffNo, name }: Staff, ZN: string, ZNMC: string): StaffRow {
  return { RYBH: staffNo, XM: name, ZN, ZNMC, TCRQ: '' };
}
