import { arrayOf } from '#adapters/soap/schema/array.ts';
import { attributesIn } from '#adapters/soap/schema/attribute.ts';
import { ANY_TYPE } from '#adapters/soap/schema/built-in.ts';
import { clark, parseClark } from '#adapters/soap/schema/clark.ts';
import type { AttributeUses, Compiler } from '#adapters/soap/schema/compiler.ts';
import type { Attribute, ComplexType, GroupParticle, Particle, SimpleType, Type } from '#adapters/soap/schema/model.ts';

import type { SchemaNode } from '#adapters/soap/schema/node.ts';
import { checkSize, particleOf } from '#adapters/soap/schema/particle.ts';
import { restrict } from '#adapters/soap/schema/simple-type.ts';

/** Part 1 §3.4.2. */
export function complexType(compiler: Compiler, node: SchemaNode): ComplexType {
  const named = {
    kind: 'complex',
    name: node.text('name') === undefined ? null : node.globalName(),
    abstract: node.boolean('abstract'),
  } as const;
  const holder = node.one('simpleContent', 'complexContent');
  if (!holder) {
    const { uses, any } = attributesIn(compiler, node);
    return {
      ...named,
      base: null,
      mixed: node.boolean('mixed'),
      text: null,
      content: contentOf(compiler, node),
      attributes: present(uses),
      anyAttribute: any,
      arrayOf: null,
    };
  }
  const beside = node.children.find((child) => child !== holder);
  if (beside)
    throw beside.fail(
      `${beside.source} may not stand beside ${holder.source}: put it into its extension or restriction`,
    );
  const derivation = holder.one('extension', 'restriction');
  if (!derivation) throw holder.fail(`${holder.source} must hold an extension or a restriction`);
  const reference = derivation.reference('base');
  if (!reference) throw derivation.fail(`${derivation.source} needs the attribute base`);
  const base = compiler.type(reference, derivation);
  const attributes = derivedAttributes(base, attributesIn(compiler, derivation), derivation);
  if (holder.kind === 'simpleContent') {
    return {
      ...named,
      base,
      mixed: false,
      text: textOf(compiler, derivation, base),
      content: null,
      ...attributes,
      arrayOf: null,
    };
  }
  if (base.kind === 'simple')
    throw derivation.fail('the base is a simple type: <simpleContent> is needed here, not <complexContent>');
  if (base.text)
    throw derivation.fail('the base has simple content: <simpleContent> is needed here, not <complexContent>');
  const isExtension = derivation.kind === 'extension';
  const own = contentOf(compiler, derivation);
  const isMixed = node.boolean('mixed') || holder.boolean('mixed');
  return {
    ...named,
    base: base === ANY_TYPE ? null : base,
    mixed: isMixed || (isExtension && base.mixed),
    text: null,
    content: isExtension ? joined(base.content, own, derivation) : own,
    ...attributes,
    arrayOf: arrayOf(compiler, derivation, base, own),
  };
}

/** The particle of a type, extension or restriction. */
function contentOf(compiler: Compiler, node: SchemaNode): Particle | null {
  const content = node.one('group', 'all', 'choice', 'sequence');
  return content ? particleOf(compiler, content) : null;
}

/** Content of an extension comes after that of its base; plain sequences become one. */
function joined(base: Particle | null, own: Particle | null, at: SchemaNode): Particle | null {
  if (!base || !own) return base ?? own;
  const parts = [base, own].flatMap((part) => (isPlainSequence(part) ? part.particles : [part]));
  const group: GroupParticle = { kind: 'sequence', min: 1, max: 1, particles: parts };
  checkSize(group, at);
  return group;
}

function isPlainSequence(particle: Particle): particle is GroupParticle {
  return particle.kind === 'sequence' && particle.min === 1 && particle.max === 1;
}

/** The text of simple content (part 1 §3.4.2): of the base, restricted where facets stand here. */
function textOf(compiler: Compiler, derivation: SchemaNode, base: Type): SimpleType {
  const inner = derivation.one('simpleType');
  const text = base.kind === 'simple' ? base : base.text;
  const narrowed = inner ? compiler.simpleTypeOf(inner) : text;
  const content = derivation.one('group', 'all', 'choice', 'sequence');
  if (content) throw content.fail(`${content.source} may not stand in <simpleContent>`);
  if (!narrowed)
    throw derivation.fail('the base has no simple content: <complexContent> is needed here, not <simpleContent>');
  return derivation.kind === 'restriction' ? restrict(derivation, narrowed, null) : narrowed;
}

/** Those of the base too, but where a restriction has its own or prohibits them. */
function derivedAttributes(
  base: Type,
  own: AttributeUses,
  at: SchemaNode,
): Pick<ComplexType, 'attributes' | 'anyAttribute'> {
  const inherited = base.kind === 'complex' && base !== ANY_TYPE ? base : { attributes: [], anyAttribute: false };
  const uses = new Map<string, Attribute | null>(inherited.attributes.map((use) => [clark(use.name), use]));
  for (const [key, use] of own.uses) {
    if (at.kind === 'extension' && uses.has(key)) {
      throw at.fail(`the attribute ${parseClark(key).name} is inherited: an extension may not declare it again`);
    }
    uses.set(key, use);
  }
  return { attributes: present(uses), anyAttribute: own.any || inherited.anyAttribute };
}

const present = (uses: ReadonlyMap<string, Attribute | null>) => [...uses.values()].filter((use) => use !== null);
