import { expect, it } from '@jest/globals';
import { rowsIn } from '#adapters/soap/rows.ts';
import { InvalidValue } from '#adapters/soap/value.ts';

it.each<[unknown, number]>([
  [{}, 0],
  [{ a: 'x', b: null }, 0],
  ['a text', 0],
  [null, 0],
  [new InvalidValue('is nothing'), 0],
  [{ count: '2', item: [{ part: ['1', '2', '3'] }, {}] }, 2],
  [{ count: '2', list: { item: [{ part: ['1', '2', '3'] }, {}] } }, 2],
  [{ a: ['1'], b: ['1', '2'] }, 3],
])('in %j are %i rows', (answer, rows) => {
  expect(rowsIn(answer)).toBe(rows);
});
