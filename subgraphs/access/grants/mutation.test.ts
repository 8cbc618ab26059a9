import { describe, expect, it } from '@jest/globals';
import { getNullableType, isNonNullType } from 'graphql';
import { accessSchema } from '#subgraphs/access/subgraph.ts';

const MUTATIONS = Object.values(accessSchema.getMutationType()?.getFields() ?? {});

describe.each(MUTATIONS.map((field) => [field.name, field] as const))('%s', (_name, field) => {
  it('wants an idempotency key', () => {
    const key = field.args.find(({ name }) => name === 'idempotencyKey');
    expect([key && isNonNullType(key.type), `${key && getNullableType(key.type)}`]).toEqual([true, 'String']);
  });

  it('may be null: where it fails, the rest of the request is answered', () => {
    expect(isNonNullType(field.type)).toBe(false);
  });
});

it('are these', () => {
  expect(MUTATIONS.map(({ name }) => name)).toEqual(['decideGrant', 'requestGrant', 'revokeGrant']);
});
