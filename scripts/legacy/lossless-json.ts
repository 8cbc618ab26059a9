import { UsageError } from './usage.ts';

/**
 * JSON in which a number becomes what `number` makes of the very text in which it was written (`1.10` stays `1.10`, `9007199254740993` is
 * not rounded), and a boolean its text.
 * @throws UsageError that repeats nothing of it: it may hold personal data
 */
export function parseJson(option: string, source: string, number: (text: string) => unknown): unknown {
  /** The third argument is younger than the types of TypeScript (ECMAScript: JSON.parse source text access). */
  const reviver = (_key: string, value: unknown, { source: text = '' }: { readonly source?: string }) => {
    if (typeof value === 'number') return number(text);
    return typeof value === 'boolean' ? text : value;
  };
  try {
    return JSON.parse(source, reviver as (this: unknown, key: string, value: unknown) => unknown);
  } catch {
    throw new UsageError(`${option} 不是 JSON`, `${option} is no JSON`);
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
