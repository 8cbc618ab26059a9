/** On whose behalf a legacy system is called: opaque, for its own log, and the signal that ends the call. */
export interface LegacyCall {
  readonly requestId: string;
  /** Aborted when the client has gone or the request's time is over. */
  readonly signal?: AbortSignal;
}
