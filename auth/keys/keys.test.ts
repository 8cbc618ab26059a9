import { createHmac, KeyObject } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { auditAlgorithm } from '#auth/keys/algorithms.ts';
import { ensureKeys } from '#auth/keys/ensure.ts';
import { keysFolder, loadAuditKey, loadAuditTrustedKeys, loadKey, loadTrustedKeys } from '#auth/keys/load.ts';
import {
  AUDIT_KEYS,
  auditKeyFile,
  ENVELOPE_KEYS,
  keyFile,
  SECRET_KEYS,
  SIGNING_KEYS,
  trustedKeysFile,
} from '#auth/keys/names.ts';

let home: string;
let folder: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'keys-'));
  folder = join(home, 'keys');
});
afterEach(() => rm(home, { recursive: true }));

const mode = async (path: string) => (await stat(path)).mode & 0o777;
const contents = async () =>
  Object.fromEntries(
    await Promise.all((await readdir(folder)).map(async (name) => [name, await readFile(join(folder, name), 'utf8')])),
  ) as Record<string, string>;

describe('ensureKeys', () => {
  it('makes one file a key, each its own, for the owner only', async () => {
    await ensureKeys(folder);
    expect((await readdir(folder)).sort()).toEqual(
      [
        'audit-access.jwk.json',
        'audit-case.jwk.json',
        'audit-casework.jwk.json',
        'audit-court.jwk.json',
        'audit-gateway.jwk.json',
        'audit-legal-aid.jwk.json',
        'audit-notary.jwk.json',
        'audit-police.jwk.json',
        'audit-procuratorate.jwk.json',
        'audit-trusted.jwks.json',
        'envelope-access.jwk.json',
        'envelope-casework.jwk.json',
        'envelope-gateway.jwk.json',
        'envelope-trusted.jwks.json',
        'opaque-id.jwk.json',
        'registry-encryption.jwk.json',
      ].sort(),
    );
    expect(await mode(folder)).toBe(0o700);
    const material = new Set<string>();
    for (const name of [...SIGNING_KEYS, ...SECRET_KEYS]) {
      expect(await mode(keyFile(folder, name))).toBe(0o600);
      const { d, k } = JSON.parse(await readFile(keyFile(folder, name), 'utf8')) as { d?: string; k?: string };
      material.add(d ?? k ?? '');
    }
    expect(material.size).toBe(SIGNING_KEYS.length + SECRET_KEYS.length);
  });

  it('makes only what is missing', async () => {
    await ensureKeys(folder);
    const before = await contents();
    await rm(keyFile(folder, 'opaque-id'));
    await ensureKeys(folder);
    const { 'opaque-id.jwk.json': made, ...after } = await contents();
    const { 'opaque-id.jwk.json': lost, ...kept } = before;
    expect(after).toEqual(kept);
    expect(made).not.toBe(lost);
  });

  it('closes a folder that was open', async () => {
    await ensureKeys(folder);
    await chmod(folder, 0o755);
    await ensureKeys(folder);
    expect(await mode(folder)).toBe(0o700);
  });

  it('called twice at once, leaves one whole set', async () => {
    await Promise.all([ensureKeys(folder), ensureKeys(folder), ensureKeys(folder)]);
    for (const name of SIGNING_KEYS) expect((await loadKey(folder, name)).kid).toBe(name);
    expect(await readdir(folder)).toHaveLength(SIGNING_KEYS.length + SECRET_KEYS.length + 2);
  });
});

describe('the trusted public keys', () => {
  it('are the envelope keys, with kid and use, without the private half, readable by all', async () => {
    await ensureKeys(folder);
    const { keys } = await loadTrustedKeys(folder);
    expect(keys.map(({ kid, use, alg, kty }) => ({ kid, use, alg, kty }))).toEqual(
      ENVELOPE_KEYS.map((kid) => ({ kid, use: 'sig', alg: 'EdDSA', kty: 'OKP' })),
    );
    expect(keys.some((key) => 'd' in key)).toBe(false);
    await chmod(trustedKeysFile(folder), 0o644);
    await expect(loadTrustedKeys(folder)).resolves.toEqual({ keys });
  });

  it('follow a renewed key and keep those of others', async () => {
    await ensureKeys(folder);
    const [old, casework] = (await loadTrustedKeys(folder)).keys;
    const other = { ...casework, kid: 'envelope-elsewhere' };
    await writeFile(trustedKeysFile(folder), JSON.stringify({ keys: [old, casework, other] }));
    await rm(keyFile(folder, 'envelope-gateway'));
    await ensureKeys(folder);
    const { keys } = await loadTrustedKeys(folder);
    expect(keys.map(({ kid }) => kid)).toEqual([...ENVELOPE_KEYS, 'envelope-elsewhere']);
    expect(keys[0]?.x).toBe((await loadKey(folder, 'envelope-gateway')).x);
    expect(keys[0]?.x).not.toBe(old?.x);
  });
});

