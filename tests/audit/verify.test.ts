import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { formatCheckpoint, parseCheckpoint, signCheckpoint } from '#auth/audit/checkpoint.ts';
import { leafHash } from '#auth/audit/merkle/hashes.ts';
import { rootOf, subtreesOf } from '#auth/audit/merkle/tree.ts';
import { createSigner } from '#auth/audit/signature.ts';
import { newSigningKey } from '#auth/keys/ensure.ts';
import { CONTENT, keepElsewhere, makeLogs, openLog, recordOf, rewrite, verify } from '#tests/audit/logs.ts';

let original: string;
let home: string;
beforeAll(() => {
  original = mkdtempSync(join(tmpdir(), 'verify-'));
  makeLogs(original);
});
beforeEach(() => {
  home = join(original, 'copy');
  rmSync(home, { recursive: true, force: true });
  for (const part of ['audit', 'elsewhere', 'trusted.json'])
    cpSync(join(original, part), join(home, part), { recursive: true });
});
afterAll(() => rmSync(original, { recursive: true }));

const court = (...path: string[]) => join(home, 'audit', 'court', ...path);
const files = () =>
  readdirSync(court())
    .filter((name) => name.endsWith('.audit'))
    .sort();
/** The file in which a record lies, and its line there. */
function placeOf(record: number): { file: string; line: number } {
  const name = files().findLast((each) => Number(each.slice(0, 12)) <= record) ?? '';
  return { file: court(name), line: record - Number(name.slice(0, 12)) };
}
function change(record: number, how: (lines: string[], line: number) => string[]): void {
  const { file, line } = placeOf(record);
  rewrite(file, (lines) => how(lines, line));
}
const edit = (record: number) =>
  change(record, (lines, at) =>
    lines.map((line, index) => (index === at ? line.replace('"rule":"', '"rule":"x') : line)),
  );
const remove = (record: number) => change(record, (lines, at) => lines.toSpliced(at, 1));
const swap = (record: number) =>
  change(record, (lines, at) => lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? ''));
const insert = (record: number) => change(record, (lines, at) => lines.toSpliced(at, 0, lines[at - 3] ?? ''));
const renumber = (record: number) =>
  change(record, (lines, at) =>
    lines
      .toSpliced(at, 1)
      .map((line, index) =>
        index < at ? line : line.replace(/"sequence":(\d+)/, (_all, number) => `"sequence":${Number(number) - 1}`),
      ),
  );
const truncate = (record: number) => {
  for (const name of files()) if (Number(name.slice(0, 12)) > record) rmSync(court(name));
  change(record, (lines, at) => lines.slice(0, at));
};
/** The log as it was when it had so many records, with all that its process wrote until then. */
const rollBack = (size: number) => {
  truncate(size);
  rewrite(court('checkpoints'), (lines) => lines.filter((line) => (parseCheckpoint(line)?.size ?? 0) <= size));
  rmSync(court('hashes'));
};
const everything = () => verify(home, join(home, 'audit'), '--against', join(home, 'elsewhere'));
const withoutAuditor = () => verify(home, court());

