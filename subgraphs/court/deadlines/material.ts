import type {
  CourtCaseRecord,
  CourtPartyRecord,
  FeeRecord,
  HearingNoticeRecord,
  HearingRecord,
} from '#adapters/systems/court-12368/port.ts';
import type { DocumentRecord } from '#adapters/systems/records/documents.ts';

/** What a court case's periods are told from. */
export interface CaseMaterial {
  readonly record: CourtCaseRecord;
  readonly parties: readonly CourtPartyRecord[];
  readonly hearings: readonly HearingRecord[];
  readonly notices: readonly HearingNoticeRecord[];
  readonly documents: readonly DocumentRecord[];
  readonly fees: readonly FeeRecord[];
}

/** 开庭审理, as distinct from a pre-trial conference or the pronouncement of the judgment. */
export function isTrial({ kind }: HearingRecord): boolean {
  return kind.name === '开庭审理';
}

/** Simplified procedures are free from the times of service before a hearing (CPL 219, 224; CivPL 163). */
export function isOrdinary({ procedure }: CourtCaseRecord): boolean {
  return procedure === null || procedure === 'ORDINARY';
}

/** The day of the first service on the party that succeeded; `null` while there is none. */
export function servedOn({ deliveries }: DocumentRecord, partyKey: string): string | null {
  const days = deliveries.flatMap((delivery) =>
    delivery.partyKey === partyKey && delivery.ok && delivery.servedAt !== null ? dayOf(delivery.servedAt) : [],
  );
  return days.sort()[0] ?? null;
}

/** The LegalDate of a DateTime in Chinese time, as ports give them. */
export function dayOf(dateTime: string): string {
  return dateTime.slice(0, 'yyyy-MM-dd'.length);
}
