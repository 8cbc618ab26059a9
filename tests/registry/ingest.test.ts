import { describe, expect, it } from '@jest/globals';
import { contract, party, theft, withdraw, withoutParties, withRegistry } from '#tests/registry/fixtures.ts';
import { dump, sql } from '#tests/registry/server.ts';

const opened = withRegistry();

describe('ingestCases', () => {
  it('done twice, changes nothing', async () => {
    const before = await counts();
    await opened.ingest.ingestCases('test', [theft, contract]);
    expect(await counts()).toEqual(before);
    expect(await opened.registry.partiesByCases([theft.caseUid])).toEqual(new Map([[theft.caseUid, theft.parties]]));
  });

  it('takes over what has changed, and adds', async () => {
    const number = { kind: 'ACCEPTANCE_NO', number: '虚检刑诉受〔2025〕379999000011号' } as const;
    const [first, ...others] = theft.parties;
    const renamed = party(first?.partyUid ?? '', '张拟某', { legalStatus: 'CONVICT' });
    await opened.ingest.ingestCases('test', [
      { ...theft, currentStage: 'CLOSED', numbers: [number], parties: [renamed, ...others] },
    ]);
    const found = (await opened.registry.casesByNumbers('ACCEPTANCE_NO', [number.number])).get(number.number);
    expect(found).toEqual({ ...withoutParties(theft), currentStage: 'CLOSED', numbers: [...theft.numbers, number] });
    const parties = (await opened.registry.partiesByCases([theft.caseUid])).get(theft.caseUid);
    expect(parties).toEqual([{ ...renamed, keys: first?.keys }, ...others]);
  });

  it('seals and never opens a seal', async () => {
    await opened.ingest.ingestCases('test', [{ ...theft, sealed: true }]);
    await opened.ingest.ingestCases('test', [theft]);
    expect((await opened.registry.casesByNumbers('CASE_UID', [theft.caseUid])).get(theft.caseUid)?.sealed).toBe(true);
  });

  it('refuses a number that belongs to another case, and then writes nothing at all', async () => {
    const before = await dump(opened.url);
    const clash = { ...contract, currentStage: 'CLOSED', numbers: theft.numbers } as const;
    await expect(opened.ingest.ingestCases('test', [clash])).rejects.toMatchObject({ code: 'NUMBER_LINKED_ELSEWHERE' });
    expect(await dump(opened.url)).toBe(before);
  });

  it('does not bring back a link that was withdrawn, and leaves the number to the right case', async () => {
    await withdraw(opened.url, 'POLICE_CASE_NO');
    await opened.ingest.ingestCases('test', [theft]);
    expect(await opened.registry.casesByNumbers('POLICE_CASE_NO', ['A3799990000002025030001'])).toEqual(new Map());
    const right = { ...contract, numbers: [{ kind: 'POLICE_CASE_NO', number: 'A3799990000002025030001' }] } as const;
    await opened.ingest.ingestCases('test', [right]);
    const found = await opened.registry.casesByNumbers('POLICE_CASE_NO', ['A3799990000002025030001']);
    expect(found.get('A3799990000002025030001')?.caseUid).toBe(contract.caseUid);
  });
});

async function counts() {
  return sql(
    opened.url,
    `SELECT (SELECT count(*) FROM registry.cases) AS cases, (SELECT count(*) FROM registry.case_numbers) AS numbers,
            (SELECT count(*) FROM registry.parties) AS parties, (SELECT count(*) FROM registry.party_keys) AS keys`,
  );
}
