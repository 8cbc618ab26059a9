import { type Clock, createClock } from '#schema/clock.ts';
import type { Simulator } from '#simulators/control/simulator.ts';
import { LEGAL_AID_SERVICE, LEGAL_AID_USER } from '#simulators/legal-aid/address.ts';
import { DAMAGES } from '#simulators/legal-aid/damages.ts';
import { legalAidPackage } from '#simulators/legal-aid/package.ts';
import type { LegalAidRows } from '#simulators/legal-aid/rows.ts';
import { type OracleStandInOptions, startOracleStandIn } from '#simulators/oracle/stand-in/start.ts';

export interface LegalAidOptions extends OracleStandInOptions<LegalAidRows> {
  /** By which an assignment is dated. @default the real time */
  readonly clock?: Clock;
}

/**
 * 法援在线 on Oracle's wire. Calls are counted by the view or procedure that a statement asks (`V_FYAJ`, `V_FYAJ_QX`, `V_SYR`,
 * `V_LS`, `V_ZPQQ`, `PKG_FLYZ.CX_ZPLS`, `PKG_FLYZ.ZP_LS`, `DUAL`).
 */
export function startLegalAid({ rows, bulk, clock = createClock(), ...options }: LegalAidOptions): Promise<Simulator> {
  return startOracleStandIn(
    {
      name: 'legal-aid',
      service: LEGAL_AID_SERVICE,
      user: LEGAL_AID_USER,
      owner: 'FYZX',
      ddl: new URL('./schema.sql', import.meta.url),
      damages: DAMAGES,
      procedures: legalAidPackage(clock.today),
      // A VARCHAR2 bind is compared with the padded key.
      afterwards: [
        'CREATE INDEX ON fyzx.t_fyaj (oracle.exact(fyajbh))',
        'CREATE INDEX ON fyzx.t_zpjl (oracle.exact(fyajbh))',
      ],
    },
    { ...options, rows: { ...rows }, ...(bulk && { bulk }) },
  );
}
