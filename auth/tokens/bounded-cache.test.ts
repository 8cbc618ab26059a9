import { describe, expect, it } from '@jest/globals';
import { BoundedCache } from '#auth/tokens/bounded-cache.ts';

describe('BoundedCache', () => {
  it('never holds more than its size, and lets go of what was used least recently', () => {
    const cache = new BoundedCache<number>(2, () => 0);
    cache.set('a', 1, 10);
    cache.set('b', 2, 10);
    expect(cache.get('a')).toBe(1);
    cache.set('c', 3, 10);
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
    expect(cache.size).toBe(2);
  });

  it('gives nothing from the moment on at which a value stops counting', () => {
    let now = 0;
    const cache = new BoundedCache<number>(2, () => now);
    cache.set('a', 1, 10);
    now = 9;
    expect(cache.get('a')).toBe(1);
    now = 10;
    expect(cache.get('a')).toBeUndefined();
    expect(cache.size).toBe(0);
  });
});
