import { PEOPLE, type PersonKey } from '#demo/world/people.ts';
import { LAWYERS, type Lawyer, STAFF } from '#demo/world/staff.ts';
import type { AssignmentRow, BeneficiaryRow, CaseRow, LegalAidRows } from '#simulators/legal-aid/rows.ts';

/** A case of the legal aid centre. Facts: WORLD 4, 4.1; the rest is invented in the same spirit. */
interface AidFile {
  readonly record: CaseRow;
  readonly beneficiary: BeneficiaryRow;
  /** 承办律师 and the letter (公函) that told the organ of the assignment. */
  readonly assignment?: { readonly lawyer: Lawyer; readonly letter: string; readonly on: string };
}

/** What all cases have in common: the centre, its officer, no platform number, no label. */
const RECORD = { PTTYAH: null, JGDM: '3799990701', CBRGH: STAFF.sun.staffNo, FCBZ: '0', MJDM: '0' };
/** Notified by the court, whose own code the centre writes down. */
const BY_COURT = { AJJD: '3', TZJGDM: '鲁9999', GLAHLX: '3' };
const BY_PROCURATORATE = { AJJD: '2', TZJGDM: '379999', GLAHLX: '2' };
/** 05-31 to 06-02 are days off: the third day for an assignment (LAL 36) is 06-03. */
const ASSIGNED = { ZT: '30', ZTRQ: '2025-06-03', ZPQX: '2025-06-03' };
/** 06-15 is a Sunday: the third day is 06-16. */
const UNASSIGNED = { ZT: '10', ZTRQ: '2025-06-12', ZPQX: '2025-06-16', LSZYZH: null };

const FILES: readonly AidFile[] = [
  {
    record: {
      ...RECORD,
      ...BY_COURT,
      ...ASSIGNED,
      FYAJBH: 'LA-2025-000001',
      AH: '（2025）虚法援刑字第1号',
      YYLB: '06',
      SYRBH: 'SYR-379999-2025-000001',
      GLAH: '（2025）鲁9999刑初999901号',
      TZSJ: '20250530100500',
      LSZYZH: LAWYERS.luo.licenceNo,
    },
    beneficiary: accused('SYR-379999-2025-000001', 'li', { XBDM: '2' }),
    assignment: { lawyer: LAWYERS.luo, letter: '虚法援函〔2025〕1号', on: '2025-06-03' },
  },
  {
    record: {
      ...RECORD,
      ...BY_COURT,
      ...ASSIGNED,
      FYAJBH: 'LA-2025-000002',
      AH: '（2025）虚法援刑字第2号',
      YYLB: '01',
      SYRBH: 'SYR-379999-2025-000002',
      GLAH: '(2025)鲁9999刑初999901号',
      TZSJ: '20250530102000',
      LSZYZH: LAWYERS.deng.licenceNo,
    },
    beneficiary: accused('SYR-379999-2025-000002', 'wang', { XBDM: '1', WCNBZ: '1' }),
    assignment: { lawyer: LAWYERS.deng, letter: '虚法援函〔2025〕2号', on: '2025-06-03' },
  },
  {
    record: {
      ...RECORD,
      ...BY_PROCURATORATE,
      ...UNASSIGNED,
      FYAJBH: 'LA-2025-000003',
      AH: '（2025）虚法援刑字第3号',
      YYLB: '06',
      SYRBH: 'SYR-379999-2025-000003',
      GLAH: '虚检刑诉受[2025]379999000013号',
      TZSJ: '20250612143000',
    },
    beneficiary: accused('SYR-379999-2025-000003', 'qian', { XBDM: '1' }),
  },
];

/** 法援在线's rows for every beneficiary of the world. */
export function legalAidRows(): LegalAidRows {
  const firms = new Map(Object.values(LAWYERS).map(({ firm }) => [firm.uscc, firm.name]));
  return {
    T_LSS: [...firms].map(([LSSDM, LSSMC]) => ({ LSSDM, LSSMC })),
    T_LS: Object.values(LAWYERS).map(({ licenceNo, name, firm }) => ({
      LSZYZH: licenceNo,
      LSXM: name,
      LSSDM: firm.uscc,
      ZYZT: '1',
    })),
    T_SYR: FILES.map(({ beneficiary }) => beneficiary),
    T_FYAJ: FILES.map(({ record }) => record),
    T_ZPJL: FILES.flatMap(toAssignment),
  };
}

function accused(
  key: string,
  who: PersonKey,
  more: Pick<BeneficiaryRow, 'XBDM'> & Partial<BeneficiaryRow>,
): BeneficiaryRow {
  const { name, idNumber, phone } = PEOPLE[who];
  const person = { SYRXM: name, SYRHM: null, BHBZ: '0', ZJHM: idNumber, LXDH: phone };
  return { SYRBH: key, SYRLB: '1', ...person, WCNBZ: '0', ...more };
}

/** 1: 通知辩护 */
function toAssignment({ record: { FYAJBH, CBRGH }, assignment }: AidFile): AssignmentRow[] {
  if (assignment === undefined) return [];
  const { lawyer, letter, on } = assignment;
  return [{ FYAJBH, ZPXH: 1, ZPLX: 1, LSZYZH: lawyer.licenceNo, GHBH: letter, ZPRGH: CBRGH, KSRQ: on, JSRQ: null }];
}
