import type { XmlRecord } from '#adapters/soap/xml-value.ts';
import {
  CAUSE_SCHEME,
  CAUSES,
  COURTS,
  FLAGS,
  FUNCTIONS,
  NO_LABEL,
  PROCEDURES,
  REPRESENTATION_KINDS,
  STATUSES,
} from '#adapters/systems/court-12368/codes.ts';
import {
  coded,
  legalDate,
  optionalRecord,
  recordsIn,
  requiredCode,
  requiredDate,
  requiredDateTime,
  requiredText,
  text,
} from '#adapters/systems/court-12368/fields.ts';
import type {
  CourtCaseFacts,
  CourtCaseRecord,
  CourtOfficer,
  FiledRepresentation,
  HearingRecord,
} from '#adapters/systems/court-12368/port.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import type { Code } from '#schema/codes.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';
import { lawyerLicenceNo } from '#schema/identifiers/lawyer-licence-no.ts';

/** One `<AJ>` of a reply in the words of the port. All throw {@link UnreadableField}. */

/** `cxAjQx`. Who has left the panel is not assigned any more, whatever the date of leaving. */
export function toCaseFacts(record: XmlRecord, courtCaseNo: CourtCaseNo): CourtCaseFacts {
  return {
    courtCaseNo,
    agencyCode: requiredCode(record, 'FYDM', COURTS),
    sealed: requiredCode(record, 'SFFC', FLAGS),
    labelled: (text(record, 'MJ') ?? NO_LABEL) !== NO_LABEL,
    assignments: recordsIn(record, 'CBRLB', 'CBR')
      .filter(stillServes)
      .map((member) => ({ staffNo: requiredText(member, 'RYBH'), function: requiredCode(member, 'ZN', FUNCTIONS) })),
    recusedStaffNos: recordsIn(record, 'HBLB', 'HB').map((recusal) => requiredText(recusal, 'RYBH')),
  };
}

/** `cxAjXx`. */
export function toCaseRecord(record: XmlRecord, courtCaseNo: CourtCaseNo): CourtCaseRecord {
  const clerk = optionalRecord(record, 'SJY');
  return {
    courtCaseNo,
    rawNumber: requiredText(record, 'AH'),
    status: requiredCode(record, 'ZT', STATUSES),
    procedure: coded(record, 'SYCX', PROCEDURES),
    cause: toCause(record),
    docketedOn: legalDate(record, 'LARQ'),
    trialLimitOn: legalDate(record, 'SXJMRQ'),
    effectiveOn: legalDate(record, 'SXRQ'),
    panel: recordsIn(record, 'HYTLB', 'CY').filter(stillServes).map(toOfficer),
    clerk: clerk && text(clerk, 'RYBH') !== null ? toOfficer(clerk) : null,
  };
}

/** `cxKtXx`, by time: the texts are all of one form and one zone, so they sort as they are. */
export function toHearings(record: XmlRecord): readonly HearingRecord[] {
  return recordsIn(record, 'KTLB', 'KT')
    .map((hearing) => ({
      hearingUid: requiredText(hearing, 'KTBH'),
      startsAt: requiredDateTime(hearing, 'KTSJ'),
      room: text(hearing, 'FT'),
      open: requiredCode(hearing, 'SFGK', FLAGS),
    }))
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
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

function toOfficer(record: XmlRecord): CourtOfficer {
  return {
    staffNo: requiredText(record, 'RYBH'),
    displayName: requiredText(record, 'XM'),
    title: requiredText(record, 'ZNMC'),
  };
}

function toCause(record: XmlRecord): Code | null {
  const code = text(record, 'AY');
  return code === null ? null : { scheme: CAUSE_SCHEME, code, name: CAUSES.get(code) ?? code };
}

function toLicenceNo(record: XmlRecord) {
  const licenceNo = lawyerLicenceNo.parse(requiredText(record, 'LSZH'));
  if (licenceNo === null) throw new UnreadableField('LSZH', 'is not a licence number');
  return licenceNo;
}

function stillServes(record: XmlRecord): boolean {
  return legalDate(record, 'TCRQ') === null;
}
