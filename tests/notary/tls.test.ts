import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { inspect, promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { createClientTls } from '#adapters/soap/security/tls.ts';
import type { Credential } from '#auth/keys/certificate-authority.ts';
import { authority, call, client, EXPIRED, foreign, type Started, server, start } from '#tests/notary/harness.ts';
import { OFFICE, VALID } from '#tests/notary/numbers.ts';

const refused = { code: 'DEPARTMENT_UNAVAILABLE', department: 'NOTARY', system: 'notary', retryable: false };
const run = promisify(execFile);

async function failing(started: Started) {
  const { notary, simulator, logged } = await start(started);
  const error = await notary.verify(OFFICE, VALID, null, call).catch((caught) => caught);
  return { error, simulator, logged };
}

/** One call without our connector: what the stand-in itself does. */
async function post(endpoint: string, own: Partial<Credential>) {
  const options = { method: 'POST', ca: authority.certificate, cert: own.certificate, key: own.key, agent: false };
  const sent = request(endpoint, { ...options, headers: { 'content-type': 'application/soap+xml' } });
  sent.end('<x/>');
  const [response] = await once(sent, 'response');
  return { status: response.statusCode, body: await text(response) };
}

describe('who we are', () => {
  it.each<[string, Partial<Credential>, string]>([
    ['no certificate', {}, 'No required SSL certificate was sent'],
    ['an expired one', client(authority, { validity: EXPIRED }), 'The SSL certificate error'],
    ['one of a foreign authority', client(foreign), 'The SSL certificate error'],
    ['one made for a server', server(authority), 'The SSL certificate error'],
  ])('with %s the platform answers 400, and counts nothing', async (_what, own, says) => {
    const { endpoint, simulator } = await start();
    expect(await post(endpoint, own)).toEqual({ status: 400, body: expect.stringContaining(says) });
    expect(await post(`${endpoint}?wsdl`, own)).toMatchObject({ status: 400 });
    expect(simulator.calls()).toEqual({});
  });

  it('with a good certificate the request is read', async () => {
    const { endpoint } = await start();
    expect((await post(endpoint, client(authority))).body).toContain('不是 SOAP 1.2 信封');
  });

  it.each([
    ['a foreign authority’s certificate', client(foreign)],
    ['a server’s certificate', server(authority)],
  ])('with %s our calls fail, and another try is not worth it', async (_what, tls) => {
    const { error, simulator, logged } = await failing({ tls });
    expect(error).toMatchObject({ ...refused, cause: { facts: { status: 400 } } });
    expect(logged).toEqual([expect.objectContaining({ reason: 'the server turned the request away', status: 400 })]);
    expect(simulator.calls()).toEqual({});
  });

  it('with an expired certificate our calls fail before they are made, and the log says why', async () => {
    const { error, simulator, logged } = await failing({ tls: client(authority, { validity: EXPIRED }) });
    expect(error).toMatchObject(refused);
    const validTo = expect.stringContaining(EXPIRED.to.toISOString().slice(0, 16));
    expect(logged).toEqual([expect.objectContaining({ reason: 'our client certificate has expired', validTo })]);
    expect(simulator.openConnections()).toBe(0);
  });

  it('a certificate that ends while the process runs has expired from that moment', () => {
    const clock = { now: EXPIRED.to.getTime() - 1000 };
    const own = client(authority, { validity: EXPIRED });
    const tls = createClientTls({ ...own, authority: authority.certificate }, () => clock.now);
    expect(() => tls.requireCurrent()).not.toThrow();
    clock.now += 2000;
    expect(() => tls.requireCurrent()).toThrow('expired');
  });

  it('certificate and key that are no pair stop the start', async () => {
    const { key } = client(authority);
    await expect(start({ tls: { key } })).rejects.toThrow('do not belong together');
  });
});

describe('whom we trust', () => {
  it.each([
    ['of a foreign authority', server(foreign), 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['that has expired', server(authority, { validity: EXPIRED }), 'CERT_HAS_EXPIRED'],
    ['of another host', server(authority, { hosts: ['other.invalid'] }), 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['made for a client', client(authority, { hosts: ['127.0.0.1'] }), 'INVALID_PURPOSE'],
  ])('no server with a certificate %s, and it sees no request', async (_what, as, code) => {
    const { error, simulator, logged } = await failing({ as });
    expect(error).toMatchObject(refused);
    expect(logged).toEqual([expect.objectContaining({ reason: `the system's certificate is not trusted: ${code}` })]);
    expect(simulator.calls()).toEqual({});
  });

  it('not more because an environment variable says so', async () => {
    const script = fileURLToPath(new URL('./print-refusal.ts', import.meta.url));
    const { stdout } = await run(process.execPath, ['--no-warnings', script], {
      env: { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    });
    expect(stdout.trim()).toBe("the system's certificate is not trusted: UNABLE_TO_VERIFY_LEAF_SIGNATURE");
  });
});

it('no failure holds anything of a key or a certificate', async () => {
  const tls = client(foreign);
  const cases: Started[] = [
    { tls },
    { tls: client(authority, { validity: EXPIRED }) },
    { as: server(foreign) },
    { as: server(authority, { hosts: ['other.invalid'] }) },
  ];
  for (const started of cases) {
    const { error, logged } = await failing(started);
    expect(error).toMatchObject(refused);
    const told = inspect([error, logged], { depth: null, showHidden: true, maxStringLength: null });
    expect(told).not.toMatch(/BEGIN|PRIVATE|CERTIFICATE-----|other\.invalid/);
    for (const line of tls.key.split('\n').filter((each) => each.length === 64)) expect(told).not.toContain(line);
  }
});
