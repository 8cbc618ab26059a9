import { describe, expect, it } from '@jest/globals';
import { documentWire } from '#adapters/soap/read/wire.fixture.ts';
import { InvalidValue } from '#adapters/soap/value.ts';

const element = (name: string, rest = 'type="xs:string"') => `<xs:element name="${name}" ${rest}/>`;
const extension = (name: string, base: string, content: string) =>
  `<xs:complexType name="${name}"><xs:complexContent><xs:extension base="t:${base}"><xs:sequence>${content}</xs:sequence></xs:extension></xs:complexContent></xs:complexType>`;
const TYPES = `<xs:complexType name="Party" abstract="true"><xs:sequence>${element('name')}</xs:sequence></xs:complexType>
${extension('Person', 'Party', element('born', 'type="xs:date"'))}${extension('Lawyer', 'Person', element('licence'))}
<xs:complexType name="Ticket"><xs:sequence>${element('no')}</xs:sequence></xs:complexType>
<xs:simpleType name="Code"><xs:restriction base="xs:string"><xs:maxLength value="2"/></xs:restriction></xs:simpleType>
<xs:complexType name="Amount"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="currency"/></xs:extension></xs:simpleContent></xs:complexType>
<xs:element name="shape" type="t:Ticket" abstract="true"/><xs:element name="circle" type="t:Ticket" substitutionGroup="t:shape"/>
<xs:element name="square" type="t:Ticket" substitutionGroup="t:shape"/>`;
const FIELDS = [
  ['party', 't:Party'],
  ['person', 't:Person'],
  ['code', 'xs:string'],
  ['count', 'xs:long'],
  ['day', 'xs:date'],
  ['simple', 'xs:anySimpleType'],
  ['anything', 'xs:anyType'],
]
  .map(([name, type]) => element(name ?? '', `type="${type}" minOccurs="0" nillable="true"`))
  .join('');

const wire = await documentWire(
  `<xs:sequence>${FIELDS}<xs:element ref="t:shape" minOccurs="0"/><xs:element name="shapes" minOccurs="0"><xs:complexType><xs:sequence><xs:element ref="t:shape" minOccurs="0" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element></xs:sequence>`,
  TYPES,
);
const read = (content: string) => wire.read(`<t:callResponse>${content}</t:callResponse>`);

describe('xsi:type', () => {
  it.each<[string, string, object]>([
    [
      'an extension of the declared type',
      '<t:party xsi:type="t:Person"><t:name>a</t:name><t:born>1986-01-02</t:born></t:party>',
      { party: { '#type': 'Person', name: 'a', born: '1986-01-02' } },
    ],
    [
      'an extension of an extension, by another prefix',
      '<t:party xmlns:x="urn:t" xsi:type=" x:Lawyer "><t:name>a</t:name><t:licence>1</t:licence></t:party>',
      { party: { '#type': 'Lawyer', name: 'a', licence: '1' } },
    ],
    [
      'the declared type itself',
      '<t:person xsi:type="t:Person"><t:name>a</t:name></t:person>',
      { person: { name: 'a' } },
    ],
    [
      'a base of it, which says less',
      '<t:person xsi:type="t:Party"><t:born>1986-01-02</t:born></t:person>',
      { person: { born: '1986-01-02' } },
    ],
    [
      'its name in a namespace that is forgotten',
      '<t:person xsi:type="Person"><t:name>a</t:name></t:person>',
      { person: { name: 'a' } },
    ],
    ['none where the declared one is abstract', '<t:party><t:name>a</t:name></t:party>', { party: { name: 'a' } }],
    ['a restriction of a text', '<t:code xsi:type="t:Code">999</t:code>', { code: '999' }],
    ['a number of the same sort', '<t:count xsi:type="xsd:integer">007</t:count>', { count: '007' }],
    [
      'any simple type where any is declared',
      '<t:simple xsi:type="xsd:date">2024-01-02</t:simple>',
      { simple: '2024-01-02' },
    ],
    [
      'text where anything is declared',
      '<t:anything xsi:type="xsd:int">007</t:anything>',
      { anything: { '#type': 'int', '#text': '007' } },
    ],
    [
      'a record where anything is declared',
      '<t:anything xsi:type="t:Ticket"><t:no>1</t:no></t:anything>',
      { anything: { '#type': '{urn:t}Ticket', no: '1' } },
    ],
    [
      'text with attributes where anything is declared',
      '<t:anything xsi:type="t:Amount" currency="CNY">1.0</t:anything>',
      { anything: { '#type': '{urn:t}Amount', '@currency': 'CNY', '#text': '1.0' } },
    ],
    [
      'a type that nobody knows where anything is declared',
      '<t:anything xmlns:m="urn:m" xsi:type="m:Map">x</t:anything>',
      { anything: { '#type': '{urn:m}Map', '#text': 'x' } },
    ],
    ['the declared one by a prefix that is not bound', '<t:code xsi:type="far:string">1</t:code>', { code: '1' }],
    [
      'one of wrong bytes',
      '<t:anything xsi:type="t:\ufffd">x</t:anything>',
      { anything: { '#type': '', '#text': 'x' } },
    ],
    ['none where anything is declared', '<t:anything>x</t:anything>', { anything: 'x' }],
    [
      'nil',
      '<t:anything xsi:nil="true"/><t:party xsi:type="t:Person" xsi:nil="true"/>',
      { anything: null, party: null },
    ],
    [
      'a date where a time is sent',
      '<t:day xsi:type="xsd:dateTime">2024-01-02T00:00:00</t:day>',
      { day: new InvalidValue('has another type than the schema allows there') },
    ],
    ['a number where a text is declared', '<t:code xsi:type="xsd:int">1</t:code>', { code: expect.any(InvalidValue) }],
  ])('may be %s', (_what, written, record) => {
    expect(read(written)).toEqual(record);
  });

  it.each([
    ['of no kinship', '<t:party xsi:type="t:Ticket"/>', 'party'],
    ['that nobody knows', '<t:party xsi:type="t:Nobody"/>', 'party'],
    ['of a prefix that is not bound', '<t:party xsi:type="far:Person"/>', 'party'],
    ['a text', '<t:party xsi:type="xsd:string">a</t:party>', 'party'],
    ['anything', '<t:party xsi:type="xsd:boolean"/>', 'party'],
  ])('cannot be one %s where elements are declared', (_what, written, at) => {
    expect(() => read(written)).toThrow(
      expect.objectContaining({ message: `Body/callResponse/${at} has another type than the schema allows there` }),
    );
  });
});

describe('a substitution group', () => {
  it('gives a member by its own name', () => {
    expect(read('<t:circle><t:no>1</t:no></t:circle>')).toEqual({ circle: { no: '1' } });
  });

  it('gives several in their order', () => {
    const members = '<t:square/><t:circle><t:no>1</t:no></t:circle><t:square/>';
    expect(read(`<t:shapes>${members}</t:shapes>`)).toEqual({
      shapes: {
        '#content': [
          ['square', {}],
          ['circle', { no: '1' }],
          ['square', {}],
        ],
      },
    });
  });
});
