import type { TransferRecord } from '#adapters/systems/records/transfers.ts';
import { CHINA_CALENDAR } from '#schema/calendar/working-days.ts';
import type { DeadlineCode } from '#schema/deadlines/codes.ts';
import { computeDeadline, type DeadlineCircumstances } from '#schema/deadlines/compute.ts';
import { dayOf } from '#schema/deadlines/end.ts';
import type { TransferKind } from '#schema/enums/transfer-kind.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { RequestContext } from '#subgraphs/kit/context.ts';
import { type PagedRecord, wasRead } from '#subgraphs/kit/ingested-record.ts';
import { answersTo, VOID_TRANSFERS } from '#subgraphs/kit/transfer-answers.ts';

/** How a hand-over ran, as the registry takes it in for counts: nobody's name, no number of anybody, no text. */
export interface IngestedTransfer {
  /** The department's own, one in the record. */
  readonly transferKey: string;
  readonly kind: TransferKind;
  readonly round: number | null;
  /** Agencies, as `agencyCode`. */
  readonly from: string;
  readonly to: string;
  /** LegalDates. */
  readonly sentOn: string;
  readonly receivedOn: string | null;
  /** The last day of the law for its answer; `null` where the law asks for none, or nobody waits for it any more. */
  readonly dueOn: string | null;
  /** When the first answer was sent. */
  readonly answeredOn: string | null;
}

interface Period extends DeadlineCircumstances {
  readonly code: DeadlineCode;
}

/**
 * The period that runs from the receipt of a hand-over which the law has answered by another (DOMAIN 2.2, 2.7). Where it allows several
 * and the record does not tell which one runs, the longest: what is over then is over for certain. A referral for prosecution may end
 * without a hand-over, and has none.
 */
const PERIODS: Readonly<Partial<Record<TransferKind, Period>>> = {
  ARREST_REQUEST: {
    code: 'CR-ARREST-REVIEW',
    period: 'NOT_DETAINED',
    extensions: [{ extension: 'MAJOR_COMPLEX' }],
  },
  ARREST_DECISION: { code: 'CR-RECEIPT' },
  SUPPLEMENT_RETURN: { code: 'CR-SUPP' },
};

/** Of the hand-overs of one record those that were sent and did not come to nothing. */
export function ingestedTransfers(records: readonly TransferRecord[]): IngestedTransfer[] {
  const all = records.map((record) => ({ ...record, transferUid: record.transferKey }));
  return all.flatMap((transfer) => {
    const { transferKey, kind, status, round, from, to, sentAt, receivedAt } = transfer;
    if (sentAt === null || VOID_TRANSFERS.has(status)) return [];
    const [answer] = answersTo(transfer, all);
    const answeredOn = answer?.sentAt == null ? null : dayOf(answer.sentAt);
    // Completed without an answer in the record: it came otherwise, and the record does not tell when.
    const isAwaited = answeredOn !== null || status !== 'COMPLETED';
    return {
      ...{ transferKey, kind, round, from, to },
      sentOn: dayOf(sentAt),
      receivedOn: receivedAt === null ? null : dayOf(receivedAt),
      dueOn: isAwaited ? dueOn(kind, dayOf(receivedAt ?? sentAt)) : null,
      answeredOn,
    };
  });
}

function dueOn(kind: TransferKind, start: string): string | null {
  const period = PERIODS[kind];
  if (period === undefined) return null;
  const { code, ...circumstances } = period;
  return computeDeadline(code, start, circumstances, CHINA_CALENDAR)?.dueOn ?? null;
}

/** A department whose records hold hand-overs. */
interface TransferSource extends Pick<RequestContext, 'failed'> {
  /** By record number, in as few lists as its system takes; a record that cannot be read throws its error where it is taken out. */
  transfersOfPage(numbers: readonly string[]): Promise<ReadonlyMap<string, readonly TransferRecord[]>>;
}

/**
 * A page with the hand-overs of its records, asked for all at once; of labelled records nothing is asked, of sealed ones there are none to
 * count. Hand-overs of one record that cannot be read go to the log. @throws DepartmentError where the system does not answer
 */
export async function withTransfers(page: readonly PagedRecord[], source: TransferSource): Promise<PagedRecord[]> {
  const asked = page.flatMap((each) =>
    wasRead(each) && !each.facts.labelled && !each.facts.sealed ? each.recordNo : [],
  );
  const found = asked.length === 0 ? new Map<string, readonly TransferRecord[]>() : await source.transfersOfPage(asked);
  return page.map((each) => {
    if (!wasRead(each) || each.facts.labelled) return each;
    try {
      return { ...each, transfers: ingestedTransfers(found.get(each.recordNo) ?? []) };
    } catch (error) {
      if (!(error instanceof DepartmentError)) throw error;
      source.failed(error);
      return each;
    }
  });
}
