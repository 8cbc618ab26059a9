import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { listOf, registered } from '#gateway/trusted/trusted.fixture.ts';
import {
  loadTrustedOperations,
  readTrustedOperations,
  trustedOperationsFile,
} from '#gateway/trusted/trusted-operations.ts';

const folder = mkdtempSync(join(tmpdir(), 'trusted-'));
afterAll(() => rmSync(folder, { recursive: true }));
const ONE = registered('query Q { a } # 法', 'staff');
const TWO = registered('query R { b }', 'staff', 'public');

it('a list is what was registered', () => {
  expect(readTrustedOperations(JSON.stringify([ONE, TWO]))).toEqual(listOf(ONE, TWO));
});

it('an id is what sha256sum says of the file', () => {
  expect(registered('{ a }\n', 'staff').id).toBe('2208113d992764f6d81dbd8dde1ba2282339d7bcc102a272c2b35bc697488ac9');
});

describe('refused, with a sentence that names the file', () => {
  it.each<[string, string]>([
    ['no JSON', '['],
    ['no list', '{}'],
    ['null', '[null]'],
    ['a document that was altered', JSON.stringify([{ ...ONE, document: 'query Q { c }' }])],
    ['an id that was altered', JSON.stringify([{ ...ONE, id: TWO.id }])],
    ['the same twice', JSON.stringify([ONE, ONE])],
    ['a document for nobody', JSON.stringify([{ ...ONE, for: [] }])],
    ['a document for whom there is no list', JSON.stringify([{ ...ONE, for: ['everyone'] }])],
    ['a name that is none', JSON.stringify([{ ...ONE, name: 1 }])],
  ])('%s', (what, text) => {
    const file = join(folder, `${what}.json`);
    writeFileSync(file, text);
    expect(() => loadTrustedOperations(file)).toThrow(/npm run operations -- check \/ .*cannot be used/);
    expect(() => loadTrustedOperations(file)).toThrow(file);
  });
});

it('the list of this repository can be read', () => {
  expect(loadTrustedOperations(trustedOperationsFile({})).size).toBeGreaterThanOrEqual(13);
});
