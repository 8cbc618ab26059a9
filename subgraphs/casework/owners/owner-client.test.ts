import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { courtFacts } from '#auth/decisions/facts.fixture.ts';
import type { EnvelopeContent } from '#auth/envelope/envelope.ts';
import type { DepartmentError } from '#schema/errors/graph-error.ts';
import { serve, signal } from '#service/http/testing.fixture.ts';
import { OWNERS, type Owner } from '#subgraphs/casework/owners/owner.ts';
import { createOwnerClient, type OwnerClient } from '#subgraphs/casework/owners/owner-client.ts';
import { askFacts, askLinks, askPage, askRows } from '#subgraphs/casework/owners/questions.ts';
import { LIN } from '#subgraphs/kit/kit.fixture.ts';
import { INGEST_ROLE } from '#subgraphs/kit/owner-source.ts';

const owner = (system: string) => OWNERS.find((each) => each.system === system) as Owner;
const [COURT, LEGAL_AID] = [owner('12368'), owner('legal-aid')];
const QUESTION = { ask: 'facts', recordNos: ['1'] } as const;
const envelopes = { sign: async (_content: unknown, audience: string, body: string) => `${audience}:${body.length}` };
let answer: (response: ServerResponse) => void;
let received: { path: string | undefined; headers: IncomingHttpHeaders; body: string } | undefined;
let server: Awaited<ReturnType<typeof serve>>;
let client: OwnerClient;
beforeAll(async () => {
  server = await serve(async (request, response) => {
    received = { path: request.url, headers: request.headers, body: await text(request) };
    answer(response);
  });
  client = createOwnerClient({ addresses: { court: `${server.url}graphql` }, envelopes });
});
afterAll(async () => {
  await server.close();
  await client.close();
});

const replying = (body: unknown, status = 200) => {
  answer = (response) => response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
};
const ask = (options: { owner?: Owner; of?: OwnerClient; gone?: AbortSignal } = {}) =>
  (options.of ?? client).ask(options.owner ?? COURT, QUESTION, LIN, options.gone);
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: DepartmentError) => error,
  );
const error = (code: string) => ({ message: 'm', extensions: { code } });

