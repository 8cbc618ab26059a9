import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { errorOf, filesOf } from '#adapters/soap/bundle/files.fixture.ts';
import { loadSchema } from '#adapters/soap/schema/load.ts';
import { load, schemaOf } from '#adapters/soap/schema/schema.fixture.ts';

const type = (content: string) => `<xs:complexType name="T">${content}</xs:complexType>`;
const simple = (content: string) => `<xs:simpleType name="S">${content}</xs:simpleType>`;
const restriction = (facets: string, base = 'xs:string') =>
  simple(`\n<xs:restriction base="${base}">${facets}</xs:restriction>`);
const derived = (content: string, holder = 'complexContent') =>
  `${type(`<xs:${holder}>${content}</xs:${holder}>`)}\n<xs:complexType name="B"/>`;
const T = '(namespace urn:t)';

/** All in `t.xsd`, whose first line holds the root; `\n` begins the line that the error must name. */
const BROKEN: readonly (readonly [what: string, content: string, error: string])[] = [
  ['an element without a name', '\n<xs:element type="xs:int"/>', '2: <element> needs the attribute name'],
  ['an element whose name has a prefix', '\n<xs:element name="a:b"/>', '2: name="a:b" is not a name without a prefix'],
  ['a type that is missing', '\n\n<xs:element name="a" type="t:None"/>', `3: the type None ${T} is not declared`],
  [
    'a type in another namespace',
    `<xs:complexType name="K"/>\n<xs:element name="a" type="K"/>`,
    `2: the type K (no namespace) is not declared; there is one in K ${T}`,
  ],
  [
    'a type of a namespace that nobody imports',
    '\n<xs:element name="a" xmlns:u="urn:u" type="u:K"/>',
    '2: the type K (namespace urn:u) is not declared: no schema of that namespace is in the bundle',
  ],
  [
    'a built-in type that there is not',
    '\n<xs:element name="a" type="xs:number"/>',
    '2: the type number (namespace http://www.w3.org/2001/XMLSchema) is not declared: that namespace has none of this name',
  ],
  [
    'a prefix that is not bound',
    '\n<xs:element name="a" type="q:K"/>',
    '2: the prefix q of type="q:K" is not bound to a namespace',
  ],
  [
    'a type that is no name',
    '\n<xs:element name="a" type="xs: int"/>',
    '2: type="xs: int" is not a name, with or without a prefix',
  ],
  [
    'a type twice',
    '<xs:element name="a" type="xs:int">\n<xs:simpleType/></xs:element>',
    '2: <element name="a"> has the attribute type already: <simpleType> may stand only instead of it',
  ],
  [
    'a reference that leads nowhere',
    type('<xs:sequence>\n<xs:element ref="t:none"/></xs:sequence>'),
    `2: the element none ${T} is not declared`,
  ],
  [
    'a reference with a name',
    type('<xs:sequence>\n<xs:element ref="t:a" name="b"/></xs:sequence>'),
    '2: <element> with ref has no name, type or content of its own',
  ],
  [
    'a global element that counts',
    '\n<xs:element name="a" maxOccurs="2"/>',
    '2: a global <element name="a"> has no attribute maxOccurs',
  ],
  [
    'an attribute misspelt',
    '\n<xs:element name="a" typ="xs:int"/>',
    '2: <element> has no attribute typ; allowed: name, ref, type, minOccurs, maxOccurs, nillable, default, fixed, form, substitutionGroup, abstract, block, final, id',
  ],
  [
    'an element where it may not stand',
    type('<xs:sequence>\n<xs:attribute name="x"/></xs:sequence>'),
    '2: <attribute> may not stand in <sequence>; allowed: element, group, choice, sequence, any, annotation',
  ],
  [
    'an element of XML Schema 1.1',
    type('\n<xs:assert test="1"/>'),
    '2: <assert> may not stand in <complexType>; allowed: simpleContent, complexContent, group, all, choice, sequence, attribute, attributeGroup, anyAttribute, annotation',
  ],
  [
    'minOccurs that is no number',
    type('<xs:sequence>\n<xs:element name="a" minOccurs="-1"/></xs:sequence>'),
    '2: minOccurs="-1" must be a whole number',
  ],
  [
    'maxOccurs that is no number',
    type('<xs:sequence>\n<xs:element name="a" maxOccurs="many"/></xs:sequence>'),
    '2: maxOccurs="many" must be a whole number, or unbounded',
  ],
  [
    'minOccurs above maxOccurs',
    type('<xs:sequence>\n<xs:element name="a" minOccurs="3" maxOccurs="2"/></xs:sequence>'),
    '2: minOccurs of <element name="a"> is greater than maxOccurs',
  ],
  [
    'all that repeats',
    type('\n<xs:all><xs:element name="a" maxOccurs="2"/></xs:all>'),
    '2: no element of <all> may have maxOccurs greater than 1',
  ],
  ['nillable that is neither', '\n<xs:element name="a" nillable="yes"/>', '2: nillable="yes" must be true or false'],
  [
    'default and fixed',
    '\n<xs:element name="a" default="1" fixed="1"/>',
    '2: <element name="a"> may have default or fixed, not both',
  ],
  [
    'a form that is none',
    type('<xs:sequence>\n<xs:element name="a" form="maybe"/></xs:sequence>'),
    '2: form="maybe" must be one of: qualified, unqualified',
  ],
  [
    'a declaration twice',
    '<xs:element name="a"/>\n<xs:element name="a"/>',
    `2: the element a ${T} is declared twice: also at t.xsd:1`,
  ],
  [
    'a type twice, once simple',
    `${type('')}\n<xs:simpleType name="T"><xs:list itemType="xs:int"/></xs:simpleType>`,
    `2: the type T ${T} is declared twice: also at t.xsd:1`,
  ],
  [
    'two contents',
    type('<xs:sequence/>\n<xs:choice/>'),
    '2: <complexType> may hold only one of: group, all, choice, sequence',
  ],
  [
    'content beside a derivation',
    type('<xs:complexContent/>\n<xs:sequence/>'),
    '2: <sequence> may not stand beside <complexContent>: put it into its extension or restriction',
  ],
  ['a derivation from nothing', derived('\n<xs:extension/>'), '2: <extension> needs the attribute base'],
  ['no derivation', type('\n<xs:complexContent/>'), '2: <complexContent> must hold an extension or a restriction'],
  [
    'complex content of a simple type',
    derived('\n<xs:extension base="xs:int"/>'),
    '2: the base is a simple type: <simpleContent> is needed here, not <complexContent>',
  ],
  [
    'simple content of a complex type',
    derived('\n<xs:extension base="t:B"/>', 'simpleContent'),
    '2: the base has no simple content: <complexContent> is needed here, not <simpleContent>',
  ],
  [
    'a type from itself',
    '\n<xs:complexType name="T"><xs:complexContent><xs:extension base="t:T"/></xs:complexContent></xs:complexType>',
    '2: <complexType name="T">: the type derives from itself',
  ],
  [
    'a simple type from itself',
    '\n<xs:simpleType name="S"><xs:union memberTypes="xs:int t:S"/></xs:simpleType>',
    '2: <simpleType name="S">: the type derives from itself',
  ],
  [
    'an attribute twice',
    type('<xs:attribute name="x"/>\n<xs:attribute name="x"/>'),
    '2: the attribute x is declared twice in <complexType>',
  ],
  [
    'an attribute that is inherited',
    `<xs:complexType name="B"><xs:attribute name="x"/></xs:complexType>${type('<xs:complexContent>\n<xs:extension base="t:B"><xs:attribute name="x"/></xs:extension></xs:complexContent>')}`,
    '2: the attribute x is inherited: an extension may not declare it again',
  ],
  [
    'an attribute of a complex type',
    `${type('')}\n<xs:attribute name="x" type="t:T"/>`,
    `2: the type T ${T} is complex; <attribute> needs a simple type`,
  ],
  ['an attribute that is missing', type('\n<xs:attribute ref="t:x"/>'), `2: the attribute x ${T} is not declared`],
  [
    'a use that is none',
    type('\n<xs:attribute name="x" use="always"/>'),
    '2: use="always" must be one of: optional, required, prohibited',
  ],
  ['a group that is missing', type('\n<xs:group ref="t:G"/>'), `2: the group G ${T} is not declared`],
  [
    'a group that holds itself',
    '\n<xs:group name="G"><xs:sequence><xs:group ref="t:G"/></xs:sequence></xs:group>',
    '2: <group name="G">: the group holds itself',
  ],
  ['a group without content', '\n<xs:group name="G"/>', '2: <group name="G"> must hold one of: all, choice, sequence'],
  [
    'an attributeGroup that holds itself',
    '\n<xs:attributeGroup name="G"><xs:attributeGroup ref="t:G"/></xs:attributeGroup>',
    '2: <attributeGroup name="G">: the attributeGroup holds itself',
  ],
  [
    'an attributeGroup that is missing',
    type('\n<xs:attributeGroup ref="t:G"/>'),
    `2: the attributeGroup G ${T} is not declared`,
  ],
  [
    'a substitution group in a circle',
    '\n<xs:element name="a" substitutionGroup="t:b"/><xs:element name="b" substitutionGroup="t:a"/>',
    '2: the substitution groups from <element name="a"> on lead in a circle, or through too many elements',
  ],
  [
    'a substitution group without a head',
    '\n<xs:element name="a" substitutionGroup="t:b"/>',
    `2: the head of the substitution group is missing: the element b ${T} is not declared`,
  ],
  [
    'a simple type of nothing',
    '\n<xs:simpleType name="S"/>',
    '2: <simpleType name="S"> must hold a restriction, list or union',
  ],
  [
    'a restriction of nothing',
    simple('\n<xs:restriction/>'),
    '2: <restriction> needs the attribute base or a <simpleType>',
  ],
  [
    'a restriction of a complex type',
    `${type('')}${simple('\n<xs:restriction base="t:T"/>')}`,
    `2: the type T ${T} is complex; <restriction> needs a simple type`,
  ],
  ['a list of nothing', simple('\n<xs:list/>'), '2: <list> needs either the attribute itemType or a <simpleType>'],
  ['a list of lists', simple('\n<xs:list itemType="xs:NMTOKENS"/>'), '2: <list> may not be of lists'],
  ['a union of nothing', simple('\n<xs:union/>'), '2: <union> needs the attribute memberTypes or a <simpleType>'],
  ['a facet without a value', restriction('\n<xs:maxLength/>'), '3: <maxLength> needs the attribute value'],
  [
    'a length that is no number',
    restriction('\n<xs:maxLength value="ten"/>'),
    '3: value="ten" of <maxLength> must be a whole number, 0 or more',
  ],
  [
    'a length twice',
    restriction('<xs:maxLength value="1"/>\n<xs:maxLength value="2"/>'),
    '3: <restriction> may hold only one of: maxLength',
  ],
  [
    'lengths that nothing has',
    restriction('<xs:minLength value="3"/><xs:maxLength value="2"/>'),
    '2: minLength 3 is greater than maxLength 2',
  ],
  [
    'digits that nothing has',
    restriction('<xs:totalDigits value="2"/><xs:fractionDigits value="3"/>', 'xs:decimal'),
    '2: totalDigits must be 1 or more, and not less than fractionDigits',
  ],
  [
    'a bound that is no number',
    restriction('\n<xs:maxInclusive value="much"/>', 'xs:int'),
    '3: value="much" of <maxInclusive> must be a decimal number',
  ],
  [
    'white space of another kind',
    restriction('\n<xs:whiteSpace value="trim"/>'),
    '3: value="trim" must be one of: preserve, replace, collapse',
  ],
  [
    'a pattern that is none',
    restriction('\n<xs:pattern value="(\\d+"/>'),
    '3: the pattern "(\\d+" is not a regular expression of XML Schema: there is a ( without its )',
  ],
  [
    'a pattern of another dialect',
    restriction('\n<xs:pattern value="\\bx"/>'),
    '3: the pattern "\\bx" is not a regular expression of XML Schema: it has no escape \\b',
  ],
  [
    'an array type that is none',
    `<xs:complexType name="T" xmlns:e="http://schemas.xmlsoap.org/soap/encoding/" xmlns:w="http://schemas.xmlsoap.org/wsdl/"><xs:complexContent><xs:restriction base="e:Array">\n<xs:attribute ref="e:arrayType" w:arrayType="xs:int"/></xs:restriction></xs:complexContent></xs:complexType>`,
    '2: wsdl:arrayType="xs:int" must be a type and its dimensions, such as xsd:string[]',
  ],
  [
    'an import of another namespace',
    '\n<xs:import namespace="urn:u" schemaLocation="v.xsd"/>',
    '2: the schema that is imported has the targetNamespace "urn:v", not "urn:u"',
  ],
  [
    'an include of another namespace',
    '\n<xs:include schemaLocation="v.xsd"/>',
    '2: the schema that is included has the targetNamespace "urn:v", not "urn:t"',
  ],
  ['an include of nothing', '\n<xs:include/>', '2: <include> needs the attribute schemaLocation'],
  [
    'a redefinition',
    '\n<xs:redefine schemaLocation="v.xsd"/>',
    '2: <redefine> is not supported: write the types as they are to be into the included file',
  ],
  [
    'an import from a network',
    '\n<xs:import namespace="urn:u" schemaLocation="http://127.0.0.1:1/u.xsd"/>',
    '2: "http://127.0.0.1:1/u.xsd" is not fetched: put the file into the folder of the WSDL and name it by a relative path',
  ],
  [
    'an import that is no schema',
    '\n<xs:import namespace="urn:u" schemaLocation="x.xsd"/>',
    'x.xsd:1: <x> is not a schema: <schema> of the namespace http://www.w3.org/2001/XMLSchema is expected',
  ],
  [
    'an error in another file',
    '<xs:import namespace="urn:w" schemaLocation="sub/w.xsd"/>',
    'sub/w.xsd:2: the type None (namespace urn:w) is not declared',
  ],
];

