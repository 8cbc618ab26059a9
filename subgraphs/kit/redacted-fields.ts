import { defaultFieldResolver, type GraphQLField, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { redact } from '#auth/masking/redact.ts';
import { fieldRule } from '#auth/policies/fields.ts';

/** Masks of `fields.yaml` whose values were written by people, who may have written anything. */
const WRITTEN_BY_PEOPLE: ReadonlySet<string> = new Set(['freeText', 'name', 'officialName']);

/**
 * Lets no String of the schema leave the process before what is somebody's in it is blacked out, unless the policy's text says that nobody
 * writes such a thing there: a key, a code, a signature. A field that the text forgot is taken for free text.
 */
export function redactFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields()))
      if (getNamedType(field.type).name === 'String' && isWritten(`${type.name}.${field.name}`)) redactField(field);
  }
}

function isWritten(coordinate: string): boolean {
  const rule = fieldRule(coordinate);
  return rule === null || WRITTEN_BY_PEOPLE.has(rule.mask);
}

function redactField(field: GraphQLField<unknown, unknown>): void {
  const { resolve = defaultFieldResolver } = field;
  field.resolve = (...asked) => {
    const value = resolve(...asked);
    return value instanceof Promise ? value.then(redacted) : redacted(value);
  };
}

function redacted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redacted);
  return typeof value === 'string' ? redact(value) : value;
}
