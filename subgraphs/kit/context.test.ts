import { expect, it } from '@jest/globals';
import { GraphError } from '#schema/errors/graph-error.ts';
import { RequestContext } from '#subgraphs/kit/context.ts';
import { auditInMemory, LIN } from '#subgraphs/kit/kit.fixture.ts';
import { RequestScope } from '#subgraphs/kit/request-scope.ts';

const permit = { allowed: true, rule: 'permit.x', view: 'WHOLE' } as const;

/** A fetch whose decisions are kept in memory. */
function fetchOnRecord() {
  const context = new RequestContext(LIN, new RequestScope(LIN));
  const { log, records, state } = auditInMemory();
  context.keepAudit((more) => log.append(more));
  const decided = (...subjects: string[]) => {
    for (const subject of subjects) context.record(subject, null, permit);
  };
  return { context, state, decided, written: () => records.map(({ subject }) => subject) };
}

it('each decision is written once, in the order of deciding', () => {
  const { context, decided, written } = fetchOnRecord();
  decided('a', 'b');
  expect(written()).toEqual([]);
  context.writeAudit();
  expect(written()).toEqual(['a', 'b']);
  decided('c');
  context.writeAudit();
  context.writeAudit();
  expect(written()).toEqual(['a', 'b', 'c']);
});

it('what could not be written is written the next time', () => {
  const { context, state, decided, written } = fetchOnRecord();
  decided('a');
  state.isFull = true;
  expect(() => context.writeAudit()).toThrow(new GraphError('AUDIT_UNAVAILABLE'));
  decided('b');
  state.isFull = false;
  context.writeAudit();
  expect(written()).toEqual(['a', 'b']);
});

it('a decision by what the registry remembered says so', () => {
  const { context } = fetchOnRecord();
  context.record('Case', 'ZF-1', permit, { remembered: true });
  context.record('Case', 'ZF-2', { allowed: false, rule: 'deny.x' });
  expect(context.auditRecords).toEqual([
    expect.objectContaining({ case: 'ZF-1', decision: 'permit', rule: 'permit.x', remembered: true }),
    expect.not.objectContaining({ remembered: expect.anything() }),
  ]);
});
