import { describe, expect, it } from '@jest/globals';
import { getNullableType, isNonNullType } from 'graphql';
import { SUBGRAPH_SCHEMAS } from '#subgraphs/schemas.ts';

const MUTATIONS = Object.entries(SUBGRAPH_SCHEMAS).flatMap(([subgraph, schema]) =>
  Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => [subgraph, field.name, field] as const),
);

describe.each(MUTATIONS)('%s.%s', (_subgraph, _name, field) => {
  it('wants an idempotency key', () => {
    const key = field.args.find(({ name }) => name === 'idempotencyKey');
    expect([key && isNonNullType(key.type), `${key && getNullableType(key.type)}`]).toEqual([true, 'String']);
  });

  it('may be null: where it fails, the rest of the request is answered', () => {
    expect(isNonNullType(field.type)).toBe(false);
  });
});

it('are these', () => {
  expect(MUTATIONS.map(([subgraph, name]) => `${subgraph}.${name}`)).toEqual([
    'casework.createTicket',
    'casework.requestAppointment',
    'legal-aid.assignLegalAid',
    'access.decideGrant',
    'access.requestGrant',
    'access.revokeGrant',
  ]);
});
