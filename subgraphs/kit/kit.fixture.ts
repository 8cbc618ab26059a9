import { buildSchema, defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { AuditLog } from '#auth/audit/log.ts';
import type { AuditRecord } from '#auth/audit/record.ts';
import { courtFacts } from '#auth/decisions/facts.fixture.ts';
import type { Findings } from '#auth/decisions/statement.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import { RequestContext } from '#subgraphs/kit/context.ts';
import type { Subgraph } from '#subgraphs/kit/subgraph.ts';

export const LIN: VerifiedEnvelope = {
  signer: 'gateway',
  principal: {
    subject: 'sub-of-lin',
    roles: new Set(['court.judge']),
    agency: 'COURT-379999',
    staffNo: 'FY0001',
    licenceNo: null,
  },
  purpose: 'HANDLE_CASE',
  onlyCase: null,
  requestId: 'r-1',
};
export const HANDLED: Findings = { records: [courtFacts()], failures: [] };
export const never = new AbortController().signal;

type Resolve = GraphQLFieldResolver<unknown, RequestContext, Record<string, unknown>>;

/** A subgraph of one schema whose root fields are the test's functions. */
export function subgraphOf(
  sdl: string,
  root: Record<string, Resolve>,
): Subgraph & { isClosed: boolean; isReady: boolean } {
  const schema: GraphQLSchema = buildSchema(sdl);
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {}))
    field.resolve = (root[field.name] as GraphQLFieldResolver<unknown, unknown>) ?? defaultFieldResolver;
  return {
    name: 'court',
    schema,
    isClosed: false,
    isReady: true,
    createContext: (envelope, signal) => new RequestContext(envelope, signal),
    async ready() {
      if (!this.isReady) throw new Error('down');
    },
    async close() {
      this.isClosed = true;
    },
  };
}

/** An audit log in memory; full when the test says so. */
export function auditInMemory() {
  const records: AuditRecord[] = [];
  const state = { isFull: false, isClosed: false };
  const log: AuditLog = {
    append(more) {
      if (more.length > 0 && state.isFull) throw new GraphError('AUDIT_UNAVAILABLE');
      records.push(...more);
    },
    close: () => {
      state.isClosed = true;
    },
  };
  return { log, records, state };
}
