/** On whose behalf a legacy system is called: opaque, for its own log, and the signal that ends the call. */
export interface LegacyCall {
  readonly requestId: string;
  /** Who asks: the same for one caller's requests, another for each process. It says nothing of a name or a number. */
  readonly caller: string;
  /** Who asks, in which roles, for what purpose and for which case alone: what two callers must have in common to be given one answer. Never sent. */
  readonly rights: string;
  /** Aborted when the client has gone or the request's time is over. */
  readonly signal?: AbortSignal;
}