const OTHERS = {
  'v.xsd': '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:v"/>',
  'x.xsd': '<x targetNamespace="urn:u"/>',
  'sub/w.xsd':
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:w="urn:w" targetNamespace="urn:w">\n<xs:element name="a" type="w:None"/></xs:schema>',
};

describe('a schema that does not load says where and why', () => {
  it.each(BROKEN)('%s', async (_what, content, error) => {
    const expected = /^\d/.test(error) ? `t.xsd:${error}` : error;
    expect(await errorOf(load(schemaOf(content), OTHERS))).toBe(expected);
  });

  it.each([
    [
      'another document',
      '<html/>',
      '1: <html> is not a schema: <schema> of the namespace http://www.w3.org/2001/XMLSchema is expected',
    ],
    [
      'elementFormDefault of another kind',
      schemaOf(
        '<xs:group name="G"><xs:sequence><xs:element name="a"/></xs:sequence></xs:group>',
        'elementFormDefault="true"',
      ),
      '1: elementFormDefault must be one of: qualified, unqualified',
    ],
    [
      'an empty namespace',
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace=""/>',
      '1: targetNamespace must not be empty: leave it out',
    ],
    ['an entity', '<!DOCTYPE x [<!ENTITY a "b">]>\n<x>&a;</x>', '1: a DTD is refused'],
  ])('%s', async (_what, content, error) => {
    expect(await errorOf(loadSchema(join(await filesOf({ 't.xsd': content }), 't.xsd')))).toBe(`t.xsd:${error}`);
  });
});

