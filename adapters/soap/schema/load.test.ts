import { describe, expect, it } from '@jest/globals';
import type { Type } from '#adapters/soap/schema/model.ts';
import {
  complexIn,
  elementIn,
  load,
  schemaOf,
  simpleIn,
  typeIn,
  written,
} from '#adapters/soap/schema/schema.fixture.ts';

const nameOf = (type: Type) => type.name?.name ?? null;

describe('content', () => {
  it.each([
    ['nothing', '<xs:sequence/>', '()'],
    ['a sequence', '<xs:sequence><xs:element name="a"/><xs:element name="b" minOccurs="0"/></xs:sequence>', '(a, b?)'],
    [
      'counts',
      '<xs:sequence><xs:element name="a" minOccurs="2" maxOccurs="5"/><xs:element name="b" maxOccurs="unbounded"/></xs:sequence>',
      '(a{2,5}, b+)',
    ],
    [
      'more than a number can count',
      `<xs:sequence><xs:element name="a" maxOccurs="${'9'.repeat(30)}"/></xs:sequence>`,
      '(a{1,1e+30})',
    ],
    [
      'a choice that repeats',
      '<xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element name="a"/><xs:element name="b"/></xs:choice>',
      '(a | b)*',
    ],
    ['all', '<xs:all><xs:element name="a"/><xs:element name="b" minOccurs="0"/></xs:all>', '(a & b?)'],
    ['any', '<xs:sequence><xs:any minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xs:sequence>', '(any*)'],
    ['a group', '<xs:group ref="t:G" maxOccurs="2"/>', '(g1 | g2){1,2}'],
    [
      'a group within',
      '<xs:sequence><xs:element name="a"/><xs:group ref="t:G" minOccurs="0"/></xs:sequence>',
      '(a, (g1 | g2)?)',
    ],
    ['a reference', '<xs:sequence><xs:element ref="t:E" minOccurs="0"/></xs:sequence>', '(E?)'],
    [
      'what may not come',
      '<xs:sequence><xs:element name="a" minOccurs="0" maxOccurs="0"/><xs:element name="b"/></xs:sequence>',
      '(b)',
    ],
    [
      'forms of their own',
      '<xs:sequence><xs:element name="a" form="unqualified"/><xs:element name="b" form="qualified"/></xs:sequence>',
      '(:a, b)',
    ],
  ])('has %s', async (_what, content, expected) => {
    const group = '<xs:group name="G"><xs:choice><xs:element name="g1"/><xs:element name="g2"/></xs:choice></xs:group>';
    const schemas = await load(
      schemaOf(`${group}<xs:element name="E"/><xs:complexType name="T">${content}</xs:complexType>`),
    );
    expect(written(complexIn(schemas, 'T').content)).toBe(expected);
  });

  it('is unqualified where the schema does not say otherwise', async () => {
    const content = '<xs:complexType name="T"><xs:sequence><xs:element name="a"/></xs:sequence></xs:complexType>';
    expect(written(complexIn(await load(schemaOf(content, '')), 'T').content)).toBe('(:a)');
  });

  it('may hold its own type again', async () => {
    const schemas = await load(
      schemaOf(
        '<xs:complexType name="T"><xs:sequence><xs:element name="t" type="t:T" minOccurs="0"/><xs:group ref="t:G"/></xs:sequence></xs:complexType>' +
          '<xs:group name="G"><xs:sequence><xs:element name="x" minOccurs="0"><xs:complexType><xs:group ref="t:G"/></xs:complexType></xs:element></xs:sequence></xs:group>',
      ),
    );
    const type = complexIn(schemas, 'T');
    const [self] = type.content && 'particles' in type.content ? type.content.particles : [];
    expect(self?.kind === 'element' && self.element.type()).toBe(type);
  });
});

