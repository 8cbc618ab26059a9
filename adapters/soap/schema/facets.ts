import { shown } from '#adapters/soap/bundle/source.ts';
import { normalised } from '#adapters/soap/schema/lexical.ts';
import type { Facets, SimpleType } from '#adapters/soap/schema/model.ts';
import type { SchemaNode } from '#adapters/soap/schema/node.ts';
import { PatternError } from '#adapters/soap/schema/pattern/cursor.ts';
import { translatePattern } from '#adapters/soap/schema/pattern/translate.ts';

const COUNTS = ['length', 'minLength', 'maxLength', 'totalDigits', 'fractionDigits'] as const;
const BOUNDS = ['minInclusive', 'maxInclusive', 'minExclusive', 'maxExclusive'] as const;
const NUMBERS = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const WHITE_SPACE = ['preserve', 'replace', 'collapse'] as const;

/** The facets of a `restriction`, with those of its base that it leaves as they are. @throws WsdlError */
export function facetsOf(restriction: SchemaNode, base: SimpleType): Facets {
  const [space] = restriction.those('whiteSpace');
  const whiteSpace = space ? space.choice('value', WHITE_SPACE, 'preserve') : base.facets.whiteSpace;
  const spaced = { ...base, facets: { ...base.facets, whiteSpace } };
  const pattern = patternOf(restriction.those('pattern'));
  const values = restriction.those('enumeration').map((node) => normalised(spaced, textOfValue(node)));
  const facets: Facets = {
    ...base.facets,
    whiteSpace,
    patterns: pattern ? [...base.facets.patterns, pattern] : base.facets.patterns,
    ...(values.length > 0 && { enumeration: new Set(values) }),
    ...entries(restriction, COUNTS, countOf),
    ...entries(restriction, BOUNDS, (node) => boundOf(node, base)),
  };
  checkRange(restriction, facets);
  return facets;
}

function entries<Name extends string, T>(
  restriction: SchemaNode,
  names: readonly Name[],
  read: (node: SchemaNode) => T,
): Partial<Record<Name, T>> {
  const found: Partial<Record<Name, T>> = {};
  for (const name of names) {
    const node = restriction.one(name);
    if (node) found[name] = read(node);
  }
  return found;
}

/** Without `trim`: white space may be the very value. */
function textOfValue(node: SchemaNode): string {
  const value = node.source.untrimmed('value');
  if (value === undefined) throw node.fail(`${node} needs the attribute value`);
  return value;
}

function countOf(node: SchemaNode): number {
  const value = textOfValue(node).trim();
  if (!/^\+?\d+$/.test(value)) throw node.fail(`value="${shown(value)}" of ${node} must be a whole number, 0 or more`);
  return Number(value);
}

function boundOf(node: SchemaNode, base: SimpleType): string {
  const value = textOfValue(node).trim();
  if ('fractionDigits' in base.facets || base.builtIn === 'decimal') {
    if (!NUMBERS.test(value)) throw node.fail(`value="${shown(value)}" of ${node} must be a decimal number`);
  }
  if (value === '') throw node.fail(`value of ${node} must not be empty`);
  return value;
}

/** The patterns of one step of derivation are alternatives (part 2 §4.3.4). */
function patternOf(nodes: readonly SchemaNode[]): RegExp | null {
  const sources = nodes.map((node) => {
    const pattern = textOfValue(node);
    try {
      return translatePattern(pattern);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      throw node.fail(`the pattern "${shown(pattern)}" is not a regular expression of XML Schema: ${error.message}`);
    }
  });
  const [first] = nodes;
  if (!first) return null;
  try {
    const pattern = new RegExp(`^(?:${sources.join('|')})$`, 'v');
    // It is compiled at its first use: one that is too large is found out here.
    pattern.test('');
    return pattern;
  } catch {
    throw first.fail('the pattern is too large');
  }
}

function checkRange(
  restriction: SchemaNode,
  { minLength = 0, maxLength = Number.POSITIVE_INFINITY, ...facets }: Facets,
): void {
  if (minLength > maxLength) throw restriction.fail(`minLength ${minLength} is greater than maxLength ${maxLength}`);
  const { totalDigits, fractionDigits } = facets;
  if (totalDigits !== undefined && (totalDigits < 1 || totalDigits < (fractionDigits ?? 0))) {
    throw restriction.fail('totalDigits must be 1 or more, and not less than fractionDigits');
  }
}