describe('what a few lines could make of a machine', () => {
  const count = (length: number, line: (index: number) => string) =>
    Array.from({ length }, (_, index) => line(index)).join('\n');

  it.each([
    [
      'groups that double',
      count(
        40,
        (n) =>
          `<xs:group name="G${n}"><xs:sequence>${n < 39 ? `<xs:group ref="t:G${n + 1}"/>`.repeat(2) : '<xs:element name="a"/>'}</xs:sequence></xs:group>`,
      ),
      /has more than 5000 particles/,
    ],
    [
      'unions that double',
      count(40, (n) =>
        simple(n < 39 ? `<xs:union memberTypes="t:S${n + 1} t:S${n + 1}"/>` : '<xs:list itemType="xs:int"/>').replace(
          '"S"',
          `"S${n}"`,
        ),
      ),
      /has more than 200 member types/,
    ],
    [
      'types that extend one another',
      count(200, (n) =>
        type(`<xs:complexContent><xs:extension base="t:T${n + 1}"/></xs:complexContent>`).replace('"T"', `"T${n}"`),
      ),
      /more than 50 declarations that build on one another/,
    ],
    [
      'elements that stand for one another',
      `${count(2_000, (n) => `<xs:element name="e${n}" substitutionGroup="t:e0"/>`).replace(' substitutionGroup="t:e0"', '')}${type(`<xs:sequence>${'<xs:element ref="t:e0"/>'.repeat(5)}</xs:sequence>`)}`,
      /has more than 5000 particles/,
    ],
    [
      'patterns that repeat',
      restriction('<xs:pattern value="((a?){500}){500}"/>'),
      /repeats something more than 20000 times/,
    ],
  ])('is an error: %s', async (_what, content, error) => {
    expect(await errorOf(load(schemaOf(content)))).toMatch(error);
  });

  it('is read where nothing comes of it', async () => {
    const groups = count(
      40,
      (n) =>
        `<xs:attributeGroup name="G${n}">${n < 39 ? `<xs:attributeGroup ref="t:G${n + 1}"/>`.repeat(2) : ''}</xs:attributeGroup>`,
    );
    const elements = count(3_000, (n) => `<xs:element name="e${n}" type="t:T"/>`);
    expect(await load(schemaOf(`${elements}${type('<xs:attributeGroup ref="t:G0"/>')}${groups}`))).toBeDefined();
  });
});
