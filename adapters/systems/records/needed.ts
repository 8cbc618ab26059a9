import { UnreadableField } from '#adapters/systems/unreadable-field.ts';

/** The value of a field that must have one. @throws UnreadableField */
export function required<Value>(field: string, value: Value | null): Value {
  if (value === null) throw new UnreadableField(field, 'is missing');
  return value;
}

/** What a parser made of a value that is there. @throws UnreadableField where it could make nothing of it */
export function readable<Value>(field: string, value: Value | null): Value {
  if (value === null) throw new UnreadableField(field, 'cannot be read');
  return value;
}

/** The meaning of a code; `null` where there is none. An unknown one is an error: the graph has no word for it. @throws UnreadableField */
export function meaningOf<Meaning>(
  field: string,
  code: string | null,
  list: ReadonlyMap<string, Meaning>,
): Meaning | null {
  if (code === null) return null;
  const meaning = list.get(code);
  if (meaning === undefined) throw new UnreadableField(field, 'has an unknown code');
  return meaning;
}
