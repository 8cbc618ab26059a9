import { expect, it } from '@jest/globals';
import { buildSchema, type ExecutionResult, GraphQLError, parse } from 'graphql';
import { missesIn, numbersAsked } from '#gateway/limits/misses.ts';

const schema = buildSchema(`
  type Query { case(caseUid: ID, courtCaseNo: ID): Case ticket(no: ID!, code: String): Case all(first: Int, after: String): [Case] me: Case }
  type Mutation { note(no: ID): Case }
  type Case { id: ID }`);
const asked = (text: string, name?: string) => [...numbersAsked(schema, parse(text), name)].sort();

it.each<[string, string, string[]]>([
  ['a number', '{ case(caseUid: "1") { id } }', ['case']],
  ['no number', '{ case { id } me { id } all(first: 1, after: "x") { id } }', []],
  [
    'each alias',
    '{ a: case(caseUid: "1") { id } b: case(courtCaseNo: "1") { id } ticket(no: 1) { id } }',
    ['a', 'b', 'ticket'],
  ],
  ['a variable', 'query ($n: ID) { case(caseUid: $n) { id } }', ['case']],
  [
    'in fragments',
    '{ ...F ... { b: ticket(no: 1) { id } } } fragment F on Query { a: case(caseUid: 1) { id } ...F }',
    ['a', 'b'],
  ],
  ['names like parts of an object', '{ __proto__: case(caseUid: 1) { id } constructor: me { id } }', ['__proto__']],
  ['a change', 'mutation { note(no: 1) { id } }', []],
])('%s', (_what, text, keys) => expect(asked(text)).toEqual(keys));

it('of the operation that runs', () => {
  expect(asked('query A { me { id } } query B { case(caseUid: 1) { id } }', 'B')).toEqual(['case']);
});

const result = (data: string | null, ...paths: (string | number)[][]): ExecutionResult => ({
  data: data === null ? null : (JSON.parse(data) as Record<string, unknown>),
  errors: paths.map((path) => new GraphQLError('x', { path })),
});
it.each<[string, ExecutionResult, number]>([
  ['null is a miss, whatever the reason', result('{"a": null, "b": null}'), 2],
  ['an answer is none', result('{"a": {"id": 1}, "b": null}'), 1],
  ['an error says why', result('{"a": null, "b": null}', ['a'], ['b', 0, 'id']), 0],
  ['what was skipped was not asked', result('{}'), 0],
  ['nothing at all is an error’s doing', result(null, ['a']), 0],
])('%s', (_what, answer, misses) => expect(missesIn(answer, new Set(['a', 'b', '__proto__']))).toBe(misses));
