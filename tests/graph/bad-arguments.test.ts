import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  buildASTSchema,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isScalarType,
  parse,
} from 'graphql';
import { ASKED, CASE_1, KEY, LIN } from '#tests/graph/who-may-ask.ts';
import { type Answer, as } from '#tests/harness/ask.ts';

const SDL = join(import.meta.dirname, '..', '..', 'schema', 'generated', 'supergraph.graphql');
const schema = buildASTSchema(parse(readFileSync(SDL, 'utf8')), { assumeValidSDL: true });

const IDENTITY_NUMBER = '379999198506120130';
/** Words of people, in which an identity number is theirs to write. */
const WORDS = ['reason', 'legalBasis', 'text', 'idempotencyKey'];
/** What is asked by a name or a code that nobody has is absent, and no mistake: its description says so. */
const ABSENT = [
  ...['Query.rightsOf(user:)', 'Query.explainAccess(user:)', 'Query.ticket(queryCode:)', 'Case.documents(code:)'],
  ...['Query.auditEntries(actor:)', 'Query.rightsReview(agency:)', 'Query.alerts(after:)'],
];

const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  ID: ['', ' ', 'x\u0000', '\ud800', '😀', IDENTITY_NUMBER, '9'.repeat(10_000), { a: IDENTITY_NUMBER }],
  String: ['', ' ', 'x\u0000', '\ud800', '😀', IDENTITY_NUMBER, '9'.repeat(10_000), 7],
  Int: [0, -1, 201, 1e9, 2 ** 31, 1.5, '1', IDENTITY_NUMBER],
  Boolean: ['true', 1, IDENTITY_NUMBER],
  LegalDate: ['', '2025-02-30', '2025-06-16+08:00', '2025-06-16T00:00:00+08:00', '2025年6月16日', 20250616, '\ud800'],
  DateTime: ['', '2025-06-16', '2025-06-16T09:00:00', '2025-06-16T25:00:00+08:00', 1750000000, IDENTITY_NUMBER],
  Digest: ['', 'sm3:00', `SM3:${'0'.repeat(64)}`, IDENTITY_NUMBER],
};
const OF_ENUM = ['', 'NOBODY', '__proto__', IDENTITY_NUMBER, 7, ['NOBODY']];

interface Argument {
  /** As `Type.field(argument:)`, of an input object `Type.field(argument.field:)`. */
  readonly coordinate: string;
  readonly field: string;
  /** Names from the argument to what is wrong in it. */
  readonly way: readonly [string, ...string[]];
  readonly type: GraphQLInputType;
}

const ARGUMENTS: readonly Argument[] = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap((type) =>
    Object.values(type.getFields()).flatMap(({ name, args }) =>
      args.flatMap((arg) => argumentsIn(`${type.name}.${name}`, [arg.name], arg.type)),
    ),
  );

function argumentsIn(field: string, way: readonly [string, ...string[]], type: GraphQLInputType): Argument[] {
  const given = getNullableType(type);
  if (!isInputObjectType(given)) return [{ coordinate: `${field}(${way.join('.')}:)`, field, way, type }];
  return Object.values(given.getFields()).flatMap((each) => argumentsIn(field, [...way, each.name], each.type));
}

it('every field that takes arguments is asked', () => {
  expect(Object.keys(ASKED).sort()).toEqual([...new Set(ARGUMENTS.map(({ field }) => field))].sort());
});

