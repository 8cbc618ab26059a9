import { auditDoor } from '#subgraphs/access/audit/door.ts';
import type { ReceiverParts } from '#subgraphs/access/audit/receive.ts';
import { verifyHeld } from '#subgraphs/access/audit/verify-held.ts';
import { type AlertPage, alertPage, type KeptAlert } from '#subgraphs/access/store/audit-alerts.ts';
import {
  type AuditEntry,
  type EntryPage,
  entryPage,
  type SealedLook,
  sealedLooks,
  type TimeRange,
} from '#subgraphs/access/store/audit-entries.ts';
import { type HeldLog, heldLogs } from '#subgraphs/access/store/audit-log.ts';
import type { OpenDoor } from '#subgraphs/kit/open-door.ts';

/** The auditor's store as the rest of the subgraph sees it. Each method throws `DatabaseError`. */
export interface Auditor {
  /** Where the other processes' logs come in. */
  readonly door: OpenDoor;
  entries(page: EntryPage): Promise<AuditEntry[]>;
  /** At most `most`, the oldest first. */
  sealedLooks(range: TimeRange, most: number): Promise<SealedLook[]>;
  alerts(page: AlertPage): Promise<KeptAlert[]>;
  logs(): Promise<HeldLog[]>;
  /** See {@link verifyHeld}. */
  verify(held: HeldLog): Promise<boolean>;
}

export function createAuditor(parts: ReceiverParts): Auditor {
  const { database, isSigned } = parts;
  return {
    door: auditDoor(parts),
    entries: (page) => entryPage(database, page),
    sealedLooks: (range, most) => sealedLooks(database, range, most),
    alerts: (page) => alertPage(database, page),
    logs: () => heldLogs(database),
    verify: (held) => verifyHeld(database, isSigned, held),
  };
}
