import { describe, expect, it } from '@jest/globals';
import { importJWK, SignJWT } from 'jose';
import type { EnvelopeContent, EnvelopeSigner, SubgraphName } from '#auth/envelope/envelope.ts';
import { signingPair } from '#auth/envelope/keys.fixture.ts';
import { bodyHash, createEnvelopeMaker } from '#auth/envelope/sign.ts';
import { createEnvelopeVerifier } from '#auth/envelope/verify.ts';

const BODY = '{"query":"{ __typename }"}';
const gateway = await signingPair('envelope-gateway');
const casework = await signingPair('envelope-casework');
const foreign = await signingPair('envelope-gateway');
const trusted = { keys: [...gateway.trusted.keys, ...casework.trusted.keys] };
const content: EnvelopeContent = {
  principal: {
    issuer: 'https://issuer.test/realms/zhengfa',
    username: 'court.lin',
    subject: 'sub',
    roles: new Set(['court.judge', 'constructor']),
    agency: 'COURT-379999',
    staffNo: 'FY0001',
    licenceNo: null,
  },
  purpose: 'HANDLE_CASE',
  onlyCase: 'ZF-2025-000001',
  requestId: 'r-1',
  operation: 'a'.repeat(64),
};
const seal = async (
  override: Partial<EnvelopeContent> = {},
  signer: EnvelopeSigner = 'gateway',
  key = gateway.secret,
  audience: SubgraphName = 'court',
) => (await createEnvelopeMaker(signer, key)).sign({ ...content, ...override }, audience, BODY);
const open = (envelope: string | undefined, body = BODY) =>
  createEnvelopeVerifier('court', trusted).verify(envelope, body);
const expectShut = (envelope: string | undefined, body?: string) =>
  expect(open(envelope, body)).rejects.toMatchObject({ name: 'GraphError', code: 'UNAUTHENTICATED' });

/** An envelope with these claims instead of the usual ones, rightly signed by the gateway's key. */
async function sealClaims(claims: Record<string, unknown>, header: Record<string, unknown> = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const usual = {
    iss: 'gateway',
    sub: 's',
    aud: 'court',
    iat: now,
    exp: now + 30,
    jti: 'j',
    rid: 'r',
    body: bodyHash(BODY),
  };
  const given = Object.fromEntries(Object.entries({ ...usual, ...claims }).filter(([, value]) => value !== undefined));
  return new SignJWT(given)
    .setProtectedHeader({ alg: 'EdDSA', typ: 'envelope+jwt', kid: 'envelope-gateway', ...header })
    .sign(await importJWK(gateway.secret, 'EdDSA'));
}

describe('what was sealed is what is read', () => {
  it.each<[string, Partial<EnvelopeContent>]>([
    ['everything', {}],
    [
      'nothing but the subject',
      {
        principal: { ...content.principal, roles: new Set(), agency: null, staffNo: null },
        purpose: null,
        onlyCase: null,
      },
    ],
    [
      'a lawyer',
      { principal: { ...content.principal, staffNo: null, licenceNo: '13799202010999001' }, purpose: 'DEFEND' },
    ],
  ])('%s', async (_what, override) => {
    expect(await open(await seal(override))).toEqual({ signer: 'gateway', ...content, ...override });
  });

  it('by casework in its own name', async () => {
    expect((await open(await seal({}, 'casework', casework.secret))).signer).toBe('casework');
  });

  it.each<[string, Record<string, unknown>, object]>([
    ['roles that are no list', { roles: 'court.judge' }, { principal: { roles: new Set() } }],
    [
      'roles that are no strings',
      { roles: ['court.judge', 7, null] },
      { principal: { roles: new Set(['court.judge']) } },
    ],
    ['a staff number that is none', { staffNo: 1, agency: '' }, { principal: { staffNo: null, agency: null } }],
    ['an issuer that is none', { issuer: 7, username: null }, { principal: { issuer: '', username: '' } }],
    ['the envelope’s signer for an issuer', {}, { principal: { issuer: '' } }],
    ['a purpose that is none', { purpose: 'constructor' }, { purpose: null }],
  ])('%s opens nothing', async (_what, claims, expected) => {
    expect(await open(await sealClaims(claims))).toMatchObject(expected);
  });
});

