import { civilTrial, mediation } from '#demo/bulk/court-12368/civil.ts';
import { appeal, criminalTrial } from '#demo/bulk/court-12368/criminal.ts';
import type { BulkOptions } from '#demo/bulk/numbers.ts';
import { planOf } from '#demo/bulk/plan.ts';
import { hasRecord } from '#demo/bulk/profiles.ts';
import { seriesBook } from '#demo/bulk/series.ts';
import { BULK_STAFF } from '#demo/bulk/staff.ts';
import type { BulkCases } from '#simulators/court-12368/case-book.ts';
import type { CourtCaseRow } from '#simulators/court-12368/rows.ts';

/** In the order of their numbers. */
const RECORDS = ['CRIMINAL_TRIAL', 'CIVIL_TRIAL', 'MEDIATION', 'APPEAL'] as const;
type CourtRecord = (typeof RECORDS)[number];

/** What 12368 holds of the generated cases. */
export function court12368Bulk(options: BulkOptions): BulkCases {
  const rowOf = (record: CourtRecord, index: number) => recordOf(record, options.seed, index);
  return { ...seriesBook(RECORDS, options, rowOf), byHandler: (staffNo) => handledBy(staffNo, options) };
}

function* handledBy(staffNo: string, { cases, seed }: BulkOptions): Generator<CourtCaseRow> {
  if (!STAFF_NUMBERS.has(staffNo)) return;
  for (const record of RECORDS) {
    for (let index = 0; index < cases; index += 1) {
      if (!hasRecord(index, record)) continue;
      const row = recordOf(record, seed, index);
      if ([...row.HYT, row.SJY, row.TJY].some((member) => member?.RYBH === staffNo)) yield row;
    }
  }
}

const STAFF_NUMBERS: ReadonlySet<string> = new Set(Object.values(BULK_STAFF).map((staff) => staff.staffNo));

function recordOf(record: CourtRecord, seed: number, index: number): CourtCaseRow {
  const plan = planOf(seed, index);
  if (plan.kind === 'CRIMINAL') return record === 'APPEAL' ? appeal(plan, seed) : criminalTrial(plan, seed);
  return record === 'MEDIATION' ? mediation(plan, seed) : civilTrial(plan, seed);
}
