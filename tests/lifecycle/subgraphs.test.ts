import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EnvelopeContent, SUBGRAPHS, type SubgraphName } from '#auth/envelope/envelope.ts';
import { createEnvelopeMaker } from '#auth/envelope/sign.ts';
import { demoTlsFiles, ensureDemoCa } from '#auth/keys/demo-ca.ts';
import { ensureKeys } from '#auth/keys/ensure.ts';
import { loadKey } from '#auth/keys/load.ts';
import { createClock } from '#schema/clock.ts';
import { createRegistry } from '#subgraphs/casework/registry/postgres-registry.ts';
import { createRegistryWriter } from '#subgraphs/casework/registry/writer/writer.ts';
import { type Answer, codesOf, post } from '#tests/harness/ask.ts';
import { freePorts, isFree } from '#tests/harness/ports.ts';
import { killScripts, startScript, type TestProcess } from '#tests/harness/process.ts';
import { expectSentence } from '#tests/harness/sentence.ts';
import { court, party } from '#tests/registry/fixtures.ts';
import { openServer, sql, type TestServer } from '#tests/registry/server.ts';

const JUDGE: EnvelopeContent = {
  principal: {
    issuer: 'an issuer',
    username: 'somebody',
    subject: 'somebody',
    roles: new Set(['court.judge']),
    agency: 'COURT-379999',
    staffNo: 'FY0001',
    licenceNo: null,
  },
  purpose: 'HANDLE_CASE',
  onlyCase: null,
  requestId: 'a-request',
  operation: null,
};
const CASE_1 = '（2025）鲁9999刑初999901号';
/** The first serial that is minted. */
const CASE_UID = 'ZF-2025-900001';
const DEFENDANTS = ['张拟甲', '李拟乙', '王拟丙'];

let home: string;
let keysDir: string;
let server: TestServer;
/** Everything is set; the departments' systems are down. */
let env: Record<string, string>;
let ports: Record<SubgraphName, number>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), '子图 lifecycle-'));
  await chmod(home, 0o755);
  keysDir = join(home, 'keys');
  server = openServer();
  await ensureKeys(keysDir);
  await ensureDemoCa(keysDir);
  const [nobody = 0, ...free] = await freePorts(1 + SUBGRAPHS.length);
  ports = Object.fromEntries(SUBGRAPHS.map((name, index) => [name, free[index]])) as typeof ports;
  const { authorityFile, certificateFile, keyFile } = demoTlsFiles(keysDir, 'client');
  env = {
    KEYS_DIR: keysDir,
    AUDIT_DIR: join(home, 'audit'),
    DATABASE_URL: await server.freshDatabase(),
    ACCESS_DATABASE_URL: await server.freshDatabase(),
    SUBGRAPH_CASEWORK_PORT: String(ports.casework),
    SUBGRAPH_COURT_PORT: String(ports.court),
    SUBGRAPH_LEGAL_AID_PORT: String(ports['legal-aid']),
    SUBGRAPH_POLICE_PORT: String(ports.police),
    SUBGRAPH_PROCURATORATE_PORT: String(ports.procuratorate),
    SUBGRAPH_NOTARY_PORT: String(ports.notary),
    SUBGRAPH_ACCESS_PORT: String(ports.access),
    COURT_12368_URL: `http://127.0.0.1:${nobody}/service`,
    COURT_12368_USER: 'graph',
    COURT_12368_PASSWORD: 'secret',
    LEGAL_AID_CONNECT: `127.0.0.1:${nobody}/FYZX`,
    LEGAL_AID_USER: 'graph',
    LEGAL_AID_PASSWORD: 'secret',
    POLICE_CONNECT: `127.0.0.1:${nobody}/GABA`,
    POLICE_USER: 'graph',
    POLICE_PASSWORD: 'secret',
    PROCURATORATE_12309_URL: `http://127.0.0.1:${nobody}/service`,
    PROCURATORATE_12309_USER: 'graph',
    PROCURATORATE_12309_PASSWORD: 'secret',
    NOTARY_URL: `https://127.0.0.1:${nobody}/service`,
    NOTARY_TLS_CA: authorityFile,
    NOTARY_TLS_CERT: certificateFile,
    NOTARY_TLS_KEY: keyFile,
  };
  await takeInCase1();
}, 60_000);
afterAll(async () => {
  await killScripts();
  await server.close();
  await rm(home, { recursive: true });
});

