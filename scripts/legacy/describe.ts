import type { Element, Particle, Type } from '#adapters/soap/schema/model.ts';
import type { Message, Operation, ServiceDescription } from '#adapters/soap/wsdl/model.ts';
import { describeSimple } from './describe-simple.ts';

/** What stands for a value: a text for a simple one, else an object in the shape of the JSON that a call takes and gives. */
export type Described = string | readonly Described[] | { readonly [field: string]: Described };

/**
 * What of a WSDL a person needs in order to write a call. A field's name tells how often it comes: `AH` once, `AH?` at most once,
 * `AH[1..50]` as a list; then `nil` where it may be nil. `@` marks attributes, `#text` the text beside them.
 */
export function describeService({ ports }: ServiceDescription) {
  return ports.map(({ service, name, version, address, operations }) => ({
    ...{ service, port: name, soap: version, address },
    operations: Object.fromEntries([...operations].map(([operation, each]) => [operation, describeOperation(each)])),
  }));
}

function describeOperation({ style, use, input, output }: Operation) {
  return {
    style: `${style}/${use}`,
    arguments: describeMessage(input),
    answer: output === null ? null : describeMessage(output),
  };
}

/** In document style with one part the content of its element, else an entry for each part: as a call takes it. */
function describeMessage({ parts }: Message): Described {
  const [part] = parts;
  if (parts.length === 1 && part?.element) {
    const described = describeType(part.element.type(), []);
    return typeof described === 'string' ? { '#text': described } : described;
  }
  return Object.fromEntries(
    parts.map(({ name, element, type }) => {
      const itsType = element?.type() ?? type;
      return [name, itsType === null ? {} : describeType(itsType, [])];
    }),
  );
}

/** @param above the types that this one stands in: one that holds itself is named and not opened again */
function describeType(type: Type, above: readonly Type[]): Described {
  if (type.kind === 'simple') return describeSimple(type);
  if (above.includes(type)) return `${type.name?.name ?? ''} …`;
  const inside = [...above, type];
  if (type.arrayOf) return [describeType(type.arrayOf(), inside)];
  return Object.fromEntries([
    ...type.attributes.map(({ name, required, fixed, type: itsType }) => [
      `@${name.name}${required ? '' : '?'}`,
      describeSimple(itsType(), fixed),
    ]),
    ...(type.text ? [['#text', describeSimple(type.text)]] : []),
    ...(type.mixed ? [['#content', 'mixed']] : []),
    ...(type.content === null ? [] : describeParticle(type.content, inside)),
  ]);
}

/** A group that stands once is its members; a choice, or one that repeats, is an entry of its own. */
function describeParticle(particle: Particle, above: readonly Type[]): [string, Described][] {
  if (particle.kind === 'any') return [[`*${occurs(particle)}`, 'any']];
  if (particle.kind === 'element') return [describeElement(particle.element, occurs(particle), above)];
  const isOnce = particle.min === 1 && particle.max === 1;
  const members = particle.particles.map((each) => describeParticle(each, above));
  if (particle.kind === 'choice')
    return [[`(choice)${occurs(particle)}`, members.map((each) => Object.fromEntries(each))]];
  return isOnce ? members.flat() : [[`(${particle.kind})${occurs(particle)}`, Object.fromEntries(members.flat())]];
}

function describeElement(element: Element, often: string, above: readonly Type[]): [string, Described] {
  const type = element.type();
  const described = type.kind === 'simple' ? describeSimple(type, element.fixed) : describeType(type, above);
  return [`${element.name.name}${often}${element.nillable ? ' nil' : ''}`, described];
}

function occurs({ min, max }: { readonly min: number; readonly max: number }): string {
  if (max > 1) return `[${min}..${max === Number.POSITIVE_INFINITY ? 'n' : max}]`;
  return min === 0 ? '?' : '';
}
