import type { Department } from '#schema/departments.ts';
import type { Stage } from '#schema/enums/stage.ts';

/** What may be open or closed about a case: the kinds of row that a department's subgraph, or casework itself (PLATFORM), gives out. */
export type Facet =
  | 'PARTIES'
  | 'PERSONS'
  | 'REPRESENTATIONS'
  | 'MEASURES'
  | 'CUSTODY'
  | 'DOCUMENTS'
  | 'TRANSFERS'
  | 'DEADLINES'
  | 'RECORDS';

/** What of a case a permitted caller may see. */
export type CaseView =
  /** All that the role's policies open: judges, clerks, prosecutors. */
  | 'WHOLE'
  /** 办案民警, 法制员: police fields, and what procuratorate decided and addressed to the police. */
  | 'POLICE'
  /** 案管: what came in and in what state, names masked. */
  | 'INTAKE'
  /** 辩护律师 from prosecution review on: the file (CPL 40). */
  | 'COUNSEL'
  /** 辩护律师 before: one's own client, charge and measures (CPL 38). */
  | 'OWN_CLIENT'
  /** 当事人: the process of one's own case and one's own side. */
  | 'PARTY'
  | 'LEGAL_AID_ONLY'
  | 'CUSTODY_ONLY'
  | 'MEDIATION_ONLY'
  /** A record of the same matter at another agency of the caller's own department: its number, state and dates. */
  | 'RELATED';

type Opening = Readonly<Partial<Record<Department, readonly Facet[]>>>;

const ALL: readonly Facet[] = [
  'PARTIES',
  'PERSONS',
  'REPRESENTATIONS',
  'MEASURES',
  'CUSTODY',
  'DOCUMENTS',
  'TRANSFERS',
  'DEADLINES',
  'RECORDS',
];

/** What each view opens of each department's rows (WORLD 7, DOMAIN 5.2, 5.4). What is not named is closed. */
const VIEWS: Readonly<Record<CaseView, Opening>> = {
  WHOLE: { PLATFORM: ALL, POLICE: ALL, PROCURATORATE: ALL, COURT: ALL, JUSTICE: ALL, NOTARY: ALL },
  POLICE: {
    PLATFORM: ['PARTIES'],
    POLICE: ALL,
    PROCURATORATE: ['RECORDS', 'DOCUMENTS', 'TRANSFERS', 'DEADLINES'],
  },
  INTAKE: { PLATFORM: ['PARTIES'], PROCURATORATE: ['RECORDS', 'DOCUMENTS', 'TRANSFERS', 'DEADLINES'] },
  COUNSEL: {
    PLATFORM: ['PARTIES'],
    POLICE: ['MEASURES', 'CUSTODY', 'DOCUMENTS', 'REPRESENTATIONS'],
    PROCURATORATE: ['RECORDS', 'DOCUMENTS', 'DEADLINES', 'REPRESENTATIONS'],
    COURT: ['RECORDS', 'DOCUMENTS', 'DEADLINES', 'REPRESENTATIONS'],
    JUSTICE: ['REPRESENTATIONS'],
  },
  OWN_CLIENT: {
    PLATFORM: ['PARTIES'],
    POLICE: ['MEASURES', 'CUSTODY', 'REPRESENTATIONS'],
    PROCURATORATE: ['REPRESENTATIONS'],
  },
  PARTY: { PLATFORM: ['PARTIES'], COURT: ['RECORDS', 'PERSONS', 'REPRESENTATIONS', 'DOCUMENTS'] },
  LEGAL_AID_ONLY: { JUSTICE: ['RECORDS', 'PERSONS'] },
  CUSTODY_ONLY: { PLATFORM: ['PARTIES'], POLICE: ['CUSTODY'] },
  MEDIATION_ONLY: { COURT: ['RECORDS'] },
  RELATED: { COURT: ['RECORDS'] },
};

export function opens(view: CaseView, department: Department, facet: Facet): boolean {
  return VIEWS[view][department]?.includes(facet) ?? false;
}

/** Views of one kind of record only: the record itself must name the caller. */
const OWN_RECORDS_ONLY: ReadonlySet<CaseView> = new Set([
  'LEGAL_AID_ONLY',
  'CUSTODY_ONLY',
  'MEDIATION_ONLY',
  'RELATED',
]);

/** Whether the view of a case is of some department's records too that do not name the caller themselves. */
export function reaches(view: CaseView, department: Department): boolean {
  return !OWN_RECORDS_ONLY.has(view) && VIEWS[view][department] !== undefined;
}

/** Views in which only the caller's own party, client or detainee is shown. */
const OWN_PARTIES_ONLY: ReadonlySet<CaseView> = new Set(['OWN_CLIENT', 'LEGAL_AID_ONLY', 'CUSTODY_ONLY']);
/** Views in which the rows about a person (measures, custody, numbers, documents served) are those of the caller's own. */
const OWN_ROWS_ONLY: ReadonlySet<CaseView> = new Set([...OWN_PARTIES_ONLY, 'PARTY', 'COUNSEL']);

export function showsOwnPartiesOnly(view: CaseView): boolean {
  return OWN_PARTIES_ONLY.has(view);
}

export function showsOwnRowsOnly(view: CaseView): boolean {
  return OWN_ROWS_ONLY.has(view);
}

/** From prosecution review on, defence counsel may read the file (CPL 40). */
const FILE_OPEN: ReadonlySet<Stage> = new Set([
  'PROSECUTION_REVIEW',
  'FIRST_INSTANCE',
  'SECOND_INSTANCE',
  'RETRIAL',
  'EXECUTION',
]);

export function viewAt(view: CaseView, stage: Stage | null): CaseView {
  return view === 'OWN_CLIENT' && stage !== null && FILE_OPEN.has(stage) ? 'COUNSEL' : view;
}
