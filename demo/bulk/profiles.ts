import type { Stage } from '#schema/enums/stage.ts';

/** How far a case has come, and in which systems it has a record. It depends on the index alone, so that a number alone tells whether it exists. */
interface Profile {
  readonly kind: 'CRIMINAL' | 'CIVIL' | 'MEDIATION';
  /** As the registry works it out from the records. */
  readonly stage: Stage;
  readonly records: readonly RecordKind[];
}

export type RecordKind =
  | 'POLICE'
  | 'ARREST_REVIEW'
  | 'PROSECUTION_REVIEW'
  | 'CRIMINAL_TRIAL'
  | 'CIVIL_TRIAL'
  | 'MEDIATION'
  | 'APPEAL';

const TO_ARREST = ['POLICE', 'ARREST_REVIEW'] as const;
const TO_REVIEW = [...TO_ARREST, 'PROSECUTION_REVIEW'] as const;
const TO_TRIAL = [...TO_REVIEW, 'CRIMINAL_TRIAL'] as const;

export const PROFILES = {
  ACCEPTED: { kind: 'CRIMINAL', stage: 'ACCEPTANCE', records: ['POLICE'] },
  NOT_FILED: { kind: 'CRIMINAL', stage: 'CLOSED', records: ['POLICE'] },
  WITHDRAWN: { kind: 'CRIMINAL', stage: 'CLOSED', records: TO_ARREST },
  ON_BAIL: { kind: 'CRIMINAL', stage: 'INVESTIGATION', records: ['POLICE'] },
  ARREST_PENDING: { kind: 'CRIMINAL', stage: 'INVESTIGATION', records: TO_ARREST },
  ARREST_DECIDED: { kind: 'CRIMINAL', stage: 'INVESTIGATION', records: TO_ARREST },
  UNDER_REVIEW: { kind: 'CRIMINAL', stage: 'PROSECUTION_REVIEW', records: TO_REVIEW },
  RETURNED: { kind: 'CRIMINAL', stage: 'PROSECUTION_REVIEW', records: TO_REVIEW },
  RESUBMITTED: { kind: 'CRIMINAL', stage: 'PROSECUTION_REVIEW', records: TO_REVIEW },
  NOT_PROSECUTED: { kind: 'CRIMINAL', stage: 'PROSECUTION_REVIEW', records: TO_REVIEW },
  FIRST_INSTANCE: { kind: 'CRIMINAL', stage: 'FIRST_INSTANCE', records: TO_TRIAL },
  APPEALED: { kind: 'CRIMINAL', stage: 'SECOND_INSTANCE', records: [...TO_TRIAL, 'APPEAL'] },
  EFFECTIVE: { kind: 'CRIMINAL', stage: 'EXECUTION', records: TO_TRIAL },
  CIVIL_TRIAL: { kind: 'CIVIL', stage: 'FIRST_INSTANCE', records: ['CIVIL_TRIAL'] },
  CIVIL_AFTER_MEDIATION: { kind: 'CIVIL', stage: 'FIRST_INSTANCE', records: ['MEDIATION', 'CIVIL_TRIAL'] },
  CIVIL_EFFECTIVE: { kind: 'CIVIL', stage: 'CLOSED', records: ['CIVIL_TRIAL'] },
  MEDIATION: { kind: 'MEDIATION', stage: 'ACCEPTANCE', records: ['MEDIATION'] },
} as const satisfies Readonly<Record<string, Profile>>;

export type ProfileName = keyof typeof PROFILES;

/** So many cases at the beginning are known to every one of the three bulk users. */
export const SHARED_CASES = 120;
const SHARED: readonly ProfileName[] = [
  ...(['FIRST_INSTANCE', 'FIRST_INSTANCE', 'FIRST_INSTANCE', 'EFFECTIVE', 'FIRST_INSTANCE'] as const),
  ...(['FIRST_INSTANCE', 'APPEALED', 'FIRST_INSTANCE', 'EFFECTIVE', 'FIRST_INSTANCE'] as const),
];

/** Twenty cases that follow each other; where a place has several profiles, twenty by twenty in turn. */
const MIXTURE: readonly (readonly ProfileName[])[] = [
  ['FIRST_INSTANCE'],
  ['ARREST_DECIDED', 'ARREST_PENDING'],
  ['CIVIL_TRIAL'],
  ['UNDER_REVIEW', 'NOT_PROSECUTED'],
  ['FIRST_INSTANCE'],
  ['ACCEPTED'],
  ['EFFECTIVE'],
  ['ON_BAIL', 'ARREST_DECIDED'],
  ['FIRST_INSTANCE'],
  ['RETURNED', 'RESUBMITTED'],
  ['CIVIL_TRIAL', 'CIVIL_EFFECTIVE'],
  ['ARREST_DECIDED'],
  ['FIRST_INSTANCE'],
  ['APPEALED'],
  ['MEDIATION', 'CIVIL_AFTER_MEDIATION'],
  ['UNDER_REVIEW'],
  ['FIRST_INSTANCE'],
  ['NOT_FILED', 'WITHDRAWN'],
  ['EFFECTIVE'],
  ['ARREST_PENDING', 'ON_BAIL'],
];

export function profileOf(index: number): ProfileName {
  const places = MIXTURE[index % MIXTURE.length] ?? [];
  const name =
    index < SHARED_CASES ? SHARED[index % SHARED.length] : places[Math.floor(index / MIXTURE.length) % places.length];
  if (name === undefined) throw new RangeError('a case has an index from 0 up');
  return name;
}

export function hasRecord(index: number, record: RecordKind): boolean {
  return (PROFILES[profileOf(index)].records as readonly RecordKind[]).includes(record);
}
