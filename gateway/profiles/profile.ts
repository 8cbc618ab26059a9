import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '#auth/caller.ts';
import type { Rights } from '#gateway/authorization/rights.ts';
import type { SourceFactory } from '#gateway/planning/planner.ts';
import type { RequestState } from '#gateway/request/state.ts';
import type { Purpose } from '#schema/purposes.ts';

/** What differs between our own graph and any other supergraph that this gateway serves. */
export interface Profile {
  /** What the caller's token opens; null is an anonymous caller. */
  rights(caller: Caller | null): Rights;
  /** Whether a purpose lets this caller use these policies. */
  purposeFits(caller: Caller | null, policies: ReadonlySet<string>, purpose: Purpose | null): boolean;
  /** `x-case`, where it means something. @throws GraphError BAD_USER_INPUT for anything but a caseUid */
  onlyCase(headers: IncomingHttpHeaders): string | null;
  /** How subgraphs are reached, and what vouches for the caller there. */
  readonly connect: SourceFactory;
  /** Keeps the decision about an operation's fields. */
  recordDecision(state: RequestState, decision: FieldDecision): void;
  close(): Promise<void>;
}

/** The gateway's decision about one operation. */
export interface FieldDecision {
  readonly decision: 'permit' | 'deny';
  readonly rule: 'fields.permitted' | 'fields.denied' | 'purpose.required' | 'token.refused';
  /** Coordinates (`Type.field`) that the decision is about. */
  readonly fields: readonly string[];
}
