import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createCheckpointVerifier, parseCheckpoint } from '#auth/audit/checkpoint.ts';
import { type AuditLogOptions, openAuditLog } from '#auth/audit/log.ts';
import { leafHash } from '#auth/audit/merkle/hashes.ts';
import { rootOf, subtreesOf } from '#auth/audit/merkle/tree.ts';
import { verifyConsistency, verifyInclusion } from '#auth/audit/merkle/verify.ts';
import { denialOf } from '#auth/audit/record.fixture.ts';
import { createSigner } from '#auth/audit/signature.ts';
import { newSigningKey } from '#auth/keys/ensure.ts';

const COURT_KEY = newSigningKey('audit-court');
let home: string;
let folder: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'audit-'));
  folder = join(home, 'audit', 'court');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const open = (options: Partial<AuditLogOptions> = {}) =>
  openAuditLog({ folder, name: 'court', signer: createSigner(COURT_KEY), ...options });
const isSigned = createCheckpointVerifier({ keys: [COURT_KEY] });
const FIRST = '000000000000.audit';
const inFile = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n').slice(0, -1);
const recordFiles = () =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.audit'))
    .sort();
const lines = () => recordFiles().flatMap(inFile);
/** What each line tells: the request, or the rule of the process's own record. */
const told = () => {
  const records = lines().map(
    (line) => JSON.parse(line) as { sequence: number; requestId: string | null; rule: string },
  );
  expect(records.map(({ sequence }) => sequence)).toEqual(records.map((_record, index) => index));
  return records.map(({ requestId, rule }) => requestId ?? rule);
};
const checkpoints = () => inFile('checkpoints').map(parseCheckpoint);
/** All checkpoints are signed, and each is the root of the lines so far. */
function expectVerified(): void {
  const tree = subtreesOf(lines().map((line) => leafHash(line)));
  for (const checkpoint of checkpoints()) {
    expect(checkpoint && isSigned(checkpoint)).toBe(true);
    expect(checkpoint?.root).toBe(checkpoint && rootOf(checkpoint.size, tree).toString('base64'));
  }
  expect(checkpoints().at(-1)?.size).toBe(lines().length);
}
/** Opens the log, appends one record a request and closes it. */
function session(...requestIds: string[]): void {
  const log = open();
  for (const requestId of requestIds) log.append([denialOf(requestId)]);
  log.close();
}
/** As after kill -9: what is in memory is lost. */
function crash(...requestIds: string[]): void {
  const log = open();
  for (const requestId of requestIds) log.append([denialOf(requestId)]);
}
const unavailable = { name: 'GraphError', code: 'AUDIT_UNAVAILABLE' };
const thrown = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('the audit log', () => {
  it('keeps each record on a line, with number, time and process, and says when it began and ended', () => {
    const log = open();
    log.append([denialOf('a'), denialOf('b')]);
    log.append([]);
    log.close();
    log.close();
    expect(told()).toEqual(['start', 'a', 'b', 'stop']);
    expect(JSON.parse(lines()[1] ?? '')).toEqual({
      sequence: 1,
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      process: 'court',
      ...denialOf('a'),
    });
    expectVerified();
  });

  it('can be read by its owner only', () => {
    session('a');
    const modes = [folder, ...readdirSync(folder).map((name) => join(folder, name))].map(
      (path) => statSync(path).mode & 0o777,
    );
    expect(modes).toEqual([0o700, 0o600, 0o600, 0o600]);
  });

  it('goes on counting when it is opened again', () => {
    session('a', 'b');
    session();
    session('c');
    expect(told()).toEqual(['start', 'a', 'b', 'stop', 'start', 'stop', 'start', 'c', 'stop']);
    expectVerified();
  });

  it('begins a new file where one is full, and never parts a batch', () => {
    const log = open({ maxFileBytes: 1000 });
    for (const id of ['a', 'b', 'c', 'd', 'e']) log.append([denialOf(id), denialOf(id), denialOf(id)]);
    log.close();
    const reopened = open({ maxFileBytes: 1000 });
    reopened.append([denialOf('f')]);
    reopened.close();
    expect(recordFiles()).toEqual([0, 1, 4, 7, 10, 13, 16].map((first) => `${String(first).padStart(12, '0')}.audit`));
    expect(told()).toEqual(['start', ...[...'aaabbbcccdddeee'], 'stop', 'start', 'f', 'stop']);
    expectVerified();
  });
});

