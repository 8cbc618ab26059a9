/** What is sent to `<AUDITOR_URL>/audit/<log>`. */
export interface ShippedBatch {
  /** Number of records before these. */
  readonly after: number;
  /** Lines of the log, without newlines. */
  readonly records: readonly string[];
  /** Of these records and perhaps of more that follow, as `formatCheckpoint` writes it. */
  readonly checkpoint: string;
  /** That its tree begins with that of the first `after + records.length` records (RFC 6962 §2.1.2): hashes in base64. */
  readonly consistency: readonly string[];
}

/** Why a batch was not taken: what the store said, or what it said that cannot be read. */
export class NotTaken extends Error {
  /** The store says that the log is not the one that it has. */
  readonly isContradiction: boolean;

  constructor(reason: string, isContradiction = false) {
    super(reason);
    this.name = 'NotTaken';
    this.isContradiction = isContradiction;
  }
}

/** Sends a batch to the auditor's store. Gives how many records the store has now. Throws {@link NotTaken}, and what `fetch` throws. */
export async function sendBatch(
  url: string,
  log: string,
  batch: ShippedBatch,
  signal: AbortSignal,
): Promise<{ readonly size: number }> {
  const response = await fetch(new URL(`/audit/${log}`, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(batch),
    redirect: 'error',
    signal,
  });
  const { size, reason } = ((await response.json()) ?? {}) as { size?: unknown; reason?: unknown };
  const isGap = response.status === 409 && reason === 'gap';
  if (response.status !== 200 && !isGap) throw new NotTaken(`${response.status} ${reason}`, response.status === 409);
  // A store that takes records and has no more than before, or lacks what it just said to have, would be asked for ever.
  const least = isGap || batch.records.length === 0 ? 0 : batch.after + 1;
  const most = isGap ? batch.after - 1 : Number.MAX_SAFE_INTEGER;
  if (!Number.isSafeInteger(size) || Number(size) < least || Number(size) > most)
    throw new NotTaken('the answer of the store cannot be read');
  return { size: Number(size) };
}
