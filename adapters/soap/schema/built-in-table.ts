import type { Facets } from '#adapters/soap/schema/model.ts';

/** A type of XML Schema part 2 §3, by what it restricts or lists. */
export interface BuiltIn {
  readonly base: string | null;
  readonly item?: string;
  readonly facets?: Omit<Facets, 'whiteSpace' | 'patterns'>;
}

const from = (base: string, facets: BuiltIn['facets'] = {}): BuiltIn => ({ base, facets });
const between = (minInclusive: string, maxInclusive: string) => ({ minInclusive, maxInclusive });

/** In an order where a base comes before what derives from it. */
export const BUILT_IN_TYPES: ReadonlyMap<string, BuiltIn> = new Map([
  ['anySimpleType', { base: null }],
  ...[
    'string',
    'boolean',
    'decimal',
    'float',
    'double',
    'duration',
    'dateTime',
    'time',
    'date',
    'gYearMonth',
    'gYear',
    'gMonthDay',
    'gDay',
    'gMonth',
    'hexBinary',
    'base64Binary',
    'anyURI',
    'QName',
    'NOTATION',
  ].map((name) => [name, from('anySimpleType')] as const),
  ['normalizedString', from('string')],
  ['token', from('normalizedString')],
  ['language', from('token')],
  ['NMTOKEN', from('token')],
  ['Name', from('token')],
  ['NCName', from('Name')],
  ['ID', from('NCName')],
  ['IDREF', from('NCName')],
  ['ENTITY', from('NCName')],
  ['NMTOKENS', { base: 'anySimpleType', item: 'NMTOKEN', facets: { minLength: 1 } }],
  ['IDREFS', { base: 'anySimpleType', item: 'IDREF', facets: { minLength: 1 } }],
  ['ENTITIES', { base: 'anySimpleType', item: 'ENTITY', facets: { minLength: 1 } }],
  ['integer', from('decimal', { fractionDigits: 0 })],
  ['nonPositiveInteger', from('integer', { maxInclusive: '0' })],
  ['negativeInteger', from('nonPositiveInteger', { maxInclusive: '-1' })],
  ['long', from('integer', between('-9223372036854775808', '9223372036854775807'))],
  ['int', from('long', between('-2147483648', '2147483647'))],
  ['short', from('int', between('-32768', '32767'))],
  ['byte', from('short', between('-128', '127'))],
  ['nonNegativeInteger', from('integer', { minInclusive: '0' })],
  ['unsignedLong', from('nonNegativeInteger', between('0', '18446744073709551615'))],
  ['unsignedInt', from('unsignedLong', between('0', '4294967295'))],
  ['unsignedShort', from('unsignedInt', between('0', '65535'))],
  ['unsignedByte', from('unsignedShort', between('0', '255'))],
  ['positiveInteger', from('nonNegativeInteger', { minInclusive: '1' })],
]);
