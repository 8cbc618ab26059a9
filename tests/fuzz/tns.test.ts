import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Report } from '#tests/fuzz/tns/run.ts';
import { cleanEnvironment, ROOT } from '#tests/harness/process.ts';

const MUTANTS = 5000;
/** Milliseconds without a word of progress: the driver goes round in circles. A watchdog, not a measure. */
const SILENCE = 60_000;
/** For all of them. */
const BUDGET = 900_000;
/** Bytes that a process may have more of at the end than when it was warm: caches, not one thing for each mutant. */
const GROWTH = 16 * 1024 * 1024;

/** Runs the process that breaks replies; what it said last is its report. @throws Error where it ends without, or is silent */
async function run(first: number, count: number): Promise<Report> {
  const script = join(ROOT, 'tests', 'fuzz', 'tns', 'run.ts');
  const child = spawn(process.execPath, ['--expose-gc', script, String(first), String(count)], {
    cwd: ROOT,
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let last = 'nothing';
  let isSilent = false;
  const hangs = () => {
    isSilent = true;
    child.kill('SIGKILL');
  };
  let watchdog = setTimeout(hangs, SILENCE);
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(watchdog);
    watchdog = setTimeout(hangs, SILENCE);
    last = line;
  }
  clearTimeout(watchdog);
  const [code] = await ended;
  if (isSilent) throw new Error(`no progress since: ${last}`);
  if (code !== 0) throw new Error(`ended with ${code} after: ${last}`);
  return JSON.parse(last) as Report;
}

describe(`${MUTANTS} replies of an Oracle listener, each broken in one packet`, () => {
  let report: Report;
  beforeAll(async () => {
    report = await run(0, MUTANTS);
  }, BUDGET);

  it('were really broken and met every outcome', () => {
    const total = Object.values(report.outcomes).reduce((sum, count) => sum + count, 0);
    expect(total).toBeGreaterThanOrEqual(MUTANTS);
    const { right = 0, DEPARTMENT_DATA_INVALID: invalid = 0, DEPARTMENT_UNAVAILABLE: away = 0 } = report.outcomes;
    for (const count of [right, invalid, away]) expect(count).toBeGreaterThan(MUTANTS / 50);
  });

  it('gave an answer or a DepartmentError, and nothing else', () => {
    expect(report.wrongErrors).toEqual([]);
  });

  // A digit that was changed on its way is another number, which no driver can know: TNS without TLS carries no checksum.
  it('gave another answer only where the bytes of a value were changed, which is rare', () => {
    expect(report.outcomes.other ?? 0).toBeLessThan(MUTANTS / 10);
  });

  it('crashed nothing: no uncaught exception, no unhandled rejection', () => {
    expect(report.uncaught).toEqual([]);
  });

  it('left no session behind that gives the next caller another one’s answer', () => {
    expect(report.mixedUp).toEqual([]);
  });

  it('left a connector that works again', () => {
    expect(report.lost).toEqual([]);
  });

  it('left no memory and no connection behind', () => {
    const [early, late] = report.memory;
    expect(late - early).toBeLessThan(GROWTH);
    expect(report.openConnections).toBe(0);
  });
});
