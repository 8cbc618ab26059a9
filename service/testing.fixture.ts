import { pino } from 'pino';

/** A logger whose lines a test reads. */
export function listeningLogger() {
  const lines: Record<string, unknown>[] = [];
  const logger = pino({ base: null, timestamp: false }, { write: (line: string) => lines.push(JSON.parse(line)) });
  return { logger, lines };
}
