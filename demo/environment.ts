import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { demoTlsFiles } from '#auth/keys/demo-ca.ts';
import type { Databases } from '#demo/databases.ts';
import { type DemoSettings, issuerOf, PORT_SETTINGS, type PortName } from '#demo/settings.ts';
import { COURT_12368_PATH } from '#simulators/court-12368/address.ts';
import { LEGAL_AID_SERVICE, LEGAL_AID_USER } from '#simulators/legal-aid/address.ts';
import { NOTARY_PATH } from '#simulators/notary/address.ts';
import { POLICE_SERVICE, POLICE_USER } from '#simulators/police/address.ts';
import { PROCURATORATE_12309_PATH } from '#simulators/procuratorate-12309/address.ts';

/** What the demo's processes are told: the same settings that a department's IT would write by hand. Passwords last as long as the demo runs, unless they are given. */
export function demoEnvironment(
  { ports, dataDir, keysDir, today, bulk }: DemoSettings,
  databases: Databases,
): NodeJS.ProcessEnv {
  const names = Object.keys(PORT_SETTINGS) as PortName[];
  const { authorityFile, certificateFile, keyFile } = demoTlsFiles(keysDir, 'client');
  return {
    ...Object.fromEntries(names.map((name) => [PORT_SETTINGS[name].variable, String(ports[name])])),
    ...Object.fromEntries([...LEGACY_SYSTEMS.flatMap(quickToTryAgain), ...standards(ORACLE_SESSIONS)]),
    DEMO_TODAY: today,
    BULK_CASES: String(bulk.cases),
    BULK_SEED: String(bulk.seed),
    KEYS_DIR: keysDir,
    AUDIT_DIR: join(dataDir, 'audit'),
    DATABASE_URL: databases.registry,
    ACCESS_DATABASE_URL: databases.access,
    LEGAL_AID_DATABASE_URL: databases.legalAid,
    POLICE_DATABASE_URL: databases.police,
    ISSUER_URL: issuerOf(ports.keycloak),
    COURT_12368_URL: `http://127.0.0.1:${ports.court12368}${COURT_12368_PATH}`,
    COURT_12368_USER: 'zhengfa-graph',
    COURT_12368_PASSWORD: password('COURT_12368_PASSWORD'),
    LEGAL_AID_CONNECT: `127.0.0.1:${ports.legalAidOracle}/${LEGAL_AID_SERVICE}`,
    LEGAL_AID_USER,
    LEGAL_AID_PASSWORD: password('LEGAL_AID_PASSWORD'),
    POLICE_CONNECT: `127.0.0.1:${ports.policeOracle}/${POLICE_SERVICE}`,
    POLICE_USER,
    POLICE_PASSWORD: password('POLICE_PASSWORD'),
    PROCURATORATE_12309_URL: `http://127.0.0.1:${ports.procuratorate12309}${PROCURATORATE_12309_PATH}`,
    PROCURATORATE_12309_USER: 'zhengfa-graph',
    PROCURATORATE_12309_PASSWORD: password('PROCURATORATE_12309_PASSWORD'),
    NOTARY_URL: `https://127.0.0.1:${ports.notaryPlatform}${NOTARY_PATH}`,
    NOTARY_TLS_CA: authorityFile,
    NOTARY_TLS_CERT: certificateFile,
    NOTARY_TLS_KEY: keyFile,
    SUBGRAPH_CASEWORK_URL: subgraph(ports.casework),
    SUBGRAPH_COURT_URL: subgraph(ports.court),
    SUBGRAPH_LEGAL_AID_URL: subgraph(ports.legalAid),
    SUBGRAPH_POLICE_URL: subgraph(ports.police),
    SUBGRAPH_PROCURATORATE_URL: subgraph(ports.procuratorate),
    SUBGRAPH_NOTARY_URL: subgraph(ports.notary),
    SUBGRAPH_ACCESS_URL: subgraph(ports.access),
    AUDITOR_URL: `http://127.0.0.1:${ports.access}`,
    INTROSPECTION: 'on',
    // The demo is development: free text for everyone. In production only trusted documents run.
    OPERATIONS: process.env.OPERATIONS || 'any',
  };
}

/** What the settings of each legacy system begin with. */
export const LEGACY_SYSTEMS = ['COURT_12368', 'PROCURATORATE_12309', 'NOTARY', 'LEGAL_AID', 'POLICE'];

/** Whoever breaks a stand-in and mends it wants to see it come back; a real system is left alone for longer. */
function quickToTryAgain(system: string): (readonly [string, string])[] {
  const times = { [`${system}_BREAKER_OPEN_MS`]: '500', [`${system}_BREAKER_REFUSED_MS`]: '5000' };
  return standards(times);
}

/** The stand-ins' databases bear more sessions than a department's old one, and a first look at a long list should not be turned away. */
const ORACLE_SESSIONS = { POLICE_CONCURRENCY: '8', LEGAL_AID_CONCURRENCY: '8' };

/** What is not set by whoever starts the demo. */
function standards(settings: Readonly<Record<string, string>>): (readonly [string, string])[] {
  return Object.entries(settings).map(([name, standard]) => [name, process.env[name] || standard]);
}

function subgraph(port: number): string {
  return `http://127.0.0.1:${port}/graphql`;
}

/** That of the environment, for who wants to try a stand-in by hand (`npm run legacy`); otherwise one that nobody knows. */
function password(variable: string): string {
  return process.env[variable] || randomBytes(18).toString('base64url');
}
