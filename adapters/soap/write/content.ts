import type { AnyModel, ElementModel, GroupModel, Model, Slot } from '#adapters/soap/schema/shape.ts';
import { ArgumentError } from '#adapters/soap/write/argument-error.ts';
import { within } from '#adapters/soap/write/path.ts';
import type { Source, Taken } from '#adapters/soap/write/source.ts';

/** Writes one element; `null` for the slot of one that stands for `xs:any`. */
export type WriteChild = (slot: Slot | null, taken: Taken) => void;

/** Takes the elements that a content model asks for, in its order (XML Schema part 1 §3.8, §3.9). @throws ArgumentError where one is missing */
export function writeContent(model: Model, source: Source, write: WriteChild): void {
  if (model.kind === 'element') writeElements(model, source, write);
  else if (model.kind === 'any') writeAny(model, source, write);
  else writeGroup(model, source, write);
}

function writeElements({ slot, min, max }: ElementModel, source: Source, write: WriteChild): void {
  let count = 0;
  for (; count < max && source.has(slot); count += 1) write(slot, source.take(slot));
  if (count < min) throw missing(source, slot.entry, min);
}

function writeAny({ min, max }: AnyModel, source: Source, write: WriteChild): void {
  let count = 0;
  for (; count < max && source.hasAny(); count += 1) write(null, source.takeAny());
  if (count < min) throw missing(source, '#content', min);
}

function writeGroup(group: GroupModel, source: Source, write: WriteChild): void {
  let count = 0;
  for (; count < group.max && isEntered(group, source); count += 1) writeOnce(group, source, write);
  // Asked for once more it says which of its elements is missing.
  if (count < group.min && !isEmptiable(group)) writeOnce(group, source, write);
}

function writeOnce(group: GroupModel, source: Source, write: WriteChild): void {
  if (group.kind === 'choice') writeContent(chosen(group, source), source, write);
  else
    for (const part of group.kind === 'all' ? inOrderGiven(group, source) : group.parts)
      writeContent(part, source, write);
}

/** Of `all` any may be next. */
function* inOrderGiven({ parts }: GroupModel, source: Source): Iterable<Model> {
  const left = new Set(parts);
  while (left.size > 0) {
    const next = [...left].find((part) => isBegun(part, source)) ?? [...left][0];
    if (!next) return;
    left.delete(next);
    yield next;
  }
}

/** The branch whose elements are there: all of those that are there at all. */
function chosen(choice: GroupModel, source: Source): Model {
  const entered = choice.parts.filter((part) => isEntered(part, source));
  const given = choice.parts.flatMap(slotsIn).filter((slot) => source.has(slot));
  const whole = entered.filter((part) => given.every((slot) => slotsIn(part).includes(slot)));
  const branch = whole.find((part) => isBegun(part, source)) ?? whole[0];
  if (branch) return branch;
  const names = [...new Set(choice.parts.flatMap(slotsIn).map(({ entry }) => entry))].join(', ');
  const reason = entered.length > 0 ? 'takes only one of' : 'takes one of';
  throw new ArgumentError(source.path, `${reason} ${names === '' ? 'the elements of #content' : names}`, 'shape');
}

function missing(source: Source, entry: string, min: number): ArgumentError {
  return new ArgumentError(within(source.path, entry), min === 1 ? 'is required' : `is required ${min} times`, 'shape');
}

/** Whether the next element is the model's, or one that it needs has been given: then it must be complete. */
function isEntered(model: Model, source: Source): boolean {
  return isBegun(model, source) || slotsIn(model).some((slot) => slot.place !== 'content' && source.has(slot));
}

/** Whether the model may begin with what comes next. */
function isBegun(model: Model, source: Source): boolean {
  if (model.kind === 'element') return source.has(model.slot);
  if (model.kind === 'any') return source.hasAny();
  if (model.kind !== 'sequence') return model.parts.some((part) => isBegun(part, source));
  for (const part of model.parts) {
    if (isBegun(part, source)) return true;
    if (!isEmptiable(part)) return false;
  }
  return false;
}

function isEmptiable(model: Model): boolean {
  if (model.min === 0) return true;
  if (model.kind === 'choice') return model.parts.some(isEmptiable);
  return model.kind !== 'element' && model.kind !== 'any' && model.parts.every(isEmptiable);
}

function slotsIn(model: Model): readonly Slot[] {
  if (model.kind === 'element') return [model.slot];
  return model.kind === 'any' ? [] : model.parts.flatMap(slotsIn);
}
