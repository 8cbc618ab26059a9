import { join } from 'node:path';
import { filesOf } from '#adapters/soap/bundle/files.fixture.ts';
import { loadSchema } from '#adapters/soap/schema/load.ts';
import type { ComplexType, Element, Particle, SchemaSet, SimpleType, Type } from '#adapters/soap/schema/model.ts';

/** A schema of `urn:t`, to which the prefix t is bound, in one line. */
export function schemaOf(content: string, attributes = 'elementFormDefault="qualified"'): string {
  return `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t" ${attributes}>${content}</xs:schema>`;
}

/** Loads `t.xsd`, with other files beside it if there are any. */
export async function load(schema: string, others: Readonly<Record<string, string>> = {}): Promise<SchemaSet> {
  const folder = await filesOf({ 't.xsd': schema, ...others });
  return loadSchema(join(folder, 't.xsd'));
}

/** The type of a name in `urn:t`. */
export function typeIn(schemas: SchemaSet, name: string, namespace = 'urn:t'): Type {
  const type = schemas.type({ namespace, name });
  if (!type) throw new Error(`no type ${name}`);
  return type;
}

export function simpleIn(schemas: SchemaSet, name: string): SimpleType {
  const type = typeIn(schemas, name);
  if (type.kind !== 'simple') throw new Error(`${name} is complex`);
  return type;
}

export function complexIn(schemas: SchemaSet, name: string): ComplexType {
  const type = typeIn(schemas, name);
  if (type.kind !== 'complex') throw new Error(`${name} is simple`);
  return type;
}

export function elementIn(schemas: SchemaSet, name: string, namespace = 'urn:t'): Element {
  const element = schemas.element({ namespace, name });
  if (!element) throw new Error(`no element ${name}`);
  return element;
}

/** A particle in a line: `(a, b?, (c | d)*, any)`, with `{2,5}` for other counts, `:` before an unqualified name. */
export function written(particle: Particle | null): string {
  if (!particle) return '';
  return inside(particle) + times(particle);
}

function inside(particle: Particle): string {
  if (particle.kind === 'any') return 'any';
  if (particle.kind === 'element') {
    const { namespace, name } = particle.element.name;
    return namespace === '' ? `:${name}` : name;
  }
  const between = { sequence: ', ', choice: ' | ', all: ' & ' }[particle.kind];
  return `(${particle.particles.map(written).join(between)})`;
}

function times({ min, max }: Particle): string {
  if (min === 1 && max === 1) return '';
  if (min === 0 && max === 1) return '?';
  if (max === Number.POSITIVE_INFINITY && min <= 1) return min === 0 ? '*' : '+';
  return `{${min},${max === Number.POSITIVE_INFINITY ? '' : max}}`;
}
