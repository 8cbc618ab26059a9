import { describe, expect, it } from '@jest/globals';
import type { JWK } from 'jose';
import { sm2 } from 'sm-crypto-v2';
import {
  type Checkpoint,
  createCheckpointVerifier,
  formatCheckpoint,
  parseCheckpoint,
  signCheckpoint,
} from '#auth/audit/checkpoint.ts';
import { leafHash } from '#auth/audit/merkle/hashes.ts';
import { createSignatureVerifier, createSigner } from '#auth/audit/signature.ts';
import { newSigningKey } from '#auth/keys/ensure.ts';
import { generateSm2Key } from '#auth/keys/sm2.ts';

const MAKERS = { Ed25519: newSigningKey, SM2: generateSm2Key };
const head = { log: 'court', size: 7, root: leafHash('x').toString('base64'), at: '2026-11-22T13:15:29.000Z' };

describe.each(['Ed25519', 'SM2'] as const)('a checkpoint signed with %s', (algorithm) => {
  const make = MAKERS[algorithm];
  const key = make('audit-court');
  const checkpoint = signCheckpoint(head, createSigner(key));
  const isSigned = createCheckpointVerifier({ keys: [make('audit-police'), make('audit-court'), key] });

  it('verifies, as it was sent and read again', () => {
    expect(checkpoint).toMatchObject({ ...head, key: 'audit-court', algorithm });
    const read = parseCheckpoint(formatCheckpoint(checkpoint));
    expect(read).toEqual(checkpoint);
    expect(read && isSigned(read)).toBe(true);
  });

  it.each<[string, Partial<Checkpoint>]>([
    ['size', { size: 8 }],
    ['root', { root: leafHash('y').toString('base64') }],
    ['time', { at: '2026-11-22T13:15:29.001Z' }],
    ['log and key', { log: 'police', key: 'audit-police' }],
    ['algorithm', { algorithm: algorithm === 'SM2' ? 'Ed25519' : 'SM2' }],
    ['signature', { signature: Buffer.alloc(64).toString('base64') }],
    ['signature', { signature: Buffer.alloc(64, 0xff).toString('base64') }],
  ])('does not with another %s', (_what, change) => {
    expect(isSigned({ ...checkpoint, ...change })).toBe(false);
  });

  it('does not by the key of another log, though it is trusted for that', () => {
    const police = make('audit-police');
    const signed = signCheckpoint(head, createSigner(police));
    expect(createCheckpointVerifier({ keys: [police] })(signed)).toBe(false);
    const claimed = signCheckpoint(head, createSigner({ ...police, kid: 'audit-court' }));
    expect(createCheckpointVerifier({ keys: [police, key] })(claimed)).toBe(false);
  });

  it('does not without its key', () => expect(createCheckpointVerifier({ keys: [] })(checkpoint)).toBe(false));
});

describe('what is not exactly a checkpoint is none', () => {
  const line = formatCheckpoint(signCheckpoint(head, createSigner(newSigningKey('audit-court'))));
  it.each([
    ['no JSON', 'checkpoint'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a space more', `${line} `],
    ['a member more', line.replace('{', '{"more":1,')],
    ['a member less', line.replace('"size":7,', '')],
    ['a size below zero', line.replace('"size":7', '"size":-7')],
    ['a size that is no whole number', line.replace('"size":7', '"size":7.5')],
    ['a size that is text', line.replace('"size":7', '"size":"7"')],
    ['a root of another length', line.replace(head.root, 'AAAA')],
    ['base64 of another form', line.replace(head.root, head.root.replace('=', ''))],
    ['a newline in the log', line.replace('"court"', '"court\\n8"')],
    ['a log that is a path', line.replace('"court"', '"../court"')],
    ['another algorithm', line.replace('Ed25519', 'none')],
    ['a time of another form', line.replace('.000Z', 'Z')],
    ['a signature of another length', line.replace(/"signature":"[^"]*"/, '"signature":""')],
  ])('%s', (_what, text) => {
    expect(text).not.toBe(line);
    expect(parseCheckpoint(text)).toBeNull();
  });
});

describe('SM2', () => {
  /** Made by OpenSSL 3.0: `pkeyutl -sign -rawin -digest sm3 -pkeyopt distid:1234567812345678`. */
  const PUBLIC = {
    kty: 'EC',
    crv: 'SM2',
    kid: 'audit-court',
    x: Buffer.from('8c2911cd275f27da413330c618312851a79ac4241f117d66344ea76c3863a3ac', 'hex').toString('base64url'),
    y: Buffer.from('a1a947096faaac85c503d4d2d1cb969fb72df08cd402639cb4dbb3f74c392aa4', 'hex').toString('base64url'),
  };
  const SIGNATURE = Buffer.from(
    '205eb6b0970cc15829b12730655dc510393361d2ae0a2f662e7c5e912533d468' +
      'be07b2d717e2b96fe4bab3d0bbe463065cb3ca7b3b01878233b2f4fdbca60aed',
    'hex',
  );
  const by = { key: 'audit-court', algorithm: 'SM2' } as const;

  it('accepts what another program signed, and not of another message', () => {
    const verify = createSignatureVerifier({ keys: [PUBLIC] });
    expect(verify(Buffer.from('zhengfa-graph'), SIGNATURE, by)).toBe(true);
    expect(verify(Buffer.from('zhengfa-grapH'), SIGNATURE, by)).toBe(false);
  });

  it('refuses a signature over the message itself instead of its digest', () => {
    const key = generateSm2Key('audit-court');
    const secret = Buffer.from(String(key.d), 'base64url').toString('hex');
    const message = Buffer.from('zhengfa-graph');
    const unhashed = Buffer.from(sm2.doSignature(message, secret), 'hex');
    expect(createSignatureVerifier({ keys: [key] })(message, unhashed, by)).toBe(false);
  });

  it.each([
    ['halves that differ', (key: JWK) => ({ ...key, d: generateSm2Key('x').d })],
    ['a point off the curve', (key: JWK) => ({ ...key, y: key.x })],
    ['a part too short', (key: JWK) => ({ ...key, d: 'AAAA' })],
  ])('refuses a key with %s', (_what, change) => {
    expect(() => createSigner(change(generateSm2Key('audit-court')) as JWK)).toThrow(/SM2|curve/);
  });
});
