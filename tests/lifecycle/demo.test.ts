import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { resetPostgres } from '#demo/postgres/reset.ts';
import { demoUsers, REALM_FILE } from '#demo/users.ts';
import { SYNC_LOCK } from '#subgraphs/casework/registry/writer/writer.ts';
import { demoPorts, isFree } from '#tests/harness/ports.ts';
import { cleanEnvironment, killScripts, ROOT, startScript, type TestProcess } from '#tests/harness/process.ts';
import { expectSentence } from '#tests/harness/sentence.ts';
import { until } from '#tests/harness/until.ts';
import { type ListedProcess, livingOf, treeOf } from '#tests/lifecycle/process-tree.ts';

/** As a sync reads them. */
const SYSTEMS_IN_TURN = ['police', '12368', '12309', 'legal-aid', 'notary'];
/** Starts take seconds on a busy machine. */
const WATCHDOG_MS = 60_000;

let dataDir: string;
let ports: Record<string, string>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), '政法 npm start-'));
  await chmod(dataDir, 0o755);
  ports = await demoPorts();
});
afterAll(async () => {
  await killScripts();
  await resetPostgres(join(dataDir, 'postgres'));
  await rm(dataDir, { recursive: true });
});

const npmStart = (args: readonly string[] = ['--cases', '40']) =>
  startScript('demo/start.ts', args, { ...ports, DATA_DIR: dataDir });

/** Started, with the processes of the launcher, of its parts and of theirs. */
async function ready(): Promise<{ demo: TestProcess; processes: ListedProcess[] }> {
  const demo = npmStart();
  await demo.says(/npm run reset clears its data/);
  return { demo, processes: await treeOf(demo.pid) };
}

/** Settings whose ports somebody listens on. */
async function busyPorts(): Promise<string[]> {
  const tried = Object.entries(ports);
  const free = await Promise.all(tried.map(([, port]) => isFree(Number(port))));
  return tried.flatMap(([variable], index) => (free[index] ? [] : [variable]));
}

/** None of these processes runs any more, and nothing listens. */
async function expectNothingLeft(processes: readonly ListedProcess[]): Promise<void> {
  expect(processes.length).toBeGreaterThan(4);
  await until(async () => (await livingOf(processes)).length === 0);
  expect(await busyPorts()).toEqual([]);
}

