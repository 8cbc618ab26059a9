import type { GraphQLSchema } from 'graphql';
import type { SubgraphName, VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { RequestContext } from '#subgraphs/kit/context.ts';

/** What a subgraph is to the server that serves it. Each folder beside this one exports one. */
export interface Subgraph {
  readonly name: SubgraphName;
  readonly schema: GraphQLSchema;
  createContext(envelope: VerifiedEnvelope, signal: AbortSignal): RequestContext;
  /** Resolves once what lies underneath has answered; asked until it did, never again after. */
  ready(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