describe('an owner’s subgraph', () => {
  it('is asked in an envelope of its own', async () => {
    replying({ answer: [{ x: 1 }] });
    expect(await ask()).toEqual([{ x: 1 }]);
    expect(received?.path).toBe('/owner');
    expect(received?.body).toBe(JSON.stringify(QUESTION));
    expect(received?.headers['x-envelope']).toBe(`court:${received?.body.length}`);
  });

  it.each([true, false])('says itself whether another try may help: %s', async (retryable) => {
    const refused = { message: 'm', extensions: { code: 'DEPARTMENT_UNAVAILABLE', retryable } };
    replying({ errors: [refused] });
    expect(await failureOf(ask())).toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE', retryable });
  });

  it('says itself when its system opens, where that is a time', async () => {
    const closed = (opensAt: unknown) =>
      replying({ errors: [{ message: 'm', extensions: { code: 'DEPARTMENT_UNAVAILABLE', opensAt } }] });
    closed('2026-01-05T04:00:00+08:00');
    expect(await failureOf(ask())).toMatchObject({
      opensAt: '2026-01-05T04:00:00+08:00',
      message: '法院系统正在维护，2026-01-05 04:00（北京时间）起恢复访问。',
    });
    for (const opensAt of ['soon', 4, null]) {
      closed(opensAt);
      expect((await failureOf(ask()))?.toExtensions()).not.toHaveProperty('opensAt');
    }
  });

  it.each<[string, unknown, string]>([
    ['its department down', { errors: [error('DEPARTMENT_UNAVAILABLE')] }, 'DEPARTMENT_UNAVAILABLE'],
    ['its department late', { errors: [error('DEPARTMENT_TIMEOUT')] }, 'DEPARTMENT_TIMEOUT'],
    ['its department’s data bad', { errors: [error('DEPARTMENT_DATA_INVALID')] }, 'DEPARTMENT_DATA_INVALID'],
    ['the second of two errors', { errors: [error('INTERNAL'), error('DEPARTMENT_TIMEOUT')] }, 'DEPARTMENT_TIMEOUT'],
    ['an answer beside an error', { answer: [{ x: 1 }], errors: [error('INTERNAL')] }, 'DEPARTMENT_UNAVAILABLE'],
    ['a refused envelope', { errors: [error('UNAUTHENTICATED')] }, 'DEPARTMENT_UNAVAILABLE'],
    ['a log that is full', { errors: [error('AUDIT_UNAVAILABLE')] }, 'DEPARTMENT_UNAVAILABLE'],
    ['a code that is part of every object', { errors: [error('constructor')] }, 'DEPARTMENT_UNAVAILABLE'],
    ['errors that are none', { errors: [null, 'x'] }, 'DEPARTMENT_UNAVAILABLE'],
    ['no answer', {}, 'DEPARTMENT_UNAVAILABLE'],
    ['nothing', { answer: null }, 'DEPARTMENT_DATA_INVALID'],
    ['no list', { answer: { x: 1 } }, 'DEPARTMENT_DATA_INVALID'],
    ['a list of nothing', { answer: [null] }, 'DEPARTMENT_DATA_INVALID'],
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

describe('questions', () => {
  const cases = ['ZF-1', 'ZF-2'].map((caseUid) => ({ caseUid, statement: 's', recordNos: ['1'] }));
  const failure = { failure: { code: 'DEPARTMENT_TIMEOUT', department: 'COURT', system: '12368' } };
  const withClient = () => ({ client, caller: LIN });

  it.each<[string, unknown[], number]>([
    ['what was asked', [courtFacts({ recordNo: '1' })], 1],
    ['less than was asked', [], 0],
    ['how it failed for a record', [{ recordNo: '1', ...failure }], 1],
  ])('facts: %s', async (_what, answer, count) => {
    replying({ answer });
    expect(await askFacts(withClient(), COURT, ['1'])).toHaveLength(count);
  });

  it.each<[string, unknown[]]>([
    ['about another record', [courtFacts({ recordNo: '2' })]],
    ['in another department’s name', [courtFacts({ recordNo: '1', department: 'POLICE' })]],
    ['that are none', [{}]],
    [
      'that another department failed to tell',
      [{ recordNo: '1', failure: { ...failure.failure, department: 'POLICE' } }],
    ],
  ])('facts %s are none of its', async (_what, answer) => {
    replying({ answer });
    expect(await failureOf(askFacts(withClient(), COURT, ['1']))).toMatchObject({
      code: 'DEPARTMENT_DATA_INVALID',
      department: 'COURT',
      retryable: false,
    });
  });

  const linked = (kind: string, department: string) => [{ recordNo: '1', kind, facts: { department } }];
  it('links to records of its own', async () => {
    replying({ answer: linked('COURT_CASE_NO', 'COURT') });
    expect(await askLinks(withClient(), COURT, 'POLICE_CASE_NO', ['1'])).toMatchObject([{ recordNo: '1' }]);
    expect(received?.body).toBe('{"ask":"links","kind":"POLICE_CASE_NO","numbers":["1"]}');
  });

  it.each<[string, unknown[]]>([
    ['of another department', linked('POLICE_CASE_NO', 'POLICE')],
    ['of its kind in another department’s name', linked('COURT_CASE_NO', 'POLICE')],
    ['of another kind in its own name', linked('POLICE_CASE_NO', 'COURT')],
    ['among its own', [...linked('COURT_CASE_NO', 'COURT'), ...linked('ACCEPTANCE_NO', 'PROCURATORATE')]],
    ['without facts', [{ recordNo: '1', kind: 'COURT_CASE_NO' }]],
  ])('links to records %s are none of its', async (_what, answer) => {
    replying({ answer });
    expect(await failureOf(askLinks(withClient(), COURT, 'POLICE_CASE_NO', ['1']))).toMatchObject({
      code: 'DEPARTMENT_DATA_INVALID',
      department: 'COURT',
    });
  });

  it('rows, and a failure, each for its case', async () => {
    replying({ answer: [{ rows: [{ x: 1 }] }, failure] });
    expect(await askRows(withClient(), COURT, 'documents', cases)).toEqual([{ rows: [{ x: 1 }] }, failure]);
  });

  it.each<[string, unknown[]]>([
    ['of fewer cases', [{ rows: [] }]],
    ['of more cases', [{ rows: [] }, { rows: [] }, { rows: [] }]],
    ['neither rows nor a failure', [{ rows: [] }, {}]],
    ['that are no list', [{ rows: [] }, { rows: 'x' }]],
    ['that are nothing', [{ rows: [] }, { rows: [null] }]],
  ])('rows %s are no answer', async (_what, answer) => {
    replying({ answer });
    expect(await failureOf(askRows(withClient(), COURT, 'documents', cases))).toMatchObject({
      code: 'DEPARTMENT_DATA_INVALID',
    });
  });

  it('pages are asked in ingest’s own name, for nobody', async () => {
    const callers: EnvelopeContent[] = [];
    const of: OwnerClient = { ...client, ask: async (...[, , caller]) => [{ n: callers.push(caller) }] };
    await askPage(of, COURT, null, 500, 'r-9');
    expect(callers).toEqual([
      {
        principal: expect.objectContaining({ roles: new Set([INGEST_ROLE]), agency: null, staffNo: null }),
        purpose: null,
        onlyCase: null,
        requestId: 'r-9',
        operation: null,
      },
    ]);
  });
});
