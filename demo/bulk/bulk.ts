import { court12368Bulk } from '#demo/bulk/court-12368.ts';
import { legalAidBulk } from '#demo/bulk/legal-aid.ts';
import { type BulkOptions, MOST_CASES } from '#demo/bulk/numbers.ts';
import { policeBulk } from '#demo/bulk/police.ts';
import { procuratorate12309Bulk } from '#demo/bulk/procuratorate-12309.ts';

export type { BulkOptions } from '#demo/bulk/numbers.ts';

/**
 * The generated cases as each stand-in takes them (`bulk`); notaries have no part in them.
 * @throws RangeError where the number of cases is not 0 to 100,000, or the seed not a whole number from 0 to 2^32 - 1
 */
export function bulkOf(options: BulkOptions) {
  const { cases, seed } = options;
  if (!(Number.isInteger(cases) && cases >= 0 && cases <= MOST_CASES)) {
    throw new RangeError(`cases must be a whole number from 0 to ${MOST_CASES}`);
  }
  if (seed !== seed >>> 0) throw new RangeError('seed must be a whole number from 0 to 4294967295');
  return {
    police: policeBulk(options),
    legalAid: legalAidBulk(options),
    court12368: court12368Bulk(options),
    procuratorate12309: procuratorate12309Bulk(options),
  };
}
