import type { OracleRow } from '#adapters/oracle/fetch.ts';
import {
  AGENCIES,
  CATEGORIES,
  CATEGORY_SCHEME,
  DOCUMENT_SCHEME,
  DOCUMENTS,
  FLAGS,
  FUNCTIONS,
  LOCAL_DOCUMENT_SCHEME,
  MEASURES,
  NO_LABEL,
  ROLES,
  SEX_SCHEME,
  SEXES,
  STATUSES,
  SUSPECT_STATUSES,
  TRANSFER_KINDS,
  TRANSFER_STATUSES,
  UNIT_SCHEME,
} from '#adapters/systems/police/codes.ts';
import {
  coded,
  count,
  dateTime,
  groupedBy,
  legalDate,
  listed,
  once,
  openCode,
  readable,
  required,
  requiredCode,
  requiredDate,
  requiredText,
  text,
} from '#adapters/systems/police/fields.ts';
import type {
  ChecklistItem,
  Custody,
  CustodyHandover,
  CustodyRecord,
  IngestedParty,
  IngestedPoliceCase,
  LinkedNumber,
  MeasureRecord,
  PendingHandover,
  PoliceCaseFacts,
  PoliceCaseRecord,
  PoliceDocumentRecord,
  PoliceLegalStatus,
  PoliceOfficer,
  PolicePartyRecord,
  TransferRecord,
} from '#adapters/systems/police/port.ts';
import type { Code } from '#schema/codes.ts';
import type { PartyRole } from '#schema/enums/party-role.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import { citizenId } from '#schema/identifiers/citizen-id.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import type { PoliceCaseNo } from '#schema/identifiers/kinds.ts';
import { policeCaseNo } from '#schema/identifiers/police-case-no.ts';

/** Rows in the words of the port. All throw UnreadableField. */

/** AJBH */
export function toPoliceCaseNo(row: OracleRow): PoliceCaseNo {
  return readable('AJBH', policeCaseNo.parse(requiredText(row, 'AJBH')));
}

/** KSSDM */
export function toDetentionCentre(row: OracleRow): string {
  return requiredCode(row, 'KSSDM', AGENCIES);
}

/** V_AJQX. */
export function toCaseFacts(row: OracleRow): PoliceCaseFacts {
  return {
    ...toFlags(row),
    assignments: [...FUNCTIONS].flatMap(([column, what]) => {
      const staffNo = text(row, column);
      return staffNo === null ? [] : [{ staffNo, function: what }];
    }),
    recusedStaffNos: listed(row, 'HBRGH'),
  };
}

/** V_AJXX. */
export function toCaseRecord(row: OracleRow): PoliceCaseRecord {
  return {
    policeCaseNo: toPoliceCaseNo(row),
    status: requiredCode(row, 'AJZT', STATUSES),
    category: required('AJLBDM', openCode(row, 'AJLBDM', CATEGORY_SCHEME, CATEGORIES)),
    acceptedOn: requiredDate(row, 'SLSJ'),
    filedOn: legalDate(row, 'LASJ'),
    handlingUnit: { scheme: UNIT_SCHEME, code: requiredText(row, 'BADWDM'), name: requiredText(row, 'BADWMC') },
    handlers: [...toOfficer(row, 'ZBR', '主办民警'), ...toOfficer(row, 'XBR', '协办民警')],
    supplementRound: required('BCZCCS', count(row, 'BCZCCS')),
    linkedNumbers: toLinkedNumbers(row),
  };
}

/** V_AJRY. */
export function toParties(rows: readonly OracleRow[]): readonly PolicePartyRecord[] {
  return once('RYBH', rows).map((row) => ({
    ...toPerson(row),
    sex: openCode(row, 'XBDM', SEX_SCHEME, SEXES),
  }));
}

/** V_QZCS. */
export function toMeasures(rows: readonly OracleRow[]): readonly MeasureRecord[] {
  return once('CSBH', rows).map((row) => ({
    measureKey: requiredText(row, 'CSBH'),
    partyKey: requiredText(row, 'RYBH'),
    kind: requiredCode(row, 'CSLB', MEASURES),
    decidedBy: requiredCode(row, 'JDJG', AGENCIES),
    approvedBy: coded(row, 'PZJG', AGENCIES),
    executedBy: coded(row, 'ZXJG', AGENCIES),
    from: dateTime(row, 'KSSJ'),
    limitOn: legalDate(row, 'JZSJ'),
    endedOn: legalDate(row, 'JCSJ'),
    familyNotifiedAt: dateTime(row, 'TZJSSJ'),
    documentKey: text(row, 'WSBH'),
  }));
}

/** V_ZYHY: a row for each hand-over, or one without for a custody that had none. */
export function toCustodies(rows: readonly OracleRow[]): readonly CustodyRecord[] {
  return groupedBy('ZYBH', rows).map(([first, ledger]) => ({ ...toCustody(first), handovers: ledgerOf(ledger) }));
}

/** V_ZYHY with a hand-over in every row. */
export function toPendingHandovers(rows: readonly OracleRow[]): readonly PendingHandover[] {
  return once('HYBH', rows).map((row) => ({ ...toCustody(row), handover: toHandover(row) }));
}

/** V_WSQD. */
export function toDocuments(rows: readonly OracleRow[]): readonly PoliceDocumentRecord[] {
  return once('WSBH', rows).map((row) => ({
    documentKey: requiredText(row, 'WSBH'),
    code: toDocumentCode(row),
    title: requiredText(row, 'WSMC'),
    number: text(row, 'WH'),
    issuer: requiredCode(row, 'ZZJG', AGENCIES),
    issuedOn: legalDate(row, 'ZZSJ'),
    sealed: requiredCode(row, 'QZBZ', FLAGS),
    signatureValid: coded(row, 'YQJG', FLAGS),
    digest: toDigest(row),
  }));
}

