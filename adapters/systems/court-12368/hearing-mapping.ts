import type { XmlRecord } from '#adapters/soap/value.ts';
import { FLAGS, openCode } from '#adapters/systems/codes.ts';
import { FEE_STATES, HEARING_SCHEME, HEARINGS, SYSTEM } from '#adapters/systems/court-12368/codes.ts';
import { toDocumentOf } from '#adapters/systems/court-12368/document-mapping.ts';
import { dateTime, legalDate, requiredDateTime, requiredFen } from '#adapters/systems/court-12368/fields.ts';
import { toCourtCaseNo, toRelatedCases } from '#adapters/systems/court-12368/mapping.ts';
import type {
  CalendarEntry,
  FeeRecord,
  HearingNoticeRecord,
  HearingRecord,
} from '#adapters/systems/court-12368/port.ts';
import { fieldByField } from '#adapters/systems/field-by-field.ts';
import { keyedRecords, requiredCode, requiredText, text } from '#adapters/systems/records/xml-fields.ts';

/** Hearings, their notices, and fees in the words of the port. All throw UnreadableField. */

/** `cxKtXx`. */
export function toHearings(record: XmlRecord): readonly HearingRecord[] {
  return keyedRecords(record, 'KTLB', 'KT', 'KTBH')
    .map((hearing) => fieldByField(SYSTEM, toKnown(hearing), toRoom(hearing)))
    .sort(byTime);
}

/** `KTRL` of `cxKtRl`. */
export function toCalendar(reply: XmlRecord): readonly CalendarEntry[] {
  return keyedRecords(reply, 'KTRLLB', 'KTRL', 'KTBH')
    .map((record) => {
      const courtCaseNo = toCourtCaseNo(record);
      const relatedNos = toRelatedCases(record).flatMap(({ number }) => number ?? []);
      return fieldByField(SYSTEM, { ...toKnown(record), courtCaseNo, relatedNos }, toRoom(record));
    })
    .sort(byTime);
}

/** `cxKtTz`. */
export function toNotices(record: XmlRecord): readonly HearingNoticeRecord[] {
  return keyedRecords(record, 'KTTZLB', 'KTTZ', 'KTBH', 'DSRXH').map((notice) => {
    const known = { hearingUid: requiredText(notice, 'KTBH'), partyKey: requiredText(notice, 'DSRXH') };
    return fieldByField(SYSTEM, known, {
      document: () => (text(notice, 'WSBH') === null ? null : toDocumentOf(notice)),
      dueOn: () => legalDate(notice, 'ZWTZRQ'),
      servedAt: () => dateTime(notice, 'TZSDSJ'),
    });
  });
}

/** `cxJfXx`. */
export function toFees(record: XmlRecord): readonly FeeRecord[] {
  return keyedRecords(record, 'JFTZLB', 'JFTZ', 'JFTZSH').map((fee) => {
    const known = {
      noticeNo: requiredText(fee, 'JFTZSH'),
      amountFen: requiredFen(fee, 'JFJE'),
      state: requiredCode(fee, 'JFZT', FEE_STATES),
      payerPartyKey: text(fee, 'JFRXH'),
    };
    return fieldByField(SYSTEM, known, {
      noticedOn: () => legalDate(fee, 'JFTZRQ'),
      dueOn: () => legalDate(fee, 'JFJZRQ'),
    });
  });
}

function toKnown(record: XmlRecord): Omit<HearingRecord, 'room'> {
  return {
    hearingUid: requiredText(record, 'KTBH'),
    kind: openCode(HEARING_SCHEME, requiredText(record, 'KTLX'), HEARINGS),
    startsAt: requiredDateTime(record, 'KTSJ'),
    open: requiredCode(record, 'SFGK', FLAGS),
  };
}

function toRoom(record: XmlRecord) {
  return { room: () => text(record, 'FT') };
}

/** The texts are all of one form and one zone, so they sort as they are; hearings at one time by their key. */
function byTime(a: HearingRecord, b: HearingRecord): number {
  return `${a.startsAt} ${a.hearingUid}` < `${b.startsAt} ${b.hearingUid}` ? -1 : 1;
}
