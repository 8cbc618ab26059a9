import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const run = promisify(execFile);
const script = fileURLToPath(new URL('./print-hearing.ts', import.meta.url));

it.each([
  ['Asia/Shanghai', -480],
  ['UTC', 0],
  ['America/New_York', 240],
  ['Pacific/Kiritimati', -840],
])('times without a zone are Chinese time, also where the process runs in %s', async (TZ, offset) => {
  const { stdout } = await run(process.execPath, [script], { env: { ...process.env, TZ } });
  expect(JSON.parse(stdout)).toEqual({
    offset,
    startsAt: '2025-06-24T09:00:00+08:00',
    docketedOn: '2025-05-29',
    trialLimitOn: '2025-07-29',
  });
});
