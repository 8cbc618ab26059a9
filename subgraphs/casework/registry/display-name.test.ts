import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { decryptDisplayName, encryptDisplayName } from '#subgraphs/casework/registry/display-name.ts';

const key = createSecretKey(randomBytes(32));
const name = '㛃拟𠮷';

describe('display names at rest', () => {
  it('come back as they were', () => {
    expect(decryptDisplayName(key, 'PT-1', encryptDisplayName(key, 'PT-1', name))).toBe(name);
    expect(decryptDisplayName(key, 'PT-1', encryptDisplayName(key, 'PT-1', ''))).toBe('');
  });

  it('never look the same twice', () => {
    expect(encryptDisplayName(key, 'PT-1', name)).not.toEqual(encryptDisplayName(key, 'PT-1', name));
  });

  it('do not show the name', () => {
    expect(encryptDisplayName(key, 'PT-1', name).includes(Buffer.from(name))).toBe(false);
  });

  it('are refused with another key', () => {
    const other = createSecretKey(randomBytes(32));
    expect(() => decryptDisplayName(other, 'PT-1', encryptDisplayName(key, 'PT-1', name))).toThrow(
      /NAME_NOT_AUTHENTIC/,
    );
  });

  it('are refused at another party', () => {
    expect(() => decryptDisplayName(key, 'PT-2', encryptDisplayName(key, 'PT-1', name))).toThrow(/NAME_NOT_AUTHENTIC/);
  });

  it('are refused when any byte has changed, or some are missing', () => {
    const encrypted = encryptDisplayName(key, 'PT-1', name);
    for (const index of encrypted.keys()) {
      const damaged = Buffer.from(encrypted);
      damaged.writeUInt8(damaged.readUInt8(index) ^ 1, index);
      expect(() => decryptDisplayName(key, 'PT-1', damaged)).toThrow(/NAME_NOT_AUTHENTIC/);
      expect(() => decryptDisplayName(key, 'PT-1', encrypted.subarray(0, index))).toThrow(/NAME_NOT_AUTHENTIC/);
    }
  });
});
