import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { front } from '#gateway/http/front.fixture.ts';
import { prepare } from '#gateway/request/pipeline.ts';
import { Refusal } from '#gateway/request/refusal.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

const { parts, audited, asked, audit } = await front();

interface Case {
  readonly query: string;
  readonly role?: string;
  readonly headers?: Record<string, string>;
  readonly method?: string;
}
const CASE = '{ case(no: "1") { caseUid } }';
const judge = { role: 'court.judge', headers: { 'x-purpose': 'HANDLE_CASE' } };

/** How it ends, as `status CODE`, and what is on record of it, as `decision rule fields`. */
async function outcome({ query, role, headers = {}, method = 'POST' }: Case): Promise<[string, ...string[]]> {
  audited.length = 0;
  const given = { ...headers, ...(role !== undefined && { authorization: `Bearer ${role}` }) };
  const request = { requestId: 'r-1', source: '127.0.0.1', signal: new AbortController().signal };
  const question = { method, headers: given, query, documentId: null, operationName: undefined, variables: {} };
  const end = await prepare(parts, question, request).then(() => 'prepared', endOf);
  const decisions = audited.filter(({ event }) => event !== 'login');
  return [end, ...decisions.map(({ decision, rule, fields }) => [decision, rule, ...(fields ?? [])].join(' '))];
}

function endOf(thrown: unknown): string {
  if (thrown instanceof GraphError) return thrown.code;
  if (thrown instanceof Refusal) {
    const [error] = thrown.errors;
    return `${thrown.status} ${error instanceof GraphError ? error.code : String(error?.extensions.code)}`;
  }
  return Array.isArray(thrown) || (thrown as Error).name === 'GraphQLError' ? 'invalid' : String(thrown);
}

describe('the checks in their order', () => {
  it.each<[string, Case, [string, ...string[]]]>([
    [
      'a bad token before all else',
      { query: '{', role: 'bad', headers: { 'x-case': '?' } },
      ['UNAUTHENTICATED', 'deny token.refused'],
    ],
    ['a case that is none', { ...judge, query: '{', headers: { 'x-case': '379999198506120130' } }, ['BAD_USER_INPUT']],
    ['syntax', { ...judge, query: '{' }, ['invalid']],
    ['tokens', { ...judge, query: `{${' open'.repeat(4000)}}` }, ['OPERATION_TOO_COMPLEX']],
    ['mutation by GET', { query: 'mutation { note }', method: 'GET' }, ['405 BAD_USER_INPUT']],
    ['subscription', { query: 'subscription { note }' }, ['BAD_USER_INPUT']],
    ['limits before validation', { query: `{ ${'a { '.repeat(20)}b${' }'.repeat(20)} }` }, ['OPERATION_TOO_COMPLEX']],
    ['validation', { query: '{ nothing }' }, ['invalid']],
    ['introspection, which is off', { query: '{ __schema { types { name } } }' }, ['invalid']],
    ['variables', { query: 'query ($t: String!) { open(text: $t) }' }, ['invalid']],
    ['nobody, and all denied', { query: CASE }, ['401 UNAUTHENTICATED', 'deny fields.denied Query.case']],
    [
      'a role that may not',
      { query: CASE, role: 'coordination.coordinator' },
      ['403 FORBIDDEN', 'deny fields.denied Query.case'],
    ],
    [
      'that role, whatever its purpose',
      { ...judge, query: CASE, role: 'coordination.coordinator' },
      ['403 FORBIDDEN', 'deny fields.denied Query.case'],
    ],
    [
      'no purpose',
      { query: CASE, role: 'court.judge' },
      ['403 PURPOSE_REQUIRED', 'deny purpose.required Query.case Case.caseUid'],
    ],
    [
      'another’s purpose',
      { query: CASE, role: 'court.judge', headers: { 'x-purpose': 'DEFEND' } },
      ['403 PURPOSE_REQUIRED', 'deny purpose.required Query.case Case.caseUid'],
    ],
    [
      'no purpose, for an open field beside it',
      { query: `{ open ${CASE.slice(1)}`, role: 'party' },
      ['403 PURPOSE_REQUIRED', 'deny purpose.required Query.open Query.case Case.caseUid'],
    ],
    [
      'a judge for the purpose',
      { ...judge, query: CASE },
      ['prepared', 'permit fields.permitted Query.case Case.caseUid'],
    ],
    ['open fields, by anybody', { query: '{ open }' }, ['prepared', 'permit fields.permitted Query.open']],
    [
      'one’s own, without a purpose',
      { query: '{ mine }', role: 'court.judge' },
      ['prepared', 'permit fields.permitted Query.mine'],
    ],
    [
      'some denied, the rest answers',
      { query: '{ open mine }' },
      ['prepared', 'deny fields.denied Query.mine', 'permit fields.permitted Query.open'],
    ],
    ['a mutation by POST', { query: 'mutation { note }' }, ['prepared', 'permit fields.permitted Mutation.note']],
  ])('%s', async (_what, question, expected) => {
    expect(await outcome(question)).toEqual(expected);
  });
});

it('what is on record names the caller and the case, and nothing that was asked', async () => {
  const query = '{ a379999198506120130: case(no: "379999198506120130") { caseUid } }';
  await outcome({ ...judge, query, headers: { ...judge.headers, 'x-case': 'ZF-2025-000001' } });
  const who = {
    requestId: 'r-1',
    actor: 'sub-of-court.judge',
    roles: ['court.judge'],
    agency: 'COURT-379999',
    purpose: 'HANDLE_CASE',
    case: 'A-ZF-2025-000001',
    operation: createHash('sha256').update(query).digest('hex'),
    source: '127.0.0.1',
    decision: 'permit',
  };
  expect(audited).toEqual([
    { ...who, event: 'login', subject: 'login', rule: 'login' },
    {
      ...who,
      event: 'operation',
      subject: 'operation',
      rule: 'fields.permitted',
      fields: ['Query.case', 'Case.caseUid'],
    },
  ]);
});

it.each<[string, Case]>([
  ['a permission', { ...judge, query: CASE }],
  ['a denial', { query: CASE }],
  ['a refused token', { query: CASE, role: 'bad' }],
])('%s that cannot be recorded is AUDIT_UNAVAILABLE', async (_what, question) => {
  audit.isFull = true;
  expect(await outcome(question)).toEqual(['AUDIT_UNAVAILABLE']);
  audit.isFull = false;
});

it('nothing of all this asked a subgraph', () => expect(asked).toEqual([]));
