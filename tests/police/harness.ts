import oracledb from 'oracledb';
import type { Bind } from '#adapters/oracle/binds.ts';
import { createOracleConnector, type OracleConnector } from '#adapters/oracle/connector.ts';
import type { OracleRow } from '#adapters/oracle/statement.ts';
import type { PoliceSystem } from '#adapters/systems/police/port.ts';
import { createPoliceSystem, type PoliceSystemSettings } from '#adapters/systems/police/system.ts';
import { policeRows } from '#demo/systems/police.ts';
import type { PoliceCaseNo } from '#schema/identifiers/kinds.ts';
import { policeCaseNo } from '#schema/identifiers/police-case-no.ts';
import type { BulkRows } from '#simulators/oracle/stand-in/load.ts';
import { POLICE_SERVICE, POLICE_USER } from '#simulators/police/address.ts';
import type { PoliceRows } from '#simulators/police/rows.ts';
import { startPolice } from '#simulators/police/server.ts';
import { alone } from '#tests/harness/limits.ts';
import { openServer } from '#tests/registry/server.ts';

export const call = { requestId: 'test-1', caller: 'caller', rights: 'rights' };
/** For what is to be answered. */
export const PATIENT = { limits: alone(10_000) };
const PASSWORD = 'read-only';

/** Numbers of the world (WORLD 4). */
export const CASE_1 = 'A3799990000002025030001';
export const CASE_2 = 'A3799990000002025060002';
export const CASE_3 = 'A3799990000002025010003';
export const SEALED = 'A3799990000002023070004';
export const PROTECTED = 'A3799990000002025020006';
export const CASE_7 = 'A3799990000002025050007';
export const CASE_9 = 'A3799990000002025020009';
export const JOINED = ['A3799990000002024110010', 'A3799990000002024110011'] as const;
export const OTHER_COUNTY = 'A4399990000002025040011';
export const CASE_12 = 'A3799990000002025010012';
export const CASE_13 = 'A3799990000002025040013';
export const LABELLED = 'A3799990000002025050099';
export const UNKNOWN = 'A3799990000002025030999';

/** The stand-in on an embedded PostgreSQL, and a system that reads from it with short timeouts. */
export async function startStack(rows: PoliceRows = policeRows(), bulk?: BulkRows<PoliceRows>) {
  const server = openServer();
  const databaseUrl = await server.freshDatabase();
  const simulator = await startPolice({ port: 0, databaseUrl, rows, password: PASSWORD, ...(bulk && { bulk }) });
  const account = {
    connectString: `127.0.0.1:${simulator.port}/${POLICE_SERVICE}`,
    user: POLICE_USER,
    password: PASSWORD,
    limits: alone(2000),
  };
  let shared: OracleConnector | undefined;
  const opened: { close(): Promise<void> }[] = [];
  const kept = <Each extends { close(): Promise<void> }>(each: Each): Each => {
    opened.push(each);
    return each;
  };
  const connector = () => {
    shared ??= kept(createOracleConnector({ ...account, ...PATIENT, department: 'POLICE', system: 'police' }));
    return shared;
  };
  return {
    simulator,
    databaseUrl,
    system: (settings: Partial<PoliceSystemSettings> = {}): PoliceSystem =>
      kept(createPoliceSystem({ ...account, ...settings })),
    /** Any query, through the connector. */
    async query(sql: string, binds: readonly Bind[] = []): Promise<OracleRow[]> {
      return await connector().query({ name: 'test', sql }, binds, call);
    },
    /** Any statement as the account, through the driver alone. */
    async execute(sql: string): Promise<void> {
      const { connectString, user, password } = account;
      const connection = await oracledb.getConnection({ connectString, user, password });
      await connection.execute(sql).finally(() => connection.close());
    },
    async stop(): Promise<void> {
      await Promise.all(opened.map((each) => each.close()));
      await simulator.close();
      await server.close();
    },
  };
}

export type Stack = Awaited<ReturnType<typeof startStack>>;

export const numbers = (...texts: readonly string[]): PoliceCaseNo[] =>
  texts.flatMap((text) => policeCaseNo.parse(text) ?? []);
