import { clark, sameName } from '#adapters/soap/schema/clark.ts';
import type { Attribute, ComplexType, Element, Occurs, Particle, QName } from '#adapters/soap/schema/model.ts';

/** How the elements of a complex type stand in a record. One reading of a type for both directions. */
export interface Shape {
  readonly type: ComplexType;
  /** `null` where it holds no elements. */
  readonly model: Model | null;
  readonly slots: readonly Slot[];
  /** The same by local name: there is one, but for types that hold one name of two namespaces. */
  readonly byName: ReadonlyMap<string, readonly Slot[]>;
  readonly byEntry: ReadonlyMap<string, Slot>;
  /** Those that are lists. */
  readonly lists: readonly Slot[];
  /** Whether it holds `#content`. */
  readonly hasContent: boolean;
  readonly hasAny: boolean;
  /** Text alone: its value is no record. */
  readonly isPlain: boolean;
  readonly attributes: readonly AttributeSlot[];
}

export interface AttributeSlot {
  readonly attribute: Attribute;
  /** Without the `@`; the local name, with the namespace where another has the same. */
  readonly entry: string;
}

/** One element of a type. */
export interface Slot {
  readonly element: Element;
  /** Its key in the record: the local name, with the namespace where another of the type's elements has the same. */
  readonly entry: string;
  /** Where it stands: as one value, as a list, or in `#content`. */
  readonly place: 'one' | 'many' | 'content';
}

/** A content model in which an element that may be substituted is the choice that it stands for. */
export type Model = ElementModel | GroupModel | AnyModel;

export interface ElementModel extends Occurs {
  readonly kind: 'element';
  readonly slot: Slot;
}

export interface GroupModel extends Occurs {
  readonly kind: 'sequence' | 'choice' | 'all';
  readonly parts: readonly Model[];
}

export interface AnyModel extends Occurs {
  readonly kind: 'any';
}

const known = new WeakMap<ComplexType, Shape>();

export function shapeOf(type: ComplexType): Shape {
  const shape = known.get(type) ?? makeShape(type);
  known.set(type, shape);
  return shape;
}

/** The items of a type that is nothing but a list. */
export function listSlot({ slots, lists, hasAny }: Shape): Slot | null {
  return slots.length === 1 && !hasAny ? (lists[0] ?? null) : null;
}

function makeShape(type: ComplexType): Shape {
  const particle = type.content && withSubstitutes(type.content);
  const elements = particle ? elementsIn(particle) : [];
  const hasAny = particle !== null && holdsAny(particle);
  const inContent = new Set(particle ? repeatedIn(particle, type.mixed).map(clark) : []);
  const slots = elements.map((element): Slot => {
    const name = clark(element.name);
    const isMany = particle !== null && countOf(particle, element) > 1;
    return {
      element,
      entry: entryOf(element.name, elements),
      place: inContent.has(name) ? 'content' : isMany ? 'many' : 'one',
    };
  });
  const byElement = new Map(slots.map((slot) => [clark(slot.element.name), slot]));
  return {
    type,
    model: particle && modelOf(particle, byElement),
    slots,
    byName: Map.groupBy(slots, ({ element }) => element.name.name),
    byEntry: new Map(slots.map((slot) => [slot.entry, slot])),
    lists: slots.filter(({ place }) => place === 'many'),
    hasContent: type.mixed || hasAny || inContent.size > 0,
    hasAny,
    isPlain: type.text !== null && type.attributes.length === 0 && !type.anyAttribute,
    attributes: type.attributes.map((attribute) => ({ attribute, entry: entryOf(attribute.name, type.attributes) })),
  };
}

function entryOf(name: QName, all: readonly { readonly name: QName }[]): string {
  return all.filter((other) => other.name.name === name.name).length > 1 ? clark(name) : name.name;
}

/** XML Schema part 1 §3.3.6: an abstract head cannot stand itself. */
function withSubstitutes(particle: Particle): Particle {
  if (particle.kind === 'any') return particle;
  if (particle.kind !== 'element') return { ...particle, particles: particle.particles.map(withSubstitutes) };
  const substitutes = particle.element.substitutes();
  if (substitutes.length === 0) return particle;
  const alternatives = [particle.element, ...substitutes].filter(({ abstract }) => !abstract);
  return {
    kind: 'choice',
    min: particle.min,
    max: particle.max,
    particles: alternatives.map((element) => ({ kind: 'element', element, min: 1, max: 1 })),
  };
}

/** Each element once, whose declaration the content model may repeat. */
function elementsIn(particle: Particle): readonly Element[] {
  const elements = new Map<string, Element>();
  const collect = (each: Particle): void => {
    if (each.kind === 'any' || each.max === 0) return;
    if (each.kind !== 'element') each.particles.forEach(collect);
    else if (!elements.has(clark(each.element.name))) elements.set(clark(each.element.name), each.element);
  };
  collect(particle);
  return [...elements.values()];
}

function holdsAny(particle: Particle): boolean {
  if (particle.kind === 'any') return particle.max > 0;
  return particle.kind !== 'element' && particle.particles.some(holdsAny);
}

/** The names of the elements whose order tells something: those of a mixed type, and of a group of several that repeats. */
function repeatedIn(particle: Particle, isOrdered: boolean): readonly QName[] {
  if (particle.kind === 'any') return [];
  if (particle.kind === 'element') return isOrdered ? [particle.element.name] : [];
  const isSeveral = elementsIn(particle).length > 1 || (elementsIn(particle).length === 1 && holdsAny(particle));
  return particle.particles.flatMap((each) => repeatedIn(each, isOrdered || (particle.max > 1 && isSeveral)));
}

/** How often an element may come. */
function countOf(particle: Particle, element: Element): number {
  if (particle.kind === 'any' || particle.max === 0) return 0;
  if (particle.kind === 'element') return sameName(particle.element.name, element.name) ? particle.max : 0;
  const counts = particle.particles.map((each) => countOf(each, element));
  const count = particle.kind === 'choice' ? Math.max(0, ...counts) : counts.reduce((sum, each) => sum + each, 0);
  return count === 0 ? 0 : count * particle.max;
}

function modelOf(particle: Particle, slots: ReadonlyMap<string, Slot>): Model {
  const { kind, min, max } = particle;
  if (kind === 'any') return { kind, min, max };
  if (kind !== 'element') {
    const parts = particle.particles.filter((each) => each.max > 0).map((each) => modelOf(each, slots));
    return { kind, min, max, parts };
  }
  const slot = slots.get(clark(particle.element.name));
  if (!slot) throw new Error('an element of the content model has no slot');
  return { kind, min, max, slot };
}
