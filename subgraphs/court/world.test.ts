import { describe, expect, it } from '@jest/globals';
import { USER_NAMES, user } from '#auth/decisions/world.fixture.ts';
import { holdsPolicy } from '#auth/policies/policies.ts';
import { ask, askCase, court } from '#subgraphs/court/court.fixture.ts';

/** What WORLD 7 says of the court's records, by case: whoever is not named sees none. */
const SEEN: Readonly<Record<number, Readonly<Record<string, readonly string[]>>>> = {
  1: {
    'court.lin': ['刑初999901 whole'],
    'court.clerk': ['刑初999901 whole'],
    'proc.li': ['刑初999901 whole'],
    'lawyer.he': ['刑初999901 whole'],
  },
  5: {
    'court.lin': ['民初999905 whole', '诉前调999915 whole'],
    'court.clerk': ['民初999905 whole', '诉前调999915 whole'],
    'mediator.gao': ['诉前调999915 mediation'],
    'party.zheng': ['民初999905 whole', '诉前调999915 whole'],
    'party.hua': ['民初999905 whole', '诉前调999915 whole'],
  },
  8: { 'court.zhou': ['民初字第123 whole'] },
  9: { 'court.zhou': ['刑初999909 whole'] },
  10: {
    'court.zhou': ['刑初999910 whole', '刑终999920 related'],
    'proc.li': ['刑初999910 whole', '刑终999920 whole'],
  },
  12: { 'court.zhou': ['刑初999912 whole'], 'proc.li': ['刑初999912 whole'] },
  14: {
    'mediator.gao': ['诉前调999914 mediation'],
    'party.zheng': ['诉前调999914 whole'],
    'party.hua': ['诉前调999914 whole'],
  },
};

interface Selected {
  readonly courtCaseNo: string;
  readonly court: { agencyCode: string } | null;
  readonly trialLimitOn: string | null;
}

const SELECTION = 'courtCases { courtCaseNo court { agencyCode } trialLimitOn }';

/** A related record has no limit, a mediation no court, to those to whom it is not whole. */
function summary({ courtCaseNo, court: tried, trialLimitOn }: Selected): string {
  const short = courtCaseNo.replace(/^.*?(?=[刑民诉])/, '').replace('号', '');
  if (tried !== null) return `${short} whole`;
  return `${short} ${trialLimitOn === null ? 'related' : 'mediation'}`;
}

describe.each(Object.entries(SEEN))('the court’s records of case %s', (caseNo, seen) => {
  it.each(USER_NAMES)('as %s sees them', async (name) => {
    const answer = await askCase(court(), { name, caseNo: Number(caseNo) }, SELECTION);
    const courtCases = (answer.case?.courtCases ?? []) as readonly Selected[];
    expect(courtCases.map(summary)).toEqual(seen[name] ?? []);
    const { principal } = user(name);
    const codes = answer.errors.map(({ extensions }) => (extensions as { code?: unknown }).code);
    expect(codes).toEqual(holdsPolicy(principal.roles, 'case.read') ? [] : ['FORBIDDEN']);
  });
});

describe('a record that nobody refers to a case', () => {
  const entity = `query Q($r: [_Any!]!) { _entities(representations: $r) { ... on CourtCase { courtCaseNo } } }`;
  const referring = (courtCaseNo: string) => ({ r: [{ __typename: 'CourtCase', courtCaseNo }] });

  it.each<[string, string, boolean]>([
    ['court.lin', '（2025）鲁9999刑初999901号', true],
    ['court.lin', '(2025)鲁9999刑初999901号', true],
    ['lawyer.he', '（2025）鲁9999刑初999901号', false],
    ['proc.li', '（2025）鲁9999刑初999901号', false],
    ['court.lin', '（2025）鲁9999刑初999909号', false],
    ['court.lin', '（2025）鲁9999刑初999999号', false],
    ['court.lin', '第一号', false],
  ])('%s asks for %s: %s', async (name, number, isShown) => {
    const { data } = await ask(court(), { name }, entity, referring(number));
    expect(data).toEqual({ _entities: [isShown ? { courtCaseNo: expect.any(String) } : null] });
  });
});

it('what is denied is on record by its rule', async () => {
  const { decisions } = await askCase(court(), { name: 'court.lin', caseNo: 9 }, SELECTION);
  expect(decisions).toEqual(['CourtCase deny deny.recused']);
});
