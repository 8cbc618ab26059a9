import { describe, expect, it } from '@jest/globals';
import { answersOf } from '#adapters/systems/answers.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { createLoader } from '#subgraphs/kit/loader.ts';

/** A port's batch method that knows the keys which begin with k, and notes its calls. */
function port(options: Parameters<typeof createLoader<string, string>>[1] = {}) {
  const calls: string[][] = [];
  const batch = async (keys: readonly string[]) => {
    calls.push([...keys]);
    return new Map(keys.filter((key) => key.startsWith('k')).map((key) => [key, key.toUpperCase()]));
  };
  return { calls, loader: createLoader(batch, options) };
}

describe('a loader', () => {
  it('asks once for all keys of a moment, each key once, and puts each value in its place', async () => {
    const { calls, loader } = port();
    expect(await Promise.all(['k2', 'k1', 'x', 'k2'].map((key) => loader.load(key)))).toEqual(['K2', 'K1', null, 'K2']);
    expect(calls).toEqual([['k2', 'k1', 'x']]);
    await loader.load('k1');
    expect(calls).toHaveLength(1);
  });

  it('asks for at most fifty at once', async () => {
    const { calls, loader } = port();
    await loader.loadMany(Array.from({ length: 101 }, (_, index) => `k${index}`));
    expect(calls.map(({ length }) => length)).toEqual([50, 50, 1]);
  });

  it('takes other keys along where there is room, never in a list of their own', async () => {
    const alongside = new Set(['k1', 'k3', 'x', 'k4']);
    const { calls, loader } = port({ maxBatch: 4, alongside });
    expect(calls).toEqual([]);
    await loader.loadMany(['k1', 'k2']);
    expect(await Promise.all(['k3', 'x', 'k4'].map((key) => loader.load(key)))).toEqual(['K3', null, 'K4']);
    expect(calls).toEqual([['k1', 'k2', 'k3', 'x'], ['k4']]);
  });

  it('a list that fails does so for what went along, too', async () => {
    const loader = createLoader(() => Promise.reject(new Error('down')), { alongside: new Set(['b']) });
    await expect(loader.load('a')).rejects.toThrow('down');
    await expect(loader.load('b')).rejects.toThrow('down');
  });

  it.each(['__proto__', 'constructor'])('a key called %s is a key that is not there', async (key) => {
    expect(await port().loader.load(key)).toBeNull();
  });

  it('fails for a record that cannot be read, and for no other', async () => {
    const error = new DepartmentError('DEPARTMENT_DATA_INVALID', { department: 'COURT', system: '12368' });
    const loader = createLoader(async () =>
      answersOf<string, string>([
        ['bad', error],
        ['good', 'x'],
      ]),
    );
    expect(await loader.loadMany(['bad', 'good', 'none'])).toEqual([error, 'x', null]);
  });

  it('fails for every key of the list, and is not asked a second time in the same request', async () => {
    let calls = 0;
    const loader = createLoader(async () => {
      calls += 1;
      throw new Error('down');
    });
    const both = () => Promise.allSettled([loader.load('a'), loader.load('b')]);
    expect((await both()).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await both();
    expect(calls).toBe(1);
  });
});
