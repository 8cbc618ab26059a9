import type { Facets, SimpleType } from '#adapters/soap/schema/model.ts';
import { XSD } from '#adapters/soap/schema/names.ts';

/** A simple type in one line: its name, the type of XML Schema that decides how it is written, and what restricts it. */
export function describeSimple(type: SimpleType, fixed: string | null = null): string {
  const { name, builtIn, variety, item, members, facets } = type;
  const only = fixed === null ? [] : [`always ${fixed}`];
  if (name?.namespace === XSD) return [name.name, ...only].join(', ');
  if (variety === 'list') return [`list of ${item ? describeSimple(item) : builtIn}`, ...only].join(', ');
  if (variety === 'union') return [members.map((each) => describeSimple(each)).join(' or '), ...only].join(', ');
  const kind = name === null || name.name === builtIn ? builtIn : `${name.name}: ${builtIn}`;
  return [kind, ...restrictions(type, facets), ...only].join(', ');
}

function restrictions(type: SimpleType, facets: Facets): string[] {
  const { length, minLength, maxLength, patterns, enumeration, totalDigits, fractionDigits } = facets;
  const own = (facet: keyof Facets) => facets[facet] !== undefined && facets[facet] !== builtInOf(type).facets[facet];
  return [
    ...(enumeration ? [`one of ${[...enumeration].join(' | ')}`] : []),
    ...(length !== undefined ? [`length ${length}`] : []),
    ...(minLength !== undefined || maxLength !== undefined ? [`length ${minLength ?? 0}..${maxLength ?? ''}`] : []),
    ...patterns.map(({ source }) => `pattern ${source}`),
    ...BOUNDS.flatMap(([facet, sign]) => (own(facet) ? [`${sign} ${facets[facet]}`] : [])),
    ...(totalDigits !== undefined ? [`at most ${totalDigits} digits`] : []),
    ...(fractionDigits !== undefined && own('fractionDigits') ? [`at most ${fractionDigits} behind the point`] : []),
  ];
}

const BOUNDS = [
  ['minInclusive', '>='],
  ['minExclusive', '>'],
  ['maxInclusive', '<='],
  ['maxExclusive', '<'],
] as const;

/** The nearest type of XML Schema itself: its own bounds go without saying. */
function builtInOf(type: SimpleType): SimpleType {
  return type.base === null || type.name?.namespace === XSD ? type : builtInOf(type.base);
}
