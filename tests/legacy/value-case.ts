import type { XmlRecord } from '#adapters/soap/value.ts';

/** One class of values, asked through our connector and, for the table, through `soap` alone. */
export interface ValueCase {
  /** Its line in the table. */
  readonly values: string;
  ours(): Promise<unknown>;
  alone(): Promise<unknown>;
  /** What ours must give: the text as it stood on the wire, `undefined` for absent. */
  readonly expected: unknown;
}

/** What a service of `tests/legacy` says of values that it was sent: a line `name=VALUE` for each field. */
export function lineOf(understood: unknown, name: string): string | undefined {
  const lines = typeof understood === 'string' ? understood.split('\n') : [];
  return lines.find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** The value that names lead to; `undefined` where one of them leads nowhere. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (under, name) => (typeof under === 'object' && under !== null ? (under as XmlRecord)[name] : undefined),
    value,
  );
}