describe('checkpoints', () => {
  it('are signed at start and end, and whenever so many records wait, never for each', () => {
    const log = open({ checkpointRecords: 10 });
    for (let count = 0; count < 35; count += 1) log.append([denialOf('x')]);
    log.close();
    expect(checkpoints().map((checkpoint) => checkpoint?.size)).toEqual([1, 11, 21, 31, 37]);
    expectVerified();
  });

  it('are signed when a record has waited', async () => {
    const log = open({ checkpointMs: 1 });
    log.append([denialOf('a')]);
    const signed = () => checkpoints().at(-1)?.size === 2;
    for (let waits = 0; !signed() && waits < 3000; waits += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(signed()).toBe(true);
    log.close();
  });

  it('are made on demand, and not twice of the same records', () => {
    const log = open();
    log.append([denialOf('a')]);
    expect(log.checkpoint()).toMatchObject({ log: 'court', size: 2, key: 'audit-court', algorithm: 'Ed25519' });
    expect(log.checkpoint()).toBe(log.checkpoint());
    log.close();
    expect(checkpoints().map((checkpoint) => checkpoint?.size)).toEqual([1, 2, 3]);
  });
});

describe('who ships the log', () => {
  it('reads lines from any record on, over its files', () => {
    const log = open({ maxFileBytes: 1000 });
    for (let count = 1; count < 20; count += 1) log.append([denialOf(`${count}`)]);
    const all = lines();
    for (const [from, max] of [
      [0, 5],
      [5, 7],
      [12, 1],
      [3, 100],
      [19, 5],
      [20, 5],
      [0, 0],
    ] as const)
      expect([from, max, log.lines(from, max)]).toEqual([from, max, all.slice(from, from + max)]);
    log.append([denialOf('20')]);
    expect(log.lines(20, 5)).toEqual(lines().slice(20));
    log.close();
  });

  it('is told of every append until it no longer listens', () => {
    const log = open();
    const sizes: number[] = [];
    const stop = log.onAppend(() => sizes.push(log.size));
    log.append([denialOf('a')]);
    log.append([denialOf('b'), denialOf('c')]);
    stop();
    log.append([denialOf('d')]);
    log.close();
    expect(sizes).toEqual([2, 4]);
  });

  it('gets proofs that verify against its checkpoints, of records in the file and not yet there', () => {
    const log = open();
    const heads = [log.checkpoint()];
    for (let count = 0; count < 40; count += 1) {
      log.append([denialOf(`${count}`)]);
      if (count % 7 === 0) heads.push(log.checkpoint());
    }
    const root = (at: number) => Buffer.from(heads[at]?.root ?? '', 'base64');
    const size = (at: number) => heads[at]?.size ?? 0;
    const last = heads.push(log.checkpoint()) - 1;
    log.append([denialOf('more')]);
    for (let at = 0; at <= last; at += 1) {
      const proof = log.consistencyProof(size(at), size(last));
      expect(verifyConsistency(size(at), root(at), size(last), root(last), proof)).toBe(true);
    }
    const leaf = leafHash(log.lines(17, 1)[0] ?? '');
    expect(verifyInclusion(leaf, 17, size(last), log.inclusionProof(17, size(last)), root(last))).toBe(true);
    expect(() => log.inclusionProof(1, log.size + 1)).toThrow(RangeError);
    log.close();
  });
});

it('when it is closed, its last records can still be read, signed and proved', () => {
  const log = open();
  const before = log.checkpoint();
  log.append([denialOf('a')]);
  log.close();
  const last = log.checkpoint();
  expect(last.size).toBe(3);
  expect(log.lines(1, 5)).toEqual(lines().slice(1));
  const [from, to] = [before, last].map(({ root }) => Buffer.from(root, 'base64')) as [Buffer, Buffer];
  expect(verifyConsistency(1, from, 3, to, log.consistencyProof(1, 3))).toBe(true);
});

describe('after a crash', () => {
  it('all that was appended is there, and the next start says so', () => {
    session('a');
    crash('b', 'c');
    session('d');
    expect(told()).toEqual(['start', 'a', 'stop', 'start', 'b', 'c', 'start.after-crash', 'd', 'stop']);
    expectVerified();
  });

  it('a half line is taken back, its answer never left, and that is recorded', () => {
    crash('a');
    appendFileSync(join(folder, FIRST), '{"sequence":2,"requestId":"torn');
    session('b');
    expect(told()).toEqual(['start', 'a', 'start.half-line-removed', 'b', 'stop']);
    expectVerified();
  });

  it('a half line of hundreds of kilobytes too', () => {
    crash('a');
    appendFileSync(join(folder, FIRST), 'x'.repeat(700_000));
    session();
    expect(told()).toEqual(['start', 'a', 'start.half-line-removed', 'stop']);
  });

  it('a half checkpoint is taken back', () => {
    crash('a');
    appendFileSync(join(folder, 'checkpoints'), '{"log":"court","si');
    session('b');
    expect(told()).toEqual(['start', 'a', 'start.after-crash', 'b', 'stop']);
    expectVerified();
  });

  it('an empty new file is used', () => {
    session('a');
    writeFileSync(join(folder, '000000000003.audit'), '');
    session('b');
    expect(recordFiles()).toEqual([FIRST, '000000000003.audit']);
    expect(told()).toEqual(['start', 'a', 'stop', 'start', 'b', 'stop']);
    expectVerified();
  });

  it.each([
    ['are missing', () => rmSync(join(folder, 'hashes'))],
    ['are wrong', () => writeFileSync(join(folder, 'hashes'), Buffer.alloc(320))],
    ['are too few', () => writeFileSync(join(folder, 'hashes'), Buffer.alloc(20))],
  ])('hashes that %s are made anew from the records', (_what, damage) => {
    session('a', 'b', 'c');
    damage();
    const log = open();
    const { size, root } = log.checkpoint();
    const proof = log.inclusionProof(2, size);
    expect(verifyInclusion(leafHash(log.lines(2, 1)[0] ?? ''), 2, size, proof, Buffer.from(root, 'base64'))).toBe(true);
    log.close();
    expectVerified();
  });

  it('only what lies behind the last checkpoint is read', () => {
    session('a', 'b');
    const file = join(folder, FIRST);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"requestId":"a"', '"requestId":"x"'));
    session('c');
    expect(told()).toEqual(['start', 'x', 'b', 'stop', 'start', 'c', 'stop']);
    expect(() => expectVerified()).toThrow();
  });
});

describe('a log that contradicts itself goes on for nobody', () => {
  const file = () => join(folder, FIRST);
  it.each([
    ['its last lines are gone', () => writeFileSync(file(), `${lines().slice(0, 2).join('\n')}\n`)],
    ['a file is gone', () => rmSync(file())],
    ['a number is wrong', () => appendFileSync(file(), `${lines()[1]}\n`)],
    ['its last line is none', () => appendFileSync(file(), 'no record at all\n')],
    [
      'a line was edited and its hash is lost',
      () => {
        writeFileSync(file(), readFileSync(file(), 'utf8').replace('"requestId":"a"', '"requestId":"x"'));
        rmSync(join(folder, 'hashes'));
      },
    ],
    ['a later file is of other numbers', () => writeFileSync(join(folder, '000000000009.audit'), '')],
    ['its last checkpoint is none', () => appendFileSync(join(folder, 'checkpoints'), 'no checkpoint\n')],
    [
      'its last checkpoint is of another log',
      () => {
        const path = join(folder, 'checkpoints');
        writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"log":"court"', '"log":"police"'));
      },
    ],
  ])('%s', (_what, damage) => {
    session('a', 'b', 'c');
    damage();
    const before = recordFiles().map((name) => [name, inFile(name)]);
    expect(() => open()).toThrow(/审计日志.*audit log/s);
    expect(recordFiles().map((name) => [name, inFile(name)])).toEqual(before);
  });

  it('a folder that cannot be written is named', () => {
    writeFileSync(join(home, 'audit'), 'a file');
    expect(() => open()).toThrow(/审计日志文件夹无法写入：.*court.*cannot be written/);
  });
});

describe('a log that cannot be written throws AUDIT_UNAVAILABLE', () => {
  it('when it is closed, and never writes to whatever has its descriptor then', () => {
    session();
    const log = open();
    log.close();
    const before = lines();
    const reused = openAuditLog({ folder: join(home, 'other'), name: 'court', signer: createSigner(COURT_KEY) });
    expect(thrown(() => log.append([denialOf('a')]))).toMatchObject(unavailable);
    expect(reused.size).toBe(1);
    reused.close();
    expect(lines()).toEqual(before);
  });

  it.each([
    ['folder is gone', () => rmSync(folder, { recursive: true })],
    ['file is gone', () => rmSync(join(folder, FIRST))],
    ['file is another process’s too', () => session('other')],
  ])('when its %s', (_what, change) => {
    const log = open();
    log.append([denialOf('a')]);
    change();
    expect(thrown(() => log.append([denialOf('b')]))).toMatchObject(unavailable);
    expect(log.size).toBe(2);
    expect(thrown(() => log.close())).toMatchObject(unavailable);
  });

  it('when it cannot begin a new file', () => {
    const log = open({ maxFileBytes: 1 });
    writeFileSync(join(folder, '000000000001.audit'), '');
    expect(thrown(() => log.append([denialOf('a')]))).toMatchObject(unavailable);
  });

  it('when more records than allowed wait for a checkpoint that cannot be written', () => {
    const log = open({ checkpointRecords: 3 });
    rmSync(join(folder, 'checkpoints'));
    for (const id of ['a', 'b', 'c']) log.append([denialOf(id)]);
    expect(thrown(() => log.append([denialOf('d')]))).toMatchObject(unavailable);
    expect(told()).toEqual(['start', 'a', 'b', 'c']);
  });

  (existsSync('/dev/full') ? it : it.skip)('from the start, when the disk is full', () => {
    session();
    rmSync(join(folder, 'checkpoints'));
    symlinkSync('/dev/full', join(folder, 'checkpoints'));
    expect(() => open()).toThrow(/无法写入.*ENOSPC/);
  });
});