describe('refused', () => {
  it.each<[string, () => Promise<string | undefined>]>([
    ['none', async () => undefined],
    ['nothing in it', async () => ''],
    ['two in one header', async () => `${await seal()}, ${await seal()}`],
    ['another subgraph', () => seal({}, 'gateway', gateway.secret, 'casework')],
    ['a foreign key under the gateway’s id', () => seal({}, 'gateway', foreign.secret)],
    ['an unknown key id', () => seal({}, 'gateway', { ...gateway.secret, kid: 'envelope-nobody' })],
    ['the gateway’s key in casework’s name', () => seal({}, 'casework', gateway.secret)],
    ['casework’s key in the gateway’s name', () => seal({}, 'gateway', casework.secret)],
    ['an unknown issuer', () => sealClaims({ iss: 'court' })],
    ['no issuer', () => sealClaims({ iss: undefined })],
    ['no subject', () => sealClaims({ sub: undefined })],
    ['no end', () => sealClaims({ exp: undefined })],
    ['ended', () => sealClaims({ exp: Math.floor(Date.now() / 1000) - 60 })],
    ['no id', () => sealClaims({ jti: undefined })],
    ['no body hash', () => sealClaims({ body: undefined })],
    ['not for anybody', () => sealClaims({ aud: undefined })],
    ['another kind of token', () => sealClaims({}, { typ: 'JWT' })],
  ])('%s', async (_what, envelope) => expectShut(await envelope()));

  it('with another body', async () => expectShut(await seal(), `${BODY} `));

  it('altered in any part', async () => {
    const parts = (await seal()).split('.');
    for (const index of parts.keys()) {
      const part = parts[index] ?? '';
      const altered = `${part.slice(0, 8)}${part[8] === 'A' ? 'B' : 'A'}${part.slice(9)}`;
      await expectShut(parts.with(index, altered).join('.'));
    }
  });

  it.each<[string, Record<string, unknown>]>([
    ['another caller', { sub: 'other' }],
    ['another issuer’s caller', { issuer: 'https://other.test' }],
    ['another role', { roles: ['platform.auditor'] }],
    ['another agency', { agency: 'PROC-379999' }],
    ['another staff number', { staffNo: 'FY0002' }],
    ['a licence', { licenceNo: '13799202010999001' }],
    ['another purpose', { purpose: 'AUDIT_SECURITY' }],
    ['another case', { case: 'ZF-2025-000002' }],
    ['no case', { case: null }],
    ['another request', { rid: 'r-2' }],
    ['another operation', { op: 'b'.repeat(64) }],
    ['another subgraph', { aud: 'police' }],
    ['another signer', { iss: 'casework' }],
    ['a longer life', { exp: Math.floor(Date.now() / 1000) + 3600 }],
    ['another id', { jti: 'other' }],
    ['another body', { body: bodyHash('{}') }],
  ])('opened and closed again with %s', async (_what, claims) => {
    const [head, payload = '', signature] = (await seal()).split('.');
    const sealed = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const altered = Buffer.from(JSON.stringify({ ...sealed, ...claims })).toString('base64url');
    await expectShut([head, altered, signature].join('.'), claims.body ? '{}' : BODY);
  });

  it('a user’s token, whatever it says', async () => {
    await expectShut(await sealClaims({ typ: 'Bearer', realm_access: { roles: ['court.judge'] } }, { typ: 'JWT' }));
    await expectShut(`Bearer ${await seal()}`);
  });

  it('the second time, by the verifier that saw the first', async () => {
    const verifier = createEnvelopeVerifier('court', trusted);
    const envelope = await seal();
    await verifier.verify(envelope, BODY);
    await expect(verifier.verify(envelope, BODY)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(verifier.verify(await seal(), BODY)).resolves.toMatchObject({ requestId: 'r-1' });
  });

  it('in the same words, whatever the reason', async () => {
    const messages = [undefined, 'x', await seal({}, 'casework'), await sealClaims({ iss: 'x' })].map((envelope) =>
      open(envelope, BODY).catch((error: Error) => error.message),
    );
    expect(new Set(await Promise.all(messages)).size).toBe(1);
  });
});
