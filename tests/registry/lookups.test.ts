import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createRegistry } from '#subgraphs/casework/registry/postgres-registry.ts';
import { contract, theft, withdraw, withoutParties, withRegistry } from '#tests/registry/fixtures.ts';
import { dump, hex, sql } from '#tests/registry/server.ts';

const opened = withRegistry();

describe('casesByNumbers', () => {
  it.each([
    ['CASE_UID', 'ZF-2025-000001'],
    ['POLICE_CASE_NO', 'A3799990000002025030001'],
    ['COURT_CASE_NO', '（2025）鲁9999刑初999901号'],
  ] as const)('finds a case by %s, with all its numbers', async (kind, number) => {
    expect(await opened.registry.casesByNumbers(kind, [number])).toEqual(new Map([[number, withoutParties(theft)]]));
  });

  it('finds nothing under a number of another kind', async () => {
    expect(await opened.registry.casesByNumbers('ACCEPTANCE_NO', ['A3799990000002025030001'])).toEqual(new Map());
  });

  it.each([
    ['known', ['（2025）鲁9999刑初999901号']],
    ['unknown', ['（2025）鲁9999刑初999999号']],
    [
      'many',
      ['（2025）鲁9999刑初999901号', '（2025）鲁9999民初999905号', ...Array.from({ length: 48 }, (_, n) => `x${n}`)],
    ],
    ['none', []],
  ])('costs one statement: %s', async (_label, numbers) => {
    await opened.registry.casesByNumbers('COURT_CASE_NO', numbers);
    expect(opened.registry.countLookups()).toEqual({ casesByNumber: 1 });
  });

  it('no longer finds a case by a number that was withdrawn', async () => {
    await withdraw(opened.url, 'POLICE_CASE_NO');
    expect(await opened.registry.casesByNumbers('POLICE_CASE_NO', ['A3799990000002025030001'])).toEqual(new Map());
    const found = (await opened.registry.casesByNumbers('CASE_UID', ['ZF-2025-000001'])).get('ZF-2025-000001');
    expect(found?.numbers.map(({ kind }) => kind)).toEqual(['COURT_CASE_NO', 'LEGAL_AID_ID']);
  });
});

describe('partiesByCases', () => {
  it('gives the parties of several cases in the order of the source, in one statement', async () => {
    const parties = await opened.registry.partiesByCases([theft.caseUid, contract.caseUid, 'ZF-0000-000000']);
    expect(parties).toEqual(new Map([[theft.caseUid, theft.parties]]));
    expect(opened.registry.countLookups()).toEqual({ partiesByCases: 1 });
  });

  it('keeps no name in the clear', async () => {
    const everything = await dump(opened.url);
    expect(everything).toContain('PT-z');
    for (const { displayName } of theft.parties) {
      expect(everything).not.toContain(displayName);
      expect(everything).not.toContain(hex(displayName));
    }
  });

  it('fails with another key', async () => {
    const other = await createRegistry({ databaseUrl: opened.url, encryptionKey: createSecretKey(randomBytes(32)) });
    await expect(other.partiesByCases([theft.caseUid])).rejects.toMatchObject({ code: 'NAME_NOT_AUTHENTIC' });
    await other.close();
  });

  it('fails where somebody moved a name to another party', async () => {
    await sql(
      opened.url,
      `UPDATE registry.parties SET display_name_encrypted =
         (SELECT display_name_encrypted FROM registry.parties WHERE party_uid = 'PT-z') WHERE party_uid = 'PT-m'`,
    );
    await expect(opened.registry.partiesByCases([theft.caseUid])).rejects.toMatchObject({ code: 'NAME_NOT_AUTHENTIC' });
  });
});
