import { type Brackets, normalise } from '#schema/identifiers/normalise.ts';

/** A kind of number (号码): what it is called, what it looks like, and how raw text becomes one. */
export interface IdentifierKind<Value extends string> {
  readonly name: { readonly zh: string; readonly en: string };
  /** Valid and canonical; shown to users. */
  readonly example: string;
  /** Normalises, then validates: the one canonical spelling, or null. Never throws, whatever the text. */
  parse(raw: string): Value | null;
}

interface Definition {
  readonly name: IdentifierKind<string>['name'];
  readonly example: string;
  /** @default 'round' */
  readonly brackets?: Brackets;
  /** Canonical spelling of a normalised text, or null where it is not such a number. */
  readonly canonical: (text: string) => string | null;
}

/** Three times the longest number: room for its decoration, and a bound on what the expressions have to read. */
const MAX_RAW_LENGTH = 128;

export function identifierKind<Value extends string>(definition: Definition): IdentifierKind<Value> {
  const { name, example, brackets = 'round', canonical } = definition;
  return {
    name,
    example,
    parse: (raw) => (raw.length > MAX_RAW_LENGTH ? null : (canonical(normalise(raw, brackets)) as Value | null)),
  };
}

/** For kinds that a pattern alone describes: the text itself where it matches. */
export function matching(pattern: RegExp): (text: string) => string | null {
  return (text) => (pattern.test(text) ? text : null);
}
