import type { ElementGrammar, Grammar } from '#adapters/soap/bundle/grammar.ts';

/** XML Schema 1.0 part 1 §3 and part 2 §4, element by element; `id` and `annotation` may stand everywhere. */
const PARTICLES = 'element group choice sequence any';
const ATTRIBUTES = 'attribute attributeGroup anyAttribute';
const CONTENT = `group all choice sequence ${ATTRIBUTES}`;
const FACETS =
  'length minLength maxLength pattern enumeration whiteSpace minInclusive maxInclusive minExclusive maxExclusive totalDigits fractionDigits';

const words = (text: string) => text.split(' ').filter((word) => word !== '');

const RULES: readonly (readonly [names: string, attributes: string, children: string])[] = [
  [
    'schema',
    'targetNamespace elementFormDefault attributeFormDefault version blockDefault finalDefault',
    'include import redefine simpleType complexType group attributeGroup element attribute notation',
  ],
  ['include redefine', 'schemaLocation', 'simpleType complexType group attributeGroup'],
  ['import', 'namespace schemaLocation', ''],
  [
    'element',
    'name ref type minOccurs maxOccurs nillable default fixed form substitutionGroup abstract block final',
    'simpleType complexType unique key keyref',
  ],
  ['attribute', 'name ref type use default fixed form', 'simpleType'],
  ['complexType', 'name mixed abstract block final', `simpleContent complexContent ${CONTENT}`],
  ['simpleContent', '', 'restriction extension'],
  ['complexContent', 'mixed', 'restriction extension'],
  ['extension', 'base', CONTENT],
  ['restriction', 'base', `simpleType ${FACETS} ${CONTENT}`],
  ['simpleType', 'name final', 'restriction list union'],
  ['list', 'itemType', 'simpleType'],
  ['union', 'memberTypes', 'simpleType'],
  [FACETS, 'value fixed', ''],
  ['sequence choice', 'minOccurs maxOccurs', PARTICLES],
  ['all', 'minOccurs maxOccurs', 'element'],
  ['group', 'name ref minOccurs maxOccurs', 'all choice sequence'],
  ['any', 'namespace processContents minOccurs maxOccurs', ''],
  ['attributeGroup', 'name ref', ATTRIBUTES],
  ['anyAttribute', 'namespace processContents', ''],
];

export const SCHEMA_GRAMMAR: Grammar = new Map(
  RULES.flatMap(([names, attributes, children]) => {
    const rule: ElementGrammar = {
      attributes: [...words(attributes), 'id'],
      children: [...words(children), 'annotation'],
    };
    return words(names).map((name) => [name, rule] as const);
  }),
);
