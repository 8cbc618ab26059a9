import { expect, it } from '@jest/globals';
import { scopedKey } from '#subgraphs/kit/idempotency-key.ts';

const HE = { issuer: 'https://issuer', subject: 'sub-of-he' };

it('is the same for the same caller and key, and 64 hexadecimal digits', () => {
  expect(scopedKey(HE, 'k-1')).toBe(scopedKey({ ...HE }, 'k-1'));
  expect(scopedKey(HE, '张拟甲')).toMatch(/^[\da-f]{64}$/);
});

it.each([
  ['another subject', { ...HE, subject: 'sub-of-she' }, 'k-1'],
  ['another issuer', { ...HE, issuer: 'https://other' }, 'k-1'],
  ['another key', HE, 'k-2'],
  ['the same letters elsewhere', { issuer: 'https://issuersub-of-he', subject: '' }, 'k-1'],
])('is unlike that of %s', (_what, caller, key) => {
  expect(scopedKey(caller, key)).not.toBe(scopedKey(HE, 'k-1'));
});

it.each(['', '  ', 'k'.repeat(201)])('a key that will not do is refused', (key) => {
  expect(() => scopedKey(HE, key)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
});
