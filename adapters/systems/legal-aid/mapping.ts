import type { OracleRow } from '#adapters/oracle/fetch.ts';
import { ASSIGNMENT_KINDS, FLAGS, GROUNDS, INSTITUTIONS, STATUSES } from '#adapters/systems/legal-aid/codes.ts';
import {
  dateTime,
  legalDate,
  readable,
  requiredCode,
  requiredDate,
  requiredText,
  text,
} from '#adapters/systems/legal-aid/fields.ts';
import type {
  AssignedLawyer,
  LegalAidFacts,
  LegalAidLawyer,
  LegalAidRecord,
} from '#adapters/systems/legal-aid/port.ts';
import type { LawyerLicenceNo, LegalAidId } from '#schema/identifiers/kinds.ts';
import { lawyerLicenceNo } from '#schema/identifiers/lawyer-licence-no.ts';
import { legalAidId } from '#schema/identifiers/legal-aid-id.ts';

/** Rows in the words of the port. All throw UnreadableField. */

/** FYAJBH */
export function toLegalAidId(row: OracleRow): LegalAidId {
  return readable('FYAJBH', legalAidId.parse(requiredText(row, 'FYAJBH')));
}

/** LSZYZH */
export function toLicenceNo(row: OracleRow): LawyerLicenceNo {
  return readable('LSZYZH', lawyerLicenceNo.parse(requiredText(row, 'LSZYZH')));
}

/** V_FYAJ_QX. */
export function toCaseFacts(row: OracleRow): LegalAidFacts {
  return {
    legalAidId: toLegalAidId(row),
    agencyCode: requiredCode(row, 'JGDM', INSTITUTIONS),
    sealed: requiredCode(row, 'FCBZ', FLAGS),
  };
}

/** V_FYAJ. */
export function toCaseRecord(row: OracleRow): LegalAidRecord {
  return {
    ...toCaseFacts(row),
    rawNumber: requiredText(row, 'AH'),
    ground: requiredCode(row, 'YYLB', GROUNDS),
    status: requiredCode(row, 'ZT', STATUSES),
    notifiedAt: dateTime(row, 'TZSJ'),
    assignBy: legalDate(row, 'ZPQX'),
    lawyer: text(row, 'LSZYZH') === null ? null : toLawyer(row),
  };
}

/** The cursor of PKG_FLYZ.CX_ZPLS. */
export function toAssignment(row: OracleRow): AssignedLawyer {
  return {
    ...toCaseFacts(row),
    kind: requiredCode(row, 'ZPLX', ASSIGNMENT_KINDS),
    lawyer: { licenceNo: toLicenceNo(row), name: requiredText(row, 'LSXM') },
    from: requiredDate(row, 'KSRQ'),
    to: legalDate(row, 'JSRQ'),
  };
}

/** V_LS, and the lawyer in V_FYAJ. */
export function toLawyer(row: OracleRow): LegalAidLawyer {
  const uscc = text(row, 'LSSDM');
  return {
    licenceNo: toLicenceNo(row),
    name: requiredText(row, 'LSXM'),
    firm: uscc === null ? null : { uscc, name: requiredText(row, 'LSSMC') },
  };
}
