import { createSecretKey, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createClock } from '#schema/clock.ts';
import { createRegistry } from '#subgraphs/casework/registry/postgres-registry.ts';
import { createRegistryWriter } from '#subgraphs/casework/registry/writer/writer.ts';
import type { IngestedParty } from '#subgraphs/kit/ingested-record.ts';
import { court, keys, partiesOf, party, police, review, toPolice, withWriter } from '#tests/registry/fixtures.ts';
import { dump, hex } from '#tests/registry/server.ts';

const ONE = 'ZF-2025-000001';
const opened = withWriter();
const parties = () => partiesOf(opened, ONE);
const notices = () => opened.registry.noticesOf(ONE);
const byPolice = (...listed: IngestedParty[]) =>
  opened.writer.ingestRecords('police', [police('A1', { caseUid: ONE, parties: listed })]);
const byReview = (...listed: IngestedParty[]) =>
  opened.writer.ingestRecords('12309', [review('R1', { ...toPolice('A1'), parties: listed })]);
const byCourt = (...listed: IngestedParty[]) =>
  opened.writer.ingestRecords('12368', [court('C1', { ...toPolice('A1'), parties: listed })]);

beforeEach(async () => {
  await byPolice();
});

describe('parties of one case', () => {
  it('are joined across systems by who they are, with every system’s key', async () => {
    await byCourt(party('C1#2', '李拟乙'), party('C1#1', '张拟甲', { legalStatus: 'DEFENDANT' }));
    await byPolice(party('A1#1', '张拟甲', { minorAtOffence: true }), party('A1#2', '李拟乙'));
    const [zhang, li, ...others] = await parties();
    expect(others).toEqual([]);
    expect(zhang).toEqual({
      partyUid: expect.stringMatching(/^PT-[\w-]{43}$/),
      personUid: 'P-张拟甲',
      role: 'SUSPECT_OR_DEFENDANT',
      legalStatus: 'DEFENDANT',
      minorAtOffence: true,
      protectedIdentity: false,
      displayName: '张拟甲',
      keys: [
        { system: '12368', key: 'C1#1' },
        { system: 'police', key: 'A1#1' },
      ],
    });
    expect(li).toMatchObject({ displayName: '李拟乙', legalStatus: 'SUSPECT' });
  });

  it('are joined by alias where they are protected, each a person of their own', async () => {
    const witness = (key: string, alias: string) =>
      party(key, alias, {
        role: 'WITNESS',
        personUid: `P-${key}`,
        protectedIdentity: true,
        legalStatus: 'NOT_APPLICABLE',
      });
    await byPolice(witness('A1#1', '证人甲'), witness('A1#2', '证人乙'));
    await byReview(witness('R1#9', '证人甲'));
    expect((await parties()).map(({ displayName, personUid, keys }) => [displayName, personUid, keys.length])).toEqual([
      ['证人甲', 'P-A1#1', 2],
      ['证人乙', 'P-A1#2', 1],
    ]);
  });

  it.each([
    [['SUSPECT', 'DEFENDANT'], 'DEFENDANT'],
    [['CONVICT', 'SUSPECT'], 'CONVICT'],
    [['NOT_PROSECUTED', 'SUSPECT'], 'NOT_PROSECUTED'],
  ] as const)('whom records call %j are %s', async ([one, other], merged) => {
    await byPolice(party('A1#1', '张拟甲', { legalStatus: one }));
    await byReview(party('R1#1', '张拟甲', { legalStatus: other }));
    expect((await parties()).map(({ legalStatus }) => legalStatus)).toEqual([merged]);
  });

  it.each([
    [
      'acquitted when tried again',
      [
        ['CONVICT', '2015-03-01'],
        ['ACQUITTED', '2025-05-27'],
      ],
      'ACQUITTED',
    ],
    [
      'convicted when tried again',
      [
        ['ACQUITTED', '2015-03-01'],
        ['CONVICT', '2025-05-27'],
      ],
      'CONVICT',
    ],
    [
      'of whom no day is written',
      [
        ['CONVICT', null],
        ['ACQUITTED', null],
      ],
      'ACQUITTED',
    ],
  ] as const)('%s: of judgments the later counts, in whichever order they come', async (_, stated, merged) => {
    const numbers = ['C1', 'C2'] as const;
    for (const order of [
      [0, 1],
      [1, 0],
    ] as const) {
      for (const i of order) {
        const [legalStatus, legalStatusSince] = stated[i];
        const parties = [party(`${numbers[i]}#1`, '张拟甲', { legalStatus, legalStatusSince })];
        await opened.writer.ingestRecords('12368', [court(numbers[i], { ...toPolice('A1'), parties })]);
      }
      expect((await parties()).map(({ legalStatus }) => legalStatus)).toEqual([merged]);
    }
  });

  it('that no record names any more are gone', async () => {
    await byPolice(party('A1#1', '张拟甲'), party('A1#2', '李拟乙'));
    await byReview(party('R1#1', '张拟甲'));
    await byPolice();
    expect((await parties()).map(({ displayName, keys }) => [displayName, keys])).toEqual([
      ['张拟甲', [{ system: '12309', key: 'R1#1' }]],
    ]);
  });

  it('are another person where the owner corrects who they are', async () => {
    await byPolice(party('A1#1', '张拟甲'));
    await byPolice(party('A1#1', '张拟甲', { personUid: 'P-other' }));
    expect((await parties()).map(({ personUid }) => personUid)).toEqual(['P-other']);
  });
});

