import { beforeEach, describe, expect, it } from '@jest/globals';
import { asker, type Sent } from '#gateway/http/ask.fixture.ts';
import { front } from '#gateway/http/front.fixture.ts';
import { listOf, registered } from '#gateway/trusted/trusted.fixture.ts';

const STAFF = registered('query Staff($t: String) { open(text: $t) }', 'staff');
const PUBLIC = registered('query Public($t: ID!, $code: String) { ticket(ticketNo: $t, queryCode: $code) }', 'public');
const operations = listOf(STAFF, PUBLIC);
const made = await front(() => ({ data: { open: 'here', ticket: 'here' } }), {
  operations: { mode: 'trusted', operations },
});
const ask = asker(made);
const judge = 'court.judge';
beforeEach(() => {
  made.audited.length = 0;
});

const REFUSED = '400 OPERATION_NOT_TRUSTED';
const hash = (id: string) => ({ persistedQuery: { version: 1, sha256Hash: id } });
const address = (params: Record<string, string>) => ({ method: 'GET', url: `/graphql?${new URLSearchParams(params)}` });

describe('only what is registered runs', () => {
  it.each<[string, Sent, string]>([
    ['by its id', { role: judge, body: { id: STAFF.id, variables: { t: 'x' } } }, '200'],
    ['by its id in extensions', { role: judge, body: { extensions: hash(STAFF.id) } }, '200'],
    ['by its id beside its text', { role: judge, body: { query: STAFF.document, extensions: hash(STAFF.id) } }, '200'],
    ['by its id beside its text, the short way', { role: judge, body: { query: STAFF.document, id: STAFF.id } }, '200'],
    ['not other text beside an id, the short way', { role: judge, body: { query: '{ open }', id: STAFF.id } }, REFUSED],
    [
      'not other text beside an id in an address',
      { role: judge, ...address({ query: '{ open }', id: STAFF.id }) },
      REFUSED,
    ],
    ['by its id in an address', { role: judge, ...address({ id: STAFF.id }) }, '200'],
    [
      'by its id in an address’s extensions',
      { role: judge, ...address({ extensions: JSON.stringify(hash(STAFF.id)) }) },
      '200',
    ],
    ['a party’s, by a party', { role: 'party', body: { id: PUBLIC.id, variables: { t: '1' } } }, '200'],
    ['a party’s, by nobody', { body: { id: PUBLIC.id, variables: { t: '1' } } }, '200'],
    ['not a party’s by staff', { role: judge, body: { id: PUBLIC.id, variables: { t: '1' } } }, REFUSED],
    ['not staff’s by a lawyer', { role: 'lawyer.defence', body: { id: STAFF.id } }, REFUSED],
    ['not an unknown id', { role: judge, body: { id: '0'.repeat(64) } }, REFUSED],
    ['not free text', { role: judge, body: { query: '{ open }' } }, REFUSED],
    ['not introspection', { role: judge, body: { query: '{ __schema { types { name } } }' } }, REFUSED],
    ['not free text in an address', { role: judge, ...address({ query: '{ open }' }) }, REFUSED],
    ['not other text under an id', { role: judge, body: { query: '{ open }', extensions: hash(STAFF.id) } }, REFUSED],
    ['not what cannot even be read', { role: judge, body: { query: '{' } }, REFUSED],
    ['not before the token is known to be good', { role: 'bad', body: { id: STAFF.id } }, '401 UNAUTHENTICATED'],
    [
      'not with a code in an address',
      { role: 'party', ...address({ id: PUBLIC.id, variables: '{"t":"1","code":"QK7M2X"}' }) },
      '405 BAD_USER_INPUT',
    ],
    ['not without anything', { role: judge, body: {} }, '400 BAD_USER_INPUT'],
    ['not by an id that is a number', { role: judge, body: { id: 7 } }, '400 BAD_USER_INPUT'],
    [
      'not by extensions that are a list',
      { role: judge, body: { extensions: [hash(STAFF.id)] } },
      '400 BAD_USER_INPUT',
    ],
  ])('%s', async (_what, sent, end) => expect((await ask(sent)).end).toBe(end));
});

it('an id of another list, an unknown id and free text are answered alike, byte for byte', async () => {
  const bodies = [{ id: STAFF.id }, { id: '0'.repeat(64) }, { id: 'x' }, { query: '{ open }' }];
  const answers = await Promise.all(bodies.map((body) => ask({ role: 'party', body })));
  expect(new Set(answers.map(({ status, headers, body }) => JSON.stringify([status, headers, body]))).size).toBe(1);
});

it('is on record under its id, a refusal too', async () => {
  await ask({ role: judge, body: { id: STAFF.id } });
  await ask({ role: 'party', body: { id: STAFF.id } });
  const kept = made.audited.filter(({ event }) => event === 'answer');
  expect(kept.map(({ operation, decision, rule }) => [operation, decision, rule])).toEqual([
    [STAFF.id, 'permit', 'answered'],
    [STAFF.id, 'deny', 'OPERATION_NOT_TRUSTED'],
  ]);
});
