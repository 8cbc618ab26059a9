import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { DOWN, guarded, outcome, settle } from '#adapters/connector/guard.fixture.ts';

const KEY = { shareKey: '["（2025）鲁9999刑初999901号"]' };

describe('equal reads under way', () => {
  it.each([
    ['are one call', KEY, KEY, 1],
    ['of other arguments are not', KEY, { shareKey: '["other"]' }, 2],
    ['with other rights are not', KEY, { ...KEY, rights: 'other' }, 2],
    ['that are not to be shared are not', { shareKey: null }, { shareKey: null }, 2],
    ['that change something are not', { ...KEY, isRead: false }, { ...KEY, isRead: false }, 2],
  ])('%s', async (_what, one, other, reaching) => {
    const { ask, reached, told } = guarded();
    const all = [outcome(ask('q', one)), outcome(ask('q', other))];
    await settle();
    expect(reached).toHaveLength(reaching);
    const value = Object.freeze(['same']);
    for (const each of reached) each.answer(value);
    for (const each of await Promise.all(all)) expect(each).toBe(value);
    expect(told.map((each) => [each.outcome, each.attempts])).toEqual([
      ['ok', 1],
      reaching === 1 ? ['shared', 0] : ['ok', 1],
    ]);
  });

  it('of another operation are not one call', async () => {
    const { ask, reached } = guarded();
    const all = [outcome(ask('a', KEY)), outcome(ask('b', KEY))];
    await settle();
    expect(reached.map(({ operation }) => operation)).toEqual(['a', 'b']);
    for (const each of reached) each.answer(1);
    await Promise.all(all);
  });

  it('are asked anew when the first has ended', async () => {
    const { ask, reached } = guarded();
    for (const answer of ['one', 'two']) {
      const call = outcome(ask('q', KEY));
      await settle();
      reached.at(-1)?.answer(answer);
      expect(await call).toBe(answer);
    }
    expect(reached).toHaveLength(2);
  });

  it('from before a change has ended are not given to who asks after it', async () => {
    const { ask, reached } = guarded();
    const before = outcome(ask('q', KEY));
    const change = outcome(ask('change', { isRead: false }));
    await settle();
    reached[1]?.answer('changed');
    await change;
    const after = outcome(ask('q', KEY));
    await settle();
    reached[0]?.answer('as it was');
    reached[2]?.answer('as it is');
    expect([await before, await after]).toEqual(['as it was', 'as it is']);
  });

  it('fail together', async () => {
    const { ask, reached } = guarded();
    const all = [outcome(ask('q', KEY)), outcome(ask('q', KEY))];
    await settle();
    reached[0]?.fail(DOWN());
    expect(await Promise.all(all)).toEqual(['UNAVAILABLE', 'UNAVAILABLE']);
  });
});

describe('callers of one call', () => {
  /** Three of them; each may go. */
  function three() {
    const before = guarded();
    const callers = [0, 1, 2].map(() => new AbortController());
    const all = callers.map(({ signal }) => outcome(before.ask('q', { ...KEY, signal })));
    return { ...before, all, go: (index: number) => callers[index]?.abort(), callers };
  }

  it('are freed one by one, and the call goes on for those who stay', async () => {
    const { all, go, reached, told } = three();
    await settle();
    go(0);
    expect(await all[0]).toBe('TIMEOUT');
    go(1);
    expect(await all[1]).toBe('TIMEOUT');
    expect(reached[0]?.signal.aborted).toBe(false);
    reached[0]?.answer('for the third');
    expect(await all[2]).toBe('for the third');
    expect(told.map((each) => each.outcome)).toEqual(['cancelled', 'cancelled', 'shared']);
  });

  it('end it when all of them have gone; who comes then is not given what was broken off', async () => {
    const { all, ask, go, reached } = three();
    await settle();
    for (const index of [2, 0, 1]) go(index);
    await settle();
    const next = outcome(ask('q', KEY));
    expect(await Promise.all(all)).toEqual(['TIMEOUT', 'TIMEOUT', 'TIMEOUT']);
    expect(reached.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    reached[1]?.answer('anew');
    expect(await next).toBe('anew');
  });

  it('do not end it where one of them cannot go', async () => {
    const { all, ask, go, reached } = three();
    const stays = outcome(ask('q', KEY));
    await settle();
    for (const index of [0, 1, 2]) go(index);
    await Promise.all(all);
    expect(reached[0]?.signal.aborted).toBe(false);
    reached[0]?.answer(1);
    expect(await stays).toBe(1);
  });

  it('have nothing left on their signals', async () => {
    const { all, callers, reached } = three();
    await settle();
    reached[0]?.answer(1);
    await Promise.all(all);
    for (const { signal } of callers) expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});