describe('derivation', () => {
  const BASE = `<xs:complexType name="B" abstract="true"><xs:sequence><xs:element name="a"/><xs:element name="b"/></xs:sequence>
    <xs:attribute name="x" use="required"/><xs:attribute name="y"/></xs:complexType>`;

  it('extends: the content of the base first, and its attributes', async () => {
    const schemas = await load(
      schemaOf(`${BASE}<xs:complexType name="T"><xs:complexContent><xs:extension base="t:B"><xs:sequence><xs:element name="c"/></xs:sequence>
        <xs:attribute name="z" default="1"/><xs:anyAttribute/></xs:extension></xs:complexContent></xs:complexType>`),
    );
    const type = complexIn(schemas, 'T');
    expect(written(type.content)).toBe('(a, b, c)');
    expect(type.attributes.map(({ name, required, default: value }) => [name.name, required, value])).toEqual([
      ['x', true, null],
      ['y', false, null],
      ['z', false, '1'],
    ]);
    expect(type).toMatchObject({ anyAttribute: true, abstract: false });
    expect(type.base).toBe(complexIn(schemas, 'B'));
    expect(complexIn(schemas, 'B').abstract).toBe(true);
  });

  it('restricts: content as it stands, attributes narrowed or prohibited', async () => {
    const schemas = await load(
      schemaOf(`${BASE}<xs:complexType name="T"><xs:complexContent><xs:restriction base="t:B"><xs:sequence><xs:element name="a"/></xs:sequence>
        <xs:attribute name="x" fixed="1"/><xs:attribute name="y" use="prohibited"/></xs:restriction></xs:complexContent></xs:complexType>`),
    );
    const type = complexIn(schemas, 'T');
    expect(written(type.content)).toBe('(a)');
    expect(type.attributes.map(({ name, fixed }) => [name.name, fixed])).toEqual([['x', '1']]);
  });

  it('has text with attributes, restricted further', async () => {
    const schemas = await load(
      schemaOf(`<xs:complexType name="T"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="unit" type="xs:token"/></xs:extension></xs:simpleContent></xs:complexType>
        <xs:complexType name="U"><xs:simpleContent><xs:restriction base="t:T"><xs:fractionDigits value="2"/></xs:restriction></xs:simpleContent></xs:complexType>`),
    );
    expect(complexIn(schemas, 'T')).toMatchObject({ text: { builtIn: 'decimal' }, content: null });
    expect(complexIn(schemas, 'U')).toMatchObject({ text: { builtIn: 'decimal', facets: { fractionDigits: 2 } } });
    expect(complexIn(schemas, 'U').attributes.map(({ name, type }) => [name.name, type().builtIn])).toEqual([
      ['unit', 'token'],
    ]);
  });

  it('is mixed by either attribute, and where its base is', async () => {
    const schemas = await load(
      schemaOf(`<xs:complexType name="M" mixed="true"><xs:sequence/></xs:complexType>
        <xs:complexType name="N"><xs:complexContent><xs:extension base="t:M"/></xs:complexContent></xs:complexType>
        <xs:complexType name="O"><xs:complexContent mixed="1"><xs:restriction base="xs:anyType"/></xs:complexContent></xs:complexType>`),
    );
    expect(['M', 'N', 'O'].map((name) => complexIn(schemas, name).mixed)).toEqual([true, true, true]);
    expect(complexIn(schemas, 'O').base).toBeNull();
  });

  it('gathers attribute groups', async () => {
    const schemas = await load(
      schemaOf(
        `<xs:attributeGroup name="A"><xs:attribute name="a"/><xs:attributeGroup ref="t:B"/></xs:attributeGroup>
         <xs:attributeGroup name="B"><xs:attribute ref="t:b" use="required"/><xs:anyAttribute/></xs:attributeGroup>
         <xs:attribute name="b" type="xs:int"/><xs:complexType name="T"><xs:attributeGroup ref="t:A"/><xs:attribute ref="xml:lang"/></xs:complexType>`,
        'attributeFormDefault="unqualified"',
      ),
    );
    const type = complexIn(schemas, 'T');
    expect(type.attributes.map(({ name, required }) => [name.namespace, name.name, required])).toEqual([
      ['http://www.w3.org/XML/1998/namespace', 'lang', false],
      ['', 'a', false],
      ['urn:t', 'b', true],
    ]);
    expect(type.anyAttribute).toBe(true);
  });
});

