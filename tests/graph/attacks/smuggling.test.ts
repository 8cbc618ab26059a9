import { request } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { PEOPLE } from '#demo/world/people.ts';
import { foreignTo } from '#tests/graph/attacks/foreign.ts';
import { expectNothingWritten } from '#tests/graph/attacks/nothing-written.ts';
import { as, codesOf, expectRefused, tokenOf } from '#tests/harness/ask.ts';
import { stack } from '#tests/harness/stack.ts';

const ZHAO = 'police.zhao';
const OF_WANG = 'ZF-2025-000003';
const CASE =
  'query Case($uid: ID!) { case(caseUid: $uid) { caseUid parties { person { displayName idNumberMasked } } } }';
const ABSENT = { status: 200, data: { case: null }, errors: [] };

/** Sends headers as they are, doubled ones too, which fetch would join. */
async function sendRaw(headers: readonly (readonly [name: string, value: string])[]) {
  const body = JSON.stringify({ query: CASE, variables: { uid: OF_WANG } });
  const token = await tokenOf(ZHAO);
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = request(stack().graphUrl, { method: 'POST', setHost: true }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.setHeader('content-type', 'application/json');
    sent.setHeader('authorization', `Bearer ${token}`);
    for (const name of new Set(headers.map(([each]) => each)))
      sent.setHeader(
        name,
        headers.filter(([each]) => each === name).map(([, value]) => value),
      );
    sent.end(body);
  });
}

describe('headers that should not count', () => {
  it.each([
    ['an envelope of the client’s own', { 'x-envelope': 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJqdWRnZSJ9.' }],
    ['roles', { 'x-roles': 'court.judge', 'x-user-roles': 'court.judge', 'x-hasura-role': 'admin' }],
    ['another user', { 'x-forwarded-user': 'police.wang', 'x-remote-user': 'police.wang', 'x-staff-no': 'GA0001' }],
    ['another agency', { 'x-agency': 'COURT-379999', forwarded: 'for=127.0.0.1', 'x-forwarded-for': '127.0.0.1' }],
    ['traces of the plan', { 'apollo-federation-include-trace': 'ftv1', 'apollo-query-plan-experimental': '1' }],
    ['another method', { 'x-http-method-override': 'GET', 'x-original-url': '/graphql?query={me{displayName}}' }],
    ['a request id of somebody else’s', { 'x-request-id': '00000000-0000-4000-8000-000000000000' }],
  ])('%s', async (_what, headers) => {
    const { status, data, errors, text } = await as(ZHAO, { headers }).ask({
      query: CASE,
      variables: { uid: OF_WANG },
    });
    expect({ status, data, errors }).toEqual(ABSENT);
    expect(text).not.toMatch(/ftv1|queryPlan|x-envelope/i);
  });

  it.each<[string, readonly (readonly [string, string])[]]>([
    [
      'two purposes',
      [
        ['x-purpose', 'HANDLE_CASE'],
        ['x-purpose', 'AUDIT_SECURITY'],
      ],
    ],
    [
      'two cases',
      [
        ['x-purpose', 'HANDLE_CASE'],
        ['x-case', OF_WANG],
        ['x-case', 'ZF-2025-000010'],
      ],
    ],
    ['a list of purposes', [['x-purpose', 'HANDLE_CASE, DEFEND']]],
    ['a purpose with blanks inside', [['x-purpose', 'HANDLE CASE']]],
    ['a purpose in small letters', [['x-purpose', 'handle_case']]],
    ['a purpose that every object has', [['x-purpose', 'constructor']]],
  ])('%s: nothing is shown', async (_what, headers) => {
    const { status, text } = await sendRaw(headers);
    expect(status).toBeLessThan(500);
    expect(JSON.parse(text).data?.case ?? null).toBeNull();
    // An error's example is always case 1.
    const told = foreignTo(ZHAO).filter((foreign) => foreign !== 'ZF-2025-000001' && text.includes(foreign));
    expect(told).toEqual([]);
  });
});

describe('names that every object has', () => {
  const NAMES = ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf'];
  it.each(NAMES)('%s as variable, alias, operation and fragment: no more is seen', async (name) => {
    for (const query of [
      `query A($${name}: ID!) { case(caseUid: $${name}) { caseUid } }`,
      `query A { ${name}: case(caseUid: "${OF_WANG}") { ${name}: caseUid } }`,
      `query ${name} { case(caseUid: "${OF_WANG}") { caseUid } }`,
      `query A { case(caseUid: "${OF_WANG}") { ...${name} } } fragment ${name} on Case { caseUid }`,
    ]) {
      const variables = Object.fromEntries([[name, OF_WANG]]);
      const answer = await as(ZHAO).ask({ query, variables });
      expect(answer.status).toBeLessThan(500);
      expect(codesOf(answer)).not.toContain('INTERNAL');
      expect(answer.text).not.toContain(OF_WANG);
    }
  });

  it.each(NAMES)('%s as a key of an input or of the variables: it is a name like any other', async (name) => {
    const input = `{"kind":"UNMASK","caseUid":"${OF_WANG}","${name}":{"roles":["platform.auditor"],"purpose":"AUDIT_SECURITY"}}`;
    const query = 'query Case($uid: ID!) { case(caseUid: $uid) { caseUid } }';
    const body = `{"query":${JSON.stringify(query)},"variables":{"uid":"${OF_WANG}","${name}":${input}},"${name}":${input}}`;
    const response = await fetch(stack().graphUrl, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'x-purpose': 'HANDLE_CASE' },
        authorization: `Bearer ${await tokenOf(ZHAO)}`,
      },
      body,
    });
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toContain(OF_WANG);
    expectRefused(
      await as(ZHAO, { purpose: null }).ask({ query, variables: { uid: OF_WANG } }),
      403,
      'PURPOSE_REQUIRED',
    );
  });
});

