import type { OracleConnector } from '#adapters/oracle/connector.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import { type ColumnMeta, ORACLE_TYPES, OracleError, type OraValue } from '#simulators/oracle/engine.ts';
import { column, type FakeEngine, query } from '#simulators/oracle/testing/fake-engine.ts';
import { ECHO } from '#simulators/oracle/testing/harness.ts';

/** What is asked: each way of answering that the connector knows. */
export interface Asked {
  readonly name: string;
  /** When nobody breaks it. */
  readonly gives: 'answer' | 'DEPARTMENT_DATA_INVALID';
  ask(connector: OracleConnector, call: LegacyCall): Promise<unknown>;
}

const { DATE, TIMESTAMP, TIMESTAMP_TZ, RAW, BINARY_DOUBLE, CHAR } = ORACLE_TYPES;
const of = (name: string, type: number, maxSize: number): ColumnMeta => ({ name, type, maxSize });
const COLUMNS = [
  column.number('N'),
  column.varchar('V', 200),
  of('K', CHAR, 24),
  of('D', DATE, 7),
  of('T', TIMESTAMP, 11),
  of('Z', TIMESTAMP_TZ, 13),
  of('R', RAW, 16),
  of('F', BINARY_DOUBLE, 8),
];
const ROW: OraValue[] = [
  '12345678901234567890123456789012345678',
  '（2025）虚法援刑字第1号',
  'LA-2025-000001          ',
  '2025-03-14 15:09:26',
  '2025-03-14 15:09:26.535897932',
  '2025-03-14 15:09:26.5+08:00',
  Buffer.from('00ff10', 'hex'),
  2.5,
];
const ROWS = Array.from({ length: 450 }, (_, index) => [String(index), index % 7 === 0 ? null : `案件${index}`]);

const TYPES = 'select all types from dual';
const MANY = 'select id, name from many';
const LOBS = 'select id, body, image from documents';
const MISSING = 'select x from nowhere';
const BLOCK = 'begin pkg.list(:given, :told, :found); end;';

/** Teaches the engine what is asked. */
export function teach(engine: FakeEngine): void {
  engine.on(TYPES, () => query(COLUMNS, [ROW, COLUMNS.map(() => null), ROW]));
  engine.on(MANY, () => query([column.number('ID'), column.varchar('NAME', 200)], ROWS));
  engine.on(LOBS, () =>
    query(
      [column.number('ID'), column.clob('BODY'), column.blob('IMAGE')],
      [
        ['1', '㛃𠮷案卷'.repeat(500), Buffer.alloc(3000, 7)],
        ['2', null, null],
      ],
    ),
  );
  engine.on(BLOCK, ([given]) => ({
    rowCount: 0,
    outBinds: [
      { index: 1, value: `指派${given?.value}` },
      { index: 2, value: { columns: [column.number('ID'), column.varchar('NAME')], rows: ROWS.slice(0, 250) } },
    ],
  }));
  engine.on(MISSING, () => {
    throw new OracleError(942, 'table or view does not exist', 14);
  });
}

export const ASKED: readonly Asked[] = [
  ...[TYPES, MANY, LOBS, MISSING].map((sql) => ({
    name: sql,
    gives: sql === MISSING ? ('DEPARTMENT_DATA_INVALID' as const) : ('answer' as const),
    ask: (connector: OracleConnector, call: LegacyCall) => connector.query({ name: 'asked', sql }, [], call),
  })),
  {
    name: BLOCK,
    gives: 'answer',
    ask: (connector, call) =>
      connector.callProcedure(
        { name: 'asked', block: BLOCK, in: ['given'], out: { told: 100 }, cursor: 'found' },
        { given: '13799201810999004' },
        call,
      ),
  },
];

/** A value of the caller's own comes back: an answer meant for another call would show. */
export async function echoed(connector: OracleConnector, value: string, call: LegacyCall): Promise<string | null> {
  const [row] = await connector.query({ name: 'echo', sql: ECHO }, [value], call);
  return row?.C1 ?? null;
}
