import { dateOf } from '#demo/bulk/days.ts';
import { policePersonNo } from '#demo/bulk/keys.ts';
import { type BulkOptions, indexesOf, typed } from '#demo/bulk/numbers.ts';
import type { CriminalPlan } from '#demo/bulk/plan.ts';
import { planOf } from '#demo/bulk/plan.ts';
import { CATEGORIES, POLICE, STATUSES, TRANSFERRED } from '#demo/bulk/police/codes.ts';
import { custodiesOf, measuresOf } from '#demo/bulk/police/measures.ts';
import { documentsOf, materialsOf, transfersOf } from '#demo/bulk/police/papers.ts';
import { partiesOf } from '#demo/bulk/police/parties.ts';
import { BULK_STAFF } from '#demo/bulk/staff.ts';
import { bulkTables } from '#demo/bulk/tables.ts';
import type { BulkRows } from '#simulators/oracle/stand-in/load.ts';
import type { CaseRow, PoliceRows } from '#simulators/police/rows.ts';

const CHUNK = 500;

/** What the police hold of the generated cases. */
export function policeBulk(options: BulkOptions): BulkRows<PoliceRows> {
  return bulkTables(options, () => chunksOf(options));
}

function* chunksOf({ cases, seed }: BulkOptions): Generator<PoliceRows> {
  for (const indexes of indexesOf('POLICE', cases, CHUNK)) {
    const plans = indexes.map((index) => planOf(seed, index)).filter((plan) => plan.kind === 'CRIMINAL');
    yield {
      T_AJ: plans.map((plan) => caseRow(plan, seed)),
      T_AJRY: plans.flatMap(partiesOf),
      T_QZCS: plans.flatMap(measuresOf),
      T_ZYRY: plans.flatMap(custodiesOf),
      T_HY: [],
      T_WS: plans.flatMap(documentsOf),
      T_YS: plans.flatMap(transfersOf),
      T_YSCL: plans.flatMap(materialsOf),
    };
  }
}

function caseRow(plan: CriminalPlan, seed: number): CaseRow {
  const { index, policeCaseNo, title, crime, profile, times, suspects } = plan;
  const link = (number: string | null) => (number === null ? '' : typed(number, seed, index));
  const { police, policePartner, policeReviewer } = BULK_STAFF;
  return {
    AJBH: policeCaseNo,
    AJMC: title,
    AJLBDM: CATEGORIES[crime],
    AJZT: STATUSES[profile] ?? TRANSFERRED,
    SLSJ: timeOf(plan, times.registered, '08:30:00'),
    LASJ: times.filed === null || profile === 'NOT_FILED' ? '' : timeOf(plan, times.filed, '17:00:00'),
    JGDM: POLICE,
    BADWDM: policeCaseNo.slice(1, 13),
    BADWMC: `虚构县公安局第${policeCaseNo.slice(7, 9)}派出所`,
    BCZCCS: times.returned === null ? 0 : 1,
    ...{ ZBRGH: police.staffNo, ZBRXM: police.name, XBRGH: policePartner.staffNo, XBRXM: policePartner.name },
    ...{ FZSHRGH: policeReviewer.staffNo, FZSHRXM: policeReviewer.name, HBRGH: '' },
    WTLSMD: suspects.flatMap(({ place, retained }) => counsel(policePersonNo(policeCaseNo, place), retained)).join(','),
    ZYRYMD: '',
    PTTYAH: plan.caseUid,
    BPSAH: link(plan.arrestNo),
    QSSAH: link(plan.prosecutionNo),
    FYAH: link(plan.courtNo),
    ...{ BAAJBH: '', FADD: '虚构县' },
    JYAQ: `${suspects.map(({ name }) => name).join('、')}涉嫌${crime}。`,
    ...{ FCBZ: '0', FCSJ: '', MJDM: '0' },
  };
}

function counsel(personNo: string, retained: CriminalPlan['suspects'][number]['retained']): string[] {
  if (retained === null) return [];
  const { lawyer, from } = retained;
  return [`${personNo}:${lawyer.licenceNo}:${lawyer.name}:${dateOf(from).replaceAll('-', '')}`];
}

/** Some rows are of the generation that wrote times without separators. */
function timeOf({ index }: CriminalPlan, day: number, time: string): string {
  const text = `${dateOf(day)} ${time}`;
  return index % 10 === 9 ? text.replace(/\D/g, '') : text;
}
