import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Databases } from '#demo/databases.ts';
import { type DemoSettings, issuerOf, PORT_SETTINGS, type PortName } from '#demo/settings.ts';
import { COURT_12368_PATH } from '#simulators/court-12368/address.ts';
import { LEGAL_AID_SERVICE, LEGAL_AID_USER } from '#simulators/legal-aid/address.ts';

/** What the demo's processes are told: the same settings that a department's IT would write by hand. Passwords last as long as the demo runs. */
export function demoEnvironment(
  { ports, dataDir, keysDir, today }: DemoSettings,
  databases: Databases,
): NodeJS.ProcessEnv {
  const names = Object.keys(PORT_SETTINGS) as PortName[];
  return {
    ...Object.fromEntries(names.map((name) => [PORT_SETTINGS[name].variable, String(ports[name])])),
    DEMO_TODAY: today,
    KEYS_DIR: keysDir,
    AUDIT_DIR: join(dataDir, 'audit'),
    DATABASE_URL: databases.registry,
    LEGAL_AID_DATABASE_URL: databases.legalAid,
    ISSUER_URL: issuerOf(ports.keycloak),
    COURT_12368_URL: `http://127.0.0.1:${ports.court12368}${COURT_12368_PATH}`,
    COURT_12368_USER: 'zhengfa-graph',
    COURT_12368_PASSWORD: password(),
    LEGAL_AID_CONNECT: `127.0.0.1:${ports.legalAidOracle}/${LEGAL_AID_SERVICE}`,
    LEGAL_AID_USER,
    LEGAL_AID_PASSWORD: password(),
    SUBGRAPH_CASEWORK_URL: subgraph(ports.casework),
    SUBGRAPH_COURT_URL: subgraph(ports.court),
    SUBGRAPH_LEGAL_AID_URL: subgraph(ports.legalAid),
    INTROSPECTION: 'on',
  };
}

function subgraph(port: number): string {
  return `http://127.0.0.1:${port}/graphql`;
}

function password(): string {
  return randomBytes(18).toString('base64url');
}
