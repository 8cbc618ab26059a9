import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { front } from '#gateway/http/front.fixture.ts';
import { createGraphQLHandler } from '#gateway/http/graphql.ts';
import { startHttpServer } from '#gateway/http/server.ts';
import type { Door } from '#service/http/door.ts';
import { dial } from '#service/http/testing.fixture.ts';
import { listeningLogger } from '#service/testing.fixture.ts';

/** Milliseconds for a request to be said: short, since tests wait until it is over. */
const REQUEST_MS = 900;
const NUMBER = '379999198506120130';

const { parts, asked } = await front(() => ({ data: { open: 'here', ticket: null } }));
const unexpected: unknown[] = [];
const log = listeningLogger();
let door: Door;
beforeAll(async () => {
  door = await startHttpServer({
    ...{ port: 0, host: '127.0.0.1', maxBodyBytes: 262_144, requestMs: REQUEST_MS, logger: log.logger },
    answer: createGraphQLHandler(parts, (_requestId, error) => unexpected.push(error)),
    ready: async () => ({}),
  });
});
afterAll(() => door.close());

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: readonly string[];
  readonly body?: string;
}
const JSON_TYPE = 'content-type: application/json';
const JUDGE = 'authorization: Bearer court.judge';
const PURPOSE = 'x-purpose: HANDLE_CASE';
const OPEN = '{"query":"{ open }"}';
const CASE = '{"query":"{ case(no: 1) { caseUid } }"}';

/** A request, byte for byte; how it ends as `status CODE`, and all that is said. */
async function send({ method = 'POST', path = '/graphql', headers = [JSON_TYPE], body = OPEN }: Sent) {
  const socket = await dial(door.port);
  const length = `content-length: ${Buffer.byteLength(body)}`;
  socket.write(
    Buffer.from(
      [`${method} ${path} HTTP/1.1`, 'host: x', 'connection: close', length, ...headers, '', ''].join('\r\n'),
      'latin1',
    ),
  );
  socket.write(body);
  await socket.ended;
  const said = socket.said();
  const status = /^HTTP\/1\.1 (\d+)/.exec(said)?.[1];
  const code = /"code":"(\w+)"/.exec(said)?.[1];
  return { end: code ? `${status} ${code}` : String(status), said };
}
const bytes = (text: string) => Buffer.from(text).toString('latin1');
const get = (query: string, variables = '{}') =>
  `/graphql?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(variables)}`;

