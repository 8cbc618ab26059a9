import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClientSSLSecurity, WSSecurity, WSSecurityCert } from 'soap';
import { createSoapConnector, type SoapConnector, type SoapConnectorOptions } from '#adapters/soap/connector.ts';
import type { SecuritySetting } from '#adapters/soap/security/settings.ts';
import { type CxfServer, startCxf, WSDL } from '#tests/legacy/cxf/start.ts';
import { places } from '#tests/legacy/cxf/suite.ts';
import { failureOf } from '#tests/legacy/failures.ts';
import { itReadsAndWrites } from '#tests/legacy/it-reads-and-writes.ts';
import { startMeddler } from '#tests/legacy/meddler.ts';
import { soapAlone } from '#tests/legacy/soap-alone.ts';
import { at } from '#tests/legacy/value-case.ts';
import { LIMITS, ours } from '#tests/legacy/values.ts';

const USER = 'court';
const PASSWORD = '口令 <&> 1';
const PHONE = '13900000000';

let server: CxfServer;
let meddler: Awaited<ReturnType<typeof startMeddler>>;
const pem: Record<string, string> = {};
const open: SoapConnector[] = [];
beforeAll(async () => {
  server = await startCxf();
  meddler = await startMeddler(`${server.http}signed-sha256`, (reply) => reply.replace(PHONE, '13900000001'));
  const { keys } = await places();
  for (const file of ['client.key', 'client.crt', 'server.crt', 'stranger.key', 'stranger.crt']) {
    pem[file] = await readFile(join(keys, file), 'utf8');
  }
});
afterAll(async () => {
  for (const connector of open) await connector.close();
  await meddler?.stop();
  await server?.stop();
});
const file = (name: string) => pem[name] ?? '';
const token = (kind: 'wsse-text' | 'wsse-digest', password = PASSWORD): SecuritySetting => ({
  ...{ kind, user: USER, password },
  timestamp: kind === 'wsse-digest',
});
const signature = (who = 'client'): SecuritySetting => ({
  kind: 'wsse-x509',
  certificate: file(`${who}.crt`),
  key: file(`${who}.key`),
});
const signatureAlone = () => new WSSecurityCert(file('client.key'), file('client.crt'), '');
const theirs = () => ({ verifyReplies: { certificate: file('server.crt') } });

async function asked(endpoint: string, options: Partial<SoapConnectorOptions>): Promise<unknown> {
  const common = { wsdl: WSDL, endpoint, limits: LIMITS, department: 'COURT', system: '12368' } as const;
  const connector = await createSoapConnector({ ...common, ...options });
  open.push(connector);
  return at(await ours(connector, 'read', { what: 'choice' }), 'values', 'phone');
}

async function askedAlone(endpoint: string, security: object): Promise<unknown> {
  const ask = await aloneAt(endpoint, security);
  if (security instanceof WSSecurityCert) await nextSecond();
  return ask();
}

async function aloneAt(endpoint: string, security: object): Promise<() => Promise<unknown>> {
  const { client, call } = await soapAlone(WSDL, endpoint);
  Object.assign(client, { security });
  return async () => at(await call('read', { what: 'choice' }), 'values', 'phone');
}

/** Equal calls of one second have the same signature, and WSS4J takes the second one for a replay: between different tests that must not count. */
async function nextSecond(): Promise<void> {
  await sleep(1000 - (Date.now() % 1000));
}

