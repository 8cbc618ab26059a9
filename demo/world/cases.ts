import type { PersonKey } from '#demo/world/people.ts';

/** The demo county's cases: what links the agencies' records. What only one department knows stands with that department's rows in `demo/systems`. */
export interface WorldCase {
  readonly caseUid: string;
  readonly kind: 'CRIMINAL' | 'CIVIL';
  readonly stage: 'INVESTIGATION' | 'PROSECUTION_REVIEW' | 'FIRST_INSTANCE' | 'SECOND_INSTANCE' | 'CLOSED';
  readonly policeCaseNos: readonly string[];
  readonly acceptanceNos: readonly string[];
  readonly courtCaseNos: readonly string[];
  readonly parties: readonly WorldParty[];
}

export interface WorldParty {
  readonly person: PersonKey;
  readonly role: 'SUSPECT_OR_DEFENDANT' | 'VICTIM' | 'PLAINTIFF' | 'DEFENDANT';
  readonly legalStatus: 'SUSPECT' | 'DEFENDANT' | 'CONVICT' | 'NOT_APPLICABLE';
  readonly minorAtOffence: boolean;
  /** The court's own key of the party (序号 within the case), where the court has the case. */
  readonly courtPartyKey?: string;
  /** Key of the legal aid case in which the party is the beneficiary. */
  readonly legalAidId?: string;
}

export const CASES: readonly WorldCase[] = [
  {
    caseUid: 'ZF-2025-000001',
    kind: 'CRIMINAL',
    stage: 'FIRST_INSTANCE',
    policeCaseNos: ['A3799990000002025030001'],
    acceptanceNos: ['虚检刑捕受〔2025〕379999000001号', '虚检刑诉受〔2025〕379999000011号'],
    courtCaseNos: ['（2025）鲁9999刑初999901号'],
    parties: [
      {
        person: 'zhang',
        role: 'SUSPECT_OR_DEFENDANT',
        legalStatus: 'DEFENDANT',
        minorAtOffence: false,
        courtPartyKey: '1',
      },
      {
        person: 'li',
        role: 'SUSPECT_OR_DEFENDANT',
        legalStatus: 'DEFENDANT',
        minorAtOffence: false,
        courtPartyKey: '2',
        legalAidId: 'LA-2025-000001',
      },
      {
        person: 'wang',
        role: 'SUSPECT_OR_DEFENDANT',
        legalStatus: 'DEFENDANT',
        minorAtOffence: true,
        courtPartyKey: '3',
        legalAidId: 'LA-2025-000002',
      },
      { person: 'zhao', role: 'VICTIM', legalStatus: 'NOT_APPLICABLE', minorAtOffence: false, courtPartyKey: '4' },
    ],
  },
  {
    caseUid: 'ZF-2025-000005',
    kind: 'CIVIL',
    stage: 'FIRST_INSTANCE',
    policeCaseNos: [],
    acceptanceNos: [],
    courtCaseNos: ['（2025）鲁9999民初999905号'],
    parties: [
      { person: 'zheng', role: 'PLAINTIFF', legalStatus: 'NOT_APPLICABLE', minorAtOffence: false, courtPartyKey: '1' },
      { person: 'hua', role: 'DEFENDANT', legalStatus: 'NOT_APPLICABLE', minorAtOffence: false, courtPartyKey: '2' },
    ],
  },
  {
    caseUid: 'ZF-2025-000009',
    kind: 'CRIMINAL',
    stage: 'FIRST_INSTANCE',
    policeCaseNos: ['A3799990000002025020009'],
    acceptanceNos: ['虚检刑诉受〔2025〕379999000009号'],
    courtCaseNos: ['（2025）鲁9999刑初999909号'],
    parties: [],
  },
  {
    caseUid: 'ZF-2025-000012',
    kind: 'CRIMINAL',
    stage: 'CLOSED',
    policeCaseNos: ['A3799990000002025010012'],
    acceptanceNos: ['虚检刑诉受〔2025〕379999000012号'],
    courtCaseNos: ['（2025）鲁9999刑初999912号'],
    parties: [
      {
        person: 'shen',
        role: 'SUSPECT_OR_DEFENDANT',
        legalStatus: 'CONVICT',
        minorAtOffence: false,
        courtPartyKey: '1',
      },
    ],
  },
];
