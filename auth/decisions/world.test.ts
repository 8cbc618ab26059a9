import { describe, expect, it } from '@jest/globals';
import { decideCase, decideForeignRecord } from '#auth/decisions/decide.ts';
import { departmentsThatDecide } from '#auth/decisions/rules.ts';
import type { CaseView } from '#auth/decisions/views.ts';
import { DEMO_CASES, factsFor, USER_NAMES, user } from '#auth/decisions/world.fixture.ts';
import type { Department } from '#schema/departments.ts';
import { PURPOSES, type Purpose } from '#schema/purposes.ts';

const JUDGE = ['WHOLE', 'permit.court-handler'] as const;
const CLERK = ['WHOLE', 'permit.court-clerk'] as const;
const PROSECUTOR = ['WHOLE', 'permit.prosecutor'] as const;
const POLICE = ['POLICE', 'permit.investigator'] as const;
const REVIEWER = ['POLICE', 'permit.legal-reviewer'] as const;
const INTAKE = ['INTAKE', 'permit.case-manager'] as const;
const CUSTODY = ['CUSTODY_ONLY', 'permit.detention-centre'] as const;
const AID = ['LEGAL_AID_ONLY', 'permit.legal-aid-officer'] as const;
const MEDIATION = ['MEDIATION_ONLY', 'permit.mediator'] as const;
const FILE = ['COUNSEL', 'permit.counsel'] as const;
const CLIENT = ['OWN_CLIENT', 'permit.counsel'] as const;
const PARTY = ['PARTY', 'permit.party'] as const;

/** The first table of WORLD 7. Whoever is not named sees nothing. */
const SEEN_BY: Readonly<Record<number, Readonly<Record<string, readonly [CaseView, string]>>>> = {
  0: {},
  1: {
    'court.lin': JUDGE,
    'court.clerk': CLERK,
    'proc.li': PROSECUTOR,
    'police.wang': POLICE,
    'lawyer.he': FILE,
    'legalaid.sun': AID,
    'detention.ma': CUSTODY,
    'proc.intake': INTAKE,
  },
  2: {
    'police.wang': POLICE,
    'proc.chen': PROSECUTOR,
    'lawyer.he': CLIENT,
    'detention.ma': CUSTODY,
    'proc.intake': INTAKE,
  },
  3: {
    'police.wang': POLICE,
    'police.fa': REVIEWER,
    'proc.li': PROSECUTOR,
    'detention.ma': CUSTODY,
    'legalaid.sun': AID,
    'proc.intake': INTAKE,
  },
  4: {},
  5: {
    'court.lin': JUDGE,
    'court.clerk': CLERK,
    'mediator.gao': MEDIATION,
    'party.zheng': PARTY,
    'party.hua': PARTY,
  },
  6: { 'police.wang': POLICE, 'proc.li': PROSECUTOR, 'proc.intake': INTAKE },
  7: { 'police.wang': POLICE, 'proc.chen': PROSECUTOR, 'proc.intake': INTAKE },
  8: { 'court.zhou': JUDGE },
  9: { 'court.zhou': JUDGE, 'proc.intake': INTAKE },
  10: { 'police.zhao': POLICE, 'proc.li': PROSECUTOR, 'court.zhou': JUDGE, 'proc.intake': INTAKE },
  11: { 'police.liu': POLICE },
  12: { 'police.zhao': POLICE, 'proc.li': PROSECUTOR, 'court.zhou': JUDGE, 'proc.intake': INTAKE },
  13: { 'police.zhao': POLICE, 'proc.intake': INTAKE },
  14: { 'mediator.gao': MEDIATION, 'party.zheng': PARTY, 'party.hua': PARTY },
};
const CASES = Object.keys(DEMO_CASES).map(Number);
const seen = (name: string, caseNo: number, purpose?: Purpose | null) =>
  decideCase(user(name, purpose), factsFor(name, caseNo));

describe('who sees which case (WORLD 7)', () => {
  it.each(CASES)('case %d', (caseNo) => {
    const permitted = USER_NAMES.flatMap((name) => {
      const decision = seen(name, caseNo);
      return decision.allowed ? [[name, [decision.view, decision.rule]]] : [];
    });
    expect(Object.fromEntries(permitted)).toEqual(SEEN_BY[caseNo]);
  });

  it.each(CASES)('case %d, without a purpose or for another: nobody', (caseNo) => {
    for (const name of USER_NAMES) {
      const others = Object.keys(PURPOSES).filter((purpose) => purpose !== user(name).purpose) as Purpose[];
      for (const purpose of [null, ...others]) expect(seen(name, caseNo, purpose)).toMatchObject({ allowed: false });
    }
  });

  it.each<[string, string, number, string]>([
    ['the label comes first', 'police.wang', 0, 'deny.secrecy-label'],
    ['then the seal', 'court.zhou', 4, 'deny.sealed'],
    ['then the recusal', 'court.lin', 9, 'deny.recused'],
    ['another county’s', 'police.wang', 11, 'deny.other-agency'],
    ['not assigned', 'police.zhao', 1, 'deny.not-assigned'],
    ['somebody else’s client', 'lawyer.he', 3, 'deny.not-assigned'],
    ['a party to another case', 'party.zheng', 1, 'deny.default'],
    ['no role that may', 'coordinator.wu', 1, 'deny.default'],
  ])('%s', (_why, name, caseNo, rule) => {
    expect(seen(name, caseNo)).toEqual({ allowed: false, rule });
  });
});

