import { CallCounter, type Simulator } from '#simulators/control/simulator.ts';
import { LEGAL_AID_SERVICE, LEGAL_AID_USER } from '#simulators/legal-aid/address.ts';
import { loadRows, OWNER } from '#simulators/legal-aid/load.ts';
import { PKG_FLYZ } from '#simulators/legal-aid/package.ts';
import type { LegalAidRows } from '#simulators/legal-aid/rows.ts';
import { startTnsListener, TNS_GARBAGE_KINDS } from '#simulators/oracle/listener.ts';
import { createSqlEngine } from '#simulators/oracle/sql/engine.ts';
import { statementName } from '#simulators/oracle/sql/statement-name.ts';

export interface LegalAidOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** @default 127.0.0.1 */
  readonly host?: string;
  /** A PostgreSQL database of the stand-in's own. */
  readonly databaseUrl: string;
  readonly rows: LegalAidRows;
  /** Of the account FYZX_RO. */
  readonly password: string;
}

/**
 * 法援在线 on Oracle's wire. Calls are counted by the view or procedure that a statement asks (`V_FYAJ`, `V_FYAJ_QX`,
 * `PKG_FLYZ.CX_ZPLS`, `DUAL`).
 */
export async function startLegalAid(options: LegalAidOptions): Promise<Simulator> {
  const { port, host = '127.0.0.1', databaseUrl, rows, password } = options;
  const calls = new CallCounter();
  const engine = await createSqlEngine({ databaseUrl, owners: [OWNER], procedures: PKG_FLYZ });
  try {
    await loadRows(engine, databaseUrl, rows);
    const listener = await startTnsListener({
      engine,
      port,
      host,
      users: { [LEGAL_AID_USER]: password },
      services: [LEGAL_AID_SERVICE],
      onStatement: (sql) => calls.count(statementName(sql)),
    });
    return {
      name: 'legal-aid',
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
