import { randomUUID } from 'node:crypto';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';

/** What a command is given besides its options. */
export interface Means {
  readonly env: NodeJS.ProcessEnv;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** What an option gives, or standard input where it is `-`. */
  input(text: string): Promise<string>;
  /** The password that a file holds; from now on it is blanked out of whatever is printed. @throws UsageError */
  password(user: string, file: string): string;
}

/** Whom errors would name: they are told without. */
export const TOOL = { department: 'PLATFORM', system: 'legal-aid' } as const;

/** On nobody's behalf: what the system's own log gets. */
export function callOf({ signal }: Means): LegacyCall {
  return { requestId: randomUUID(), caller: 'npm-run-legacy', rights: 'npm-run-legacy', signal };
}
