import { CallCounter, type Simulator } from '#simulators/control/simulator.ts';
import { startTnsListener, TNS_GARBAGE_KINDS } from '#simulators/oracle/listener.ts';
import { createSqlEngine } from '#simulators/oracle/sql/engine.ts';
import { statementName } from '#simulators/oracle/sql/statement-name.ts';
import { POLICE_SERVICE, POLICE_USER } from '#simulators/police/address.ts';
import { loadRows, OWNER } from '#simulators/police/load.ts';
import type { PoliceRows } from '#simulators/police/rows.ts';

export interface PoliceOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** @default 127.0.0.1 */
  readonly host?: string;
  /** A PostgreSQL database of the stand-in's own. */
  readonly databaseUrl: string;
  readonly rows: PoliceRows;
  /** Of the account GABA_RO. */
  readonly password: string;
}

/**
 * The police case system on Oracle's wire. Calls are counted by the view that a statement asks (`V_AJXX`, `V_AJQX`, `V_AJRY`,
 * `V_QZCS`, `V_ZYHY`, `V_WSQD`, `V_YSCL`, `DUAL`).
 */
export async function startPolice(options: PoliceOptions): Promise<Simulator> {
  const { port, host = '127.0.0.1', databaseUrl, rows, password } = options;
  const calls = new CallCounter();
  const engine = await createSqlEngine({ databaseUrl, owners: [OWNER] });
  try {
    await loadRows(engine, databaseUrl, rows);
    const listener = await startTnsListener({
      engine,
      port,
      host,
      users: { [POLICE_USER]: password },
      services: [POLICE_SERVICE],
      onStatement: (sql) => calls.count(statementName(sql)),
    });
    return {
      name: 'police',
      port: listener.port,
      garbageKinds: TNS_GARBAGE_KINDS,
      calls: () => calls.read(),
      resetCalls: () => calls.reset(),
      openConnections: () => listener.openConnections(),
      setFault: (fault) => listener.setFault(fault),
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
