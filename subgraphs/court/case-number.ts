import type { CaseKind } from '#schema/enums/case-kind.ts';
import { COURT_TYPE_CODES } from '#schema/identifiers/court-codes.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';

/** How far a case has come in the courts, by its number. */
export type Instance = 'FIRST' | 'SECOND' | 'RETRIAL' | 'ENFORCEMENT';

/** What a court case number says of its case (DOMAIN 3.1); `null` where it says nothing that the graph has a word for. */
export interface NumberedAs {
  readonly kind: CaseKind | null;
  readonly instance: Instance | null;
}

const TYPE = /^（\d{4}）(?:最高法|\p{L}(?:\d{2}|\d{4})?)知?(\p{L}+)\d+号$/u;
/** Before 2016 each court had words of its own: the last character that tells a kind counts, since the first may be a place's. */
const LEGACY_WORDS = /^（\d{4}）.*([刑民商知行赔执])(\p{L}{0,3})字第\d+号$/u;

const KINDS: ReadonlyMap<string, CaseKind> = new Map([
  ...kindOf('CRIMINAL', COURT_TYPE_CODES.criminal),
  ...kindOf('CIVIL', [...COURT_TYPE_CODES.civil, ...COURT_TYPE_CODES.insolvency, ...COURT_TYPE_CODES.preservation]),
  ...kindOf('MEDIATION', COURT_TYPE_CODES.preTrialMediation),
  ...kindOf('ADMINISTRATIVE', [...COURT_TYPE_CODES.administrative, ...COURT_TYPE_CODES.administrativeCompensation]),
  ...kindOf('STATE_COMPENSATION', COURT_TYPE_CODES.stateCompensation),
  ...kindOf('ENFORCEMENT', COURT_TYPE_CODES.enforcement),
]);
const LEGACY_KINDS: ReadonlyMap<string, CaseKind> = new Map([
  ['刑', 'CRIMINAL'],
  ['民', 'CIVIL'],
  ['商', 'CIVIL'],
  ['知', 'CIVIL'],
  ['行', 'ADMINISTRATIVE'],
  ['赔', 'STATE_COMPENSATION'],
  ['执', 'ENFORCEMENT'],
]);

export function numberedAs(number: CourtCaseNo): NumberedAs {
  const [, subject, rest = ''] = LEGACY_WORDS.exec(number) ?? [];
  if (subject !== undefined) return { kind: LEGACY_KINDS.get(subject) ?? null, instance: instanceOf(subject + rest) };
  const [, type = ''] = TYPE.exec(number) ?? [];
  return { kind: KINDS.get(type) ?? null, instance: instanceOf(type) };
}

function instanceOf(type: string): Instance | null {
  if (type.startsWith('执')) return 'ENFORCEMENT';
  if (type.endsWith('初')) return 'FIRST';
  if (type.endsWith('终')) return 'SECOND';
  return type.endsWith('再') ? 'RETRIAL' : null;
}

function kindOf(kind: CaseKind, types: readonly string[]): [string, CaseKind][] {
  return types.map((type) => [type, kind]);
}
