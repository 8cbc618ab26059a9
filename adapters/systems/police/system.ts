import { createOracleConnector, type OracleConnectorOptions } from '#adapters/oracle/connector.ts';
import type { OracleRow } from '#adapters/oracle/fetch.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import { inListsOf } from '#adapters/systems/lists.ts';
import { AGENCY_CODES } from '#adapters/systems/police/codes.ts';
import {
  toCaseFacts,
  toCaseRecord,
  toCustodies,
  toDetentionCentre,
  toDocuments,
  toIngestedCase,
  toMeasures,
  toParties,
  toPendingHandovers,
  toPoliceCaseNo,
  toTransfers,
} from '#adapters/systems/police/mapping.ts';
import type { PoliceSystem } from '#adapters/systems/police/port.ts';
import {
  BEFORE_ALL,
  CASE_FACTS,
  CASE_RECORDS,
  CUSTODIES,
  DOCUMENTS,
  forKeys,
  type KeyedQuery,
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

const SYSTEM = { department: 'POLICE', system: 'police' } as const;

/** The police case system over Oracle. Nothing is connected before the first call. @throws DepartmentError from its methods. */
export function createPoliceSystem(settings: PoliceSystemSettings): PoliceSystem {
  const connector = createOracleConnector({ ...settings, ...SYSTEM });

  /** What `read` makes of the rows of each key that has any; a statement for every 50 keys. */
  async function select<Key extends string, Answer>(
    query: KeyedQuery,
    keys: readonly Key[],
    call: LegacyCall,
    read: (rows: readonly OracleRow[]) => Answer,
    { keyOf, codeOf }: { keyOf(row: OracleRow): Key; codeOf(key: Key): string },
  ): Promise<Map<Key, Answer>> {
    const lists = inListsOf(MAX_KEYS, [...new Set(keys)]);
    const answers = await Promise.all(
      lists.map(async (list) => {
        const { sql, binds } = forKeys(query, list.map(codeOf));
        const rows = await connector.query(sql, binds, call);
        return reading(SYSTEM, () => [...byKey(rows, list, keyOf)].map(([key, each]) => [key, read(each)] as const));
      }),
    );
    return new Map(answers.flat());
  }

  const byCase =
    <Answer>(query: KeyedQuery, read: (rows: readonly OracleRow[]) => Answer) =>
    (numbers: readonly PoliceCaseNo[], call: LegacyCall) =>
      select(query, numbers, call, read, { keyOf: toPoliceCaseNo, codeOf: (number) => number });

  return {
    caseFacts: byCase(CASE_FACTS, (rows) => toCaseFacts(only(rows))),
    casesByNumber: byCase(CASE_RECORDS, (rows) => toCaseRecord(only(rows))),
    partiesByCase: byCase(PARTIES, toParties),
    measuresByCase: byCase(MEASURES, toMeasures),
    custodyByCase: byCase(CUSTODIES, toCustodies),
    documentsByCase: byCase(DOCUMENTS, toDocuments),
    transfersByCase: byCase(TRANSFERS, toTransfers),
    // An agency that the police have no code for is asked for as it is: known or not, the cost is the same.
    pendingHandovers: (centres, call) =>
      select(PENDING_HANDOVERS, centres, call, toPendingHandovers, {
        keyOf: toDetentionCentre,
        codeOf: (centre) => AGENCY_CODES.get(centre) ?? centre,
      }),
    async page(after, limit, call) {
      if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) {
        throw new RangeError(`A page has 1 to ${MAX_PAGE} records.`);
      }
      const start = after ?? BEFORE_ALL;
      const rows = await connector.query(PAGE, [start, String(limit)], call);
      const numbers = reading(SYSTEM, () => inOrder(start, rows.map(toPoliceCaseNo)));
      const last = numbers.at(-1);
      if (last === undefined) return [];
      const parties = await connector.query(PAGE_PARTIES, [start, last], call);
      return reading(SYSTEM, () => {
        const partiesOf = Map.groupBy(parties, toPoliceCaseNo);
        return rows.map((row) => toIngestedCase(row, partiesOf.get(toPoliceCaseNo(row)) ?? []));
      });
    },
    async ping(call) {
      await connector.query(PING, [], call);
    },
    close: () => connector.close(),
  };
}

/** The keys, each after the one before: a page that steps back would never end. */
function inOrder<Key extends string>(start: string, keys: readonly Key[]): readonly Key[] {
  const isAfter = (key: Key, index: number) => key > (keys[index - 1] ?? start);
  if (!keys.every(isAfter)) throw new UnreadableField('AJBH', 'is out of order');
  return keys;
}

/** The rows of each key. One that was not asked for means that the answer is not what it seems. */
function byKey<Key>(
  rows: readonly OracleRow[],
  asked: readonly Key[],
  keyOf: (row: OracleRow) => Key,
): Map<Key, OracleRow[]> {
  const groups = Map.groupBy(rows, keyOf);
  for (const key of groups.keys()) {
    if (!asked.includes(key)) throw new UnreadableField('key', 'is not one that was asked for');
  }
  return groups;
}

function only([row, ...more]: readonly OracleRow[]): OracleRow {
  if (row === undefined || more.length > 0) throw new UnreadableField('AJBH', 'comes twice');
  return row;
}
