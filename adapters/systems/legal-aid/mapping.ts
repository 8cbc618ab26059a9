import type { OracleRow } from '#adapters/oracle/statement.ts';
import { FLAGS, NO_LABEL, openAgency, openCode } from '#adapters/systems/codes.ts';
import { fieldByField } from '#adapters/systems/field-by-field.ts';
import {
  ASSIGNMENT_KINDS,
  GROUNDS,
  INSTITUTIONS,
  LAWYER_CATEGORIES,
  LAWYER_CATEGORY_SCHEME,
  LINKED_NUMBERS,
  ORGAN_SCHEME,
  ORGANS,
  PRACTISING,
  STAGES,
  STATUSES,
  SYSTEM,
} from '#adapters/systems/legal-aid/codes.ts';
import { dateTime, legalDate, requiredDate } from '#adapters/systems/legal-aid/fields.ts';
import { toBeneficiary, toIngestedParties } from '#adapters/systems/legal-aid/party-mapping.ts';
import type {
  AssignedLawyer,
  IngestedLegalAidCase,
  LegalAidFacts,
  LegalAidLawyer,
  LegalAidRecord,
} from '#adapters/systems/legal-aid/port.ts';
import { type LinkedNumber, linkedNumber } from '#adapters/systems/records/linked-number.ts';
import { readable } from '#adapters/systems/records/needed.ts';
import { coded, requiredCode, requiredText, text } from '#adapters/systems/records/oracle-fields.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import { caseUid } from '#schema/identifiers/case-uid.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import type { LawyerLicenceNo, LegalAidId } from '#schema/identifiers/kinds.ts';
import { lawyerLicenceNo } from '#schema/identifiers/lawyer-licence-no.ts';
import { legalAidId } from '#schema/identifiers/legal-aid-id.ts';
import { policeCaseNo } from '#schema/identifiers/police-case-no.ts';

/** Cases and lawyers in the words of the port. All throw UnreadableField. */

/** FYAJBH as it stands, without the blanks that pad it: pages go by it, since a mistyped one must not keep them from going on behind it. */
export function toRecordKey(row: OracleRow): string {
  requiredText(row, 'FYAJBH');
  return (row.FYAJBH ?? '').trimEnd();
}

/** FYAJBH. Written in any other way, the record could not be asked for. */
export function toLegalAidId(row: OracleRow): LegalAidId {
  const key = toRecordKey(row);
  const id = legalAidId.parse(key);
  return readable('FYAJBH', id === key ? id : null);
}

/** LSZYZH */
export function toLicenceNo(row: OracleRow): LawyerLicenceNo {
  return readable('LSZYZH', lawyerLicenceNo.parse(requiredText(row, 'LSZYZH')));
}

/** V_FYAJ_QX. */
export function toCaseFacts(row: OracleRow): LegalAidFacts {
  const labelled = isLabelled(row);
  const staffNo = text(row, 'CBRGH');
  return {
    legalAidId: toLegalAidId(row),
    agencyCode: requiredCode(row, 'JGDM', INSTITUTIONS),
    sealed: requiredCode(row, 'FCBZ', FLAGS),
    labelled,
    assignments: labelled || staffNo === null ? [] : [{ staffNo, function: 'LEGAL_AID_OFFICER' }],
    recusedStaffNos: [],
    counsel: [],
  };
}

/** V_FYAJ. */
export function toCaseRecord(row: OracleRow): LegalAidRecord {
  const known = {
    ...toCaseFacts(row),
    ground: requiredCode(row, 'YYLB', GROUNDS),
    status: requiredCode(row, 'ZT', STATUSES),
    beneficiary: toBeneficiary(row),
  };
  return fieldByField(SYSTEM, known, {
    rawNumber: () => requiredText(row, 'AH'),
    stage: () => coded(row, 'AJJD', STAGES),
    notifiedBy: () => toOrgan(row),
    notifiedAt: () => dateTime(row, 'TZSJ'),
    assignBy: () => legalDate(row, 'ZPQX'),
    linkedNumbers: () => toLinkedNumbers(row),
    lawyer: () => (text(row, 'LSZYZH') === null ? null : toLawyer(row)),
  });
}

/** The cursor of PKG_FLYZ.CX_ZPLS. */
export function toAssignment(row: OracleRow): AssignedLawyer {
  return {
    ...toCaseFacts(row),
    kind: requiredCode(row, 'ZPLX', ASSIGNMENT_KINDS),
    lawyer: { licenceNo: toLicenceNo(row), name: requiredText(row, 'LSXM') },
    from: requiredDate(row, 'KSRQ'),
    to: legalDate(row, 'JSRQ'),
    letterNumber: text(row, 'GHBH'),
  };
}

/** V_LS, and the lawyer in V_FYAJ. */
export function toLawyer(row: OracleRow): LegalAidLawyer {
  const licenceNo = toLicenceNo(row);
  const uscc = text(row, 'LSSDM');
  return {
    licenceNo,
    name: requiredText(row, 'LSXM'),
    firm: uscc === null ? null : { uscc, name: requiredText(row, 'LSSMC') },
    category: openCode(LAWYER_CATEGORY_SCHEME, licenceNo.charAt(9), LAWYER_CATEGORIES),
    firstLicensedYear: Number(licenceNo.slice(5, 9)),
    active: requiredCode(row, 'ZYZT', PRACTISING),
  };
}

/** A row of the page. */
export function toIngestedCase(row: OracleRow): IngestedLegalAidCase {
  const facts = toCaseFacts(row);
  if (facts.labelled) return { ...facts, caseUid: null, status: null, linkedNumbers: [], parties: [] };
  const platformNo = text(row, 'PTTYAH');
  return {
    ...facts,
    caseUid: platformNo === null ? null : readable('PTTYAH', caseUid.parse(platformNo)),
    status: requiredCode(row, 'ZT', STATUSES),
    linkedNumbers: toLinkedNumbers(row),
    parties: toIngestedParties(row),
  };
}

/** As the statements see it, who leave out the content: blanks are a label too. */
export function isLabelled(row: OracleRow): boolean {
  text(row, 'MJDM');
  return (row.MJDM ?? NO_LABEL) !== NO_LABEL;
}

/** TZJGDM */
function toOrgan(row: OracleRow): string | null {
  const local = text(row, 'TZJGDM');
  return local === null ? null : openAgency('TZJGDM', local, ORGAN_SCHEME, ORGANS);
}

function toLinkedNumbers(row: OracleRow): readonly LinkedNumber[] {
  const raw = text(row, 'GLAH');
  if (raw === null) return [];
  switch (requiredCode(row, 'GLAHLX', LINKED_NUMBERS)) {
    case 'POLICE_CASE_NO':
      return linkedNumber('POLICE_CASE_NO', policeCaseNo, raw);
    case 'ACCEPTANCE_NO':
      return linkedNumber('ACCEPTANCE_NO', acceptanceNo, raw);
    case 'COURT_CASE_NO':
      return linkedNumber('COURT_CASE_NO', courtCaseNo, raw);
  }
}
