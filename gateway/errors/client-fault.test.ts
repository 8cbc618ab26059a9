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
  type Query { case(no: ID, role: Role, on: LegalDate, filter: Filter, count: Int, share: Float, name: String, open: Boolean, filters: [Filter!]): Case }
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
  ['{ __schema { types { name } } }', 'GraphQL introspection'],
])('%s: a helpful sentence, no suggestion', (query, sentence) => {
  expect(told(query)).toContain(sentence);
  expect(told(query)).not.toContain('Did you mean');
  expect(told(query)).toContain('"locations":[{"line":1');
});

it.each<[string, unknown, string, string]>([
  ['Role!', undefined, '变量 $v 必须给出，且不得为 null。', 'The variable $v must be given, and must not be null.'],
  ['Role!', null, '变量 $v 必须给出，且不得为 null。', 'The variable $v must be given, and must not be null.'],
  ['Role', 1, '变量 $v 应为以下之一：SUSPECT、VICTIM。', 'The variable $v must be one of SUSPECT, VICTIM.'],
  ['Role', '__proto__', '变量 $v 应为以下之一：SUSPECT、VICTIM。', 'The variable $v must be one of SUSPECT, VICTIM.'],
  ['Int', 2 ** 31, '变量 $v 应为 32 位以内的整数。', 'The variable $v must be a whole number of 32 bits.'],
  ['Boolean', 'true', '变量 $v 应为 true 或 false。', 'The variable $v must be true or false.'],
  ['ID', { a: 1 }, '变量 $v 应为字符串。', 'The variable $v must be a string.'],
  [
    'LegalDate',
    'x',
    '变量 $v 不正确：LegalDate 应为真实存在的日期，格式 yyyy-MM-dd，如 2025-06-16。',
    'The variable $v is not valid: LegalDate must be a real date as yyyy-MM-dd, such as 2025-06-16.',
  ],
  [
    'Filter',
    { must: 1, role: 'X' },
    '变量 $v.role 应为以下之一：SUSPECT、VICTIM。',
    'The variable $v.role must be one of SUSPECT, VICTIM.',
  ],
  ['Filter', {}, '变量 $v.must 必须给出，且不得为 null。', 'The variable $v.must must be given, and must not be null.'],
  [
    'Filter',
    { must: null },
    '变量 $v.must 必须给出，且不得为 null。',
    'The variable $v.must must be given, and must not be null.',
  ],
  [
    'Filter',
    { must: 1, constructor: 1 },
    '变量 $v 应为只含这些字段的对象：role、name、must。',
    'The variable $v must be an object of these fields only: role, name, must.',
  ],
  [
    '[Filter!]',
    { must: 1, role: 'X' },
    '变量 $v.role 应为以下之一：SUSPECT、VICTIM。',
    'The variable $v.role must be one of SUSPECT, VICTIM.',
  ],
  [
    '[Filter!]',
    [{ must: 1, role: 'X' }],
    '变量 $v[0].role 应为以下之一：SUSPECT、VICTIM。',
    'The variable $v[0].role must be one of SUSPECT, VICTIM.',
  ],
  [
    '[Filter!]',
    {},
    '变量 $v.must 必须给出，且不得为 null。',
    'The variable $v.must must be given, and must not be null.',
  ],
])('a variable of type %s given %j is told what is allowed, in both languages', (type, value, zh, en) => {
  const argument =
    { R: 'role', I: 'count', B: 'open', L: 'on', F: 'filter', '[': 'filters' }[type.replace('ID', 'N')[0] ?? ''] ??
    'no';
  const text = told(
    `query ($v: ${type}) { case(${argument}: $v) { caseUid } }`,
    value === undefined ? {} : { v: value },
  );
  expect(JSON.parse(text)).toEqual([
    { message: zh, extensions: { code: 'BAD_USER_INPUT', en, requestId: 'r' }, locations: [{ line: 1, column: 8 }] },
  ]);
});

it.each([
  ['{ case { caseUidd } }', '查询无效：类型 Case 没有字段 caseUidd。'],
  ['{ case(rol: SUSPECT) { caseUid } }', '查询无效：字段 Query.case 没有参数 rol。'],
  ['{ case(role: SUSPET) { caseUid } }', '查询无效：枚举 Role 没有 SUSPET 这个值。'],
  ['{ case(role: "x") { caseUid } }', '查询无效：此处应为枚举 Role 的一个值。'],
  ['{ case(count: "x") { caseUid } }', '查询无效：此处应为数字，整数不得超过 32 位。'],
  ['{ case(open: 1) { caseUid } }', '查询无效：此处应为 true 或 false。'],
  ['{ case(no: 1.5) { caseUid } }', '查询无效：此处应为字符串。'],
  ['{ case(on: "x") { caseUid } }', 'LegalDate 应为真实存在的日期，格式 yyyy-MM-dd，如 2025-06-16。'],
  ['{ case(filter: {}) { caseUid } }', '查询无效：Filter 必须给出 must，其类型为 Int!。'],
  ['{ case(filter: {must: 1, x: 1}) { caseUid } }', '查询无效：Filter 没有 x 这一项。'],
  ['{ case(filter: {must: null}) { caseUid } }', '查询无效：此处应为类型 Int! 的值。'],
  ['{ case(filter: 1) { caseUid } }', '查询无效：此处应为类型 Filter 的值。'],
  ['{ case { ... on Cas { caseUid } } }', '查询无效：没有类型 Cas。'],
  ['{ case }', '查询无效：字段 case 的类型为 Case，必须选择其下的字段。'],
  ['{ case { caseUid { x } } }', '查询无效：字段 caseUid 的类型为 ID!，其下没有字段可选。'],
  ['{ case @x { caseUid } }', '查询无效：没有指令 @x。'],
  ['{ case @skip { caseUid } }', '查询无效：@skip 必须给出参数 if，其类型为 Boolean!。'],
  ['{ case @skip(if: true, x: 1) { caseUid } }', '查询无效：指令 @skip 没有参数 x。'],
  ['{ case { ...F } }', '查询无效：没有片段 F。'],
  ['query ($v: Int) { case(no: $v) { caseUid } }', '查询无效：变量 $v 声明为 Int，此处应为 ID。'],
  ['query ($v: Int) { case { caseUid } }', '查询无效：变量 $v 声明而未使用。'],
  ['{ case(no: $v) { caseUid } }', '查询无效：变量 $v 没有声明。'],
  ['{ __schema { types { name } } }', '查询无效：本图不开放内省查询。'],
  ['{ case(', '查询无效：语法错误（Expected Name）。'],
])('%s: in Chinese, %s', (query, sentence) => {
  expect((JSON.parse(told(query)) as { message: string }[]).map(({ message }) => message)).toContain(sentence);
});
