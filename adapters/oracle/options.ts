import type { ConnectorLogger } from '#adapters/connector/guard.ts';
import { DEFAULT_LIMITS, type LegacyLimits } from '#adapters/connector/limits.ts';
import { type CallObserver, UNOBSERVED } from '#adapters/connector/observe.ts';
import type { DatabaseCharset } from '#adapters/oracle/characters.ts';
import type { Department, SystemName } from '#schema/departments.ts';

export interface OracleConnectorOptions {
  /** `host:port/service` or a full descriptor. */
  readonly connectString: string;
  readonly user: string;
  readonly password: string;
  /** How much the database may be asked, and how long waited for: sessions are as many as `concurrency`. @default 4 of them, the others as in `DEFAULT_LIMITS` */
  readonly limits?: Partial<LegacyLimits>;
  /** Of one answer, unless its statement says otherwise. @default 10000 */
  readonly maxRows?: number;
  /** The same, of all that comes on the wire. @default 16 MiB */
  readonly maxBytes?: number;
  /** After so long without work a session is closed. @default 60000 */
  readonly idleMs?: number;
  /** After so long a session serves no further call. @default 1800000 */
  readonly maxAgeMs?: number;
  /** One that was idle for longer is pinged before it is used. @default 30000 */
  readonly pingAfterMs?: number;
  /** The sessions' zone: of CURRENT_TIMESTAMP, and in which TIMESTAMP WITH LOCAL TIME ZONE is read. @default +08:00 */
  readonly sessionZone?: string;
  /** The database's character set: text with a character that it lacks is refused before it is sent. @default AL32UTF8 */
  readonly charset?: DatabaseCharset;
  /** `ORACLE_CLIENT_DIR`: Oracle's client libraries, for Thick mode; see README.md. @default Thin mode, which needs none */
  readonly clientDir?: string | null;
  /** Whom errors name. */
  readonly department: Department;
  readonly system: SystemName;
  /** @default none */
  readonly logger?: ConnectorLogger;
  /** @default nobody watches */
  readonly observer?: CallObserver;
}

/** Sessions are scarcer than connections of other protocols. */
const SESSIONS = 4;

/** The options with what they are by default. */
export function withDefaults(options: OracleConnectorOptions) {
  return {
    ...{ maxRows: 10_000, maxBytes: 16 * 1024 * 1024, idleMs: 60_000, maxAgeMs: 1_800_000, pingAfterMs: 30_000 },
    ...{ sessionZone: '+08:00', charset: 'AL32UTF8' as const, clientDir: null, observer: UNOBSERVED },
    ...options,
    limits: { ...DEFAULT_LIMITS, concurrency: SESSIONS, ...options.limits },
  };
}
