import { describe, expect, it } from '@jest/globals';
import { asker } from '#gateway/http/ask.fixture.ts';
import { front } from '#gateway/http/front.fixture.ts';

const made = await front(() => ({ data: { open: 'here' } }));
const ask = asker({ ...made, parts: { ...made.parts, batchMax: 3 } });
const askAlone = asker({ ...made, parts: { ...made.parts, batchMax: 0 } });
const OPEN = { query: '{ open }' };
const CASE = { query: '{ case(no: 1) { caseUid } }' };

it('is refused where none is set, in words that say so', async () => {
  const answer = await askAlone({ body: [OPEN] });
  expect(answer.end).toBe('400 BAD_USER_INPUT');
  expect(answer.parsed).toMatchObject({ errors: [{ message: expect.stringContaining('不支持批量请求') }] });
});

it('is answered one by one, each with an id of its own', async () => {
  const { status, parsed } = await ask({ body: [OPEN, CASE, 7] });
  expect({ status, parsed }).toEqual({
    status: 200,
    parsed: [
      { data: { open: 'here' } },
      { errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'UNAUTHENTICATED' }) })] },
      { errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) })] },
    ],
  });
  const ids = made.audited.map(({ requestId }) => requestId);
  expect(new Set(ids).size).toBe(2);
  expect(ids).not.toContain('r-1');
});

describe('refused', () => {
  it.each<[string, string, string]>([
    ['nothing in it', '[]', '1 to 3'],
    ['one too many', JSON.stringify([OPEN, OPEN, OPEN, OPEN]), '1 to 3'],
    ['no JSON', '[{', 'not valid JSON'],
    ['a name twice', '[{"query": "{ open }", "query": "{ open }"}]', 'twice'],
    ['batches in it, each of which is no object', JSON.stringify([[OPEN]]), ''],
  ])('%s', async (_what, body, words) => {
    const answer = await ask({ body });
    expect(answer.codes).toEqual(['BAD_USER_INPUT']);
    expect(answer.body).toContain(words);
    expect(answer.body).not.toContain('here');
  });
});

it('a list that is no JSON by its type is no batch', async () => {
  expect((await ask({ body: [OPEN], headers: { 'content-type': 'text/plain' } })).end).toBe('415 BAD_USER_INPUT');
});
