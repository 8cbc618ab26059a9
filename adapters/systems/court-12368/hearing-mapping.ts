import type { XmlRecord } from '#adapters/soap/value.ts';
import { FLAGS, openCode } from '#adapters/systems/codes.ts';
import { FEE_STATES, HEARING_SCHEME, HEARINGS } from '#adapters/systems/court-12368/codes.ts';
import { toDocumentOf } from '#adapters/systems/court-12368/document-mapping.ts';
import { dateTime, legalDate, requiredDateTime, requiredFen } from '#adapters/systems/court-12368/fields.ts';
import { toCourtCaseNo, toRelatedCases } from '#adapters/systems/court-12368/mapping.ts';
import type {
  CalendarEntry,
  FeeRecord,
  HearingNoticeRecord,
  HearingRecord,
} from '#adapters/systems/court-12368/port.ts';
import { keyedRecords, requiredCode, requiredText, text } from '#adapters/systems/records/xml-fields.ts';

/** Hearings, their notices, and fees in the words of the port. All throw UnreadableField. */

/** `cxKtXx`. */
export function toHearings(record: XmlRecord): readonly HearingRecord[] {
  return keyedRecords(record, 'KTLB', 'KT', 'KTBH').map(toHearing).sort(byTime);
}

/** `KTRL` of `cxKtRl`. */
export function toCalendar(reply: XmlRecord): readonly CalendarEntry[] {
  return keyedRecords(reply, 'KTRLLB', 'KTRL', 'KTBH')
    .map((record) => ({
      ...toHearing(record),
      courtCaseNo: toCourtCaseNo(record),
      relatedNos: toRelatedCases(record).flatMap(({ number }) => number ?? []),
    }))
    .sort(byTime);
}

/** `cxKtTz`. */
export function toNotices(record: XmlRecord): readonly HearingNoticeRecord[] {
  return keyedRecords(record, 'KTTZLB', 'KTTZ', 'KTBH', 'DSRXH').map((notice) => ({
    hearingUid: requiredText(notice, 'KTBH'),
    partyKey: requiredText(notice, 'DSRXH'),
    document: text(notice, 'WSBH') === null ? null : toDocumentOf(notice),
    dueOn: legalDate(notice, 'ZWTZRQ'),
    servedAt: dateTime(notice, 'TZSDSJ'),
  }));
}

/** `cxJfXx`. */
export function toFees(record: XmlRecord): readonly FeeRecord[] {
  return keyedRecords(record, 'JFTZLB', 'JFTZ', 'JFTZSH').map((fee) => ({
    noticeNo: requiredText(fee, 'JFTZSH'),
    amountFen: requiredFen(fee, 'JFJE'),
    noticedOn: legalDate(fee, 'JFTZRQ'),
    dueOn: legalDate(fee, 'JFJZRQ'),
    state: requiredCode(fee, 'JFZT', FEE_STATES),
    payerPartyKey: text(fee, 'JFRXH'),
  }));
}

function toHearing(record: XmlRecord): HearingRecord {
  return {
    hearingUid: requiredText(record, 'KTBH'),
    kind: openCode(HEARING_SCHEME, requiredText(record, 'KTLX'), HEARINGS),
    startsAt: requiredDateTime(record, 'KTSJ'),
    room: text(record, 'FT'),
    open: requiredCode(record, 'SFGK', FLAGS),
  };
}

/** The texts are all of one form and one zone, so they sort as they are. */
function byTime(a: HearingRecord, b: HearingRecord): number {
  return a.startsAt < b.startsAt ? -1 : 1;
}