describe('how it ends', () => {
  it.each<[string, Sent, string]>([
    ['an honest request', {}, '200'],
    // Another site's page can send only what needs no preflight.
    [
      'a form from another site',
      { headers: ['content-type: application/x-www-form-urlencoded'], body: `query=${NUMBER}` },
      '415 BAD_USER_INPUT',
    ],
    [
      'a form with parts',
      { headers: ['content-type: multipart/form-data; boundary=x'], body: '--x--' },
      '415 BAD_USER_INPUT',
    ],
    ['JSON that says it is text', { headers: ['content-type: text/plain'] }, '415 BAD_USER_INPUT'],
    ['JSON that says nothing', { headers: [] }, '415 BAD_USER_INPUT'],
    [
      'JSON that says it in a parameter',
      { headers: ['content-type: text/plain; application/json'] },
      '415 BAD_USER_INPUT',
    ],
    ['two content types', { headers: [JSON_TYPE, 'content-type: text/plain'] }, '415 BAD_USER_INPUT'],
    [
      'two content types, the other way round',
      { headers: ['content-type: text/plain', JSON_TYPE] },
      '415 BAD_USER_INPUT',
    ],
    [
      'a preflight',
      { method: 'OPTIONS', headers: ['origin: https://evil.example', 'access-control-request-method: POST'], body: '' },
      '405 BAD_USER_INPUT',
    ],
    ['a request from another origin', { headers: [JSON_TYPE, 'origin: https://evil.example'] }, '200'],
    ['HEAD', { method: 'HEAD', body: '' }, '405'],
    ['a method in the address', { path: '/graphql?_method=GET', method: 'PUT' }, '405 BAD_USER_INPUT'],
    // Addresses are kept in logs.
    ['a mutation in an address', { method: 'GET', path: get('mutation { note }'), body: '' }, '405 BAD_USER_INPUT'],
    [
      'a code in an address',
      { method: 'GET', path: get('{ ticket(ticketNo: 1, queryCode: "QK7M2X") }'), body: '' },
      '405 BAD_USER_INPUT',
    ],
    [
      'a code in an address, as a variable',
      {
        method: 'GET',
        path: get('query ($c: String) { ticket(ticketNo: 1, queryCode: $c) }', '{"c":"QK7M2X"}'),
        body: '',
      },
      '405 BAD_USER_INPUT',
    ],
    [
      'a code in an address, in a fragment',
      { method: 'GET', path: get('{ ...F } fragment F on Query { a: ticket(ticketNo: 1, queryCode: "Q") }'), body: '' },
      '405 BAD_USER_INPUT',
    ],
    ['a ticket without a code', { method: 'GET', path: get('{ ticket(ticketNo: 1) }'), body: '' }, '200'],
    [
      'two queries in an address',
      { method: 'GET', path: `${get('{ open }')}&query=%7Bopen%7D`, body: '' },
      '400 BAD_USER_INPUT',
    ],
    ['two ids in an address', { method: 'GET', path: '/graphql?id=a&id=b', body: '' }, '400 BAD_USER_INPUT'],
    [
      'a name twice in an address',
      { method: 'GET', path: get('{ open }', '{"a":1,"a":2}'), body: '' },
      '400 BAD_USER_INPUT',
    ],
    // Doubled and smuggled headers.
    ['two tokens', { headers: [JSON_TYPE, JUDGE, 'authorization: Bearer party'] }, '401 UNAUTHENTICATED'],
    ['the same token twice', { headers: [JSON_TYPE, JUDGE, JUDGE] }, '401 UNAUTHENTICATED'],
    ['two purposes', { headers: [JSON_TYPE, JUDGE, PURPOSE, 'x-purpose: DEFEND'], body: CASE }, '403 PURPOSE_REQUIRED'],
    ['the same purpose twice', { headers: [JSON_TYPE, JUDGE, PURPOSE, PURPOSE], body: CASE }, '403 PURPOSE_REQUIRED'],
    [
      'two cases',
      { headers: [JSON_TYPE, JUDGE, 'x-case: ZF-2025-000001', 'x-case: ZF-2025-000002'] },
      '400 BAD_USER_INPUT',
    ],
    ['two lengths', { headers: [JSON_TYPE, 'content-length: 0'] }, '400'],
    ['a length and chunks', { headers: [JSON_TYPE, 'transfer-encoding: chunked'] }, '400'],
    ['a bare line feed in a header', { headers: [JSON_TYPE, 'x-case: a\nx-purpose: HANDLE_CASE'] }, '400'],
    ['a bare carriage return in a header', { headers: [JSON_TYPE, 'x-case: a\rb'] }, '400'],
    ['a zero byte in a header', { headers: [JSON_TYPE, 'x-purpose: HANDLE_CASE\0'] }, '400'],
    ['a folded header', { headers: [JSON_TYPE, JUDGE, 'x-purpose: HANDLE_CASE', ' DEFEND'], body: CASE }, '400'],
    ['a space before the colon', { headers: [JSON_TYPE, 'x-purpose : HANDLE_CASE'] }, '400'],
    ['an envelope of the client’s own', { headers: [JSON_TYPE, 'x-envelope: e30.e30.e30'] }, '200'],
    [
      'ten thousand roles in one token',
      { headers: [JSON_TYPE, `authorization: Bearer ${'r.'.repeat(10_000)}`] },
      '431',
    ],
    // Look-alikes.
    [
      'a purpose in full width',
      { headers: [JSON_TYPE, JUDGE, bytes('x-purpose: ＨＡＮＤＬＥ＿ＣＡＳＥ')], body: CASE },
      '403 PURPOSE_REQUIRED',
    ],
    [
      'a purpose with a Cyrillic А',
      { headers: [JSON_TYPE, JUDGE, bytes('x-purpose: HАNDLE_CASE')], body: CASE },
      '403 PURPOSE_REQUIRED',
    ],
    [
      'a purpose with a zero-width space',
      { headers: [JSON_TYPE, JUDGE, bytes('x-purpose: HANDLE_\u200bCASE')], body: CASE },
      '403 PURPOSE_REQUIRED',
    ],
    [
      'a role with a Cyrillic о',
      { headers: [JSON_TYPE, bytes('authorization: Bearer cоurt.judge'), PURPOSE], body: CASE },
      '403 FORBIDDEN',
    ],
    [
      'a role in capitals',
      { headers: [JSON_TYPE, 'authorization: Bearer COURT.JUDGE', PURPOSE], body: CASE },
      '403 FORBIDDEN',
    ],
    [
      'a role like a part of an object',
      { headers: [JSON_TYPE, 'authorization: Bearer __proto__', PURPOSE], body: CASE },
      '403 FORBIDDEN',
    ],
    [
      'a case in full width digits',
      { headers: [JSON_TYPE, JUDGE, bytes('x-case: ZF-2025-００００01')] },
      '400 BAD_USER_INPUT',
    ],
    // Bodies.
    ['a compressed body', { headers: [JSON_TYPE, 'content-encoding: gzip'] }, '415 BAD_USER_INPUT'],
    [
      'a body compressed twice',
      { headers: [JSON_TYPE, 'content-encoding: identity', 'content-encoding: br'] },
      '415 BAD_USER_INPUT',
    ],
    ['a name twice', { body: '{"query":"{ open }","query":"{ case(no: 1) { caseUid } }"}' }, '400 BAD_USER_INPUT'],
    ['a variable twice', { body: '{"query":"{ open }","variables":{"a":1,"\\u0061":2}}' }, '400 BAD_USER_INPUT'],
    [
      'deep JSON',
      { body: `{"query":"{ open }","variables":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}` },
      '400 BAD_USER_INPUT',
    ],
    ['deep JSON that never ends', { body: '['.repeat(262_144) }, '400 BAD_USER_INPUT'],
    [
      'a deep literal',
      { body: `{"query":"{ open(text: ${'['.repeat(1900)}${']'.repeat(1900)}) }"}` },
      '400 OPERATION_TOO_COMPLEX',
    ],
    [
      'a deep selection',
      { body: `{"query":"${'{open'.repeat(1900)}${'}'.repeat(1900)}"}` },
      '400 OPERATION_TOO_COMPLEX',
    ],
    [
      'a deep type',
      { body: `{"query":"query ($a: ${'['.repeat(1900)}Int${']'.repeat(1900)}) { open }"}` },
      '400 OPERATION_TOO_COMPLEX',
    ],
    ['a byte order mark', { body: `\ufeff${OPEN}` }, '400 BAD_USER_INPUT'],
    ['half a character', { body: '{"query":"{ open }","operationName":"\\ud800"}' }, '400 BAD_USER_INPUT'],
    ['no JSON', { body: 'query=%7Bopen%7D' }, '400 BAD_USER_INPUT'],
  ])('%s', async (_what, sent, end) => {
    const answer = await send(sent);
    expect(answer.end).toBe(end);
    expect(answer.said).not.toMatch(/access-control|vary: origin|node_modules|\bat .+\.[jt]s:|RangeError/i);
    expect(answer.said).not.toContain(NUMBER);
  });
});

