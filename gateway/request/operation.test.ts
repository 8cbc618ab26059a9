import { describe, expect, it } from '@jest/globals';
import { buildSchema, isScalarType, type OperationDefinitionNode, parse } from 'graphql';
import { chooseOperation, coerceVariables, parseDocument } from '#gateway/request/operation.ts';

const TWO = parse('query A { __typename } query B { __typename }');

describe('the operation that runs', () => {
  it.each<[string, string | undefined]>([
    ['query A { __typename }', undefined],
    ['query A { __typename }', 'A'],
    ['{ __typename }', undefined],
    ['query A { __typename } query B { __typename }', 'B'],
  ])('%s, named %s', (text, name) => {
    expect(chooseOperation(parse(text), name).name?.value).toBe(name ?? /query (\w+)/.exec(text)?.[1]);
  });

  it.each<[string, string | undefined, string]>([
    ['query A { __typename } query B { __typename }', undefined, 'A、B'],
    ['query A { __typename } query B { __typename }', 'C', 'A、B'],
    ['query A { __typename }', 'a', 'A'],
    ['{ __typename }', 'constructor', '（匿名）'],
    ['fragment F on Query { __typename }', undefined, '无'],
    ['query P379999198506120130 { __typename } query B { __typename }', undefined, 'P…、B'],
  ])('%s, named %s, is none: it has %s', (text, name, has) => {
    expect(() => chooseOperation(parse(text), name)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining(`文档中有：${has}。`) }),
    );
  });

  it('a name is not repeated', () => {
    expect(() => chooseOperation(TWO, 'Zhang379999198506120130')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('Zhang') }),
    );
  });
});

describe('parsing', () => {
  it('counts tokens', () => {
    expect(() => parseDocument('{ a a a }', 5)).not.toThrow();
    expect(() => parseDocument('{ a a a a }', 5)).toThrow(expect.objectContaining({ code: 'OPERATION_TOO_COMPLEX' }));
  });
});

describe('variables', () => {
  const schema = buildSchema('scalar Odd type Query { a(b: ID, odd: Odd): Int }');
  const coerced = (definitions: string, given: object) =>
    coerceVariables(
      schema,
      parse(`query (${definitions}) { a }`).definitions[0] as OperationDefinitionNode,
      given as Record<string, unknown>,
    );

  it.each<[string, object, object]>([
    ['$b: ID', { b: 7 }, { b: '7' }],
    ['$b: ID = "x"', {}, { b: 'x' }],
    ['$b: ID', { c: 1 }, {}],
    ['$constructor: ID', {}, {}],
    ['$__proto__: ID', {}, {}],
  ])('%s of %j', (definitions, given, expected) => {
    expect(coerced(definitions, given)).toEqual({ values: expected });
  });

  it('more than twenty mistakes are neither told nor looked for', () => {
    let looked = 0;
    const scalar = schema.getType('Odd');
    if (isScalarType(scalar))
      scalar.parseValue = () => {
        looked += 1;
        throw new TypeError('odd');
      };
    const { errors = [] } = coerced('$b: [Odd], $c: [Odd]', { b: Array(1000).fill('x'), c: Array(1000).fill('x') }) as {
      errors?: readonly unknown[];
    };
    expect(errors).toHaveLength(20);
    expect(looked).toBeLessThan(50);
  });
});
