import { createHash } from 'node:crypto';
import type { PlannedDocument } from '#demo/bulk/documents.ts';
import { serialOf } from '#demo/bulk/numbers.ts';

/** The systems' own keys: both sides of a hand-over write the key of the side that made the document. */

/** 涉案人员编号: the desk of the station that took the person down, from 1, tells people of a case apart. */
export function policePersonNo(policeCaseNo: string, place: number): string {
  return `R${policeCaseNo.slice(1, 9)}000${place + 1}${policeCaseNo.slice(13)}`;
}

/** @param letters of the kind of thing @param order among the case's, from 0 */
export function policeKey(policeCaseNo: string, letters: string, order: number): string {
  return `${letters}${policeCaseNo.slice(1, 9)}${policeCaseNo.slice(13)}${String(order + 1).padStart(2, '0')}`;
}

export function policeDocumentKey(policeCaseNo: string, { place }: PlannedDocument): string {
  return policeKey(policeCaseNo, 'WS', place - 1);
}

/** 捕 or 诉, year, office and serial, then the place. */
export function procuratorateDocumentKey(index: number, { origin, place }: PlannedDocument): string {
  return `JCWS${reviewKey(index, origin)}-${String(place).padStart(2, '0')}`;
}

export function reviewKey(index: number, record: PlannedDocument['origin']): string {
  return `${record === 'ARREST_REVIEW' ? 'B' : 'S'}2025379999${serialOf(index)}`;
}

/** SM3 of a document's original, in capitals. */
export function digestOf(key: string): string {
  return createHash('sm3').update(key).digest('hex').toUpperCase();
}
