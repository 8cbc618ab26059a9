import type { OracleRow } from '#adapters/oracle/statement.ts';
import { MEASURES } from '#adapters/systems/police/codes.ts';
import {
  agency,
  dateTime,
  groupedBy,
  legalDate,
  once,
  requiredAgency,
  requiredDate,
} from '#adapters/systems/police/fields.ts';
import { toPoliceCaseNo } from '#adapters/systems/police/mapping.ts';
import type {
  Custody,
  CustodyHandover,
  CustodyRecord,
  HandoverInCustody,
  MeasureRecord,
} from '#adapters/systems/police/port.ts';
import { requiredCode, requiredText, text } from '#adapters/systems/records/oracle-fields.ts';

/** Measures and custody in the words of the port. All throw UnreadableField. */

/** V_QZCS. */
export function toMeasures(rows: readonly OracleRow[]): readonly MeasureRecord[] {
  return once('CSBH', rows).map((row) => ({
    measureKey: requiredText(row, 'CSBH'),
    partyKey: requiredText(row, 'RYBH'),
    kind: requiredCode(row, 'CSLB', MEASURES),
    decidedBy: requiredAgency(row, 'JDJG'),
    approvedBy: agency(row, 'PZJG'),
    executedBy: agency(row, 'ZXJG'),
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
export function toHandovers(rows: readonly OracleRow[]): readonly HandoverInCustody[] {
  return once('HYBH', rows).map((row) => ({ ...toCustody(row), handover: toHandover(row) }));
}

function toCustody(row: OracleRow): Custody {
  return {
    policeCaseNo: toPoliceCaseNo(row),
    partyKey: requiredText(row, 'RYBH'),
    detentionCentre: requiredAgency(row, 'KSSDM'),
    heldFor: requiredAgency(row, 'BAJG'),
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
    from: requiredAgency(row, 'YCJG'),
    to: requiredAgency(row, 'YRJG'),
    reason: requiredText(row, 'HYYY'),
    sentAt: dateTime(row, 'FCSJ'),
    takenOverAt: dateTime(row, 'JSSJ'),
    receiptAt: dateTime(row, 'HZSJ'),
  };
}