const at = (name: SubgraphName, path: string) => `http://127.0.0.1:${ports[name]}${path}`;
const statusOf = async (name: SubgraphName, path: string) => (await fetch(at(name, path))).status;

async function ask(name: SubgraphName, query: string): Promise<Answer> {
  const body = JSON.stringify({ query });
  const gateway = await createEnvelopeMaker('gateway', await loadKey(keysDir, 'envelope-gateway'));
  return post(body, { 'x-envelope': await gateway.sign(JUDGE, name, body) }, at(name, '/graphql'));
}

describe('the court’s subgraph alone, its system down', () => {
  let subgraph: TestProcess;
  beforeAll(async () => {
    subgraph = startScript('subgraphs/main.ts', ['court'], env);
    await subgraph.says(/"started"/);
  });

  it('lives, is not ready, and opens no other port', async () => {
    expect([await statusOf('court', '/health/live'), await statusOf('court', '/health/ready')]).toEqual([200, 503]);
    const { court: _own, ...others } = ports;
    expect(await Promise.all(Object.values(others).map(isFree))).toEqual(Object.values(others).map(() => true));
  });

  it('asks for an envelope, and says whose system is down to who has one', async () => {
    const shut = await post('{"query":"{ __typename }"}', {}, at('court', '/graphql'));
    expect({ status: shut.status, codes: codesOf(shut) }).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] });
    const query = `{ _entities(representations: [{__typename: "CourtCase", courtCaseNo: "${CASE_1}"}]) { ... on CourtCase { status } } }`;
    const answer = await ask('court', query);
    expect({ data: answer.data, codes: codesOf(answer) }).toEqual({
      data: { _entities: [null] },
      codes: ['DEPARTMENT_UNAVAILABLE'],
    });
    expect(answer.errors[0]?.extensions).toMatchObject({ department: 'COURT', system: '12368', retryable: true });
  });

  it('ends at SIGTERM, and its port is free', async () => {
    subgraph.kill('SIGTERM');
    expect(await subgraph.ended).toBe(0);
    expect(await isFree(ports.court)).toBe(true);
  });
});

describe.each([
  ['every department’s system down', []],
  ['no department’s subgraph there', ['casework']],
])('the registry, %s', (_what, names) => {
  let subgraphs: TestProcess;
  const query = `{ case(courtCaseNo: "${CASE_1}") { caseUid parties(role: SUSPECT_OR_DEFENDANT) { person { displayName } representations { kind } } } }`;
  beforeAll(async () => {
    await sql(env.DATABASE_URL ?? '', 'DELETE FROM registry.decision_facts');
    subgraphs = startScript('subgraphs/main.ts', names, env);
    await subgraphs.says(/"started"/);
  });

  it('starts, and is ready', async () => {
    expect([await statusOf('casework', '/health/live'), await statusOf('casework', '/health/ready')]).toEqual([
      200, 200,
    ]);
  });

  it('opens no case while nobody has said who may see it', async () => {
    const answer = await ask('casework', query);
    expect({ data: answer.data, codes: codesOf(answer) }).toEqual({
      data: { case: null },
      codes: ['DEPARTMENT_UNAVAILABLE'],
    });
    expect(answer.errors[0]?.extensions).toMatchObject({ department: 'COURT', system: '12368', retryable: true });
  });

  it('serves a case by what the court said last', async () => {
    await rememberFacts();
    const { data, errors } = await ask('casework', query);
    const parties = DEFENDANTS.map((displayName) => ({
      person: { displayName },
      representations: null,
    }));
    expect(data).toEqual({ case: { caseUid: CASE_UID, parties } });
    expect(errors.length).toBeGreaterThan(0);
    for (const { path, extensions } of errors) {
      expect([path?.at(-1), extensions.code]).toEqual(['representations', 'DEPARTMENT_UNAVAILABLE']);
    }
  });

  it('ends at SIGTERM, and its ports are free', async () => {
    subgraphs.kill('SIGTERM');
    expect(await subgraphs.ended).toBe(0);
    expect(await Promise.all(Object.values(ports).map(isFree))).toEqual(Object.values(ports).map(() => true));
  });
});

