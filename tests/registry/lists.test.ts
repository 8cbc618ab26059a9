import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CasePage } from '#subgraphs/casework/registry/registry.ts';
import { aid, court, partiesOf, party, police, review, toPolice, withWriter } from '#tests/registry/fixtures.ts';

const opened = withWriter();
const ALL: CasePage = { stage: null, first: 10, after: null };
const uid = (n: number) => `ZF-2025-00000${n}`;
const held = (...holders: string[]) => ({
  assignments: holders.map((holder) => ({ holder, function: 'INVESTIGATOR', partyKey: null })),
});
const caseUids = async (cases: Promise<{ caseUid: string }[]>) => (await cases).map(({ caseUid }) => caseUid);
const counted = async (work: () => Promise<unknown>) => {
  const before = total();
  await work();
  return total() - before;
};
const total = () => Object.values(opened.registry.countLookups()).reduce((sum, count) => sum + count, 0);

beforeEach(async () => {
  const zheng = (key: string) => [party(key, '郑拟寅')];
  await opened.writer.ingestRecords('police', [
    police('A1', { caseUid: uid(1), facts: held('GA0001', 'GA0002'), parties: zheng('A1#1') }),
    police('A2', { caseUid: uid(2), facts: held('GA0001'), stage: 'CLOSED', parties: zheng('A2#1') }),
    police('A3', { caseUid: uid(3), facts: held('GA0002') }),
    police('A4', { caseUid: uid(4), facts: { ...held('GA0001'), sealed: true }, parties: zheng('A4#1') }),
  ]);
  await opened.writer.ingestRecords('12368', [
    court('C1', { ...toPolice('A1'), facts: held('GA0001'), parties: zheng('C1#1') }),
  ]);
});

describe('cases of a holder', () => {
  it('are those of the last known facts, each once, without the sealed', async () => {
    expect(await opened.registry.casesOfHolder(['GA0001'], ALL)).toMatchObject([
      { caseUid: uid(1), numbers: [{ number: 'A1' }, { number: 'C1' }], sealed: false },
      { caseUid: uid(2) },
    ]);
    expect(await caseUids(opened.registry.casesOfHolder(['GA0001', 'GA0002'], ALL))).toEqual([uid(1), uid(2), uid(3)]);
    expect(await opened.registry.casesOfHolder(['GA0009'], ALL)).toEqual([]);
    expect(await opened.registry.casesOfHolder([], ALL)).toEqual([]);
  });

  it('come by stage, and a page after another', async () => {
    const of = (page: Partial<CasePage>) =>
      caseUids(opened.registry.casesOfHolder(['GA0001', 'GA0002'], { ...ALL, ...page }));
    expect(await of({ stage: 'CLOSED' })).toEqual([uid(2)]);
    expect(await of({ first: 2 })).toEqual([uid(1), uid(2)]);
    expect(await of({ first: 2, after: uid(2) })).toEqual([uid(3)]);
  });

  it('end with what the owner states next', async () => {
    await opened.writer.ingestRecords('police', [police('A2', { caseUid: uid(2), facts: held('GA0003') })]);
    expect(await caseUids(opened.registry.casesOfHolder(['GA0001'], ALL))).toEqual([uid(1)]);
    expect(await caseUids(opened.registry.casesOfHolder(['GA0003'], ALL))).toEqual([uid(2)]);
    const [{ facts }] = [police('A2', { facts: held('GA0001') })];
    await opened.registry.saveFacts(uid(2), [{ ...facts, live: true }]);
    expect(await caseUids(opened.registry.casesOfHolder(['GA0003'], ALL))).toEqual([]);
  });

  it.each([0, 502, 1.5])('are not given %s at a time', async (first) => {
    const refused = { code: 'FIRST_OUT_OF_RANGE' };
    await expect(opened.registry.casesOfHolder(['GA0001'], { ...ALL, first })).rejects.toMatchObject(refused);
    await expect(opened.registry.casesOfPerson('P-郑拟寅', { ...ALL, first })).rejects.toMatchObject(refused);
  });
});

describe('cases of a person', () => {
  it('are those in which the person is a party, without the sealed, a page after another', async () => {
    const of = (page: Partial<CasePage>) => caseUids(opened.registry.casesOfPerson('P-郑拟寅', { ...ALL, ...page }));
    expect(await of({})).toEqual([uid(1), uid(2)]);
    expect(await of({ stage: 'CLOSED' })).toEqual([uid(2)]);
    expect(await of({ first: 1, after: uid(1) })).toEqual([uid(2)]);
  });
});