describe('a number of a person', () => {
  const known = party('A1#1', '张拟甲');
  const otherwise = (key: string, role: IngestedParty['role'] = 'SUSPECT_OR_DEFENDANT') =>
    party(key, '张拟甲', { personUid: 'P-other', role });

  it('that another system states otherwise is a notice for the owner, until it is corrected', async () => {
    await byPolice(known);
    await byReview(party('R1#1', '张拟甲'));
    await byCourt(otherwise('C1#1'));
    expect(await notices()).toMatchObject([{ agencyCode: 'POLICE-379999', system: '12368', field: 'idNumber' }]);
    expect(await parties()).toHaveLength(2);
    await byCourt(party('C1#1', '张拟甲'));
    expect(await notices()).toEqual([]);
  });

  it.each<[string, IngestedParty[], IngestedParty[]]>([
    ['two of one name whom both list', [known, otherwise('A1#2')], [party('C1#1', '张拟甲'), otherwise('C1#2')]],
    ['two of one name of whom one lists one', [known, otherwise('A1#2')], [otherwise('C1#2')]],
    ['another position', [known], [otherwise('C1#1', 'VICTIM')]],
    ['another name', [known], [party('C1#1', '张拟乙')]],
  ])('%s are others', async (_what, ofPolice, ofCourt) => {
    await byPolice(...ofPolice);
    await byCourt(...ofCourt);
    expect(await notices()).toEqual([]);
  });
});

it('what casework found to differ is noted once, for the agency whose fact it is', async () => {
  const differs = (agencyCode: string) => ({
    ...({ caseUid: ONE, agencyCode, department: 'COURT', system: '12368', field: 'deadline CR-TRIAL' } as const),
  });
  await opened.writer.noteDifferences([differs('COURT-379999'), differs('COURT-379999')]);
  await opened.writer.noteDifferences([differs('COURT-379999'), differs('COURT-3799')]);
  expect(await notices()).toMatchObject(
    [differs('COURT-3799'), differs('COURT-379999')].map(({ caseUid: _, ...each }) => each),
  );
});

describe('a name', () => {
  const named = (key: string, displayName: string) => party(key, displayName, { personUid: 'P-zhang' });
  const differing = (agencyCode: string, system: string) => ({ agencyCode, system, field: 'displayName' });

  it('is the owner’s; who writes it otherwise is a notice for the owner, without values', async () => {
    await byCourt(named('C1#1', '张拟假'));
    await byReview(named('R1#1', '张拟甲'));
    expect(await notices()).toMatchObject([differing('PROC-379999', '12368')]);
    await byPolice(named('A1#1', '张拟甲'));
    expect((await parties()).map(({ displayName }) => displayName)).toEqual(['张拟甲']);
    expect(await notices()).toMatchObject([differing('POLICE-379999', '12368')]);
    await byCourt(named('C1#1', '张拟甲'));
    expect(await notices()).toEqual([]);
  });

  it('is the court’s in a civil case', async () => {
    const TWO = 'ZF-2025-000002';
    await opened.writer.ingestRecords('12309', []);
    await opened.writer.ingestRecords('12368', [
      court('C2', { caseUid: TWO, caseKind: 'CIVIL', parties: [named('C2#1', '郑拟寅')] }),
    ]);
    await opened.writer.attachFoundLink(
      TWO,
      { kind: 'ACCEPTANCE_NO', number: 'R2', facts: review('R2').facts, parties: [named('R2#1', '郑拟演')] },
      'found',
    );
    expect((await partiesOf(opened, TWO)).map(({ displayName }) => displayName)).toEqual(['郑拟寅']);
    expect(await opened.registry.noticesOf(TWO)).toMatchObject([{ agencyCode: 'COURT-379999', system: '12309' }]);
  });

  it('lies nowhere in the clear', async () => {
    await byPolice(named('A1#1', '㛃拟𠮷'));
    expect((await parties()).map(({ displayName }) => displayName)).toEqual(['㛃拟𠮷']);
    const everything = await dump(opened.url);
    expect(everything).toContain('A1#1');
    expect(everything).not.toContain('㛃拟𠮷');
    expect(everything).not.toContain(hex('㛃拟𠮷'));
  });

  it('is readable under another key once the source was read again', async () => {
    const listed = police('A1', { caseUid: ONE, parties: [named('A1#1', '张拟甲')] });
    await opened.writer.ingestRecords('police', [listed]);
    const next = { ...keys, encryptionKey: createSecretKey(randomBytes(32)) };
    const [writer, registry] = await Promise.all([
      createRegistryWriter({ databaseUrl: opened.url, clock: createClock(), ...next }),
      createRegistry({ databaseUrl: opened.url, ...next }),
    ]);
    await expect(partiesOf({ registry }, ONE)).rejects.toMatchObject({ code: 'NAME_NOT_AUTHENTIC' });
    await writer.ingestRecords('police', [listed]);
    expect((await partiesOf({ registry }, ONE)).map(({ displayName }) => displayName)).toEqual(['张拟甲']);
    await Promise.all([writer.close(), registry.close()]);
  });
});