describe('the public keys of audit logs', () => {
  it('are one a log, without the private half', async () => {
    await ensureKeys(folder, 'Ed25519');
    const { keys } = await loadAuditTrustedKeys(folder);
    expect(keys.map(({ kid, crv }) => [kid, crv])).toEqual(AUDIT_KEYS.map((name) => [name, 'Ed25519']));
    expect(keys.some((key) => 'd' in key)).toBe(false);
  });

  it('are of both algorithms once SM2 was set: what was signed before must still verify', async () => {
    await ensureKeys(folder, 'Ed25519');
    await ensureKeys(folder, 'SM2');
    const { keys } = await loadAuditTrustedKeys(folder);
    expect(keys.map(({ kid, crv }) => [kid, crv])).toEqual(
      ['Ed25519', 'SM2'].flatMap((algorithm) => AUDIT_KEYS.map((name) => [name, algorithm])),
    );
    expect(keys.some((key) => 'd' in key)).toBe(false);
    for (const name of AUDIT_KEYS) expect(await mode(auditKeyFile(folder, name, 'SM2'))).toBe(0o600);
    await expect(loadAuditKey(folder, 'audit-court', 'SM2')).resolves.toMatchObject({ kid: 'audit-court', crv: 'SM2' });
    await expect(loadAuditKey(folder, 'audit-court', 'Ed25519')).resolves.toMatchObject({ crv: 'Ed25519' });
  });

  it('keep the old half of a renewed key', async () => {
    await ensureKeys(folder, 'Ed25519');
    const before = (await loadAuditTrustedKeys(folder)).keys;
    await rm(keyFile(folder, 'audit-court'));
    await ensureKeys(folder, 'Ed25519');
    const after = (await loadAuditTrustedKeys(folder)).keys;
    expect(after).toHaveLength(before.length + 1);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  it('a damaged SM2 key is named and not quoted', async () => {
    await ensureKeys(folder, 'SM2');
    const file = auditKeyFile(folder, 'audit-court', 'SM2');
    const other = JSON.parse(await readFile(auditKeyFile(folder, 'audit-police', 'SM2'), 'utf8')) as { d: string };
    await writeFile(file, JSON.stringify({ ...(JSON.parse(await readFile(file, 'utf8')) as object), d: other.d }));
    const refused = await loadAuditKey(folder, 'audit-court', 'SM2').catch(inspect);
    expect(refused).toMatch(/audit-court\.sm2\.jwk\.json 已损坏.*is damaged/);
    expect(refused).not.toContain(other.d);
  });

  it.each([
    [{}, 'Ed25519'],
    [{ AUDIT_SIGNATURE: '' }, 'Ed25519'],
    [{ AUDIT_SIGNATURE: 'SM2' }, 'SM2'],
  ])('AUDIT_SIGNATURE %j is %s', (env, algorithm) => expect(auditAlgorithm(env)).toBe(algorithm));

  it('AUDIT_SIGNATURE is nothing else', () => {
    expect(() => auditAlgorithm({ AUDIT_SIGNATURE: 'sm2' })).toThrow(/AUDIT_SIGNATURE.*Ed25519/);
  });
});

describe('loadKey', () => {
  it('gives a secret as an object that does not print itself', async () => {
    await ensureKeys(folder);
    const key = await loadKey(folder, 'opaque-id');
    const { k } = JSON.parse(await readFile(keyFile(folder, 'opaque-id'), 'utf8')) as { k: string };
    expect(key).toBeInstanceOf(KeyObject);
    expect(inspect(key)).not.toContain(k);
    const expected = createHmac('sha256', Buffer.from(k, 'base64url')).update('x').digest('hex');
    expect(createHmac('sha256', key).update('x').digest('hex')).toBe(expected);
  });

  it('names a missing file and the command that makes it', async () => {
    await expect(loadKey(folder, 'envelope-gateway')).rejects.toThrow(
      /缺少密钥文件 .*envelope-gateway\.jwk\.json.*npm run keys .*\/ .*missing.*npm run keys/,
    );
    await expect(loadTrustedKeys(folder)).rejects.toThrow(/缺少密钥文件 .*envelope-trusted\.jwks\.json/);
  });

  it.each([0o640, 0o604, 0o610])('refuses a key of mode %o', async (bits) => {
    await ensureKeys(folder);
    await chmod(keyFile(folder, 'registry-encryption'), bits);
    await expect(loadKey(folder, 'registry-encryption')).rejects.toThrow(/可被他人读取.*others may read/);
  });

  it.each([
    ['registry-encryption', 'SECRET'],
    ['registry-encryption', '{"kty":"oct","k":"SECRET"}'],
    ['envelope-gateway', '{"kty":"OKP","crv":"Ed25519","x":"SECRET","d":"SECRET"}'],
    ['envelope-gateway', '{"kty":"oct","k":"SECRET"}'],
    ['envelope-gateway', ''],
  ] as const)('refuses a damaged %s (%s) and does not quote it', async (name, text) => {
    await ensureKeys(folder);
    await writeFile(keyFile(folder, name), text);
    const refused = (name === 'envelope-gateway' ? loadKey(folder, name) : loadKey(folder, name)).catch(inspect);
    await expect(refused).resolves.toMatch(/已损坏.*is damaged/);
    await expect(refused).resolves.not.toContain('SECRET');
  });
});

describe('keysFolder', () => {
  it('is KEYS_DIR, or .data/keys', () => {
    expect(keysFolder({ KEYS_DIR: '/srv/keys' })).toBe('/srv/keys');
    expect(keysFolder({})).toBe(join(process.cwd(), '.data', 'keys'));
  });
});
