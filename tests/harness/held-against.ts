/** How an answer differs from the one that everybody gave. */
export interface Difference {
  /** Paths at which a value or rows of a list are missing. */
  readonly lost: readonly string[];
  /** Paths at which something else stands: never so, whatever failed. */
  readonly changed: readonly string[];
}

/** Holds an answer's data against what it is when nothing fails. */
export function heldAgainst(honest: unknown, answer: unknown, path = ''): Difference {
  if (answer === null || answer === undefined) return { lost: honest === null ? [] : [path], changed: [] };
  if (Array.isArray(answer) && Array.isArray(honest)) return rows(honest, answer, path);
  if (!isObject(answer) || !isObject(honest)) return { lost: [], changed: Object.is(honest, answer) ? [] : [path] };
  return together(Object.keys(answer).map((name) => heldAgainst(honest[name], answer[name], join(path, name))));
}

/** Rows in their order; where some are missing each that is there must be one of those that were. */
function rows(honest: readonly unknown[], answer: readonly unknown[], path: string): Difference {
  if (honest.length === answer.length)
    return together(answer.map((row, index) => heldAgainst(honest[index], row, join(path, String(index)))));
  const known = new Set(honest.map((row) => JSON.stringify(row)));
  return { lost: [path], changed: answer.every((row) => known.has(JSON.stringify(row))) ? [] : [path] };
}

function together(differences: readonly Difference[]): Difference {
  return {
    lost: differences.flatMap(({ lost }) => lost),
    changed: differences.flatMap(({ changed }) => changed),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, step: string): string {
  return path === '' ? step : `${path}.${step}`;
}
