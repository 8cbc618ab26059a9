import type { SystemName } from '#schema/departments.ts';
import type { Cell } from '#tests/contract/fault-table.ts';
import type { Answer } from '#tests/harness/ask.ts';

/** What of case 1 (`rich-question.ts`) is whose: so all that may be missing where a department fails, and all that must be there. */
export interface Column {
  readonly system: SystemName;
  readonly department: string;
  /** Of the answer all that is missing where the department gives nothing: beside its own fields, lists that lack its rows. */
  readonly lost: readonly string[];
  /** What is missing where one of its records, or one field of it, cannot be read. */
  readonly struck: Readonly<Record<'record' | 'field', readonly string[]>>;
  /** Its deadlines, documents that nobody else has a copy of, and transfers that nobody else recorded. */
  readonly rows?: { readonly deadlines: RegExp; readonly documents?: RegExp; readonly transfers?: RegExp };
  /** Where a code of its own, of an open list, stands. */
  readonly coded?: string;
}

export const COLUMNS: readonly Column[] = [
  {
    system: '12368',
    department: 'COURT',
    lost: [
      ...['case.parties.0.representations', 'case.parties.3.representations', 'case.courtCases'],
      ...['case.documents', 'case.deadlines'],
    ],
    struck: { record: ['case.courtCases', 'case.deadlines'], field: ['case.courtCases.0.panel'] },
    rows: { deadlines: /^CR-(?:COPY|NOTICE|TRIAL)$/, documents: /^12368:/ },
    coded: 'case.courtCases.0.cause',
  },
  {
    system: '12309',
    department: 'PROCURATORATE',
    lost: ['case.arrestReviews', 'case.prosecutionReviews', 'case.transfers', 'case.deadlines'],
    struck: {
      record: ['case.prosecutionReviews', 'case.deadlines'],
      field: ['case.prosecutionReviews.0.prosecutor'],
    },
    rows: { deadlines: /^CR-(?:ARREST-REVIEW|RECEIPT|REVIEW)$/, transfers: /^PROSECUTION$/ },
    coded: 'case.documents',
  },
  {
    system: 'notary',
    department: 'NOTARY',
    lost: ['verifyNotarialCertificate'],
    struck: { record: ['verifyNotarialCertificate'], field: ['verifyNotarialCertificate.digestMatches'] },
  },
  {
    system: 'legal-aid',
    department: 'JUSTICE',
    lost: [
      ...['case.parties.1.representations', 'case.parties.2.representations', 'case.legalAidCases'],
      'case.deadlines',
    ],
    struck: { record: ['case.legalAidCases', 'case.deadlines'], field: ['case.legalAidCases.0.rawNumber'] },
    rows: { deadlines: /^LA-ASSIGN$/ },
  },
  {
    system: 'police',
    department: 'POLICE',
    lost: [
      ...['case.parties.0.currentMeasure', 'case.parties.1.currentMeasure', 'case.parties.2.currentMeasure'],
      ...['case.policeCases', 'case.documents', 'case.deadlines'],
    ],
    struck: { record: ['case.policeCases', 'case.deadlines'], field: ['case.policeCases.0.handlingUnit'] },
    rows: { deadlines: /^(?:CR-FILE|CR-DET-SUBMIT|CR-INV-CUSTODY|CR-SUPP|MS-BAIL)$/, documents: /^police:/ },
    coded: 'case.policeCases.0.category',
  },
];

interface Joined {
  readonly deadlines: readonly { code: string }[];
  readonly documents: readonly { documentUid: string }[];
  readonly transfers: readonly { kind: string }[];
}

/** The lists that several departments feed, without the rows of one that is missing. */
export function joined({ data }: Answer, without?: Column, { struck }: Partial<Cell> = {}): Joined {
  const { deadlines, documents, transfers } = (data as { case: Joined }).case;
  // A record that cannot be read takes its deadlines along, not its documents and packages; a field takes nothing.
  const {
    deadlines: ofDeadlines = NONE,
    documents: ofDocuments = NONE,
    transfers: ofTransfers = NONE,
  } = (struck === 'field' ? undefined : without?.rows) ?? {};
  return {
    deadlines: deadlines.filter(({ code }) => !ofDeadlines.test(code)),
    documents: documents
      .filter(({ documentUid }) => struck === 'record' || !ofDocuments.test(documentUid))
      .toSorted((a, b) => (a.documentUid < b.documentUid ? -1 : 1)),
    transfers: transfers.filter(({ kind }) => struck === 'record' || !ofTransfers.test(kind)),
  };
}
const NONE = /^$/;
