import { describe, expect, it } from '@jest/globals';
import { declareWrite } from '#adapters/oracle/write.ts';

const WRITE = {
  ...{ name: 'w', block: 'BEGIN P(:a, :k); END;', in: ['a', 'k'], key: 'k' },
  find: { name: 'f', sql: 'SELECT A FROM T WHERE K = :1' },
};

describe('a declared write', () => {
  it('knows the idempotency key among what goes in', () => {
    expect(declareWrite(WRITE).keyOf({ a: 'x', k: 'key-1' })).toBe('key-1');
  });

  it.each([{ a: 'x', k: '' }, { a: 'x', k: null }, { a: 'x' }])('cannot be sent without one: %j', (inputs) => {
    expect(() => declareWrite(WRITE).keyOf(inputs)).toThrow(/no idempotency key/);
  });

  it.each([
    ['takes the key', { ...WRITE, key: 'z' }],
    ['is found by the key', { ...WRITE, find: { name: 'f', sql: 'SELECT A FROM T' } }],
    ['is found by the key alone', { ...WRITE, find: { name: 'f', sql: 'SELECT A FROM T WHERE K = :1 AND A = :2' } }],
  ])('%s, or is none', (_, write) => {
    expect(() => declareWrite(write)).toThrow(TypeError);
  });
});
