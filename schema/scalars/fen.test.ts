import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseValue } from 'graphql';
import { GraphError } from '#schema/errors/graph-error.ts';
import { Fen } from '#schema/scalars/fen.ts';

const badInput = expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) });
const literal = (source: string) => Fen.parseLiteral(parseValue(source));

describe('Fen', () => {
  it('is the same integer in, out and as JSON, up to 2^53 − 1', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        expect([Fen.parseValue(fen), Fen.serialize(fen), literal(String(fen))]).toEqual([fen, fen, fen]);
        expect(JSON.parse(JSON.stringify(Fen.serialize(fen)))).toBe(fen);
      }),
    );
    expect(Fen.serialize(Number.MAX_SAFE_INTEGER)).toBe(9_007_199_254_740_991);
  });

  it.each([2 ** 53, -(2 ** 53), 1e21, 0.1, 12800.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses %d from a client with a sentence, and from a resolver as our own error',
    (value) => {
      expect(() => Fen.parseValue(value)).toThrow(badInput);
      expect(() => Fen.serialize(value)).toThrow(GraphError);
    },
  );

  it.each(['1280000', '12800.00', true, null, 1280000n, [1], {}])('refuses %p, which is not a number', (value) => {
    expect(() => Fen.parseValue(value)).toThrow(badInput);
    expect(() => Fen.serialize(value)).toThrow(GraphError);
  });

  it.each(['9007199254740992', '9007199254740993', '1.0', '1e3', '"1280000"', 'true', '[]'])(
    'refuses the literal %s, which would be rounded or is no integer',
    (source) => {
      expect(() => literal(source)).toThrow(badInput);
    },
  );
});
