import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { KEYS, keepElsewhere, openLog, verify } from '#tests/audit/logs.ts';

const WRITER = join(import.meta.dirname, 'writer.fixture.ts');
const KILLS = 9;
/** Processes start in seconds on a busy machine. */
const WATCHDOG_MS = 120_000;

let home: string;
let folder: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kill-'));
  folder = join(home, 'audit', 'court');
  mkdirSync(join(home, 'elsewhere'));
  writeFileSync(join(home, 'key.json'), JSON.stringify(KEYS.court));
  const { d: _secret, ...half } = KEYS.court;
  writeFileSync(join(home, 'trusted.json'), JSON.stringify({ keys: [half] }));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const args = (first: number) => [WRITER, folder, join(home, 'key.json'), String(first)];
/** All that a process says, as it comes; whole only when it has ended. */
function listen(child: ChildProcess): { lines: string[]; ended: Promise<unknown> } {
  const lines: string[] = [];
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  return { lines, ended: once(child, 'close') };
}
const sentIn = (lines: readonly string[]) => lines.flatMap((line) => /^sent (.*)$/.exec(line)?.[1] ?? []);
const recordFiles = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.audit'))
    .sort();
const records = () =>
  recordFiles()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').slice(0, -1))
    .map((line) => JSON.parse(line) as { requestId: string | null; rule: string });
const requests = () => new Set(records().map(({ requestId }) => requestId));

it(
  'kill -9 at any moment loses no record whose answer was sent, and the log verifies after a restart',
  async () => {
    const sent: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = spawn(process.execPath, args(1_000_000 * kill), { stdio: ['ignore', 'pipe', 'inherit'] });
      const { lines, ended } = listen(child);
      child.stdout?.once('data', () => setTimeout(() => child.kill('SIGKILL'), Math.random() * 60));
      await ended;
      expect(child.signalCode).toBe('SIGKILL');
      const ofThis = sentIn(lines);
      expect(ofThis.length).toBeGreaterThan(0);
      sent.push(...ofThis);

      // A crash of the machine can leave what a kill seldom does.
      if (kill % 3 === 1) appendFileSync(join(folder, recordFiles().at(-1) ?? ''), '{"sequence":');
      openLog(folder, 'court').close();
      keepElsewhere(home, 'court');
      const { code, said } = await verify(home, folder, '--against', join(home, 'elsewhere'));
      expect([code, said]).toEqual([0, expect.stringMatching(/通过/)]);
    }
    const written = requests();
    expect(sent.filter((requestId) => !written.has(requestId))).toEqual([]);
    const rules = records().map(({ rule }) => rule);
    expect(rules.filter((rule) => rule === 'start.half-line-removed').length).toBeGreaterThanOrEqual(KILLS / 3);
    expect(rules).toContain('start.after-crash');
  },
  WATCHDOG_MS,
);

/** `ulimit -f`: a write that goes over it is cut short, as on a full disk. In units of the shell's, so that the file is full within a few batches. */
(process.platform === 'linux' ? it : it.skip)(
  'a disk that fills up: what was refused is taken back whole, what was sent stays',
  async () => {
    const child = spawn('sh', ['-c', 'ulimit -f 4 && exec "$0" "$@"', process.execPath, ...args(0)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { lines, ended } = listen(child);
    await ended;
    const refused = lines.filter((line) => line.startsWith('refused'));
    expect(refused).toEqual(Array(3).fill(expect.stringMatching(/^refused AUDIT_UNAVAILABLE [^/]*$/)));
    expect(refused.join('')).not.toMatch(/EFBIG|ENOSPC/);
    const sent = sentIn(lines);
    expect(sent.length).toBeGreaterThan(0);
    expect([...requests()].filter((id) => id !== null)).toEqual(sent);
    const ends = recordFiles().map((name) => readFileSync(join(folder, name), 'utf8').at(-1));
    expect(new Set(ends)).toEqual(new Set(['\n']));
    openLog(folder, 'court').close();
    expect(await verify(home, folder)).toMatchObject({ code: 0 });
  },
);

it(
  'the verifier runs alone: a script, a folder and the public keys',
  () => {
    openLog(folder, 'court').close();
    const script = join(import.meta.dirname, '..', '..', 'scripts', 'audit-verify.ts');
    const command = [script, folder, '--keys', join(home, 'trusted.json')];
    const run = () => execFileSync(process.execPath, command, { encoding: 'utf8', env: {} });
    expect(run()).toMatch(/court：通过/);
    const file = join(folder, recordFiles()[0] ?? '');
    writeFileSync(file, readFileSync(file).subarray(0, statSync(file).size / 2));
    expect(run).toThrow(expect.objectContaining({ status: 1 }));
  },
  WATCHDOG_MS,
);
