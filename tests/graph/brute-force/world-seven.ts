import type { Purpose } from '#schema/purposes.ts';

/**
 * WORLD 3 and 7 in their own words, by hand: nothing here is derived from `auth`, so that a mistake there is one here too only if it was
 * made twice.
 */

/** The users, each with the one purpose that fits (WORLD 3). */
export const PURPOSE_OF: Readonly<Record<string, Purpose>> = {
  'police.wang': 'HANDLE_CASE',
  'police.zhao': 'HANDLE_CASE',
  'police.fa': 'SUPERVISE_CASE',
  'police.liu': 'HANDLE_CASE',
  'police.head': 'SUPERVISE_CASE',
  'police.bulk': 'HANDLE_CASE',
  'detention.ma': 'HANDLE_CASE',
  'proc.li': 'HANDLE_CASE',
  'proc.chen': 'HANDLE_CASE',
  'proc.intake': 'HANDLE_CASE',
  'proc.12309': 'SERVE_PARTY',
  'proc.head': 'SUPERVISE_CASE',
  'proc.bulk': 'HANDLE_CASE',
  'court.lin': 'HANDLE_CASE',
  'court.zhou': 'HANDLE_CASE',
  'court.clerk': 'HANDLE_CASE',
  'court.12368': 'SERVE_PARTY',
  'court.head': 'SUPERVISE_CASE',
  'court.bulk': 'HANDLE_CASE',
  'legalaid.sun': 'LEGAL_AID',
  'mediator.gao': 'SERVE_PARTY',
  'correction.tang': 'CORRECTION',
  'notary.qian': 'SERVE_PARTY',
  'lawyer.he': 'DEFEND',
  'party.zheng': 'SERVE_PARTY',
  'party.hua': 'SERVE_PARTY',
  'coordinator.wu': 'STATISTICS',
  'officer.security': 'AUDIT_SECURITY',
  'officer.security2': 'AUDIT_SECURITY',
  'officer.audit': 'AUDIT_SECURITY',
  'officer.system': 'AUDIT_SECURITY',
};

export const USERS: readonly string[] = Object.keys(PURPOSE_OF);

/** Those who may never see a case: `FORBIDDEN`, whatever the number. Heads decide grants and see no case. */
export const NEVER: readonly string[] = [
  'coordinator.wu',
  'officer.security',
  'officer.security2',
  'officer.audit',
  'officer.system',
  'notary.qian',
  'proc.12309',
  'court.12368',
  'police.head',
  'proc.head',
  'court.head',
];

/** Those to whom a head may grant a look at whole numbers; to the others the fields themselves are `FORBIDDEN`. */
export const MAY_UNMASK: readonly string[] = [
  ...['police.wang', 'police.zhao', 'police.liu', 'police.bulk', 'proc.li', 'proc.chen', 'proc.bulk'],
  ...['court.lin', 'court.zhou', 'court.clerk', 'court.bulk'],
];

/** What of a case WORLD 7 says that somebody sees. */
export type Thing =
  | 'whole'
  | 'police fields and decisions addressed to police'
  | 'the file, rows of the own client'
  | 'own client'
  | 'own side'
  | 'aid records'
  | 'mediation'
  | 'custody'
  | 'masked metadata';

/** The first table of WORLD 7. Whoever is not named sees nothing. */
export const SEEN_BY: Readonly<Record<number, Readonly<Record<string, Thing>>>> = {
  1: {
    'court.lin': 'whole',
    'court.clerk': 'whole',
    'proc.li': 'whole',
    'police.wang': 'police fields and decisions addressed to police',
    'lawyer.he': 'the file, rows of the own client',
    'legalaid.sun': 'aid records',
    'detention.ma': 'custody',
    'proc.intake': 'masked metadata',
  },
  2: {
    'police.wang': 'police fields and decisions addressed to police',
    'proc.chen': 'whole',
    'lawyer.he': 'own client',
    'detention.ma': 'custody',
    'proc.intake': 'masked metadata',
  },
  3: {
    'police.wang': 'police fields and decisions addressed to police',
    'police.fa': 'police fields and decisions addressed to police',
    'proc.li': 'whole',
    'detention.ma': 'custody',
    'legalaid.sun': 'aid records',
    'proc.intake': 'masked metadata',
  },
  4: {},
  5: {
    'court.lin': 'whole',
    'court.clerk': 'whole',
    'mediator.gao': 'mediation',
    'party.zheng': 'own side',
    'party.hua': 'own side',
  },
  6: {
    'police.wang': 'police fields and decisions addressed to police',
    'proc.li': 'whole',
    'proc.intake': 'masked metadata',
  },
  7: {
    'police.wang': 'police fields and decisions addressed to police',
    'proc.chen': 'whole',
    'proc.intake': 'masked metadata',
  },
  8: { 'court.zhou': 'whole' },
  9: { 'court.zhou': 'whole', 'proc.intake': 'masked metadata' },
  10: {
    'police.zhao': 'police fields and decisions addressed to police',
    'proc.li': 'whole',
    'court.zhou': 'whole',
    'proc.intake': 'masked metadata',
  },
  11: { 'police.liu': 'police fields and decisions addressed to police' },
  12: {
    'police.zhao': 'police fields and decisions addressed to police',
    'proc.li': 'whole',
    'court.zhou': 'whole',
    'proc.intake': 'masked metadata',
  },
  13: { 'police.zhao': 'police fields and decisions addressed to police', 'proc.intake': 'masked metadata' },
  14: { 'mediator.gao': 'mediation', 'party.zheng': 'own side', 'party.hua': 'own side' },
};