describe('simple types', () => {
  it('restrict one another, facets and all', async () => {
    const schemas = await load(
      schemaOf(`<xs:simpleType name="A"><xs:restriction base="xs:string"><xs:minLength value="2"/><xs:maxLength value="9"/><xs:pattern value="[A-Z]+"/><xs:pattern value="\\d+"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="B"><xs:restriction base="t:A"><xs:maxLength value="5"/><xs:whiteSpace value="collapse"/><xs:pattern value=".*7"/><xs:enumeration value=" 17 "/><xs:enumeration value="27"/></xs:restriction></xs:simpleType>`),
    );
    const type = simpleIn(schemas, 'B');
    expect(type).toMatchObject({
      variety: 'atomic',
      builtIn: 'string',
      facets: { minLength: 2, maxLength: 5, whiteSpace: 'collapse' },
    });
    expect(type.base).toBe(simpleIn(schemas, 'A'));
    expect([...(type.facets.enumeration ?? [])]).toEqual(['17', '27']);
    expect(['17', 'A7', 'AB', '7A'].map((text) => type.facets.patterns.every((pattern) => pattern.test(text)))).toEqual(
      [true, false, false, false],
    );
  });

  it('keep bounds as they are written', async () => {
    const schemas = await load(
      schemaOf(
        '<xs:simpleType name="A"><xs:restriction base="xs:integer"><xs:maxInclusive value="123456789012345678901234567890"/><xs:totalDigits value="30"/></xs:restriction></xs:simpleType>',
      ),
    );
    expect(simpleIn(schemas, 'A').facets).toMatchObject({
      maxInclusive: '123456789012345678901234567890',
      totalDigits: 30,
      fractionDigits: 0,
    });
  });

  it('are lists and unions', async () => {
    const schemas = await load(
      schemaOf(`<xs:simpleType name="L"><xs:list itemType="xs:int"/></xs:simpleType>
        <xs:simpleType name="U"><xs:union memberTypes="xs:int t:L"><xs:simpleType><xs:restriction base="xs:token"><xs:enumeration value="none"/></xs:restriction></xs:simpleType></xs:union></xs:simpleType>
        <xs:simpleType name="S"><xs:restriction base="t:L"><xs:length value="3"/></xs:restriction></xs:simpleType>`),
    );
    expect(simpleIn(schemas, 'L')).toMatchObject({
      variety: 'list',
      builtIn: 'anySimpleType',
      item: { builtIn: 'int' },
    });
    expect(simpleIn(schemas, 'S')).toMatchObject({ variety: 'list', item: { builtIn: 'int' }, facets: { length: 3 } });
    expect(simpleIn(schemas, 'U').members.map(({ builtIn, variety }) => [builtIn, variety])).toEqual([
      ['int', 'atomic'],
      ['anySimpleType', 'list'],
      ['token', 'atomic'],
    ]);
  });
});

describe('elements', () => {
  it('have type, nil, default and fixed, or may be anything', async () => {
    const schemas = await load(
      schemaOf(`<xs:element name="a" type="xs:date" nillable="true" default="2024-01-01"/><xs:element name="b" fixed=" x "><xs:simpleType><xs:restriction base="xs:string"/></xs:simpleType></xs:element>
        <xs:element name="c"/><xs:element name="d" abstract="1"><xs:complexType/></xs:element>`),
    );
    expect(elementIn(schemas, 'a')).toMatchObject({
      nillable: true,
      default: '2024-01-01',
      fixed: null,
      abstract: false,
    });
    expect(elementIn(schemas, 'b')).toMatchObject({ nillable: false, default: null, fixed: ' x ' });
    expect(['a', 'b', 'c', 'd'].map((name) => nameOf(elementIn(schemas, name).type()))).toEqual([
      'date',
      null,
      'anyType',
      null,
    ]);
    expect(elementIn(schemas, 'd').abstract).toBe(true);
  });

  it('stand in for one another, through several heads, and take the type of the head', async () => {
    const schemas = await load(
      schemaOf(`<xs:element name="c" substitutionGroup="t:b"/><xs:element name="head" type="xs:int" abstract="true"/>
        <xs:element name="a" substitutionGroup="t:head" type="xs:short"/><xs:element name="b" substitutionGroup="t:head"/>`),
    );
    expect(
      elementIn(schemas, 'head')
        .substitutes()
        .map(({ name }) => name.name),
    ).toEqual(['a', 'b', 'c']);
    expect(nameOf(elementIn(schemas, 'c').type())).toBe('int');
    expect(elementIn(schemas, 'head').substitutes()[0]).toBe(elementIn(schemas, 'a'));
  });
});

