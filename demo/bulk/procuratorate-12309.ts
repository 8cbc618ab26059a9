import { type Day, monthsAfter, workingDay } from '#demo/bulk/days.ts';
import { procuratorateDocumentKey } from '#demo/bulk/keys.ts';
import { type BulkOptions, indexOfPoliceCase, plain, typed } from '#demo/bulk/numbers.ts';
import { type CriminalPlan, planOf } from '#demo/bulk/plan.ts';
import { ACCEPTED, DECIDED, OFFICE, PROSECUTION_STATUSES } from '#demo/bulk/procuratorate-12309/codes.ts';
import { compactDate } from '#demo/bulk/procuratorate-12309/dates.ts';
import { documentsOf, transfersOf } from '#demo/bulk/procuratorate-12309/papers.ts';
import { counselOf, peopleOf } from '#demo/bulk/procuratorate-12309/people.ts';
import { hasRecord } from '#demo/bulk/profiles.ts';
import { seriesBook } from '#demo/bulk/series.ts';
import { BULK_STAFF } from '#demo/bulk/staff.ts';
import type { Staff } from '#demo/world/staff.ts';
import type { Procuratorate12309Bulk, ReturnRow, ReviewRow, StaffRow } from '#simulators/procuratorate-12309/rows.ts';

const REVIEWS = ['ARREST_REVIEW', 'PROSECUTION_REVIEW'] as const;
type Review = (typeof REVIEWS)[number];

/** What 12309 holds of the generated cases. */
export function procuratorate12309Bulk(options: BulkOptions): Procuratorate12309Bulk {
  const { seed } = options;
  const book = seriesBook(REVIEWS, options, (review, index) => ({ review, plan: criminalPlanOf(seed, index) }));
  const rowOf = ({ review, plan }: Found) =>
    review === 'ARREST_REVIEW' ? arrestReview(plan, seed) : prosecutionReview(plan, seed);
  return {
    byNumber(number) {
      const found = book.byNumber(number);
      return found && rowOf(found);
    },
    after: (number, limit) => book.after(number, limit).map(rowOf),
    byPoliceCase(number) {
      const index = indexOfPoliceCase(number, options);
      if (index === null) return [];
      const plan = criminalPlanOf(seed, index);
      return REVIEWS.filter((review) => hasRecord(index, review)).map((review) => rowOf({ review, plan }));
    },
    transfersOf(number) {
      const found = book.byNumber(number);
      return found ? transfersOf(found.plan, found.review, rowOf(found).BMSAH) : [];
    },
  };
}

interface Found {
  readonly review: Review;
  readonly plan: CriminalPlan;
}

function arrestReview(plan: CriminalPlan, seed: number): ReviewRow {
  const { arrestRequested, arrestDecided } = plan.times;
  return {
    ...common(plan, seed, 'ARREST_REVIEW'),
    ...{ LB: '1', AJZT: arrestDecided === null ? ACCEPTED : DECIDED, SLRQ: dateText(arrestRequested) },
    // Seven days for whoever is held, on whatever day they end, fifteen for others (CPL 91, SPP-Rules 282).
    SCJMRQ: dateText(
      arrestRequested && (arrestDecided === null ? workingDay(arrestRequested + 15) : arrestRequested + 7),
    ),
    ...{ TBCS: '', FYAH: '', TB: [] },
  };
}

function prosecutionReview(plan: CriminalPlan, seed: number): ReviewRow {
  const { profile, courtNo, times } = plan;
  const began = profile === 'RETURNED' ? null : (times.resubmitted ?? times.referred);
  return {
    ...common(plan, seed, 'PROSECUTION_REVIEW'),
    ...{ LB: '2', AJZT: PROSECUTION_STATUSES[profile] ?? DECIDED, SLRQ: dateText(times.referred) },
    SCJMRQ: dateText(began && monthsAfter(began, 1)),
    TBCS: times.returned === null ? '0' : '1',
    FYAH: courtNo === null ? '' : typed(courtNo, seed, plan.index),
    TB: returnsOf(plan),
  };
}

function common(plan: CriminalPlan, seed: number, review: Review) {
  const { index, arrestNo, prosecutionNo, unifiedNo, policeCaseNo } = plan;
  const [own, other] = review === 'ARREST_REVIEW' ? [arrestNo, prosecutionNo] : [prosecutionNo, arrestNo];
  const { prosecutor, assistant, caseManager } = BULK_STAFF;
  return {
    ...{ BMSAH: typed(own ?? '', seed, index), PTTYAH: '', TYSAH: unifiedNo ?? '', DWDM: OFFICE, SFFC: '0', MJ: '0' },
    GAAJBH: [policeCaseNo],
    GLSAH: other === null ? [] : [plain(other)],
    CBR: [
      member(prosecutor, '01', '检察官'),
      member(assistant, '02', '检察官助理'),
      member(caseManager, '04', '案件管理人员'),
    ],
    ...{ HB: [], LS: counselOf(plan, review), RY: peopleOf(plan, review), WS: documentsOf(plan, review) },
  };
}

function returnsOf({ index, times, documents }: CriminalPlan): readonly ReturnRow[] {
  const outline = documents.find(({ form }) => form === 'RETURN_OUTLINE');
  if (times.returned === null || outline === undefined) return [];
  const [TBRQ, CBRQ] = [compactDate(times.returned), times.resubmitted === null ? '' : compactDate(times.resubmitted)];
  return [{ LC: '1', TBRQ, CBRQ, TGWSBH: procuratorateDocumentKey(index, outline) }];
}

function criminalPlanOf(seed: number, index: number): CriminalPlan {
  const plan = planOf(seed, index);
  if (plan.kind !== 'CRIMINAL') throw new Error('only criminal cases are reviewed');
  return plan;
}

/** What the old system writes where there is no date. */
function dateText(day: Day | null): string {
  return day === null ? '00000000' : compactDate(day);
}

function member({ staffNo, name }: Staff, ZN: string, ZNMC: string): StaffRow {
  return { RYGH: staffNo, XM: name, ZN, ZNMC, YJRQ: '' };
}
