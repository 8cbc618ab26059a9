/** The stand-ins of the legacy systems and of Keycloak, in one process, with their control port. Started by the launcher. */
import { join } from 'node:path';
import { readSettings } from '#demo/settings.ts';
import { court12368Rows } from '#demo/systems/court-12368.ts';
import { legalAidRows } from '#demo/systems/legal-aid.ts';
import { REALM_FILE } from '#demo/users.ts';
import { runService } from '#service/run.ts';
import { startControlServer } from '#simulators/control/server.ts';
import { startCourt12368 } from '#simulators/court-12368/server.ts';
import { startKeycloak } from '#simulators/keycloak/start.ts';
import { startLegalAid } from '#simulators/legal-aid/server.ts';

const { env } = process;

await runService('stand-ins', 'KEYCLOAK_PORT, COURT_12368_PORT, LEGAL_AID_ORACLE_PORT, CONTROL_PORT', async () => {
  const { ports, keysDir } = readSettings();
  const simulators = await Promise.all([
    startKeycloak({ port: ports.keycloak, realmFile: REALM_FILE, keysFile: join(keysDir, 'keycloak.jwks.json') }),
    startCourt12368({
      port: ports.court12368,
      user: env.COURT_12368_USER ?? '',
      password: env.COURT_12368_PASSWORD ?? '',
      rows: court12368Rows(),
    }),
    startLegalAid({
      port: ports.legalAidOracle,
      databaseUrl: env.LEGAL_AID_DATABASE_URL ?? '',
      password: env.LEGAL_AID_PASSWORD ?? '',
      rows: legalAidRows(),
    }),
  ]);
  const control = await startControlServer(simulators, ports.control);
  return {
    ports: Object.fromEntries(simulators.map(({ name, port }) => [name, port])),
    async close() {
      await control.close();
      await Promise.all(simulators.map((simulator) => simulator.close()));
    },
  };
});
