import type { OracleRow } from '#adapters/oracle/statement.ts';
import { AGENCIES, MEASURES } from '#adapters/systems/police/codes.ts';
import { dateTime, groupedBy, legalDate, once, requiredDate } from '#adapters/systems/police/fields.ts';
import { toPoliceCaseNo } from '#adapters/systems/police/mapping.ts';
import type {
  Custody,
  CustodyHandover,
  CustodyRecord,
  HandoverInCustody,
  MeasureRecord,
} from '#adapters/systems/police/port.ts';
import { coded, requiredCode, requiredText, text } from '#adapters/systems/records/oracle-fields.ts';

/** Measures and custody in the words of the port. All throw UnreadableField. */

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
export function toHandovers(rows: readonly OracleRow[]): readonly HandoverInCustody[] {
  return once('HYBH', rows).map((row) => ({ ...toCustody(row), handover: toHandover(row) }));
}

function toCustody(row: OracleRow): Custody {
  return {
    policeCaseNo: toPoliceCaseNo(row),
    partyKey: requiredText(row, 'RYBH'),
    detentionCentre: requiredCode(row, 'KSSDM', AGENCIES),
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