describe('cases of parties', () => {
  it('are found by the departments’ keys', async () => {
    const found = await opened.registry.casesByPartyKeys(['C1#1', 'A2#1', 'A9#9']);
    expect([...found].map(([key, { caseUid }]) => [key, caseUid]).toSorted()).toEqual([
      ['A2#1', uid(2)],
      ['C1#1', uid(1)],
    ]);
  });

  it('are found by the parties’ own ids', async () => {
    const [zheng] = await partiesOf(opened, uid(2));
    const partyUid = zheng?.partyUid ?? '';
    const found = await opened.registry.casesByPartyUids([partyUid, 'PT-unknown']);
    expect([...found].map(([key, { caseUid }]) => [key, caseUid])).toEqual([[partyUid, uid(2)]]);
  });
});

describe('an account', () => {
  const account = { issuer: 'https://issuer', subject: 's1', personUid: 'P-a', checkedBy: 'FY0004' };

  it('leads to the person that an identity check has tied to it', async () => {
    expect(await opened.registry.accountOf('https://issuer', 's1')).toBeNull();
    await opened.writer.tieAccount(account);
    await opened.writer.tieAccount({ ...account, personUid: 'P-b' });
    expect(await opened.registry.accountOf('https://issuer', 's1')).toBe('P-b');
    expect(await opened.registry.accountOf('https://another', 's1')).toBeNull();
  });
});

it('each question is one statement', async () => {
  const { registry } = opened;
  const questions = [
    () => registry.casesOfHolder(['GA0001', 'GA0002'], ALL),
    () => registry.casesOfPerson('P-郑拟寅', ALL),
    () => registry.casesByPartyKeys(['C1#1', 'A2#1']),
    () => registry.casesByPartyUids(['PT-1', 'PT-2']),
    () => registry.accountOf('i', 's'),
    () => registry.noticesOf(uid(1)),
    () => registry.noteSearch(uid(1), 'ACCEPTANCE_NO'),
    () => registry.searchedSince(uid(1), 'ACCEPTANCE_NO', 1),
  ];
  for (const question of questions) expect(await counted(question)).toBe(1);
});

describe('records that have no case', () => {
  const A_DAY = 24 * 3_600_000;
  const leftOut = (...holders: string[]) => opened.registry.leftOutOf(holders, A_DAY);
  const R1 = { kind: 'ACCEPTANCE_NO', number: 'R1' } as const;

  it('are kept under those whom they name until they are linked; sealed ones and such as no case can be asked by under nobody', async () => {
    const sealed = review('R2', { facts: { ...held('JC0001'), sealed: true } });
    await opened.writer.ingestRecords('12309', [review('R1', { facts: held('JC0001', 'JC0002') }), sealed]);
    await opened.writer.ingestRecords('legal-aid', [aid('LA1', { facts: held('JC0001') })]);
    expect([await leftOut('JC0001'), await leftOut('JC0002', 'JC0001')]).toEqual([[R1], [R1]]);
    expect(await leftOut('JC0009')).toEqual([]);
    await opened.writer.ingestRecords('12309', [review('R1', { ...toPolice('A1'), facts: held('JC0001') })]);
    expect(await leftOut('JC0001', 'JC0002')).toEqual([]);
  });

  it('are named ten at a time, the others when those were searched', async () => {
    const reviews = Array.from({ length: 12 }, (_, n) => review(`R${n}`, { facts: held('JC0001') }));
    await opened.writer.ingestRecords('12309', reviews);
    const some = await leftOut('JC0001');
    for (const each of some) await opened.registry.noteLeftOutSearch(['JC0001'], each);
    const others = await leftOut('JC0001');
    expect([some.length, others.length]).toEqual([10, 2]);
    expect(new Set([...some, ...others].map(({ number }) => number)).size).toBe(12);
  });

  it('are not named again to who searched within the time', async () => {
    await opened.writer.ingestRecords('12309', [review('R1', { facts: held('JC0001', 'JC0002') })]);
    await opened.registry.noteLeftOutSearch(['JC0001'], R1);
    expect([await leftOut('JC0001'), await leftOut('JC0002')]).toEqual([[], [R1]]);
    expect(await opened.registry.leftOutOf(['JC0001'], 0)).toEqual([R1]);
  });

  it.each([
    ['linked', {}, true],
    ['refused for its label', { labelled: true }, false],
  ])('are forgotten once found: %s', async (_what, facts, isLinked) => {
    const record = review('R1', { facts: held('JC0001') });
    await opened.writer.ingestRecords('12309', [record]);
    const link = { ...R1, facts: { ...record.facts, ...facts }, parties: [] };
    expect(await opened.writer.attachFoundLink(uid(1), link, '12309')).toBe(isLinked);
    expect(await leftOut('JC0001')).toEqual([]);
  });

  it('are not named once their link was taken back', async () => {
    const record = review('R1', { facts: held('JC0001') });
    await opened.writer.attachFoundLink(uid(1), { ...R1, facts: null, parties: [] }, '12309');
    await opened.writer.withdrawLink({ ...R1, by: 'GA0009', why: '误关联' });
    await opened.writer.ingestRecords('12309', [record]);
    expect(await leftOut('JC0001')).toEqual([]);
  });
});
