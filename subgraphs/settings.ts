import { DEFAULT_LIMITS, type LegacyLimits } from '#adapters/connector/limits.ts';
import { LIMIT_RANGES, readLimits } from '#adapters/connector/read-limits.ts';
import type { CourtSystemSettings } from '#adapters/systems/court-12368/system.ts';
import type { LegalAidSystemSettings } from '#adapters/systems/legal-aid/system.ts';
import type { NotarySystemSettings } from '#adapters/systems/notary/system.ts';
import type { PoliceSystemSettings } from '#adapters/systems/police/system.ts';
import type { ProcuratorateSystemSettings } from '#adapters/systems/procuratorate-12309/system.ts';
import { type AlertSettings, readAlertSettings } from '#auth/audit/alerts/settings.ts';
import { SUBGRAPHS, type SubgraphName } from '#auth/envelope/envelope.ts';
import { type AuditAlgorithm, auditAlgorithm } from '#auth/keys/algorithms.ts';
import { keysFolder } from '#auth/keys/load.ts';
import type { TlsFiles } from '#auth/keys/tls-files.ts';
import { SUBGRAPH_ADDRESSES } from '#schema/addresses.ts';
import type { GrantLimits } from '#subgraphs/access/grants/limits.ts';

/** What the subgraphs are told by the environment. What only one of them needs is read when that one starts. */
export interface SubgraphSettings {
  readonly keysDir: string;
  /** `DEMO_TODAY`: a business day that stands still, `yyyy-MM-dd`; `null` is the real day. */
  readonly today: string | null;
  /** `AUDIT_DIR`. @default `.data/audit` */
  readonly auditDir: string;
  /** `AUDIT_SIGNATURE`: what the audit logs' checkpoints are signed with. @default Ed25519 */
  readonly auditAlgorithm: AuditAlgorithm;
  /** `SUBGRAPH_<NAME>_PORT`. @default 4101 to 4107 */
  readonly ports: Readonly<Record<SubgraphName, number>>;
  /** `SUBGRAPH_<NAME>_URL`: where casework asks the others. @default the port on loopback */
  readonly addresses: Readonly<Record<SubgraphName, string>>;
  /** `DATABASE_URL`: the registry's PostgreSQL. */
  databaseUrl(): string;
  /** `ACCESS_DATABASE_URL`: the PostgreSQL of grants, accounts and the auditor's store. */
  accessDatabaseUrl(): string;
  /** `GRANT_UNMASK_DAYS`, `GRANT_RECORD_CHECK_DAYS`: how long such grants may last. @default 30 and 7 */
  grantLimits(): GrantLimits;
  /** `ALERT_<RULE>`, `ALERT_WORKING_HOURS`: from how many records within how many minutes on an alert is due, and what counts as after hours. */
  alertSettings(): AlertSettings;
  /** `AUDITOR_URL`: where each process sends its audit records and checkpoints at once; `null` keeps them in its own files only. */
  readonly auditorUrl: string | null;
  /** `COURT_12368_URL`, `COURT_12368_USER`, `COURT_12368_PASSWORD`; its limits (`adapters/connector/read-limits.ts`). */
  court12368(): Omit<CourtSystemSettings, 'logger'>;
  /** `LEGAL_AID_CONNECT`, `LEGAL_AID_USER`, `LEGAL_AID_PASSWORD`, `ORACLE_CLIENT_DIR`; its limits. */
  legalAid(): Omit<LegalAidSystemSettings, 'logger'>;
  /** `POLICE_CONNECT`, `POLICE_USER`, `POLICE_PASSWORD`, `ORACLE_CLIENT_DIR`; its limits. */
  police(): Omit<PoliceSystemSettings, 'logger'>;
  /** `PROCURATORATE_12309_URL`, `PROCURATORATE_12309_USER`, `PROCURATORATE_12309_PASSWORD`; its limits. */
  procuratorate12309(): Omit<ProcuratorateSystemSettings, 'logger'>;
  /** `NOTARY_URL`; PEM files: `NOTARY_TLS_CA`, `NOTARY_TLS_CERT`, `NOTARY_TLS_KEY`; its limits. */
  notary(): Omit<NotarySystemSettings, 'logger' | 'tls'> & { readonly tls: TlsFiles };
}

