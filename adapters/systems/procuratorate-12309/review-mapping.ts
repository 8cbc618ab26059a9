import type { XmlRecord } from '#adapters/soap/value.ts';
import { fieldByField } from '#adapters/systems/field-by-field.ts';
import {
  AGENCIES,
  ARREST_DECISIONS,
  ARREST_STATUSES,
  DECISION_STATUSES,
  FUNCTIONS,
  OUTCOMES,
  PROSECUTION_STATUSES,
  SYSTEM,
} from '#adapters/systems/procuratorate-12309/codes.ts';
import { count, dateTime, legalDate, requiredDate } from '#adapters/systems/procuratorate-12309/fields.ts';
import type {
  ArrestDecisionRecord,
  ArrestReviewRecord,
  PersonOutcomeRecord,
  ProsecutionReviewRecord,
  Prosecutor,
  ReturnRecord,
} from '#adapters/systems/procuratorate-12309/review-records.ts';
import type { DocumentReference } from '#adapters/systems/records/documents.ts';
import { readable, required } from '#adapters/systems/records/needed.ts';
import { keyedRecords, recordsIn, requiredCode, requiredText, text } from '#adapters/systems/records/xml-fields.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import type { AcceptanceNo, UnifiedAcceptanceNo } from '#schema/identifiers/kinds.ts';
import { unifiedAcceptanceNo } from '#schema/identifiers/unified-acceptance-no.ts';

/** The two reviews in the words of the port: one `<AJ>` of a reply each. All throw {@link UnreadableField}. */

/** CPL 175: at most two returns for supplementary investigation. */
const MOST_RETURNS = 2;

export function toAcceptanceNo(record: XmlRecord): AcceptanceNo {
  return readable('BMSAH', acceptanceNo.parse(requiredText(record, 'BMSAH')));
}

export function toUnifiedNo(record: XmlRecord): UnifiedAcceptanceNo | null {
  return unifiedAcceptanceNo.parse(text(record, 'TYSAH') ?? '');
}

/** Whether a member of staff has not handed the case over. */
export function stillServes(record: XmlRecord): boolean {
  return legalDate(record, 'YJRQ') === null;
}

/** `cxBlXx`. */
export function toArrestReview(record: XmlRecord): ArrestReviewRecord {
  const known = {
    ...toKnown(record),
    status: requiredCode(record, 'AJZT', ARREST_STATUSES),
    receivedOn: requiredDate(record, 'SLRQ'),
    decisions: keyedRecords(record, 'JDLB', 'JD', 'RYXH').map(toArrestDecision),
  };
  return fieldByField(SYSTEM, known, reviewFields(record));
}

/** `cxQsXx`. */
export function toProsecutionReview(record: XmlRecord): ProsecutionReviewRecord {
  const known = {
    ...toKnown(record),
    status: requiredCode(record, 'AJZT', PROSECUTION_STATUSES),
    returns: keyedRecords(record, 'TBLB', 'TB', 'LC')
      .map(toReturn)
      .sort((a, b) => a.round - b.round),
    outcomes: keyedRecords(record, 'JDLB', 'JD', 'RYXH').map(toOutcome),
  };
  return fieldByField(SYSTEM, known, {
    ...reviewFields(record),
    acceptedOn: () => legalDate(record, 'SLRQ'),
    returnsUsed: () => toReturnsUsed(record),
    returnsLeft: () => MOST_RETURNS - toReturnsUsed(record),
  });
}

function toKnown(record: XmlRecord) {
  return {
    acceptanceNo: toAcceptanceNo(record),
    agencyCode: requiredCode(record, 'DWDM', AGENCIES),
    rawNumber: requiredText(record, 'BMSAH'),
  };
}

function reviewFields(record: XmlRecord) {
  return {
    unifiedNo: () => toUnifiedNo(record),
    prosecutor: () => toProsecutor(record),
    limitOn: () => legalDate(record, 'SCJMRQ'),
  };
}

function toReturnsUsed(record: XmlRecord): number {
  const returnsUsed = required('TBCS', count(record, 'TBCS'));
  if (returnsUsed > MOST_RETURNS) throw new UnreadableField('TBCS', 'is more than the law allows');
  return returnsUsed;
}

function toProsecutor(record: XmlRecord): Prosecutor | null {
  const staff = recordsIn(record, 'CBRLB', 'CBR').filter(stillServes);
  const prosecutor = staff.find((member) => requiredCode(member, 'ZN', FUNCTIONS) === 'PROSECUTOR');
  return prosecutor === undefined
    ? null
    : {
        staffNo: requiredText(prosecutor, 'RYGH'),
        displayName: requiredText(prosecutor, 'XM'),
        title: requiredText(prosecutor, 'ZNMC'),
      };
}

function toArrestDecision(record: XmlRecord): ArrestDecisionRecord {
  const known = {
    partyKey: requiredText(record, 'RYXH'),
    decision: requiredCode(record, 'JDDM', ARREST_DECISIONS),
    status: requiredCode(record, 'ZXZT', DECISION_STATUSES),
  };
  return fieldByField(SYSTEM, known, {
    decidedOn: () => legalDate(record, 'JDRQ'),
    document: () => toReference(record, 'JD'),
    supplementOutline: () => toReference(record, 'TG'),
    executedAt: () => dateTime(record, 'ZXSJ'),
    receiptDueOn: () => legalDate(record, 'HZJZRQ'),
  });
}

function toReturn(record: XmlRecord): ReturnRecord {
  const known = { round: required('LC', count(record, 'LC')), returnedOn: requiredDate(record, 'TBRQ') };
  return fieldByField(SYSTEM, known, {
    resubmittedOn: () => legalDate(record, 'CBRQ'),
    outline: () => toReference(record, 'TG'),
  });
}

function toOutcome(record: XmlRecord): PersonOutcomeRecord {
  const known = {
    partyKey: requiredText(record, 'RYXH'),
    outcome: requiredCode(record, 'JDDM', OUTCOMES),
  };
  return fieldByField(SYSTEM, known, {
    on: () => legalDate(record, 'JDRQ'),
    document: () => toReference(record, 'JD'),
  });
}

/** The documents that a record refers to: key and number stand in elements of the same beginning. */
function toReference(record: XmlRecord, beginning: 'JD' | 'TG'): DocumentReference | null {
  const documentKey = text(record, `${beginning}WSBH`);
  return documentKey === null ? null : { documentKey, number: text(record, `${beginning}WH`) };
}
