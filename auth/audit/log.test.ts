import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openAuditLog } from '#auth/audit/log.ts';
import type { AuditRecord } from '#auth/audit/record.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
  file = join(folder, 'audit', 'court.audit');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const record = (requestId: string): AuditRecord => ({
  requestId,
  actor: 'sub',
  roles: ['court.judge'],
  agency: 'COURT-379999',
  purpose: 'HANDLE_CASE',
  case: null,
  subject: 'Case',
  decision: 'deny',
  rule: 'deny.absent',
});
const lines = () =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const numbered = () => lines().map(({ sequence, requestId }) => [sequence, requestId]);
const unavailable = { name: 'GraphError', code: 'AUDIT_UNAVAILABLE' };
const thrown = (work: () => void): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};
/** Opens the log, appends one record a request and closes it. */
function session(...requestIds: string[]): void {
  const log = openAuditLog(file, 'court');
  for (const requestId of requestIds) log.append([record(requestId)]);
  log.close();
}

describe('the audit log', () => {
  it('keeps each record on a line, with number, time and process', () => {
    const log = openAuditLog(file, 'court');
    log.append([record('a'), record('b')]);
    log.append([]);
    log.close();
    expect(lines()).toEqual([
      { sequence: 1, at: expect.stringMatching(/^\d{4}-.*Z$/), process: 'court', ...record('a') },
      expect.objectContaining({ sequence: 2, requestId: 'b' }),
    ]);
  });

  it('can be read by its owner only', () => {
    session('a');
    expect([file, join(file, '..')].map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o700]);
  });

  it('goes on counting when it is opened again', () => {
    session('a', 'b');
    session();
    session('c');
    expect(numbered()).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ]);
  });

  it('goes on counting behind a megabyte', () => {
    session(...Array.from({ length: 12 }, (_, index) => `${index}-${'x'.repeat(100_000)}`));
    session('last');
    expect(lines().map(({ sequence }) => sequence)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
  });

  it('takes back a line that a crash left unfinished: its answer never left', () => {
    session('a');
    appendFileSync(file, '{"sequence":2,"requestId":"torn');
    session('b');
    expect(numbered()).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });

  it('takes back what a failed append left, once it can be written again', () => {
    const log = openAuditLog(file, 'court');
    log.append([record('a')]);
    appendFileSync(file, '{"sequence":2,"requ');
    log.append([record('b')]);
    log.close();
    expect(numbered()).toEqual([
      [1, 'a'],
      [2, 'b'],
    ]);
  });

  it.each(['no log at all\n', '{"sequence":"1"}\n', '{}\n', '\n'])('is not opened behind %j', (text) => {
    session();
    writeFileSync(file, text);
    expect(() => openAuditLog(file, 'court')).toThrow(/审计日志.*audit log/);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});

describe('a log that cannot be written throws AUDIT_UNAVAILABLE', () => {
  it('when it is closed, and never writes to whatever has its descriptor then', () => {
    const log = openAuditLog(file, 'court');
    log.close();
    const other = join(folder, 'other');
    const reused = openAuditLog(other, 'other');
    expect(thrown(() => log.append([record('a')]))).toMatchObject(unavailable);
    log.close();
    reused.append([record('b')]);
    expect([lines(), readFileSync(other, 'utf8')]).toEqual([[], expect.stringContaining('"requestId":"b"')]);
  });

  it('when its folder is gone', () => {
    const log = openAuditLog(file, 'court');
    rmSync(folder, { recursive: true });
    expect(thrown(() => log.append([record('a')]))).toMatchObject(unavailable);
  });

  (existsSync('/dev/full') ? it : it.skip)('when the disk is full, without a word of where', () => {
    const error = thrown(() => openAuditLog('/dev/full', 'court').append([record('a')]));
    expect(error).toMatchObject(unavailable);
    expect((error as Error).message).not.toMatch(/dev|ENOSPC/);
  });
});
