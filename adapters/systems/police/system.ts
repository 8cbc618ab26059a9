import { createOracleConnector, type OracleConnectorOptions } from '#adapters/oracle/connector.ts';
import { forKeys, type KeyedQuery } from '#adapters/oracle/in-list.ts';
import type { OracleRow } from '#adapters/oracle/statement.ts';
import { only, readAnswers, readPage } from '#adapters/systems/answers.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import { askInLists } from '#adapters/systems/lists.ts';
import { AGENCY_CODES, SYSTEM } from '#adapters/systems/police/codes.ts';
import { toCustodies, toHandovers, toMeasures } from '#adapters/systems/police/custody-mapping.ts';
import { toDocuments, toTransfers } from '#adapters/systems/police/document-mapping.ts';
import {
  toCaseFacts,
  toCaseRecord,
  toIngestedCase,
  toPoliceCaseNo,
  toRecordKey,
} from '#adapters/systems/police/mapping.ts';
import { toParties } from '#adapters/systems/police/party-mapping.ts';
import type { PoliceSystem } from '#adapters/systems/police/port.ts';
import {
  BEFORE_ALL,
  CASE_FACTS,
  CASE_RECORDS,
  CUSTODIES,
  DOCUMENTS,
  HANDOVERS,
  MAX_KEYS,
  MAX_PAGE,
  MEASURES,
  PAGE,
  PAGE_PARTIES,
  PARTIES,
  PENDING_HANDOVERS,
  PING,
  TRANSFERS,
} from '#adapters/systems/police/statements.ts';
import { reading, UnreadableField } from '#adapters/systems/unreadable-field.ts';
import type { PoliceCaseNo } from '#schema/identifiers/kinds.ts';

/** Where the police case system is, its read-only account, and the limits of the connector with their defaults. */
export type PoliceSystemSettings = Omit<OracleConnectorOptions, 'department' | 'system'>;

/** The police case system over Oracle. Nothing is connected before the first call. @throws DepartmentError from its methods. */
export function createPoliceSystem(settings: PoliceSystemSettings): PoliceSystem {
  const connector = createOracleConnector({ ...settings, ...SYSTEM });

  /** What `read` makes of the rows of each case that has any; a statement for every 50 numbers. */
  const byCase =
    <Answer>(query: KeyedQuery, read: (rows: readonly OracleRow[]) => Answer) =>
    (numbers: readonly PoliceCaseNo[], call: LegacyCall): Promise<Map<PoliceCaseNo, Answer>> =>
      askInLists(MAX_KEYS, numbers, async (keys) => {
        const { statement, binds } = forKeys(query, keys);
        const rows = await connector.query(statement, binds, call);
        return readAnswers(SYSTEM, rows, { keys, field: query.key, keyOf: toPoliceCaseNo }, read);
      });

  return {
    caseFacts: byCase(CASE_FACTS, (rows) => toCaseFacts(only('AJBH', rows))),
    casesByNumber: byCase(CASE_RECORDS, (rows) => toCaseRecord(only('AJBH', rows))),
    partiesByCase: byCase(PARTIES, toParties),
    measuresByCase: byCase(MEASURES, toMeasures),
    custodyByCase: byCase(CUSTODIES, toCustodies),
    documentsByCase: byCase(DOCUMENTS, toDocuments),
    transfersByCase: byCase(TRANSFERS, toTransfers),
    async handoversByCentre({ detentionCentre, pendingOnly, first, after }, call) {
      requirePageOf(first);
      const start = after ?? BEFORE_ALL;
      // An agency that the police have no code for is asked for as it is: known or not, the cost is the same.
      const centre = AGENCY_CODES.get(detentionCentre) ?? detentionCentre;
      const statement = pendingOnly ? PENDING_HANDOVERS : HANDOVERS;
      const rows = await connector.query(statement, [centre, start, String(first)], call);
      return reading(SYSTEM, () => {
        const handovers = toHandovers(rows);
        requireOrder(
          'HYBH',
          start,
          handovers.map(({ handover }) => handover.handoverKey),
        );
        if (handovers.some((each) => each.detentionCentre !== detentionCentre)) throw notAsked('KSSDM');
        return handovers;
      });
    },
    async page(after, limit, call) {
      requirePageOf(limit);
      const start = after ?? BEFORE_ALL;
      const rows = await connector.query(PAGE, [start, String(limit)], call);
      const keys = reading(SYSTEM, () => rows.map(toRecordKey));
      reading(SYSTEM, () => requireOrder('AJBH', start, keys));
      const last = keys.at(-1);
      if (last === undefined) return [];
      const parties = await connector.query(PAGE_PARTIES, [start, last], call);
      const partiesOf = reading(SYSTEM, () => Map.groupBy(parties, toRecordKey));
      return readPage(SYSTEM, rows, toRecordKey, (row) => toIngestedCase(row, partiesOf.get(toRecordKey(row)) ?? []));
    },
    async ping(call) {
      await connector.query(PING, [], call);
    },
    close: () => connector.close(),
  };
}

function requirePageOf(rows: number): void {
  if (!Number.isInteger(rows) || rows < 1 || rows > MAX_PAGE) throw new RangeError(`A page has 1 to ${MAX_PAGE} rows.`);
}

/** Each key comes after the one before: a page that steps back would never end. */
function requireOrder(column: string, start: string, keys: readonly string[]): void {
  if (!keys.every((key, index) => key > (keys[index - 1] ?? start)))
    throw new UnreadableField(column, 'is out of order');
}

/** The answer is not what it seems. */
function notAsked(column: string): UnreadableField {
  return new UnreadableField(column, 'is not what was asked for');
}
