import { isIPv6 } from 'node:net';
import { TokenBuckets } from '#gateway/limits/token-buckets.ts';
import { Refusal } from '#gateway/request/refusal.ts';
import type { RequestState } from '#gateway/request/state.ts';
import { GraphError } from '#schema/errors/graph-error.ts';

/** What one user may use up in a time. Anonymous requests count for the address that they come from. 0 is no limit. */
export interface UserLimits {
  /** Requests a second, and so many at once. @default 50 */
  readonly requestsPerSecond: number;
  /** Numbers asked a minute that answer nothing. @default 600 */
  readonly missesPerMinute: number;
  /** Cost of all operations under way at a time. One alone is always let through. @default 20000000 */
  readonly concurrentCost: number;
}

export const DEFAULT_USER_LIMITS: UserLimits = {
  requestsPerSecond: 50,
  missesPerMinute: 600,
  concurrentCost: 20_000_000,
};
export const NO_USER_LIMITS: UserLimits = { requestsPerSecond: 0, missesPerMinute: 0, concurrentCost: 0 };

/** Who asks: a request's state, as far as it tells. */
export type Asker = Pick<RequestState, 'caller' | 'source'>;

/** Keeps each user within his share of this process. Every method throws a {@link Refusal} RATE_LIMITED with `Retry-After` where he is not. */
export interface Throttle {
  /**
   * Counts one request. `note` is called first where it belongs on record: whatever is let through, and of what is not, one a second for
   * each user, so that a flood fills no log.
   */
  admit(asker: Asker, note?: () => void): void;
  /** Counts an operation's cost until the function that it returns is called. */
  begin(asker: Asker, cost: number): () => void;
  /**
   * Takes for so many numbers asked that they may all answer nothing; the function that it returns is told how many did, and gives back
   * the rest. It is not called where nobody learnt the answer: then all count.
   */
  reserveMisses(asker: Asker, numbers: number): (misses: number) => void;
}

/** Many people may stand behind one address. */
const PEOPLE_AT_AN_ADDRESS = 4;

export function createThrottle(limits: UserLimits, now?: () => number): Throttle {
  const { requestsPerSecond, missesPerMinute, concurrentCost } = limits;
  const buckets = (perSecond: number, burst: number) => new TokenBuckets({ perSecond, burst, ...(now && { now }) });
  const atAddress = requestsPerSecond * PEOPLE_AT_AN_ADDRESS;
  // Apart, so that no flood from many addresses makes a user's count forgotten.
  const requests = {
    user: buckets(requestsPerSecond, requestsPerSecond),
    address: buckets(atAddress, atAddress),
  };
  const refusals = { user: buckets(1, 1), address: buckets(1, 1) };
  const misses = {
    user: buckets(missesPerMinute / 60, missesPerMinute),
    address: buckets(missesPerMinute / 60, missesPerMinute),
  };
  const costs = new Map<string, number>();

  return {
    admit(asker, note = () => {}) {
      const kind = kindOf(asker);
      const key = keyOf(asker);
      const waitMs = requests[kind].take(key);
      if (waitMs <= 0 || refusals[kind].take(key) <= 0) note();
      refuseAfter(waitMs, REQUESTS);
    },
    begin(asker, cost) {
      const key = `${kindOf(asker)} ${keyOf(asker)}`;
      const underWay = costs.get(key) ?? 0;
      if (concurrentCost > 0 && underWay > 0 && underWay + cost > concurrentCost) refuseAfter(1000, UNDER_WAY);
      costs.set(key, underWay + cost);
      return () => {
        const left = (costs.get(key) ?? 0) - cost;
        if (left > 0) costs.set(key, left);
        else costs.delete(key);
      };
    },
    reserveMisses(asker, numbers) {
      const [budget, key] = [misses[kindOf(asker)], keyOf(asker)];
      if (numbers > 0) refuseAfter(budget.take(key, numbers), MISSES);
      return (missed) => budget.giveBack(key, numbers - missed);
    },
  };
}

const kindOf = ({ caller }: Asker) => (caller === null ? 'address' : 'user');

function keyOf({ caller, source }: Asker): string {
  return caller === null ? networkOf(source ?? '') : JSON.stringify([caller.issuer, caller.sub]);
}

/** An IPv4 address, or of an IPv6 one the first 64 bits: one host has all the others for itself (RFC 4291 §2.5.4). */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%', 1)[0]?.toLowerCase().split('::') ?? [];
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}

const REQUESTS = { zh: '请求过于频繁', en: 'Too many requests' };
const UNDER_WAY = { zh: '同时执行的查询过大', en: 'The operations under way at the same time are too large' };
const MISSES = { zh: '查无结果的编号过多', en: 'Too many numbers were asked that answer nothing' };

function refuseAfter(waitMs: number, { zh, en }: { zh: string; en: string }): void {
  if (waitMs <= 0) return;
  const seconds = Math.ceil(waitMs / 1000);
  const error = new GraphError('RATE_LIMITED', {
    zh: `${zh}，请 ${seconds} 秒后再试。`,
    en: `${en}: try again in ${seconds} s.`,
  });
  throw new Refusal(429, [error], { 'retry-after': String(seconds) });
}
