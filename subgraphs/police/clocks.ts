import type { CustodyRecord, MeasureRecord, PoliceCaseRecord } from '#adapters/systems/police/port.ts';
import type { TransferRecord } from '#adapters/systems/records/transfers.ts';
import { departmentOfAgency } from '#schema/agencies.ts';
import { daysBetween } from '#schema/calendar/dates.ts';
import { dayOf } from '#schema/deadlines/end.ts';
import type { GrantedExtension } from '#schema/deadlines/length.ts';
import { days } from '#schema/deadlines/rule.ts';
import type { PoliceCaseStatus } from '#schema/enums/police-case-status.ts';
import type { TransferKind } from '#schema/enums/transfer-kind.ts';
import type { TransferStatus } from '#schema/enums/transfer-status.ts';
import type { DeadlineRun } from '#subgraphs/kit/owner-deadline.ts';

/** What the police hold of one case. */
export interface PoliceCaseContent {
  readonly record: PoliceCaseRecord;
  readonly measures: readonly MeasureRecord[];
  readonly custodies: readonly CustodyRecord[];
  readonly transfers: readonly TransferRecord[];
}

/** A period that began, its party by the key in the police's record. */
export interface PoliceClock extends DeadlineRun {
  /** In a case of another status it has ended on a day that the record does not tell, unless it tells one. */
  readonly runsIn: readonly PoliceCaseStatus[] | null;
}

const INVESTIGATED: readonly PoliceCaseStatus[] = ['FILED', 'INVESTIGATING'];

/** The periods of the law that bind the police (DOMAIN 2.7), with what the record tells of their ends. */
export function clocksOf(content: PoliceCaseContent): PoliceClock[] {
  return [filing(content), ...content.measures.flatMap((measure) => ofMeasure(measure, content)), ...returns(content)];
}

function filing({ record: { acceptedOn, filedOn } }: PoliceCaseContent): PoliceClock {
  return { code: 'CR-FILE', start: acceptedOn, partyKey: null, metOn: filedOn, runsIn: ['ACCEPTED'] };
}

function ofMeasure(measure: MeasureRecord, content: PoliceCaseContent): PoliceClock[] {
  const { kind, from, partyKey, limitOn, endedOn } = measure;
  if (from === null) return [];
  const run = { start: from, partyKey, stoppedOn: endedOn };
  const asLimited = { ...run, ownersDate: limitOn, runsIn: null };
  switch (kind) {
    case 'DETENTION': {
      const requestedOn = firstSent(content, 'ARREST_REQUEST', from, partyKey);
      const extensions = timeForRequest(from, limitOn);
      return [{ ...run, code: 'CR-DET-SUBMIT', extensions, metOn: requestedOn, runsIn: INVESTIGATED }];
    }
    case 'ARREST':
      return [investigation(from, partyKey, endedOn, content)];
    case 'BAIL':
      return [{ ...asLimited, code: 'MS-BAIL' }];
    case 'RESIDENTIAL_SURVEILLANCE':
    case 'DESIGNATED_RES_SURV':
      return [{ ...asLimited, code: 'MS-RES-SURV' }];
    default:
      return [];
  }
}

/** Custody in the investigation ends with the referral for prosecution; until then its limit is the one that the centre was told. */
function investigation(
  start: string,
  partyKey: string,
  endedOn: string | null,
  content: PoliceCaseContent,
): PoliceClock {
  const referredOn = firstSent(content, 'PROSECUTION_REFERRAL', start, partyKey);
  const [stoppedOn = null] = [referredOn, endedOn].filter((day) => day !== null).sort();
  const held = content.custodies.find(
    (custody) => custody.partyKey === partyKey && departmentOfAgency(custody.heldFor) === 'POLICE',
  );
  const ownersDate = stoppedOn === null ? (held?.limitTo ?? null) : null;
  return { code: 'CR-INV-CUSTODY', start, partyKey, stoppedOn, ownersDate, runsIn: INVESTIGATED };
}

/** 补充侦查: each return from its receipt, until the resubmission of the same round. */
function returns(content: PoliceCaseContent): PoliceClock[] {
  return content.transfers.flatMap(({ kind, status, receivedAt, round, partyKeys }) => {
    if (kind !== 'SUPPLEMENT_RETURN' || VOID.has(status) || receivedAt === null) return [];
    const held = content.custodies.some(({ partyKey }) => partyKeys.includes(partyKey));
    const metOn = firstSent(content, 'SUPPLEMENT_RESUBMIT', receivedAt, null, round);
    const runsIn: readonly PoliceCaseStatus[] = [...INVESTIGATED, 'SUPPLEMENTING'];
    return [{ code: 'CR-SUPP', start: receivedAt, partyKey: null, held, metOn, runsIn }];
  });
}

/** What was not sent, or came to nothing. */
const VOID: ReadonlySet<TransferStatus> = new Set(['DRAFT', 'SIGNED', 'FORM_REJECTED', 'CANCELLED']);

/** The day of the first hand-over of a kind since `since`: about this person, and in this round, where one is given. */
function firstSent(
  { transfers }: PoliceCaseContent,
  kind: TransferKind,
  since: string,
  partyKey: string | null,
  round: number | null = null,
): string | null {
  const [first] = transfers
    .filter((each) => each.kind === kind && !VOID.has(each.status))
    .filter((each) => partyKey === null || each.partyKeys.includes(partyKey))
    .filter((each) => round === null || each.round === round)
    .flatMap(({ sentAt }) => (sentAt !== null && sentAt >= since ? dayOf(sentAt) : []))
    .sort();
  return first ?? null;
}

/** Days of a detention's limit that are the procuratorate's, to review the request (CPL 91). */
const REVIEW_DAYS = 7;

/** The longer time for the request of arrest (3 days, up to 7, up to 30: CPL 91) that the limit of the detention shows to be granted. */
function timeForRequest(from: string, limitOn: string | null): readonly GrantedExtension[] {
  const granted = limitOn === null ? 0 : daysBetween(dayOf(from), limitOn) - REVIEW_DAYS;
  if (granted <= 3) return [];
  if (granted <= 7) return [{ extension: 'SPECIAL', length: days(granted - 3) }];
  return [{ extension: 'ROAMING_REPEATED_GANG', length: days(Math.min(granted, 30)) }];
}