const POLICE_LISTS = ['Case.policeCases'];
const REVIEWS = ['Case.arrestReviews', 'Case.prosecutionReviews'];
const COURT_LISTS = ['Case.courtCases', 'Case.closedHearingOnly'];
const AID = ['Case.legalAidCases'];
const JOINED = ['Case.documents', 'Case.transfers', 'Case.deadlines', 'Case.dataQuality'];
const NUMBERS = ['Person.sexCode', 'Person.idNumberMasked', 'Person.phoneMasked'];
const MEASURES = ['PartyInCase.measures', 'PartyInCase.currentMeasure'];
const CUSTODY = ['PartyInCase.custody'];
const COUNSEL = ['PartyInCase.representations'];

/** The fields behind which each thing ends: what can be reached without them is in it. */
export const CLOSED: Readonly<Record<Thing, readonly string[]>> = {
  whole: [],
  'police fields and decisions addressed to police': [...COURT_LISTS, ...AID],
  'the file, rows of the own client': [...POLICE_LISTS, ...AID, ...NUMBERS, 'Case.transfers'],
  'own client': [...POLICE_LISTS, ...REVIEWS, ...COURT_LISTS, ...AID, ...JOINED, ...NUMBERS, 'Measure.document'],
  'own side': ['Case.deadlines'],
  'aid records': [
    ...['Case.parties', ...POLICE_LISTS, ...REVIEWS, ...COURT_LISTS, ...JOINED],
    ...[...MEASURES, ...CUSTODY, ...COUNSEL],
  ],
  mediation: [
    ...['Case.parties', ...POLICE_LISTS, ...REVIEWS, 'Case.closedHearingOnly', ...AID, ...JOINED],
    ...['CourtCase.court', 'CourtCase.procedure', 'CourtCase.cause', 'CourtCase.effectiveOn', 'CourtCase.precededBy'],
    ...['CourtCase.panel', 'CourtCase.clerk', 'CourtCase.hearings', 'CourtCase.fees'],
  ],
  custody: [
    ...[...POLICE_LISTS, ...REVIEWS, ...COURT_LISTS, ...AID, ...JOINED],
    ...[...MEASURES, ...COUNSEL, ...NUMBERS],
  ],
  'masked metadata': [
    ...[...POLICE_LISTS, ...COURT_LISTS, ...AID, ...NUMBERS, ...MEASURES, ...CUSTODY, ...COUNSEL],
    ...['ArrestReview.decisions', 'ProsecutionReview.returnsUsed', 'ProsecutionReview.returnsLeft'],
    ...['ProsecutionReview.returns', 'ProsecutionReview.outcomes', 'LegalDocument.deliveries'],
    ...['Deadline.subject'],
  ],
};

/** Fields of which the case has a value, and none in the rows that are this user’s to see; and why. */
export const NO_ROWS: readonly (readonly [user: string, cases: readonly number[], fields: readonly string[]])[] = [
  // The indictment went to the court: it is not addressed to the police.
  ['police.wang', [1], ['PersonOutcome.document']],
  // Powers of attorney that are filed with the procuratorate, the court or legal aid.
  ['police.wang', [1], COUNSEL],
  // Deliveries are those of the court’s documents.
  ['police.zhao', [10, 12], ['PersonOutcome.document', 'LegalDocument.deliveries']],
  // 张拟甲’s counsel is retained: the letters are legal aid’s.
  ['lawyer.he', [1], ['Representation.letter']],
  // The plaintiff pays; the defendant’s notice is not served yet.
  ['party.hua', [5], ['CourtCase.fees', 'HearingNotice.servedAt']],
  // What came in, not what answered it.
  ['proc.intake', [1, 2, 3], ['Transfer.answeredBy']],
  // The documents that came in stand in their packages; the others are the procuratorate’s own.
  ['proc.intake', [1, 2, 3, 6, 7, 9, 10, 12, 13], ['Case.documents']],
  // The one package went out; the one that came in has no period yet but the police’s.
  ['proc.intake', [9], ['Case.transfers']],
  ['proc.intake', [13], ['Case.deadlines']],
];
