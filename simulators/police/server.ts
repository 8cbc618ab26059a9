import type { Simulator } from '#simulators/control/simulator.ts';
import { type OracleStandInOptions, startOracleStandIn } from '#simulators/oracle/stand-in/start.ts';
import { POLICE_SERVICE, POLICE_USER } from '#simulators/police/address.ts';
import { DAMAGES } from '#simulators/police/damages.ts';
import type { PoliceRows } from '#simulators/police/rows.ts';

/**
 * The police case system on Oracle's wire. Calls are counted by the view that a statement asks (`V_AJXX`, `V_AJQX`, `V_AJRY`,
 * `V_QZCS`, `V_ZYHY`, `V_WSQD`, `V_YSCL`, `DUAL`).
 */
export function startPolice(options: OracleStandInOptions<PoliceRows>): Promise<Simulator> {
  return startOracleStandIn(
    {
      name: 'police',
      service: POLICE_SERVICE,
      user: POLICE_USER,
      owner: 'GABA',
      ddl: new URL('./schema.sql', import.meta.url),
      damages: DAMAGES,
    },
    options,
  );
}
