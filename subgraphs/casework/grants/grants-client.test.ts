import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { judge } from '#auth/decisions/facts.fixture.ts';
import { createGrantsClient, NO_GRANTS } from '#subgraphs/casework/grants/grants-client.ts';
import { GRANTS_AS_JSON } from '#subgraphs/kit/kit.fixture.ts';

const CALLER = { ...judge(), onlyCase: 'ZF-2025-000001', requestId: 'r-1', operation: null };
const GRANT = {
  ...{ grantUid: 'G-1', kind: 'UNMASK', caseUid: 'ZF-2025-000001', agency: 'COURT-379999' },
  ...{ fields: ['Person.phone'], until: '2999-01-01T00:00:00+08:00' },
};
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** An access subgraph that answers like this, and what it was asked. */
async function access(status: number, answer: unknown) {
  const asked: unknown[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    asked.push([request.url, request.headers['x-envelope'], body]);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const client = createGrantsClient({
    address: `http://127.0.0.1:${port}/graphql`,
    envelopes: { sign: async (_caller, audience) => `envelope for ${audience}` },
    verifier: GRANTS_AS_JSON,
  });
  closing.push(
    () => client.close(),
    () => new Promise((closed) => server.close(closed)),
  );
  return { client, asked };
}

describe('the grants of a caller', () => {
  it('are asked of access by the account and the case, in an envelope of casework’s', async () => {
    const token = JSON.stringify([GRANT]);
    const { client, asked } = await access(200, { grants: token });
    expect(await client.ask(CALLER, 'ZF-2025-000001')).toEqual({ token, grants: [GRANT] });
    const { issuer, subject } = CALLER.principal;
    const body = JSON.stringify({ issuer, subject, caseUid: 'ZF-2025-000001' });
    expect(asked).toEqual([['/grants', 'envelope for access', body]]);
  });

  it('are none where access says so', async () => {
    const { client } = await access(200, { grants: null });
    expect(await client.ask(CALLER, 'ZF-2025-000001')).toEqual(NO_GRANTS);
  });

  it.each<[number, unknown]>([
    [500, { grants: null }],
    [403, { errors: [] }],
    [200, {}],
    [200, { grants: ['x'] }],
    [200, 'grants'],
  ])('are unknown where it answers %i %j', async (status, answer) => {
    const { client } = await access(status, answer);
    await expect(client.ask(CALLER, 'ZF-2025-000001')).rejects.toMatchObject({ name: 'NoAnswer' });
  });
});
