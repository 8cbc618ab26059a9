import type { Caller } from '#auth/caller.ts';
import type { Purpose } from '#schema/purposes.ts';

/** What is known of one request when it reaches the planner; the subrequests are made on its behalf. */
export interface RequestState {
  readonly requestId: string;
  /** Null for an anonymous request. */
  readonly caller: Caller | null;
  readonly purpose: Purpose | null;
  /** SHA-256 of the document, hex: it stands for the operation in envelopes and in the log. */
  readonly operation: string;
  /** The address that the request came from. */
  readonly source: string | null;
  /** `x-case`: the only case that exists for this request. */
  readonly onlyCase: string | null;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
}
