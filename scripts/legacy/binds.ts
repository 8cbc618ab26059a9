import type { Bind, BindKind } from '#adapters/oracle/binds.ts';
import { isObject, parseJson } from './lossless-json.ts';
import { UsageError } from './usage.ts';

const KINDS = [
  'text',
  'ntext',
  'number',
  'date',
  'timestamp',
  'timestamptz',
  'raw',
  'clob',
  'blob',
] as const satisfies BindKind[];

/** A number of JSON, as it was written. */
class Digits {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * Binds by place (`["A", 1]`) or by name (`{"no": "A"}`): a text is sent as VARCHAR2, a number as NUMBER with the very digits that were
 * written, anything else as `{"kind": "date", "value": "2025-06-16T00:00:00"}` says.
 * @throws UsageError
 */
export function bindsIn(source: string): readonly Bind[] | Readonly<Record<string, Bind>> {
  const given = parseJson('--binds', source, (text) => new Digits(text));
  if (Array.isArray(given)) return given.map((each: unknown, index) => bindOf(String(index + 1), each));
  if (isObject(given) && !(given instanceof Digits))
    return Object.fromEntries(Object.entries(given).map(([name, each]) => [name, bindOf(name, each)]));
  throw new UsageError('--binds 应为数组或对象', '--binds is an array or an object');
}

function bindOf(name: string, given: unknown): Bind {
  if (given === null || typeof given === 'string') return given;
  if (given instanceof Digits) return { kind: 'number', value: given.text };
  if (isObject(given)) {
    const kind = KINDS.find((each) => each === given.kind);
    const { value } = given;
    if (kind !== undefined && (value === null || typeof value === 'string')) return { kind, value };
  }
  throw new UsageError(
    `绑定变量 ${name} 应为文本、数字、null 或 {"kind", "value"}`,
    `the bind ${name} is a text, a number, null or {"kind", "value"}, the kind one of ${KINDS.join(', ')}`,
  );
}