describe('a process that misses something says what, and ends', () => {
  it('court without one of its settings (subgraphs/settings.test.ts has them all)', async () => {
    const { COURT_12368_URL: _left, ...rest } = env;
    expect(await expectSentence(startScript('subgraphs/main.ts', ['court'], rest))).toContain('COURT_12368_URL');
  });

  it.each(['subgraphs/main.ts', 'gateway/main.ts'])('%s without keys', async (script) => {
    const keys = join(home, 'no keys');
    const sentence = await expectSentence(startScript(script, [], { ...env, KEYS_DIR: keys }));
    expect(sentence).toContain(keys);
    expect(sentence).toContain('npm run keys');
  });

  it('casework without its database', async () => {
    const nowhere = { ...env, DATABASE_URL: `${env.DATABASE_URL?.replace(/:\d+\//, ':1/')}` };
    const sentence = await expectSentence(startScript('subgraphs/main.ts', ['casework'], nowhere));
    expect(sentence).toMatch(/DATABASE_URL.*ECONNREFUSED/);
    expect(sentence).not.toContain('postgres://');
  });

  it('notary without the file that a setting names', async () => {
    const nowhere = { ...env, NOTARY_TLS_KEY: join(home, 'no such key') };
    expect(await expectSentence(startScript('subgraphs/main.ts', ['notary'], nowhere))).toContain('no such key');
  });

  it('a subgraph that there is none of', async () => {
    expect(await expectSentence(startScript('subgraphs/main.ts', ['prison'], env))).toContain(SUBGRAPHS.join(', '));
  });

  it('court on a port in use', async () => {
    const busy = createServer().listen(ports.court, '127.0.0.1');
    await once(busy, 'listening');
    // A server that stayed open would keep the tests from ending.
    const sentence = await expectSentence(startScript('subgraphs/main.ts', ['court'], env)).finally(() => busy.close());
    expect(sentence).toMatch(new RegExp(`${ports.court}.*SUBGRAPH_<NAME>_PORT`));
  });
});

/** Case 1 as the court’s page would have it, were the court’s system up. */
async function takeInCase1(): Promise<void> {
  const writer = await createRegistryWriter({
    databaseUrl: env.DATABASE_URL ?? '',
    encryptionKey: await loadKey(keysDir, 'registry-encryption'),
    opaqueIdKey: await loadKey(keysDir, 'opaque-id'),
    clock: createClock({ today: '2025-06-16' }),
  });
  const parties = DEFENDANTS.map((name, index) => party(`${CASE_1}/${index}`, name));
  await writer.ingestRecords('12368', [court(CASE_1, { parties })]);
  await writer.close();
}

/** What the court would have said of case 1 a moment ago. */
async function rememberFacts(): Promise<void> {
  const registry = await createRegistry({
    databaseUrl: env.DATABASE_URL ?? '',
    encryptionKey: await loadKey(keysDir, 'registry-encryption'),
  });
  const facts = {
    department: 'COURT',
    agencyCode: 'COURT-379999',
    recordNo: CASE_1,
    sealed: false,
    labelled: false,
    assignments: [{ holder: 'FY0001', function: 'PRESIDING_JUDGE', partyKey: null }],
    recusedStaffNos: [],
    live: true,
  } as const;
  await registry.saveFacts(CASE_UID, [facts]);
  await registry.close();
}
