import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fillRegistry } from '#demo/registry.ts';
import { CASES } from '#demo/world/cases.ts';
import { PEOPLE } from '#demo/world/people.ts';
import { createRegistry } from '#subgraphs/casework/registry/postgres-registry.ts';
import { dump, hex, startServer, type TestServer } from '#tests/registry/server.ts';

const CASE_1 = 'ZF-2025-000001';
const newKey = () => createSecretKey(randomBytes(32));

let server: TestServer;
let databaseUrl: string;
let encryptionKey: KeyObject;
let opaqueIdKey: KeyObject;

beforeAll(async () => {
  server = await startServer();
}, 30_000);
afterAll(() => server.stop());

beforeEach(async () => {
  databaseUrl = await server.freshDatabase();
  encryptionKey = newKey();
  opaqueIdKey = newKey();
});

const fill = () => fillRegistry({ databaseUrl, encryptionKey, opaqueIdKey });

async function partiesOf(caseUid: string) {
  const registry = await createRegistry({ databaseUrl, encryptionKey });
  const parties = await registry.partiesByCases([caseUid]);
  await registry.close();
  return parties.get(caseUid) ?? [];
}

describe('the demo’s registry', () => {
  it('has every case of the world under every number', async () => {
    await fill();
    const registry = await createRegistry({ databaseUrl, encryptionKey });
    for (const world of CASES) {
      const asked = [
        ...world.policeCaseNos.map((number) => ['POLICE_CASE_NO', number] as const),
        ...world.acceptanceNos.map((number) => ['ACCEPTANCE_NO', number] as const),
        ...world.courtCaseNos.map((number) => ['COURT_CASE_NO', number] as const),
      ];
      for (const [kind, number] of asked) {
        expect((await registry.casesByNumbers(kind, [number])).get(number)?.caseUid).toBe(world.caseUid);
      }
    }
    await registry.close();
  });

  it('has the four parties of case 1, with the keys by which the departments know them', async () => {
    await fill();
    const parties = await partiesOf(CASE_1);
    expect(
      parties.map(({ displayName, role, minorAtOffence, keys }) => [displayName, role, minorAtOffence, keys]),
    ).toEqual([
      ['张拟甲', 'SUSPECT_OR_DEFENDANT', false, [court('1')]],
      ['李拟乙', 'SUSPECT_OR_DEFENDANT', false, [court('2'), { system: 'legal-aid', key: 'LA-2025-000001' }]],
      ['王拟丙', 'SUSPECT_OR_DEFENDANT', true, [court('3'), { system: 'legal-aid', key: 'LA-2025-000002' }]],
      ['赵拟丁', 'VICTIM', false, [court('4')]],
    ]);
    for (const { partyUid, personUid } of parties) {
      expect([partyUid, personUid]).toEqual([
        expect.stringMatching(/^PT-[\w-]{43}$/),
        expect.stringMatching(/^P-[\w-]{43}$/),
      ]);
    }
  });

  it('holds no identity number, phone or name', async () => {
    await fill();
    const everything = await dump(databaseUrl);
    expect(everything).toContain(CASE_1);
    for (const { name, idNumber, phone } of Object.values(PEOPLE)) {
      for (const secret of [name, idNumber, ...(phone ? [phone] : [])]) {
        expect(everything).not.toContain(secret);
        expect(everything).not.toContain(hex(secret));
      }
    }
  });

  it('is written once, and again only when world or key has changed', async () => {
    expect(await fill()).toBe(true);
    const before = await dump(databaseUrl);
    expect(await fill()).toBe(false);
    expect(await dump(databaseUrl)).toBe(before);
    encryptionKey = newKey();
    expect(await fill()).toBe(true);
    expect((await partiesOf(CASE_1)).map(({ displayName }) => displayName)).toContain('张拟甲');
  });

  it('gives each deployment its own opaque ids', async () => {
    await fill();
    const first = (await partiesOf(CASE_1)).flatMap(({ partyUid, personUid }) => [partyUid, personUid]);
    databaseUrl = await server.freshDatabase();
    opaqueIdKey = newKey();
    await fill();
    const second = (await partiesOf(CASE_1)).flatMap(({ partyUid, personUid }) => [partyUid, personUid]);
    expect(new Set([...first, ...second]).size).toBe(first.length + second.length);
  });
});

function court(key: string) {
  return { system: '12368', key: `（2025）鲁9999刑初999901号#${key}` };
}
