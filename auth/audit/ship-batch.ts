import type { ShippedBatch } from '#auth/audit/auditor-client.ts';
import { type Checkpoint, formatCheckpoint } from '#auth/audit/checkpoint.ts';
import type { ShipOptions, ShippedLog } from '#auth/audit/ship.ts';

/** Without a record: the store answers how many it has. */
export function questionOf(checkpoint: Checkpoint): ShippedBatch {
  return { ...vouched(checkpoint, []), after: checkpoint.size, records: [] };
}

/** The records behind the first `after`, as many as one request may hold, with the proof that they lead to the checkpoint. */
export function batchOf(
  log: Pick<ShippedLog, 'lines' | 'consistencyProof'>,
  after: number,
  checkpoint: Checkpoint,
  { maxRecords, maxBytes }: Required<Pick<ShipOptions, 'maxRecords' | 'maxBytes'>>,
): ShippedBatch {
  const records: string[] = [];
  let bytes = 0;
  for (const line of log.lines(after, Math.min(maxRecords, checkpoint.size - after))) {
    bytes += Buffer.byteLength(line);
    if (records.length > 0 && bytes > maxBytes) break;
    records.push(line);
  }
  const proof = log.consistencyProof(after + records.length, checkpoint.size);
  return { ...vouched(checkpoint, proof), after, records };
}

function vouched(checkpoint: Checkpoint, proof: readonly Buffer[]): Pick<ShippedBatch, 'checkpoint' | 'consistency'> {
  return {
    checkpoint: formatCheckpoint(checkpoint),
    consistency: proof.map((hash) => hash.toString('base64')),
  };
}