describe('logs that nobody touched', () => {
  it('verify, each counted and all together', async () => {
    const { code, said } = await everything();
    expect(said).toMatch(/^court：通过 \/ verified/m);
    expect(said).toMatch(/^gateway：通过 \/ verified/m);
    expect(said).toMatch(/the first 62 agree with checkpoints: 8 of its own, 8 kept elsewhere/);
    expect(said).toMatch(/together: 2 logs, 84 records; 0 with problems/);
    expect(code).toBe(0);
  });

  it('verify after a restart, and where a half line or unsigned records lie at the end', async () => {
    const log = openLog(court(), 'court');
    log.append([recordOf('more')]);
    appendFileSync(placeOf(63).file, '{"sequence":64,"at"');
    const { code, said } = await withoutAuditor();
    expect(said).toMatch(/64 records in/);
    expect(said).toMatch(/for the 1 behind them no checkpoint speaks/);
    expect(code).toBe(0);
  });

  it('verify with SM2 as well', async () => {
    const police = join(home, 'audit', 'police');
    const log = openLog(police, 'police');
    for (let count = 0; count < 20; count += 1) log.append([recordOf('more')]);
    log.close();
    const { code, said } = await verify(home, join(home, 'audit'));
    expect(said).toMatch(/^police：通过 \/ verified/m);
    expect(code).toBe(0);
    rewrite(join(police, 'checkpoints'), (lines) => lines.with(1, (lines[1] ?? '').replace('"size":11', '"size":12')));
    expect(await verify(home, police)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/line 2 of .* is not signed/),
    });
  });

  it('are merged by time into a file for their owner only, which must be new', async () => {
    const merged = join(home, 'merged');
    expect(await verify(home, join(home, 'audit'), '--merged', merged)).toMatchObject({ code: 0 });
    const records = readFileSync(merged, 'utf8')
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as { at: string; process: string; sequence: number });
    expect(records.map(({ at }) => at)).toEqual(records.map(({ at }) => at).toSorted());
    for (const [name, length] of [
      ['court', 62],
      ['gateway', 22],
    ] as const)
      expect(records.filter(({ process }) => process === name).map(({ sequence }) => sequence)).toEqual(
        Array.from({ length }, (_, index) => index),
      );
    expect(statSync(merged).mode & 0o777).toBe(0o600);
    expect(await verify(home, join(home, 'audit'), '--merged', merged)).toMatchObject({ code: 2 });
  });
});

describe('the first bad record is named, with what is wrong', () => {
  it.each<[string, () => void, RegExp]>([
    ['edited', () => edit(17), /第 17 条记录被修改 \/ record 17 was edited/],
    ['deleted', () => remove(17), /第 17 条记录被删除 \/ record 17 was deleted/],
    ['deleted, those behind it renumbered', () => renumber(17), /record 17 was edited/],
    ['reordered', () => swap(17), /第 17 条记录被调换次序 \/ record 17 was reordered/],
    ['inserted', () => insert(17), /第 17 条记录系插入 \/ record 17 was inserted/],
    ['truncated', () => truncate(57), /第 57 条记录及其后各条被截去 \/ record 57 and all behind it were truncated/],
    ['the first of several', () => [edit(40), remove(30), edit(25)], /record 25 was edited/],
    ['the first record', () => edit(0), /record 0 was edited/],
    ['the last record', () => edit(61), /record 61 was edited/],
    ['a file is missing', () => rmSync(court(files()[1] ?? '')), /record 1\d was deleted/],
    ['the first file is missing', () => rmSync(court(files()[0] ?? '')), /record 0 was deleted/],
    [
      'the last file is missing',
      () => rmSync(court(files().at(-1) ?? '')),
      /record 5\d and all behind it were truncated/,
    ],
    ['no record at all', () => change(17, (lines, at) => lines.with(at, 'nothing')), /record 17 was edited/],
    [
      'a record of another log',
      () => change(17, (lines, at) => lines.with(at, (lines[at] ?? '').replace('"court"', '"police"'))),
      /record 17 was edited/,
    ],
  ])('%s', async (_what, tamper, sentence) => {
    tamper();
    for (const { code, said } of [await everything(), await withoutAuditor()]) {
      expect(said).toMatch(sentence);
      expect(said).toMatch(/^court：有误 \/ BAD/m);
      expect(said).not.toMatch(/^gateway：有误/m);
      expect(code).toBe(1);
    }
  });

  it.each<[string, () => void, RegExp]>([
    [
      'edited',
      () => edit(17),
      /第 11 至 20 条记录中首条有误者被修改 \/ the first bad one of records 11 to 20 was edited/,
    ],
    ['deleted', () => remove(17), /record 17 was deleted/],
    ['reordered', () => swap(17), /record 17 was reordered/],
    ['truncated', () => truncate(57), /record 57 and all behind it were truncated/],
  ])(
    'as closely as checkpoints tell, where the hashes beside the log are gone or were changed too: %s',
    async (_what, tamper, sentence) => {
      tamper();
      writeFileSync(court('hashes'), readFileSync(court('hashes')).fill(7, 17 * 32, 60 * 32));
      expect(await everything()).toMatchObject({ code: 1, said: expect.stringMatching(sentence) });
      rmSync(court('hashes'));
      expect(await everything()).toMatchObject({ code: 1, said: expect.stringMatching(sentence) });
    },
  );
});

