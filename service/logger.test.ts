import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createLogger } from '#service/logger.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const logged = (env: NodeJS.ProcessEnv) => {
  const file = join(folder, 'new', 'court.log');
  const logger = createLogger('court', { LOG_FILE: file, ...env });
  logger.debug('detail');
  logger.info({ port: 1 }, 'started');
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
};

it('writes a line of JSON at once, with the process and the time', () => {
  const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);
  expect(logged({})).toEqual([{ level: 30, time: at, process: 'court', name: 'court', port: 1, msg: 'started' }]);
});

it('says more where LOG_LEVEL asks for it', () => {
  expect(logged({ LOG_LEVEL: 'debug' }).map(({ msg }) => msg)).toEqual(['detail', 'started']);
});
