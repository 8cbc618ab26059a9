import { describe, expect, it } from '@jest/globals';
import { courtFacts, held } from '#auth/decisions/facts.fixture.ts';
import type { CaseView } from '#auth/decisions/views.ts';
import { user } from '#auth/decisions/world.fixture.ts';
import { accountFacts } from '#subgraphs/casework/account-facts.ts';
import { CASE, casework, NUMBER, party, type World } from '#subgraphs/casework/casework.fixture.ts';
import { findCase } from '#subgraphs/casework/find-case.ts';
import { ownPartyKeys } from '#subgraphs/casework/own-parties.ts';
import { partiesOf } from '#subgraphs/casework/party.ts';

const PARTIES = [party('甲'), party('乙'), party('丙')];
const KEYS_OF_A = ['PT-甲', `${NUMBER}#甲`, 'police#甲'];

describe('the parties that are the caller’s own', () => {
  const naming = (...keys: (string | null)[]) => [
    courtFacts({ assignments: keys.map((key) => held('13799202010999001', 'COUNSEL', key)) }),
  ];
  it.each<[string, CaseView, ReturnType<typeof naming>, string[]]>([
    ['a client, by all keys of all departments', 'COUNSEL', naming(`${NUMBER}#甲`), KEYS_OF_A],
    ['a client whom another department names', 'OWN_CLIENT', naming('police#甲'), KEYS_OF_A],
    ['oneself', 'PARTY', naming('PT-甲'), KEYS_OF_A],
    ['a detainee', 'CUSTODY_ONLY', naming('police#甲'), KEYS_OF_A],
    ['nobody whom the registry does not know', 'COUNSEL', naming(`${NUMBER}#丁`), []],
    ['nobody, where the record as a whole is meant', 'COUNSEL', naming(null), []],
    ['nobody in particular, for who sees all', 'WHOLE', naming(`${NUMBER}#甲`), []],
  ])('%s', async (_who, view, records, expected) => {
    const { context } = casework({ parties: PARTIES });
    expect(await ownPartyKeys(context, CASE, records, view)).toEqual(expected);
  });
});

describe('the parties shown', () => {
  const counsel = held('13799202010999001', 'COUNSEL', `${NUMBER}#甲`);
  const others = held('1', 'COUNSEL', `${NUMBER}#乙`);
  const shown = async (username: string, stage: 'INVESTIGATION' | 'FIRST_INSTANCE') => {
    const facts = { '12368': [courtFacts({ assignments: [...courtFacts().assignments, counsel, others] })] };
    const rows = [{ ...CASE, currentStage: stage }];
    const { context } = casework({ parties: PARTIES, facts, rows, envelope: user(username) });
    const found = await findCase(context, 'COURT_CASE_NO', NUMBER);
    return found && (await partiesOf(context, found)).map(({ party: { partyUid } }) => partyUid);
  };

  it.each<[string, 'INVESTIGATION' | 'FIRST_INSTANCE', string[]]>([
    ['court.lin', 'FIRST_INSTANCE', ['PT-甲', 'PT-乙', 'PT-丙']],
    ['lawyer.he', 'FIRST_INSTANCE', ['PT-甲', 'PT-乙', 'PT-丙']],
    ['lawyer.he', 'INVESTIGATION', ['PT-甲']],
  ])('to %s at %s', async (username, stage, expected) => expect(await shown(username, stage)).toEqual(expected));
});

describe('what the registry knows of a party’s account', () => {
  const ask = async (world: World, username = 'party.zheng', row = CASE as typeof CASE | null) => {
    const { context, calls } = casework({ parties: PARTIES, envelope: user(username), ...world });
    return { facts: await accountFacts(context, row), calls };
  };

  it('is that the person is a party to the case, as which', async () => {
    const { facts } = await ask({ person: 'P-乙' });
    expect(facts).toEqual([
      {
        department: 'PLATFORM',
        agencyCode: 'PLATFORM',
        recordNo: CASE.caseUid,
        sealed: false,
        labelled: false,
        assignments: [held('sub-of-party.zheng', 'PARTY', 'PT-乙')],
        recusedStaffNos: [],
        live: true,
      },
    ]);
  });

  it.each<[string, World, typeof CASE | null]>([
    ['no party to it', { person: 'P-丁' }, CASE],
    ['tied to nobody', { person: null }, CASE],
    ['asking for no case', { person: 'P-乙' }, null],
  ])('is nothing of one that is %s, at the same cost', async (_what, world, row) => {
    const { facts, calls } = await ask(world, 'party.zheng', row);
    expect(facts).toEqual([]);
    expect(calls.map((call) => call.split(' ')[0]).sort()).toEqual(['account', 'parties']);
  });

  it('is not asked for others', async () => {
    expect(await ask({ person: 'P-乙' }, 'court.lin')).toEqual({ facts: [], calls: [] });
  });

  it('opens the party’s view of the case', async () => {
    const { context } = casework({ parties: PARTIES, person: 'P-乙', envelope: user('party.zheng') });
    const found = await findCase(context, 'COURT_CASE_NO', NUMBER);
    expect(found).toMatchObject({ view: 'PARTY', findings: { ownPartyKeys: ['PT-乙', `${NUMBER}#乙`, 'police#乙'] } });
  });
});
