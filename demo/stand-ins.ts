/** The stand-ins of the legacy systems and of Keycloak, in one process, with their control port. Started by the launcher. */
import { join } from 'node:path';
import { demoTlsFiles } from '#auth/keys/demo-ca.ts';
import { loadTls } from '#auth/keys/tls-files.ts';
import { bulkOf } from '#demo/bulk/bulk.ts';
import { PORT_SETTINGS, readSettings } from '#demo/settings.ts';
import { court12368Rows, court12368Tickets } from '#demo/systems/court-12368.ts';
import { legalAidRows } from '#demo/systems/legal-aid.ts';
import { notaryRows } from '#demo/systems/notary.ts';
import { policeRows } from '#demo/systems/police.ts';
import { procuratorate12309Rows } from '#demo/systems/procuratorate-12309.ts';
import { REALM_FILE } from '#demo/users.ts';
import { createClock } from '#schema/clock.ts';
import { runService } from '#service/run.ts';
import { startControlServer } from '#simulators/control/server.ts';
import { startCourt12368 } from '#simulators/court-12368/server.ts';
import { startKeycloak } from '#simulators/keycloak/start.ts';
import { startLegalAid } from '#simulators/legal-aid/server.ts';
import { startNotary } from '#simulators/notary/server.ts';
import { startPolice } from '#simulators/police/server.ts';
import { startProcuratorate12309 } from '#simulators/procuratorate-12309/server.ts';

const { env } = process;
const PORTS = [
  'keycloak',
  'court12368',
  'procuratorate12309',
  'notaryPlatform',
  'legalAidOracle',
  'policeOracle',
  'control',
] as const;

await runService('stand-ins', PORTS.map((name) => PORT_SETTINGS[name].variable).join(', '), async () => {
  const { ports, keysDir, today, bulk } = readSettings();
  const clock = createClock({ today });
  const generated = bulkOf(bulk);
  const simulators = await Promise.all([
    startKeycloak({ port: ports.keycloak, realmFile: REALM_FILE, keysFile: join(keysDir, 'keycloak.jwks.json') }),
    startCourt12368({
      port: ports.court12368,
      user: env.COURT_12368_USER ?? '',
      password: env.COURT_12368_PASSWORD ?? '',
      rows: court12368Rows(),
      tickets: court12368Tickets(),
      bulk: generated.court12368,
      clock,
    }),
    startProcuratorate12309({
      port: ports.procuratorate12309,
      user: env.PROCURATORATE_12309_USER ?? '',
      password: env.PROCURATORATE_12309_PASSWORD ?? '',
      rows: procuratorate12309Rows(),
      bulk: generated.procuratorate12309,
      clock,
    }),
    startNotary({
      port: ports.notaryPlatform,
      tls: await loadTls(demoTlsFiles(keysDir, 'server')),
      rows: notaryRows(),
    }),
    startLegalAid({
      port: ports.legalAidOracle,
      databaseUrl: env.LEGAL_AID_DATABASE_URL ?? '',
      password: env.LEGAL_AID_PASSWORD ?? '',
      rows: legalAidRows(),
      bulk: generated.legalAid,
      clock,
    }),
    startPolice({
      port: ports.policeOracle,
      databaseUrl: env.POLICE_DATABASE_URL ?? '',
      password: env.POLICE_PASSWORD ?? '',
      rows: policeRows(),
      bulk: generated.police,
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