describe.each(ARGUMENTS.map((argument) => [argument.coordinate, argument] as const))('%s', (coordinate, argument) => {
  it('says of every wrong value what is allowed, and repeats none', async () => {
    for (const value of wrongFor(argument)) {
      const answer = await askWith(argument, value);
      const isAbsent = ABSENT.includes(coordinate) && answer.errors.length === 0;
      expect({ value, status: answer.status, codes: codes(answer), empty: isEmpty(answer.data ?? null) }).toEqual({
        ...{ value, status: 200, empty: true },
        codes: isAbsent ? [] : [coordinate.endsWith('(grantUid:)') && isText(value) ? 'NOT_FOUND' : 'BAD_USER_INPUT'],
      });
      for (const { message, extensions } of answer.errors) {
        expect(message).toMatch(/应|不|没有|必须|恰好/);
        expect(extensions).toEqual({
          ...{ code: extensions.code, en: expect.stringMatching(/[a-z]{2}/) },
          requestId: expect.any(String),
        });
      }
      expect(JSON.stringify(answer.errors)).not.toMatch(
        /379999198506120130|9{12}|\bat .+:\d+|SELECT|<\?xml|127\.0\.0\.1|node_modules/,
      );
      expect(answer.text.length).toBeLessThan(4_000);
    }
  });
});

it.each([
  'Query.auditEntries',
  'Query.auditSealedAccess',
  'Query.alerts',
  'Query.transferStatistics',
  'Query.hearingCalendar',
])('%s: days in the wrong order are a mistake, not an empty answer', async (field) => {
  const [argument] = argumentsIn(field, ['from'], schema.getType('LegalDate') as GraphQLInputType);
  const answer = argument && (await askWith(argument, '2025-06-17', { to: '2025-06-16' }));
  expect(answer?.errors).toMatchObject([
    { message: expect.stringMatching(/from.*to/), extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

function wrongFor({ field, way, type }: Argument): readonly unknown[] {
  const named = getNamedType(type);
  const name = way.at(-1) ?? '';
  if (isEnumType(named)) return OF_ENUM;
  // Wrong ones are answered the later the more there were.
  if (name === 'queryCode') return ['', 7];
  if (name === 'withinDays') return WRONG.Int?.filter((value) => value !== 0) ?? [];
  // Of the auditor's lists a page may be longer.
  if (name === 'first' && /audit|alerts/.test(field)) return WRONG.Int ?? [];
  const wrong = isScalarType(named) ? (WRONG[named.name] ?? []) : [];
  const isOwnWord = WORDS.includes(name);
  return isOwnWord
    ? wrong.filter((value) => value !== IDENTITY_NUMBER && !(name === 'idempotencyKey' && value === '😀'))
    : wrong;
}

async function askWith({ field, way }: Argument, value: unknown, more: object = {}): Promise<Answer> {
  const { user, purpose, valid = {} } = ASKED[field] ?? { ...LIN, valid: {} };
  const values: Record<string, unknown> = { ...valid, ...more };
  const [name, ...inner] = way;
  const isAlone = field === 'Query.explainAccess' && name === 'operation';
  if (isAlone) delete values.field;
  values[name] = inner.reduceRight<unknown>((wrong, step) => ({ ...(values[name] as object), [step]: wrong }), value);
  if (values.idempotencyKey === KEY) values.idempotencyKey = randomUUID();
  const [typeName = '', fieldName = ''] = field.split('.');
  const owner = schema.getType(typeName);
  const args = isObjectType(owner) ? (owner.getFields()[fieldName]?.args ?? []) : [];
  const used = args.filter((arg) => Object.hasOwn(values, arg.name));
  const declared = used.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const call = `${fieldName}(${used.map((arg) => `${arg.name}: $${arg.name}`).join(', ')}) { __typename }`;
  const selection = typeName === 'Case' ? `case(caseUid: "${CASE_1}") { ${call} }` : call;
  return as(user, { purpose }).ask({
    query: `${typeName === 'Mutation' ? 'mutation' : 'query'}(${declared}) { ${selection} }`,
    variables: values,
  });
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function codes({ errors }: Answer): unknown[] {
  return [...new Set(errors.map(({ extensions }) => extensions.code))];
}

function isEmpty(data: unknown): boolean {
  if (Array.isArray(data)) return data.length === 0;
  return data === null || (typeof data === 'object' && Object.values(data ?? {}).every(isEmpty));
}
