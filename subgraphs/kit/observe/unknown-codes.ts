import { Counter, type Registry } from 'prom-client';
import type { CodeBook } from '#schema/codes/code-book.ts';

/** Of the logger only what is needed. */
export interface WarningLogger {
  warn(fields: object, message: string): void;
}

/**
 * Tells IT that a list of codes has grown: a line when a scheme's first unknown code has come, and one a scheme with the count when
 * the returned function is called. Never the codes: a damaged field may hold anything.
 */
export function logUnknownCodes(book: CodeBook, logger: WarningLogger): () => void {
  const line = (scheme: string, count: number) => logger.warn({ scheme, count }, 'unknown codes');
  book.onFirstUnknown((scheme) => line(scheme, 1));
  return () => {
    for (const [scheme, count] of book.unknownCounts()) line(scheme, count);
  };
}

/** The counts for whoever watches `/metrics`, read from the book when it is asked. */
export function countUnknownCodes(book: CodeBook, registry: Registry): void {
  new Counter({
    name: 'zhengfa_unknown_codes_total',
    help: 'Codes that no list knows, by the list',
    labelNames: ['scheme'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [scheme, count] of book.unknownCounts()) this.inc({ scheme }, count);
    },
  });
}
