import { describe, expect, it } from '@jest/globals';
import { answersOf, only, readAnswers, readPage, UnreadableRecord } from '#adapters/systems/answers.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';

const OWNER = { department: 'POLICE', system: 'police' } as const;
const invalid = expect.objectContaining({ code: 'DEPARTMENT_DATA_INVALID', ...OWNER });

interface Row {
  readonly key: string;
  readonly value: string;
}
const row = (key: string, value = 'good'): Row => ({ key, value });

/** Values can be read unless they are bad; a mistake of ours is none of the record's. */
function readValue({ value }: Row): string {
  if (value === 'bad') throw new UnreadableField('VALUE', 'cannot be read');
  if (value === 'mistake') throw new TypeError('ours');
  return value;
}

const keyOf = ({ key }: Row) => {
  if (key === '') throw new UnreadableField('KEY', 'is missing');
  return key;
};
const answers = (...rows: Row[]) =>
  answersOf(readAnswers(OWNER, rows, { keys: ['a', 'b'], field: 'KEY', keyOf }, (own) => readValue(only('KEY', own))));

describe('answers', () => {
  it('are a plain map where all can be read', () => {
    expect(answers(row('b'), row('a', 'x'))).toEqual(
      new Map([
        ['b', 'good'],
        ['a', 'x'],
      ]),
    );
  });

  it.each([
    ['that cannot be read', [row('a', 'bad'), row('b')]],
    ['that comes twice', [row('a'), row('b'), row('a')]],
  ])('one %s fails alone', (_what, rows) => {
    const found = answers(...rows);
    expect(() => found.get('a')).toThrow(invalid);
    expect([found.get('b'), found.get('c')]).toEqual(['good', undefined]);
  });

  it('one that cannot be read is not passed over', () => {
    const found = answers(row('a', 'bad'), row('b'));
    for (const all of [
      () => [...found],
      () => [...found.values()],
      () => [...found.entries()],
      () => found.forEach(() => {}),
    ])
      expect(all).toThrow(invalid);
  });

  it.each([
    ['was not asked for', row('c')],
    ['has no key', row('')],
  ])('one that %s fails them all', (_what, extra) => {
    expect(() => answers(row('a'), extra)).toThrow(invalid);
  });

  it('a mistake of ours is no failure of theirs', () => {
    expect(() => answers(row('a', 'mistake'))).toThrow(TypeError);
  });
});

describe('a page', () => {
  it('keeps the place of what cannot be read, by its key', () => {
    const page = readPage(OWNER, [row('a'), row('b', 'bad'), row('c')], keyOf, readValue);
    expect(page).toEqual(['good', { key: 'b', error: invalid }, 'good']);
    expect(page[1]).toBeInstanceOf(UnreadableRecord);
    expect((page[1] as UnreadableRecord).error).toBeInstanceOf(DepartmentError);
  });
});
