import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppendFile } from '#auth/audit/append-file.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'append-'));
  path = join(folder, 'file');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = () => readFileSync(path, 'utf8');

describe('an append file', () => {
  it('grows by whole pieces and is for its owner only', () => {
    const file = AppendFile.create(path);
    file.append(Buffer.from('one\n'));
    file.append(Buffer.from('two\n'));
    file.close();
    expect([text(), file.size, statSync(path).mode & 0o777]).toEqual(['one\ntwo\n', 8, 0o600]);
  });

  it('goes on behind what counts, and takes back what does not', () => {
    writeFileSync(path, 'one\nhal');
    const file = AppendFile.open(path, 4);
    file.append(Buffer.from('two\n'));
    file.close();
    expect(text()).toBe('one\ntwo\n');
  });

  it('never begins over a file that is there', () => {
    writeFileSync(path, 'one\n');
    expect(() => AppendFile.create(path)).toThrow(/EEXIST/);
    expect(text()).toBe('one\n');
  });

  it.each([
    ['removed', () => rmSync(path)],
    [
      'replaced',
      () => {
        renameSync(path, `${path}.old`);
        writeFileSync(path, 'one\n');
      },
    ],
    ['cut short', () => truncateSync(path, 2)],
    ['written by another', () => appendFileSync(path, 'two\n')],
  ])('is not written to once it was %s', (_what, change) => {
    const file = AppendFile.create(path);
    file.append(Buffer.from('one\n'));
    change();
    const before = existsSync(path) ? text() : null;
    expect(() => file.append(Buffer.from('more\n'))).toThrow(/audit file/);
    expect(() => file.append(Buffer.from('more\n'))).toThrow(/audit file/);
    file.close();
    expect(existsSync(path) ? text() : null).toBe(before);
  });

  (existsSync('/dev/full') ? it : it.skip)('tells of a full disk', () => {
    const file = AppendFile.open('/dev/full', 0);
    expect(() => file.append(Buffer.from('one\n'))).toThrow(/ENOSPC/);
    expect(file.size).toBe(0);
    file.close();
  });
});
