import { ANY_SIMPLE_TYPE } from '#adapters/soap/schema/built-in.ts';
import type { Compiler } from '#adapters/soap/schema/compiler.ts';
import { facetsOf } from '#adapters/soap/schema/facets.ts';
import type { SimpleType } from '#adapters/soap/schema/model.ts';
import type { SchemaNode } from '#adapters/soap/schema/node.ts';

/** Part 2 §4.1.2. */
export function simpleType(compiler: Compiler, node: SchemaNode): SimpleType {
  const derivation = node.one('restriction', 'list', 'union');
  if (!derivation) throw node.fail(`${node} must hold a restriction, list or union`);
  const name = node.text('name') === undefined ? null : node.globalName();
  if (derivation.kind === 'list') return { ...VARIETY, name, variety: 'list', item: itemOf(compiler, derivation) };
  if (derivation.kind === 'union')
    return { ...VARIETY, name, variety: 'union', members: membersOf(compiler, derivation) };
  return restrict(derivation, baseOf(compiler, derivation), name);
}

const VARIETY = {
  kind: 'simple',
  base: ANY_SIMPLE_TYPE,
  builtIn: 'anySimpleType',
  item: null,
  members: [],
  facets: { whiteSpace: 'collapse', patterns: [] },
} as const;

/** A simple type with the facets of a `restriction` over its base. */
export function restrict(restriction: SchemaNode, base: SimpleType, name: SimpleType['name']): SimpleType {
  return { ...base, name, base, facets: facetsOf(restriction, base) };
}

function baseOf(compiler: Compiler, restriction: SchemaNode): SimpleType {
  const base = restriction.reference('base');
  const inner = restriction.one('simpleType');
  if (base && inner) throw inner.fail('<restriction> has a base already: <simpleType> may stand only instead of it');
  if (inner) return compiler.simpleTypeOf(inner);
  if (!base) throw restriction.fail('<restriction> needs the attribute base or a <simpleType>');
  return compiler.simpleType(base, restriction);
}

function itemOf(compiler: Compiler, list: SchemaNode): SimpleType {
  const item = list.reference('itemType');
  const inner = list.one('simpleType');
  if (!item === !inner) throw list.fail('<list> needs either the attribute itemType or a <simpleType>');
  const type = inner ? compiler.simpleTypeOf(inner) : item && compiler.simpleType(item, list);
  if (!type || type.variety === 'list') throw list.fail('<list> may not be of lists');
  return type;
}

const MAX_MEMBERS = 200;

function membersOf(compiler: Compiler, union: SchemaNode): readonly SimpleType[] {
  const names = (union.text('memberTypes') ?? '').split(/\s+/).filter((name) => name !== '');
  const members = [
    ...names.map((name) => compiler.simpleType(union.toReference(name, 'memberTypes'), union)),
    ...union.those('simpleType').map((inner) => compiler.simpleTypeOf(inner)),
  ];
  if (members.length === 0) throw union.fail('<union> needs the attribute memberTypes or a <simpleType>');
  if (countOf(members) > MAX_MEMBERS) throw union.fail(`<union> has more than ${MAX_MEMBERS} member types`);
  return members;
}

function countOf(members: readonly SimpleType[]): number {
  return members.reduce((count, member) => count + 1 + countOf(member.members), 0);
}