describe('names like parts of an object', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'])(
    '%s',
    async (name) => {
      const rows: [string, string][] = [
        [`{"query":"query ${name} { open }","operationName":"${name}"}`, '200'],
        [`{"query":"{ open }","operationName":"${name}"}`, '400 BAD_USER_INPUT'],
        [`{"query":"query ($${name}: String) { open(text: $${name}) }","variables":{"${name}":"x"}}`, '200'],
        [`{"query":"{ open }","variables":{"${name}":{"admin":true}}}`, '200'],
        [`{"query":"{ open(text: {${name}: 1}) }"}`, '200 BAD_USER_INPUT'],
        [`{"query":"query ($t: String) { open(text: $t) }","variables":{"t":{"${name}":1}}}`, '200 BAD_USER_INPUT'],
        [`{"query":"{ ${name} }"}`, '200 BAD_USER_INPUT'],
        [`{"query":"{ open(${name}: 1) }"}`, '200 BAD_USER_INPUT'],
        [`{"query":"{ ... on ${name} { open } }"}`, '200 BAD_USER_INPUT'],
        [`{"query":"{ ...${name} } fragment ${name} on Query { open }"}`, '200'],
        [`{"query":"{ open @${name} }"}`, '200 BAD_USER_INPUT'],
        [`{"query":"{ open }","extensions":{"${name}":{"admin":true}}}`, '200'],
        [`{"${name}":{"query":"{ open }"}}`, '400 BAD_USER_INPUT'],
        [`{"id":"${name}"}`, '400 OPERATION_NOT_TRUSTED'],
      ];
      for (const [body, end] of rows) expect([body, (await send({ body })).end]).toEqual([body, end]);
      expect(({} as Record<string, unknown>).admin).toBeUndefined();
    },
  );
});

describe('who says it slowly', () => {
  it.each([
    ['its headers', 'POST /graphql HTTP/1.1\r\nhost: x\r\n'],
    ['its body', `POST /graphql HTTP/1.1\r\nhost: x\r\n${JSON_TYPE}\r\ncontent-length: 100\r\n\r\n{"query":`],
    [
      'its chunks',
      `POST /graphql HTTP/1.1\r\nhost: x\r\n${JSON_TYPE}\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"que\r\n`,
    ],
  ])('%s, is not waited for', async (_what, said) => {
    const socket = await dial(door.port);
    socket.write(said);
    // Something now and then does not make it longer.
    const trickle = setInterval(() => socket.write('x'), REQUEST_MS / 10);
    await socket.ended;
    clearInterval(trickle);
    expect(socket.said()).toMatch(/^(?:HTTP\/1\.1 40[08] |$)/);
  });
});

it('an answer is kept by no cache and taken for nothing else', async () => {
  const { said } = await send({});
  expect(said).toMatch(/^cache-control: no-store\r$/im);
  expect(said).toMatch(/^x-content-type-options: nosniff\r$/im);
});

it('nothing of all this was unexpected, and the log repeats none of it', () => {
  expect(unexpected).toEqual([]);
  // A request id is by chance, and may spell anything.
  const lines = log.lines.map((line) => ({ ...line, requestId: null }));
  expect(JSON.stringify(lines)).not.toMatch(/QK7M2X|3799|evil|admin/);
  expect(asked.length).toBeGreaterThan(0);
});
