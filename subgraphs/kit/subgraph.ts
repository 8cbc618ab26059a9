import type { GraphQLSchema } from 'graphql';
import type { SubgraphName, VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { RequestContext } from '#subgraphs/kit/context.ts';
import type { OpenDoor } from '#subgraphs/kit/open-door.ts';
import type { OwnerQuestion } from '#subgraphs/kit/owner-source.ts';
import type { RequestScope } from '#subgraphs/kit/request-scope.ts';

/** A door at which one subgraph of ours asks another. */
export interface Door<Context extends RequestContext = RequestContext> {
  /** @throws GraphError, which becomes the answer's only error */
  answer(question: unknown, context: Context): Promise<object>;
}

/** What a subgraph is to the server that serves it. Each folder beside this one exports one. */
export interface Subgraph<Context extends RequestContext = RequestContext> {
  readonly name: SubgraphName;
  readonly schema: GraphQLSchema;
  /** For one fetch; the scope is the request's. */
  createContext(envelope: VerifiedEnvelope, scope: RequestScope): Context;
  /** What casework asks of a department; casework itself has none. */
  answerOwner?(question: OwnerQuestion, context: Context): Promise<readonly unknown[]>;
  /** Doors at which another subgraph of ours asks, in an envelope of its own: what answers at each path. Each says whom it lets in. */
  readonly doors?: Readonly<Record<string, Door<Context>>>;
  /** Doors of its own that ask for no envelope; most subgraphs have none. */
  readonly openDoors?: readonly OpenDoor[];
  /** Resolves once what lies underneath has answered; asked until it did, never again after. */
  ready(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
