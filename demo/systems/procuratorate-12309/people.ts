import type { PersonInFile } from '#demo/systems/procuratorate-12309/review-file.ts';
import { PEOPLE, type PersonKey } from '#demo/world/people.ts';
import { type Lawyer, STAFF, type Staff } from '#demo/world/staff.ts';
import type { CounselRow, PersonRow, StaffRow } from '#simulators/procuratorate-12309/rows.ts';

/** Staff of the procuratorate as a record names them. */
export const LI = member(STAFF.li, '01', '检察官');
export const CHEN = member(STAFF.chen, '01', '检察官');
export const ZOU = member(STAFF.zou, '01', '检察官');
export const ASSISTANT = member(STAFF.assistant, '02', '检察官助理');
export const INTAKE = member(STAFF.intake, '04', '案件管理人员');

/** What stands with a person on whom nothing is decided. */
const UNDECIDED = { JDDM: '', JDRQ: '', ZXZT: '', ZXSJ: '', HZJZRQ: '' };

export function person(SSDW: string, key: PersonKey): PersonInFile {
  const { name, idNumber, phone } = PEOPLE[key];
  const XB = Number(idNumber.charAt(16)) % 2 === 1 ? '1' : '2';
  return { XM: name, SSDW, XB, SFZHM: idNumber, LXDH: phone ?? '', SFBH: '0', SFWCN: '', ...UNDECIDED };
}

export function suspect(key: PersonKey): PersonInFile {
  return { ...person('01', key), SFWCN: '0', JDDM: '00' };
}

/** CPL 64: the police give the alias and nothing else. */
export function aliased(SSDW: string, XM: string): PersonInFile {
  return { XM, SSDW, XB: '', SFZHM: '', LXDH: '', SFBH: '1', SFWCN: '', ...UNDECIDED };
}

export function decided(JDDM: string, JDRQ: string, document: number) {
  return { JDDM, JDRQ, document };
}

export function executed(ZXSJ: string, HZJZRQ: string) {
  return { ZXZT: '2', ZXSJ, HZJZRQ };
}

export function released(HZJZRQ: string) {
  return { ZXZT: '4', ZXSJ: '', HZJZRQ };
}

/** A power of attorney in force; the client is told by the place in the file, from 1. */
export function counsel({ licenceNo, name }: Lawyer, client: number, WTRQ: string): CounselRow {
  return { LSZYZH: licenceNo, XM: name, RYXH: personKey(client - 1), WTRQ, ZZRQ: '' };
}

/** 人员序号 */
export function personKey(index: number): PersonRow['RYXH'] {
  return String(index + 1).padStart(2, '0');
}

function member({ staffNo, name }: Staff, ZN: string, ZNMC: string): StaffRow {
  return { RYGH: staffNo, XM: name, ZN, ZNMC, YJRQ: '' };
}
