import type { Facet } from '#auth/decisions/views.ts';
import type { SubgraphName } from '#auth/envelope/envelope.ts';
import type { Department, SystemName } from '#schema/departments.ts';
import type { Stage } from '#schema/enums/stage.ts';
import type { LinkedNumberKind } from '#subgraphs/kit/linked-number.ts';
import type { ListName } from '#subgraphs/kit/owner-rows.ts';

/** A system that casework can ask, and about what: one row a connected system, in the order in which ingest reads them. */
export interface Owner {
  readonly department: Department;
  readonly system: SystemName;
  readonly subgraph: SubgraphName;
  /** Which of a case's numbers are this department's record numbers. */
  readonly numberKinds: readonly LinkedNumberKind[];
  /** A number of the first kind that is never allotted: asked where a case has none, so that every question costs the same. */
  readonly unassigned: string;
  /** The joined lists that it feeds. */
  readonly lists: readonly ListName[];
  /** The stages at which the powers of attorney that are filed with it count: those of the agency that has the case. @default any */
  readonly counselAt?: readonly Stage[];
  /** The kinds of number by which it can find records of its own that the registry does not know. */
  readonly findsBy: readonly LinkedNumberKind[];
}

export const OWNERS: readonly Owner[] = [
  {
    department: 'POLICE',
    system: 'police',
    subgraph: 'police',
    numberKinds: ['POLICE_CASE_NO'],
    unassigned: 'A0000000000002000010000',
    lists: ['persons', 'representations', 'measures', 'custody', 'documents', 'transfers', 'deadlines'],
    counselAt: ['ACCEPTANCE', 'INVESTIGATION', 'ARREST_REVIEW'],
    findsBy: [],
  },
  {
    department: 'COURT',
    system: '12368',
    subgraph: 'court',
    numberKinds: ['COURT_CASE_NO'],
    // Serials begin with 1 (法〔2015〕137号).
    unassigned: '（2016）最高法刑初0号',
    lists: ['persons', 'representations', 'documents', 'deadlines'],
    findsBy: [],
  },
  {
    department: 'PROCURATORATE',
    system: '12309',
    subgraph: 'procuratorate',
    numberKinds: ['ACCEPTANCE_NO', 'INCOMING_TRANSFER'],
    unassigned: '无检刑诉受〔2000〕000000000000号',
    lists: ['representations', 'documents', 'transfers', 'deadlines', 'fileReading', 'readingSlots'],
    counselAt: ['PROSECUTION_REVIEW'],
    findsBy: ['POLICE_CASE_NO'],
  },
  {
    department: 'JUSTICE',
    system: 'legal-aid',
    subgraph: 'legal-aid',
    numberKinds: ['LEGAL_AID_ID'],
    unassigned: 'LA-0000-000000',
    lists: ['persons', 'representations', 'deadlines'],
    findsBy: [],
  },
];

/** Systems whose records are linked to cases and of which nothing is decided by case: the registry's ingest reads them too. */
export const FURTHER_SOURCES: readonly Pick<Owner, 'department' | 'system' | 'subgraph'>[] = [
  { department: 'NOTARY', system: 'notary', subgraph: 'notary' },
];

/** What has to be open of an owner's rows for each list. */
export const FACETS: Readonly<Record<ListName, Facet>> = {
  persons: 'PERSONS',
  representations: 'REPRESENTATIONS',
  measures: 'MEASURES',
  custody: 'CUSTODY',
  documents: 'DOCUMENTS',
  transfers: 'TRANSFERS',
  deadlines: 'DEADLINES',
  fileReading: 'RECORDS',
  readingSlots: 'RECORDS',
};

/** The case's numbers that are an owner's record numbers. */
export function numbersAt(
  owner: Owner,
  numbers: readonly { readonly kind: LinkedNumberKind; readonly number: string }[],
): string[] {
  return numbers.filter(({ kind }) => owner.numberKinds.includes(kind)).map(({ number }) => number);
}