describe('arrays of the SOAP encoding', () => {
  const NAMESPACES =
    'xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"';
  const array = (attribute: string, content = '') =>
    `<xs:complexType name="A"><xs:complexContent><xs:restriction base="soapenc:Array">${content}${attribute}</xs:restriction></xs:complexContent></xs:complexType>`;

  it.each([
    ['of rows', array('<xs:attribute ref="soapenc:arrayType" wsdl:arrayType="t:Row[]"/>'), 'Row'],
    ['of two dimensions', array('<xs:attribute ref="soapenc:arrayType" wsdl:arrayType="xs:int[,]"/>'), 'int'],
    [
      'by their element alone',
      array('', '<xs:sequence><xs:element name="item" type="t:Row" maxOccurs="unbounded"/></xs:sequence>'),
      'Row',
    ],
    ['of anything', array(''), 'anyType'],
  ])('are %s', async (_what, type, item) => {
    const schemas = await load(
      schemaOf(
        `<xs:import namespace="http://schemas.xmlsoap.org/soap/encoding/"/>${type}<xs:complexType name="Row"/>`,
        NAMESPACES,
      ),
    );
    expect(nameOf(complexIn(schemas, 'A').arrayOf?.() ?? complexIn(schemas, 'Row'))).toBe(item);
  });

  it('are arrays of arrays', async () => {
    const schemas = await load(
      schemaOf(array('<xs:attribute ref="soapenc:arrayType" wsdl:arrayType="xs:string[][]"/>'), NAMESPACES),
    );
    const inner = complexIn(schemas, 'A').arrayOf?.();
    expect(inner?.kind === 'complex' && inner.arrayOf?.().name?.name).toBe('string');
  });
});

describe('built-in types', () => {
  it('are in every bundle, the encoding too', async () => {
    const schemas = await load(schemaOf(''));
    const XSD = 'http://www.w3.org/2001/XMLSchema';
    expect(typeIn(schemas, 'unsignedByte', XSD)).toMatchObject({
      builtIn: 'unsignedByte',
      base: null,
      facets: { maxInclusive: '255', minInclusive: '0', fractionDigits: 0, whiteSpace: 'collapse' },
    });
    expect(typeIn(schemas, 'string', XSD)).toMatchObject({ facets: { whiteSpace: 'preserve' } });
    expect(typeIn(schemas, 'NMTOKENS', XSD)).toMatchObject({ variety: 'list', item: { builtIn: 'NMTOKEN' } });
    expect(typeIn(schemas, 'long', 'http://schemas.xmlsoap.org/soap/encoding/')).toMatchObject({
      builtIn: 'long',
      base: typeIn(schemas, 'long', XSD),
    });
    expect(schemas.type({ namespace: XSD, name: 'toString' })).toBeUndefined();
    expect(schemas.type({ namespace: 'urn:t', name: 'T' })).toBeUndefined();
  });
});

describe('what needs no file', () => {
  it('is a DataSet of .NET, and groups and elements of the encoding', async () => {
    const schemas = await load(
      schemaOf(
        `<xs:complexType name="D"><xs:sequence><xs:element ref="xs:schema"/><xs:element ref="e:int"/><xs:any/></xs:sequence><xs:attributeGroup ref="e:commonAttributes"/></xs:complexType>
         <xs:complexType name="G"><xs:group ref="e:Array" minOccurs="0"/></xs:complexType>`,
        'xmlns:e="http://schemas.xmlsoap.org/soap/encoding/"',
      ),
    );
    expect(written(complexIn(schemas, 'D').content)).toBe('(schema, int, any)');
    expect(complexIn(schemas, 'D').anyAttribute).toBe(true);
    expect(written(complexIn(schemas, 'G').content)).toBe('(any*)?');
    const declared = elementIn(schemas, 'schema', 'http://www.w3.org/2001/XMLSchema');
    expect(nameOf(declared.type())).toBe('anyType');
  });
});

describe('names', () => {
  it('are harmless, whatever they are', async () => {
    const schemas = await load(
      schemaOf(
        '<xs:complexType name="__proto__"><xs:sequence><xs:element name="constructor" type="t:toString"/></xs:sequence><xs:attribute name="hasOwnProperty"/></xs:complexType><xs:simpleType name="toString"><xs:restriction base="xs:string"/></xs:simpleType>',
      ),
    );
    expect(written(complexIn(schemas, '__proto__').content)).toBe('(constructor)');
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
