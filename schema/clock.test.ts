import { describe, expect, it } from '@jest/globals';
import { createClock } from '#schema/clock.ts';

describe('createClock', () => {
  it('stands still at nine of the day that it is given', () => {
    const clock = createClock({ today: '2025-06-16' });
    expect([clock.today(), clock.now(), clock.now()]).toEqual([
      '2025-06-16',
      '2025-06-16T09:00:00+08:00',
      '2025-06-16T09:00:00+08:00',
    ]);
  });

  it('otherwise goes with real time, in China', () => {
    const instants = [Date.UTC(2025, 5, 16, 15, 59, 59), Date.UTC(2025, 5, 16, 16)];
    const clock = createClock({ realTime: () => instants.shift() ?? Number.NaN });
    expect([clock.today(), clock.now()]).toEqual(['2025-06-16', '2025-06-17T00:00:00+08:00']);
  });

  it.each(['2025-02-29', 'tomorrow', ''])('refuses %j as a day', (today) => {
    expect(() => createClock({ today })).toThrow('yyyy-MM-dd');
  });
});