describe('errors tell nothing by being there', () => {
  /** A question with fields that the caller may never see, which are errors where there is something to see. */
  const WITH_DENIED = `query D($uid: ID!) {
    case(caseUid: $uid) { caseUid parties { person { idNumber phone displayName } } courtCases { panel { displayName } } }
  }`;
  it.each(['legalaid.sun', 'lawyer.he', 'party.zheng', 'detention.ma'])(
    '%s: the same answer for a sealed, a foreign and an unknown case',
    async (user) => {
      const purposes = { 'legalaid.sun': 'LEGAL_AID', 'lawyer.he': 'DEFEND', 'party.zheng': 'SERVE_PARTY' } as const;
      const purpose = purposes[user as keyof typeof purposes] ?? 'HANDLE_CASE';
      const texts = [];
      for (const uid of ['ZF-2025-999999', 'ZF-2024-000004', 'ZF-2025-000011']) {
        const { status, text, headers } = await as(user, { purpose }).ask({ query: WITH_DENIED, variables: { uid } });
        texts.push(`${status} ${text.replaceAll(headers.get('x-request-id') ?? '?', 'ID')}`);
      }
      expect(new Set(texts).size).toBe(1);
    },
  );
});

describe('afterwards', () => {
  const PLANTED = PEOPLE.zhang.idNumber;
  it('a number put in every place where a caller can put one is in no log and no record', async () => {
    const fields = `caseUid a${PLANTED}: kind`;
    await as(ZHAO, { headers: { 'x-case': PLANTED } }).ask({ query: CASE, variables: { uid: OF_WANG } });
    await as(ZHAO, { purpose: PLANTED }).ask({ query: CASE, variables: { uid: OF_WANG } });
    await as(ZHAO, { headers: { 'x-request-id': PLANTED, 'user-agent': PLANTED, referer: `http://x/${PLANTED}` } }).ask(
      {
        query: CASE,
        variables: { uid: PLANTED },
      },
    );
    await as(ZHAO).ask({
      query: `query N${PLANTED} { case(caseUid: "${PLANTED}") { ${fields} } }`,
      operationName: `N${PLANTED}`,
    });
    await as(ZHAO).ask({ query: `{ myCases(first: 20, after: "${PLANTED}") { caseUid } } # ${PLANTED}` });
    await as(ZHAO).ask({ query: `{ case(caseUid: "ZF-2025-000010") { documents(code: "${PLANTED}") { title } } }` });
    await as(ZHAO).ask({ query: CASE, variables: { uid: OF_WANG, extra: PLANTED } });
    await as('party.zheng', { purpose: 'SERVE_PARTY' }).ask({
      query: 'query T($no: ID!, $code: String) { ticket(ticketNo: $no, queryCode: $code) { status } }',
      variables: { no: PLANTED, code: PLANTED },
    });
    await fetch(`${stack().graphUrl}?query=%7B__typename%7D&n=${PLANTED}`);

    expectNothingWritten();
  });
});
