import { itemsOf, lexicalProblem, normalised } from '#adapters/soap/schema/lexical.ts';
import type { Facets, SimpleType } from '#adapters/soap/schema/model.ts';
import { matchesInTime } from '#adapters/soap/schema/pattern/match.ts';
import { compareValues, decimalOf } from '#adapters/soap/write/compare.ts';

/** Why a text is no value of a simple type (XML Schema part 2 §4.3), without the text; `null` where it is one. */
export function valueProblem(type: SimpleType, written: string): string | null {
  const text = normalised(type, written);
  return lexicalProblem(type, text) ?? partProblem(type, text) ?? facetProblem(type, text);
}

function partProblem({ variety, item, members }: SimpleType, text: string): string | null {
  if (variety === 'union') {
    const problems = members.map((member) => valueProblem(member, text));
    return problems.includes(null) || problems.length === 0 ? null : 'is of none of the types of its union';
  }
  if (variety !== 'list' || !item) return null;
  const problem = itemsOf(text)
    .map((each) => valueProblem(item, each))
    .find((each) => each !== null);
  return problem === undefined ? null : `holds an item that ${problem}`;
}

function facetProblem(type: SimpleType, text: string): string | null {
  const { facets } = type;
  return (
    lengthProblem(facets, () => lengthOf(type, text)) ??
    enumerationProblem(type, text) ??
    patternProblem(facets, text) ??
    boundProblem(type, text) ??
    digitProblem(facets, text)
  );
}

function lengthProblem({ length, minLength, maxLength }: Facets, count: () => number): string | null {
  if (length === undefined && minLength === undefined && maxLength === undefined) return null;
  const is = count();
  if (length !== undefined && is !== length) return `must be ${length} long`;
  if (maxLength !== undefined && is > maxLength) return `is longer than ${maxLength}`;
  return minLength !== undefined && is < minLength ? `is shorter than ${minLength}` : null;
}

function patternProblem({ patterns }: Facets, text: string): string | null {
  for (const pattern of patterns) {
    const matches = matchesInTime(pattern, text);
    if (matches === null) return 'cannot be held against the pattern that the schema gives: it takes too long';
    if (!matches) return 'is not of the pattern that the schema gives';
  }
  return null;
}

/** In characters, in bytes where the type is binary, in items of a list. */
function lengthOf({ variety, builtIn }: SimpleType, text: string): number {
  if (variety === 'list') return itemsOf(text).length;
  if (builtIn === 'hexBinary') return text.length / 2;
  if (builtIn === 'base64Binary') return Buffer.byteLength(text.replaceAll(' ', ''), 'base64');
  return [...text].length;
}

/** Values are compared, not texts: `1.0` is one of `1`. */
function enumerationProblem({ facets: { enumeration }, builtIn }: SimpleType, text: string): string | null {
  if (!enumeration || enumeration.has(text)) return null;
  const isOne = [...enumeration].some((value) => compareValues(builtIn, value, text) === 0);
  return isOne ? null : 'is none of the values that the schema lists';
}

function boundProblem({ facets, builtIn }: SimpleType, text: string): string | null {
  const compared = (bound: string | undefined) => (bound === undefined ? null : compareValues(builtIn, text, bound));
  const fits = (bound: string | undefined, test: (order: number) => boolean) => {
    const order = compared(bound);
    return order === null || test(order);
  };
  if (!fits(facets.minInclusive, (order) => order >= 0)) return `is less than ${facets.minInclusive}`;
  if (!fits(facets.maxInclusive, (order) => order <= 0)) return `is greater than ${facets.maxInclusive}`;
  if (!fits(facets.minExclusive, (order) => order > 0)) return `is not greater than ${facets.minExclusive}`;
  if (!fits(facets.maxExclusive, (order) => order < 0)) return `is not less than ${facets.maxExclusive}`;
  return null;
}

function digitProblem({ totalDigits, fractionDigits }: Facets, text: string): string | null {
  const decimal = totalDigits === undefined && fractionDigits === undefined ? null : decimalOf(text);
  if (!decimal) return null;
  const { whole, fraction } = decimal;
  if (totalDigits !== undefined && whole.length + fraction.length > totalDigits)
    return `has more than ${totalDigits} digits`;
  return fractionDigits !== undefined && fraction.length > fractionDigits
    ? `has more than ${fractionDigits} decimals`
    : null;
}
