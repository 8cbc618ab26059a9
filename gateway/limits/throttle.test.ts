import { describe, expect, it } from '@jest/globals';
import type { Caller } from '#auth/caller.ts';
import { type Asker, createThrottle, NO_USER_LIMITS, networkOf } from '#gateway/limits/throttle.ts';
import type { Refusal } from '#gateway/request/refusal.ts';

const user = (sub: string, issuer = 'i'): Asker => ({ caller: { sub, issuer } as Caller, source: '10.0.0.1' });
const anonymous = (source: string | null): Asker => ({ caller: null, source });

function throttle(limits: Partial<typeof NO_USER_LIMITS>) {
  const clock = { now: 0 };
  return { ...createThrottle({ ...NO_USER_LIMITS, ...limits }, () => clock.now), clock };
}
/** `ok`, or the seconds of `Retry-After`. */
function outcome(work: () => unknown): string {
  try {
    work();
    return 'ok';
  } catch (thrown) {
    const { status, errors, headers } = thrown as Refusal;
    expect({ status, errors }).toMatchObject({ status: 429, errors: [{ code: 'RATE_LIMITED' }] });
    return headers['retry-after'] ?? '';
  }
}

describe('requests', () => {
  it('so many a second for each user, by issuer and subject', () => {
    const { admit, clock } = throttle({ requestsPerSecond: 2 });
    const ask = (asker: Asker) => outcome(() => admit(asker));
    expect([user('a'), user('a'), user('a'), user('b'), user('a', 'other')].map(ask)).toEqual([
      'ok',
      'ok',
      '1',
      'ok',
      'ok',
    ]);
    clock.now = 500;
    expect(ask(user('a'))).toBe('ok');
  });

  it('of nobody in particular, four times as many for each address', () => {
    const { admit } = throttle({ requestsPerSecond: 1 });
    const ask = (source: string | null) => outcome(() => admit(anonymous(source)));
    expect(Array(5).fill('10.0.0.1').map(ask)).toEqual(['ok', 'ok', 'ok', 'ok', '1']);
    expect([ask('10.0.0.2'), ask(null)]).toEqual(['ok', 'ok']);
  });

  it('are on record, of those refused one a second', () => {
    const { admit, clock } = throttle({ requestsPerSecond: 1 });
    const noted: string[] = [];
    const flood = (at: number, sub: string) => {
      clock.now = at;
      for (let each = 0; each < 10; each += 1) outcome(() => admit(user(sub), () => noted.push(`${sub} ${at}`)));
    };
    flood(0, 'a');
    flood(500, 'a');
    flood(1000, 'b');
    flood(1000, 'a');
    expect(noted).toEqual(['a 0', 'a 0', 'b 1000', 'b 1000', 'a 1000', 'a 1000']);
  });

  it('of many addresses make no user’s count forgotten', () => {
    const { admit } = throttle({ requestsPerSecond: 1 });
    admit(user('a'));
    for (let each = 0; each < 20_000; each += 1)
      admit(anonymous(`10.${each >> 16}.${(each >> 8) & 255}.${each & 255}`));
    expect(outcome(() => admit(user('a')))).toBe('1');
  });
});

describe('cost under way', () => {
  it('is bounded for each user; one operation alone is let through', () => {
    const { begin } = throttle({ concurrentCost: 100 });
    const end = begin(user('a'), 1000);
    expect(outcome(() => begin(user('a'), 1))).toBe('1');
    expect(outcome(() => begin(user('b'), 60))).toBe('ok');
    expect(outcome(() => begin(user('b'), 40))).toBe('ok');
    expect(outcome(() => begin(user('b'), 1))).toBe('1');
    end();
    expect(outcome(() => begin(user('a'), 1))).toBe('ok');
  });
});

describe('misses', () => {
  it('so many a minute, whatever is answered at the same time', () => {
    const { reserveMisses, clock } = throttle({ missesPerMinute: 60 });
    const ask = (numbers: number) => outcome(() => reserveMisses(user('a'), numbers));
    expect([ask(50), ask(20), ask(10), ask(1), ask(0)]).toEqual(['ok', '10', 'ok', '1', 'ok']);
    clock.now = 1000;
    expect([ask(1), ask(1)]).toEqual(['ok', '1']);
  });

  it('what was found is given back, what nobody learnt is not', () => {
    const { reserveMisses } = throttle({ missesPerMinute: 60 });
    const tell = reserveMisses(user('a'), 60);
    expect(outcome(() => reserveMisses(user('a'), 1))).toBe('1');
    tell(10);
    reserveMisses(user('a'), 50);
    expect(outcome(() => reserveMisses(user('a'), 1))).toBe('1');
  });
});

it('no limits are none', () => {
  const { admit, begin, reserveMisses } = throttle({});
  for (let times = 0; times < 1000; times += 1) {
    admit(user('a'));
    begin(user('a'), 1e9);
    reserveMisses(user('a'), 1e9);
  }
});

it.each([
  ['10.0.0.1', '10.0.0.1'],
  ['::ffff:10.0.0.1', '10.0.0.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:1:2::6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['', ''],
])('%s is of the network %s', (address, network) => expect(networkOf(address)).toBe(network));
