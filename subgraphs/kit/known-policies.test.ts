import { describe, expect, it } from '@jest/globals';
import { createBuilder, toSubgraphSchema } from '#subgraphs/kit/builder.ts';
import type { RequestContext } from '#subgraphs/kit/context.ts';

/** A subgraph of one type with one field, each behind a policy. */
function build(ofType: string, ofField: string) {
  const builder = createBuilder<RequestContext>();
  const Thing = builder.objectRef<object>('Thing').implement({
    policy: [['case.read', ofType]],
    fields: (t) => ({ name: t.string({ policy: [[ofField]], resolve: () => null }) }),
  });
  builder.queryType({ fields: (t) => ({ thing: t.field({ type: Thing, resolve: () => null }) }) });
  return () => toSubgraphSchema(builder);
}

describe('a subgraph that asks for policies', () => {
  it('starts where the policy text has them all', () => expect(build('file.read', 'ticket.read')).not.toThrow());

  it.each([
    ['its type', 'case.raed', 'ticket.read'],
    ['its field', 'file.read', 'ticket.raed'],
    ['its field, called like a part of an object', 'file.read', 'constructor'],
  ])('does not start where %s asks for one that nobody defined', (_where, ofType, ofField) => {
    expect(build(ofType, ofField)).toThrow('a policy that policies.yaml does not have');
  });
});