describe('defence counsel (CPL 38, 40)', () => {
  it.each<[string, CaseView]>([
    ['ACCEPTANCE', 'OWN_CLIENT'],
    ['INVESTIGATION', 'OWN_CLIENT'],
    ['ARREST_REVIEW', 'OWN_CLIENT'],
    ['PROSECUTION_REVIEW', 'COUNSEL'],
    ['FIRST_INSTANCE', 'COUNSEL'],
    ['SECOND_INSTANCE', 'COUNSEL'],
    ['RETRIAL', 'COUNSEL'],
    ['EXECUTION', 'COUNSEL'],
    ['CLOSED', 'OWN_CLIENT'],
  ])('at %s sees %s', (stage, view) => {
    const facts = { ...factsFor('lawyer.he', 2), stage: stage as never };
    expect(decideCase(user('lawyer.he'), facts)).toMatchObject({ view });
  });

  it('sees one’s own client alone where the stage is not known', () => {
    expect(decideCase(user('lawyer.he'), { ...factsFor('lawyer.he', 1), stage: null })).toMatchObject({
      view: 'OWN_CLIENT',
    });
  });
});

/** What each view of a case makes of each department’s records: `–` nothing. */
const RECORDS: [string, number, readonly string[]][] = [
  ['court.lin', 1, ['WHOLE', 'WHOLE', 'WHOLE', 'WHOLE', 'WHOLE', 'WHOLE']],
  ['police.wang', 1, ['POLICE', 'POLICE', 'POLICE', '–', '–', '–']],
  ['lawyer.he', 1, ['COUNSEL', 'COUNSEL', 'COUNSEL', 'COUNSEL', 'COUNSEL', 'COUNSEL']],
  ['lawyer.he', 2, ['OWN_CLIENT', 'OWN_CLIENT']],
  ['legalaid.sun', 1, ['–', '–', '–', '–', 'LEGAL_AID_ONLY', 'LEGAL_AID_ONLY']],
  ['detention.ma', 1, ['CUSTODY_ONLY', '–', '–', '–', '–', '–']],
  ['proc.intake', 1, ['–', 'INTAKE', 'INTAKE', '–', '–', '–']],
  ['mediator.gao', 5, ['–', 'MEDIATION_ONLY']],
  ['party.zheng', 5, ['PARTY', 'PARTY']],
  ['court.zhou', 10, ['WHOLE', 'WHOLE', 'WHOLE', 'WHOLE', 'RELATED']],
  ['proc.li', 10, ['WHOLE', 'WHOLE', 'WHOLE', 'WHOLE', 'WHOLE']],
  ['court.lin', 9, ['–', '–', '–']],
  ['court.lin', 4, ['–', '–', '–']],
  ['court.lin', 10, ['–', '–', '–', '–', '–']],
];

describe('which of a case’s records, and how much of each', () => {
  it.each(RECORDS)('%s, case %d', (name, caseNo, views) => {
    const facts = factsFor(name, caseNo);
    const shown = (DEMO_CASES[caseNo]?.records ?? []).map((own) => {
      const decision = decideForeignRecord(user(name), own, facts);
      return decision.allowed ? decision.view : '–';
    });
    expect(shown).toEqual(views);
  });

  it('a record sealed at its department is closed to whom the rest of the case is open', () => {
    const facts = factsFor('court.lin', 1);
    const [own] = facts.records;
    if (own === undefined) throw new Error('case 1 has records');
    const decision = decideForeignRecord(user('court.lin'), { ...own, sealed: true }, facts);
    expect(decision).toEqual({ allowed: false, rule: 'deny.sealed' });
  });
});

it.each<[string, readonly Department[]]>([
  ['court.lin', ['COURT']],
  ['proc.li', ['PROCURATORATE']],
  ['proc.intake', ['PROCURATORATE']],
  ['police.wang', ['POLICE']],
  ['police.fa', ['POLICE']],
  ['detention.ma', ['POLICE']],
  ['legalaid.sun', ['JUSTICE']],
  ['mediator.gao', ['COURT']],
  ['lawyer.he', ['POLICE', 'PROCURATORATE', 'COURT']],
  ['party.zheng', ['COURT']],
  ['coordinator.wu', []],
])('whose facts decide for %s', (name, departments) => {
  const { principal, purpose } = user(name);
  expect([...departmentsThatDecide(principal, purpose)]).toEqual(departments);
  expect(departmentsThatDecide(principal, null).size).toBe(0);
});
