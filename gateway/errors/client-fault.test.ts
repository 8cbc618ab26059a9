import { describe, expect, it } from '@jest/globals';
import { extendSchema, GraphQLSchema, type OperationDefinitionNode, parse } from 'graphql';
import { presentError } from '#gateway/errors/present.ts';
import { coerceVariables, parseDocument, validateDocument } from '#gateway/request/operation.ts';
import { LegalDate } from '#schema/scalars/legal-date.ts';

const base = new GraphQLSchema({ types: [LegalDate] });
const schema = extendSchema(
  base,
  parse(`
  schema { query: Query }
  type Query { case(no: ID, role: Role, on: LegalDate, filter: Filter, count: Int, share: Float, name: String, open: Boolean): Case }
  type Case { caseUid: ID! parties: [Case!] }
  enum Role { SUSPECT VICTIM }
  input Filter { role: Role, name: String, must: Int! }`),
);

/** Everything that a client is told about a document and its variables. */
function told(query: string, variables: Record<string, unknown> = {}): string {
  try {
    const document = parseDocument(query, 4000);
    const operation = document.definitions[0] as OperationDefinitionNode;
    const invalid = validateDocument(schema, document, false);
    const coerced = invalid.length > 0 ? { errors: invalid } : coerceVariables(schema, operation, variables);
    return JSON.stringify('errors' in coerced ? coerced.errors.map((error) => presentError(error, 'r')) : []);
  } catch (error) {
    return JSON.stringify([presentError(error, 'r')]);
  }
}

/** Numbers and names in the wrong place, alone and between what graphql-js puts around values. */
const SECRETS = [
  '379999198506120130',
  '37999919910628021X',
  '13900009901',
  '３７９９９９１９８５０６１２０１３０',
  '张拟甲',
];
const LEAK = /\d{9}|[０-９]{3}|拟/;
const AROUND = [
  (value: string) => value,
  (value: string) => `x; ${value}`,
  (value: string) => `, found ${value}: "; ${value}.`,
];
const VALUES = SECRETS.flatMap((secret) => AROUND.map((around) => around(secret)));
const quoted = (value: string) => JSON.stringify(value);

describe.each(VALUES)('%s is not repeated', (value) => {
  it.each<[string, string]>([
    ['an enum', `{ case(role: ${quoted(value)}) { caseUid } }`],
    ['an int', `{ case(count: ${quoted(value)}) { caseUid } }`],
    ['a float', `{ case(share: ${quoted(value)}) { caseUid } }`],
    ['a boolean', `{ case(open: ${quoted(value)}) { caseUid } }`],
    ['a date', `{ case(on: ${quoted(value)}) { caseUid } }`],
    ['an object', `{ case(filter: ${quoted(value)}) { caseUid } }`],
    ['an object for an id', `{ case(no: {a: ${quoted(value)}}) { caseUid } }`],
    ['a list for a string', `{ case(name: [${quoted(value)}]) { caseUid } }`],
    ['a field of an object', `{ case(filter: {role: ${quoted(value)}, must: 1}) { caseUid } }`],
    ['a default', `query ($r: Role = ${quoted(value)}) { case(role: $r) { caseUid } }`],
    ['an unexpected string', `{ case ${quoted(value)} }`],
    ['an unexpected block string', `{ case """${value.replaceAll('"', '')}""" }`],
    ['an expected name', `{ case(${quoted(value)}: 1) }`],
    ['a directive’s argument', `{ case @include(if: ${quoted(value)}) { caseUid } }`],
  ])('as %s', (_where, query) => {
    const text = told(query);
    expect(text).toContain('BAD_USER_INPUT');
    expect(text).not.toMatch(LEAK);
  });

  it.each<[string, string, unknown]>([
    ['an enum', 'Role', value],
    ['an int', 'Int', value],
    ['a date', 'LegalDate', value],
    ['an object for an id', 'ID', { idNumber: value }],
    ['a list for a string', 'String', [value, { value }]],
    ['an object', 'Filter', value],
    ['a field of an object', 'Filter', { role: value, must: 1 }],
    ['a field that is not there', 'Filter', { nmae: value, must: 1 }],
    ['an object without what it must have', 'Filter', { name: value }],
    ['a key of an object', 'Filter', { [value]: 1, must: 1 }],
  ])('as a variable: %s', (_where, type, given) => {
    const argument = { Role: 'role', Int: 'count', LegalDate: 'on', ID: 'no', String: 'name', Filter: 'filter' }[type];
    const text = told(`query ($v: ${type}) { case(${argument}: $v) { caseUid } }`, { v: given });
    expect(text).toContain('BAD_USER_INPUT');
    expect(text).not.toMatch(LEAK);
  });
});

it.each([
  ['an enum literal', '{ case(role: A379999198506120130) { caseUid } }'],
  ['a field', '{ case { _379999198506120130 } }'],
  ['a variable', 'query ($_37999919910628021X: Role!) { case(role: $_37999919910628021X) { caseUid } }'],
  ['a number', '{ case(role: 379999198506120130) { caseUid } }'],
  ['a number in the wrong place', '{ 379999198506120130 }'],
])('a number spelt as %s is not repeated', (_where, query) => {
  expect(told(query)).toContain('BAD_USER_INPUT');
  expect(told(query)).not.toMatch(LEAK);
});

it.each([
  ['{ case { caseUidd } }', 'Cannot query field \\"caseUidd\\" on type \\"Case\\"."'],
  ['{ case(rol: SUSPECT) { caseUid } }', 'Unknown argument \\"rol\\" on field \\"Query.case\\"."'],
  ['{ case(role: SUSPET) { caseUid } }', 'Value \\"SUSPET\\" does not exist in \\"Role\\" enum."'],
  ['{ case { ... on Cas { caseUid } } }', 'Unknown type \\"Cas\\"."'],
  ['{ case(', 'Syntax Error: Expected Name'],
  ['query ($v: Int) { case(no: $v) { caseUid } }', 'of type \\"Int\\" used in position expecting type \\"ID\\"'],
  ['query ($v: Role!) { case(role: $v) { caseUid } }', 'of required type \\"Role!\\" was not provided'],
  ['{ __schema { types { name } } }', 'GraphQL introspection'],
])('%s: a helpful sentence, no suggestion', (query, sentence) => {
  expect(told(query)).toContain(sentence);
  expect(told(query)).not.toContain('Did you mean');
  expect(told(query)).toContain('"locations":[{"line":1');
});

it('a variable of the wrong kind is told of which type it is', () => {
  expect(told('query ($v: Role) { case(role: $v) { caseUid } }', { v: 1 })).toContain(
    '\\"$v\\" has an invalid value; it is declared as Role',
  );
});

it('a scalar of ours says what it takes', () => {
  expect(told('query ($v: LegalDate) { case(on: $v) { caseUid } }', { v: 'x' })).toMatch(
    /"message":"LegalDate 应为.*"en":"LegalDate must be/,
  );
});