itReadsAndWrites('CXF wrapped', [
  {
    values: 'UsernameToken, text',
    ours: () => asked(`${server.http}text`, { security: [token('wsse-text')] }),
    alone: () => askedAlone(`${server.http}text`, new WSSecurity(USER, PASSWORD, { hasTimeStamp: false })),
    expected: PHONE,
  },
  {
    values: 'UsernameToken, digest, and timestamp',
    ours: () => asked(`${server.http}digest`, { security: [token('wsse-digest')] }),
    alone: () => askedAlone(`${server.http}digest`, new WSSecurity(USER, PASSWORD, { passwordType: 'PasswordDigest' })),
    expected: PHONE,
  },
  {
    values: 'X.509 signature and timestamp',
    ours: () => asked(`${server.http}x509`, { security: [signature()] }),
    alone: () => askedAlone(`${server.http}x509`, signatureAlone()),
    expected: PHONE,
  },
  {
    values: 'X.509 signature, two equal calls in one second',
    ours: async () => {
      await nextSecond();
      const once = () => asked(`${server.http}x509`, { security: [signature()] });
      return [await once(), await once()];
    },
    alone: async () => {
      const once = await aloneAt(`${server.http}x509`, signatureAlone());
      await nextSecond();
      return [await once(), await once()];
    },
    expected: [PHONE, PHONE],
  },
  {
    values: 'reply signed',
    ours: () => asked(`${server.http}signed-sha256`, { security: [signature()], ...theirs() }),
    alone: () => askedAlone(`${server.http}signed-sha256`, signatureAlone()),
    expected: PHONE,
  },
  {
    values: 'reply signed by SHA-1, as WSS4J does',
    ours: () =>
      asked(`${server.http}signed`, {
        security: [signature()],
        verifyReplies: { ...theirs().verifyReplies, sha1: true },
      }),
    alone: () => askedAlone(`${server.http}signed`, signatureAlone()),
    expected: PHONE,
  },
  {
    values: 'reply signed and changed on its way: refused',
    ours: async () => (await failureOf(asked(meddler.address, { security: [signature()], ...theirs() }))).code,
    alone: () => askedAlone(meddler.address, signatureAlone()),
    expected: 'DEPARTMENT_DATA_INVALID',
  },
  {
    values: 'client certificate (mutual TLS)',
    ours: () =>
      asked(`${server.https}mtls`, {
        security: [
          { kind: 'mtls', certificate: file('client.crt'), key: file('client.key'), authority: file('server.crt') },
        ],
      }),
    alone: async () => {
      const pemOf = (name: string) => Buffer.from(file(name));
      const own = new ClientSSLSecurity(pemOf('client.key'), pemOf('client.crt'), pemOf('server.crt'));
      return askedAlone(`${server.https}mtls`, own);
    },
    expected: PHONE,
  },
]);

describe('what the server refuses', () => {
  it.each<[string, string, () => SecuritySetting[], string]>([
    ['a wrong password', 'text', () => [token('wsse-text', 'wrong')], 'the system refuses our credentials'],
    ['a wrong digest', 'digest', () => [token('wsse-digest', 'wrong')], 'the system refuses our credentials'],
    ['a stranger’s signature', 'x509', () => [signature('stranger')], 'the system refuses our credentials'],
    ['no security at all', 'x509', () => [], 'the system refuses our credentials'],
  ])('is told as what it is: %s', async (_what, path, security, reason) => {
    const failure = await failureOf(asked(`${server.http}${path}`, { security: security() }));
    expect(failure).toEqual({ code: 'DEPARTMENT_UNAVAILABLE', reason });
  });
});

describe('what we refuse', () => {
  it.each<[string, string, Partial<SoapConnectorOptions>]>([
    ['a signature by SHA-1', 'signed', { verifyReplies: { certificate: 'server.crt' } }],
    ['a reply that is not signed', 'x509', { verifyReplies: { certificate: 'server.crt' } }],
    ['a reply that somebody else signed', 'signed-sha256', { verifyReplies: { certificate: 'stranger.crt' } }],
  ])('%s', async (_what, path, { verifyReplies }) => {
    const certificate = file(verifyReplies && 'certificate' in verifyReplies ? verifyReplies.certificate : '');
    const work = asked(`${server.http}${path}`, { security: [signature()], verifyReplies: { certificate } });
    await expect(failureOf(work)).resolves.toMatchObject({ code: 'DEPARTMENT_DATA_INVALID' });
  });
});
