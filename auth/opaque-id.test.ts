import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { auditCaseId, opaqueId } from '#auth/opaque-id.ts';

const key = createSecretKey(randomBytes(32));
const number = '379999198506120130';

describe('opaqueId', () => {
  it('is stable, prefixed and url-safe, and shows nothing of its parts', () => {
    const id = opaqueId(key, 'P', number);
    expect(id).toBe(opaqueId(key, 'P', number));
    expect(id).toMatch(/^P-[\w-]{43}$/);
    expect(id).not.toContain(number);
    expect(opaqueId(key, 'PT', 'ZF-2025-000001', id)).toMatch(/^PT-[\w-]{43}$/);
  });

  it('differs by deployment, kind, part and the border between parts', () => {
    const ids = [
      opaqueId(key, 'P', number),
      opaqueId(createSecretKey(randomBytes(32)), 'P', number),
      opaqueId(key, 'PT', number),
      opaqueId(key, 'P', '37999919850612013X'),
      opaqueId(key, 'P', number.slice(0, 6), number.slice(6)),
      opaqueId(key, 'P', number.slice(0, 7), number.slice(7)),
    ].map((id) => id.replace(/^PT?-/, ''));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is the documented construction', () => {
    const zero = createSecretKey(Buffer.alloc(32));
    expect(opaqueId(zero, 'P', 'a')).toBe(`P-${EXPECTED}`);
  });
});

it('a sealed case is named in the log by an id that tells nothing of its number', () => {
  const id = auditCaseId(key, 'ZF-2024-000004');
  expect(id).toBe(auditCaseId(key, 'ZF-2024-000004'));
  expect(id).toMatch(/^A-[\w-]{43}$/);
  expect(id).not.toBe(auditCaseId(createSecretKey(randomBytes(32)), 'ZF-2024-000004'));
});

/** printf '["P","a"]' | openssl dgst -sha256 -mac HMAC -macopt hexkey:00…00 -binary | basenc --base64url */
const EXPECTED = 'OqGfMaAS7jS-izlSiaFtF8Dv9qHatAfiKFZOtWJxHXg';
