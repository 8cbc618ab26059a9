import { CASES } from '#demo/world/cases.ts';
import { FIRM, LAWYERS, type Lawyer, STAFF } from '#demo/world/staff.ts';
import type { AssignmentRow, CaseRow, LegalAidRows } from '#simulators/legal-aid/rows.ts';

/** What only the legal aid centre knows of a case, by our key. Facts: WORLD 4, 4.1; the rest is invented in the same spirit. */
interface AidFile {
  readonly file: CaseRow;
  /** 承办律师 and the letter (公函) that told the court of the assignment. */
  readonly assignment: { readonly lawyer: Lawyer; readonly letter: string; readonly on: string };
}

/** Both were notified by the court, whose own code the centre writes down. */
const NOTIFIED_BY_COURT = { AJJD: '3', TZJGDM: '鲁9999' };
/** 05-31 to 06-02 are days off: the third day for an assignment (LAL 36) is 06-03. */
const ASSIGN_BY = '2025-06-03';
const HANDLED_HERE = { JGDM: '3799990701', CBRGH: STAFF.sun.staffNo };

const FILES: readonly AidFile[] = [
  {
    file: {
      FYAJBH: 'LA-2025-000001',
      AH: '（2025）虚法援刑字第1号',
      ...NOTIFIED_BY_COURT,
      YYLB: '06',
      ZT: '30',
      ZTRQ: '2025-06-03',
      SYRBH: 'SYR-379999-2025-000001',
      TZSJ: '20250530100500',
      ZPQX: ASSIGN_BY,
      ...HANDLED_HERE,
      LSZYZH: LAWYERS.luo.licenceNo,
      FCBZ: '0',
    },
    assignment: { lawyer: LAWYERS.luo, letter: '虚法援函〔2025〕1号', on: '2025-06-03' },
  },
  {
    file: {
      FYAJBH: 'LA-2025-000002',
      AH: '（2025）虚法援刑字第2号',
      ...NOTIFIED_BY_COURT,
      YYLB: '01',
      ZT: '30',
      ZTRQ: '2025-06-03',
      SYRBH: 'SYR-379999-2025-000002',
      TZSJ: '20250530102000',
      ZPQX: ASSIGN_BY,
      ...HANDLED_HERE,
      LSZYZH: LAWYERS.deng.licenceNo,
      FCBZ: '0',
    },
    assignment: { lawyer: LAWYERS.deng, letter: '虚法援函〔2025〕2号', on: '2025-06-03' },
  },
];

/** 法援在线's rows for every beneficiary of the world. @throws Error where the centre has no file of one */
export function legalAidRows(): LegalAidRows {
  const ids = CASES.flatMap(({ parties }) => parties.flatMap(({ legalAidId }) => legalAidId ?? []));
  const files = ids.map((id) => {
    const found = FILES.find(({ file }) => file.FYAJBH === id);
    if (found === undefined) throw new Error(`demo: the legal aid centre has no file of ${id}`);
    return found;
  });
  return {
    T_LSS: [{ LSSDM: FIRM.uscc, LSSMC: FIRM.name }],
    T_LS: Object.values(LAWYERS).map(({ licenceNo, name, firm }) => ({
      LSZYZH: licenceNo,
      LSXM: name,
      LSSDM: firm.uscc,
    })),
    T_FYAJ: files.map(({ file }) => file),
    T_ZPJL: files.map(toAssignment),
  };
}

/** 1: 通知辩护 */
function toAssignment({ file, assignment: { lawyer, letter, on } }: AidFile): AssignmentRow {
  return { FYAJBH: file.FYAJBH, ZPXH: 1, ZPLX: 1, LSZYZH: lawyer.licenceNo, GHBH: letter, KSRQ: on, JSRQ: null };
}
