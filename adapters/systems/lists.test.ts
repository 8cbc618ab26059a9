import { describe, expect, it } from '@jest/globals';
import { accountRefused, timedOut, unavailable, unreadable } from '#adapters/connector/failures.ts';
import { TurnedAway } from '#adapters/connector/turned-away.ts';
import { askInLists } from '#adapters/systems/lists.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';

const OWNER = { department: 'COURT', system: '12368' } as const;
const GARBLED = unreadable('garbled');
const REJECTED = unavailable('a fault: the request is wrong', false);

/** A system in memory that fails for any list with one of these keys in it; it does not know keys that begin with `x`. */
function system(bad: readonly string[], failure = GARBLED) {
  const lists: string[][] = [];
  const ask = async (keys: readonly string[]) => {
    lists.push([...keys]);
    const { code, retryable } = failure;
    if (keys.some((key) => bad.includes(key))) throw new DepartmentError(code, { ...OWNER, retryable, cause: failure });
    return keys
      .filter((key) => !key.startsWith('x'))
      .map((key) => [key, `of ${key}`] as const)
      .reverse();
  };
  return { ask, lists };
}

const keysOf = (count: number) => Array.from({ length: count }, (_, index) => `k${index}`);
/** Each key's answer, its error's code, or null. */
function seen(answers: ReadonlyMap<string, string>, keys: readonly string[]) {
  return keys.map((key) => {
    try {
      return answers.get(key) ?? null;
    } catch (error) {
      return (error as DepartmentError).code;
    }
  });
}

describe('keys asked in lists', () => {
  it('are asked once each, in lists that the system takes', async () => {
    const { ask, lists } = system([]);
    const keys = ['a', 'b', 'a', 'c', 'x1'];
    const answers = await askInLists(2, keys, ask);
    expect(lists).toEqual([
      ['a', 'b'],
      ['c', 'x1'],
    ]);
    expect(seen(answers, keys)).toEqual(['of a', 'of b', 'of a', 'of c', null]);
  });

  it('none are no call', async () => {
    const { ask, lists } = system([]);
    expect([(await askInLists(50, [], ask)).size, lists]).toEqual([0, []]);
  });

  it.each([
    [2, 1, GARBLED],
    [3, 2, REJECTED],
    [50, 0, GARBLED],
    [50, 31, REJECTED],
    [50, 49, GARBLED],
    [64, 17, GARBLED],
  ])('of %i, number %i alone fails where it is the one that makes its list fail', async (count, bad, failure) => {
    const keys = keysOf(count);
    const { ask, lists } = system([`k${bad}`], failure);
    const answers = await askInLists(count, keys, ask);
    expect(seen(answers, keys)).toEqual(keys.map((key, index) => (index === bad ? failure.code : `of ${key}`)));
    expect(lists.length - 1).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(count)));
  });

  it('fail alone in a list of their own beside another list', async () => {
    const keys = keysOf(51);
    const { ask, lists } = system(['k50']);
    const answers = seen(await askInLists(50, keys, ask), keys);
    expect([answers[50], answers.filter((answer) => answer?.startsWith('of')).length]).toEqual([GARBLED.code, 50]);
    expect(lists).toHaveLength(2);
  });

  it('fail alone where there are two, as far as the calls go', async () => {
    const keys = keysOf(50);
    const { ask, lists } = system(['k3', 'k44']);
    const answers = seen(await askInLists(50, keys, ask), keys);
    expect([answers[3], answers[44]]).toEqual(['DEPARTMENT_DATA_INVALID', 'DEPARTMENT_DATA_INVALID']);
    expect(answers.filter((answer) => answer?.startsWith('of')).length).toBeGreaterThan(25);
    expect(lists.length - 1).toBeLessThanOrEqual(12);
  });

  it('fail with their list’s error where nothing can be answered, after few calls: the system may be what is wrong', async () => {
    const keys = keysOf(50);
    const { ask, lists } = system(keys);
    await expect(askInLists(50, keys, ask)).rejects.toMatchObject({ code: 'DEPARTMENT_DATA_INVALID', cause: GARBLED });
    expect(lists).toHaveLength(1 + 2 + 4);
  });

  it.each([
    ['cannot be reached', unavailable('down', true)],
    ['is too slow', timedOut('slow')],
    ['refuses our account', accountRefused('locked')],
    ['is not to be called now', new TurnedAway('closed', 'closed', { retryable: false })],
  ])('are not split where the system %s', async (_what, failure) => {
    const { ask, lists } = system(['k1'], failure);
    await expect(askInLists(50, keysOf(50), ask)).rejects.toMatchObject({ code: failure.code });
    expect(lists).toHaveLength(1);
  });

  it('are not split for a fault of ours', async () => {
    let calls = 0;
    const ask = async () => {
      calls += 1;
      throw new TypeError('ours');
    };
    await expect(askInLists(50, keysOf(3), ask)).rejects.toThrow('ours');
    expect(calls).toBe(1);
  });

  it('fail for good where the system goes away while a list is split', async () => {
    const { ask, lists } = system(['k1']);
    const goingAway = async (keys: readonly string[]) => {
      if (lists.length === 2) throw new DepartmentError('DEPARTMENT_UNAVAILABLE', OWNER);
      return ask(keys);
    };
    await expect(askInLists(4, keysOf(4), goingAway)).rejects.toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE' });
  });
});
