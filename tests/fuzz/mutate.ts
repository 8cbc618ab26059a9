/** A reproducible source of chance (mulberry32): the same seed gives the same numbers on every machine. */
export interface Chance {
  /** A number from 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from 0 to `below` − 1. */
  below(below: number): number;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
}

export function seeded(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick(list) {
      const [first] = list;
      if (first === undefined) throw new RangeError('nothing to pick from');
      return list[below(list.length)] ?? first;
    },
  };
}

/** One way to break something; given nothing that it can break, it returns it as it is. */
export type Mutation<T> = (original: T, chance: Chance) => T;

/** One to three of the mutations, one after another. */
export function mutate<T>(original: T, mutations: readonly Mutation<T>[], chance: Chance): T {
  let mutant = original;
  for (let left = 1 + chance.below(3); left > 0; left -= 1) mutant = chance.pick(mutations)(mutant, chance);
  return mutant;
}

/** Bytes of any protocol: flipped, dropped, inserted, doubled, cut off, overwritten by extremes. */
export const BYTES: readonly Mutation<Buffer>[] = [
  (bytes, chance) => at(bytes, chance, (place) => Buffer.of((bytes[place] ?? 0) ^ (1 << chance.below(8)))),
  (bytes, chance) => at(bytes, chance, () => Buffer.alloc(0)),
  (bytes, chance) => at(bytes, chance, (place) => Buffer.of(bytes[place] ?? 0, chance.below(256))),
  (bytes, chance) => at(bytes, chance, () => Buffer.of(chance.pick([0x00, 0x01, 0x7f, 0x80, 0xfe, 0xff]))),
  (bytes, chance) => bytes.subarray(0, chance.below(bytes.length + 1)),
  (bytes, chance) => {
    const [from, to] = range(bytes.length, chance);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  (bytes, chance) => {
    const [from, to] = range(bytes.length, chance);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
];

function at(bytes: Buffer, chance: Chance, replacement: (place: number) => Buffer): Buffer {
  const place = chance.below(bytes.length);
  return Buffer.concat([bytes.subarray(0, place), replacement(place), bytes.subarray(place + 1)]);
}

function range(length: number, chance: Chance): readonly [from: number, to: number] {
  const from = chance.below(length + 1);
  return [from, from + chance.below(Math.min(64, length - from + 1))];
}

const TAG = /<[^!?][^<>]*>/g;
const ATTRIBUTE = /\s[\w:.-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*')/g;
const ENTITIES = [
  '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>',
  '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
  '&e;',
  '&#0;',
  '&#xFFFFFFFFFF;',
  '<![CDATA[',
  ']]>',
  '<?xml version="1.1"?>',
  '\u0000',
  '\ufffd',
  '\ud842',
];

/** XML as text: tags, attributes, entities, nesting, cut off. */
export const XML: readonly Mutation<string>[] = [
  (xml, chance) => replaceOne(xml, TAG, chance, () => ''),
  (xml, chance) => replaceOne(xml, TAG, chance, (tag) => tag + tag),
  (xml, chance) => replaceOne(xml, TAG, chance, (tag) => other(xml, TAG, chance) ?? tag),
  (xml, chance) => replaceOne(xml, TAG, chance, (tag) => tag.replace(/[\w-]+/, chance.pick(NAMES))),
  (xml, chance) => replaceOne(xml, TAG, chance, (tag) => tag.repeat(2 + chance.below(300))),
  (xml, chance) => replaceOne(xml, TAG, chance, (tag) => tag + chance.pick(ENTITIES)),
  (xml, chance) => replaceOne(xml, ATTRIBUTE, chance, () => ''),
  (xml, chance) => replaceOne(xml, ATTRIBUTE, chance, (attribute) => attribute + attribute),
  (xml, chance) => replaceOne(xml, ATTRIBUTE, chance, (attribute) => other(xml, ATTRIBUTE, chance) ?? attribute),
  (xml, chance) => replaceOne(xml, ATTRIBUTE, chance, (attribute) => withValue(attribute, chance.pick(VALUES))),
  (xml, chance) => replaceOne(xml, ATTRIBUTE, chance, (attribute) => withValue(attribute, chance.pick(NAMES))),
  (xml, chance) => chance.pick(ENTITIES) + xml,
  (xml, chance) => xml.slice(0, chance.below(xml.length + 1)),
  (xml, chance) => {
    const place = chance.below(xml.length + 1);
    return xml.slice(0, place) + chance.pick(ENTITIES) + xml.slice(place);
  },
];

/** Names that are harmless only where nobody uses them as keys of plain objects. */
const NAMES: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'x',
  'a:b:c',
  'xmlns',
  'x'.repeat(5_000),
];

const VALUES: readonly string[] = [
  '',
  ' ',
  '-1',
  '0',
  '1',
  '999999999999999999999999',
  '1e309',
  'NaN',
  'unbounded',
  'true',
  ':',
  'a:',
  '法院',
  '[',
];

function withValue(attribute: string, value: string): string {
  return attribute.replace(/=[\s\S]*/, () => `="${value}"`);
}

function other(xml: string, what: RegExp, chance: Chance): string | null {
  const found = xml.match(what);
  return found ? chance.pick(found) : null;
}

/** Replaces one match, whichever. */
export function replaceOne(text: string, what: RegExp, chance: Chance, replacement: (match: string) => string): string {
  const matches = [...text.matchAll(what)];
  if (matches.length === 0) return text;
  const match = chance.pick(matches);
  return text.slice(0, match.index) + replacement(match[0]) + text.slice(match.index + match[0].length);
}
