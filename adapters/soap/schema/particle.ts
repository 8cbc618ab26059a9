import { shown } from '#adapters/soap/bundle/source.ts';
import type { Compiler } from '#adapters/soap/schema/compiler.ts';
import { localElement, referredElement } from '#adapters/soap/schema/element.ts';
import type { GroupParticle, Particle } from '#adapters/soap/schema/model.ts';
import { SOAP_ENCODING } from '#adapters/soap/schema/names.ts';
import type { SchemaNode } from '#adapters/soap/schema/node.ts';

/** Kinds of elements that are particles. */
export const PARTICLES = ['element', 'group', 'all', 'choice', 'sequence', 'any'] as const;

/** Part 1 §3.9; `null` where it may come no time at all. */
export function particleOf(compiler: Compiler, node: SchemaNode): Particle | null {
  const occurs = occursOf(node);
  const particle = withoutOccurs(compiler, node);
  return occurs.max === 0 ? null : { ...particle, ...occurs };
}

function withoutOccurs(compiler: Compiler, node: SchemaNode): Particle {
  if (node.kind === 'any') return { kind: 'any', min: 1, max: 1 };
  if (node.kind === 'group') return groupOf(compiler, node);
  if (node.kind !== 'element') return compositor(compiler, node);
  const reference = node.reference('ref');
  if (!reference) return { kind: 'element', min: 1, max: 1, element: localElement(compiler, node) };
  if (node.text('name') !== undefined || node.text('type') !== undefined || node.children.length > 0) {
    throw node.fail('<element> with ref has no name, type or content of its own');
  }
  return { kind: 'element', min: 1, max: 1, element: referredElement(compiler, reference, node) };
}

/** The group that a `group` refers to (part 1 §3.7). */
function groupOf(compiler: Compiler, node: SchemaNode): GroupParticle {
  const name = node.reference('ref');
  if (!name) throw node.fail('<group> needs the attribute ref here');
  const declared = compiler.declarations.find('group', name);
  if (declared) return globalGroup(compiler, declared);
  if (name.namespace !== SOAP_ENCODING) throw node.fail(compiler.declarations.missing('group', name));
  return { kind: 'sequence', min: 1, max: 1, particles: [{ kind: 'any', min: 0, max: Number.POSITIVE_INFINITY }] };
}

export function globalGroup(compiler: Compiler, declared: SchemaNode): GroupParticle {
  return compiler.groups.of(declared, 'the group holds itself', () => {
    const content = declared.one('all', 'choice', 'sequence');
    if (!content) throw declared.fail(`${declared} must hold one of: all, choice, sequence`);
    return compositor(compiler, content);
  });
}

/** Groups share what they refer to: counted as it would be written out, or a few lines could stand for millions. */
const MAX_PARTICLES = 5_000;
const sizes = new WeakMap<readonly Particle[], number>();

function compositor(compiler: Compiler, node: SchemaNode): GroupParticle {
  const particles = node.those(...PARTICLES).flatMap((child) => particleOf(compiler, child) ?? []);
  if (node.kind === 'all' && particles.some((particle) => particle.max > 1)) {
    throw node.fail('no element of <all> may have maxOccurs greater than 1');
  }
  const group: GroupParticle = { kind: kindOf(node), min: 1, max: 1, particles };
  checkSize(group, node);
  return group;
}

function kindOf(node: SchemaNode): GroupParticle['kind'] {
  if (node.kind === 'choice' || node.kind === 'all') return node.kind;
  return 'sequence';
}

export function checkSize(group: GroupParticle, at: SchemaNode): void {
  const size = group.particles.reduce((sum, particle) => sum + sizeOf(particle), 1);
  if (size > MAX_PARTICLES)
    throw at.fail(`the content, its groups written out, has more than ${MAX_PARTICLES} particles`);
  sizes.set(group.particles, size);
}

function sizeOf(particle: Particle): number {
  if (particle.kind === 'any') return 1;
  if (particle.kind === 'element') return 1 + particle.element.substitutes().length;
  return sizes.get(particle.particles) ?? 1;
}

function occursOf(node: SchemaNode): { readonly min: number; readonly max: number } {
  const min = count(node, 'minOccurs');
  const max =
    node.text('maxOccurs') === 'unbounded' ? Number.POSITIVE_INFINITY : count(node, 'maxOccurs', Math.max(1, min));
  if (min > max) throw node.fail(`minOccurs of ${node} is greater than maxOccurs`);
  return { min, max };
}

function count(node: SchemaNode, attribute: string, otherwise = 1): number {
  const value = node.text(attribute);
  if (value === undefined) return otherwise;
  if (/^\+?\d{1,40}$/.test(value)) return Number(value);
  const allowed = attribute === 'maxOccurs' ? 'a whole number, or unbounded' : 'a whole number';
  throw node.fail(`${attribute}="${shown(value)}" must be ${allowed}`);
}
