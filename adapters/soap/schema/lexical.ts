import { isDateForm } from '#adapters/soap/schema/dates.ts';
import type { Facets, SimpleType } from '#adapters/soap/schema/model.ts';

/** The lexical forms of the types of XML Schema itself (part 2 §3). Ranges, such as that of `xs:int`, are facets and none of these. */

export const INTEGER_TYPES: ReadonlySet<string> = new Set(
  (
    'integer long int short byte nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger ' +
    'unsignedLong unsignedInt unsignedShort unsignedByte'
  ).split(' '),
);

const INTEGER = /^[+-]?\d+$/;
const FLOAT = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[Ee][+-]?\d+)?|-?INF|NaN)$/;
const NAME_START = '[:_\\p{L}\\p{Nl}]';
const NAME_REST = '[-.:_·\\p{L}\\p{N}\\p{M}]*';
const NC = (pattern: string) => pattern.replaceAll(':', '');

const FORMS: ReadonlyMap<string, RegExp> = new Map([
  ['boolean', /^(?:true|false|1|0)$/],
  ['decimal', /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/],
  ['float', FLOAT],
  ['double', FLOAT],
  ...[...INTEGER_TYPES].map((type): [string, RegExp] => [type, INTEGER]),
  ['hexBinary', /^(?:[0-9A-Fa-f]{2})*$/],
  ['language', /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/],
  ['Name', new RegExp(`^${NAME_START}${NAME_REST}$`, 'u')],
  ['NMTOKEN', /^[-.:_·\p{L}\p{N}\p{M}]+$/u],
  ...['NCName', 'ID', 'IDREF', 'ENTITY'].map((type): [string, RegExp] => [
    type,
    new RegExp(`^${NC(NAME_START)}${NC(NAME_REST)}$`, 'u'),
  ]),
]);

/** A text with the white space that its type has (part 2 §4.3.6); of a union that of the first member that it is of. */
export function normalised(type: Pick<SimpleType, 'variety' | 'members' | 'facets'>, text: string): string {
  if (type.variety !== 'union') return applyWhiteSpace(text, type.facets.whiteSpace);
  const of = type.members.find((member) => lexicalProblem(member, normalised(member, text)) === null);
  return of ? normalised(of, text) : text;
}

function applyWhiteSpace(text: string, whiteSpace: Facets['whiteSpace']): string {
  if (whiteSpace === 'preserve') return text;
  const replaced = text.replace(/[\t\n\r]/g, ' ');
  return whiteSpace === 'replace' ? replaced : replaced.replace(/ +/g, ' ').replace(/^ | $/g, '');
}

/** Whether a text, its white space normalised, is of a type, facets aside. @returns what is wrong, without the text; `null` if nothing is */
export function lexicalProblem(type: SimpleType, text: string): string | null {
  if (type.variety === 'union') return unionProblem(type.members, text);
  if (type.variety === 'list') return listProblem(type.item, text);
  return isOfForm(type.builtIn, text) ? null : `is not an xs:${type.builtIn}`;
}

export function itemsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}

function unionProblem(members: readonly SimpleType[], text: string): string | null {
  const fits = (member: SimpleType) => lexicalProblem(member, normalised(member, text)) === null;
  return members.length === 0 || members.some(fits) ? null : 'is of none of the types of its union';
}

function listProblem(item: SimpleType | null, text: string): string | null {
  if (!item) return null;
  const problem = itemsOf(text)
    .map((each) => lexicalProblem(item, each))
    .find((each) => each !== null);
  return problem ? `holds an item that ${problem}` : null;
}

function isOfForm(builtIn: string, text: string): boolean {
  if (builtIn === 'base64Binary') return isBase64(text);
  return FORMS.get(builtIn)?.test(text) ?? isDateForm(builtIn, text) ?? true;
}

/** Part 2 §3.2.16: groups of four with the padding of the last, spaces between any. */
function isBase64(text: string): boolean {
  const digits = text.replaceAll(' ', '');
  return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits);
}