describe('npm start', () => {
  let demo: TestProcess;
  let processes: ListedProcess[];
  beforeAll(async () => {
    ({ demo, processes } = await ready());
  }, WATCHDOG_MS);

  it('says what it does, where the graph is, who may ask, and how to stop', () => {
    const { stdout, stderr } = demo;
    expect(stdout.match(/^\[\d+\.\d s\] .*\p{Script=Han}.* \/ [a-z].*$/gmu)?.length).toBeGreaterThanOrEqual(3);
    expect(stdout).toContain(`http://localhost:${ports.GATEWAY_PORT}/graphql`);
    for (const { username } of demoUsers()) expect(stdout).toContain(username);
    expect(stdout).toMatch(/Ctrl-C/);
    expect(stderr).toBe('');
  });

  it('shows a question that answers in full when it is pasted', async () => {
    const [curl] = /^curl (?:.|\n)*?'$/m.exec(demo.stdout) ?? [];
    const env = cleanEnvironment();
    const { stdout } = await promisify(execFile)('bash', ['-c', curl ?? ''], { cwd: ROOT, env });
    const { data, errors } = JSON.parse(stdout) as { data: { case: Record<string, unknown[]> }; errors?: unknown };
    expect(errors).toBeUndefined();
    expect(data.case).toMatchObject({ caseUid: 'ZF-2025-000001', courtCases: [{ status: 'SCHEDULED' }] });
    expect([data.case.parties?.length, data.case.legalAidCases?.length]).toEqual([3, 2]);
  });

  it(
    'lets the registry be looked after as a department’s IT does it',
    async () => {
      const password = await readFile(join(dataDir, 'postgres', 'password'), 'utf8');
      const settings = {
        ...ports,
        KEYS_DIR: join(dataDir, 'keys'),
        DATABASE_URL: `postgres://postgres:${password}@127.0.0.1:${ports.POSTGRES_PORT}/registry`,
      };
      const registry = async (...args: string[]) => {
        const command = startScript('subgraphs/casework/ingest/cli.ts', args, settings);
        return { code: await command.ended, stdout: command.stdout.trimEnd(), stderr: command.stderr };
      };
      /** What the registry holds, by the headings of `status`. */
      const contents = async () => {
        const lines = (await registry('status')).stdout.split('\n');
        const [names = '', values = ''] = lines.slice(lines.findIndex((line) => /^ *cases /.test(line)));
        const numbers = values.trim().split(/ +/);
        return Object.fromEntries(
          names
            .trim()
            .split(/ +/)
            .map((name, index) => [name, Number(numbers[index])]),
        );
      };
      const before = await contents();
      expect(before.cases).toBeGreaterThan(40);

      const synced = await registry('sync');
      expect(synced.stdout.split('\n').map((line) => line.split(' ')[0])).toEqual(['source', ...SYSTEMS_IN_TURN]);
      // The labelled record is refused each time, with an alert.
      expect([synced.code, await contents()]).toEqual([0, before]);
      expect((await registry('status')).stdout).toMatch(/^ingest\.labelled +police +2 /m);

      const other = new pg.Client({ connectionString: settings.DATABASE_URL });
      await other.connect();
      await other.query('SELECT pg_advisory_lock($1)', [SYNC_LOCK]);
      expect(await registry('sync')).toEqual({
        ...{ code: 1, stdout: '', stderr: expect.stringContaining('another sync is running') },
      });
      await other.query('SELECT pg_advisory_unlock($1)', [SYNC_LOCK]);
      await other.end();

      const link = ['LEGAL_AID_ID', 'LA-2025-000002'];
      expect(await registry('withdraw', ...link, 'entered by mistake')).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('ZF-2025-000001'),
      });
      expect(await registry('withdraw', ...link, 'entered by mistake')).toMatchObject({ code: 1 });
      await registry('sync');
      expect(await contents()).toMatchObject({ withdrawn: 1, numbers: (before.numbers ?? 0) - 1 });

      const person = `P-${'a'.repeat(43)}`;
      expect(await registry('account', 'https://issuer', 'somebody', person)).toMatchObject({ code: 0, stderr: '' });
    },
    WATCHDOG_MS,
  );

  it(
    'lets accounts be taken over from an export of the realm',
    async () => {
      const password = await readFile(join(dataDir, 'postgres', 'password'), 'utf8');
      const ISSUER_URL = 'https://issuer.test/realms/zhengfa';
      const ACCESS_DATABASE_URL = `postgres://postgres:${password}@127.0.0.1:${ports.POSTGRES_PORT}/access`;
      const access = async (
        args: readonly string[],
        settings: NodeJS.ProcessEnv = { ACCESS_DATABASE_URL, ISSUER_URL },
      ) => {
        const command = startScript('subgraphs/access/cli.ts', args, settings);
        return { code: await command.ended, stdout: command.stdout, stderr: command.stderr };
      };
      const file = join(dataDir, 'realm.json');
      expect(await access(['import-realm', REALM_FILE])).toMatchObject({
        ...{ code: 0, stdout: expect.stringContaining(`${demoUsers().length} accounts`), stderr: '' },
      });
      const realmRoles = ['platform.auditor', 'platform.security_officer'];
      await writeFile(file, JSON.stringify({ users: [{ id: 'u', username: 'both', enabled: true, realmRoles }] }));
      expect(await access(['import-realm', file])).toMatchObject({ code: 1, stdout: expect.stringContaining('both') });
      expect(await access(['import-realm'])).toMatchObject({ code: 2, stderr: expect.stringContaining('usage') });
      expect(await access(['import-realm', file], { ACCESS_DATABASE_URL })).toMatchObject({
        ...{ code: 2, stderr: expect.stringContaining('ISSUER_URL') },
      });
      expect(await access(['import-realm', file], { ISSUER_URL })).toMatchObject({
        ...{ code: 1, stderr: expect.stringContaining('ACCESS_DATABASE_URL') },
      });
    },
    WATCHDOG_MS,
  );

  it('a second time names the ports that are in use and the settings that move them', async () => {
    const sentence = await expectSentence(npmStart());
    for (const [variable, port] of Object.entries(ports)) {
      if (variable !== 'POSTGRES_PORT') expect(sentence).toContain(`${port} (${variable} moves it)`);
    }
  });

  it('ends every process and frees every port at Ctrl-C', async () => {
    demo.kill('SIGINT');
    expect(await demo.ended).toBe(0);
    await expectNothingLeft(processes);
  });
});

describe('what npm start cannot do', () => {
  it.each([
    [['--cases', 'many'], /BULK_CASES/],
    [['--cases', '100001'], /BULK_CASES/],
    [['--seed', '-1'], /BULK_SEED/],
    [['--cases'], /npm start -- --cases/],
    [['--case', '5'], /npm start -- --cases/],
  ])('%j is one sentence, before anything is started', async (args, named) => {
    expect(await expectSentence(npmStart(args))).toMatch(named);
  });
});

describe('a launcher that is killed', () => {
  const isDatabase = ({ command }: ListedProcess) => command.includes('postgres');
  let left: ListedProcess[];

  it(
    'leaves only the database, which the next start ends',
    async () => {
      const { demo, processes } = await ready();
      demo.kill('SIGKILL');
      await until(async () => (await livingOf(processes)).every(isDatabase));
      expect(await busyPorts()).toEqual(['POSTGRES_PORT']);
      left = processes;
    },
    WATCHDOG_MS,
  );

  it(
    'does not stand in the way of the next start, which names a part that is killed, stops the rest and says so by its exit code',
    async () => {
      const next = await ready();
      expect(await livingOf(left)).toEqual([]);
      await expectNamed('gateway', 'gateway/main.ts', next);
    },
    WATCHDOG_MS,
  );
});

it(
  'a database that is killed is named like any other part',
  async () => expectNamed('postgres', 'postgres -D', await ready()),
  WATCHDOG_MS,
);

/** Kills the part: the launcher names it, stops the rest, and ends with exit code 1. */
async function expectNamed(name: string, command: string, { demo, processes }: Awaited<ReturnType<typeof ready>>) {
  const [part] = processes.filter((each) => each.command.includes(command));
  if (part === undefined) throw new Error(`no process runs ${command}`);
  process.kill(part.pid, 'SIGKILL');
  expect(await demo.ended).toBe(1);
  expect(demo.stderr).toMatch(new RegExp(`^${name} 意外退出.* / ${name} ended unexpectedly: see .*logs\n$`));
  expect(demo.stderr).toContain(join(dataDir, 'logs'));
  await expectNothingLeft(processes);
}
