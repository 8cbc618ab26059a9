import { createSecretKey, randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createRegistry } from '#subgraphs/casework/registry/postgres-registry.ts';
import { court, partiesOf, party, police, withWriter } from '#tests/registry/fixtures.ts';
import { sql } from '#tests/registry/server.ts';

const POLICE = 'A3799990000002025030001';
const COURT = '（2025）鲁9999刑初999901号';
const CIVIL = '（2025）鲁9999民初999905号';
const THEFT = {
  caseUid: 'ZF-2025-000001',
  kind: 'CRIMINAL',
  currentStage: 'FIRST_INSTANCE',
  sealed: false,
  numbers: [
    { kind: 'POLICE_CASE_NO', number: POLICE },
    { kind: 'COURT_CASE_NO', number: COURT },
  ],
};
const opened = withWriter();

beforeEach(async () => {
  await opened.writer.ingestRecords('police', [
    police(POLICE, {
      caseUid: THEFT.caseUid,
      parties: [party(`${POLICE}#2`, '张拟甲'), party(`${POLICE}#1`, '㛃拟𠮷')],
    }),
  ]);
  await opened.writer.ingestRecords('12368', [
    court(COURT, { linkedNumbers: [{ kind: 'POLICE_CASE_NO', number: POLICE }] }),
    court(CIVIL, { caseUid: 'ZF-2025-000005', caseKind: 'CIVIL' }),
  ]);
});

describe('casesByNumbers', () => {
  it.each([
    ['CASE_UID', THEFT.caseUid],
    ['POLICE_CASE_NO', POLICE],
    ['COURT_CASE_NO', COURT],
  ] as const)('finds a case by %s, with all its numbers', async (kind, number) => {
    expect(await opened.registry.casesByNumbers(kind, [number])).toEqual(new Map([[number, THEFT]]));
  });

  it('finds nothing under a number of another kind', async () => {
    expect(await opened.registry.casesByNumbers('ACCEPTANCE_NO', [POLICE])).toEqual(new Map());
  });

  it.each([
    ['known', [COURT]],
    ['unknown', ['（2025）鲁9999刑初999999号']],
    ['many', [COURT, CIVIL, ...Array.from({ length: 48 }, (_, n) => `x${n}`)]],
    ['none', []],
  ])('costs one statement: %s', async (_label, numbers) => {
    await opened.registry.casesByNumbers('COURT_CASE_NO', numbers);
    expect(opened.registry.countLookups()).toEqual({ casesByNumber: 1 });
  });

  it('no longer finds a case by a number that was withdrawn', async () => {
    await opened.writer.withdrawLink({ kind: 'POLICE_CASE_NO', number: POLICE, by: 'PT0001', why: 'wrong' });
    expect(await opened.registry.casesByNumbers('POLICE_CASE_NO', [POLICE])).toEqual(new Map());
    const found = (await opened.registry.casesByNumbers('CASE_UID', [THEFT.caseUid])).get(THEFT.caseUid);
    expect(found?.numbers.map(({ kind }) => kind)).toEqual(['COURT_CASE_NO']);
  });
});

describe('partiesByCases', () => {
  it('gives the parties of several cases in the order of the source, in one statement', async () => {
    const parties = await opened.registry.partiesByCases([THEFT.caseUid, 'ZF-2025-000005', 'ZF-0000-000000']);
    expect([...parties].map(([caseUid, of]) => [caseUid, of.map(({ displayName }) => displayName)])).toEqual([
      [THEFT.caseUid, ['张拟甲', '㛃拟𠮷']],
    ]);
    expect(opened.registry.countLookups()).toEqual({ partiesByCases: 1 });
  });

  it('fails with another key', async () => {
    const other = await createRegistry({ databaseUrl: opened.url, encryptionKey: createSecretKey(randomBytes(32)) });
    await expect(other.partiesByCases([THEFT.caseUid])).rejects.toMatchObject({ code: 'NAME_NOT_AUTHENTIC' });
    await other.close();
  });

  it('fails where somebody moved a name to another party', async () => {
    const [zhang, other] = await partiesOf(opened, THEFT.caseUid);
    await sql(
      opened.url,
      `UPDATE registry.parties SET display_name_encrypted =
         (SELECT display_name_encrypted FROM registry.parties WHERE party_uid = $1) WHERE party_uid = $2`,
      [zhang?.partyUid, other?.partyUid],
    );
    await expect(opened.registry.partiesByCases([THEFT.caseUid])).rejects.toMatchObject({ code: 'NAME_NOT_AUTHENTIC' });
  });
});
