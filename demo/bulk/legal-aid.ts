import { dateOf } from '#demo/bulk/days.ts';
import { BULK_FIRMS, BULK_LAWYERS } from '#demo/bulk/lawyers.ts';
import { type BulkOptions, indexesOf, typed } from '#demo/bulk/numbers.ts';
import { type CriminalPlan, type PlannedLegalAid, planOf, type Suspect } from '#demo/bulk/plan.ts';
import { BULK_STAFF } from '#demo/bulk/staff.ts';
import { bulkTables } from '#demo/bulk/tables.ts';
import type { AssignmentRow, BeneficiaryRow, CaseRow, LegalAidRows } from '#simulators/legal-aid/rows.ts';
import type { BulkRows } from '#simulators/oracle/stand-in/load.ts';

const CHUNK = 1000;
/** 拟设县法律援助中心: the inbox of the world's own centre holds no generated case. */
const CENTRE = '4399990701';

/** What 法援在线 holds of the generated cases. */
export function legalAidBulk(options: BulkOptions): BulkRows<LegalAidRows> {
  return bulkTables(options, () => chunksOf(options));
}

function* chunksOf({ cases, seed }: BulkOptions): Generator<Partial<LegalAidRows>> {
  if (cases > 0) yield lawyers();
  for (const indexes of indexesOf('POLICE', cases, CHUNK)) {
    const files = indexes.flatMap((index) => fileOf(seed, index));
    yield {
      T_SYR: files.map(beneficiaryRow),
      T_FYAJ: files.map((file) => caseRow(file, seed)),
      T_ZPJL: files.map(assignmentRow),
    };
  }
}

interface AidFile {
  readonly plan: CriminalPlan;
  readonly aid: PlannedLegalAid;
  readonly beneficiary: Suspect;
}

function fileOf(seed: number, index: number): AidFile[] {
  const plan = planOf(seed, index);
  if (plan.kind !== 'CRIMINAL' || plan.legalAid === null) return [];
  const beneficiary = plan.suspects[plan.legalAid.beneficiary];
  return beneficiary === undefined ? [] : [{ plan, aid: plan.legalAid, beneficiary }];
}

function lawyers(): Partial<LegalAidRows> {
  return {
    T_LSS: BULK_FIRMS.map(({ uscc, name }) => ({ LSSDM: uscc, LSSMC: name })),
    T_LS: BULK_LAWYERS.map(({ licenceNo, name, firm }) => ({
      ...{ LSZYZH: licenceNo, LSXM: name, LSSDM: firm.uscc, ZYZT: '1' },
    })),
  };
}

function beneficiaryRow({ aid, beneficiary }: AidFile): BeneficiaryRow {
  const { name, sex, idNumber, phone, minor } = beneficiary;
  return {
    ...{ SYRBH: beneficiaryKey(aid), SYRLB: '1', SYRXM: name, SYRHM: null, BHBZ: '0' },
    ...{ XBDM: sex === 'MALE' ? '1' : '2', ZJHM: idNumber, LXDH: phone, WCNBZ: minor ? '1' : '0' },
  };
}

function caseRow({ plan, aid }: AidFile, seed: number): CaseRow {
  const { legalAidId, number, ground, notifiedAt, assignBy, assignedOn, closedOn, lawyer } = aid;
  const atTrial = aid.stage === 'FIRST_INSTANCE';
  const linked = (atTrial ? plan.courtNo : plan.prosecutionNo) ?? '';
  return {
    ...{ FYAJBH: legalAidId, AH: number, AJJD: atTrial ? '3' : '2', YYLB: ground === 'MINOR' ? '01' : '06' },
    ...{ ZT: closedOn === null ? '40' : '50', ZTRQ: dateOf(closedOn ?? assignedOn), SYRBH: beneficiaryKey(aid) },
    ...{ TZJGDM: atTrial ? '鲁9999' : '379999', GLAHLX: atTrial ? '3' : '2', GLAH: typed(linked, seed, plan.index) },
    ...{ PTTYAH: null, TZSJ: notifiedAt.replace(/\D/g, ''), ZPQX: dateOf(assignBy) },
    ...{ JGDM: CENTRE, CBRGH: BULK_STAFF.legalAid.staffNo, LSZYZH: lawyer.licenceNo, FCBZ: '0', MJDM: '0' },
  };
}

/** 1: 通知辩护 */
function assignmentRow({ aid }: AidFile): AssignmentRow {
  const { legalAidId, lawyer, letter, assignedOn, closedOn } = aid;
  const period = { KSRQ: dateOf(assignedOn), JSRQ: closedOn === null ? null : dateOf(closedOn) };
  const by = { GHBH: letter, ZPRGH: BULK_STAFF.legalAid.staffNo };
  return { FYAJBH: legalAidId, ZPXH: 1, ZPLX: 1, LSZYZH: lawyer.licenceNo, ...by, ...period };
}

function beneficiaryKey({ legalAidId }: PlannedLegalAid): string {
  return `SYR-439999-${legalAidId.slice('LA-'.length)}`;
}
