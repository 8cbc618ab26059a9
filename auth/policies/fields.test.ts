import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import { FIELDS, fieldRule } from '#auth/policies/fields.ts';
import type { FieldRule } from '#auth/policies/policy-set.ts';

interface Field {
  readonly coordinate: string;
  readonly type: ObjectTypeDefinitionNode;
  readonly field: FieldDefinitionNode;
}

const supergraph = parse(readFileSync(join('schema', 'generated', 'supergraph.graphql'), 'utf8'));
const GRAPH: readonly Field[] = supergraph.definitions
  .filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION)
  .flatMap((type) =>
    (type.fields ?? []).map((field) => ({ coordinate: `${type.name.value}.${field.name.value}`, type, field })),
  );
const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

/** Directives of this name on the field or its type. */
function directives({ type, field }: Field, name: string): readonly ConstDirectiveNode[] {
  return [type, field].flatMap((node) => (node.directives ?? []).filter((each) => each.name.value === name));
}

function policiesIn(of: Field): readonly string[] {
  const names = directives(of, 'policy').map((directive) => directive.arguments?.[0]);
  return names.flatMap((given) => (given ? [valueFromASTUntyped(given.value)].flat(2).map(String) : []));
}

const coordinatesOf = (fields: readonly Field[]) => sorted(fields.map(({ coordinate }) => coordinate));
const named = (matches: (rule: FieldRule) => boolean) =>
  sorted([...FIELDS.values()].filter(matches).map(({ coordinate }) => coordinate));

describe('the text about fields is the graph', () => {
  it('has all its fields and no other', () => expect(sorted(FIELDS.keys())).toEqual(coordinatesOf(GRAPH)));

  it('asks for the same policies', () => {
    const asked = (fields: readonly (readonly [string, readonly string[]])[]) =>
      sorted(fields.map(([coordinate, policies]) => `${coordinate} ${sorted(policies).join(' ')}`));
    expect(asked([...FIELDS].map(([coordinate, { policies }]) => [coordinate, policies]))).toEqual(
      asked(GRAPH.map((field) => [field.coordinate, policiesIn(field)])),
    );
  });

  it('opens to whoever is signed in what the graph opens to them', () => {
    const signedIn = GRAPH.filter((field) => directives(field, 'authenticated').length > 0);
    expect(named(({ decidedBy }) => decidedBy.by === 'authenticated')).toEqual(coordinatesOf(signedIn));
  });

  it('calls public nothing that the graph does not call so', () => {
    const open = new Set(coordinatesOf(GRAPH.filter((field) => directives(field, 'public').length > 0)));
    expect(named(({ decidedBy }) => decidedBy.by === 'public').filter((coordinate) => !open.has(coordinate))).toEqual(
      [],
    );
  });

  it('says nothing of a field that there is not', () => {
    expect([fieldRule('Case.nothing'), fieldRule('__proto__'), fieldRule('')]).toEqual([null, null, null]);
  });
});
