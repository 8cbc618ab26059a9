import { join, resolve } from 'node:path';
import { parseLegalDate } from '#schema/scalars/legal-date.ts';

/** The demo's ports: the environment variable that moves each, and where it is otherwise. */
export const PORT_SETTINGS = {
  gateway: { variable: 'GATEWAY_PORT', standard: 4000 },
  casework: { variable: 'SUBGRAPH_CASEWORK_PORT', standard: 4101 },
  court: { variable: 'SUBGRAPH_COURT_PORT', standard: 4102 },
  legalAid: { variable: 'SUBGRAPH_LEGAL_AID_PORT', standard: 4103 },
  police: { variable: 'SUBGRAPH_POLICE_PORT', standard: 4104 },
  procuratorate: { variable: 'SUBGRAPH_PROCURATORATE_PORT', standard: 4105 },
  notary: { variable: 'SUBGRAPH_NOTARY_PORT', standard: 4106 },
  access: { variable: 'SUBGRAPH_ACCESS_PORT', standard: 4107 },
  keycloak: { variable: 'KEYCLOAK_PORT', standard: 8280 },
  court12368: { variable: 'COURT_12368_PORT', standard: 8368 },
  procuratorate12309: { variable: 'PROCURATORATE_12309_PORT', standard: 8309 },
  notaryPlatform: { variable: 'NOTARY_PORT', standard: 8443 },
  legalAidOracle: { variable: 'LEGAL_AID_ORACLE_PORT', standard: 15210 },
  policeOracle: { variable: 'POLICE_ORACLE_PORT', standard: 15211 },
  postgres: { variable: 'POSTGRES_PORT', standard: 54320 },
  /** The stand-ins' control port. */
  control: { variable: 'CONTROL_PORT', standard: 9368 },
  gatewayMetrics: { variable: 'GATEWAY_METRICS_PORT', standard: 9464 },
  subgraphsMetrics: { variable: 'SUBGRAPHS_METRICS_PORT', standard: 9465 },
} as const;
export type PortName = keyof typeof PORT_SETTINGS;

/** Those that `off` or 0 turns off. */
const OPTIONAL: readonly string[] = ['gatewayMetrics', 'subgraphsMetrics'] satisfies PortName[];

/** What `npm start` can be told by the environment. An empty variable counts as absent. */
export interface DemoSettings {
  /** 0 is one that is turned off. */
  readonly ports: Readonly<Record<PortName, number>>;
  /** Everything that the demo writes lies below: `DATA_DIR`. @default `.data` */
  readonly dataDir: string;
  /** `KEYS_DIR`. @default `keys` below the data folder */
  readonly keysDir: string;
  /** `DATABASE_URL`: a PostgreSQL server to use; null starts the embedded one. */
  readonly databaseUrl: string | null;
  /** Generated cases beside the world: `--cases N --seed S`, or `BULK_CASES`, `BULK_SEED`. @default 200 cases, seed 1 */
  readonly bulk: { readonly cases: number; readonly seed: number };
  /** `DEMO_TODAY`, the business day, `yyyy-MM-dd`. @default 2025-06-16 (WORLD 1) */
  readonly today: string;
}

/** Throws one sentence that names the variable whose value is no good. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): DemoSettings {
  const dataDir = resolve(env.DATA_DIR || '.data');
  const ports = Object.entries(PORT_SETTINGS).map(([name, { variable, standard }]) => {
    const text = env[variable] || String(standard);
    return [name, OPTIONAL.includes(name) && (text === 'off' || text === '0') ? 0 : readPort(variable, text)];
  });
  return {
    ports: Object.fromEntries(ports) as Record<PortName, number>,
    dataDir,
    keysDir: resolve(env.KEYS_DIR || join(dataDir, 'keys')),
    databaseUrl: env.DATABASE_URL || null,
    bulk: {
      cases: readNumber('BULK_CASES', env.BULK_CASES || '200', 100_000),
      seed: readNumber('BULK_SEED', env.BULK_SEED || '1', 2_147_483_647),
    },
    today: readDay('DEMO_TODAY', env.DEMO_TODAY || '2025-06-16'),
  };
}

/** The issuer's name, the same for whoever asks: tokens carry it. */
export function issuerOf(keycloakPort: number): string {
  return `http://localhost:${keycloakPort}/realms/zhengfa`;
}

function readPort(variable: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new Error(`环境变量 ${variable} 须为 1 至 65535 的端口号 / ${variable} must be a port, 1 to 65535`);
  if (BLOCKED_PORTS.has(port))
    throw new Error(
      `环境变量 ${variable}：浏览器与 fetch 拒绝访问端口 ${port}，请换一个 / ${variable}: browsers and fetch refuse port ${port}, take another`,
    );
  return port;
}

/** The bad ports of the Fetch standard (2.9) that whoever moves the demo may hit upon. */
const BLOCKED_PORTS: ReadonlySet<number> = new Set([
  ...[1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566],
  ...[6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080],
]);

/** `--cases N --seed S` of a command line as the variables that mean the same. @throws Error for any other argument */
export function bulkArguments(args: readonly string[]): NodeJS.ProcessEnv {
  const variables: NodeJS.ProcessEnv = {};
  for (let at = 0; at < args.length; at += 2) {
    const name = BULK_VARIABLES.get(args[at] ?? '');
    if (name === undefined || args[at + 1] === undefined)
      throw new Error('用法：npm start -- --cases 200 --seed 1 / usage: npm start -- --cases 200 --seed 1');
    variables[name] = args[at + 1];
  }
  return variables;
}

const BULK_VARIABLES: ReadonlyMap<string, string> = new Map([
  ['--cases', 'BULK_CASES'],
  ['--seed', 'BULK_SEED'],
]);

function readNumber(variable: string, text: string, most: number): number {
  if (/^\d{1,10}$/.test(text) && Number(text) <= most) return Number(text);
  throw new Error(`${variable} 须为 0 至 ${most} 的整数 / ${variable} must be a whole number, 0 to ${most}`);
}

function readDay(variable: string, text: string): string {
  if (parseLegalDate(text) !== null) return text;
  throw new Error(
    `环境变量 ${variable} 须为真实日期，如 2025-06-16 / ${variable} must be a real date, such as 2025-06-16`,
  );
}
