import type { XmlRecord } from '#adapters/soap/xml-value.ts';
import {
  AGENCIES,
  ARREST_DECISIONS,
  ARREST_STATUSES,
  DECISION_STATUSES,
  FLAGS,
  FUNCTIONS,
  LEGAL_STATUSES,
  NO_LABEL,
  OUTCOMES,
  PROSECUTION_STATUSES,
  REVIEW_KINDS,
  ROLES,
} from '#adapters/systems/procuratorate-12309/codes.ts';
import {
  coded,
  count,
  dateTime,
  keyedRecords,
  legalDate,
  readable,
  recordsIn,
  required,
  requiredCode,
  requiredDate,
  requiredText,
  text,
  textsIn,
} from '#adapters/systems/procuratorate-12309/fields.ts';
import type {
  ArrestDecisionRecord,
  ArrestReviewRecord,
  DocumentReference,
  IngestedReview,
  LinkedNumber,
  PersonOutcomeRecord,
  ProsecutionReviewRecord,
  Prosecutor,
  ReturnRecord,
  ReviewFacts,
  ReviewPartyRecord,
} from '#adapters/systems/procuratorate-12309/port.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import { citizenId } from '#schema/identifiers/citizen-id.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import type { AcceptanceNo, UnifiedAcceptanceNo } from '#schema/identifiers/kinds.ts';
import { policeCaseNo } from '#schema/identifiers/police-case-no.ts';
import { unifiedAcceptanceNo } from '#schema/identifiers/unified-acceptance-no.ts';

/** One `<AJ>` of a reply in the words of the port. All throw {@link UnreadableField}. */

/** CPL 175: at most two returns for supplementary investigation. */
const MOST_RETURNS = 2;

export function toAcceptanceNo(record: XmlRecord): AcceptanceNo {
  return readable('BMSAH', acceptanceNo.parse(requiredText(record, 'BMSAH')));
}

/** `cxAjQx`. Who has handed the case over is not assigned any more. */
export function toReviewFacts(record: XmlRecord): ReviewFacts {
  return {
    acceptanceNo: toAcceptanceNo(record),
    ...toFlags(record),
    assignments: recordsIn(record, 'CBRLB', 'CBR')
      .filter(stillServes)
      .map((member) => ({ staffNo: requiredText(member, 'RYGH'), function: requiredCode(member, 'ZN', FUNCTIONS) })),
    recusedStaffNos: recordsIn(record, 'HBLB', 'HB').map((recusal) => requiredText(recusal, 'RYGH')),
  };
}

/** `cxBlXx`. */
export function toArrestReview(record: XmlRecord): ArrestReviewRecord {
  return {
    ...toReview(record),
    status: requiredCode(record, 'AJZT', ARREST_STATUSES),
    receivedOn: requiredDate(record, 'SLRQ'),
    decisions: keyedRecords(record, 'JDLB', 'JD', 'RYXH').map(toArrestDecision),
  };
}

/** `cxQsXx`. */
export function toProsecutionReview(record: XmlRecord): ProsecutionReviewRecord {
  const returnsUsed = required('TBCS', count(record, 'TBCS'));
  if (returnsUsed > MOST_RETURNS) throw new UnreadableField('TBCS', 'is more than the law allows');
  return {
    ...toReview(record),
    status: requiredCode(record, 'AJZT', PROSECUTION_STATUSES),
    acceptedOn: legalDate(record, 'SLRQ'),
    returnsUsed,
    returnsLeft: MOST_RETURNS - returnsUsed,
    returns: keyedRecords(record, 'TBLB', 'TB', 'LC')
      .map(toReturn)
      .sort((a, b) => a.round - b.round),
    outcomes: keyedRecords(record, 'JDLB', 'JD', 'RYXH').map(toOutcome),
  };
}

/** `cxRyXx`. */
export function toParties(record: XmlRecord): readonly ReviewPartyRecord[] {
  return keyedRecords(record, 'RYLB', 'RY', 'RYXH').map(toParty);
}

/** `cxGlAh`; in the order police, court, other reviews. */
export function toLinkedNumbers(record: XmlRecord): readonly LinkedNumber[] {
  const court = text(record, 'FYAH');
  return [
    ...textsIn(record, 'GALB', 'GAAJBH').map(linked('POLICE_CASE_NO', policeCaseNo)),
    ...(court === null ? [] : [court]).map(linked('COURT_CASE_NO', courtCaseNo)),
    ...textsIn(record, 'SAHLB', 'BMSAH').map(linked('ACCEPTANCE_NO', acceptanceNo)),
  ];
}

/** `cxGaAj`. */
export function toAcceptanceNos(record: XmlRecord): readonly AcceptanceNo[] {
  return textsIn(record, 'SAHLB', 'BMSAH').map((raw) => readable('BMSAH', acceptanceNo.parse(raw)));
}