describe('what only a checkpoint kept elsewhere shows', () => {
  it('a log put back to what it was', async () => {
    rollBack(41);
    expect(await withoutAuditor()).toMatchObject({ code: 0 });
    expect(await everything()).toMatchObject({
      code: 1,
      said: expect.stringMatching(/record 41 and all behind it were truncated/),
    });
  });

  it('a fork: put back, and gone on with by the log’s own key', async () => {
    rollBack(41);
    const log = openLog(court(), 'court');
    for (let count = 0; count < 30; count += 1) log.append([recordOf('other')]);
    log.close();
    expect(await withoutAuditor()).toMatchObject({ code: 0 });
    expect(await everything()).toMatchObject({
      code: 1,
      said: expect.stringMatching(/第 41 至 50 条.*分叉.*records 41 to 50 is where the log forked/),
    });
  });

  it('a log written anew by its own key', async () => {
    rmSync(court(), { recursive: true });
    const log = openLog(court(), 'court');
    for (let count = 0; count < 90; count += 1) log.append([recordOf('other')]);
    log.close();
    expect(await everything()).toMatchObject({
      code: 1,
      said: expect.stringMatching(/record 0 is where the log forked/),
    });
  });

  it('a log that is gone', async () => {
    rmSync(court(), { recursive: true });
    expect(await everything()).toMatchObject({
      code: 1,
      said: expect.stringMatching(/checkpoints of the log court are kept elsewhere/),
    });
  });
});

describe('checkpoints that do not count', () => {
  const foreign = (line: string) => {
    const checkpoint = parseCheckpoint(line);
    if (checkpoint === null) throw new Error('not a checkpoint');
    return formatCheckpoint(signCheckpoint(checkpoint, createSigner(newSigningKey('audit-court'))));
  };
  it.each<[string, (lines: string[]) => string[], RegExp]>([
    [
      'of a foreign key',
      (lines) => lines.with(2, foreign(lines[2] ?? '')),
      /第 3 行不是本日志密钥的签名 \/ line 3 of .* is not signed by the key of its log/,
    ],
    [
      'edited',
      (lines) => lines.with(2, (lines[2] ?? '').replace('"size":21', '"size":22')),
      /line 3 of .* is not signed/,
    ],
    ['no checkpoint', (lines) => lines.with(2, 'nothing'), /第 3 行不是检查点 \/ line 3 of .* is not a checkpoint/],
  ])('%s: named, beside the log and elsewhere', async (_what, damage, sentence) => {
    rewrite(court('checkpoints'), damage);
    expect(await everything()).toMatchObject({ code: 1, said: expect.stringMatching(sentence) });
    cpSync(join(original, 'audit', 'court', 'checkpoints'), court('checkpoints'));
    rewrite(join(home, 'elsewhere', 'court.checkpoints'), damage);
    expect(await everything()).toMatchObject({ code: 1, said: expect.stringMatching(sentence) });
  });

  it('a history made anew without the key: its checkpoints vouch for nothing', async () => {
    edit(17);
    const tree = subtreesOf(
      files()
        .flatMap((name) => readFileSync(court(name), 'utf8').split('\n').slice(0, -1))
        .map((line) => leafHash(line)),
    );
    const signer = createSigner(newSigningKey('audit-court'));
    rewrite(court('checkpoints'), (lines) =>
      lines
        .flatMap(parseCheckpoint)
        .flatMap((each) =>
          each
            ? formatCheckpoint(signCheckpoint({ ...each, root: rootOf(each.size, tree).toString('base64') }, signer))
            : [],
        ),
    );
    rmSync(court('hashes'));
    const { code, said } = await everything();
    expect(said).toMatch(/the first bad one of records 11 to 20 was edited/);
    expect(said).toMatch(/the first 11 agree with checkpoints: 0 of its own, 2 kept elsewhere/);
    expect(code).toBe(1);
    expect((await withoutAuditor()).said).toMatch(/records 0 to 61 has no valid checkpoint to vouch for it/);
  });

  it('of another log, beside this one', async () => {
    cpSync(join(home, 'audit', 'gateway', 'checkpoints'), court('checkpoints'));
    const { code, said } = await withoutAuditor();
    expect(said).toMatch(/line 1 of .* is not signed by the key of its log/);
    expect(said).toMatch(/records 0 to 61 has no valid checkpoint to vouch for it/);
    expect(code).toBe(1);
  });

  it('none at all', async () => {
    rmSync(court('checkpoints'));
    expect(await withoutAuditor()).toMatchObject({ code: 1, said: expect.stringMatching(/没有任何有效检查点为证/) });
    expect(await everything()).toMatchObject({ code: 0 });
  });
});

