import { describe, expect, it } from '@jest/globals';
import {
  GraphQLError,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLScalarType,
  GraphQLSchema,
  graphqlSync,
  parseValue,
} from 'graphql';
import { GraphError } from '#schema/errors/graph-error.ts';
import { DateTime } from '#schema/scalars/date-time.ts';
import { Digest } from '#schema/scalars/digest.ts';
import { LegalDate } from '#schema/scalars/legal-date.ts';

const HEX = '442291bd2d679b1f503749c8ee369e384b4447b2a3fe4d1c570e1e38cecc7721';
const NOT_STRINGS = [20250616, true, null, {}, ['2025-06-16'], new Date(0)];

const CASES: [GraphQLScalarType, { same: string[]; changed: Record<string, string>; refused: string[] }][] = [
  [
    LegalDate,
    {
      same: ['2025-06-16', '2024-02-29', '1900-01-01', '9999-12-31'],
      changed: {},
      refused: [
        '2025-02-29',
        '2025-6-16',
        '2025-06-16T00:00:00Z',
        '2025-06-16+08:00',
        '20250616',
        ' 2025-06-16',
        '2025-06-16\n',
        '0000-01-01',
        '',
      ],
    },
  ],
  [
    DateTime,
    {
      same: ['2025-06-16T09:00:00+08:00', '1899-12-31T23:59:59+08:00', '0099-03-01T08:00:00+08:00'],
      changed: {
        '2025-06-16T01:00:00Z': '2025-06-16T09:00:00+08:00',
        '2025-06-16T01:00:00.999Z': '2025-06-16T09:00:00+08:00',
        '2024-12-31T18:30:00-05:30': '2025-01-01T08:00:00+08:00',
        '2025-06-16T10:30:00+09:30': '2025-06-16T09:00:00+08:00',
      },
      refused: [
        '2025-06-16 09:00:00',
        '2025-06-16T09:00:00',
        '2025-06-16T09:00+08:00',
        '2025-06-16T24:00:00+08:00',
        '2025-06-16T09:60:00+08:00',
        '2025-06-16T23:59:60Z',
        '2025-02-30T09:00:00+08:00',
        '2025-06-16T09:00:00+15:00',
        '2025-06-16T09:00:00+0800',
        '9999-12-31T23:59:59Z',
        '0001-01-01T00:00:00+14:00',
        '2025-06-16',
        '',
      ],
    },
  ],
  [
    Digest,
    {
      same: [`sm3:${HEX}`],
      changed: {},
      refused: [
        HEX,
        `sm3:${HEX.toUpperCase()}`,
        `SM3:${HEX}`,
        `sha256:${HEX}`,
        `sm3:${HEX}0`,
        `sm3:${HEX.slice(1)}`,
        `sm3:${HEX}\n`,
      ],
    },
  ],
];

describe.each(CASES)('%s', (scalar, { same, changed, refused }) => {
  const literal = (text: string) => scalar.parseLiteral(parseValue(JSON.stringify(text)));

  it.each([...same.map((text) => [text, text]), ...Object.entries(changed)])(
    '%s is %s, in and out',
    (text = '', canonical) => {
      expect([scalar.parseValue(text), literal(text), scalar.serialize(text)]).toEqual([
        canonical,
        canonical,
        canonical,
      ]);
    },
  );

  it.each(refused)('refuses %j from a client with a sentence, and from a resolver as our own error', (text) => {
    const badInput = expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) });
    expect(() => scalar.parseValue(text)).toThrow(badInput);
    expect(() => literal(text)).toThrow(badInput);
    expect(() => scalar.serialize(text)).toThrow(expect.objectContaining({ code: 'INTERNAL' }));
  });

  it.each(NOT_STRINGS)('refuses %p, which is not a string', (value) => {
    expect(() => scalar.parseValue(value)).toThrow(GraphQLError);
    expect(() => scalar.serialize(value)).toThrow(GraphError);
  });

  it('refuses literals of other kinds', () => {
    for (const source of ['20250616', 'true', '[]', '{}', 'ENUM']) {
      expect(() => scalar.parseLiteral(parseValue(source))).toThrow(GraphQLError);
    }
  });

  it('describes itself with the Chinese term first', () => {
    expect(scalar.description).toMatch(/^\p{Script=Han}+ [a-z]/u);
  });
});

describe('in a request', () => {
  const on = { type: GraphQLInt, args: { day: { type: new GraphQLNonNull(LegalDate) } } };
  const schema = new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: { on } }) });

  it.each([
    [
      'a variable',
      graphqlSync({ schema, source: 'query($d: LegalDate!) { on(day: $d) }', variableValues: { d: '2025-02-30' } }),
    ],
    ['a literal', graphqlSync({ schema, source: '{ on(day: "2025-02-30") }' })],
  ])('a bad value in %s keeps its code, its sentence and its place', (_, { errors }) => {
    const [error] = errors ?? [];
    expect(error?.message).toContain('LegalDate 应为真实存在的日期，格式 yyyy-MM-dd');
    expect(error?.extensions).toEqual({ code: 'BAD_USER_INPUT', en: expect.stringContaining('must be a real date') });
    expect(error?.locations).toHaveLength(1);
  });
});
