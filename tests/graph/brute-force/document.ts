import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
} from 'graphql';
import { ROOT } from '#tests/harness/process.ts';

/** A field at one place of the document, and what is asked of its value. */
export interface Asked {
  readonly name: string;
  /** `Type.field`. */
  readonly coordinate: string;
  readonly within: readonly Asked[];
}

type Types = ReadonlyMap<string, readonly FieldDefinitionNode[]>;

/** The whole of what the graph has of a case: every field of every type that can be reached, at every place where it can be. */
export function everythingOf(type: string, types: Types = graphTypes()): readonly Asked[] {
  return fieldsOf(type, [type], types, new Set());
}

/** As a selection set. */
export function print(asked: readonly Asked[]): string {
  return `{ ${asked.map(({ name, within }) => (within.length > 0 ? `${name} ${print(within)}` : name)).join(' ')} }`;
}

/** Every `Type.field` that is asked, once. */
export function coordinatesIn(asked: readonly Asked[]): ReadonlySet<string> {
  return new Set(asked.flatMap(({ coordinate, within }) => [coordinate, ...coordinatesIn(within)]));
}

/**
 * Where the way leads back to a type that it came through, only what is no object is asked: it would lead on for ever. An agency, which is
 * in the public directory, is asked whole where a field is met first, and by its code where it is met again.
 */
function fieldsOf(type: string, through: readonly string[], types: Types, met: Set<string>): readonly Asked[] {
  return (types.get(type) ?? []).flatMap(({ name: { value: name }, type: of }) => {
    const coordinate = `${type}.${name}`;
    const next = namedType(of);
    if (!types.has(next)) return [{ name, coordinate, within: [] }];
    if (through.at(-1) === BACK) return [];
    const within = fieldsOf(next, [...through, through.includes(next) ? BACK : next], types, met);
    const isAgain = next === 'Agency' && met.has(coordinate);
    met.add(coordinate);
    return [{ name, coordinate, within: isAgain ? within.slice(0, 1) : within }];
  });
}

const BACK = '…';

function graphTypes(): Types {
  const supergraph = parse(readFileSync(join(ROOT, 'schema/generated/supergraph.graphql'), 'utf8'));
  return new Map(objectTypes(supergraph).map(({ name, fields = [] }) => [name.value, fields.filter(isAskable)]));
}

function objectTypes({ definitions }: DocumentNode): ObjectTypeDefinitionNode[] {
  return definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION);
}

/** What subgraphs tell each other is not in the graph. */
function isAskable({ directives = [] }: FieldDefinitionNode): boolean {
  return directives.every(({ name }) => name.value !== 'inaccessible');
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