/** Sessions of an Oracle account are scarcer than connections. */
const ORACLE_SESSIONS = 4;
/** A grant is for one matter at hand, not for an office. */
const LONGEST_GRANT_DAYS = 90;

export function readSubgraphSettings(env: NodeJS.ProcessEnv): SubgraphSettings {
  const ports = byName((name) =>
    wholeNumber(env, variable(name, 'PORT'), new URL(SUBGRAPH_ADDRESSES[name]).port, 65_535),
  );
  const defaults = { ...DEFAULT_LIMITS, callTimeoutMs: legacyTimeout(env) };
  return {
    keysDir: keysFolder(env),
    today: env.DEMO_TODAY || null,
    auditDir: env.AUDIT_DIR || '.data/audit',
    auditAlgorithm: auditAlgorithm(env),
    ports,
    addresses: byName((name) => env[variable(name, 'URL')] || `http://127.0.0.1:${ports[name]}/graphql`),
    databaseUrl: () => required(env, 'DATABASE_URL'),
    accessDatabaseUrl: () => required(env, 'ACCESS_DATABASE_URL'),
    grantLimits: () => ({
      unmaskDays: wholeNumber(env, 'GRANT_UNMASK_DAYS', '30', LONGEST_GRANT_DAYS),
      recordCheckDays: wholeNumber(env, 'GRANT_RECORD_CHECK_DAYS', '7', LONGEST_GRANT_DAYS),
    }),
    alertSettings: () => readAlertSettings(env),
    auditorUrl: env.AUDITOR_URL || null,
    court12368: () => soapAccount(env, 'COURT_12368', defaults),
    legalAid: () => oracleAccount(env, 'LEGAL_AID', defaults),
    police: () => oracleAccount(env, 'POLICE', defaults),
    procuratorate12309: () => soapAccount(env, 'PROCURATORATE_12309', defaults),
    notary: () => ({
      endpoint: required(env, 'NOTARY_URL'),
      tls: {
        authorityFile: required(env, 'NOTARY_TLS_CA'),
        certificateFile: required(env, 'NOTARY_TLS_CERT'),
        keyFile: required(env, 'NOTARY_TLS_KEY'),
      },
      limits: readLimits(env, 'NOTARY', defaults),
    }),
  };
}

/** `LEGACY_TIMEOUT_MS`: the call timeout of every system that has none of its own. */
function legacyTimeout(env: NodeJS.ProcessEnv): number {
  const { least, most } = LIMIT_RANGES.callTimeoutMs;
  return wholeNumber(env, 'LEGACY_TIMEOUT_MS', String(DEFAULT_LIMITS.callTimeoutMs), most, least);
}

function soapAccount(env: NodeJS.ProcessEnv, system: string, defaults: LegacyLimits) {
  return {
    endpoint: required(env, `${system}_URL`),
    user: required(env, `${system}_USER`),
    password: required(env, `${system}_PASSWORD`),
    limits: readLimits(env, system, defaults),
  };
}

function oracleAccount(env: NodeJS.ProcessEnv, system: string, defaults: LegacyLimits) {
  return {
    connectString: required(env, `${system}_CONNECT`),
    user: required(env, `${system}_USER`),
    password: required(env, `${system}_PASSWORD`),
    clientDir: env.ORACLE_CLIENT_DIR || null,
    limits: readLimits(env, system, { ...defaults, concurrency: ORACLE_SESSIONS }),
  };
}

function byName<Value>(value: (name: SubgraphName) => Value): Record<SubgraphName, Value> {
  return Object.fromEntries(SUBGRAPHS.map((name) => [name, value(name)])) as Record<SubgraphName, Value>;
}

function variable(name: SubgraphName, what: string): string {
  return `SUBGRAPH_${name.toUpperCase().replace('-', '_')}_${what}`;
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (value) return value;
  throw new Error(`缺少设置 ${name} / the setting ${name} is missing`);
}

/** Anything but digits would be no number, and a timeout that is none is over at once. */
function wholeNumber(env: NodeJS.ProcessEnv, name: string, standard: string, most: number, least = 0): number {
  const text = env[name] || standard;
  if (/^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
  throw new Error(
    `${name} 应为 ${least} 到 ${most} 的整数 / ${name} is a whole number from ${least} to ${most}: ${text}`,
  );
}
