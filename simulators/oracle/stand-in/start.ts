import type { Strikes } from '#simulators/control/data-damage.ts';
import { CallCounter, type Simulator } from '#simulators/control/simulator.ts';
import { startTnsListener, TNS_GARBAGE_KINDS } from '#simulators/oracle/listener.ts';
import { createSqlEngine, type SqlEngineOptions } from '#simulators/oracle/sql/engine.ts';
import { statementName } from '#simulators/oracle/sql/statement-name.ts';
import { damagedEngine, WRONG_ENCODING } from '#simulators/oracle/stand-in/damage.ts';
import { type BulkRows, loadTables, type StandInTables, type TableRows } from '#simulators/oracle/stand-in/load.ts';

/** What a department's stand-in is started with; the rest is the system's own. */
export interface OracleStandInOptions<Rows> {
  /** 0 takes a free port. */
  readonly port: number;
  /** @default 127.0.0.1 */
  readonly host?: string;
  /** A PostgreSQL database of the stand-in's own. */
  readonly databaseUrl: string;
  readonly rows: Rows;
  /** Loaded after `rows`, a chunk at a time. @default none */
  readonly bulk?: BulkRows<Rows>;
  /** Of the read-only account. */
  readonly password: string;
}

export interface OracleSystem extends Omit<StandInTables, 'rows' | 'bulk'> {
  readonly name: string;
  /** Service name that the listener answers to. */
  readonly service: string;
  /** The read-only account. */
  readonly user: string;
  /** PL/SQL packages. @default none */
  readonly procedures?: SqlEngineOptions['procedures'];
  /** `at` is the column. */
  readonly damages: Strikes;
}

/** What a client tells each of its sessions once is no call. */
const SESSION_SETUP = /^alter\s+session\b/i;

/** Starts a system on Oracle's wire. Calls are counted by the view or procedure that a statement asks. */
export async function startOracleStandIn(
  { name, service, user, procedures, damages, ...tables }: OracleSystem,
  { port, host = '127.0.0.1', databaseUrl, rows, bulk, password }: OracleStandInOptions<TableRows>,
): Promise<Simulator> {
  const calls = new CallCounter();
  const engine = await createSqlEngine({ databaseUrl, owners: [tables.owner], ...(procedures && { procedures }) });
  try {
    await loadTables(engine, databaseUrl, { ...tables, rows, ...(bulk && { bulk }) });
    let damage: string | null = null;
    const listener = await startTnsListener({
      engine: damagedEngine(engine, () => damage, damages),
      port,
      host,
      users: { [user]: password },
      services: [service],
      onStatement(sql) {
        if (!SESSION_SETUP.test(sql)) calls.count(statementName(sql));
      },
    });
    return {
      name,
      port: listener.port,
      garbageKinds: TNS_GARBAGE_KINDS,
      dataKinds: [...Object.keys(damages), WRONG_ENCODING],
      calls: () => calls.read(),
      resetCalls: () => calls.reset(),
      openConnections: () => listener.openConnections(),
      async setFault(fault) {
        damage = fault.mode === 'data' ? fault.kind : null;
        await listener.setFault(fault);
      },
      async close() {
        await listener.close();
        await engine.close();
      },
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
}
