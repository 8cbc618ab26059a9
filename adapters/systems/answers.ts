import { reading, type SystemOwner, UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';

/** By each key that the system knows, its record, or the error that stands for it alone where it could not be read. */
export function answersOf<Key extends string, Answer>(
  read: readonly (readonly [Key, Answer | DepartmentError])[],
): Map<Key, Answer> {
  const readable = read.flatMap(([key, answer]) => (answer instanceof DepartmentError ? [] : [[key, answer] as const]));
  const unreadable = read.flatMap(([key, answer]) =>
    answer instanceof DepartmentError ? [[key, answer] as const] : [],
  );
  return unreadable.length === 0 ? new Map(readable) : new PartlyUnreadable(readable, new Map(unreadable));
}

/**
 * Whoever asks for a record that could not be read gets its error, and whoever goes through all of them too, so that what cannot be read
 * never passes for what is not there.
 */
class PartlyUnreadable<Key extends string, Answer> extends Map<Key, Answer> {
  readonly #unreadable: ReadonlyMap<Key, DepartmentError>;

  constructor(readable: readonly (readonly [Key, Answer])[], unreadable: ReadonlyMap<Key, DepartmentError>) {
    super(readable);
    this.#unreadable = unreadable;
  }

  /** @throws DepartmentError DEPARTMENT_DATA_INVALID */
  override get(key: Key): Answer | undefined {
    const error = this.#unreadable.get(key);
    if (error) throw error;
    return super.get(key);
  }

  /** @throws DepartmentError */
  override [Symbol.iterator](): MapIterator<[Key, Answer]> {
    return this.entries();
  }

  override entries(): MapIterator<[Key, Answer]> {
    this.#requireAll();
    return super.entries();
  }

  override values(): MapIterator<Answer> {
    this.#requireAll();
    return super.values();
  }

  override forEach(visit: (answer: Answer, key: Key, answers: Map<Key, Answer>) => void): void {
    for (const [key, answer] of this) visit(answer, key, this);
  }

  #requireAll(): void {
    for (const error of this.#unreadable.values()) throw error;
  }
}

/** What was asked, and by which element or column each record of the answer tells to what it belongs. */
export interface Asked<Key extends string, Row> {
  readonly keys: readonly Key[];
  readonly field: string;
  /** @throws UnreadableField where there is none */
  keyOf(row: Row): Key;
}

/**
 * What `read` makes of the records of each key. One that cannot be read fails alone: the others are none the worse for it.
 * @throws DepartmentError DEPARTMENT_DATA_INVALID where a record has no key, or one that was not asked for: then the answer
 * is not what it seems
 */
export function readAnswers<Key extends string, Row, Answer>(
  owner: SystemOwner,
  rows: readonly Row[],
  asked: Asked<Key, Row>,
  read: (rows: readonly Row[]) => Answer,
): [Key, Answer | DepartmentError][] {
  const groups = reading(owner, () => rowsByKey(rows, asked));
  return [...groups].map(([key, own]) => [key, readAlone(owner, () => read(own))]);
}

/** The records of each key. @throws UnreadableField where one was not asked for */
export function rowsByKey<Key extends string, Row>(
  rows: readonly Row[],
  { keys, field, keyOf }: Asked<Key, Row>,
): Map<Key, Row[]> {
  const groups = Map.groupBy(rows, keyOf);
  for (const key of groups.keys()) {
    if (!keys.includes(key)) throw new UnreadableField(field, 'is not one that was asked for');
  }
  return groups;
}

/** The one record of a key. @throws UnreadableField */
export function only<Row>(field: string, [row, ...more]: readonly Row[]): Row {
  if (row === undefined || more.length > 0) throw new UnreadableField(field, 'does not come once');
  return row;
}

/** A record of a page that cannot be read. It keeps its place by its key as it stands there, so that the pages go on behind it. */
export class UnreadableRecord {
  readonly key: string;
  readonly error: DepartmentError;

  constructor(key: string, error: DepartmentError) {
    this.key = key;
    this.error = error;
  }
}

/**
 * What `read` makes of each record of a page, or what stands in its place. Pages go by the keys as they stand: one that is no number of any
 * form is for `read` to refuse. @throws UnreadableField where a record has no key
 */
export function readPage<Row, Answer>(
  owner: SystemOwner,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  read: (row: Row) => Answer,
): (Answer | UnreadableRecord)[] {
  return rows.map((row) => {
    const key = keyOf(row);
    const answer = readAlone(owner, () => read(row));
    return answer instanceof DepartmentError ? new UnreadableRecord(key, answer) : answer;
  });
}

function readAlone<Answer>(owner: SystemOwner, read: () => Answer): Answer | DepartmentError {
  try {
    return reading(owner, read);
  } catch (error) {
    if (error instanceof DepartmentError) return error;
    throw error;
  }
}
