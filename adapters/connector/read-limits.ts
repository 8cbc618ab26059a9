import type { LegacyLimits } from '#adapters/connector/limits.ts';
import { parseWindows, WINDOWS_FORMAT } from '#adapters/connector/maintenance.ts';

type NumberLimit = Exclude<keyof LegacyLimits, 'closed'>;

/** How a limit is set, and within what it is safe: for the system, and for those who wait for it. */
interface Range {
  /** What its setting is called after the system's name: `COURT_12368_CONCURRENCY`. */
  readonly setting: string;
  readonly least: number;
  readonly most: number;
  /** @default 0 */
  readonly decimals?: number;
}

/** A call's time is within what the gateway gives a subgraph; times within it are no longer than it is. */
export const LIMIT_RANGES: Readonly<Record<NumberLimit, Range>> = {
  callTimeoutMs: { setting: 'CALL_TIMEOUT_MS', least: 100, most: 15_000 },
  connectTimeoutMs: { setting: 'CONNECT_TIMEOUT_MS', least: 100, most: 15_000 },
  firstByteTimeoutMs: { setting: 'FIRST_BYTE_TIMEOUT_MS', least: 100, most: 15_000 },
  concurrency: { setting: 'CONCURRENCY', least: 1, most: 64 },
  queue: { setting: 'QUEUE', least: 0, most: 1000 },
  ratePerSecond: { setting: 'RATE', least: 0.1, most: 1000, decimals: 1 },
  burst: { setting: 'BURST', least: 1, most: 1000 },
  breakerFailures: { setting: 'BREAKER_FAILURES', least: 1, most: 100 },
  breakerShare: { setting: 'BREAKER_SHARE', least: 1, most: 100 },
  breakerWindowMs: { setting: 'BREAKER_WINDOW_MS', least: 1000, most: 600_000 },
  breakerOpenMs: { setting: 'BREAKER_OPEN_MS', least: 100, most: 600_000 },
  refusedOpenMs: { setting: 'BREAKER_REFUSED_MS', least: 100, most: 3_600_000 },
  retries: { setting: 'RETRIES', least: 0, most: 3 },
  retryShare: { setting: 'RETRY_SHARE', least: 0, most: 50 },
};
export const CLOSED_SETTING = 'CLOSED';
const WITHIN_THE_CALL: readonly NumberLimit[] = ['connectTimeoutMs', 'firstByteTimeoutMs'];

/**
 * The limits of one system: what `<SYSTEM>_…` says, and `defaults` for the rest.
 * @throws RangeError that names the setting and says what is allowed, in Chinese and English
 */
export function readLimits(
  env: Readonly<Record<string, string | undefined>>,
  system: string,
  defaults: LegacyLimits,
): LegacyLimits {
  const limits: { -readonly [Limit in keyof LegacyLimits]: LegacyLimits[Limit] } = { ...defaults };
  for (const [limit, range] of Object.entries(LIMIT_RANGES) as [NumberLimit, Range][]) {
    const name = `${system}_${range.setting}`;
    const most = WITHIN_THE_CALL.includes(limit) ? limits.callTimeoutMs : range.most;
    const text = env[name];
    if (text) limits[limit] = numberIn(name, text, { ...range, most });
  }
  const name = `${system}_${CLOSED_SETTING}`;
  const closed = env[name];
  if (closed) limits.closed = windowsIn(name, closed);
  return limits;
}

function numberIn(name: string, text: string, { least, most, decimals = 0 }: Range): number {
  const pattern = decimals === 0 ? /^\d{1,7}$/ : /^\d{1,7}(\.\d)?$/;
  const value = pattern.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  const [zh, en] =
    decimals === 0 ? ['整数', 'a whole number'] : ['数（至多一位小数）', 'a number (one decimal at most)'];
  throw new RangeError(`${name} 应为 ${least} 到 ${most} 的${zh} / ${name} is ${en} from ${least} to ${most}: ${text}`);
}

function windowsIn(name: string, text: string): LegacyLimits['closed'] {
  try {
    return parseWindows(text);
  } catch (error) {
    const { message } = error as Error;
    const allowed = `(${WINDOWS_FORMAT}), +08:00`;
    throw new RangeError(
      `${name} 应为维护时段（北京时间，以分号分隔） / ${name} is a list of maintenance windows ${allowed}: ${message}`,
    );
  }
}
