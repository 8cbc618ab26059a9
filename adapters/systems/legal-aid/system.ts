import { createOracleConnector, type OracleConnectorOptions } from '#adapters/oracle/connector.ts';
import type { OracleRow } from '#adapters/oracle/fetch.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import { SUCCESS } from '#adapters/systems/legal-aid/codes.ts';
import {
  toAssignment,
  toCaseFacts,
  toCaseRecord,
  toLawyer,
  toLegalAidId,
  toLicenceNo,
} from '#adapters/systems/legal-aid/mapping.ts';
import type { LegalAidSystem } from '#adapters/systems/legal-aid/port.ts';
import {
  ASSIGNED_LAWYERS,
  CASE_FACTS,
  CASE_RECORDS,
  forKeys,
  type KeyedQuery,
  LAWYERS,
  MAX_KEYS,
  PING,
  RESULT_BYTES,
} from '#adapters/systems/legal-aid/statements.ts';
import { inListsOf } from '#adapters/systems/lists.ts';
import { reading, UnreadableField } from '#adapters/systems/unreadable-field.ts';

/** Where 法援在线 is, its read-only account, and the limits of the connector with their defaults. */
export type LegalAidSystemSettings = Omit<OracleConnectorOptions, 'department' | 'system'>;

const SYSTEM = { department: 'JUSTICE', system: 'legal-aid' } as const;

/** 法援在线 over Oracle. Nothing is connected before the first call. @throws DepartmentError from its methods. */
export function createLegalAidSystem(settings: LegalAidSystemSettings): LegalAidSystem {
  const connector = createOracleConnector({ ...settings, ...SYSTEM });

  /** One row for each key that the system knows; a statement for every 50 keys. */
  async function select<Key extends string, Answer>(
    query: KeyedQuery,
    keys: readonly Key[],
    call: LegacyCall,
    keyOf: (row: OracleRow) => Key,
    read: (row: OracleRow) => Answer,
  ): Promise<Map<Key, Answer>> {
    const lists = inListsOf(MAX_KEYS, [...new Set(keys)]);
    const answers = await Promise.all(
      lists.map(async (list) => {
        const { sql, binds } = forKeys(query, list);
        const rows = await connector.query(sql, binds, call);
        return reading(SYSTEM, () =>
          [...grouped(rows, list, keyOf, read)].map(([key, [...each]]) => only(query.key, key, each)),
        );
      }),
    );
    return new Map(answers.flat());
  }

  return {
    caseFacts: (ids, call) => select(CASE_FACTS, ids, call, toLegalAidId, toCaseFacts),
    casesById: (ids, call) => select(CASE_RECORDS, ids, call, toLegalAidId, toCaseRecord),
    lawyersByLicence: (licenceNos, call) => select(LAWYERS, licenceNos, call, toLicenceNo, toLawyer),
    async assignmentsByCase(ids, call) {
      const lists = inListsOf(MAX_KEYS, [...new Set(ids)]);
      const answers = await Promise.all(
        lists.map(async (list) => {
          const binds = { in: { case_keys: list.join(',') }, out: RESULT_BYTES, cursor: 'result_rows' };
          const { out, rows } = await connector.callProcedure(ASSIGNED_LAWYERS, binds, call);
          return reading(SYSTEM, () => {
            if (out.result_code !== SUCCESS) throw new UnreadableField('P_JGM', 'is not success');
            return [...grouped(rows, list, toLegalAidId, toAssignment)];
          });
        }),
      );
      return new Map(answers.flat());
    },
    async ping(call) {
      await connector.query(PING, [], call);
    },
    close: () => connector.close(),
  };
}

/** What `read` makes of the rows, by key. A row that was not asked for means that the answer is not what it seems. */
function grouped<Key, Answer>(
  rows: readonly OracleRow[],
  asked: readonly Key[],
  keyOf: (row: OracleRow) => Key,
  read: (row: OracleRow) => Answer,
): Map<Key, Answer[]> {
  const answers = new Map<Key, Answer[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (!asked.includes(key)) throw new UnreadableField('key', 'is not one that was asked for');
    answers.set(key, [...(answers.get(key) ?? []), read(row)]);
  }
  return answers;
}

function only<Key, Answer>(column: string, key: Key, [answer, ...more]: readonly Answer[]): [Key, Answer] {
  if (answer === undefined || more.length > 0) throw new UnreadableField(column, 'comes twice');
  return [key, answer];
}
