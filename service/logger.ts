import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { destination, type Logger, pino } from 'pino';

/** Structured lines of JSON, to the file named by LOG_FILE or to standard output. What is logged has no personal data: callers see to it. */
export function createLogger(name: string, env: NodeJS.ProcessEnv = process.env): Logger {
  const file = env.LOG_FILE;
  if (file !== undefined) mkdirSync(dirname(file), { recursive: true });
  return pino(
    { name, level: env.LOG_LEVEL ?? 'info', base: { process: name }, timestamp: pino.stdTimeFunctions.isoTime },
    destination({ dest: file ?? 1, sync: true }),
  );
}
