import { UnreadableRecord } from '#adapters/systems/answers.ts';
import type { LinkedNumber } from '#adapters/systems/records/linked-number.ts';
import type { IngestedParty as PartyOfRecord } from '#adapters/systems/records/parties.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { CaseKind } from '#schema/enums/case-kind.ts';
import type { LegalStatus } from '#schema/enums/legal-status.ts';
import type { PartyRole } from '#schema/enums/party-role.ts';
import type { Stage } from '#schema/enums/stage.ts';
import { standingOn } from '#schema/legal-status.ts';
import type { RequestContext } from '#subgraphs/kit/context.ts';
import type { IngestedTransfer } from '#subgraphs/kit/ingested-transfers.ts';
import type { LinkedNumberKind } from '#subgraphs/kit/linked-number.ts';
import type { OwnerContext } from '#subgraphs/kit/owner-context.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';

/** A department's record as the registry takes it in: what links it, who is in it, and who may see it. No identity number travels. */
export interface IngestedRecord {
  /** The record's number at its department. */
  readonly recordNo: string;
  readonly kind: LinkedNumberKind;
  /** What pages go by, where that is not the record's number. */
  readonly pageKey?: string;
  readonly facts: RecordFacts;
  /** 平台统一案号, where the platform had told the department. */
  readonly caseUid: string | null;
  /** What kind of case the record makes; `null` where it makes none (reviews, legal aid, certificates). */
  readonly caseKind: CaseKind | null;
  /** The stage to which the record bears witness. */
  readonly stage: Stage | null;
  /** Other agencies' numbers in the record, canonical; what could not be read is left out. */
  readonly linkedNumbers: readonly { readonly kind: LinkedNumberKind; readonly number: string }[];
  readonly parties: readonly IngestedParty[];
  /** Hand-overs that the record holds; left out where it was not read for them. */
  readonly transfers?: readonly IngestedTransfer[];
}

/** What every department's record says of its links and its parties, as the registry takes it in: keyed, and without an identity number. */
export function linksAndParties(
  recordNo: string,
  {
    linkedNumbers,
    parties,
  }: { readonly linkedNumbers: readonly LinkedNumber[]; readonly parties: readonly PartyOfRecord[] },
  context: OwnerContext,
): Pick<IngestedRecord, 'linkedNumbers' | 'parties'> {
  return {
    linkedNumbers: linkedNumbers.flatMap(({ kind, number }) => (number === null ? [] : { kind, number })),
    parties: parties.map(
      ({
        partyKey,
        role,
        legalStatus,
        legalStatusSince = null,
        minorAtOffence,
        protectedIdentity,
        displayName,
        idNumber,
      }) => ({
        partyKey: partyKeyIn(recordNo, partyKey),
        personUid: context.personUid(idNumber, recordNo, partyKey),
        role,
        ...standingOn(context.clock.today(), { legalStatus, legalStatusSince }),
        minorAtOffence,
        protectedIdentity,
        displayName,
      }),
    ),
  };
}

export interface IngestedParty {
  /** The record and the party's key in it (`partyKeyIn`). */
  readonly partyKey: string;
  /** A keyed hash, made in the owner's process. */
  readonly personUid: string;
  readonly role: PartyRole;
  /** As it stands on the day of ingest. */
  readonly legalStatus: LegalStatus;
  /** LegalDate from which on it stands; `null` or left out where the department does not write it. */
  readonly legalStatusSince?: string | null;
  readonly minorAtOffence: boolean | null;
  readonly protectedIdentity: boolean;
  /** The name; of a protected person the alias. */
  readonly displayName: string;
}

/** A record of a page that its department's system could not be read for. It keeps its place, so that the pages go on behind it. */
export interface UnreadRecord {
  readonly pageKey: string;
  readonly unreadable: true;
}

export type PagedRecord = IngestedRecord | UnreadRecord;

export function wasRead(record: PagedRecord): record is IngestedRecord {
  return !('unreadable' in record);
}

/** A port's page as ingest takes it. Why a record cannot be read goes to the log. @param pageKeyOf of the port's key @default the same */
export function pagedRecords<Row>(
  rows: readonly (Row | UnreadableRecord)[],
  context: RequestContext,
  toIngested: (row: Row) => IngestedRecord,
  pageKeyOf: (key: string) => string = (key) => key,
): PagedRecord[] {
  return rows.map((row) => {
    if (!(row instanceof UnreadableRecord)) return toIngested(row);
    context.failed(row.error);
    return { pageKey: pageKeyOf(row.key), unreadable: true };
  });
}
