import type { SubgraphName } from '#auth/envelope/envelope.ts';
import type { Department, SystemName } from '#schema/departments.ts';
import type { LinkedNumberKind } from '#subgraphs/casework/registry/registry.ts';

/** A department that casework can ask, and how: one row a connected department. */
export interface Owner {
  readonly department: Department;
  readonly system: SystemName;
  readonly subgraph: SubgraphName;
  /** First word of its owner fields: `courtFacts`, `courtRepresentations`. */
  readonly prefix: string;
  /** Which of a case's numbers are this department's record numbers. */
  readonly numberKind: LinkedNumberKind;
  /** A number of that kind that is never allotted: asked where a case has none, so that every question costs the same. */
  readonly unassigned: string;
}

export const OWNERS: readonly Owner[] = [
  {
    department: 'COURT',
    system: '12368',
    subgraph: 'court',
    prefix: 'court',
    numberKind: 'COURT_CASE_NO',
    // Serials begin with 1 (法〔2015〕137号).
    unassigned: '（2016）最高法刑初0号',
  },
  {
    department: 'JUSTICE',
    system: 'legal-aid',
    subgraph: 'legal-aid',
    prefix: 'legalAid',
    numberKind: 'LEGAL_AID_ID',
    unassigned: 'LA-0000-000000',
  },
];

export function ownerOf(department: Department | null): Owner | undefined {
  return OWNERS.find((owner) => owner.department === department);
}
