import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { resetPostgres } from '#demo/postgres/reset.ts';
import { demoUsers } from '#demo/users.ts';
import { demoPorts, isFree } from '#tests/harness/ports.ts';
import { cleanEnvironment, killScripts, ROOT, startScript, type TestProcess } from '#tests/harness/process.ts';
import { expectSentence } from '#tests/harness/sentence.ts';
import { until } from '#tests/harness/until.ts';
import { type ListedProcess, livingOf, treeOf } from '#tests/lifecycle/process-tree.ts';

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

const npmStart = () => startScript('demo/start.ts', [], { ...ports, DATA_DIR: dataDir });

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
    'does not stand in the way of the next start',
    async () => {
      const { demo, processes } = await ready();
      expect(await livingOf(left)).toEqual([]);
      demo.kill('SIGTERM');
      expect(await demo.ended).toBe(0);
      await expectNothingLeft(processes);
    },
    WATCHDOG_MS,
  );
});

describe.each([
  ['gateway', 'gateway/main.ts'],
  ['postgres', 'postgres -D'],
])('a part that is killed, the %s', (name, command) => {
  it(
    'is named, the rest is stopped, and the exit code says so',
    async () => {
      const { demo, processes } = await ready();
      const [killed] = processes.filter((each) => each.command.includes(command));
      if (killed === undefined) throw new Error(`no process runs ${command}`);
      process.kill(killed.pid, 'SIGKILL');
      expect(await demo.ended).toBe(1);
      expect(demo.stderr).toMatch(new RegExp(`^${name} 意外退出.* / ${name} ended unexpectedly: see .*logs\n$`));
      expect(demo.stderr).toContain(join(dataDir, 'logs'));
      await expectNothingLeft(processes);
    },
    WATCHDOG_MS,
  );
});
