/** `node scripts/run.mjs bench/bulk.ts [cases …]` prints how long it takes to make each system's rows of generated cases, and how much memory stays. */
import { court12368Bulk } from '#demo/bulk/court-12368.ts';
import { legalAidBulk } from '#demo/bulk/legal-aid.ts';
import { plainNumberOf, type SeriesName } from '#demo/bulk/numbers.ts';
import { planOf } from '#demo/bulk/plan.ts';
import { policeBulk } from '#demo/bulk/police.ts';
import { procuratorate12309Bulk } from '#demo/bulk/procuratorate-12309.ts';
import { BULK_STAFF } from '#demo/bulk/staff.ts';
import type { BulkRows, TableRows } from '#simulators/oracle/stand-in/load.ts';

const SEED = 1;
const COURT_SERIES = ['CRIMINAL_TRIAL', 'CIVIL_TRIAL', 'MEDIATION', 'APPEAL'] as const;
const REVIEW_SERIES = ['ARREST_REVIEW', 'PROSECUTION_REVIEW'] as const;

/** Rows of a run, by what makes them; none of them is kept. */
const MAKERS: Readonly<Record<string, (cases: number) => number | Promise<number>>> = {
  plans: (cases) => {
    for (let index = 0; index < cases; index += 1) planOf(SEED, index);
    return cases;
  },
  police: (cases) => rowsIn(policeBulk({ cases, seed: SEED })),
  'legal-aid': (cases) => rowsIn(legalAidBulk({ cases, seed: SEED })),
  '12368 by number': (cases) => rowsFound(court12368Bulk({ cases, seed: SEED }).byNumber, COURT_SERIES, cases),
  '12309 by number': (cases) => rowsFound(procuratorate12309Bulk({ cases, seed: SEED }).byNumber, REVIEW_SERIES, cases),
  '12368 by handler': (cases) => {
    const rows = court12368Bulk({ cases, seed: SEED }).byHandler(BULK_STAFF.judge.staffNo);
    let count = 0;
    for (const _ of rows) count += 1;
    return count;
  },
};

function rowsFound(find: (number: string) => object | undefined, series: readonly SeriesName[], cases: number): number {
  let count = 0;
  for (const name of series) {
    for (let index = 0; index < cases; index += 1) if (find(plainNumberOf(name, index))) count += 1;
  }
  return count;
}

async function rowsIn<Rows extends object>(bulk: BulkRows<Rows>): Promise<number> {
  let count = 0;
  for await (const chunk of bulk.chunks()) {
    for (const rows of Object.values(chunk as TableRows)) count += rows.length;
  }
  return count;
}

const asked = process.argv.slice(2).map(Number);
for (const cases of asked.length > 0 ? asked : [200, 10_000, 100_000]) {
  console.log(`${cases} cases`);
  for (const [name, make] of Object.entries(MAKERS)) {
    const began = performance.now();
    const rows = await make(cases);
    const elapsed = (performance.now() - began).toFixed(0);
    const heap = (process.memoryUsage().heapUsed / 2 ** 20).toFixed(0);
    console.log(
      `  ${name.padEnd(18)} ${String(rows).padStart(9)} rows ${elapsed.padStart(7)} ms ${heap.padStart(5)} MiB`,
    );
  }
}
