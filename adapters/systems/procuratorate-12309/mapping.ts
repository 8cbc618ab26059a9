import type { XmlRecord } from '#adapters/soap/value.ts';
import { FLAGS, NO_LABEL } from '#adapters/systems/codes.ts';
import { fieldByField } from '#adapters/systems/field-by-field.ts';
import {
  AGENCIES,
  ARREST_STATUSES,
  FUNCTIONS,
  PROSECUTION_STATUSES,
  RECORD_KINDS,
  SYSTEM,
  TRANSFER_STATUSES,
} from '#adapters/systems/procuratorate-12309/codes.ts';
import { legalDate } from '#adapters/systems/procuratorate-12309/fields.ts';
import { toIngestedParties } from '#adapters/systems/procuratorate-12309/party-mapping.ts';
import type { IngestedReview, RecordState, ReviewFacts } from '#adapters/systems/procuratorate-12309/port.ts';
import { isTransferKey, parseRecordNo, type RecordNo } from '#adapters/systems/procuratorate-12309/record-no.ts';
import { stillServes, toUnifiedNo } from '#adapters/systems/procuratorate-12309/review-mapping.ts';
import type { FiledCounsel } from '#adapters/systems/records/facts.ts';
import { type LinkedNumber, linkedNumber } from '#adapters/systems/records/linked-number.ts';
import { readable } from '#adapters/systems/records/needed.ts';
import { recordsIn, requiredCode, requiredText, text, textsIn } from '#adapters/systems/records/xml-fields.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import { caseUid } from '#schema/identifiers/case-uid.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import type { AcceptanceNo } from '#schema/identifiers/kinds.ts';
import { lawyerLicenceNo } from '#schema/identifiers/lawyer-licence-no.ts';
import { policeCaseNo } from '#schema/identifiers/police-case-no.ts';

/** What all records of a case have, in the words of the port: one `<AJ>` of a reply. All throw {@link UnreadableField}. */

/** `cxAjQx`. Who has handed the case over is not assigned any more, and whose power of attorney has ended is not counsel. */
export function toReviewFacts(record: XmlRecord): ReviewFacts {
  return {
    recordNo: toRecordNo(record),
    agencyCode: requiredCode(record, 'DWDM', AGENCIES),
    sealed: requiredCode(record, 'SFFC', FLAGS),
    labelled: (text(record, 'MJ') ?? NO_LABEL) !== NO_LABEL,
    assignments: recordsIn(record, 'CBRLB', 'CBR')
      .filter(stillServes)
      .map((member) => ({ staffNo: requiredText(member, 'RYGH'), function: requiredCode(member, 'ZN', FUNCTIONS) })),
    recusedStaffNos: recordsIn(record, 'HBLB', 'HB').map((recusal) => requiredText(recusal, 'RYGH')),
    counsel: recordsIn(record, 'LSLB', 'LS')
      .filter((lawyer) => legalDate(lawyer, 'ZZRQ') === null)
      .map(toCounsel),
  };
}

/** `cxGlAh`; in the order police, court, other reviews. */
export function toLinkedNumbers(record: XmlRecord): readonly LinkedNumber[] {
  return [
    ...textsIn(record, 'GALB', 'GAAJBH').flatMap((raw) => linkedNumber('POLICE_CASE_NO', policeCaseNo, raw)),
    ...linkedNumber('COURT_CASE_NO', courtCaseNo, text(record, 'FYAH')),
    ...textsIn(record, 'SAHLB', 'BMSAH').flatMap((raw) => linkedNumber('ACCEPTANCE_NO', acceptanceNo, raw)),
  ];
}

/** `cxGaAj`. */
export function toAcceptanceNos(record: XmlRecord): readonly AcceptanceNo[] {
  return textsIn(record, 'SAHLB', 'BMSAH').map((raw) => readable('BMSAH', acceptanceNo.parse(raw)));
}

/** `cxAjFy`. */
export function toIngestedReview(record: XmlRecord): IngestedReview {
  const facts = toReviewFacts(record);
  const known = facts.labelled
    ? { assignments: [], recusedStaffNos: [], counsel: [], linkedNumbers: [], parties: [] }
    : { linkedNumbers: toLinkedNumbers(record), parties: toIngestedParties(record) };
  return {
    recordKey: toRecordKey(record),
    ...facts,
    ...known,
    ...toState(record, facts.recordNo),
    caseUid: caseUid.parse(text(record, 'PTTYAH') ?? ''),
    unifiedNo: toUnifiedNo(record),
  };
}

/** BMSAH as it stands: pages go by it, since a mistyped one must not keep them from going on behind it. */
export function toRecordKey(record: XmlRecord): string {
  return requiredText(record, 'BMSAH');
}

/** BMSAH holds the number of a review, or as long as there is none the key of the package. */
export function toRecordNo(record: XmlRecord): RecordNo {
  return readable('BMSAH', parseRecordNo(requiredText(record, 'BMSAH')));
}

/** LB and AJZT; which states there are depends on the kind. */
function toState(record: XmlRecord, recordNo: RecordNo): RecordState {
  const kind = requiredCode(record, 'LB', RECORD_KINDS);
  if ((kind === 'INCOMING_TRANSFER') !== isTransferKey(recordNo))
    throw new UnreadableField('LB', 'is not of its number');
  switch (kind) {
    case 'ARREST_REVIEW':
      return { kind, status: requiredCode(record, 'AJZT', ARREST_STATUSES) };
    case 'PROSECUTION_REVIEW':
      return { kind, status: requiredCode(record, 'AJZT', PROSECUTION_STATUSES) };
    case 'INCOMING_TRANSFER':
      return { kind, status: requiredCode(record, 'AJZT', TRANSFER_STATUSES) };
  }
}

function toCounsel(record: XmlRecord): FiledCounsel {
  const known = {
    licenceNo: readable('LSZYZH', lawyerLicenceNo.parse(requiredText(record, 'LSZYZH'))),
    partyKey: requiredText(record, 'RYXH'),
  };
  return fieldByField(SYSTEM, known, { name: () => text(record, 'XM'), from: () => legalDate(record, 'WTRQ') });
}
