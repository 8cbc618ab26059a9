/** The words that the policy text is written in and that code branches on. What is not among them refuses to load. */

/** What may be open or closed about a case: the kinds of row that a department's subgraph, or casework itself (PLATFORM), gives out. */
export const FACETS = [
  'PARTIES',
  'PERSONS',
  'REPRESENTATIONS',
  'MEASURES',
  'CUSTODY',
  'DOCUMENTS',
  'TRANSFERS',
  'DEADLINES',
  'RECORDS',
] as const;
export type Facet = (typeof FACETS)[number];

/** What of a case a permitted caller may see; `text/views.yaml` says what each opens. */
export const CASE_VIEWS = [
  'WHOLE',
  'POLICE',
  'INTAKE',
  'COUNSEL',
  'OWN_CLIENT',
  'PARTY',
  'LEGAL_AID_ONLY',
  'CUSTODY_ONLY',
  'MEDIATION_ONLY',
  'RELATED',
  'RECORD_CHECK',
] as const;
export type CaseView = (typeof CASE_VIEWS)[number];

/** What of the caller a record may name; `agency` without a function means that the record is the agency's own. */
export const HOLDERS = ['staffNo', 'licenceNo', 'agency', 'subject'] as const;
export type Holder = (typeof HOLDERS)[number];

/** Functions in a department's records that may tie a caller to a case, in the words of the departments' ports. */
export const FUNCTIONS = [
  'PRESIDING_JUDGE',
  'JUDGE',
  'CLERK',
  'MEDIATOR',
  'PROSECUTOR',
  'CASE_MANAGER',
  'INVESTIGATOR',
  'LEGAL_REVIEWER',
  'DETENTION_CENTRE',
  'COUNSEL',
  'PARTY',
] as const;

/** The one condition that each kind of grant lifts. */
export const LIFTS = { UNMASK: 'mask', RECORD_CHECK: 'seal', BREAK_GLASS: 'assignment' } as const;

/** What a decision looks at, in the order in which an explanation gives it. */
export const CONDITIONS = [
  'field',
  'role',
  'purpose',
  'agency',
  'assignment',
  'stage',
  'classification',
  'recusal',
  'seal',
  'grant',
  'view',
] as const;
export type ConditionId = (typeof CONDITIONS)[number];
