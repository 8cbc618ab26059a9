import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Who may run a document: people of an office, or parties and their lawyers, who have a list of their own (WORLD 3). */
export const AUDIENCES = ['staff', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** One registered document. A changed document is another one: clients in use still ask for the former, until it is removed. */
export interface TrustedOperation {
  /** SHA-256 of the document's text in UTF-8, hex. */
  readonly id: string;
  /** The name of its one operation. */
  readonly name: string;
  readonly for: readonly Audience[];
  readonly document: string;
}

export type TrustedOperations = ReadonlyMap<string, TrustedOperation>;

export function operationId(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}

/** `TRUSTED_OPERATIONS`. @default the list of this repository */
export function trustedOperationsFile(env: NodeJS.ProcessEnv): string {
  const own = join(import.meta.dirname, '..', '..', 'schema', 'operations', 'trusted.json');
  return env.TRUSTED_OPERATIONS ? resolve(env.INIT_CWD ?? '', env.TRUSTED_OPERATIONS) : own;
}

/** Throws one sentence that names the file where it cannot be read, or says of a document what it is not. */
export function loadTrustedOperations(file: string): TrustedOperations {
  try {
    return readTrustedOperations(readFileSync(file, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'unknown';
    throw new Error(
      `查询登记表 ${file} 无法使用，请运行 npm run operations -- check / the list of trusted operations ${file} cannot be used, run npm run operations -- check: ${reason}`,
      { cause },
    );
  }
}

/** @throws Error for text that is no such list, and for an id that is not its document's */
export function readTrustedOperations(text: string): TrustedOperations {
  const list: unknown = JSON.parse(text);
  if (!Array.isArray(list)) throw new Error('it is no list');
  const operations = list.map(readOne);
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  if (byId.size < operations.length) throw new Error('an id occurs twice');
  return byId;
}

function readOne(entry: unknown, index: number): TrustedOperation {
  const { id, name, for: audiences, document } = (entry ?? {}) as Record<string, unknown>;
  const isFor = Array.isArray(audiences) && audiences.length > 0 && audiences.every(isAudience);
  if (typeof document !== 'string' || typeof name !== 'string' || !isFor)
    throw new Error(`entry ${index + 1} is not {id, name, for, document}`);
  if (id !== operationId(document)) throw new Error(`the id of entry ${index + 1} is not its document’s`);
  return { id, name, for: audiences, document };
}

function isAudience(word: unknown): word is Audience {
  return (AUDIENCES as readonly unknown[]).includes(word);
}
