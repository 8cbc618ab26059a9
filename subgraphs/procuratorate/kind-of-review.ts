import { isTransferKey } from '#adapters/systems/procuratorate-12309/record-no.ts';

/**
 * What kind of review a number may be of, by its business words (捕 or 诉): others are not asked for. Words that tell neither (侦监受, the
 * older system's) may be of both, and the key of a package is of none.
 */
export function mayBeArrestReview(recordNo: string): boolean {
  return !isTransferKey(recordNo) && (recordNo.includes('捕') || !recordNo.includes('诉'));
}

export function mayBeProsecutionReview(recordNo: string): boolean {
  return !isTransferKey(recordNo) && (recordNo.includes('诉') || !recordNo.includes('捕'));
}
