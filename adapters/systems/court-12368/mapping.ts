import type { XmlRecord } from '#adapters/soap/value.ts';
import { FLAGS, NO_LABEL } from '#adapters/systems/codes.ts';
import { causeOf } from '#adapters/systems/court-12368/causes.ts';
import {
  COURTS,
  FUNCTIONS,
  PROCEDURES,
  REPRESENTATION_KINDS,
  STATUSES,
  SYSTEM,
} from '#adapters/systems/court-12368/codes.ts';
import { legalDate, requiredDate } from '#adapters/systems/court-12368/fields.ts';
import { toIngestedParties } from '#adapters/systems/court-12368/party-mapping.ts';
import type {
  CourtCaseFacts,
  CourtCaseRecord,
  CourtOfficer,
  FiledRepresentation,
  IngestedCourtCase,
} from '#adapters/systems/court-12368/port.ts';
import { fieldByField } from '#adapters/systems/field-by-field.ts';
import type { Counsel } from '#adapters/systems/records/facts.ts';
import { type LinkedNumber, linkedNumber } from '#adapters/systems/records/linked-number.ts';
import { readable } from '#adapters/systems/records/needed.ts';
import {
  coded,
  optionalRecord,
  recordsIn,
  requiredCode,
  requiredText,
  text,
  textsIn,
} from '#adapters/systems/records/xml-fields.ts';
import type { Code } from '#schema/codes.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import { caseUid } from '#schema/identifiers/case-uid.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';
import { lawyerLicenceNo } from '#schema/identifiers/lawyer-licence-no.ts';

/** Cases in the words of the port, one `<AJ>` of a reply each. All throw UnreadableField. */

/** `cxAjQx`. Who has left the panel is not assigned any more, whatever the date of leaving. */
export function toCaseFacts(record: XmlRecord): CourtCaseFacts {
  const labelled = (text(record, 'MJ') ?? NO_LABEL) !== NO_LABEL;
  return {
    courtCaseNo: toCourtCaseNo(record),
    agencyCode: requiredCode(record, 'FYDM', COURTS),
    sealed: requiredCode(record, 'SFFC', FLAGS),
    labelled,
    ...(labelled ? { assignments: [], recusedStaffNos: [], counsel: [] } : toPeopleOfFacts(record)),
  };
}

/** `cxAjXx`. */
export function toCaseRecord(record: XmlRecord): CourtCaseRecord {
  const known = {
    courtCaseNo: toCourtCaseNo(record),
    rawNumber: toRecordKey(record),
    agencyCode: requiredCode(record, 'FYDM', COURTS),
    status: requiredCode(record, 'ZT', STATUSES),
  };
  return fieldByField(SYSTEM, known, {
    procedure: () => coded(record, 'SYCX', PROCEDURES),
    cause: () => toCause(record),
    docketedOn: () => legalDate(record, 'LARQ'),
    trialLimitOn: () => legalDate(record, 'SXJMRQ'),
    effectiveOn: () => legalDate(record, 'SXRQ'),
    precededBy: () => toPrecedingNo(record),
    panel: () => recordsIn(record, 'HYTLB', 'CY').filter(stillServes).map(toOfficer),
    clerk: () => toOptionalOfficer(record, 'SJY'),
    mediator: () => toOptionalOfficer(record, 'TJY'),
  });
}

/** `cxWtDl`. */
export function toRepresentations(record: XmlRecord): readonly FiledRepresentation[] {
  return recordsIn(record, 'DLLB', 'DL').map((attorney) => ({
    partyKey: requiredText(attorney, 'DSRXH'),
    kind: requiredCode(attorney, 'DLLX', REPRESENTATION_KINDS),
    lawyer: { licenceNo: toLicenceNo(attorney), name: requiredText(attorney, 'LSXM') },
    from: requiredDate(attorney, 'QSRQ'),
    to: legalDate(attorney, 'ZZRQ'),
  }));
}

/** What pages go by: the number as it stands, since a mistyped one must not keep the pages from going on behind it. */
export function toRecordKey(record: XmlRecord): string {
  return requiredText(record, 'AH');
}

/** `cxAjFy`. */
export function toIngestedCase(record: XmlRecord): IngestedCourtCase {
  const facts = toCaseFacts(record);
  return {
    recordKey: toRecordKey(record),
    ...facts,
    caseUid: caseUid.parse(text(record, 'PTTYAH') ?? ''),
    status: requiredCode(record, 'ZT', STATUSES),
    linkedNumbers: facts.labelled ? [] : toLinkedNumbers(record),
    parties: facts.labelled ? [] : toIngestedParties(record),
  };
}

/** The preceding case, then related ones. */
export function toRelatedCases(record: XmlRecord) {
  return [
    ...linkedNumber('COURT_CASE_NO', courtCaseNo, text(record, 'QSAJAH')),
    ...textsIn(record, 'GLAHLB', 'GLAJAH').flatMap((raw) => linkedNumber('COURT_CASE_NO', courtCaseNo, raw)),
  ];
}

export function toCourtCaseNo(record: XmlRecord): CourtCaseNo {
  return readable('AH', courtCaseNo.parse(requiredText(record, 'AH')));
}

function toPeopleOfFacts(record: XmlRecord) {
  return {
    assignments: recordsIn(record, 'CBRLB', 'CBR')
      .filter(stillServes)
      .map((member) => ({ staffNo: requiredText(member, 'RYBH'), function: requiredCode(member, 'ZN', FUNCTIONS) })),
    recusedStaffNos: recordsIn(record, 'HBLB', 'HB').map((recusal) => requiredText(recusal, 'RYBH')),
    counsel: recordsIn(record, 'DLRLB', 'DLR').filter(stillActs).map(toCounsel),
  };
}

function toCounsel(record: XmlRecord): Counsel {
  return { licenceNo: toLicenceNo(record), partyKey: requiredText(record, 'DSRXH') };
}

/** In the order of the review, the preceding case, related cases. */
function toLinkedNumbers(record: XmlRecord): readonly LinkedNumber[] {
  return [...linkedNumber('ACCEPTANCE_NO', acceptanceNo, text(record, 'JCSLAH')), ...toRelatedCases(record)];
}

function toPrecedingNo(record: XmlRecord): CourtCaseNo | null {
  const raw = text(record, 'QSAJAH');
  return raw === null ? null : readable('QSAJAH', courtCaseNo.parse(raw));
}

function toOfficer(record: XmlRecord): CourtOfficer {
  return {
    staffNo: requiredText(record, 'RYBH'),
    displayName: requiredText(record, 'XM'),
    title: requiredText(record, 'ZNMC'),
  };
}

/** The system writes an empty element where there is nobody. */
function toOptionalOfficer(record: XmlRecord, element: string): CourtOfficer | null {
  const officer = optionalRecord(record, element);
  return officer && text(officer, 'RYBH') !== null && stillServes(officer) ? toOfficer(officer) : null;
}

function toCause(record: XmlRecord): Code | null {
  const local = text(record, 'AY');
  return local === null ? null : causeOf(local, legalDate(record, 'LARQ'));
}

function toLicenceNo(record: XmlRecord) {
  return readable('LSZH', lawyerLicenceNo.parse(requiredText(record, 'LSZH')));
}

function stillServes(record: XmlRecord): boolean {
  return legalDate(record, 'TCRQ') === null;
}

/** A power of attorney with an end has ended for decisions, whatever the date. */
function stillActs(record: XmlRecord): boolean {
  return legalDate(record, 'ZZRQ') === null;
}
