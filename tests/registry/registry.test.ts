import { createSecretKey, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { KnownFacts } from '#auth/decisions/facts.ts';
import { createIngest, type Ingest, type IngestedCase } from '#subgraphs/casework/registry/ingest.ts';
import { createRegistry, type PostgresRegistry } from '#subgraphs/casework/registry/postgres-registry.ts';
import type { RegisteredParty } from '#subgraphs/casework/registry/registry.ts';
import { dump, hex, sql, startServer, type TestServer } from '#tests/registry/server.ts';

const encryptionKey = createSecretKey(randomBytes(32));
const FIFTEEN_MINUTES = 15 * 60_000;

const party = (partyUid: string, displayName: string, extra: Partial<RegisteredParty> = {}): RegisteredParty => ({
  partyUid,
  personUid: `P-${partyUid}`,
  role: 'SUSPECT_OR_DEFENDANT',
  legalStatus: 'DEFENDANT',
  minorAtOffence: false,
  protectedIdentity: false,
  displayName,
  keys: [],
  ...extra,
});

const theft: IngestedCase = {
  caseUid: 'ZF-2025-000001',
  kind: 'CRIMINAL',
  currentStage: 'FIRST_INSTANCE',
  sealed: false,
  numbers: [
    { kind: 'POLICE_CASE_NO', number: 'A3799990000002025030001' },
    { kind: 'COURT_CASE_NO', number: '（2025）鲁9999刑初999901号' },
    { kind: 'LEGAL_AID_ID', number: 'LA-2025-000002' },
  ],
  parties: [
    party('PT-z', '张拟甲', { keys: [{ system: '12368', key: '（2025）鲁9999刑初999901号#1' }] }),
    party('PT-a', '㛃拟𠮷', {
      minorAtOffence: true,
      keys: [
        { system: '12368', key: '（2025）鲁9999刑初999901号#3' },
        { system: 'legal-aid', key: 'LA-2025-000002' },
      ],
    }),
    party('PT-m', '被害人甲', {
      role: 'VICTIM',
      legalStatus: 'NOT_APPLICABLE',
      minorAtOffence: null,
      protectedIdentity: true,
    }),
  ],
};
const contract: IngestedCase = {
  caseUid: 'ZF-2025-000005',
  kind: 'CIVIL',
  currentStage: 'FIRST_INSTANCE',
  sealed: false,
  numbers: [{ kind: 'COURT_CASE_NO', number: '（2025）鲁9999民初999905号' }],
  parties: [],
};

let server: TestServer;
let url: string;
let registry: PostgresRegistry;
let ingest: Ingest;

beforeAll(async () => {
  server = await startServer();
}, 30_000);
afterAll(() => server.stop());

beforeEach(async () => {
  url = await server.freshDatabase();
  [registry, ingest] = await Promise.all([
    createRegistry({ databaseUrl: url, encryptionKey }),
    createIngest({ databaseUrl: url, encryptionKey }),
  ]);
  await ingest.ingestCases('test', [theft, contract]);
});
afterEach(async () => {
  await registry.close();
  await ingest.close();
});

const withoutParties = ({ parties, ...rest }: IngestedCase) => rest;

describe('casesByNumbers', () => {
  it.each([
    ['CASE_UID', 'ZF-2025-000001'],
    ['POLICE_CASE_NO', 'A3799990000002025030001'],
    ['COURT_CASE_NO', '（2025）鲁9999刑初999901号'],
  ] as const)('finds a case by %s, with all its numbers', async (kind, number) => {
    expect(await registry.casesByNumbers(kind, [number])).toEqual(new Map([[number, withoutParties(theft)]]));
  });

  it('finds nothing under a number of another kind', async () => {
    expect(await registry.casesByNumbers('ACCEPTANCE_NO', ['A3799990000002025030001'])).toEqual(new Map());
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
    await registry.casesByNumbers('COURT_CASE_NO', numbers);
    expect(registry.countLookups()).toEqual({ casesByNumber: 1 });
  });

  it('no longer finds a case by a number that was withdrawn', async () => {
    await withdraw('POLICE_CASE_NO');
    expect(await registry.casesByNumbers('POLICE_CASE_NO', ['A3799990000002025030001'])).toEqual(new Map());
    const found = (await registry.casesByNumbers('CASE_UID', ['ZF-2025-000001'])).get('ZF-2025-000001');
    expect(found?.numbers.map(({ kind }) => kind)).toEqual(['COURT_CASE_NO', 'LEGAL_AID_ID']);
  });
});

describe('partiesByCases', () => {
  it('gives the parties of several cases in the order of the source, in one statement', async () => {
    const parties = await registry.partiesByCases([theft.caseUid, contract.caseUid, 'ZF-0000-000000']);
    expect(parties).toEqual(new Map([[theft.caseUid, theft.parties]]));
    expect(registry.countLookups()).toEqual({ partiesByCases: 1 });
  });

  it('keeps no name in the clear', async () => {
    const everything = await dump(url);
    expect(everything).toContain('PT-z');
    for (const { displayName } of theft.parties) {
      expect(everything).not.toContain(displayName);
      expect(everything).not.toContain(hex(displayName));
    }
  });

  it('fails with another key', async () => {
    const other = await createRegistry({ databaseUrl: url, encryptionKey: createSecretKey(randomBytes(32)) });
    await expect(other.partiesByCases([theft.caseUid])).rejects.toMatchObject({ code: 'NAME_NOT_AUTHENTIC' });
    await other.close();
  });

  it('fails where somebody moved a name to another party', async () => {
    await sql(
      url,
      `UPDATE registry.parties SET display_name_encrypted =
         (SELECT display_name_encrypted FROM registry.parties WHERE party_uid = 'PT-z') WHERE party_uid = 'PT-m'`,
    );
    await expect(registry.partiesByCases([theft.caseUid])).rejects.toMatchObject({ code: 'NAME_NOT_AUTHENTIC' });
  });
});

describe('ingestCases', () => {
  it('done twice, changes nothing', async () => {
    const before = await counts();
    await ingest.ingestCases('test', [theft, contract]);
    expect(await counts()).toEqual(before);
    expect(await registry.partiesByCases([theft.caseUid])).toEqual(new Map([[theft.caseUid, theft.parties]]));
  });

  it('takes over what has changed, and adds', async () => {
    const number = { kind: 'ACCEPTANCE_NO', number: '虚检刑诉受〔2025〕379999000011号' } as const;
    const [first, ...others] = theft.parties;
    const renamed = party(first?.partyUid ?? '', '张拟某', { legalStatus: 'CONVICT' });
    await ingest.ingestCases('test', [
      { ...theft, currentStage: 'CLOSED', numbers: [number], parties: [renamed, ...others] },
    ]);
    const found = (await registry.casesByNumbers('ACCEPTANCE_NO', [number.number])).get(number.number);
    expect(found).toEqual({ ...withoutParties(theft), currentStage: 'CLOSED', numbers: [...theft.numbers, number] });
    const parties = (await registry.partiesByCases([theft.caseUid])).get(theft.caseUid);
    expect(parties).toEqual([{ ...renamed, keys: first?.keys }, ...others]);
  });

  it('seals and never opens a seal', async () => {
    await ingest.ingestCases('test', [{ ...theft, sealed: true }]);
    await ingest.ingestCases('test', [theft]);
    expect((await registry.casesByNumbers('CASE_UID', [theft.caseUid])).get(theft.caseUid)?.sealed).toBe(true);
  });

  it('refuses a number that belongs to another case, and then writes nothing at all', async () => {
    const before = await dump(url);
    const clash = { ...contract, currentStage: 'CLOSED', numbers: theft.numbers } as const;
    await expect(ingest.ingestCases('test', [clash])).rejects.toMatchObject({ code: 'NUMBER_LINKED_ELSEWHERE' });
    expect(await dump(url)).toBe(before);
  });

  it('does not bring back a link that was withdrawn, and leaves the number to the right case', async () => {
    await withdraw('POLICE_CASE_NO');
    await ingest.ingestCases('test', [theft]);
    expect(await registry.casesByNumbers('POLICE_CASE_NO', ['A3799990000002025030001'])).toEqual(new Map());
    const right = { ...contract, numbers: [{ kind: 'POLICE_CASE_NO', number: 'A3799990000002025030001' }] } as const;
    await ingest.ingestCases('test', [right]);
    const found = await registry.casesByNumbers('POLICE_CASE_NO', ['A3799990000002025030001']);
    expect(found.get('A3799990000002025030001')?.caseUid).toBe(contract.caseUid);
  });
});

describe('remembered facts', () => {
  const facts: KnownFacts = {
    department: 'COURT',
    agencyCode: 'COURT-379999',
    recordNo: '（2025）鲁9999刑初999901号',
    sealed: false,
    labelled: false,
    assignments: [{ staffNo: 'FY0001', function: 'PRESIDING_JUDGE' }],
    recusedStaffNos: [],
    live: true,
  };
  const remembered = { ...facts, live: false };

  it('come back as they were stated, but not live', async () => {
    const other = { ...facts, recordNo: '（2025）鲁9999刑初999902号' };
    await registry.saveFacts(theft.caseUid, [facts, other]);
    expect(await registry.factsOf(theft.caseUid, FIFTEEN_MINUTES)).toEqual([remembered, { ...other, live: false }]);
    expect(await registry.factsOf(contract.caseUid, FIFTEEN_MINUTES)).toEqual([]);
    expect(registry.countLookups()).toEqual({ saveFacts: 1, factsOf: 2 });
  });

  it('are replaced by what the owner states next', async () => {
    await registry.saveFacts(theft.caseUid, [facts]);
    await registry.saveFacts(theft.caseUid, [{ ...facts, assignments: [] }]);
    expect(await registry.factsOf(theft.caseUid, FIFTEEN_MINUTES)).toEqual([{ ...remembered, assignments: [] }]);
  });

  it('lapse', async () => {
    await registry.saveFacts(theft.caseUid, [facts]);
    await age('14 minutes 50 seconds');
    expect(await registry.factsOf(theft.caseUid, FIFTEEN_MINUTES)).toEqual([remembered]);
    await age('10 seconds');
    expect(await registry.factsOf(theft.caseUid, FIFTEEN_MINUTES)).toEqual([]);
  });

  it.each([
    ['a recusal', { recusedStaffNos: ['FY0001'] }],
    ['a seal', { sealed: true }],
    ['a label', { labelled: true }],
  ])('keep %s for ever, without what could open the case', async (_label, closing) => {
    await registry.saveFacts(theft.caseUid, [{ ...facts, ...closing }]);
    await age('3 years');
    expect(await registry.factsOf(theft.caseUid, FIFTEEN_MINUTES)).toEqual([
      { ...remembered, ...closing, agencyCode: '', assignments: [] },
    ]);
  });

  it('hold nothing about the parties, whatever an owner sends along', async () => {
    const talkative = { ...facts, defendant: '张拟甲', assignments: [{ ...facts.assignments[0], name: '林拟审' }] };
    await registry.saveFacts(theft.caseUid, [talkative as unknown as KnownFacts]);
    expect(await registry.factsOf(theft.caseUid, FIFTEEN_MINUTES)).toEqual([remembered]);
    expect(await dump(url)).not.toMatch(/张拟甲|林拟审/);
  });

  const age = (by: string) =>
    sql(url, 'UPDATE registry.decision_facts SET fetched_at = fetched_at - $1::interval', [by]);
});

describe('failures', () => {
  it('carry a code and the statement’s name, no value, and neither does the server’s log', async () => {
    const secret = 'ZF-9999-379999198506120130';
    const unknownCase = await registry
      .saveFacts(secret, [{ agencyCode: 'a', recordNo: 'b', assignments: [] } as unknown as KnownFacts])
      .catch((error) => error);
    const badKind = { ...contract, numbers: [{ kind: secret as 'COURT_CASE_NO', number: secret }] };
    const refused = await ingest.ingestCases('test', [badKind]).catch((error) => error);
    expect(unknownCase).toMatchObject({ name: 'RegistryError', code: '23503' });
    expect(refused).toMatchObject({ name: 'RegistryError', code: '23514' });
    expect(inspect([unknownCase, refused], { depth: 9, showHidden: true })).not.toContain('379999198506120130');
    expect(await readFile(server.logFile, 'utf8')).not.toContain('379999198506120130');
  });

  it('of idle connections go unnoticed', async () => {
    await registry.ping();
    await sql(
      url,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'zhengfa-casework'",
    );
    await new Promise((done) => setTimeout(done, 50));
    await expect(registry.ping()).resolves.toBeUndefined();
  });

  it('of the server are named by their network code', async () => {
    const nowhere = createRegistry({ databaseUrl: 'postgres://postgres:secret@127.0.0.1:1/x', encryptionKey });
    await expect(nowhere).rejects.toMatchObject({ message: 'registry: migrate failed with ECONNREFUSED' });
  });

  it('of a ping tell that the tables are not there', async () => {
    await sql(url, 'DROP SCHEMA registry CASCADE');
    await expect(registry.ping()).rejects.toMatchObject({ code: '42P01' });
  });
});

function withdraw(kind: string) {
  return sql(
    url,
    "UPDATE registry.case_numbers SET withdrawn_at = now(), withdrawn_by = 'PT0001', withdrawn_why = 'wrong' WHERE kind = $1",
    [kind],
  );
}

async function counts() {
  return sql(
    url,
    `SELECT (SELECT count(*) FROM registry.cases) AS cases, (SELECT count(*) FROM registry.case_numbers) AS numbers,
            (SELECT count(*) FROM registry.parties) AS parties, (SELECT count(*) FROM registry.party_keys) AS keys`,
  );
}