/** `cxAjFy`. */
export function toIngestedReview(record: XmlRecord): IngestedReview {
  const flags = toFlags(record);
  return {
    acceptanceNo: toAcceptanceNo(record),
    unifiedNo: toUnifiedNo(record),
    kind: requiredCode(record, 'LB', REVIEW_KINDS),
    ...flags,
    linkedNumbers: flags.labelled ? [] : toLinkedNumbers(record),
    parties: flags.labelled
      ? []
      : keyedRecords(record, 'RYLB', 'RY', 'RYXH').map((person) => {
          const party = toParty(person);
          return { ...party, idNumber: party.protectedIdentity ? null : citizenId.parse(text(person, 'SFZHM') ?? '') };
        }),
  };
}

/** The documents that a record refers to: key and number stand in elements of the same beginning. */
export function toReference(record: XmlRecord, beginning: 'JD' | 'TG'): DocumentReference | null {
  const documentKey = text(record, `${beginning}WSBH`);
  return documentKey === null ? null : { documentKey, number: text(record, `${beginning}WH`) };
}

function toFlags(record: XmlRecord) {
  return {
    agencyCode: requiredCode(record, 'DWDM', AGENCIES),
    sealed: requiredCode(record, 'SFFC', FLAGS),
    labelled: (text(record, 'MJ') ?? NO_LABEL) !== NO_LABEL,
  };
}

function toReview(record: XmlRecord) {
  const staff = recordsIn(record, 'CBRLB', 'CBR').filter(stillServes);
  const prosecutor = staff.find((member) => requiredCode(member, 'ZN', FUNCTIONS) === 'PROSECUTOR');
  return {
    acceptanceNo: toAcceptanceNo(record),
    rawNumber: requiredText(record, 'BMSAH'),
    unifiedNo: toUnifiedNo(record),
    prosecutor: prosecutor === undefined ? null : toProsecutor(prosecutor),
    limitOn: legalDate(record, 'SCJMRQ'),
  };
}

function toUnifiedNo(record: XmlRecord): UnifiedAcceptanceNo | null {
  return unifiedAcceptanceNo.parse(text(record, 'TYSAH') ?? '');
}

function toProsecutor(record: XmlRecord): Prosecutor {
  return {
    staffNo: requiredText(record, 'RYGH'),
    displayName: requiredText(record, 'XM'),
    title: requiredText(record, 'ZNMC'),
  };
}

function toArrestDecision(record: XmlRecord): ArrestDecisionRecord {
  return {
    partyKey: requiredText(record, 'RYXH'),
    decision: requiredCode(record, 'JDDM', ARREST_DECISIONS),
    status: requiredCode(record, 'ZXZT', DECISION_STATUSES),
    decidedOn: legalDate(record, 'JDRQ'),
    document: toReference(record, 'JD'),
    supplementOutline: toReference(record, 'TG'),
    executedAt: dateTime(record, 'ZXSJ'),
    receiptDueOn: legalDate(record, 'HZJZRQ'),
  };
}

function toReturn(record: XmlRecord): ReturnRecord {
  return {
    round: required('LC', count(record, 'LC')),
    returnedOn: requiredDate(record, 'TBRQ'),
    resubmittedOn: legalDate(record, 'CBRQ'),
    outline: toReference(record, 'TG'),
  };
}

function toOutcome(record: XmlRecord): PersonOutcomeRecord {
  return {
    partyKey: requiredText(record, 'RYXH'),
    outcome: requiredCode(record, 'JDDM', OUTCOMES),
    on: legalDate(record, 'JDRQ'),
    document: toReference(record, 'JD'),
  };
}

/** Whoever is not said to be unprotected is protected. */
function toParty(record: XmlRecord): ReviewPartyRecord {
  const role = requiredCode(record, 'SSDW', ROLES);
  return {
    partyKey: requiredText(record, 'RYXH'),
    role,
    legalStatus: role === 'SUSPECT_OR_DEFENDANT' ? requiredCode(record, 'JDDM', LEGAL_STATUSES) : 'NOT_APPLICABLE',
    displayName: requiredText(record, 'XM'),
    protectedIdentity: coded(record, 'SFBH', FLAGS) ?? true,
    minorAtOffence: coded(record, 'SFWCN', FLAGS),
  };
}

function linked<Kind extends string, Value>(kind: Kind, { parse }: { parse(raw: string): Value | null }) {
  return (raw: string): { kind: Kind; number: Value | null; raw: string } => ({ kind, number: parse(raw), raw });
}

function stillServes(record: XmlRecord): boolean {
  return legalDate(record, 'YJRQ') === null;
}
