import type { OracleRow } from '#adapters/oracle/statement.ts';
import { FLAGS, NO_LABEL, openCode } from '#adapters/systems/codes.ts';
import { fieldByField } from '#adapters/systems/field-by-field.ts';
import { AGENCIES, CATEGORIES, FUNCTIONS, STATUSES, SYSTEM, UNIT_SCHEME } from '#adapters/systems/police/codes.ts';
import {
  agencyOf,
  count,
  legalDate,
  listed,
  listedDate,
  listedEntries,
  requiredDate,
} from '#adapters/systems/police/fields.ts';
import { toIngestedParties } from '#adapters/systems/police/party-mapping.ts';
import type {
  IngestedPoliceCase,
  PoliceCaseFacts,
  PoliceCaseRecord,
  PoliceOfficer,
} from '#adapters/systems/police/port.ts';
import { type LinkedNumber, linkedNumber } from '#adapters/systems/records/linked-number.ts';
import { readable, required } from '#adapters/systems/records/needed.ts';
import { requiredCode, requiredText, text } from '#adapters/systems/records/oracle-fields.ts';
import { POLICE_CASE_CATEGORIES } from '#schema/codes/lists/police-case-categories.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import { caseUid } from '#schema/identifiers/case-uid.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import type { PoliceCaseNo } from '#schema/identifiers/kinds.ts';
import { lawyerLicenceNo } from '#schema/identifiers/lawyer-licence-no.ts';
import { policeCaseNo } from '#schema/identifiers/police-case-no.ts';

/** Facts and cases in the words of the port. All throw UnreadableField. */

/** AJBH as it stands: pages go by it, since a mistyped one must not keep them from going on behind it. */
export function toRecordKey(row: OracleRow): string {
  requiredText(row, 'AJBH');
  return row.AJBH ?? '';
}

/** AJBH. Written in any other way, the record could not be asked for. */
export function toPoliceCaseNo(row: OracleRow): PoliceCaseNo {
  const number = policeCaseNo.parse(requiredText(row, 'AJBH'));
  return readable('AJBH', number === row.AJBH ? number : null);
}

/** V_AJQX. */
export function toCaseFacts(row: OracleRow): PoliceCaseFacts {
  const labelled = isLabelled(row);
  return {
    policeCaseNo: toPoliceCaseNo(row),
    agencyCode: requiredCode(row, 'JGDM', AGENCIES),
    sealed: requiredCode(row, 'FCBZ', FLAGS),
    labelled,
    ...(labelled ? NO_LISTS : toLists(row)),
  };
}

/** V_AJXX. */
export function toCaseRecord(row: OracleRow): PoliceCaseRecord {
  const { scheme } = POLICE_CASE_CATEGORIES;
  const acceptedOn = requiredDate(row, 'SLSJ');
  const known = {
    policeCaseNo: toPoliceCaseNo(row),
    status: requiredCode(row, 'AJZT', STATUSES),
    category: openCode(scheme, requiredText(row, 'AJLBDM'), CATEGORIES, acceptedOn),
    acceptedOn,
    supplementRound: required('BCZCCS', count(row, 'BCZCCS')),
  };
  return fieldByField(SYSTEM, known, {
    filedOn: () => legalDate(row, 'LASJ'),
    handlingUnit: () => ({
      scheme: UNIT_SCHEME,
      code: requiredText(row, 'BADWDM'),
      name: requiredText(row, 'BADWMC'),
    }),
    handlers: () => [...toOfficer(row, 'ZBR', '主办民警'), ...toOfficer(row, 'XBR', '协办民警')],
    linkedNumbers: () => toLinkedNumbers(row),
  });
}

/** A row of the page, and its rows of V_AJRY. */
export function toIngestedCase(row: OracleRow, parties: readonly OracleRow[]): IngestedPoliceCase {
  const facts = toCaseFacts(row);
  if (facts.labelled) return { ...facts, caseUid: null, status: null, linkedNumbers: [], parties: [] };
  const platformNo = text(row, 'PTTYAH');
  return {
    ...facts,
    caseUid: platformNo === null ? null : readable('PTTYAH', caseUid.parse(platformNo)),
    status: requiredCode(row, 'AJZT', STATUSES),
    linkedNumbers: toLinkedNumbers(row),
    parties: toIngestedParties(parties),
  };
}

type Lists = Pick<PoliceCaseFacts, 'assignments' | 'recusedStaffNos' | 'counsel' | 'custodies'>;

const NO_LISTS: Lists = { assignments: [], recusedStaffNos: [], counsel: [], custodies: [] };

function toLists(row: OracleRow): Lists {
  return {
    assignments: [...FUNCTIONS].flatMap(([column, what]) => {
      const staffNo = text(row, column);
      return staffNo === null ? [] : [{ staffNo, function: what }];
    }),
    recusedStaffNos: listed(row, 'HBRGH'),
    counsel: listedEntries(row, 'WTLSMD', 4, 2).map(([partyKey = '', licence = '', name = '', from = '']) => {
      const known = { licenceNo: readable('WTLSMD', lawyerLicenceNo.parse(licence)), partyKey };
      return fieldByField(SYSTEM, known, {
        name: () => name || null,
        from: () => (from === '' ? null : listedDate('WTLSMD', from)),
      });
    }),
    custodies: listedEntries(row, 'ZYRYMD', 2).map(([partyKey = '', centre = '']) => ({
      partyKey,
      detentionCentre: agencyOf('ZYRYMD', centre),
    })),
  };
}

/** As the statements see it, who leave out the content: blanks are a label too. */
function isLabelled(row: OracleRow): boolean {
  text(row, 'MJDM');
  return (row.MJDM ?? NO_LABEL) !== NO_LABEL;
}

function toOfficer(row: OracleRow, role: 'ZBR' | 'XBR', title: string): PoliceOfficer[] {
  const staffNo = text(row, `${role}GH`);
  return staffNo === null ? [] : [{ staffNo, displayName: requiredText(row, `${role}XM`), title }];
}

function toLinkedNumbers(row: OracleRow): readonly LinkedNumber[] {
  return [
    ...linkedNumber('ACCEPTANCE_NO', acceptanceNo, text(row, 'BPSAH')),
    ...linkedNumber('ACCEPTANCE_NO', acceptanceNo, text(row, 'QSSAH')),
    ...linkedNumber('COURT_CASE_NO', courtCaseNo, text(row, 'FYAH')),
    ...linkedNumber('POLICE_CASE_NO', policeCaseNo, text(row, 'BAAJBH')),
  ];
}