describe('one record, and two checkpoints, are proved', () => {
  const ask = (...args: string[]) =>
    verify(home, court(), join(home, 'audit', 'gateway'), '--against', join(home, 'elsewhere'), ...args);
  it('as they are', async () => {
    const { code, said } = await ask('--record', 'gateway:17', '--record', 'court:61', '--consistency', 'court:11-51');
    expect(said).toMatch(/^✓ gateway 第 17 条记录在 .* 签署的 21 条之列/m);
    expect(said).toMatch(/^✓ .*record 61 of court is among the 62 signed/m);
    expect(said).toMatch(/^✓ .*checkpoints 11-51 of court are consistent/m);
    expect(code).toBe(0);
  });

  it('without the hashes beside the log', async () => {
    rmSync(court('hashes'));
    expect(await ask('--record', 'court:17', '--consistency', 'court:1-62')).toMatchObject({ code: 0 });
  });

  it('a record still is when another one was edited, and that one is not', async () => {
    edit(17);
    const { code, said } = await ask('--record', 'court:16', '--record', 'court:17');
    expect(said).toMatch(/^✓ court 第 16 条/m);
    expect(said).toMatch(/^✗ court 第 17 条记录与检查点不符/m);
    expect(code).toBe(1);
  });

  it('two checkpoints of histories that parted are not', async () => {
    rollBack(41);
    const log = openLog(court(), 'court');
    for (let count = 0; count < 3; count += 1) log.append([recordOf('other')]);
    log.close();
    expect((await ask('--consistency', 'court:51-46')).said).toMatch(/^✗ .*not consistent/m);
    expect((await ask('--consistency', 'court:46-51')).said).toMatch(/^✗ .*not consistent/m);
  });

  it('a record that no checkpoint covers yet is not', async () => {
    expect(await ask('--record', 'court:62')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^✗ .*no checkpoint covers record 62 of court yet/m),
    });
  });
});

it.each<[string, () => string[], RegExp]>([
  ['no folder', () => [], /未给出日志文件夹/],
  ['a folder that is none', () => [join(home, 'nowhere')], /nowhere/],
  ['a folder without a log', () => [join(home, 'elsewhere', '..')], /there is no audit log/],
  ['checkpoints that are none', () => [court(), '--against', court()], /there is no \*\.checkpoints file/],
  ['keys that are none', () => [court(), '--keys', join(home, 'nowhere.json')], /nowhere\.json/],
  ['an unknown option', () => [court(), '--fix'], /--fix/],
  ['a record of no log', () => [court(), '--record', 'police:1'], /the folder of the log police was not given/],
  ['a record without a number', () => [court(), '--record', 'court'], /<log>:<number>/],
  [
    'a checkpoint that is none',
    () => [court(), '--consistency', 'court:11-12'],
    /court has no checkpoint of 12 records/,
  ],
])('%s: it cannot be tried, exit code 2', async (_what, args, sentence) => {
  const { code, said } = await verify(home, ...args());
  expect(said).toMatch(sentence);
  expect(said).toMatch(/用法 \/ usage: npm run audit:verify/);
  expect(code).toBe(2);
});

it('nothing of a record’s content is ever said', async () => {
  keepElsewhere(home, 'court');
  const said: string[] = [];
  for (const tamper of [() => undefined, () => edit(17), () => remove(30), () => insert(9), () => rollBack(41)]) {
    tamper();
    said.push(
      (await verify(home, join(home, 'audit'), '--against', join(home, 'elsewhere'), '--record', 'court:5')).said,
    );
  }
  expect(said.join('\n')).not.toMatch(new RegExp(`${CONTENT}|court-\\d|judge|deny`));
  expect(readFileSync(placeOf(5).file, 'utf8')).toContain(CONTENT);
});
