import { BUILT_IN_TYPES, type BuiltIn } from '#adapters/soap/schema/built-in-table.ts';
import { clark } from '#adapters/soap/schema/clark.ts';
import type { Attribute, ComplexType, Element, Facets, QName, SimpleType, Type } from '#adapters/soap/schema/model.ts';
import { SOAP_12_ENCODING, SOAP_ENCODING, XSD } from '#adapters/soap/schema/names.ts';
import { XML_NAMESPACE } from '#adapters/soap/xml/namespaces.ts';

function whiteSpaceOf(name: string): Facets['whiteSpace'] {
  if (name === 'string' || name === 'anySimpleType') return 'preserve';
  return name === 'normalizedString' ? 'replace' : 'collapse';
}

const simple = new Map<string, SimpleType>();
for (const [name, { base, item, facets }] of BUILT_IN_TYPES) simple.set(name, builtIn(name, base, item, facets));

function builtIn(name: string, base: string | null, item: string | undefined, facets: BuiltIn['facets']): SimpleType {
  return {
    kind: 'simple',
    name: { namespace: XSD, name },
    base: null,
    variety: item === undefined ? 'atomic' : 'list',
    builtIn: item === undefined ? name : 'anySimpleType',
    item: (item !== undefined && simple.get(item)) || null,
    members: [],
    facets: { patterns: [], ...simple.get(base ?? '')?.facets, ...facets, whiteSpace: whiteSpaceOf(name) },
  };
}

export const ANY_SIMPLE_TYPE: SimpleType = builtInNamed('anySimpleType');

/** Of XML Schema itself, by local name. */
export function builtInNamed(name: string): SimpleType {
  const found = simple.get(name);
  if (!found) throw new RangeError(`no built-in type ${name}`);
  return found;
}

const OPEN = { kind: 'complex', abstract: false, base: null, text: null, attributes: [], anyAttribute: true } as const;
const ANYTHING = {
  kind: 'sequence',
  min: 1,
  max: 1,
  particles: [{ kind: 'any', min: 0, max: Number.POSITIVE_INFINITY }],
} as const;

/** Part 1 §3.4.7. */
export const ANY_TYPE: ComplexType = {
  ...OPEN,
  name: { namespace: XSD, name: 'anyType' },
  mixed: true,
  content: ANYTHING,
  arrayOf: null,
};

const types = new Map<string, Type>([[clark({ namespace: XSD, name: 'anyType' }), ANY_TYPE]]);
for (const [name, type] of simple) types.set(clark({ namespace: XSD, name }), type);
for (const namespace of [SOAP_ENCODING, SOAP_12_ENCODING]) addEncoding(namespace);

/** Of SOAP's encodings: the same simple types again, arrays and structs of anything. */
function addEncoding(namespace: string): void {
  const add = (type: Type & { readonly name: QName }) => types.set(clark(type.name), type);
  for (const [name, type] of simple) add({ ...type, name: { namespace, name }, base: type });
  add({ ...builtInNamed('base64Binary'), name: { namespace, name: 'base64' }, base: builtInNamed('base64Binary') });
  add({ ...OPEN, name: { namespace, name: 'Array' }, mixed: false, content: ANYTHING, arrayOf: () => ANY_TYPE });
  add({ ...OPEN, name: { namespace, name: 'Struct' }, mixed: false, content: ANYTHING, arrayOf: null });
}

/** Types that every bundle has. */
export function builtInType(name: QName): Type | undefined {
  return types.get(clark(name));
}

const ATTRIBUTES: ReadonlyMap<string, string> = new Map(
  [
    [XML_NAMESPACE, 'lang', 'language'],
    [XML_NAMESPACE, 'space', 'NCName'],
    [XML_NAMESPACE, 'base', 'anyURI'],
    [XML_NAMESPACE, 'id', 'ID'],
    [SOAP_ENCODING, 'arrayType', 'string'],
    [SOAP_ENCODING, 'offset', 'string'],
    [SOAP_ENCODING, 'position', 'string'],
    [SOAP_ENCODING, 'root', 'boolean'],
    [SOAP_12_ENCODING, 'itemType', 'QName'],
    [SOAP_12_ENCODING, 'arraySize', 'string'],
    [SOAP_12_ENCODING, 'nodeType', 'NMTOKEN'],
  ].map(([namespace = '', name = '', type = '']) => [clark({ namespace, name }), type]),
);

export function builtInAttribute(name: QName): Attribute | undefined {
  const type = ATTRIBUTES.get(clark(name));
  if (type === undefined) return undefined;
  return { name, type: () => builtInNamed(type), required: false, fixed: null, default: null };
}

/**
 * Elements that need no file: those of SOAP's encodings stand for their types (SOAP 1.1 §5.4.1), and .NET refers to `xs:schema` where a
 * DataSet comes with its own.
 */
export function builtInElement(name: QName): Element | undefined {
  const isEncoding = name.namespace === SOAP_ENCODING || name.namespace === SOAP_12_ENCODING;
  const isSchema = name.namespace === XSD && name.name === 'schema';
  const type = isSchema ? ANY_TYPE : isEncoding ? builtInType(name) : undefined;
  if (!type) return undefined;
  return { name, type: () => type, nillable: true, abstract: false, fixed: null, default: null, substitutes: () => [] };
}

/** Namespaces that need no file, wherever an import says that they lie. */
export function isBuiltInNamespace(namespace: string): boolean {
  return [XSD, XML_NAMESPACE, SOAP_ENCODING, SOAP_12_ENCODING].includes(namespace);
}
