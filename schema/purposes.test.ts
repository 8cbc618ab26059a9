import { describe, expect, it } from '@jest/globals';
import { PURPOSES, parsePurpose } from '#schema/purposes.ts';

describe('parsePurpose', () => {
  it.each(Object.keys(PURPOSES))('knows %s', (code) => {
    expect(parsePurpose(code)).toBe(code);
  });

  it.each([undefined, '', 'handle_case', 'HANDLE_CASE, DEFEND', 'constructor', '__proto__', ['HANDLE_CASE']])(
    'refuses %j',
    (header) => {
      expect(parsePurpose(header)).toBeNull();
    },
  );
});
