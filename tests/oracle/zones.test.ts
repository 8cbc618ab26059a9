import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ORACLE_TYPES } from '#simulators/oracle/engine.ts';
import { echo, query } from '#simulators/oracle/testing/fake-engine.ts';
import { type Oracle, startOracle } from '#tests/oracle/harness.ts';

const SELECT = 'SELECT DATES FROM DUAL';
/** The second and third stand where clocks were put forward, in New York and in Shanghai. */
const WALLS = ['2025-05-30T10:05:00', '2025-03-09T02:30:00', '1986-05-04T02:30:00', '0099-12-31T23:59:59.000000001'];
const MOMENTS = ['2025-03-09T02:30:00.5-05:00', '2025-07-01T00:00:00+08:00'];
/** The stand-in keeps the moment of a bind, and not its offset. */
const MOMENTS_KEPT = ['2025-03-09T07:30:00.5+00:00', '2025-06-30T16:00:00+00:00'];
const ECHO = `SELECT ${[...WALLS, ...MOMENTS].map((_, index) => `:${index + 1}`).join(', ')} FROM DUAL`;

let oracle: Oracle;
beforeAll(async () => {
  oracle = await startOracle();
  const typed = (texts: readonly string[], type: number, name: string) =>
    texts.map((_, index) => ({ name: `${name}${index}`, type, maxSize: 13 }));
  const columns = [...typed(WALLS, ORACLE_TYPES.TIMESTAMP, 'T'), ...typed(MOMENTS, ORACLE_TYPES.TIMESTAMP_TZ, 'TZ')];
  oracle.engine.on(SELECT, () => query(columns, [[...WALLS, ...MOMENTS].map((text) => text.replace('T', ' '))]));
  oracle.engine.on(ECHO, echo);
});
afterAll(() => oracle.stop());

it.each([
  ['Asia/Shanghai', -8],
  ['America/New_York', 4],
])('dates are read and sent as they are written by a process in %s', async (TZ, hours) => {
  const script = fileURLToPath(new URL('read-dates.ts', import.meta.url));
  const env = { ...process.env, TZ, NODE_OPTIONS: '--no-warnings' };
  const { stdout } = await promisify(execFile)(process.execPath, [script, String(oracle.proxy.port), SELECT, ECHO], {
    env,
  });
  expect(JSON.parse(stdout)).toEqual({
    hours,
    read: [...WALLS, ...MOMENTS],
    sent: [...WALLS, ...MOMENTS_KEPT],
  });
  expect(oracle.engine.timeZones.at(-1)).toBe('+08:00');
});
