import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DepartmentError } from '#schema/errors/graph-error.ts';
import { serve, signal } from '#service/http/testing.fixture.ts';
import { OWNERS, type Owner } from '#subgraphs/casework/owners/owner.ts';
import { createOwnerClient, type OwnerClient } from '#subgraphs/casework/owners/owner-client.ts';
import { askFacts, askRepresentations } from '#subgraphs/casework/owners/questions.ts';
import { LIN } from '#subgraphs/kit/kit.fixture.ts';

const [COURT, LEGAL_AID] = OWNERS as [Owner, Owner];
const envelopes = { sign: async (_content: unknown, audience: string, body: string) => `${audience}:${body.length}` };
let answer: (response: ServerResponse) => void;
let received: { headers: IncomingHttpHeaders; body: string } | undefined;
let server: Awaited<ReturnType<typeof serve>>;
let client: OwnerClient;
beforeAll(async () => {
  server = await serve(async (request, response) => {
    received = { headers: request.headers, body: await text(request) };
    answer(response);
  });
  client = createOwnerClient({ addresses: { court: server.url }, envelopes });
});
afterAll(async () => {
  await server.close();
  await client.close();
});

const replying = (body: unknown, status = 200) => {
  answer = (response) => response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
};
const ask = (options: { owner?: Owner; of?: OwnerClient; gone?: AbortSignal } = {}) =>
  (options.of ?? client).ask(options.owner ?? COURT, 'query { x }', { v: 1 }, LIN, options.gone);
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: DepartmentError) => error,
  );
const error = (code: string) => ({ message: 'm', extensions: { code } });

describe('an owner’s subgraph', () => {
  it('is asked in an envelope of its own', async () => {
    replying({ data: { x: 1 } });
    expect(await ask()).toEqual({ x: 1 });
    expect(received?.body).toBe('{"query":"query { x }","variables":{"v":1}}');
    expect(received?.headers['x-envelope']).toBe(`court:${received?.body.length}`);
  });

  it.each<[string, unknown, string]>([
    ['its department down', { data: null, errors: [error('DEPARTMENT_UNAVAILABLE')] }, 'DEPARTMENT_UNAVAILABLE'],
    ['its department late', { data: null, errors: [error('DEPARTMENT_TIMEOUT')] }, 'DEPARTMENT_TIMEOUT'],
    ['its department’s data bad', { errors: [error('DEPARTMENT_DATA_INVALID')] }, 'DEPARTMENT_DATA_INVALID'],
    ['the second of two errors', { errors: [error('INTERNAL'), error('DEPARTMENT_TIMEOUT')] }, 'DEPARTMENT_TIMEOUT'],
    ['data beside an error', { data: { x: 1 }, errors: [error('INTERNAL')] }, 'DEPARTMENT_UNAVAILABLE'],
    ['a refused envelope', { errors: [error('UNAUTHENTICATED')] }, 'DEPARTMENT_UNAVAILABLE'],
    ['a log that is full', { errors: [error('AUDIT_UNAVAILABLE')] }, 'DEPARTMENT_UNAVAILABLE'],
    ['a code that is part of every object', { errors: [error('constructor')] }, 'DEPARTMENT_UNAVAILABLE'],
    ['errors that are none', { errors: [null, 'x'] }, 'DEPARTMENT_UNAVAILABLE'],
    ['no data', { data: null }, 'DEPARTMENT_UNAVAILABLE'],
    ['data that is none', { data: 'x' }, 'DEPARTMENT_UNAVAILABLE'],
    ['null', null, 'DEPARTMENT_UNAVAILABLE'],
    ['a page', '<html>张拟甲</html>', 'DEPARTMENT_UNAVAILABLE'],
  ])('answers %s', async (_what, body, code) => {
    replying(body);
    const failure = await failureOf(ask());
    expect(failure?.toExtensions()).toMatchObject({ code, department: 'COURT', system: '12368' });
    expect(`${failure?.message}${(failure?.cause as Error | undefined)?.message}`).not.toMatch(/拟|html/);
  });

  it('that has no address, or is not there, is unavailable in its own name', async () => {
    expect(await failureOf(ask({ owner: LEGAL_AID }))).toMatchObject({
      code: 'DEPARTMENT_UNAVAILABLE',
      department: 'JUSTICE',
    });
    const gone = await serve(() => {});
    await gone.close();
    const nobody = createOwnerClient({ addresses: { court: gone.url }, envelopes });
    expect(await failureOf(ask({ of: nobody }))).toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE', department: 'COURT' });
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['hangs', () => {}],
    [
      'trickles',
      (response) => {
        const timer = setInterval(() => response.write(' '), 5);
        response.on('close', () => clearInterval(timer));
      },
    ],
  ])('that %s is given up in time, its connection closed', async (_what, reply) => {
    const closed = signal();
    answer = (response) => {
      response.on('close', () => closed.happens());
      reply(response);
    };
    const hasty = createOwnerClient({ addresses: { court: server.url }, envelopes, timeoutMs: 60 });
    expect(await failureOf(ask({ of: hasty }))).toMatchObject({ code: 'DEPARTMENT_TIMEOUT', retryable: true });
    await closed.happened;
    await hasty.close();
  });

  it('is let go where the caller has gone', async () => {
    const [arrived, closed, gone] = [signal(), signal(), new AbortController()];
    answer = (response) => {
      response.on('close', () => closed.happens());
      arrived.happens();
    };
    const asking = failureOf(ask({ gone: gone.signal }));
    await arrived.happened;
    gone.abort();
    await closed.happened;
    expect(await asking).toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' });
  });
});

describe('the two questions', () => {
  const invalid = { code: 'DEPARTMENT_DATA_INVALID', department: 'COURT', retryable: false };
  it.each<[string, unknown]>([
    ['no list', { facts: 'x', rows: 'x' }],
    ['nothing', {}],
    ['a list of nothing', { facts: [null], rows: [null] }],
  ])('answered with %s', async (_what, data) => {
    replying({ data });
    const asking = { client, caller: LIN };
    expect(await failureOf(askFacts(asking, COURT, ['1']))).toMatchObject(invalid);
    expect(
      await failureOf(askRepresentations(asking, COURT, { caseUid: 'c', statement: 's', recordNos: ['1'] })),
    ).toMatchObject(invalid);
  });
});
