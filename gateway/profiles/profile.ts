import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '#auth/caller.ts';
import type { Rights } from '#gateway/authorization/rights.ts';
import type { SourceFactory } from '#gateway/planning/planner.ts';
import type { RequestState } from '#gateway/request/state.ts';
import type { ErrorCodeName } from '#schema/errors/codes.ts';
import type { Purpose } from '#schema/purposes.ts';

/** What differs between our own graph and any other supergraph that this gateway serves. */
export interface Profile {
  /** What the caller's token opens; null is an anonymous caller. */
  rights(caller: Caller | null): Rights;
  /** Whether a purpose lets this caller use these policies. */
  purposeFits(caller: Caller | null, policies: ReadonlySet<string>, purpose: Purpose | null): boolean;
  /** `x-case`, where it means something. @throws GraphError BAD_USER_INPUT for anything but a caseUid */
  onlyCase(headers: IncomingHttpHeaders): string | null;
  /** Arguments, as `Type.field(argument:)`, that must not stand in an address. */
  readonly secretArguments: ReadonlySet<string>;
  /** Rows that no list of the graph gives more of a page, as far as that is known. */
  readonly longestPage: number | null;
  /** How subgraphs are reached, and what vouches for the caller there. */
  readonly connect: SourceFactory;
  /** Keeps the first request of a login session on record. @param session names the session, without telling its token */
  recordLogin(state: RequestState, session: string): void;
  /** Keeps a decision, or what an operation ended with. @throws GraphError AUDIT_UNAVAILABLE: then nothing may leave */
  recordDecision(state: RequestState, decision: GatewayDecision): void;
  close(): Promise<void>;
}

/** The gateway's decision about one operation, or its outcome. */
export interface GatewayDecision {
  readonly event: 'operation' | 'answer';
  readonly decision: 'permit' | 'deny' | 'failure';
  readonly rule:
    | 'fields.permitted'
    | 'fields.denied'
    | 'purpose.required'
    | 'token.refused'
    | 'answered'
    | ErrorCodeName;
  /** Coordinates (`Type.field`) that the decision is about. */
  readonly fields?: readonly string[];
  /** SM3 of the answer as it leaves. */
  readonly digest?: string;
  /** Codes of the errors in the answer. */
  readonly codes?: readonly string[];
}