/** V_YSCL: a row for each item of the checklist, or one without. */
export function toTransfers(rows: readonly OracleRow[]): readonly TransferRecord[] {
  return groupedBy('YSBH', rows).map(([first, items]) => ({
    transferKey: requiredText(first, 'YSBH'),
    kind: requiredCode(first, 'YSLX', TRANSFER_KINDS),
    status: requiredCode(first, 'YSZT', TRANSFER_STATUSES),
    round: count(first, 'YSCS'),
    from: requiredCode(first, 'FCJG', AGENCIES),
    to: requiredCode(first, 'JSJG', AGENCIES),
    sentAt: dateTime(first, 'FCSJ'),
    receivedAt: dateTime(first, 'JSSJ'),
    partyKeys: listed(first, 'SARYBH'),
    checklist: text(first, 'XH') === null ? [] : once('XH', items).map(toChecklistItem),
    replaces: text(first, 'THYSBH'),
  }));
}

/** A row of the page, and its rows of V_AJRY. */
export function toIngestedCase(row: OracleRow, parties: readonly OracleRow[]): IngestedPoliceCase {
  const flags = toFlags(row);
  return flags.labelled
    ? { ...flags, linkedNumbers: [], parties: [] }
    : { ...flags, linkedNumbers: toLinkedNumbers(row), parties: toIngestedParties(parties) };
}

function toIngestedParties(rows: readonly OracleRow[]): readonly IngestedParty[] {
  return once('RYBH', rows).map((row) => ({ ...toPerson(row), idNumber: citizenId.parse(text(row, 'ZJHM') ?? '') }));
}

function toFlags(row: OracleRow) {
  return {
    policeCaseNo: toPoliceCaseNo(row),
    agencyCode: requiredCode(row, 'JGDM', AGENCIES),
    sealed: requiredCode(row, 'FCBZ', FLAGS),
    labelled: isLabelled(row),
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
    ...linked('ACCEPTANCE_NO', acceptanceNo, text(row, 'BPSAH')),
    ...linked('ACCEPTANCE_NO', acceptanceNo, text(row, 'QSSAH')),
    ...linked('COURT_CASE_NO', courtCaseNo, text(row, 'FYAH')),
    ...linked('POLICE_CASE_NO', policeCaseNo, text(row, 'BAAJBH')),
  ];
}

function linked<Kind extends string, Value>(
  kind: Kind,
  { parse }: { parse(raw: string): Value | null },
  raw: string | null,
): { kind: Kind; number: Value | null; raw: string }[] {
  return raw === null ? [] : [{ kind, number: parse(raw), raw }];
}

function toPerson(row: OracleRow) {
  const role = requiredCode(row, 'RYLB', ROLES);
  return {
    partyKey: requiredText(row, 'RYBH'),
    role,
    legalStatus: toLegalStatus(row, role),
    displayName: requiredText(row, 'XM'),
    protectedIdentity: (coded(row, 'BHBZ', FLAGS) ?? true) !== false,
    minorAtOffence: coded(row, 'WCNBZ', FLAGS),
  };
}

function toLegalStatus(row: OracleRow, role: PartyRole): PoliceLegalStatus {
  return role === 'SUSPECT_OR_DEFENDANT' ? requiredCode(row, 'CLZT', SUSPECT_STATUSES) : 'NOT_APPLICABLE';
}

function toCustody(row: OracleRow): Custody {
  return {
    policeCaseNo: toPoliceCaseNo(row),
    partyKey: requiredText(row, 'RYBH'),
    detentionCentre: toDetentionCentre(row),
    heldFor: requiredCode(row, 'BAJG', AGENCIES),
    limitFrom: requiredDate(row, 'QXQSRQ'),
    limitTo: requiredDate(row, 'QXJZRQ'),
  };
}

function ledgerOf(rows: readonly OracleRow[]): readonly CustodyHandover[] {
  const entries = rows.filter((row) => text(row, 'HYBH') !== null);
  return once('HYBH', entries).map(toHandover);
}

function toHandover(row: OracleRow): CustodyHandover {
  return {
    handoverKey: requiredText(row, 'HYBH'),
    from: requiredCode(row, 'YCJG', AGENCIES),
    to: requiredCode(row, 'YRJG', AGENCIES),
    reason: requiredText(row, 'HYYY'),
    sentAt: dateTime(row, 'FCSJ'),
    takenOverAt: dateTime(row, 'JSSJ'),
    receiptAt: dateTime(row, 'HZSJ'),
  };
}

function toDocumentCode(row: OracleRow): Code {
  const local = requiredText(row, 'WSDM');
  const [code, name] = DOCUMENTS.get(local) ?? [];
  if (code === undefined || name === undefined) return { scheme: LOCAL_DOCUMENT_SCHEME, code: local, name: local };
  return { scheme: DOCUMENT_SCHEME, code, name };
}

/** ZYZ holds bare hexadecimal digits, in whatever case. */
function toDigest(row: OracleRow): string | null {
  const digits = text(row, 'ZYZ');
  return digits === null ? null : readable('ZYZ', /^[\da-f]{64}$/i.test(digits) ? `sm3:${digits.toLowerCase()}` : null);
}

function toChecklistItem(row: OracleRow): ChecklistItem {
  return {
    code: requiredText(row, 'CLDM'),
    label: requiredText(row, 'CLMC'),
    required: requiredCode(row, 'BBBZ', FLAGS),
    present: requiredCode(row, 'YBBZ', FLAGS),
    note: text(row, 'BZ'),
    documentKey: text(row, 'WSBH'),
  };
}
