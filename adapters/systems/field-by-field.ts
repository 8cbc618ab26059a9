import { reading, type SystemOwner } from '#adapters/systems/unreadable-field.ts';

/** How each field of a record is read. All throw UnreadableField. */
export type Readers<Fields> = { readonly [Field in keyof Fields]: () => Fields[Field] };

/**
 * A record whose fields are read when they are asked for, so that one that cannot be read is an error at its own field and the others are
 * none the worse for it. What is read before stands in `known`: keys, what decides who may see the record, and what a record must have
 * (the graph's fields that are never null), without which it is none.
 * @throws DepartmentError DEPARTMENT_DATA_INVALID, from a field
 */
export function fieldByField<Known extends object, Fields extends object>(
  owner: SystemOwner,
  known: Known,
  readers: Readers<Fields>,
): Known & Fields {
  const record = { ...known };
  for (const [field, read] of Object.entries<() => unknown>(readers)) {
    Object.defineProperty(record, field, { enumerable: true, get: once(() => reading(owner, read)) });
  }
  return record as Known & Fields;
}

/** A list is the same list each time it is asked for. */
function once<Value>(read: () => Value): () => Value {
  let found: { readonly value: Value } | null = null;
  return () => {
    found ??= { value: read() };
    return found.value;
  };
}
